/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "format/markdown-trailer.h"

#include <string.h>

#include "format/json-private.h"
#include "format/markdown-fingerprint.h"
#include "format/markdown-prose.h"
#include "model/events.h"

/* Writes what distinguishes a document from what is read of it. Members of an object follow each
 * other behind "{"; an object that stays empty is taken back. */

static gboolean append_record (GString *out, AftRecord *record, AftRecord *read);

static void
append_key (GString *out, const char *key)
{
  const char last = out->len > 0 ? out->str[out->len - 1] : '{';

  if (last != '{')
    g_string_append (out, last == '\n' ? "" : ", ");
  aft_json_append_string (out, key);
  g_string_append (out, ": ");
}

static void
append_was (GString *out, AftRecord *read, guint field)
{
  g_string_append_printf (out, "\"was\": \"%08x\"", aft_markdown_fingerprint_field (read, field));
}

static gsize
common_prefix (const char *a, const char *b)
{
  gsize n = 0;

  while (a[n] != '\0' && a[n] == b[n])
    n++;
  while (n > 0 && ((guchar) a[n] & 0xC0) == 0x80)
    n--;
  return n;
}

/* Whole characters, and none of the first skip bytes of either. */
static gsize
common_suffix (const char *a, const char *b, gsize skip)
{
  gsize length_a = strlen (a), length_b = strlen (b), n = 0;
  gsize most = MIN (length_a, length_b) - skip;

  while (n < most && a[length_a - 1 - n] == b[length_b - 1 - n])
    n++;
  while (n > 0 && ((guchar) a[length_a - n] & 0xC0) == 0x80)
    n--;
  return n;
}

/* The text as it was read, but for one stretch of it: bytes kept before and behind, and what stands
 * between. */
static void
append_text (GString *out, AftRecord *record, AftRecord *read, guint field, guint shift)
{
  const char      *text = aft_record_get_text (record, field);
  const char      *shown = aft_record_get_text (read, field);
  g_autofree char *raised = aft_markdown_unshift (shown, shift);
  gsize            before = common_prefix (text, raised);
  gsize            after = common_suffix (text, raised, before);
  g_autofree char *middle = g_strndup (text + before, strlen (text) - before - after);

  g_string_append_c (out, '{');
  if (shift > 0)
    g_string_append_printf (out, "\"shift\": %u", shift);
  if (!g_str_equal (text, raised))
    {
      g_string_append (out, shift > 0 ? ", " : "");
      append_was (out, read, field);
      g_string_append_printf (
          out, ", \"keep\": [%" G_GSIZE_FORMAT ", %" G_GSIZE_FORMAT "], \"put\": ", before, after);
      aft_json_append_string (out, middle);
    }
  g_string_append_c (out, '}');
}

static void
append_value (GString *out, AftRecord *record, AftRecord *read, guint field)
{
  g_string_append_c (out, '{');
  if (aft_record_has (read, field))
    append_was (out, read, field);
  if (aft_json_is_written (record, field))
    {
      g_string_append (out, aft_record_has (read, field) ? ", \"is\": " : "\"is\": ");
      aft_json_append_field (out, record, field);
    }
  g_string_append_c (out, '}');
}

static gboolean
are_equal (AftRecord *record, AftRecord *read, guint field)
{
  const AftField *description = aft_record_get_field (record, field);

  if ((description->flags & AFT_FIELD_ALWAYS) != 0)
    return aft_record_get_choice (record, field) == aft_record_get_choice (read, field);
  return aft_value_equal (aft_record_peek (record, field), aft_record_peek (read, field));
}

static gboolean
append_plain (GString *out, AftRecord *record, AftRecord *read, guint field)
{
  const AftField *description = aft_record_get_field (record, field);
  gboolean        is_text = aft_kind_is_text (description->kind);
  guint           shift = 0;

  if (description->kind == AFT_KIND_PROSE && aft_record_has (record, field))
    shift = aft_markdown_prose_shift (aft_record_get_text (record, field));
  if (are_equal (record, read, field) && shift == 0)
    return FALSE;
  append_key (out, description->key);
  if (is_text && aft_record_has (record, field) && aft_record_has (read, field))
    append_text (out, record, read, field, shift);
  else if (aft_record_has (read, field) || !aft_json_is_written (record, field))
    append_value (out, record, read, field);
  else
    aft_json_append_field (out, record, field);
  return TRUE;
}

