/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "format/import/plan-private.h"

#include "base/zone.h"
#include "format/import/milestones.h"
#include "format/import/twins.h"
#include "model/events.h"
#include "model/schema.h"

static void
source_free (gpointer data)
{
  AftPlanSource *source = data;

  g_clear_pointer (&source->import, aft_import_free);
  g_clear_pointer (&source->bytes, g_bytes_unref);
  g_free (source->name);
  g_free (source->time_zone);
  g_free (source->date);
  g_free (source);
}

AftPlan *
aft_plan_new (AftRecord *target)
{
  AftPlan *self = g_new0 (AftPlan, 1);

  self->target = target != NULL ? aft_record_copy (target) : NULL;
  self->sources = g_ptr_array_new_with_free_func (source_free);
  self->items = g_list_store_new (AFT_TYPE_PLAN_ITEM);
  self->by_record = g_hash_table_new (NULL, NULL);
  self->roles = aft_roles_new ();
  return self;
}

void
aft_plan_free (AftPlan *self)
{
  g_clear_object (&self->target);
  g_clear_object (&self->items);
  g_hash_table_unref (self->by_record);
  g_ptr_array_unref (self->sources);
  aft_roles_free (self->roles);
  g_free (self);
}

static AftPlanSource *
get_source (AftPlan *self, guint source)
{
  return g_ptr_array_index (self->sources, source);
}

gboolean
aft_plan_read (AftPlan                *self,
               const char             *name,
               GBytes                 *bytes,
               const AftImportOptions *options,
               GError                **error)
{
  AftImport *import =
      aft_import (name, g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), options, error);
  AftPlanSource *source;

  if (import == NULL)
    return FALSE;
  source = g_new0 (AftPlanSource, 1);
  source->import = import;
  source->name = g_strdup (name);
  source->bytes = g_bytes_ref (bytes);
  source->time_zone = g_strdup (options->time_zone);
  source->date = g_strdup (options->date);
  source->zone_is_chosen = options->zone_is_chosen;
  g_ptr_array_add (self->sources, source);
  return TRUE;
}

/* Items */

static void
add_item (AftPlan *self, AftPlanKind kind, guint source, AftRecord *record, guint field)
{
  g_autoptr (AftPlanItem) item = aft_plan_item_new (kind, source, record, field);

  aft_plan_item_set_number (item, ++self->n_items[kind]);
  g_list_store_append (self->items, item);
  if (kind != AFT_PLAN_FIELD)
    g_hash_table_insert (self->by_record, record, item);
}

static void
add_list (AftPlan *self, AftPlanKind kind, guint source, guint field)
{
  AftRecordList *list = aft_record_get_list (get_source (self, source)->import->root, field);

  for (guint i = 0; i < aft_record_list_get_length (list); i++)
    add_item (self, kind, source, aft_record_list_get (list, i), field);
}

/* What the document keeps for itself is no part of the choice. */
static gboolean
is_offered (AftPlan *self, const AftField *field, guint index)
{
  if (field->kind == AFT_KIND_LIST || field->label == NULL ||
      (field->flags & AFT_FIELD_INTERNAL) != 0)
    return FALSE;
  if (index == AFT_DOC_KIND || index == AFT_DOC_LANGUAGE || index == AFT_DOC_REFLECTION)
    return FALSE;
  return index != AFT_DOC_TIME_ZONE || self->target == NULL;
}

static void
add_fields (AftPlan *self, guint source)
{
  AftRecord *root = get_source (self, source)->import->root;

  for (guint i = 0; i < aft_doc_schema.n_fields; i++)
    if (is_offered (self, &aft_doc_schema.fields[i], i) && aft_record_has (root, i))
      add_item (self, AFT_PLAN_FIELD, source, root, i);
}

/* The name of a file is no title for a document that there is already. */
static gboolean
is_file_name (AftPlan *self, AftPlanItem *item)
{
  AftImport *import = get_source (self, aft_plan_item_get_source (item))->import;

  return self->target != NULL && aft_plan_item_get_field (item) == AFT_DOC_TITLE &&
         aft_provenance_find_field (import->provenance, import->root, AFT_DOC_TITLE) == NULL;
}

