/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "format/markdown-escape.h"

#include <string.h>

static gboolean
is_special (char c)
{
  return c != '\0' && strchr ("\\`*_{}[]<>#|~&$!+-.", c) != NULL;
}

/* Most marks mean something only at the start of a line or next to others; what reads worse with a
 * backslash is left where it is harmless. */
static gboolean
needs_escape (const char *text, const char *p)
{
  gboolean is_start = p == text;

  if (!is_special (*p))
    return FALSE;
  if (strchr ("#+-", *p) != NULL)
    return is_start;
  if (*p == '.')
    return p != text && strspn (text, "0123456789") == (gsize) (p - text);
  if (*p == '!')
    return p[1] == '[';
  if (*p == '&')
    return strchr (p, ';') != NULL;
  if (*p == '_')
    return p == text || !g_ascii_isalnum (p[-1]) || !g_ascii_isalnum (p[1]);
  return *p != '$' && *p != '{' && *p != '}';
}

static char *
escape (const char *text, const char *line_end)
{
  GString *escaped = g_string_new (NULL);

  for (const char *p = text; *p != '\0'; p++)
    {
      if (*p == '\n')
        {
          g_string_append (escaped, line_end);
          continue;
        }
      if (needs_escape (text, p))
        g_string_append_c (escaped, '\\');
      g_string_append_c (escaped, *p);
    }
  return g_string_free (escaped, FALSE);
}

char *
aft_markdown_escape_line (const char *text)
{
  return escape (text, " ");
}

char *
aft_markdown_escape_cell (const char *text)
{
  return escape (text, "<br>");
}

char *
aft_markdown_embed_cell (const char *prose)
{
  GString *cell = g_string_new (NULL);

  for (const char *p = prose; *p != '\0'; p++)
    {
      if (*p == '\n')
        g_string_append (cell, "<br>");
      else if (*p == '|' || *p == '<')
        g_string_append_printf (cell, "\\%c", *p);
      else
        g_string_append_c (cell, *p);
    }
  return g_string_free (cell, FALSE);
}

/* Length of the run of fence characters that opens or closes a code block on this line, or 0. */
static gsize
fence_of (const char *line, char *mark)
{
  gsize indent = strspn (line, " ");
  gsize length;

  *mark = line[indent];
  if (indent > 3 || (*mark != '`' && *mark != '~'))
    return 0;
  length = strspn (line + indent, *mark == '`' ? "`" : "~");
  return length >= 3 ? length : 0;
}

static void
append_heading (GString *out, const char *line, guint shift)
{
  gsize indent = strspn (line, " ");
  gsize level = strspn (line + indent, "#");
  char  after = line[indent + level];

  if (indent <= 3 && level >= 1 && level <= 6 && (after == ' ' || after == '\t' || after == '\0'))
    for (gsize i = level; i < MIN (level + shift, 6); i++)
      g_string_append_c (out, '#');
  g_string_append (out, indent <= 3 && level >= 1 ? line + indent : line);
}

/* A line of = or - below a paragraph would make it a heading of ours. */
static gboolean
is_underline (const char *line)
{
  gsize indent = strspn (line, " ");
  gsize length = strspn (line + indent, *(line + indent) == '=' ? "=" : "-");

  return indent <= 3 && length > 0 &&
         line[indent + length + strspn (line + indent + length, " ")] == '\0';
}

char *
aft_markdown_embed (const char *prose, guint shift)
{
  g_auto (GStrv) lines = g_strsplit (prose, "\n", -1);
  GString *out = g_string_new (NULL);
  gsize    open = 0;
  char     open_mark = '\0', mark;

  for (guint i = 0; lines[i] != NULL; i++)
    {
      gsize fence = fence_of (lines[i], &mark);

      if (i > 0)
        g_string_append_c (out, '\n');
      if (open > 0 || fence > 0)
        {
          g_string_append (out, lines[i]);
          if (open == 0)
            {
              open = fence;
              open_mark = mark;
            }
          else if (fence >= open && mark == open_mark)
            open = 0;
        }
      else if (i > 0 && *lines[i - 1] != '\0' && is_underline (lines[i]))
        g_string_append_printf (
            out, "\n%s", lines[i][strspn (lines[i], " ")] == '=' ? "\\=" : "---");
      else
        append_heading (out, lines[i], shift);
    }
  if (open > 0)
    g_string_append_printf (out,
                            "\n%s",
                            open_mark == '`' ? "````````" + 8 - MIN (open, 8)
                                             : "~~~~~~~~" + 8 - MIN (open, 8));
  return g_string_free (out, FALSE);
}

char *
aft_markdown_yaml_string (const char *text)
{
  GString *out = g_string_new ("\"");

  for (const char *p = text; *p != '\0'; p++)
    {
      if (*p == '"' || *p == '\\')
        g_string_append_printf (out, "\\%c", *p);
      else if (*p == '\n')
        g_string_append (out, "\\n");
      else if ((guchar) *p < 0x20)
        g_string_append_printf (out, "\\x%02x", *p);
      else
        g_string_append_c (out, *p);
    }
  g_string_append_c (out, '"');
  return g_string_free (out, FALSE);
}
