/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "format/import/build.h"
#include "format/import/plan-private.h"
#include "model/events.h"
#include "model/record-list.h"
#include "model/schema.h"

typedef struct
{
  AftPlan       *plan;
  AftPostmortem *postmortem;
  AftRecord     *root;
  GHashTable    *brought; /* record of a source -> what was inserted for it, borrowed */
} Bringing;

/* Events */

static void
shift (Bringing *self, AftPlanItem *item, AftRecord *event, guint field)
{
  AftInstant instant = aft_record_get_integer (event, field, AFT_INSTANT_NONE);

  if (instant != AFT_INSTANT_NONE)
    aft_build_set_integer (event, field, _aft_plan_shift (self->plan, item, instant));
}

static AftRecord *
prepare (Bringing *self, AftPlanItem *item)
{
  AftRecord *record = aft_record_copy (aft_plan_item_get_record (item));

  aft_roles_replace_in (self->plan->roles, record);
  if (aft_plan_item_get_kind (item) != AFT_PLAN_EVENT)
    return record;
  shift (self, item, record, AFT_EVENT_AT);
  shift (self, item, record, AFT_EVENT_UNTIL);
  return record;
}

static void
bring_record (Bringing *self, AftPlanItem *item)
{
  AftRecordList *list = aft_record_get_list (self->root, aft_plan_item_get_field (item));
  g_autoptr (AftRecord) record = prepare (self, item);

  /* an id may be there already, where the same was imported before */
  if (aft_record_get_schema (record)->fields[0].kind == AFT_KIND_ID)
    {
      g_autofree char *id = g_uuid_string_random ();
      g_auto (AftValue) value = AFT_VALUE_INIT;

      aft_value_set_text (&value, id);
      aft_record_init_value (record, 0, &value);
    }
  aft_postmortem_insert (self->postmortem, list, G_MAXUINT, record);
  g_hash_table_insert (self->brought, aft_plan_item_get_record (item), record);
  if (aft_plan_item_get_milestone_taken (item))
    aft_events_set_milestone (self->postmortem, record, aft_plan_item_get_milestone (item));
}

/* What stands in the document for the twin: itself, or what was brought for it. */
static AftRecord *
find_twin (Bringing *self, AftPlanItem *item)
{
  AftRecord *twin = aft_plan_item_get_twin (item);
  AftRecord *found = g_hash_table_lookup (self->brought, twin);

  return found != NULL ? found
                       : aft_record_list_find_id (aft_record_get_list (self->root, AFT_DOC_EVENTS),
                                                  aft_record_get_text (twin, AFT_EVENT_ID));
}

static void
lend (Bringing *self, AftPlanItem *item)
{
  static const guint fields[] = { AFT_EVENT_UNTIL, AFT_EVENT_SOURCE, AFT_EVENT_WRITTEN };
  AftRecord         *twin = find_twin (self, item);
  g_autoptr (AftRecord) event = NULL;

  if (twin == NULL)
    return;
  event = prepare (self, item);
  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    if (aft_record_has (event, fields[i]) && !aft_record_has (twin, fields[i]))
      aft_postmortem_set_value (
          self->postmortem, twin, fields[i], aft_record_peek (event, fields[i]));
}

/* Fields */

static void
bring_prose (Bringing *self, guint field, const char *text)
{
  const char      *before = aft_record_get_text (self->root, field);
  g_autofree char *both = *before != '\0' ? g_strconcat (before, "\n\n", text, NULL) : NULL;

  aft_postmortem_set_text (self->postmortem, self->root, field, both != NULL ? both : text);
}

static void
bring_words (Bringing *self, guint field, const char *const *words)
{
  const char *const *before = aft_record_get_words (self->root, field);
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) all = NULL;

  g_strv_builder_addv (builder, (const char **) before);
  for (guint i = 0; words[i] != NULL; i++)
    if (!g_strv_contains (before, words[i]))
      g_strv_builder_add (builder, words[i]);
  all = g_strv_builder_end (builder);
  aft_postmortem_set_words (self->postmortem, self->root, field, (const char *const *) all);
}

static void
bring_field (Bringing *self, AftPlanItem *item)
{
  guint field = aft_plan_item_get_field (item);
  g_autoptr (AftRecord) root = aft_record_new (&aft_doc_schema);
  const AftValue *value;

  aft_record_init_value (root, field, aft_record_peek (aft_plan_item_get_record (item), field));
  aft_roles_replace_in (self->plan->roles, root);
  value = aft_record_peek (root, field);
  if (aft_doc_schema.fields[field].kind == AFT_KIND_PROSE)
    bring_prose (self, field, value->text);
  else if (value->type == AFT_VALUE_WORDS)
    bring_words (self, field, (const char *const *) value->words);
  else
    aft_postmortem_set_value (self->postmortem, self->root, field, value);
}

/* Sources */

static void
bring_source (Bringing *self, AftImport *import)
{
  AftRecordList *from = aft_record_get_list (import->root, AFT_DOC_SOURCES);

  for (guint i = 0; i < aft_record_list_get_length (from); i++)
    {
      g_autoptr (AftRecord) source = aft_record_copy (aft_record_list_get (from, i));

      aft_roles_replace_in (self->plan->roles, source);
      aft_postmortem_insert (
          self->postmortem, aft_record_get_list (self->root, AFT_DOC_SOURCES), G_MAXUINT, source);
    }
}

static void
bring (Bringing *self, AftPlanItem *item)
{
  if (!aft_plan_item_get_included (item))
    {
      if (aft_plan_item_get_twin (item) != NULL)
        lend (self, item);
    }
  else if (aft_plan_item_get_kind (item) == AFT_PLAN_FIELD)
    bring_field (self, item);
  else
    bring_record (self, item);
}

void
aft_plan_apply (AftPlan *self, AftPostmortem *postmortem)
{
  g_autoptr (GHashTable) brought = g_hash_table_new (NULL, NULL);
  Bringing    bringing = { self, postmortem, aft_postmortem_get_root (postmortem), brought };
  GListModel *items = aft_plan_get_items (self);

  aft_postmortem_break_step (postmortem);
  aft_postmortem_begin_group (postmortem);
  for (guint i = 0; i < g_list_model_get_n_items (items); i++)
    {
      g_autoptr (AftPlanItem) item = g_list_model_get_item (items, i);

      bring (&bringing, item);
    }
  for (guint i = 0; i < aft_plan_get_n_sources (self); i++)
    bring_source (&bringing, aft_plan_get_import (self, i));
  aft_postmortem_end_group (postmortem);
  aft_postmortem_break_step (postmortem);
}

AftRecord *
aft_plan_build (AftPlan *self)
{
  g_autoptr (AftPostmortem) postmortem = aft_postmortem_new (AFT_DOC_KIND_INCIDENT);
  AftRecord            *root = aft_postmortem_get_root (postmortem);
  static const AftValue none = AFT_VALUE_INIT;

  /* its own, where no source says another */
  aft_record_init_value (root, AFT_DOC_TIME_ZONE, &none);
  aft_plan_apply (self, postmortem);
  if (!aft_record_has (root, AFT_DOC_TIME_ZONE))
    aft_postmortem_set_text (postmortem, root, AFT_DOC_TIME_ZONE, aft_plan_get_time_zone (self));
  return g_object_ref (root);
}