/* A title that the document has is not taken from a file that is added to it; prose is added. */
static void
leave_out_known (AftPlan *self)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->items));

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (AftPlanItem) item = g_list_model_get_item (G_LIST_MODEL (self->items), i);
      guint    field = aft_plan_item_get_field (item);
      gboolean is_known = FALSE;

      if (aft_plan_item_get_kind (item) != AFT_PLAN_FIELD ||
          aft_doc_schema.fields[field].kind == AFT_KIND_PROSE)
        continue;
      is_known =
          self->target != NULL && (aft_record_has (self->target, field) || field == AFT_DOC_STATUS);
      for (guint k = 0; k < aft_plan_item_get_source (item); k++)
        is_known |= aft_record_has (get_source (self, k)->import->root, field);
      if (is_known || is_file_name (self, item))
        aft_plan_item_set_included (item, FALSE);
    }
}

/* Milestones */

static void
offer_milestones (AftPlan *self)
{
  AftRecord *candidates[AFT_N_MILESTONES];
  g_autoptr (GPtrArray) events = _aft_plan_sort_events (self);
  AftRecordList *known =
      self->target != NULL ? aft_record_get_list (self->target, AFT_DOC_EVENTS) : NULL;

  aft_milestones_suggest (events, candidates);
  for (guint i = 0; i < AFT_N_MILESTONES; i++)
    {
      AftPlanItem *item =
          candidates[i] != NULL ? aft_plan_find (self, candidates[i], AFT_EVENT_TEXT) : NULL;

      if (item != NULL && (known == NULL || aft_events_find_milestone (known, i) == NULL))
        aft_plan_item_set_milestone (item, i);
    }
}

GPtrArray *
_aft_plan_sort_events (AftPlan *self)
{
  GPtrArray *events = g_ptr_array_new ();

  for (guint i = 0; i < self->n_items[AFT_PLAN_EVENT]; i++)
    {
      g_autoptr (AftPlanItem) item = g_list_model_get_item (G_LIST_MODEL (self->items), i);

      g_ptr_array_add (events, aft_plan_item_get_record (item));
    }
  return events;
}

/* Twins */

static void
find_twins (AftPlan *self)
{
  g_autoptr (AftTwins) twins = aft_twins_new ();
  AftRecordList *known =
      self->target != NULL ? aft_record_get_list (self->target, AFT_DOC_EVENTS) : NULL;

  for (guint i = 0; known != NULL && i < aft_record_list_get_length (known); i++)
    {
      AftRecord *event = aft_record_list_get (known, i);

      aft_twins_add (twins, event, aft_event_get_at (event), G_MAXUINT);
    }
  for (guint i = 0; i < self->n_items[AFT_PLAN_EVENT]; i++)
    {
      g_autoptr (AftPlanItem) item = g_list_model_get_item (G_LIST_MODEL (self->items), i);

      aft_twins_add (twins,
                     aft_plan_item_get_record (item),
                     aft_plan_get_at (self, item),
                     aft_plan_item_get_source (item));
    }
  aft_twins_settle (twins);
  for (guint i = 0; i < self->n_items[AFT_PLAN_EVENT]; i++)
    {
      g_autoptr (AftPlanItem) item = g_list_model_get_item (G_LIST_MODEL (self->items), i);
      AftRecord *twin = aft_twins_find (twins, aft_plan_item_get_record (item));

      if ((twin == NULL) != (aft_plan_item_get_twin (item) == NULL))
        aft_plan_item_set_included (item, twin == NULL);
      aft_plan_item_set_twin (item, twin);
    }
}

