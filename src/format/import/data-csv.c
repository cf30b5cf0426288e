/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "format/import/chat.h"
#include "format/import/data.h"
#include "format/import/table.h"
#include "model/schema.h"

/* The cells of a record as RFC 4180 has it; p moves behind it. (element-type utf8) */
static GPtrArray *
read_record (const char **p, char separator)
{
  GPtrArray *cells = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GString) cell = g_string_new (NULL);
  gboolean quoted = FALSE;

  for (; **p != '\0' && (quoted || **p != '\n'); (*p)++)
    if (**p == '"' && quoted && (*p)[1] == '"')
      g_string_append_c (cell, *(*p)++);
    else if (**p == '"')
      quoted = !quoted;
    else if (**p == separator && !quoted)
      {
        g_ptr_array_add (cells, g_strdup (cell->str));
        g_string_truncate (cell, 0);
      }
    else
      g_string_append_c (cell, **p);
  g_ptr_array_add (cells, g_strdup (cell->str));
  if (**p == '\n')
    (*p)++;
  return cells;
}

static char
find_separator (const char *text)
{
  const char *const separators = ",;\t";
  gsize             length = strcspn (text, "\n");

  for (const char *s = separators; *s != '\0'; s++)
    if (memchr (text, *s, length) != NULL)
      return *s;
  return 0;
}

static gboolean
has_columns (const AftTableColumns *columns)
{
  gboolean has_time = FALSE;

  for (guint i = 0; i < columns->n; i++)
    has_time |= columns->kinds[i] == AFT_COLUMN_TIME;
  return has_time && columns->n >= 2;
}

static AftRecord *
add_row (AftImport             *self,
         AftTimelineReader     *timeline,
         const AftTableColumns *columns,
         GPtrArray             *cells)
{
  g_autofree char *time = aft_table_columns_time (columns, cells);
  g_autofree char *text = aft_table_columns_text (columns, cells);
  AftStamp         stamp;

  if (!aft_stamp_read (time, strlen (time), TRUE, &stamp))
    return NULL;
  return aft_import_add_message (
      self, timeline, &stamp, text, aft_table_columns_get (columns, cells, AFT_COLUMN_SOURCE));
}

gboolean
aft_import_csv (AftImport *self, AftTimelineReader *timeline, const char *text)
{
  char            separator = find_separator (text);
  AftTableColumns columns;
  const char     *start = text;
  guint           n = 0;
  g_autoptr (GPtrArray) head = NULL;

  if (separator == 0 || *text == '#' || *text == '|')
    return FALSE;
  head = read_record (&text, separator);
  aft_table_columns_read (&columns, head);
  if (!has_columns (&columns) || head->len > AFT_TABLE_MAX_COLUMNS)
    return FALSE;
  aft_provenance_mark (self->provenance, start, text, AFT_USE_HEADING, NULL, 0);
  while (*text != '\0')
    {
      g_autoptr (GPtrArray) cells = NULL;
      AftRecord *event;

      start = text;
      cells = read_record (&text, separator);
      event = add_row (self, timeline, &columns, cells);
      if (event == NULL)
        continue;
      aft_provenance_mark (self->provenance, start, text, AFT_USE_EVENT, event, AFT_EVENT_TEXT);
      n++;
    }
  return n > 0;
}
