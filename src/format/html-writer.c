/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "format/html-writer.h"

#include <glib/gi18n-lib.h>

#include "base/quantity.h"
#include "format/html-prose.h"
#include "format/shown.h"
#include "markup/node.h"
#include "model/events.h"
#include "model/metrics.h"
#include "model/record-list.h"
#include "model/schema.h"

static void
append_element (GString *out, const char *element, const char *text)
{
  g_string_append_printf (out, "<%s>", element);
  aft_html_append_text (out, text);
  g_string_append_printf (out, "</%s>", element);
}

static void
append_heading (GString *out, const char *element, const char *text)
{
  append_element (out, element, text);
  g_string_append_c (out, '\n');
}

/* One row of a table of names and values, which begins with its first. */
static void
append_pair (GString *out, const char *label, const char *value)
{
  if (out->len == 0)
    g_string_append (out, "<table>\n");
  g_string_append (out, "<tr>");
  append_element (out, "th", label);
  append_element (out, "td", value);
  g_string_append (out, "</tr>\n");
}

static void
end_pairs (GString *out, GString *pairs)
{
  if (pairs->len > 0)
    g_string_append_printf (out, "%s</table>\n", pairs->str);
}

static char *
format_detail (AftRecord *root, guint index)
{
  const AftField *field = aft_record_get_field (root, index);

  if (field->kind == AFT_KIND_CHOICE)
    return aft_shown_figure (root, index);
  if (field->kind == AFT_KIND_WORDS)
    return g_strjoinv (", ", (GStrv) aft_record_get_words (root, index));
  return g_strdup (aft_record_get_text (root, index));
}

/* Below the title: what kind of document it is, and whose. */
static void
append_details (GString *out, AftRecord *root)
{
  static const AftDocField fields[] = { AFT_DOC_KIND,     AFT_DOC_STATUS,  AFT_DOC_SEVERITY,
                                        AFT_DOC_OWNER,    AFT_DOC_AUTHORS, AFT_DOC_REVIEWERS,
                                        AFT_DOC_SERVICES, AFT_DOC_TAGS,    AFT_DOC_TIME_ZONE };
  g_autoptr (GString) pairs = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    {
      const AftField  *field = aft_record_get_field (root, fields[i]);
      gboolean         is_always = (field->flags & AFT_FIELD_ALWAYS) != 0;
      g_autofree char *value = NULL;

      if (!is_always && !aft_record_has (root, fields[i]))
        continue;
      value = format_detail (root, fields[i]);
      append_pair (pairs, aft_field_get_label (field), value);
    }
  end_pairs (out, pairs);
}

static void
append_metrics (GString *pairs, AftRecord *root)
{
  AftMetric metrics[AFT_N_METRICS];

  aft_metrics_compute (aft_record_get_list (root, AFT_DOC_EVENTS), metrics);
  for (guint i = 0; i < AFT_N_METRICS; i++)
    if (metrics[i].state == AFT_METRIC_KNOWN)
      {
        g_autofree char *duration = aft_duration_format (metrics[i].seconds);

        append_pair (pairs, aft_metric_get_label (i), duration);
      }
}

static void
append_figures (GString *out, AftRecord *root, AftSectionId section)
{
  g_autoptr (GString) pairs = g_string_new (NULL);

  for (guint i = 0; i < AFT_DOC_N_FIELDS; i++)
    {
      const AftField  *field = aft_record_get_field (root, i);
      g_autofree char *value = NULL;

      if (field->section == section && aft_record_has (root, i))
        value = aft_shown_figure (root, i);
      if (value != NULL)
        append_pair (pairs, aft_field_get_label (field), value);
    }
  if (section == AFT_SECTION_TIMELINE)
    append_metrics (pairs, root);
  end_pairs (out, pairs);
}

static void
append_titles (GString         *out,
               const char      *first,
               const AftSchema *schema,
               const guint     *fields,
               guint            n)
{
  g_string_append (out, "<table>\n<thead>\n<tr>");
  append_element (out, "th", first);
  for (guint i = 0; i < n; i++)
    append_element (out, "th", aft_field_get_label (&schema->fields[fields[i]]));
  g_string_append (out, "</tr>\n</thead>\n<tbody>\n");
}

static void
append_cell (GString *out, AftRecord *record, guint index)
{
  const AftField *field = aft_record_get_field (record, index);
  guint           choice;

  g_string_append (out, "<td>");
  if (field->kind == AFT_KIND_PROSE)
    aft_html_append_cell (out, aft_record_get_text (record, index));
  else if (field->kind == AFT_KIND_CHOICE)
    {
      choice = aft_record_get_choice (record, index);
      if (choice != AFT_CHOICE_NONE)
        aft_html_append_text (out, aft_field_get_choice_label (field, choice));
    }
  else
    aft_html_append_text (out, aft_record_get_text (record, index));
  g_string_append (out, "</td>");
}

static void
append_events (GString *out, AftRecordList *events)
{
  static const guint fields[] = {
    AFT_EVENT_KIND, AFT_EVENT_LANE, AFT_EVENT_MILESTONE, AFT_EVENT_TEXT, AFT_EVENT_SOURCE
  };
  AftRecord       *root = aft_record_list_get_parent (events);
  const AftZone   *zone = aft_zone_get_or_utc (aft_record_get_text (root, AFT_DOC_TIME_ZONE));
  g_autofree char *time = g_strdup_printf (_ ("Time (%s)"), aft_zone_get_name (zone));
  g_autoptr (GPtrArray) sorted = aft_events_sort (events);

  append_titles (out, time, &aft_event_schema, fields, G_N_ELEMENTS (fields));
  for (guint i = 0; i < sorted->len; i++)
    {
      AftRecord       *event = g_ptr_array_index (sorted, i);
      g_autofree char *when = aft_shown_when (event, zone);

      g_string_append (out, "<tr>");
      append_element (out, "td", when);
      for (guint k = 0; k < G_N_ELEMENTS (fields); k++)
        append_cell (out, event, fields[k]);
      g_string_append (out, "</tr>\n");
    }
  g_string_append (out, "</tbody>\n</table>\n");
}

