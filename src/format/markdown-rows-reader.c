/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "format/markdown-rows-reader.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "base/time-entry.h"
#include "format/markdown-escape.h"
#include "format/markdown-prose.h"
#include "format/markdown-table.h"
#include "model/metrics.h"

#define COLUMN_UNKNOWN -1
#define COLUMN_NUMBER  -2

/* One table of records being read. */
typedef struct
{
  AftMarkdownReading *reading;
  AftSectionId        section;
  const AftSchema    *schema;
  AftRecordList      *list;
  GStrv               titles;  /* of the columns */
  int                *columns; /* the field of each, or COLUMN_… */
  guint               n_columns;
  const AftZone      *zone;
  AftInstant          previous; /* time of the row above */
} RowReader;

static int
find_figure (AftSectionId section, const char *label)
{
  for (guint i = 0; i < AFT_DOC_N_FIELDS; i++)
    {
      const AftField *field = &aft_doc_schema.fields[i];

      if (field->section == section && field->kind != AFT_KIND_PROSE &&
          field->kind != AFT_KIND_LIST && (field->flags & AFT_FIELD_INTERNAL) == 0 &&
          g_str_equal (aft_field_get_label (field), label))
        return i;
    }
  return -1;
}

/* "76 900 USD": the code behind an amount. */
static void
read_currency (AftRecord *root, const char *value)
{
  const char *end = value + strlen (value), *start = end;

  while (start > value && g_ascii_isalpha (start[-1]))
    start--;
  if (start > value && start < end && !aft_record_has (root, AFT_DOC_REVENUE_CURRENCY))
    aft_markdown_read_text (root, AFT_DOC_REVENUE_CURRENCY, start);
}

static void
read_figure (AftMarkdownReading *reading, AftSectionId section, GStrv cells)
{
  g_autofree char *label = aft_markdown_unescape (cells[0] != NULL ? cells[0] : "", -1);
  gboolean         has_value = cells[0] != NULL && cells[1] != NULL;
  g_autofree char *value = aft_markdown_unescape (has_value ? cells[1] : "", -1);
  int              field = find_figure (section, label);

  if (g_str_equal (label, aft_metric_get_label (AFT_METRIC_DURATION)))
    {
      g_free (reading->duration);
      reading->duration = g_steal_pointer (&value);
      return;
    }
  if (field < 0 || !aft_markdown_read_shown (reading->root, field, value))
    aft_markdown_reading_add_labelled (reading, section, label, value);
  else if (aft_doc_schema.fields[field].kind == AFT_KIND_AMOUNT)
    read_currency (reading->root, value);
}

static gboolean
read_figures (AftMarkdownReading *reading, AftSectionId section, const AftMarkdownTable *table)
{
  if (g_strv_length (table->header) != 2 || !g_str_equal (table->header[0], _ ("Figure")))
    return FALSE;
  for (guint i = 0; i < table->rows->len; i++)
    read_figure (reading, section, g_ptr_array_index (table->rows, i));
  return TRUE;
}

/* "Time (Europe/Zurich)" */
static gboolean
read_time_title (RowReader *self, const char *title)
{
  const char      *label = aft_field_get_label (&aft_event_schema.fields[AFT_EVENT_AT]);
  const char      *open = strchr (title, '(');
  g_autofree char *name = NULL;
  const AftZone   *zone;

  if (self->schema != &aft_event_schema || !g_str_has_prefix (title, label))
    return FALSE;
  name = open != NULL ? g_strndup (open + 1, strcspn (open + 1, ")")) : NULL;
  zone = name != NULL ? aft_zone_get (name, NULL) : NULL;
  if (zone != NULL)
    self->zone = zone;
  return TRUE;
}

static int
find_column (RowReader *self, const char *title)
{
  if (g_str_equal (title, "#"))
    return COLUMN_NUMBER;
  if (read_time_title (self, title))
    return AFT_EVENT_AT;
  for (guint i = 0; *title != '\0' && i < self->schema->n_fields; i++)
    if (g_str_equal (aft_field_get_label (&self->schema->fields[i]), title))
      return i;
  return COLUMN_UNKNOWN;
}

/* FALSE where the table lacks the column that names its rows. */
static gboolean
read_titles (RowReader *self, const AftMarkdownTable *table, int required)
{
  gboolean is_complete = FALSE;

  self->n_columns = g_strv_length (table->header);
  self->titles = g_new0 (char *, self->n_columns + 1);
  self->columns = g_new (int, self->n_columns + 1);
  for (guint i = 0; i < self->n_columns; i++)
    {
      self->titles[i] = aft_markdown_unescape (table->header[i], -1);
      self->columns[i] = find_column (self, self->titles[i]);
      is_complete |= self->columns[i] == required;
    }
  return is_complete;
}

static void
init_integer (AftRecord *record, guint field, gint64 integer)
{
  g_auto (AftValue) value = AFT_VALUE_INIT;

  aft_value_set_integer (&value, integer);
  aft_record_init_value (record, field, &value);
}

/* "now" and its like are no time in a document. */
static gboolean
read_instant (RowReader *self, const char *text, AftInstant previous, AftTimeEntry *entry)
{
  AftTimeContext context = { .zone = self->zone, .now = 0, .previous = previous };
  const char    *start = g_str_has_prefix (text, "≈") ? text + strlen ("≈") : text;

  start += strspn (start, "~ ");
  return (g_ascii_isdigit (*start) || (*start == '+' && previous != AFT_INSTANT_NONE)) &&
         aft_time_entry_parse (text, &context, entry, NULL);
}

