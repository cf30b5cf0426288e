/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "format/import/table.h"

#include <string.h>

static const struct
{
  const char *word; /* with which the name of the column begins, or a word in it */
  AftColumn   kind;
} column_words[] = {
  { "due", AFT_COLUMN_DUE },           { "deadline", AFT_COLUMN_DUE },
  { "expected date", AFT_COLUMN_DUE }, { "target date", AFT_COLUMN_DUE },
  { "fällig", AFT_COLUMN_DUE },        { "eta", AFT_COLUMN_DUE },
  { "time", AFT_COLUMN_TIME },         { "date", AFT_COLUMN_TIME },
  { "when", AFT_COLUMN_TIME },         { "timestamp", AFT_COLUMN_TIME },
  { "utc", AFT_COLUMN_TIME },          { "zeit", AFT_COLUMN_TIME },
  { "uhrzeit", AFT_COLUMN_TIME },      { "datum", AFT_COLUMN_TIME },
  { "heure", AFT_COLUMN_TIME },        { "hora", AFT_COLUMN_TIME },
  { "fecha", AFT_COLUMN_TIME },        { "ora", AFT_COLUMN_TIME },
  { "時刻", AFT_COLUMN_TIME },         { "日時", AFT_COLUMN_TIME },
  { "owner", AFT_COLUMN_OWNER },       { "assignee", AFT_COLUMN_OWNER },
  { "assigned", AFT_COLUMN_OWNER },    { "responsible", AFT_COLUMN_OWNER },
  { "who", AFT_COLUMN_OWNER },         { "verantwortlich", AFT_COLUMN_OWNER },
  { "担当", AFT_COLUMN_OWNER },        { "priority", AFT_COLUMN_PRIORITY },
  { "prio", AFT_COLUMN_PRIORITY },     { "status", AFT_COLUMN_STATUS },
  { "state", AFT_COLUMN_STATUS },      { "ticket", AFT_COLUMN_TICKET },
  { "issue", AFT_COLUMN_TICKET },      { "bug", AFT_COLUMN_TICKET },
  { "tracking", AFT_COLUMN_TICKET },   { "reference", AFT_COLUMN_TICKET },
  { "link", AFT_COLUMN_TICKET },       { "type", AFT_COLUMN_TYPE },
  { "category", AFT_COLUMN_TYPE },     { "event", AFT_COLUMN_TEXT },
  { "action", AFT_COLUMN_TEXT },       { "description", AFT_COLUMN_TEXT },
  { "what", AFT_COLUMN_TEXT },         { "task", AFT_COLUMN_TEXT },
  { "item", AFT_COLUMN_TEXT },         { "detail", AFT_COLUMN_TEXT },
  { "ereignis", AFT_COLUMN_TEXT },     { "maßnahme", AFT_COLUMN_TEXT },
  { "内容", AFT_COLUMN_TEXT },
};

static char *
plain_name (const char *cell)
{
  g_autofree char *lower = g_utf8_strdown (cell, -1);
  GString         *name = g_string_new (NULL);

  for (const char *p = lower; *p != '\0'; p++)
    if (!strchr ("*_`", *p))
      g_string_append_c (name, *p);
  return g_strstrip (g_string_free (name, FALSE));
}

static AftColumn
find_kind (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (column_words); i++)
    if (g_str_has_prefix (name, column_words[i].word))
      return column_words[i].kind;
  for (guint i = 0; i < G_N_ELEMENTS (column_words); i++)
    {
      const char *at = strstr (name, column_words[i].word);

      if (at != NULL && !g_ascii_isalpha (at[-1]))
        return column_words[i].kind;
    }
  return AFT_COLUMN_OTHER;
}

static gboolean
has_kind (const AftTableColumns *self, AftColumn kind)
{
  for (guint i = 0; i < self->n; i++)
    if (self->kinds[i] == kind)
      return TRUE;
  return FALSE;
}

void
aft_table_columns_read (AftTableColumns *self, GPtrArray *cells)
{
  self->n = MIN (cells->len, AFT_TABLE_MAX_COLUMNS);
  for (guint i = 0; i < self->n; i++)
    {
      g_autofree char *name = plain_name (g_ptr_array_index (cells, i));

      self->kinds[i] = find_kind (name);
      g_strlcpy (self->names[i], g_ptr_array_index (cells, i), sizeof self->names[i]);
      if (self->kinds[i] == AFT_COLUMN_TEXT && i > 0)
        for (guint j = 0; j < i; j++)
          if (self->kinds[j] == AFT_COLUMN_TEXT)
            self->kinds[i] = AFT_COLUMN_OTHER;
    }
  for (guint i = 0; i < self->n && !has_kind (self, AFT_COLUMN_TEXT); i++)
    if (self->kinds[i] == AFT_COLUMN_OTHER)
      self->kinds[i] = AFT_COLUMN_TEXT;
  if (!has_kind (self, AFT_COLUMN_TEXT) && self->n > 0)
    self->kinds[self->n - 1] = AFT_COLUMN_TEXT;
}

void
aft_table_columns_guess (AftTableColumns *self)
{
  memset (self, 0, sizeof *self);
  self->n = 2;
  self->kinds[0] = AFT_COLUMN_TIME;
  self->kinds[1] = AFT_COLUMN_TEXT;
}

char *
aft_table_columns_time (const AftTableColumns *self, GPtrArray *cells)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < MIN (self->n, cells->len); i++)
    if (self->kinds[i] == AFT_COLUMN_TIME)
      {
        if (text->len > 0)
          g_string_append_c (text, ' ');
        g_string_append (text, g_ptr_array_index (cells, i));
      }
  return g_strstrip (g_string_free (text, FALSE));
}

char *
aft_table_columns_text (const AftTableColumns *self, GPtrArray *cells)
{
  GString *text = g_string_new (aft_table_columns_get (self, cells, AFT_COLUMN_TEXT));
  gboolean is_first = TRUE;

  for (guint i = 0; i < cells->len; i++)
    {
      const char *cell = g_ptr_array_index (cells, i);
      AftColumn   kind = i < self->n ? self->kinds[i] : AFT_COLUMN_OTHER;

      if (kind == AFT_COLUMN_TEXT && is_first)
        is_first = FALSE;
      else if (kind != AFT_COLUMN_TIME && *cell != '\0')
        g_string_append_printf (text,
                                "%s%s%s%s",
                                text->len > 0 ? " · " : "",
                                i < self->n ? self->names[i] : "",
                                i < self->n && *self->names[i] != '\0' ? ": " : "",
                                cell);
    }
  return g_string_free (text, FALSE);
}

const char *
aft_table_columns_get (const AftTableColumns *self, GPtrArray *cells, AftColumn kind)
{
  for (guint i = 0; i < MIN (self->n, cells->len); i++)
    if (self->kinds[i] == kind)
      return g_ptr_array_index (cells, i);
  return "";
}
