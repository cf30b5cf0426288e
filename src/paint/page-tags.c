/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "paint/page-tags.h"

#include <string.h>

#include "paint/pdf-links.h"

/* Cairo marks text only inside elements that hold no other elements. So an element that spans
 * pages, or has links, holds Span and Link elements with the text; any other holds its text. */

struct _AftPageTags
{
  const AftPages *pages;
  GArray         *open;     /* int: nodes from the document down */
  guint8         *is_mixed; /* by node: holds Span and Link */
};

static const char *const names[AFT_N_TAGS] = {
  [AFT_TAG_ARTIFACT] = NULL,
  [AFT_TAG_P] = "P",
  [AFT_TAG_H1] = "H1",
  [AFT_TAG_H2] = "H2",
  [AFT_TAG_H3] = "H3",
  [AFT_TAG_LIST] = "L",
  [AFT_TAG_LI] = "LI",
  [AFT_TAG_LBL] = "Lbl",
  [AFT_TAG_LBODY] = "LBody",
  [AFT_TAG_TABLE] = "Table",
  [AFT_TAG_TR] = "TR",
  [AFT_TAG_TH] = "TH",
  [AFT_TAG_TH_ROW] = "TH",
  [AFT_TAG_TD] = "TD",
  [AFT_TAG_QUOTE] = "BlockQuote",
  [AFT_TAG_CODE] = "Code",
  [AFT_TAG_FIGURE] = "Figure",
  [AFT_TAG_SECT] = "Sect",
  [AFT_TAG_CONTENTS] = "TOC",
  [AFT_TAG_CONTENTS_ITEM] = "TOCI",
  [AFT_TAG_REFERENCE] = "Reference",
};

static const AftStructNode *
get_node (const AftPageTags *self, int node)
{
  return &g_array_index (self->pages->structure, AftStructNode, node);
}

static void
find_mixed (AftPageTags *self)
{
  g_autofree guint8 *seen = g_new0 (guint8, self->pages->structure->len + 1);

  for (guint i = 0; i < self->pages->pages->len; i++)
    {
      GArray *page = g_ptr_array_index (self->pages->pages, i);

      for (guint j = 0; j < page->len; j++)
        {
          const AftBox *box = &g_array_index (page, AftBox, j);

          if (box->node < 0)
            continue;
          if (seen[box->node] || box->links != NULL)
            self->is_mixed[box->node] = TRUE;
          seen[box->node] = TRUE;
        }
    }
}

AftPageTags *
aft_page_tags_new (const AftPages *pages)
{
  AftPageTags *self = g_new0 (AftPageTags, 1);

  self->pages = pages;
  self->open = g_array_new (FALSE, FALSE, sizeof (int));
  self->is_mixed = g_new0 (guint8, pages->structure->len + 1);
  find_mixed (self);
  return self;
}

void
aft_page_tags_free (AftPageTags *self)
{
  g_array_unref (self->open);
  g_free (self->is_mixed);
  g_free (self);
}

const AftPages *
aft_page_tags_get_pages (const AftPageTags *self)
{
  return self->pages;
}

static void
close_last (AftPageTags *self, cairo_t *cr)
{
  int node = g_array_index (self->open, int, self->open->len - 1);

  cairo_tag_end (cr, names[get_node (self, node)->tag]);
  g_array_set_size (self->open, self->open->len - 1);
}

static gboolean
is_open (const AftPageTags *self, int node)
{
  for (guint i = 0; i < self->open->len; i++)
    if (g_array_index (self->open, int, i) == node)
      return TRUE;
  return FALSE;
}

static void
open_path (AftPageTags *self, int node, cairo_t *cr)
{
  if (node < 0 || is_open (self, node))
    return;
  open_path (self, get_node (self, node)->parent, cr);
  cairo_tag_begin (cr, names[get_node (self, node)->tag], NULL);
  g_array_append_val (self->open, node);
}

/* Those of the open elements that are no ancestors of the node are complete. */
static void
close_others (AftPageTags *self, int node, cairo_t *cr)
{
  int nearest = node;

  while (nearest >= 0 && !is_open (self, nearest))
    nearest = get_node (self, nearest)->parent;
  while (self->open->len > 0 && g_array_index (self->open, int, self->open->len - 1) != nearest)
    close_last (self, cr);
}

void
aft_page_tags_begin_box (AftPageTags *self, const AftBox *box, cairo_t *cr)
{
  close_others (self, box->node, cr);
  open_path (self, box->node, cr);
}

void
aft_page_tags_end_box (AftPageTags *self, const AftBox *box, cairo_t *cr)
{
  if (!self->is_mixed[box->node])
    close_last (self, cr);
}

void
aft_page_tags_close (AftPageTags *self, cairo_t *cr)
{
  while (self->open->len > 0)
    close_last (self, cr);
}

/* ---- stretches ---- */

/* As an attribute of a cairo tag, in quotes, and from there as a string of the file, in brackets;
 * what is not plain ASCII is percent-encoded, and what would end either. */
static char *
link_attributes (const char *uri)
{
  GString *attributes = g_string_new ("uri='");

  for (const guchar *p = (const guchar *) uri; *p != '\0'; p++)
    {
      if (*p <= 0x20 || *p >= 0x7F || *p == '\\')
        g_string_append_printf (attributes, "%%%02X", *p);
      else if (strchr ("'()<>", *p) != NULL)
        g_string_append_printf (attributes, "%%%02X", *p);
      else
        g_string_append_c (attributes, (char) *p);
    }
  g_string_append_c (attributes, '\'');
  return g_string_free (attributes, FALSE);
}

/* NULL: it leads nowhere. */
static char *
target_attributes (const AftPageTags *self, const char *target)
{
  g_autofree char *place = NULL;

  if (target == NULL)
    return NULL;
  if (target[0] != '#')
    return link_attributes (target);
  place = g_strconcat (AFT_PDF_PLACE_SCHEME, target + 1, NULL);
  return aft_pages_find_anchor (self->pages, target) != NULL ? link_attributes (place) : NULL;
}

static void
stretch_cb (cairo_t *cr, const char *target, gboolean begins, gpointer data)
{
  g_autofree char *attributes = target_attributes (data, target);
  const char      *tag = attributes != NULL ? CAIRO_TAG_LINK : "Span";

  if (begins)
    cairo_tag_begin (cr, tag, attributes);
  else
    cairo_tag_end (cr, tag);
}

AftStretchFunc
aft_page_tags_get_stretch (const AftPageTags *self, const AftBox *box)
{
  return self->is_mixed[box->node] ? stretch_cb : NULL;
}
