/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "format/import/lines.h"

#include <string.h>

#define TAB_COLUMNS 4

/* What carries over from line to line. */
typedef struct
{
  char     fence; /* the character, or 0 outside */
  guint    fence_length;
  gboolean in_comment;
  gboolean is_wiki; /* "#" begins an item of a numbered list, as in MediaWiki */
} State;

static void
set_body (AftLine *line, const char *body, const char *end)
{
  while (body < end && (*body == ' ' || *body == '\t'))
    body++;
  while (end > body && g_ascii_isspace (end[-1]))
    end--;
  line->body = body;
  line->body_length = end - body;
}

static const char *
skip_indent (AftLine *line, const char *end)
{
  const char *p = line->start;

  for (; p < end && (*p == ' ' || *p == '\t'); p++)
    line->indent += *p == '\t' ? TAB_COLUMNS : 1;
  return p;
}

static guint
count_run (const char *p, const char *end, char c)
{
  guint n = 0;

  while (p + n < end && p[n] == c)
    n++;
  return n;
}

/* TRUE for a line of a fence and all in it. */
static gboolean
read_fence (State *state, const char *p, const char *end)
{
  guint n = p < end && (*p == '`' || *p == '~') ? count_run (p, end, *p) : 0;

  if (state->fence != 0)
    {
      if (n >= state->fence_length && *p == state->fence)
        state->fence = 0;
      return TRUE;
    }
  if (n < 3 || (*p == '`' && memchr (p + n, '`', end - p - n) != NULL))
    return FALSE;
  state->fence = *p;
  state->fence_length = n;
  return TRUE;
}

static gboolean
find_comment_end (const char *p, const char *end)
{
  return g_strstr_len (p, end - p, "-->") != NULL;
}

static gboolean
read_comment (State *state, const char *p, const char *end)
{
  if (!state->in_comment && (end - p < 4 || strncmp (p, "<!--", 4) != 0))
    return FALSE;
  state->in_comment = !find_comment_end (p, end);
  return TRUE;
}

/* "## Title ##" */
static gboolean
read_hash_heading (AftLine *line, const char *p, const char *end)
{
  guint level = count_run (p, end, '#');

  if (level == 0 || level > 6 || (p + level < end && p[level] != ' ' && p[level] != '\t'))
    return FALSE;
  set_body (line, p + level, end);
  while (line->body_length > 0 && line->body[line->body_length - 1] == '#')
    line->body_length--;
  set_body (line, line->body, line->body + line->body_length);
  line->level = level;
  return TRUE;
}

/* "== Title ==" */
static gboolean
read_wiki_heading (AftLine *line, const char *p, const char *end)
{
  guint n = count_run (p, end, '=');

  while (end > p && g_ascii_isspace (end[-1]))
    end--;
  if (n < 2 || n > 6 || (gsize) (end - p) < 2 * n + 1 || end[-1] != '=' || p[n] == '=')
    return FALSE;
  while (end > p && end[-1] == '=')
    end--;
  if (end <= p + n)
    return FALSE;
  set_body (line, p + n, end);
  line->level = n;
  return TRUE;
}

/* "<h2 class=x>Title</h2>" on one line */
static gboolean
read_html_heading (AftLine *line, const char *p, const char *end)
{
  const char *open, *close;

  if (end - p < 9 || p[0] != '<' || (p[1] != 'h' && p[1] != 'H') || p[2] < '1' || p[2] > '6')
    return FALSE;
  open = memchr (p, '>', end - p);
  close = open != NULL ? g_strstr_len (open, end - open, "</") : NULL;
  if (close == NULL)
    return FALSE;
  set_body (line, open + 1, close);
  line->level = p[2] - '0';
  return TRUE;
}

static gboolean
is_ruler (const char *p, const char *end)
{
  guint n_dashes = 0;

  for (; p < end; p++)
    if (*p == '-' || *p == '*' || *p == '_')
      n_dashes++;
    else if (!strchr (" \t|:", *p))
      return FALSE;
  return n_dashes >= 3;
}

/* "- ", "* ", "+ ", "12. ", "3) ", "• " */
static const char *
skip_marker (const char *p, const char *end)
{
  const char *q = p;

  if (end - p > 3 && strncmp (p, "•", strlen ("•")) == 0)
    return p + strlen ("•");
  if (p < end && strchr ("-*+", *p))
    q = p + 1;
  else
    {
      while (q < end && q - p < 4 && g_ascii_isdigit (*q))
        q++;
      if (q == p || q == end || (*q != '.' && *q != ')'))
        return NULL;
      q++;
    }
  return q < end && (*q == ' ' || *q == '\t') ? q + 1 : NULL;
}

