/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "format/markdown-outline.h"

#include <string.h>

#include "format/markdown-escape.h"
#include "format/markdown-fence.h"

#define LAST_LEVEL 3

static void
part_free (gpointer data)
{
  AftMarkdownPart *part = data;

  g_free (part->heading);
  g_free (part->text);
  g_free (part);
}

static char *
read_heading (const char *line, gsize length, guint level)
{
  g_autofree char *raw = g_strndup (line + level, length - level);
  char            *text = g_strstrip (raw);
  gsize            end = strlen (text);
  gsize            marks = end;

  while (marks > 0 && text[marks - 1] == '#')
    marks--;
  if (marks == 0 || text[marks - 1] == ' ')
    text[marks] = '\0';
  return aft_markdown_unescape (g_strchomp (text), -1);
}

static AftMarkdownPart *
add_part (GPtrArray *parts, guint level, char *heading)
{
  AftMarkdownPart *part = g_new0 (AftMarkdownPart, 1);

  part->level = level;
  part->heading = heading;
  g_ptr_array_add (parts, part);
  return part;
}

GPtrArray *
aft_markdown_outline (const char *body)
{
  GPtrArray       *parts = g_ptr_array_new_with_free_func (part_free);
  AftMarkdownPart *part = add_part (parts, 0, g_strdup (""));
  AftMarkdownFence fence = { 0 };
  const char      *start = body, *next;

  for (const char *line = body; line != NULL; line = next)
    {
      const char *end = strchr (line, '\n');
      gsize       length = end != NULL ? (gsize) (end - line) : strlen (line);
      gboolean    is_code = aft_markdown_fence_step (&fence, line, length);
      guint       level = is_code || *line != '#' ? 0 : aft_markdown_heading_level (line, length);

      next = end != NULL ? end + 1 : NULL;
      if (level == 0 || level > LAST_LEVEL)
        continue;
      part->text = g_strndup (start, line - start);
      part = add_part (parts, level, read_heading (line, length, level));
      start = next != NULL ? next : line + length;
    }
  part->text = g_strdup (start);
  return parts;
}
