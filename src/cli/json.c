/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/json.h"

#include "base/text.h"

void
aft_cli_json_init (AftCliJson *self)
{
  *self = (AftCliJson){ .text = g_string_new (NULL), .is_empty = TRUE };
}

void
aft_cli_json_clear (AftCliJson *self)
{
  if (self->text != NULL)
    g_string_free (self->text, TRUE);
  self->text = NULL;
}

static void
append_quoted (GString *text, const char *value)
{
  g_autofree char *clean = aft_text_clean (value, -1, NULL);

  g_string_append_c (text, '"');
  for (const char *p = clean; *p != '\0'; p++)
    switch (*p)
      {
      case '"':
      case '\\':
        g_string_append_c (text, '\\');
        g_string_append_c (text, *p);
        break;
      case '\n':
        g_string_append (text, "\\n");
        break;
      case '\t':
        g_string_append (text, "\\t");
        break;
      default:
        g_string_append_c (text, *p);
      }
  g_string_append_c (text, '"');
}

static void
begin_line (AftCliJson *self)
{
  g_string_append_printf (self->text, "\n%*s", (int) self->depth * 2, "");
}

static void
begin_value (AftCliJson *self, const char *key)
{
  if (!self->is_empty)
    g_string_append_c (self->text, ',');
  if (self->depth > 0)
    begin_line (self);
  self->is_empty = FALSE;
  if (key == NULL)
    return;
  append_quoted (self->text, key);
  g_string_append (self->text, ": ");
}

static void
begin (AftCliJson *self, const char *key, char bracket)
{
  begin_value (self, key);
  g_string_append_c (self->text, bracket);
  self->depth++;
  self->is_empty = TRUE;
}

static void
end (AftCliJson *self, char bracket)
{
  self->depth--;
  if (!self->is_empty)
    begin_line (self);
  g_string_append_c (self->text, bracket);
  self->is_empty = FALSE;
}

void
aft_cli_json_begin_object (AftCliJson *self, const char *key)
{
  begin (self, key, '{');
}

void
aft_cli_json_end_object (AftCliJson *self)
{
  end (self, '}');
}

void
aft_cli_json_begin_array (AftCliJson *self, const char *key)
{
  begin (self, key, '[');
}

void
aft_cli_json_end_array (AftCliJson *self)
{
  end (self, ']');
}

void
aft_cli_json_add_text (AftCliJson *self, const char *key, const char *text)
{
  if (key != NULL && *text == '\0')
    return;
  begin_value (self, key);
  append_quoted (self->text, text);
}

void
aft_cli_json_add_integer (AftCliJson *self, const char *key, gint64 integer)
{
  begin_value (self, key);
  g_string_append_printf (self->text, "%" G_GINT64_FORMAT, integer);
}

void
aft_cli_json_add_flag (AftCliJson *self, const char *key, gboolean flag)
{
  begin_value (self, key);
  g_string_append (self->text, flag ? "true" : "false");
}

const char *
aft_cli_json_finish (AftCliJson *self)
{
  g_assert (self->depth == 0);
  g_string_append_c (self->text, '\n');
  return self->text->str;
}
