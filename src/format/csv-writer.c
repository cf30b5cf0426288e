/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "format/csv-writer.h"

#include <string.h>

#include "base/instant.h"
#include "base/quantity.h"
#include "model/record-list.h"
#include "model/schema.h"

/* A spreadsheet runs a cell that begins so as a formula; the apostrophe keeps it text. */
static gboolean
looks_like_formula (const char *text)
{
  return *text != '\0' && strchr ("=+-@\t\r", *text) != NULL;
}

static void
append_cell (GString *out, const char *text)
{
  g_string_append_c (out, '"');
  if (looks_like_formula (text))
    g_string_append_c (out, '\'');
  for (const char *p = text; *p != '\0'; p++)
    {
      if (*p == '"')
        g_string_append_c (out, '"');
      g_string_append_c (out, *p);
    }
  g_string_append_c (out, '"');
}

static char *
format_field (AftRecord *record, guint index)
{
  const AftField *field = aft_record_get_field (record, index);
  guint           choice;

  if (field->kind == AFT_KIND_CHOICE)
    {
      choice = aft_record_get_choice (record, index);
      return g_strdup (choice != AFT_CHOICE_NONE ? field->choices[choice].word : "");
    }
  if (field->kind == AFT_KIND_WORDS)
    return g_strjoinv (", ", (GStrv) aft_record_get_words (record, index));
  if (!aft_record_has (record, index))
    return g_strdup ("");
  if (field->kind == AFT_KIND_INSTANT)
    return aft_instant_format (aft_record_get_integer (record, index, 0));
  if (field->kind == AFT_KIND_FLAG)
    return g_strdup ("true");
  return g_strdup (aft_record_get_text (record, index));
}

/* Columns of the other kind of row stay empty. */
static void
append_fields (GString *out, const AftSchema *schema, AftRecord *record)
{
  for (guint i = 0; i < schema->n_fields; i++)
    {
      g_autofree char *text = record != NULL ? format_field (record, i) : g_strdup ("");

      g_string_append_c (out, ',');
      append_cell (out, text);
    }
}

static void
append_header (GString *out, const char *prefix, const AftSchema *schema)
{
  for (guint i = 0; i < schema->n_fields; i++)
    g_string_append_printf (out, ",\"%s_%s\"", prefix, schema->fields[i].key);
}

static void
append_rows (GString *out, AftRecordList *list, const char *name)
{
  for (guint i = 0; i < aft_record_list_get_length (list); i++)
    {
      AftRecord *record = aft_record_list_get (list, i);
      gboolean   is_event = aft_record_get_schema (record) == &aft_event_schema;

      append_cell (out, name);
      append_fields (out, &aft_event_schema, is_event ? record : NULL);
      append_fields (out, &aft_action_schema, is_event ? NULL : record);
      g_string_append (out, "\r\n");
    }
}

char *
aft_csv_write (AftRecord *root)
{
  GString *out = g_string_new ("\"record\"");

  append_header (out, "event", &aft_event_schema);
  append_header (out, "action", &aft_action_schema);
  g_string_append (out, "\r\n");
  append_rows (out, aft_record_get_list (root, AFT_DOC_EVENTS), "event");
  append_rows (out, aft_record_get_list (root, AFT_DOC_ACTIONS), "action");
  return g_string_free (out, FALSE);
}
