/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "format/markdown-tables.h"

#include <glib/gi18n-lib.h>

#include "base/quantity.h"
#include "base/zone.h"
#include "format/markdown-escape.h"
#include "format/markdown-prose.h"
#include "format/shown.h"
#include "model/events.h"
#include "model/metrics.h"

static void
append_cell (GString *out, const char *text)
{
  g_autofree char *cell = aft_markdown_escape_cell (text);

  g_string_append_printf (out, " %s |", cell);
}

static void
append_figure (GString *out, const char *label, const char *value)
{
  if (out->len == 0)
    g_string_append_printf (out, "\n| %s | %s |\n| --- | --- |\n", _ ("Figure"), _ ("Value"));
  g_string_append_c (out, '|');
  append_cell (out, label);
  append_cell (out, value);
  g_string_append_c (out, '\n');
}

static void
append_duration (GString *out, AftRecord *root)
{
  gint64           seconds;
  gboolean         is_stated;
  g_autofree char *text = NULL;

  if (!aft_impact_duration (root, &seconds, &is_stated) || is_stated)
    return;
  text = aft_duration_format (seconds);
  append_figure (out, aft_metric_get_label (AFT_METRIC_DURATION), text);
}

void
aft_markdown_append_figures (GString *out, AftRecord *root, AftSectionId section)
{
  for (guint i = 0; i < AFT_DOC_N_FIELDS; i++)
    {
      const AftField  *field = aft_record_get_field (root, i);
      g_autofree char *value = NULL;

      if (field->section != section || !aft_record_has (root, i))
        continue;
      value = aft_shown_figure (root, i);
      if (value != NULL)
        append_figure (out, aft_field_get_label (field), value);
    }
  if (section == AFT_SECTION_IMPACT)
    append_duration (out, root);
}

static void
append_header (GString *out, const char *const *titles)
{
  g_string_append (out, "\n|");
  for (guint i = 0; titles[i] != NULL; i++)
    append_cell (out, titles[i]);
  g_string_append (out, "\n|");
  for (guint i = 0; titles[i] != NULL; i++)
    g_string_append (out, " --- |");
  g_string_append_c (out, '\n');
}

static void
append_choice (GString *out, AftRecord *record, guint index)
{
  const AftField *field = aft_record_get_field (record, index);
  guint           choice = aft_record_get_choice (record, index);

  append_cell (out, choice != AFT_CHOICE_NONE ? aft_field_get_choice_label (field, choice) : "");
}

static void
append_event (GString *out, AftRecord *event, guint number, const AftZone *zone)
{
  g_autofree char *when = aft_shown_when (event, zone);
  g_autofree char *text = aft_markdown_embed_cell (aft_record_get_text (event, AFT_EVENT_TEXT));

  g_string_append_printf (out, "| E%u |", number);
  append_cell (out, when);
  append_choice (out, event, AFT_EVENT_KIND);
  append_choice (out, event, AFT_EVENT_LANE);
  append_choice (out, event, AFT_EVENT_MILESTONE);
  g_string_append_printf (out, " %s |", text);
  append_cell (out, aft_record_get_text (event, AFT_EVENT_SOURCE));
  g_string_append_c (out, '\n');
}

static void
append_events (GString *out, AftRecordList *events)
{
  AftRecord       *root = aft_record_list_get_parent (events);
  const AftZone   *zone = aft_zone_get_or_utc (aft_record_get_text (root, AFT_DOC_TIME_ZONE));
  g_autofree char *time = g_strdup_printf (_ ("Time (%s)"), aft_zone_get_name (zone));
  const char      *titles[] = { "#",         time,         _ ("Kind"), _ ("Lane"), _ ("Milestone"),
                                _ ("Event"), _ ("Source"), NULL };
  g_autoptr (GPtrArray) sorted = aft_events_sort (events);

  append_header (out, titles);
  for (guint i = 0; i < sorted->len; i++)
    append_event (out, g_ptr_array_index (sorted, i), i + 1, zone);
}

static void
append_action (GString *out, AftRecord *action, guint number)
{
  g_string_append_printf (out, "| A%u |", number);
  append_cell (out, aft_record_get_text (action, AFT_ACTION_TITLE));
  append_choice (out, action, AFT_ACTION_TYPE);
  append_cell (out, aft_record_get_text (action, AFT_ACTION_OWNER));
  append_cell (out, aft_record_get_text (action, AFT_ACTION_DUE));
  append_choice (out, action, AFT_ACTION_PRIORITY);
  append_choice (out, action, AFT_ACTION_STATUS);
  append_cell (out, aft_record_get_text (action, AFT_ACTION_TICKET));
  append_cell (out, aft_record_get_text (action, AFT_ACTION_DONE_WHEN));
  append_cell (out, aft_record_get_text (action, AFT_ACTION_REASON));
  g_string_append_c (out, '\n');
}

void
aft_markdown_append_rows (GString *out, AftRecordList *list)
{
  const char *titles[] = { "#",          _ ("Action"), _ ("Type"),
                           _ ("Owner"),  _ ("Due"),    _ ("Priority"),
                           _ ("Status"), _ ("Ticket"), _ ("Done when"),
                           _ ("Reason"), NULL };

  if (aft_record_list_get_schema (list) == &aft_event_schema)
    {
      append_events (out, list);
      return;
    }
  append_header (out, titles);
  for (guint i = 0; i < aft_record_list_get_length (list); i++)
    append_action (out, aft_record_list_get (list, i), i + 1);
}
