/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "format/import/import.h"
#include "format/import/plan-item.h"
#include "format/import/roles.h"
#include "model/postmortem.h"

G_BEGIN_DECLS

/* What an import is about to bring in, and what the user makes of it: what is left out, what is the
 * same as something else, by how much a clock was wrong, under which roles people come in. Pure: no
 * file, no widget. Made and filled on any thread, then used by one. */
typedef struct _AftPlan AftPlan;

/* target: the document that it goes into, of which a copy is kept; NULL for a new one. */
AftPlan *aft_plan_new (AftRecord *target);
void     aft_plan_free (AftPlan *self);
/* Reads one source more. options: copied, with their texts. FALSE as aft_import() has it. */
gboolean aft_plan_read (AftPlan                *self,
                        const char             *name,
                        GBytes                 *bytes,
                        const AftImportOptions *options,
                        GError                **error);
/* After the last source: finds milestones and twins. */
void aft_plan_settle (AftPlan *self);
/* Reads all sources anew, with this zone or date for what names none (NULL: as it was), and keeps
 * what the user chose where it still is. On any thread. Transfer full. */
AftPlan *aft_plan_read_again (AftPlan *self, const char *time_zone, const char *date);

guint       aft_plan_get_n_sources (AftPlan *self);
const char *aft_plan_get_name (AftPlan *self, guint source);
AftImport  *aft_plan_get_import (AftPlan *self, guint source);
/* (element-type AftPlanItem), events first, transfer none */
GListModel *aft_plan_get_items (AftPlan *self);
/* The item that became of the record of a span; of fields by root and field. NULL where none. */
AftPlanItem *aft_plan_find (AftPlan *self, AftRecord *record, guint field);
guint        aft_plan_count (AftPlan *self, AftPlanKind kind, gboolean included_only);
AftRoles    *aft_plan_get_roles (AftPlan *self);

/* Added to each time of the source, in seconds: its clock was so much behind. Twins are found anew.
 */
void   aft_plan_set_skew (AftPlan *self, guint source, gint64 seconds);
gint64 aft_plan_get_skew (AftPlan *self, guint source);
/* Of an event, with the skew of its source; AFT_INSTANT_NONE where it has no time. */
AftInstant aft_plan_get_at (AftPlan *self, AftPlanItem *item);
/* Events without any time, but with something that was written for one. */
guint aft_plan_count_undated (AftPlan *self);
/* YYYY-MM-DD for times that name no day, where nothing that was read tells one: that of the
 * document's events, else that of now. NULL where there is nothing to suggest. Transfer full. */
char *aft_plan_suggest_day (AftPlan *self, AftInstant now);
/* In which the times are shown: the target's, else that of the first source. Never NULL. */
const char *aft_plan_get_time_zone (AftPlan *self);

/* Brings it in as one step. An event that is a twin and is not included lends what its twin lacks.
 * Never changes what the document says already, but for empty fields. */
void aft_plan_apply (AftPlan *self, AftPostmortem *postmortem);
/* A new document of it. Transfer full. */
AftRecord *aft_plan_build (AftPlan *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AftPlan, aft_plan_free)

G_END_DECLS
