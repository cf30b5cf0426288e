/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "format/import/table.h"

#include <string.h>

#include "format/import/stamp.h"
#include "format/import/wordings.h"

static const struct
{
  const char *name;
  AftColumn   kind;
} kinds[] = {
  { "time", AFT_COLUMN_TIME },     { "text", AFT_COLUMN_TEXT },
  { "type", AFT_COLUMN_TYPE },     { "owner", AFT_COLUMN_OWNER },
  { "due", AFT_COLUMN_DUE },       { "priority", AFT_COLUMN_PRIORITY },
  { "status", AFT_COLUMN_STATUS }, { "ticket", AFT_COLUMN_TICKET },
  { "source", AFT_COLUMN_SOURCE },
};

static AftColumn
get_kind (const AftWording *wording)
{
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (g_str_equal (kinds[i].name, wording->key))
      return kinds[i].kind;
  g_assert_not_reached ();
}

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

/* A letter of any script that has words. */
static gboolean
is_letter (const char *text, const char *p)
{
  gunichar c = p > text ? g_utf8_get_char (g_utf8_find_prev_char (text, p)) : 0;

  return g_unichar_isalpha (c) && !g_unichar_iswide (c);
}

static AftColumn
find_kind (const char *name)
{
  const GArray *wordings = aft_wordings_get ("columns");

  for (guint i = 0; i < wordings->len; i++)
    if (g_str_has_prefix (name, g_array_index (wordings, AftWording, i).phrase))
      return get_kind (&g_array_index (wordings, AftWording, i));
  for (guint i = 0; i < wordings->len; i++)
    {
      const char *at = strstr (name, g_array_index (wordings, AftWording, i).phrase);

      if (at != NULL && !is_letter (name, at))
        return get_kind (&g_array_index (wordings, AftWording, i));
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

/* As much as there is room for, in whole characters. */
static void
set_name (char *name, const char *text)
{
  const char *end;

  g_strlcpy (name, text, AFT_TABLE_MAX_NAME_BYTES);
  if (!g_utf8_validate (name, -1, &end))
    name[end - name] = '\0';
}

void
aft_table_columns_read (AftTableColumns *self, GPtrArray *cells)
{
  self->n = MIN (cells->len, AFT_TABLE_MAX_COLUMNS);
  for (guint i = 0; i < self->n; i++)
    {
      g_autofree char *name = plain_name (g_ptr_array_index (cells, i));

      self->kinds[i] = find_kind (name);
      set_name (self->names[i], g_ptr_array_index (cells, i));
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
aft_table_columns_look (AftTableColumns *self, GPtrArray *cells)
{
  if (has_kind (self, AFT_COLUMN_TIME))
    return;
  for (guint i = 0; i < MIN (self->n, cells->len); i++)
    {
      const char *cell = g_ptr_array_index (cells, i);
      AftStamp    stamp;

      if (!aft_stamp_read (cell, strlen (cell), FALSE, &stamp) || !stamp.from.has_time)
        continue;
      self->kinds[i] = AFT_COLUMN_TIME;
      for (guint k = 0; k < self->n && !has_kind (self, AFT_COLUMN_TEXT); k++)
        if (self->kinds[k] == AFT_COLUMN_OTHER)
          self->kinds[k] = AFT_COLUMN_TEXT;
      return;
    }
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
      else if (kind != AFT_COLUMN_TIME && kind != AFT_COLUMN_SOURCE && *cell != '\0')
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