/* Rows of the file: those without a text are not written. (element-type AftRecord) */
static GPtrArray *
collect_rows (AftRecordList *list)
{
  gboolean   is_bare = aft_record_list_get_schema (list)->bare;
  GPtrArray *rows = g_ptr_array_new ();

  for (guint i = 0; i < aft_record_list_get_length (list); i++)
    if (!is_bare || aft_record_has (aft_record_list_get (list, i), 0))
      g_ptr_array_add (rows, aft_record_list_get (list, i));
  return rows;
}

/* In which row of the table each record stands: events are shown by time. */
static GHashTable *
number_rows (AftRecordList *list, GPtrArray *rows)
{
  GHashTable *numbers = g_hash_table_new (NULL, NULL);
  g_autoptr (GPtrArray) shown = aft_record_list_get_schema (list) == &aft_event_schema
                                    ? aft_events_sort (list)
                                    : g_ptr_array_ref (rows);

  for (guint i = 0; i < shown->len; i++)
    g_hash_table_insert (numbers, g_ptr_array_index (shown, i), GUINT_TO_POINTER (i));
  return numbers;
}

static gboolean
is_in_order (GPtrArray *rows, GHashTable *numbers)
{
  for (guint i = 0; i < rows->len; i++)
    if (GPOINTER_TO_UINT (g_hash_table_lookup (numbers, g_ptr_array_index (rows, i))) != i)
      return FALSE;
  return TRUE;
}

/* One row a line; where the order is the one shown, only rows with something to say. */
static gboolean
append_rows (GString *out, GPtrArray *rows, AftRecordList *read, GHashTable *numbers)
{
  gboolean is_sparse = is_in_order (rows, numbers);
  gsize    start = out->len;
  guint    n_rows = 0;

  g_string_append_c (out, '[');
  for (guint i = 0; i < rows->len; i++)
    {
      AftRecord *record = g_ptr_array_index (rows, i);
      guint      number = GPOINTER_TO_UINT (g_hash_table_lookup (numbers, record));
      AftRecord *shown = aft_record_list_get (read, number);
      gsize      row_start = out->len;

      g_string_append_printf (out,
                              "%s\n{\"row\": %u, \"was\": \"%08x\"",
                              n_rows > 0 ? "," : "",
                              number + 1,
                              aft_markdown_fingerprint_record (shown));
      if (!append_record (out, record, shown) && is_sparse)
        {
          g_string_truncate (out, row_start);
          continue;
        }
      g_string_append_c (out, '}');
      n_rows++;
    }
  g_string_append (out, "\n]");
  if (n_rows == 0)
    g_string_truncate (out, start);
  return n_rows > 0;
}

/* Where the rows cannot be told apart, the list as a whole. */
static gboolean
append_list (GString *out, AftRecord *record, AftRecord *read, guint field)
{
  AftRecordList *list = aft_record_get_list (record, field);
  AftRecordList *shown = aft_record_get_list (read, field);
  g_autoptr (GPtrArray) rows = collect_rows (list);
  g_autoptr (GHashTable) numbers = NULL;
  gsize start = out->len;

  append_key (out, aft_record_get_field (record, field)->key);
  if (rows->len != aft_record_list_get_length (shown))
    {
      append_value (out, record, read, field);
      return TRUE;
    }
  numbers = number_rows (list, rows);
  if (append_rows (out, rows, shown, numbers))
    return TRUE;
  g_string_truncate (out, start);
  return FALSE;
}

