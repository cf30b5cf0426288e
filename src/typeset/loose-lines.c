/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "typeset/loose-lines.h"

#include <string.h>

#include "typeset/hyphenation.h"
#include "typeset/pages.h"

#define LOOSE_SHARE 0.12 /* of the width: a line that lacks more looks torn */
#define MIN_LETTERS 6
#define SOFT_HYPHEN "\u00AD"

typedef struct
{
  const AftLines       *lines;
  double                width;
  const char           *language;
  const AftHyphenation *hyphenation; /* once a line is loose: patterns are large */
  AftInline            *content;
} Paragraph;

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
  double lacking = self->width - aft_lines_get_line_width (self->lines, i);
  gsize  next = aft_lines_get_offset (self->lines, i + 1);

  return aft_lines_is_continued (self->lines, i + 1) && lacking > self->width * LOOSE_SHARE &&
         next > 0 && next < self->content->text->len && self->content->text->str[next - 1] == ' ';
}

static void
shift_links (const Paragraph *self, gsize at, gsize length)
{
  for (guint i = 0; self->content->links != NULL && i < self->content->links->len; i++)
    {
      AftPageLink *link = &g_array_index (self->content->links, AftPageLink, i);

      link->start += link->start > at ? length : 0;
      link->end += link->end > at ? length : 0;
    }
}

static void
insert_hyphen (const Paragraph *self, gsize at)
{
  gsize length = strlen (SOFT_HYPHEN);

  g_string_insert (self->content->text, (gssize) at, SOFT_HYPHEN);
  pango_attr_list_update (self->content->attrs, (int) at, 0, (int) length);
  shift_links (self, at, length);
}

static void
divide_word (const Paragraph *self, gsize start)
{
  const char *text = self->content->text->str + start;
  gsize       length = word_length (text);
  g_autoptr (GArray) places = NULL;
  PangoAttribute *shown;

  if (length == 0 || is_code (self->content->attrs, start))
    return;
  places = aft_hyphenation_divide (self->hyphenation, text, length);
  if (places->len == 0)
    return;
  for (guint i = places->len; i > 0; i--)
    insert_hyphen (self, start + g_array_index (places, gsize, i - 1));
  shown = pango_attr_insert_hyphens_new (TRUE);
  shown->start_index = (guint) start;
  shown->end_index = (guint) (start + length + places->len * strlen (SOFT_HYPHEN));
  pango_attr_list_insert (self->content->attrs, shown);
}

/* The lines may be kept with the attributes they were made of: those stay as they are. */
static gboolean
prepare (Paragraph *self)
{
  PangoAttrList *attrs = self->content->attrs;

  if (self->hyphenation != NULL)
    return TRUE;
  self->hyphenation = aft_hyphenation_get (self->language);
  if (self->hyphenation == NULL)
    return FALSE;
  self->content->attrs = attrs != NULL ? pango_attr_list_copy (attrs) : pango_attr_list_new ();
  g_clear_pointer (&attrs, pango_attr_list_unref);
  return TRUE;
}

/* From the last line up, so that the places of those above stay what they are. */
gboolean
aft_loose_lines_divide (const AftLines *lines,
                        double          width,
                        const char     *language,
                        AftInline      *content)
{
  Paragraph self = { lines, width, language, NULL, content };
  gsize     length = content->text->len;

  for (int i = aft_lines_get_length (lines) - 2; i >= 0; i--)
    if (leaves_loose (&self, i))
      {
        if (!prepare (&self))
          return FALSE;
        divide_word (&self, aft_lines_get_offset (lines, i + 1));
      }
  return content->text->len > length;
}