static gboolean
read_item (AftLine *line, const char *p, const char *end)
{
  const char *after = skip_marker (p, end);

  if (after == NULL)
    return FALSE;
  set_body (line, after, end);
  if (line->body_length >= 3 && line->body[0] == '[' && line->body[2] == ']' &&
      strchr (" xX", line->body[1]))
    {
      line->box = line->body[1] == ' ' ? AFT_CHECK_OPEN : AFT_CHECK_DONE;
      set_body (line, line->body + 3, end);
    }
  return TRUE;
}

/* A line with "#" in a text whose headings are "== Title ==": deeper by every further "#". */
static AftLineKind
read_wiki_item (AftLine *line)
{
  line->indent += 2 * (line->level - 1);
  line->level = 0;
  return AFT_LINE_ITEM;
}

/* Headings of MediaWiki, and none of Markdown deeper than the first level: "##" stands below "#".
 */
static gboolean
is_wiki (const char *text)
{
  guint    n_headings = 0;
  gboolean in_list = FALSE;

  for (const char *end; *text != '\0'; text = *end == '\n' ? end + 1 : end)
    {
      AftLine line = { 0 };

      end = strchrnul (text, '\n');
      if (g_str_has_prefix (text, "##") && !in_list)
        return FALSE;
      in_list = *text == '#';
      n_headings += *text == '=' && read_wiki_heading (&line, text, end);
    }
  return n_headings >= 2;
}

static AftLineKind
classify (State *state, AftLine *line)
{
  const char *end = line->start + line->length;
  const char *p = skip_indent (line, end);

  set_body (line, p, end);
  if (read_fence (state, p, end))
    return AFT_LINE_CODE;
  if (line->body_length == 0 && !state->in_comment)
    return AFT_LINE_BLANK;
  if (read_comment (state, p, end))
    return AFT_LINE_COMMENT;
  if (state->is_wiki && read_hash_heading (line, p, end))
    return read_wiki_item (line);
  if (line->indent < TAB_COLUMNS &&
      (read_hash_heading (line, p, end) || read_wiki_heading (line, p, end) ||
       read_html_heading (line, p, end)))
    return AFT_LINE_HEADING;
  if (is_ruler (p, end))
    return AFT_LINE_RULER;
  if (*p == '|')
    return AFT_LINE_ROW;
  if (*p == '>')
    return AFT_LINE_QUOTE;
  return read_item (line, p, end) ? AFT_LINE_ITEM : AFT_LINE_TEXT;
}

/* A row of "=" or "-" below a line of text makes that a heading. */
static void
read_underline (GArray *lines)
{
  AftLine *line = &g_array_index (lines, AftLine, lines->len - 1);
  AftLine *above = lines->len > 1 ? line - 1 : NULL;
  char     c = line->body_length > 0 ? *line->body : 0;

  if (above == NULL || above->kind != AFT_LINE_TEXT || above->indent >= TAB_COLUMNS ||
      (c != '=' && c != '-') || line->indent >= TAB_COLUMNS ||
      count_run (line->body, line->body + line->body_length, c) != line->body_length ||
      (lines->len > 2 && line[-2].kind == AFT_LINE_TEXT))
    return;
  above->kind = AFT_LINE_HEADING;
  above->level = c == '=' ? 1 : 2;
  line->kind = AFT_LINE_COMMENT;
}

GArray *
aft_lines_read (const char *text)
{
  GArray *lines = g_array_new (FALSE, TRUE, sizeof (AftLine));
  State   state = { .is_wiki = is_wiki (text) };

  while (*text != '\0')
    {
      const char *end = strchrnul (text, '\n');
      AftLine     line = { .start = text, .length = end - text };

      line.kind = classify (&state, &line);
      g_array_append_val (lines, line);
      read_underline (lines);
      text = *end == '\n' ? end + 1 : end;
    }
  return lines;
}

GPtrArray *
aft_line_cells (const AftLine *self)
{
  GPtrArray  *cells = g_ptr_array_new_with_free_func (g_free);
  const char *p = self->body, *end = self->body + self->body_length;
  g_autoptr (GString) cell = g_string_new (NULL);

  if (p < end && *p == '|')
    p++;
  for (; p < end; p++)
    if (*p == '\\' && p + 1 < end && p[1] == '|')
      g_string_append_c (cell, *++p);
    else if (*p == '|')
      {
        g_ptr_array_add (cells, g_strstrip (g_strdup (cell->str)));
        g_string_truncate (cell, 0);
      }
    else
      g_string_append_c (cell, *p);
  g_strstrip (cell->str);
  if (*cell->str != '\0')
    g_ptr_array_add (cells, g_strdup (cell->str));
  return cells;
}

char *
aft_line_dup_body (const AftLine *self)
{
  return g_strndup (self->body, self->body_length);
}
