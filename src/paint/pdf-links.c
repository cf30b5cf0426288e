/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "paint/pdf-links.h"

#include <string.h>

#include "paint/pdf-text.h"

#define ADDRESS_KEY "/URI ("

/* The address in brackets; cairo writes it as it is, and we gave it neither brackets nor slashes
 * that would end it. */
static char *
read_address (const char *dictionary, gsize length)
{
  const char *start = g_strstr_len (dictionary, (gssize) length, ADDRESS_KEY);
  const char *end;

  if (start == NULL)
    return NULL;
  start += strlen (ADDRESS_KEY);
  end = memchr (start, ')', (gsize) (dictionary + length - start));
  return end != NULL ? g_strndup (start, (gsize) (end - start)) : NULL;
}

/* "E12" as it is; of a heading what it says. */
static char *
describe_place (const AftPages *pages, const char *target)
{
  guint number = (guint) g_ascii_strtoull (target + 2, NULL, 10);

  if (target[1] == 'S' && number > 0 && number <= pages->outline->len)
    return g_strdup (g_array_index (pages->outline, AftOutlineItem, number - 1).title);
  return g_strdup (target + 1);
}

static void
append_place (GString *out, const AftPages *pages, const AftPageAnchor *anchor, guint page_object)
{
  char y[G_ASCII_DTOSTR_BUF_SIZE];

  g_ascii_formatd (y, sizeof y, "%.2f", pages->height - anchor->y);
  g_string_append_printf (out, "/Dest [%u 0 R /XYZ 0 %s 0]\n", page_object, y);
}

/* Everything but the action, which is the innermost dictionary behind its key. */
static gboolean
append_without_action (GString *out, const char *dictionary, gsize length)
{
  const char *start = g_strstr_len (dictionary, (gssize) length, "/A <<");
  const char *end =
      start != NULL ? g_strstr_len (start, (gssize) (dictionary + length - start), ">>") : NULL;

  if (end == NULL)
    return FALSE;
  g_string_append_len (out, dictionary, start - dictionary);
  end += 2;
  g_string_append_len (out, end, (gssize) (dictionary + length - end));
  return TRUE;
}

static gboolean
append_inside (GString        *out,
               const char     *dictionary,
               gsize           length,
               const AftPages *pages,
               const GArray   *page_objects,
               const char     *target)
{
  const AftPageAnchor *anchor = aft_pages_find_anchor (pages, target);
  g_autofree char     *words = describe_place (pages, target);

  if (anchor == NULL || (guint) anchor->page >= page_objects->len ||
      !append_without_action (out, dictionary, length))
    return FALSE;
  g_string_append (out, "\n   ");
  append_place (out, pages, anchor, g_array_index (page_objects, guint, anchor->page));
  g_string_append (out, "   /Contents ");
  aft_pdf_append_text (out, words);
  return TRUE;
}

GString *
aft_pdf_complete_link (const char     *dictionary,
                       gsize           length,
                       const AftPages *pages,
                       const GArray   *page_objects)
{
  g_autoptr (GString) out = g_string_new (NULL);
  g_autofree char *address = read_address (dictionary, length);

  if (address == NULL)
    return NULL;
  if (g_str_has_prefix (address, AFT_PDF_PLACE_SCHEME))
    {
      g_autofree char *target = g_strconcat ("#", address + strlen (AFT_PDF_PLACE_SCHEME), NULL);

      if (!append_inside (out, dictionary, length, pages, page_objects, target))
        return NULL;
      return g_steal_pointer (&out);
    }
  g_string_append_len (out, dictionary, (gssize) length);
  g_string_append (out, "\n   /Contents ");
  aft_pdf_append_text (out, address);
  return g_steal_pointer (&out);
}
