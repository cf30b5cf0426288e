/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "format/markdown-prose.h"

#include <string.h>

#include "format/markdown-escape.h"
#include "format/markdown-fence.h"

#define FIRST_LEVEL  4 /* below the title, a section and a field */
#define LAST_LEVEL   6
#define MAX_CODE_RUN 32
#define EMPTY_ITEM   G_MAXSIZE

typedef enum
{
  EMBED,
  EXTRACT,
} Direction;

/* Walks the lines of a text. */
typedef struct
{
  const char *line;
  gsize       length;
  const char *next; /* NULL behind the last line */
} Lines;

static gboolean
next_line (Lines *self)
{
  const char *end;

  if (self->next == NULL)
    return FALSE;
  self->line = self->next;
  end = strchr (self->line, '\n');
  self->length = end != NULL ? (gsize) (end - self->line) : strlen (self->line);
  self->next = end != NULL ? end + 1 : NULL;
  return TRUE;
}

/* Markdown ends a line at any of CR, LF and both. */
static char *
unify_line_ends (const char *prose)
{
  GString *out = g_string_sized_new (strlen (prose));

  for (const char *p = prose; *p != '\0'; p++)
    if (*p != '\r')
      g_string_append_c (out, *p);
    else if (p[1] != '\n')
      g_string_append_c (out, '\n');
  return g_string_free (out, FALSE);
}

/* "<b>", "</b>", "<!--", "<?xml": what could begin HTML, as opposed to "a < b" and
 * "<https://…>". */
static gboolean
begins_html (const char *p, const char *end)
{
  const char *q = p + 1;

  if (*p != '<' || q >= end || (!g_ascii_isalpha (*q) && strchr ("/!?", *q) == NULL))
    return FALSE;
  while (q < end && (g_ascii_isalnum (*q) || strchr ("+.-", *q) != NULL))
    q++;
  return q >= end || (*q != ':' && *q != '@');
}

/* The end of the code span that begins here, on the same line; NULL where it has none. */
static const char *
find_code_end (const char *p, const char *end)
{
  gsize run = strspn (p, "`");
  gsize found;

  if (run > MAX_CODE_RUN)
    return NULL;
  for (p += run; p < end; p += found)
    {
      found = MAX (strspn (p, "`"), 1);
      if (*p == '`' && found == run)
        return p + run;
    }
  return NULL;
}

static const char *
append_code (GString *out, const char *p, const char *code_end)
{
  g_string_append_len (out, p, code_end - p);
  return code_end;
}

/* A backslash and what it escapes stay together; before HTML it is ours. */
static const char *
append_escaped (GString *out, const char *p, const char *end, Direction direction)
{
  if (direction == EXTRACT && p + 1 < end && begins_html (p + 1, end))
    p++;
  else if (p + 1 < end && g_ascii_ispunct (p[1]))
    g_string_append_c (out, *p++);
  g_string_append_c (out, *p);
  return p + 1;
}

static const char *
append_inline (GString *out, const char *p, const char *end, Direction direction)
{
  const char *code_end = *p == '`' ? find_code_end (p, end) : NULL;
  gsize       run = *p == '`' ? strspn (p, "`") : 1;

  if (code_end != NULL)
    return append_code (out, p, code_end);
  if (*p == '\\')
    return append_escaped (out, p, end, direction);
  if (direction == EMBED && begins_html (p, end))
    g_string_append_c (out, '\\');
  g_string_append_len (out, p, run);
  return p + run;
}

static void
append_line (GString *out, const char *line, gsize length, Direction direction)
{
  for (const char *p = line; p < line + length;)
    {
      gsize plain = strcspn (p, "`\\<\n");

      g_string_append_len (out, p, plain);
      p += plain;
      if (p < line + length)
        p = append_inline (out, p, line + length, direction);
    }
}

guint
aft_markdown_prose_shift (const char *prose)
{
  AftMarkdownFence fence = { 0 };
  Lines            lines = { .next = prose };
  guint            first = FIRST_LEVEL;

  if (strchr (prose, '#') == NULL)
    return 0;
  while (next_line (&lines))
    {
      guint level = aft_markdown_heading_level (lines.line, lines.length);

      if (!aft_markdown_fence_step (&fence, lines.line, lines.length) && level > 0)
        first = MIN (first, level);
    }
  return FIRST_LEVEL - first;
}