static void
append_actions (GString *out, AftRecordList *actions)
{
  static const guint fields[] = { AFT_ACTION_TITLE,  AFT_ACTION_TYPE,      AFT_ACTION_OWNER,
                                  AFT_ACTION_DUE,    AFT_ACTION_PRIORITY,  AFT_ACTION_STATUS,
                                  AFT_ACTION_TICKET, AFT_ACTION_DONE_WHEN, AFT_ACTION_REASON };

  append_titles (out, "#", &aft_action_schema, fields, G_N_ELEMENTS (fields));
  for (guint i = 0; i < aft_record_list_get_length (actions); i++)
    {
      g_string_append_printf (out, "<tr><td>A%u</td>", i + 1);
      for (guint k = 0; k < G_N_ELEMENTS (fields); k++)
        append_cell (out, aft_record_list_get (actions, i), fields[k]);
      g_string_append (out, "</tr>\n");
    }
  g_string_append (out, "</tbody>\n</table>\n");
}

static void
append_link (GString *out, AftRecord *link)
{
  const char *label = aft_record_get_text (link, AFT_LINK_LABEL);
  const char *url = aft_record_get_text (link, AFT_LINK_URL);

  if (!aft_link_is_safe (url))
    {
      aft_html_append_text (out, label);
      g_string_append (out, *label != '\0' && *url != '\0' ? " " : "");
      aft_html_append_text (out, url);
      return;
    }
  g_string_append (out, "<a href=\"");
  aft_html_append_text (out, url);
  g_string_append (out, "\">");
  aft_html_append_text (out, *label != '\0' ? label : url);
  g_string_append (out, "</a>");
}

/* Items, links, and whys with what is below them. */
static void
append_items (GString *out, AftRecordList *list)
{
  const AftSchema *schema = aft_record_list_get_schema (list);

  if (aft_record_list_get_length (list) == 0)
    return;
  g_string_append (out, "<ul>\n");
  for (guint i = 0; i < aft_record_list_get_length (list); i++)
    {
      AftRecord *row = aft_record_list_get (list, i);

      g_string_append (out, "<li>");
      if (schema == &aft_link_schema)
        append_link (out, row);
      else
        aft_html_append_cell (out, aft_record_get_text (row, 0));
      if (schema == &aft_why_schema)
        append_items (out, aft_record_get_list (row, AFT_WHY_BECAUSE));
      g_string_append (out, "</li>\n");
    }
  g_string_append (out, "</ul>\n");
}

static void
append_list (GString *out, AftRecordList *list, const char *label)
{
  const AftSchema *schema = aft_record_list_get_schema (list);

  if (aft_record_list_get_length (list) == 0)
    return;
  if (schema != &aft_action_schema)
    append_heading (out, "h3", label);
  if (schema == &aft_event_schema)
    append_events (out, list);
  else if (schema == &aft_action_schema)
    append_actions (out, list);
  else
    append_items (out, list);
}

static void
append_field (GString *out, AftRecord *root, guint index)
{
  const AftField *field = aft_record_get_field (root, index);
  const char     *label = aft_field_get_label (field);

  if ((field->flags & AFT_FIELD_INTERNAL) != 0)
    return;
  if (field->kind == AFT_KIND_LIST)
    append_list (out, aft_record_get_list (root, index), label);
  else if (field->kind == AFT_KIND_PROSE && aft_record_has (root, index))
    {
      append_heading (out, "h3", label);
      aft_html_append_prose (out, aft_record_get_text (root, index));
    }
}

static void
append_section (GString *out, AftRecord *root, AftSectionId section)
{
  g_autoptr (GString) body = g_string_new (NULL);

  if (section == AFT_SECTION_IMPACT || section == AFT_SECTION_TIMELINE)
    append_figures (body, root, section);
  for (guint i = 0; i < AFT_DOC_N_FIELDS; i++)
    if (aft_record_get_field (root, i)->section == section)
      append_field (body, root, i);
  if (body->len == 0)
    return;
  append_heading (out, "h2", aft_section_get_title (section));
  g_string_append_len (out, body->str, body->len);
}

static void
append_head (GString *out, AftRecord *root, const char *title)
{
  const char *language = aft_record_get_text (root, AFT_DOC_LANGUAGE);

  g_string_append (out, "<!DOCTYPE html>\n<html");
  if (*language != '\0')
    {
      g_string_append (out, " lang=\"");
      aft_html_append_text (out, language);
      g_string_append_c (out, '"');
    }
  g_string_append (out, ">\n<head>\n<meta charset=\"utf-8\"/>\n");
  append_heading (out, "title", title);
  g_string_append (out, "</head>\n<body>\n");
}

char *
aft_html_write (AftRecord *root)
{
  GString    *out = g_string_new (NULL);
  const char *title = aft_record_get_text (root, AFT_DOC_TITLE);

  if (*title == '\0')
    title = _ ("Untitled postmortem");
  append_head (out, root, title);
  append_heading (out, "h1", title);
  append_details (out, root);
  for (guint section = 0; section < AFT_N_SECTIONS; section++)
    append_section (out, root, section);
  g_string_append (out, "</body>\n</html>\n");
  return g_string_free (out, FALSE);
}
