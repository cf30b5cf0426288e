/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "format/import/plan.h"

G_BEGIN_DECLS

typedef struct
{
  char      *name;
  GBytes    *bytes;
  char      *time_zone, *date; /* as they were asked for; may be NULL */
  gboolean   zone_is_chosen;
  AftImport *import;
  gint64     skew_seconds;
} AftPlanSource;

struct _AftPlan
{
  AftRecord  *target;  /* a copy of the document; NULL for a new one */
  GPtrArray  *sources; /* (element-type AftPlanSource) */
  GListStore *items;
  GHashTable *by_record; /* record -> its item, both borrowed */
  guint       n_items[AFT_N_PLAN_KINDS];
  AftRoles   *roles;
};

/* The events of all sources, one source after the other. (element-type AftRecord) */
GPtrArray *_aft_plan_sort_events (AftPlan *self);
AftInstant _aft_plan_shift (AftPlan *self, AftPlanItem *item, AftInstant instant);

G_END_DECLS