void
aft_plan_settle (AftPlan *self)
{
  static const guint entries[] = { AFT_DOC_FACTORS,     AFT_DOC_WHYS,  AFT_DOC_WENT_WELL,
                                   AFT_DOC_WENT_POORLY, AFT_DOC_LUCKY, AFT_DOC_LINKS };
  guint              n = self->sources->len;

  g_return_if_fail (g_list_model_get_n_items (G_LIST_MODEL (self->items)) == 0);

  for (guint i = 0; i < n; i++)
    add_list (self, AFT_PLAN_EVENT, i, AFT_DOC_EVENTS);
  for (guint i = 0; i < n; i++)
    add_list (self, AFT_PLAN_ACTION, i, AFT_DOC_ACTIONS);
  for (guint k = 0; k < G_N_ELEMENTS (entries); k++)
    for (guint i = 0; i < n; i++)
      add_list (self, AFT_PLAN_ENTRY, i, entries[k]);
  for (guint i = 0; i < n; i++)
    {
      add_fields (self, i);
      aft_roles_collect (self->roles, get_source (self, i)->import->root);
    }
  leave_out_known (self);
  offer_milestones (self);
  find_twins (self);
}

/* Reading anew */

static void
copy_choices (AftPlan *self, AftPlan *from)
{
  GListModel *items = G_LIST_MODEL (self->items), *before = G_LIST_MODEL (from->items);
  GPtrArray  *names = aft_roles_get_names (from->roles);

  for (guint i = 0; i < names->len; i++)
    {
      const AftRoleName *one = g_ptr_array_index (names, i);

      aft_roles_set (self->roles, one->name, one->role);
    }
  /* the same text makes the same items, whatever day it is */
  if (g_list_model_get_n_items (items) != g_list_model_get_n_items (before))
    return;
  for (guint i = 0; i < g_list_model_get_n_items (items); i++)
    {
      g_autoptr (AftPlanItem) item = g_list_model_get_item (items, i);
      g_autoptr (AftPlanItem) old = g_list_model_get_item (before, i);

      if ((aft_plan_item_get_twin (item) == NULL) == (aft_plan_item_get_twin (old) == NULL))
        aft_plan_item_set_included (item, aft_plan_item_get_included (old));
      if (aft_plan_item_get_milestone (item) == aft_plan_item_get_milestone (old))
        aft_plan_item_set_milestone_taken (item, aft_plan_item_get_milestone_taken (old));
    }
}

AftPlan *
aft_plan_read_again (AftPlan *self, const char *time_zone, const char *date)
{
  AftPlan *plan = aft_plan_new (self->target);

  for (guint i = 0; i < self->sources->len; i++)
    {
      const AftPlanSource   *source = get_source (self, i);
      const AftImportOptions options = {
        .time_zone = time_zone != NULL ? time_zone : source->time_zone,
        .date = date != NULL ? date : source->date,
        .zone_is_chosen = time_zone != NULL || source->zone_is_chosen,
      };

      /* what could be read once can be read again */
      if (aft_plan_read (plan, source->name, source->bytes, &options, NULL))
        get_source (plan, plan->sources->len - 1)->skew_seconds = source->skew_seconds;
    }
  aft_plan_settle (plan);
  copy_choices (plan, self);
  return plan;
}

/* Questions */

guint
aft_plan_get_n_sources (AftPlan *self)
{
  return self->sources->len;
}

const char *
aft_plan_get_name (AftPlan *self, guint source)
{
  g_return_val_if_fail (source < self->sources->len, NULL);
  return get_source (self, source)->name;
}

AftImport *
aft_plan_get_import (AftPlan *self, guint source)
{
  g_return_val_if_fail (source < self->sources->len, NULL);
  return get_source (self, source)->import;
}

GListModel *
aft_plan_get_items (AftPlan *self)
{
  return G_LIST_MODEL (self->items);
}

