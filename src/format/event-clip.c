/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "format/event-clip.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "base/text.h"
#include "format/json-reader.h"
#include "format/json-writer.h"
#include "model/event-line.h"
#include "model/events.h"

static const char *
format_stamp (AftInstant instant, char **stamp)
{
  *stamp = aft_time_entry_format (aft_zone_utc (), instant);
  return *stamp;
}

/* "2026-05-04 14:02", with the end behind a dash; in UTC, so that it means the same anywhere. */
static void
append_time (GString *out, AftRecord *event, const AftZone *zone)
{
  AftInstant       at = aft_event_get_at (event);
  AftInstant       until = aft_event_get_until (event);
  guint            precision = aft_record_get_choice (event, AFT_EVENT_PRECISION);
  g_autofree char *start = NULL;
  g_autofree char *stop = NULL;

  if (at == AFT_INSTANT_NONE)
    {
      g_string_append_c (out, '?');
      return;
    }
  if (precision == AFT_PRECISION_DATE)
    {
      start = aft_zone_format_date (zone, at);
      g_string_append (out, start);
      return;
    }
  if (precision == AFT_PRECISION_APPROXIMATE)
    g_string_append_c (out, '~');
  g_string_append (out, format_stamp (at, &start));
  if (until != AFT_INSTANT_NONE)
    g_string_append_printf (out, " – %s", format_stamp (until, &stop));
  g_string_append (out, " UTC");
}

/* Two blanks, or a colon before what would be read as a part of the time: "UTC: +5 servers". */
static const char *
get_separator (const char *text)
{
  return *text == '\0' || g_unichar_isalpha (g_utf8_get_char (text)) ? " " : ":";
}

static char *
get_line (AftRecord *event)
{
  return aft_text_clean_line (aft_record_get_text (event, AFT_EVENT_TEXT), -1);
}

/* A word of the text that would be read as something else gets a backslash. */
static void
append_text (GString *out, const char *text)
{
  const AftTimeContext context = { aft_zone_utc (), 0, AFT_INSTANT_NONE };
  g_auto (GStrv) words = g_strsplit (text, " ", -1);

  for (guint i = 0; words[i] != NULL; i++)
    {
      g_auto (AftEventLine) line = { 0 };
      gboolean has_sign = *words[i] != '\0' && strchr ("#!@\\", *words[i]) != NULL;

      if (has_sign)
        aft_event_line_parse (words[i], &context, &line);
      g_string_append_c (out, ' ');
      if (has_sign && !g_str_equal (line.text, words[i]))
        g_string_append_c (out, '\\');
      g_string_append (out, words[i]);
    }
}

/* The word of the file: it is read in any language. */
static void
append_choice (GString *out, AftRecord *event, guint field, char sign)
{
  guint choice = aft_record_get_choice (event, field);

  if (aft_record_has (event, field) && choice != AFT_CHOICE_NONE)
    g_string_append_printf (
        out, " %c%s", sign, aft_event_schema.fields[field].choices[choice].word);
}

char *
aft_event_clip_write_text (GPtrArray *events, const char *zone)
{
  GString *out = g_string_new (NULL);

  for (guint i = 0; i < events->len; i++)
    {
      AftRecord       *event = g_ptr_array_index (events, i);
      g_autofree char *text = get_line (event);

      append_time (out, event, aft_zone_get_or_utc (zone));
      g_string_append (out, get_separator (text));
      append_text (out, text);
      append_choice (out, event, AFT_EVENT_KIND, '#');
      append_choice (out, event, AFT_EVENT_MILESTONE, '!');
      append_choice (out, event, AFT_EVENT_LANE, '@');
      g_string_append_c (out, '\n');
    }
  return g_string_free (out, FALSE);
}

static void
append_cell (GString *out, const char *name, const char *text)
{
  g_autofree char *escaped = g_markup_escape_text (text, -1);

  g_string_append_printf (out, "<%s>%s</%s>", name, escaped, name);
}

static void
append_label (GString *out, AftRecord *event, guint field)
{
  guint choice = aft_record_get_choice (event, field);

  append_cell (out,
               "td",
               choice == AFT_CHOICE_NONE
                   ? ""
                   : aft_field_get_choice_label (&aft_event_schema.fields[field], choice));
}

static void
append_row (GString *out, AftRecord *event, const AftZone *zone)
{
  g_autoptr (GString) time = g_string_new (NULL);
  g_autofree char *text = get_line (event);

  append_time (time, event, zone);
  g_string_append (out, "<tr>");
  append_cell (out, "td", time->str);
  append_cell (out, "td", text);
  append_label (out, event, AFT_EVENT_KIND);
  append_label (out, event, AFT_EVENT_MILESTONE);
  append_label (out, event, AFT_EVENT_LANE);
  g_string_append (out, "</tr>\n");
}

char *
aft_event_clip_write_html (GPtrArray *events, const char *zone)
{
  static const guint fields[] = {
    AFT_EVENT_AT, AFT_EVENT_TEXT, AFT_EVENT_KIND, AFT_EVENT_MILESTONE, AFT_EVENT_LANE,
  };
  GString *out = g_string_new ("<table>\n<thead><tr>");

  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    append_cell (out, "th", aft_field_get_label (&aft_event_schema.fields[fields[i]]));
  g_string_append (out, "</tr></thead>\n<tbody>\n");
  for (guint i = 0; i < events->len; i++)
    append_row (out, g_ptr_array_index (events, i), aft_zone_get_or_utc (zone));
  g_string_append (out, "</tbody>\n</table>\n");
  return g_string_free (out, FALSE);
}

char *
aft_event_clip_write_json (GPtrArray *events)
{
  g_autoptr (AftRecord) root = aft_record_new (&aft_doc_schema);
  AftRecordList *list = aft_record_get_list (root, AFT_DOC_EVENTS);
  g_auto (AftValue) format = AFT_VALUE_INIT;

  aft_value_set_integer (&format, AFT_FORMAT_VERSION);
  aft_record_init_value (root, AFT_DOC_FORMAT, &format);
  for (guint i = 0; i < events->len; i++)
    {
      g_autoptr (AftRecord) copy = aft_record_copy (g_ptr_array_index (events, i));

      aft_record_list_init_append (list, copy);
    }
  return aft_json_write (root, NULL);
}

GPtrArray *
aft_event_clip_read_json (const char *json, gsize length, GError **error)
{
  g_autoptr (AftRecord) root = aft_json_read (json, length, error);
  AftRecordList *list;
  GPtrArray     *events;

  if (root == NULL)
    return NULL;
  list = aft_record_get_list (root, AFT_DOC_EVENTS);
  events = g_ptr_array_new_with_free_func (g_object_unref);
  for (guint i = 0; i < aft_record_list_get_length (list); i++)
    g_ptr_array_add (events, aft_record_copy (aft_record_list_get (list, i)));
  return events;
}

GPtrArray *
aft_event_clip_read_text (const char *text, const AftTimeContext *context)
{
  GPtrArray       *events = g_ptr_array_new_with_free_func (g_object_unref);
  AftTimeContext   before = *context;
  g_autofree char *clean = aft_text_clean (text, -1, NULL);
  g_auto (GStrv) lines = g_strsplit (clean, "\n", -1);

  for (guint i = 0; lines[i] != NULL; i++)
    {
      g_auto (AftEventLine) line = { 0 };

      if (*g_strstrip (lines[i]) == '\0')
        continue;
      aft_event_line_parse (lines[i], &before, &line);
      g_ptr_array_add (events, aft_event_line_create_event (&line));
      if (line.has_time)
        before.previous = line.time.instant;
    }
  return events;
}
