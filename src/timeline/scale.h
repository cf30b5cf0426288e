/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "base/zone.h"

G_BEGIN_DECLS

/* Time <-> px, piecewise linear: stretches with events are to scale, long quiet gaps are collapsed
 * to a fixed width. The whole is zoom times as wide as the window [x0, x0 + width] on it, which
 * begins scroll px into it. An "offset" is px from the start of the whole in the direction of
 * reading; an x is where that is in the window. RTL is one flag: x is mirrored within the window.
 */
#define AFT_SCALE_MAX_BREAKS 64

typedef struct
{
  AftInstant from, to; /* skipped between */
  double     offset;   /* where the gap begins */
} AftScaleBreak;

typedef struct
{
  AftInstant    from, to; /* of the whole */
  double        x0, width;
  double        zoom; /* 1: the whole fits the window */
  double        scroll;
  double        px_per_usec;
  double        gap_width; /* px of each collapsed gap */
  gboolean      rtl;
  guint         n_breaks;
  AftScaleBreak breaks[AFT_SCALE_MAX_BREAKS];
} AftScale;

double     aft_scale_to_x (const AftScale *self, AftInstant instant);
AftInstant aft_scale_to_instant (const AftScale *self, double x);
double     aft_scale_to_offset (const AftScale *self, AftInstant instant);
AftInstant aft_scale_at_offset (const AftScale *self, double offset);
/* The offset that is shown at x. */
double aft_scale_offset_at_x (const AftScale *self, double x);
/* px of the whole. */
double aft_scale_get_extent (const AftScale *self);
/* The instants at the edges of the window. */
AftInstant aft_scale_first_shown (const AftScale *self);
AftInstant aft_scale_last_shown (const AftScale *self);
/* Not beyond the zoom that shows ten seconds. Places the breaks; from, to, width and the ends of
 * the breaks must be set. What was scrolled stays in px, within the whole. */
void aft_scale_set_zoom (AftScale *self, double zoom);
/* Within the whole. */
void aft_scale_set_scroll (AftScale *self, double scroll);
/* Index of the break that the instant lies in, or -1. */
int aft_scale_find_break (const AftScale *self, AftInstant instant);

G_END_DECLS
