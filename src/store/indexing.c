/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "markup/node.h"
#include "model/completeness.h"
#include "model/events.h"
#include "model/metrics.h"
#include "store/entry-private.h"

static AftInstant
find_start (AftRecordList *events)
{
  AftRecord *event = aft_events_find_milestone (events, AFT_MILESTONE_IMPACT_START);
  AftInstant first = AFT_INSTANT_NONE, last;

  if (event != NULL && aft_event_get_at (event) != AFT_INSTANT_NONE)
    return aft_event_get_at (event);
  return aft_events_span (events, &first, &last) ? first : AFT_INSTANT_NONE;
}

/* An incident that has begun and of which no event says that it ended. */
static gboolean
is_ongoing (AftRecord *root)
{
  AftRecordList *events = aft_record_get_list (root, AFT_DOC_EVENTS);

  return aft_record_get_choice (root, AFT_DOC_KIND) == AFT_DOC_KIND_INCIDENT &&
         aft_record_get_choice (root, AFT_DOC_STATUS) != AFT_STATUS_CLOSED &&
         aft_events_find_milestone (events, AFT_MILESTONE_MITIGATED) == NULL &&
         aft_events_find_milestone (events, AFT_MILESTONE_RESOLVED) == NULL;
}

static gboolean
is_open_action (AftRecord *action)
{
  guint status = aft_record_get_choice (action, AFT_ACTION_STATUS);

  return status != AFT_ACTION_STATUS_DONE && status != AFT_ACTION_STATUS_WONT_DO;
}

static int
compare_dues (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

static void
count_actions (AftEntryRow *row, AftRecordList *actions)
{
  g_autoptr (GPtrArray) dues = g_ptr_array_new ();

  for (guint i = 0; i < aft_record_list_get_length (actions); i++)
    {
      AftRecord  *action = aft_record_list_get (actions, i);
      const char *due = aft_record_get_text (action, AFT_ACTION_DUE);

      if (!is_open_action (action))
        continue;
      row->open_actions++;
      if (*due != '\0')
        g_ptr_array_add (dues, (gpointer) due);
    }
  g_ptr_array_sort (dues, compare_dues);
  g_ptr_array_add (dues, NULL);
  row->dues = g_strjoinv ("\n", (char **) dues->pdata);
}

void
aft_entry_row_init (AftEntryRow *row, AftRecord *root)
{
  AftCompleteness completeness = aft_completeness_of_document (root);
  gboolean        is_stated;

  *row = (AftEntryRow){ 0 };
  row->id = g_strdup (aft_record_get_text (root, AFT_DOC_ID));
  row->title = g_strdup (aft_record_get_text (root, AFT_DOC_TITLE));
  row->time_zone = g_strdup (aft_record_get_text (root, AFT_DOC_TIME_ZONE));
  row->services = g_strjoinv ("\n", (GStrv) aft_record_get_words (root, AFT_DOC_SERVICES));
  row->tags = g_strjoinv ("\n", (GStrv) aft_record_get_words (root, AFT_DOC_TAGS));
  row->kind = aft_record_get_choice (root, AFT_DOC_KIND);
  row->status = aft_record_get_choice (root, AFT_DOC_STATUS);
  row->severity = aft_record_get_choice (root, AFT_DOC_SEVERITY);
  row->start = find_start (aft_record_get_list (root, AFT_DOC_EVENTS));
  row->modified = aft_record_get_integer (root, AFT_DOC_MODIFIED, 0);
  row->is_ongoing = is_ongoing (root);
  row->completeness = (double) completeness.filled / completeness.expected;
  if (!aft_impact_duration (root, &row->duration, &is_stated))
    row->duration = -1;
  count_actions (row, aft_record_get_list (root, AFT_DOC_ACTIONS));
}

static void
append_text (GString *text, AftKind kind, const char *value)
{
  g_autofree char *plain = kind == AFT_KIND_PROSE ? aft_markup_plain (value) : NULL;

  if (*value == '\0')
    return;
  g_string_append (text, plain != NULL ? plain : value);
  g_string_append_c (text, '\n');
}

static gboolean
is_searched (const AftField *field)
{
  if ((field->flags & AFT_FIELD_INTERNAL) != 0)
    return FALSE;
  return field->kind == AFT_KIND_LINE || field->kind == AFT_KIND_PROSE ||
         field->kind == AFT_KIND_WORDS || field->kind == AFT_KIND_LIST ||
         field->kind == AFT_KIND_URL;
}

static void
append_record (GString *text, AftRecord *record)
{
  const AftSchema *schema = aft_record_get_schema (record);

  for (guint i = 0; i < schema->n_fields; i++)
    {
      const AftField *field = &schema->fields[i];
      AftRecordList  *list = aft_record_get_list (record, i);

      if (!is_searched (field) || (schema == &aft_doc_schema && i == AFT_DOC_TITLE))
        continue;
      for (guint row = 0; list != NULL && row < aft_record_list_get_length (list); row++)
        append_record (text, aft_record_list_get (list, row));
      if (field->kind == AFT_KIND_WORDS)
        {
          g_autofree char *words = g_strjoinv (" ", (GStrv) aft_record_get_words (record, i));

          append_text (text, field->kind, words);
        }
      else if (list == NULL)
        append_text (text, field->kind, aft_record_get_text (record, i));
    }
}

char *
aft_entry_index_text (AftRecord *root)
{
  GString *text = g_string_new (NULL);

  append_record (text, root);
  return g_string_free (text, FALSE);
}
