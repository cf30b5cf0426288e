/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "format/markdown-escape.h"

#include <string.h>

static gboolean
is_entity (const char *p)
{
  gsize name = strspn (p + 1, "#abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789");

  return name > 0 && p[1 + name] == ';';
}

/* Marks that mean something only at the start of a line. */
static gboolean
begins_block (const char *text, const char *p)
{
  gsize digits = strspn (text, "0123456789");

  if (*p == '#')
    return p == text || p[-1] == ' ' || p[-1] == '#';
  if (strchr ("+->=", *p) != NULL)
    return p == text;
  return (*p == '.' || *p == ')') && digits > 0 && p == text + digits &&
         (p[1] == ' ' || p[1] == '\0');
}

/* What reads worse with a backslash is left where it is harmless. */
static gboolean
needs_escape (const char *text, const char *p, gboolean is_cell)
{
  switch (*p)
    {
    case '\\':
      return g_ascii_ispunct (p[1]) || p[1] == '\n' || p[1] == '\r';
    case '`':
    case '*':
    case '[':
    case ']':
    case '<':
    case '~':
    case '|':
      return TRUE;
    case '_':
      return p == text || !g_ascii_isalnum (p[-1]) || !g_ascii_isalnum (p[1]);
    case '&':
      return is_entity (p);
    default:
      return !is_cell && begins_block (text, p);
    }
}

static char *
escape (const char *text, gboolean is_cell)
{
  GString *escaped = g_string_sized_new (strlen (text) + 8);

  for (const char *p = text; *p != '\0'; p++)
    {
      if (*p == '\n' || *p == '\r')
        {
          g_string_append (escaped, is_cell ? "<br>" : " ");
          continue;
        }
      if (g_ascii_ispunct (*p) && needs_escape (text, p, is_cell))
        g_string_append_c (escaped, '\\');
      g_string_append_c (escaped, *p);
    }
  return g_string_free (escaped, FALSE);
}

char *
aft_markdown_escape_line (const char *text)
{
  return escape (text, FALSE);
}

char *
aft_markdown_escape_cell (const char *text)
{
  return escape (text, TRUE);
}

gsize
aft_markdown_break_length (const char *text)
{
  static const char *const breaks[] = { "<br>", "<br/>", "<br />" };

  for (guint i = 0; *text == '<' && i < G_N_ELEMENTS (breaks); i++)
    if (g_ascii_strncasecmp (text, breaks[i], strlen (breaks[i])) == 0)
      return strlen (breaks[i]);
  return 0;
}

char *
aft_markdown_unescape (const char *markdown, gssize length)
{
  g_autofree char *copy = g_strndup (markdown, length < 0 ? strlen (markdown) : (gsize) length);
  GString         *text = g_string_sized_new (strlen (copy));

  for (const char *p = copy; *p != '\0'; p++)
    {
      gsize n = aft_markdown_break_length (p);

      if (n > 0)
        {
          g_string_append_c (text, '\n');
          p += n - 1;
          continue;
        }
      if (*p == '\\' && g_ascii_ispunct (p[1]))
        p++;
      g_string_append_c (text, *p);
    }
  return g_string_free (text, FALSE);
}

/* What YAML does not count as printable, or could take for a line end. */
static gboolean
needs_yaml_escape (gunichar c)
{
  return c < 0x20 || (c >= 0x7F && c <= 0x9F) || c == 0x2028 || c == 0x2029 || c == 0xFEFF ||
         (c >= 0xFFFE && c <= 0xFFFF);
}

char *
aft_markdown_yaml_string (const char *text)
{
  GString *out = g_string_new ("\"");

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (c == '"' || c == '\\')
        g_string_append_printf (out, "\\%c", *p);
      else if (c == '\n')
        g_string_append (out, "\\n");
      else if (needs_yaml_escape (c))
        g_string_append_printf (out, "\\u%04x", c);
      else
        g_string_append_len (out, p, g_utf8_next_char (p) - p);
    }
  g_string_append_c (out, '"');
  return g_string_free (out, FALSE);
}