AftPlanItem *
aft_plan_find (AftPlan *self, AftRecord *record, guint field)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->items));

  if (record == NULL || aft_record_get_schema (record) != &aft_doc_schema)
    return record != NULL ? g_hash_table_lookup (self->by_record, record) : NULL;
  for (guint i = n - self->n_items[AFT_PLAN_FIELD]; i < n; i++)
    {
      /* the list keeps it */
      g_autoptr (AftPlanItem) item = g_list_model_get_item (G_LIST_MODEL (self->items), i);

      if (aft_plan_item_get_record (item) == record && aft_plan_item_get_field (item) == field)
        return item;
    }
  return NULL;
}

guint
aft_plan_count (AftPlan *self, AftPlanKind kind, gboolean included_only)
{
  guint n = 0;

  g_return_val_if_fail (kind < AFT_N_PLAN_KINDS, 0);

  if (!included_only)
    return self->n_items[kind];
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->items)); i++)
    {
      g_autoptr (AftPlanItem) item = g_list_model_get_item (G_LIST_MODEL (self->items), i);

      n += aft_plan_item_get_kind (item) == kind && aft_plan_item_get_included (item);
    }
  return n;
}

AftRoles *
aft_plan_get_roles (AftPlan *self)
{
  return self->roles;
}

void
aft_plan_set_skew (AftPlan *self, guint source, gint64 seconds)
{
  g_return_if_fail (source < self->sources->len);

  if (get_source (self, source)->skew_seconds == seconds)
    return;
  get_source (self, source)->skew_seconds = seconds;
  find_twins (self);
}

gint64
aft_plan_get_skew (AftPlan *self, guint source)
{
  g_return_val_if_fail (source < self->sources->len, 0);
  return get_source (self, source)->skew_seconds;
}

AftInstant
_aft_plan_shift (AftPlan *self, AftPlanItem *item, AftInstant instant)
{
  gint64 skew = get_source (self, aft_plan_item_get_source (item))->skew_seconds * G_USEC_PER_SEC;

  return instant == AFT_INSTANT_NONE ? instant : CLAMP (instant + skew, 0, AFT_INSTANT_MAX);
}

AftInstant
aft_plan_get_at (AftPlan *self, AftPlanItem *item)
{
  return _aft_plan_shift (self, item, aft_event_get_at (aft_plan_item_get_record (item)));
}

guint
aft_plan_count_undated (AftPlan *self)
{
  guint n = 0;

  for (guint i = 0; i < self->n_items[AFT_PLAN_EVENT]; i++)
    {
      g_autoptr (AftPlanItem) item = g_list_model_get_item (G_LIST_MODEL (self->items), i);

      n += aft_plan_get_at (self, item) == AFT_INSTANT_NONE &&
           aft_record_has (aft_plan_item_get_record (item), AFT_EVENT_WRITTEN);
    }
  return n;
}

static gboolean
has_day (AftPlan *self)
{
  for (guint i = 0; i < self->sources->len; i++)
    if (*aft_plan_get_import (self, i)->facts.day != '\0')
      return TRUE;
  return FALSE;
}

static AftInstant
first_event (AftRecord *root)
{
  g_autoptr (GPtrArray) events = aft_events_sort (aft_record_get_list (root, AFT_DOC_EVENTS));

  return events->len > 0 ? aft_event_get_at (events->pdata[0]) : AFT_INSTANT_NONE;
}

char *
aft_plan_suggest_day (AftPlan *self, AftInstant now)
{
  AftInstant day = self->target != NULL ? first_event (self->target) : AFT_INSTANT_NONE;

  if (has_day (self) || aft_plan_count_undated (self) == 0)
    return NULL;
  return aft_zone_format_date (aft_zone_get_or_utc (aft_plan_get_time_zone (self)),
                               day != AFT_INSTANT_NONE ? day : now);
}

const char *
aft_plan_get_time_zone (AftPlan *self)
{
  const char *zone =
      self->target != NULL ? aft_record_get_text (self->target, AFT_DOC_TIME_ZONE) : "";

  if (*zone == '\0' && self->sources->len > 0)
    zone = aft_record_get_text (get_source (self, 0)->import->root, AFT_DOC_TIME_ZONE);
  return *zone != '\0' ? zone : "UTC";
}
