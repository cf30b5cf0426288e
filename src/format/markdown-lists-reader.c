/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "format/markdown-lists-reader.h"

#include <string.h>

#include "format/markdown-escape.h"
#include "format/markdown-fence.h"
#include "format/markdown-prose.h"
#include "format/markdown-reading.h"
#include "model/schema.h"

#define MAX_DEPTH 60

/* The length of "- ", "* ", "1. " at the start of a line, or 0. */
static gsize
marker_length (const char *line)
{
  gsize digits = strspn (line, "0123456789");

  if (digits > 0 && digits < 10)
    return (line[digits] == '.' || line[digits] == ')') && line[digits + 1] == ' ' ? digits + 2 : 0;
  if (*line == '\0' || strchr ("-*+", *line) == NULL)
    return 0;
  return line[1] == ' ' ? 2 : line[1] == '\n' || line[1] == '\0' ? 1 : 0;
}

/* The items of the list at the margin, each with its lines moved there. (element-type utf8) */
static GPtrArray *
split_items (const char *text)
{
  GPtrArray       *items = g_ptr_array_new_with_free_func (g_free);
  AftMarkdownFence fence = { 0 };
  GString         *item = NULL;
  gsize            width = 0;

  for (const char *line = text, *next; *line != '\0'; line = next)
    {
      const char *end = strchr (line, '\n');
      gsize       length = end != NULL ? (gsize) (end - line) : strlen (line);
      gboolean    is_outside = fence.length == 0 || width > 0;
      gsize       marker = is_outside ? marker_length (line) : 0;
      gsize       skip = MIN (strspn (line, " "), width);

      next = end != NULL ? end + 1 : line + length;
      if (marker > 0 || (item == NULL && length > 0))
        {
          if (item != NULL)
            g_ptr_array_add (items, g_string_free (item, FALSE));
          item = g_string_new (NULL);
          fence.length = 0;
          skip = width = marker;
        }
      else if (item == NULL)
        continue;
      else
        g_string_append_c (item, '\n');
      skip = MIN (skip, length);
      aft_markdown_fence_step (&fence, line + skip, length - skip);
      g_string_append_len (item, line + skip, length - skip);
    }
  if (item != NULL)
    g_ptr_array_add (items, g_string_free (item, FALSE));
  return items;
}

static void
append_text (AftRecordList *list, guint field, const char *markdown)
{
  g_autoptr (AftRecord) row = aft_record_new (aft_record_list_get_schema (list));
  g_autofree char *text = aft_markdown_extract (markdown);

  aft_markdown_read_text (row, field, text);
  aft_record_list_init_append (list, row);
}

/* "[label](<url>)"; anything else is a label without an address. */
static void
append_link (AftRecordList *list, const char *markdown)
{
  g_autoptr (AftRecord) row = aft_record_new (&aft_link_schema);
  gboolean         is_link = *markdown == '[' && g_str_has_suffix (markdown, ">)");
  const char      *split = is_link ? g_strrstr (markdown, "](<") : NULL;
  g_autofree char *label = split != NULL
                               ? aft_markdown_unescape (markdown + 1, split - markdown - 1)
                               : aft_markdown_unescape (markdown, -1);

  if (split != NULL)
    {
      g_autofree char *url = g_strndup (split + 3, strlen (split + 3) - 2);

      aft_markdown_read_text (row, AFT_LINK_URL, url);
      if (g_str_equal (url, label))
        *label = '\0';
    }
  aft_markdown_read_text (row, AFT_LINK_LABEL, label);
  aft_record_list_init_append (list, row);
}

/* Where the list below the text of a why begins. */
static const char *
find_children (const char *item)
{
  AftMarkdownFence fence = { 0 };

  for (const char *line = item, *end; line != NULL; line = end != NULL ? end + 1 : NULL)
    {
      gsize    length = strcspn (line, "\n");
      gboolean is_code = aft_markdown_fence_step (&fence, line, length);

      end = strchr (line, '\n');
      if (!is_code && line != item && marker_length (line) > 0)
        return line;
    }
  return item + strlen (item);
}

static void
read_whys (AftRecordList *list, const char *text, guint depth)
{
  g_autoptr (GPtrArray) items = split_items (text);

  for (guint i = 0; i < items->len; i++)
    {
      const char      *item = g_ptr_array_index (items, i);
      const char      *children = depth < MAX_DEPTH ? find_children (item) : item + strlen (item);
      g_autofree char *own = g_strndup (item, children - item);
      AftRecord       *why;

      append_text (list, AFT_WHY_TEXT, own);
      why = aft_record_list_get (list, aft_record_list_get_length (list) - 1);
      read_whys (aft_record_get_list (why, AFT_WHY_BECAUSE), children, depth + 1);
    }
}

void
aft_markdown_read_list (AftRecordList *list, const char *text)
{
  const AftSchema *schema = aft_record_list_get_schema (list);
  g_autoptr (GPtrArray) items = NULL;

  if (schema == &aft_why_schema)
    {
      read_whys (list, text + strspn (text, "\n"), 0);
      return;
    }
  items = split_items (text);
  for (guint i = 0; i < items->len; i++)
    {
      char *item = g_ptr_array_index (items, i);

      if (schema == &aft_link_schema)
        append_link (list, g_strchomp (item));
      else
        append_text (list, AFT_ITEM_TEXT, item);
    }
}