static gboolean
append_extras (GString *out, AftRecord *record)
{
  GPtrArray *extras = aft_record_get_extras (record);

  if (extras == NULL || extras->len == 0)
    return FALSE;
  append_key (out, "keys");
  for (guint i = 0; i < extras->len; i++)
    {
      const AftExtra *extra = g_ptr_array_index (extras, i);

      g_string_append (out, i > 0 ? ", [" : "[[");
      aft_json_append_string (out, extra->path);
      g_string_append (out, ", ");
      aft_json_append_string (out, extra->key);
      g_string_append (out, ", ");
      aft_json_append_string (out, extra->json);
      g_string_append_c (out, ']');
    }
  g_string_append_c (out, ']');
  return TRUE;
}

static gboolean
append_record (GString *out, AftRecord *record, AftRecord *read)
{
  const AftSchema *schema = aft_record_get_schema (record);
  gboolean         is_some = FALSE;

  for (guint i = 0; i < schema->n_fields; i++)
    {
      gsize start = out->len;

      if (schema == &aft_doc_schema && is_some)
        g_string_append (out, ",\n");
      if (schema->fields[i].kind == AFT_KIND_LIST ? append_list (out, record, read, i)
                                                  : append_plain (out, record, read, i))
        is_some = TRUE;
      else
        g_string_truncate (out, start);
    }
  return append_extras (out, record) || is_some;
}

/* What seems to have no place, but was accounted for. */
static void
append_strays (GString *out, GPtrArray *strays)
{
  if (strays->len == 0)
    return;
  append_key (out, "strays");
  for (guint i = 0; i < strays->len; i++)
    {
      const AftMarkdownStray *stray = g_ptr_array_index (strays, i);

      g_string_append_printf (
          out, "%s\"%08x\"", i > 0 ? ", " : "[", aft_markdown_fingerprint_text (stray->text));
    }
  g_string_append_c (out, ']');
}

/* What is replaced when the text is read again, and what would show it in another order. */
static gboolean
needs_escape (gunichar c)
{
  return (c >= 0x7F && c <= 0x9F) || (c >= 0x2028 && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069) ||
         c == 0xFEFF || (c >= 0xFDD0 && c <= 0xFDEF) || (c & 0xFFFE) == 0xFFFE;
}

static void
append_escaped (GString *out, gunichar c)
{
  if (c <= 0xFFFF)
    g_string_append_printf (out, "\\u%04x", c);
  else
    g_string_append_printf (
        out, "\\u%04x\\u%04x", 0xD800 + ((c - 0x10000) >> 10), 0xDC00 + ((c - 0x10000) & 0x3FF));
}

/* Two dashes would end the comment for some readers; in JSON they stand in strings only. */
static void
append_hidden (GString *out, const char *json)
{
  for (const char *p = json; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if ((*p == '-' && p > json && p[-1] == '-') || needs_escape (c))
        append_escaped (out, c);
      else
        g_string_append_len (out, p, g_utf8_next_char (p) - p);
    }
}

void
aft_markdown_append_trailer (GString *out, AftRecord *root, AftMarkdownReading *reading)
{
  g_autoptr (GString) json = g_string_new ("{");
  gboolean is_needed = append_record (json, root, reading->root);

  append_strays (json, reading->strays);
  if (!is_needed && reading->strays->len == 0 &&
      strstr (out->str, AFT_MARKDOWN_TRAILER_START) == NULL)
    return;
  g_string_append_c (json, '}');
  g_string_append (out, "\n" AFT_MARKDOWN_TRAILER_START);
  append_hidden (out, json->str);
  g_string_append (out, "\n" AFT_MARKDOWN_TRAILER_END "\n");
}

char *
aft_markdown_take_trailer (GString *text)
{
  const char *start = g_strrstr (text->str, AFT_MARKDOWN_TRAILER_START);
  const char *content = start != NULL ? start + strlen (AFT_MARKDOWN_TRAILER_START) : NULL;
  const char *end = content != NULL ? strstr (content, AFT_MARKDOWN_TRAILER_END) : NULL;
  char       *json;

  if (end == NULL || (start != text->str && start[-1] != '\n'))
    return NULL;
  json = g_strndup (content, end - content);
  end += strlen (AFT_MARKDOWN_TRAILER_END);
  g_string_erase (text, start - text->str, end - start);
  return json;
}
