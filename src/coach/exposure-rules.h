/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "coach/exposure.h"

G_BEGIN_DECLS

/* One thing to look for. The first rule that finds a stretch has it. */
typedef struct
{
  AftExposureKind kind;
  const char     *pattern; /* GRegex; its first group, where there is one, is what is found */
  /* Look-alikes are told from it here; NULL: all are. text: what was found. before: what stands in
   * front of it, to the beginning of the text; length: of that. */
  gboolean (*is_meant) (const char *text, const char *before, gsize length);
} AftExposureRule;

extern const AftExposureRule aft_exposure_rules[];
extern const guint           aft_exposure_n_rules;

G_END_DECLS
