/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "typeset/loose-lines.h"

#include <string.h>

#include "typeset/hyphenation.h"
#include "typeset/pages.h"

#define LOOSE_SHARE  0.12 /* of the width: a line that lacks more looks torn */
#define MIN_LETTERS  6
#define SOFT_HYPHEN  "\u00AD"
#define MAX_ATTEMPTS 3 /* what a division moves down may leave other lines short */

typedef struct
{
  PangoLayout          *layout;
  const char           *language;
  const AftHyphenation *hyphenation; /* once a line is loose: patterns are large */
  GArray               *links;
} Paragraph;

static int
line_width (PangoLayoutLine *line)
{
  int width = 0;

  for (GSList *l = line->runs; l != NULL; l = l->next)
    width += pango_glyph_string_get_width (((PangoGlyphItem *) l->data)->glyphs);
  return width;
}

/* Letters up to a space or the signs that end a clause; 0 where it is anything else. */
static gsize
word_length (const char *text)
{
  const char *p = text;
  guint       n = 0;

  for (; g_unichar_isalpha (g_utf8_get_char (p)); p = g_utf8_next_char (p))
    n++;
  if (n < MIN_LETTERS || (*p != '\0' && strchr (" \n,.;:!?)", *p) == NULL))
    return 0;
  return (gsize) (p - text);
}

/* Code and addresses are not words. */
static gboolean
is_code (PangoAttrList *attrs, gsize at)
{
  GSList  *all = pango_attr_list_get_attributes (attrs);
  gboolean found = FALSE;

  for (GSList *l = all; l != NULL; l = l->next)
    {
      const PangoAttribute *attribute = l->data;

      found |= attribute->klass->type == PANGO_ATTR_FAMILY && attribute->start_index <= at &&
               at < attribute->end_index;
    }
  g_slist_free_full (all, (GDestroyNotify) pango_attribute_destroy);
  return found;
}

/* The line before the word is short for want of it. */
static gboolean
leaves_loose (const Paragraph *self, int i)
{
  int              available = pango_layout_get_width (self->layout);
  const char      *text = pango_layout_get_text (self->layout);
  PangoLayoutLine *line = pango_layout_get_line_readonly (self->layout, i);
  PangoLayoutLine *next = pango_layout_get_line_readonly (self->layout, i + 1);

  return !next->is_paragraph_start && text[next->start_index - 1] == ' ' &&
         available - line_width (line) > available * LOOSE_SHARE;
}

static void
shift_links (const Paragraph *self, gsize at, gsize length)
{
  for (guint i = 0; self->links != NULL && i < self->links->len; i++)
    {
      AftPageLink *link = &g_array_index (self->links, AftPageLink, i);

      link->start += link->start > at ? length : 0;
      link->end += link->end > at ? length : 0;
    }
}

static void
insert_hyphen (const Paragraph *self, GString *text, PangoAttrList *attrs, gsize at)
{
  gsize length = strlen (SOFT_HYPHEN);

  g_string_insert (text, (gssize) at, SOFT_HYPHEN);
  pango_attr_list_update (attrs, (int) at, 0, (int) length);
  shift_links (self, at, length);
}

static void
divide_word (const Paragraph *self, GString *text, PangoAttrList *attrs, gsize start)
{
  gsize length = word_length (text->str + start);
  g_autoptr (GArray) places = NULL;
  PangoAttribute *shown;

  if (length == 0 || is_code (attrs, start))
    return;
  places = aft_hyphenation_divide (self->hyphenation, text->str + start, length);
  if (places->len == 0)
    return;
  for (guint i = places->len; i > 0; i--)
    insert_hyphen (self, text, attrs, start + g_array_index (places, gsize, i - 1));
  shown = pango_attr_insert_hyphens_new (TRUE);
  shown->start_index = (guint) start;
  shown->end_index = (guint) (start + length + places->len * strlen (SOFT_HYPHEN));
  pango_attr_list_insert (attrs, shown);
}

/* From the last line up, so that the places of those above stay what they are. */
static gboolean
divide_once (Paragraph *self)
{
  g_autoptr (GString) text = NULL;
  PangoAttrList *attrs = NULL;

  for (int i = pango_layout_get_line_count (self->layout) - 2; i >= 0; i--)
    {
      gsize start = pango_layout_get_line_readonly (self->layout, i + 1)->start_index;

      if (!leaves_loose (self, i))
        continue;
      if (text == NULL)
        {
          self->hyphenation = aft_hyphenation_get (self->language);
          if (self->hyphenation == NULL)
            return FALSE;
          text = g_string_new (pango_layout_get_text (self->layout));
          attrs = pango_attr_list_copy (pango_layout_get_attributes (self->layout));
        }
      divide_word (self, text, attrs, start);
    }
  if (text == NULL)
    return FALSE;
  if (text->len == strlen (pango_layout_get_text (self->layout)))
    {
      pango_attr_list_unref (attrs);
      return FALSE;
    }
  pango_layout_set_attributes (self->layout, attrs);
  pango_layout_set_text (self->layout, text->str, (int) text->len);
  pango_attr_list_unref (attrs);
  return TRUE;
}

void
aft_loose_lines_divide (PangoLayout *layout, const char *language, GArray *links)
{
  Paragraph self = { layout, language, NULL, links };

  for (guint i = 0; i < MAX_ATTEMPTS && divide_once (&self); i++)
    continue;
}
