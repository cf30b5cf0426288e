/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "base/instant.h"
#include "model/record.h"

G_BEGIN_DECLS

typedef enum
{
  AFT_PLAN_EVENT,
  AFT_PLAN_ACTION,
  AFT_PLAN_ENTRY, /* a lesson, a factor */
  AFT_PLAN_FIELD, /* of the document: prose, or a detail such as its title */
  AFT_N_PLAN_KINDS,
} AftPlanKind;

/* One thing that an import may bring into a document. */
#define AFT_TYPE_PLAN_ITEM (aft_plan_item_get_type ())
G_DECLARE_FINAL_TYPE (AftPlanItem, aft_plan_item, AFT, PLAN_ITEM, GObject)

AftPlanItem *aft_plan_item_new (AftPlanKind kind, guint source, AftRecord *record, guint field);
AftPlanKind  aft_plan_item_get_kind (AftPlanItem *self);
/* Index of the source that it is from. */
guint aft_plan_item_get_source (AftPlanItem *self);
/* The event, action or entry; for a field the document. As it was read. */
AftRecord *aft_plan_item_get_record (AftPlanItem *self);
/* The field; for a record the list that it is of. */
guint aft_plan_item_get_field (AftPlanItem *self);
/* From 1, among those of its kind. */
guint aft_plan_item_get_number (AftPlanItem *self);
void  aft_plan_item_set_number (AftPlanItem *self, guint number);
/* What is shown of it, one line or several. */
char *aft_plan_item_dup_text (AftPlanItem *self);

gboolean aft_plan_item_get_included (AftPlanItem *self);
void     aft_plan_item_set_included (AftPlanItem *self, gboolean included);
/* The event that says the same: of the document, or of another item. NULL where there is none. */
AftRecord *aft_plan_item_get_twin (AftPlanItem *self);
void       aft_plan_item_set_twin (AftPlanItem *self, AftRecord *twin);
/* The milestone that it may be, or AFT_CHOICE_NONE; and whether that was accepted. */
guint    aft_plan_item_get_milestone (AftPlanItem *self);
void     aft_plan_item_set_milestone (AftPlanItem *self, guint milestone);
gboolean aft_plan_item_get_milestone_taken (AftPlanItem *self);
void     aft_plan_item_set_milestone_taken (AftPlanItem *self, gboolean taken);

/* properties "included", "milestone-taken" (boolean, read-write, notify), "twin" (AftRecord,
 * notify) */

G_END_DECLS