static void
append_marks (GString *out, guint level)
{
  for (guint i = 0; i < level; i++)
    g_string_append_c (out, '#');
}

/* A line of = or - below a paragraph would make a heading of it. */
static gboolean
is_underline (const char *line, gsize length)
{
  gsize indent = strspn (line, " ");
  char  mark = line[indent];
  gsize marks = mark == '=' || mark == '-' ? strspn (line + indent, mark == '=' ? "=" : "-") : 0;

  return indent <= 3 && marks > 0 &&
         indent + marks + strspn (line + indent + marks, " \t") >= length;
}

static void
append_text_line (GString *out, const Lines *lines, guint shift, gboolean is_below_text)
{
  guint level = aft_markdown_heading_level (lines->line, lines->length);
  gsize skip = strspn (lines->line, " ");

  if (level > 0)
    {
      g_string_append_len (out, lines->line, skip);
      append_marks (out, CLAMP (level + shift, FIRST_LEVEL, LAST_LEVEL));
      append_line (out, lines->line + skip + level, lines->length - skip - level, EMBED);
      return;
    }
  if (is_below_text && is_underline (lines->line, lines->length))
    g_string_append (out, lines->line[skip] == '=' ? "\\" : "\n");
  append_line (out, lines->line, lines->length, EMBED);
}

/* How far what belongs to the list item "- ", "* ", "1. " is indented; 0 where there is no item. */
static gsize
item_width (const char *line)
{
  gsize digits = strspn (line, "0123456789");
  gsize marker = digits > 0 && strchr (".)", line[digits]) != NULL ? digits + 1
                 : strchr ("-*+", *line) != NULL                   ? 1
                                                                   : 0;
  gsize column = marker;

  if (marker == 0 || line[marker - 1] == '\0' || strchr (" \t", line[marker]) == NULL)
    return 0;
  for (const char *p = line + marker; *p == ' ' || *p == '\t'; p++)
    column = *p == ' ' ? column + 1 : (column / 4 + 1) * 4;
  return column - marker > 4 ? marker + 1 : column;
}

/* An item that begins with nothing ends at a blank line. */
static gsize
next_width (const Lines *lines, gsize list_width)
{
  gsize blank = strspn (lines->line, " \t");

  if (lines->length == 0 || blank == lines->length)
    return list_width == EMPTY_ITEM ? 0 : list_width;
  if (blank > 0)
    return list_width == EMPTY_ITEM ? 2 : list_width;
  list_width = item_width (lines->line);
  return list_width > 0 && list_width >= lines->length ? EMPTY_ITEM : list_width;
}

/* An indented fence outside of a list item is moved to the margin: see AftMarkdownFence. */
static gsize
fence_indent (const char *line, gsize list_width)
{
  gsize indent = strspn (line, " ");

  if (list_width == EMPTY_ITEM)
    list_width = 2;
  if (indent == 0 || indent > 3 || (list_width > 0 && indent >= list_width))
    return 0;
  return g_str_has_prefix (line + indent, "```") || g_str_has_prefix (line + indent, "~~~") ? indent
                                                                                            : 0;
}

static void
close_fence (GString *out, const AftMarkdownFence *fence)
{
  if (fence->length == 0)
    return;
  g_string_append_printf (out, "\n%*s", (int) fence->indent, "");
  for (gsize i = 0; i < fence->length; i++)
    g_string_append_c (out, fence->mark);
}

static void
chomp (GString *text)
{
  while (text->len > 0 && g_ascii_isspace (text->str[text->len - 1]))
    g_string_truncate (text, text->len - 1);
}

char *
aft_markdown_embed (const char *prose)
{
  g_autofree char *text = unify_line_ends (prose);
  guint            shift = aft_markdown_prose_shift (text);
  GString         *out = g_string_sized_new (strlen (text) + 16);
  AftMarkdownFence fence = { 0 };
  Lines            lines = { .next = text };
  gsize            list_width = 0;
  gboolean         is_below_text = FALSE;

  while (next_line (&lines))
    {
      gsize    moved = fence.length == 0 ? fence_indent (lines.line, list_width) : 0;
      gsize    length = lines.length - moved;
      gboolean is_code = aft_markdown_fence_step (&fence, lines.line + moved, length);

      if (lines.line != text)
        g_string_append_c (out, '\n');
      if (is_code)
        g_string_append_len (out, lines.line + moved, length);
      else
        append_text_line (out, &lines, shift, is_below_text);
      is_below_text = lines.length > 0 && fence.length == 0;
      if (!is_code)
        list_width = next_width (&lines, list_width);
    }
  chomp (out);
  close_fence (out, &fence);
  return g_string_free (out, FALSE);
}

