/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "base/zone.h"

G_BEGIN_DECLS

/* Time <-> px, piecewise linear: stretches with events are to scale, long quiet gaps are collapsed
 * to a fixed width. RTL is one flag: x is mirrored within [x0, x0 + width]. */
#define AFT_SCALE_MAX_BREAKS 64

typedef struct
{
  AftInstant from, to; /* skipped between */
  double     offset;   /* px from the start to where the gap begins */
} AftScaleBreak;

typedef struct
{
  AftInstant    from, to;
  double        x0, width;
  double        px_per_usec;
  double        gap_width; /* px of each collapsed gap */
  gboolean      rtl;
  guint         n_breaks;
  AftScaleBreak breaks[AFT_SCALE_MAX_BREAKS];
} AftScale;

double     aft_scale_to_x (const AftScale *self, AftInstant instant);
AftInstant aft_scale_to_instant (const AftScale *self, double x);

G_END_DECLS
