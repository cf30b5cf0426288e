/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "format/markdown-table.h"

#include <string.h>

#include "format/markdown-fence.h"

void
aft_markdown_table_free (AftMarkdownTable *self)
{
  g_strfreev (self->header);
  g_ptr_array_unref (self->rows);
  g_free (self);
}

/* "| --- | :-: |" */
static gboolean
is_delimiter (const char *line)
{
  gsize length = strspn (line, "|-: \t");

  return *line == '|' && strchr (line, '-') != NULL && strchr (line, '-') < line + length &&
         (line[length] == '\n' || line[length] == '\0');
}

static void
add_cell (GStrvBuilder *cells, const char *start, const char *end)
{
  g_autofree char *cell = g_strndup (start, end - start);

  g_strv_builder_add (cells, g_strstrip (cell));
}

/* A pipe behind a backslash belongs to its cell. */
static GStrv
split_row (const char *line)
{
  g_autoptr (GStrvBuilder) cells = g_strv_builder_new ();
  const char *start = line + 1, *p;

  for (p = start; *p != '\0' && *p != '\n'; p++)
    {
      if (*p == '\\' && p[1] != '\0' && p[1] != '\n')
        p++;
      else if (*p == '|')
        {
          add_cell (cells, start, p);
          start = p + 1;
        }
    }
  if (start + strspn (start, " \t") < p)
    add_cell (cells, start, p);
  return g_strv_builder_end (cells);
}

static const char *
next_line (const char *line)
{
  const char *end = strchr (line, '\n');

  return end != NULL ? end + 1 : line + strlen (line);
}

static const char *
find_header (const char *text)
{
  AftMarkdownFence fence = { 0 };

  for (const char *line = text; *line != '\0'; line = next_line (line))
    {
      gboolean is_code = aft_markdown_fence_step (&fence, line, strcspn (line, "\n"));

      if (!is_code && *line == '|' && is_delimiter (next_line (line)))
        return line;
    }
  return NULL;
}

AftMarkdownTable *
aft_markdown_table_find (const char *text, const char **start, const char **end)
{
  const char       *line = find_header (text);
  AftMarkdownTable *self;

  if (line == NULL)
    return NULL;
  self = g_new0 (AftMarkdownTable, 1);
  self->rows = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);
  self->header = split_row (line);
  *start = line;
  for (line = next_line (next_line (line)); *line == '|'; line = next_line (line))
    g_ptr_array_add (self->rows, split_row (line));
  *end = line;
  return self;
}