static gboolean
read_span (RowReader *self, AftRecord *event, const char *text)
{
  static const char dash[] = " – ";
  const char       *split = strstr (text, dash);
  g_autofree char  *from = g_strndup (text, split != NULL ? (gsize) (split - text) : strlen (text));
  AftTimeEntry      start, end;

  if (!read_instant (self, from, self->previous, &start) ||
      (split != NULL && !read_instant (self, split + strlen (dash), start.instant, &end)))
    return FALSE;
  init_integer (event, AFT_EVENT_AT, start.instant);
  if (split != NULL)
    init_integer (event, AFT_EVENT_UNTIL, end.instant);
  if (start.approximate || start.date_only)
    init_integer (event,
                  AFT_EVENT_PRECISION,
                  start.date_only ? AFT_PRECISION_DATE : AFT_PRECISION_APPROXIMATE);
  if (start.date_inferred)
    {
      static const char *const date[] = { "date", NULL };
      g_auto (AftValue) inferred = AFT_VALUE_INIT;

      aft_value_set_words (&inferred, date);
      aft_record_init_value (event, AFT_EVENT_INFERRED, &inferred);
    }
  self->previous = start.instant;
  return TRUE;
}

static gboolean
read_cell (RowReader *self, AftRecord *row, guint field, const char *cell)
{
  g_autofree char *text = NULL;

  if (self->schema->fields[field].kind == AFT_KIND_PROSE)
    {
      text = aft_markdown_extract_cell (cell, -1);
      aft_markdown_read_text (row, field, text);
      return TRUE;
    }
  text = aft_markdown_unescape (cell, -1);
  if (self->schema != &aft_event_schema || field != AFT_EVENT_AT)
    return aft_markdown_read_shown (row, field, text);
  if (!read_span (self, row, text))
    aft_markdown_read_text (row, AFT_EVENT_WRITTEN, text);
  return TRUE;
}

/* "E12": 12 */
static guint
read_number (const char *cell)
{
  return (guint) g_ascii_strtoull (cell + strcspn (cell, "0123456789"), NULL, 10);
}

static void
keep_cell (RowReader *self, GStrv cells, guint i)
{
  const char      *title = i < self->n_columns ? self->titles[i] : "";
  g_autofree char *label = g_strdup_printf ("%s, %s", cells[0], title);

  if (*cells[i] != '\0')
    aft_markdown_reading_add_labelled (
        self->reading, self->section, *title != '\0' ? label : cells[0], cells[i]);
}

static void
read_row (RowReader *self, GStrv cells)
{
  g_autoptr (AftRecord) row = aft_record_new (self->schema);

  for (guint i = 0; cells[i] != NULL; i++)
    {
      int column = i < self->n_columns ? self->columns[i] : COLUMN_UNKNOWN;

      if (column == COLUMN_NUMBER)
        g_hash_table_insert (
            self->reading->numbers, row, GUINT_TO_POINTER (read_number (cells[i])));
      else if (column == COLUMN_UNKNOWN || !read_cell (self, row, column, cells[i]))
        keep_cell (self, cells, i);
    }
  aft_record_list_init_append (self->list, row);
}

static gboolean
is_blank (GStrv cells)
{
  for (guint i = 0; cells[i] != NULL; i++)
    if (*cells[i] != '\0')
      return FALSE;
  return TRUE;
}

static gboolean
read_rows (RowReader *self, const AftMarkdownTable *table, int required)
{
  gboolean is_ours = read_titles (self, table, required);

  for (guint i = 0; is_ours && i < table->rows->len; i++)
    {
      GStrv cells = g_ptr_array_index (table->rows, i);

      if (!is_blank (cells))
        read_row (self, cells);
    }
  g_strfreev (self->titles);
  g_free (self->columns);
  return is_ours;
}

static gboolean
read_records (AftMarkdownReading *reading, AftSectionId section, const AftMarkdownTable *table)
{
  gboolean    is_timeline = section == AFT_SECTION_TIMELINE;
  AftRecord  *root = reading->root;
  const char *zone = aft_record_get_text (root, AFT_DOC_TIME_ZONE);
  RowReader   reader = {
      .reading = reading,
      .section = section,
      .schema = is_timeline ? &aft_event_schema : &aft_action_schema,
      .list = aft_record_get_list (root, is_timeline ? AFT_DOC_EVENTS : AFT_DOC_ACTIONS),
      .zone = aft_zone_get_or_utc (zone),
      .previous = AFT_INSTANT_NONE,
  };

  if (!is_timeline && section != AFT_SECTION_ACTIONS)
    return FALSE;
  return read_rows (&reader, table, is_timeline ? AFT_EVENT_TEXT : AFT_ACTION_TITLE);
}

void
aft_markdown_read_tables (AftMarkdownReading *reading, AftSectionId section, const char *text)
{
  g_autoptr (GString) rest = g_string_new (NULL);
  const char *start, *end;

  for (;;)
    {
      g_autoptr (AftMarkdownTable) table = aft_markdown_table_find (text, &start, &end);
      gboolean is_ours;

      if (table == NULL)
        break;
      is_ours = read_figures (reading, section, table) || read_records (reading, section, table);
      g_string_append_len (rest, text, (is_ours ? start : end) - text);
      text = end;
    }
  g_string_append (rest, text);
  aft_markdown_reading_add_stray (reading, section, rest->str);
}
