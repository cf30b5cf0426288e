/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/record.h"

G_BEGIN_DECLS

/* Gentle, specific reminders of what an expert reader will ask. Never in the way. */
typedef struct
{
  const char  *rule; /* "summary-number" */
  AftSectionId section;
  AftRecord   *record; /* unowned: the root, an event or an action */
  guint        field;
  char        *message; /* translated, one sentence */
} AftHint;

/* (element-type AftHint), transfer full; in the order of sections. today: YYYY-MM-DD. */
GPtrArray *aft_readiness_review (AftRecord *root, const char *today);
void       aft_hint_free (AftHint *self);

G_END_DECLS
