/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "format/markdown-fence.h"

#include <string.h>

#define MIN_FENCE  3
#define MAX_INDENT 3
#define MAX_LEVEL  6

static gsize
count (const char *line, gsize length, gsize from, char c)
{
  gsize n = 0;

  while (from + n < length && line[from + n] == c)
    n++;
  return n;
}

static gboolean
is_blank (const char *line, gsize from, gsize length)
{
  for (gsize i = from; i < length; i++)
    if (line[i] != ' ' && line[i] != '\t')
      return FALSE;
  return TRUE;
}

static gboolean
opens (AftMarkdownFence *self, const char *line, gsize length)
{
  gsize indent = count (line, length, 0, ' ');
  char  mark = indent < length ? line[indent] : '\0';
  gsize fence = mark == '`' || mark == '~' ? count (line, length, indent, mark) : 0;

  if (indent > MAX_INDENT || fence < MIN_FENCE)
    return FALSE;
  if (mark == '`' && memchr (line + indent + fence, '`', length - indent - fence) != NULL)
    return FALSE;
  self->length = fence;
  self->indent = indent;
  self->mark = mark;
  return TRUE;
}

static gboolean
closes (const AftMarkdownFence *self, const char *line, gsize length)
{
  gsize indent = count (line, length, 0, ' ');
  gsize fence = count (line, length, indent, self->mark);

  return indent <= self->indent + MAX_INDENT && fence >= self->length &&
         is_blank (line, indent + fence, length);
}

gboolean
aft_markdown_fence_step (AftMarkdownFence *self, const char *line, gsize length)
{
  gboolean is_outside = length > 0 && *line != ' ' && *line != '\t';

  if (self->length > 0 && self->indent > 0 && is_outside)
    self->length = 0;
  if (self->length == 0)
    return opens (self, line, length);
  if (closes (self, line, length))
    self->length = 0;
  return TRUE;
}

guint
aft_markdown_heading_level (const char *line, gsize length)
{
  gsize indent = count (line, length, 0, ' ');
  gsize level = count (line, length, indent, '#');
  gsize end = indent + level;

  if (indent > MAX_INDENT || level == 0 || level > MAX_LEVEL)
    return 0;
  return end == length || line[end] == ' ' || line[end] == '\t' ? level : 0;
}