char *
aft_markdown_extract (const char *text)
{
  GString         *out = g_string_sized_new (strlen (text));
  AftMarkdownFence fence = { 0 };
  Lines            lines = { .next = text + strspn (text, "\n") };
  const char      *first = lines.next;

  while (next_line (&lines))
    {
      if (lines.line != first)
        g_string_append_c (out, '\n');
      if (aft_markdown_fence_step (&fence, lines.line, lines.length))
        g_string_append_len (out, lines.line, lines.length);
      else
        append_line (out, lines.line, lines.length, EXTRACT);
    }
  chomp (out);
  return g_string_free (out, FALSE);
}

char *
aft_markdown_unshift (const char *prose, guint shift)
{
  GString         *out = g_string_sized_new (strlen (prose));
  AftMarkdownFence fence = { 0 };
  Lines            lines = { .next = prose };

  while (next_line (&lines))
    {
      gboolean is_code = aft_markdown_fence_step (&fence, lines.line, lines.length);
      guint    level = is_code ? 0 : aft_markdown_heading_level (lines.line, lines.length);
      gsize    up = level >= FIRST_LEVEL ? MIN (shift, level - 1) : 0;
      gsize    indent = up > 0 ? strspn (lines.line, " ") : 0;

      if (lines.line != prose)
        g_string_append_c (out, '\n');
      g_string_append_len (out, lines.line, indent);
      g_string_append_len (out, lines.line + indent + up, lines.length - indent - up);
    }
  return g_string_free (out, FALSE);
}

/* In code, where a backslash escapes nothing but a pipe, one is put only where the pipe has none.
 */
static const char *
append_cell_code (GString *out, const char *p, const char *end)
{
  gsize n_backslashes = 0;

  for (; p < end; p++)
    {
      if (*p == '|' && n_backslashes % 2 == 0)
        g_string_append_c (out, '\\');
      n_backslashes = *p == '\\' ? n_backslashes + 1 : 0;
      g_string_append_c (out, *p);
    }
  return end;
}

static const char *
append_cell_text (GString *out, const char *p, const char *end)
{
  const char *code_end = *p == '`' ? find_code_end (p, end) : NULL;

  if (code_end != NULL)
    return append_cell_code (out, p, code_end);
  if (*p == '\\' && p + 1 == end)
    return end;
  if (*p != '|')
    return append_inline (out, p, end, EMBED);
  g_string_append (out, "\\|");
  return p + 1;
}

char *
aft_markdown_embed_cell (const char *prose)
{
  g_autofree char *text = unify_line_ends (prose);
  GString         *cell = g_string_sized_new (strlen (text) + 8);
  Lines            lines = { .next = text };

  while (next_line (&lines))
    {
      const char *end = lines.line + lines.length;

      if (lines.line != text)
        g_string_append (cell, "<br>");
      for (const char *p = lines.line; p < end;)
        {
          gsize plain = strcspn (p, "`\\<|\n");

          g_string_append_len (cell, p, plain);
          p += plain;
          if (p < end)
            p = append_cell_text (cell, p, end);
        }
    }
  return g_string_free (cell, FALSE);
}

char *
aft_markdown_extract_cell (const char *cell, gssize length)
{
  g_autofree char *copy = g_strndup (cell, length < 0 ? strlen (cell) : (gsize) length);
  const char      *end = copy + strlen (copy);
  GString         *prose = g_string_sized_new (end - copy);

  for (const char *p = copy; p < end;)
    {
      gsize n = aft_markdown_break_length (p);

      if (n > 0)
        g_string_append_c (prose, '\n');
      else if (p[0] == '\\' && p[1] == '|')
        g_string_append_c (prose, '|');
      else if (*p == '\\')
        {
          p = append_escaped (prose, p, end, EXTRACT);
          continue;
        }
      else
        g_string_append_c (prose, *p);
      p += n > 0 ? n : p[0] == '\\' ? 2 : 1;
    }
  return g_string_free (prose, FALSE);
}
