/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "typeset/pages.h"

#include <glib/gi18n-lib.h>

#include "typeset/contents.h"
#include "typeset/margins.h"
#include "typeset/paginate.h"
#include "typeset/sections.h"

static void
clear_outline_item (AftOutlineItem *item)
{
  g_free (item->title);
}

static AftPages *
new_pages (const AftPageArea *area, PangoContext *context)
{
  AftPages *self = g_new0 (AftPages, 1);

  self->width = area->width;
  self->height = area->height;
  self->context = g_object_ref (context);
  self->pages = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);
  self->structure = g_array_new (FALSE, FALSE, sizeof (AftStructNode));
  self->outline = g_array_new (FALSE, FALSE, sizeof (AftOutlineItem));
  self->spots = g_array_new (FALSE, FALSE, sizeof (AftPageSpot));
  self->anchors = g_hash_table_new_full (NULL, NULL, NULL, g_free);
  self->figures = g_ptr_array_new_with_free_func ((GDestroyNotify) aft_figure_free);
  g_array_set_clear_func (self->outline, (GDestroyNotify) clear_outline_item);
  return self;
}

void
aft_pages_free (AftPages *self)
{
  g_ptr_array_unref (self->pages);
  g_array_unref (self->structure);
  g_array_unref (self->outline);
  g_array_unref (self->spots);
  g_hash_table_unref (self->anchors);
  g_ptr_array_unref (self->figures);
  g_object_unref (self->context);
  g_free (self->title);
  g_free (self->author);
  g_free (self->subject);
  g_free (self->keywords);
  g_free (self->language);
  g_free (self);
}

void
aft_pages_clear_page (AftPages *self, guint page)
{
  g_array_unref (self->pages->pdata[page]);
  self->pages->pdata[page] = aft_boxes_new ();
}

static gpointer
anchor_key (char letter, guint number)
{
  return GUINT_TO_POINTER ((guint) letter << 24 | (number & 0xFFFFFF));
}

void
aft_pages_add_anchor (AftPages *self, char letter, guint number, int page, double y)
{
  AftPageAnchor *anchor = g_new (AftPageAnchor, 1);

  *anchor = (AftPageAnchor){ page, y };
  g_hash_table_insert (self->anchors, anchor_key (letter, number), anchor);
}

const AftPageAnchor *
aft_pages_find_anchor (const AftPages *self, const char *target)
{
  if (target[0] != '#' || target[1] == '\0')
    return NULL;
  return g_hash_table_lookup (
      self->anchors, anchor_key (target[1], (guint) g_ascii_strtoull (target + 2, NULL, 10)));
}

/* The authors; the owner where none are named. */
static char *
describe_author (AftRecord *root)
{
  const char *const *authors = aft_record_get_words (root, AFT_DOC_AUTHORS);

  if (authors[0] != NULL)
    return g_strjoinv (", ", (char **) authors);
  return g_strdup (aft_record_get_text (root, AFT_DOC_OWNER));
}

static char *
describe_subject (AftRecord *root)
{
  const char *kind = aft_choice_label (root, AFT_DOC_KIND);
  const char *severity = aft_choice_label (root, AFT_DOC_SEVERITY);

  return g_strconcat (kind, *severity != '\0' ? ", " : "", severity, NULL);
}

static void
set_metadata (AftPages *self, AftRecord *root)
{
  const char *title = aft_record_get_text (root, AFT_DOC_TITLE);

  self->title = g_strdup (*title != '\0' ? title : _ ("Untitled"));
  self->author = describe_author (root);
  self->subject = describe_subject (root);
  self->keywords = g_strjoinv (", ", (char **) aft_record_get_words (root, AFT_DOC_TAGS));
  self->language = g_strdup (aft_record_has (root, AFT_DOC_LANGUAGE)
                                 ? aft_record_get_text (root, AFT_DOC_LANGUAGE)
                                 : "en");
  self->created = aft_record_get_integer (root, AFT_DOC_CREATED, AFT_INSTANT_NONE);
  self->modified = aft_record_get_integer (root, AFT_DOC_MODIFIED, self->created);
}

static void
remove_pages (AftPages *self)
{
  g_ptr_array_set_size (self->pages, 0);
  g_array_set_size (self->outline, 0);
  g_array_set_size (self->spots, 0);
  g_hash_table_remove_all (self->anchors);
}

/* Whether a table of contents is wanted shows once the pages are there; then they are filled again,
 * with it among them. */
static void
paginate (AftPages *self, AftComposer *composer)
{
  aft_paginate (composer->blocks, composer->style, self);
  if (self->pages->len < AFT_CONTENTS_MIN_PAGES)
    return;
  aft_contents_insert (composer);
  remove_pages (self);
  aft_paginate (composer->blocks, composer->style, self);
  aft_contents_fill (composer);
}

AftPages *
aft_typeset (AftRecord *root, const AftTypesetOptions *options, PangoContext *context)
{
  g_autoptr (AftStyle) style = aft_style_new (context, options);
  AftPages   *self = new_pages (aft_style_get_area (style), context);
  AftComposer composer;

  if (options->cache != NULL)
    aft_lines_cache_begin (options->cache);
  set_metadata (self, root);
  aft_composer_init (&composer, root, style, self);
  aft_document_compose (&composer, options->layout);
  paginate (self, &composer);
  aft_margins_add_footers (style, self, root, options);
  if (options->layout == AFT_LAYOUT_REVIEW)
    aft_margins_add_review (style, self);
  aft_composer_clear (&composer);
  if (options->cache != NULL)
    aft_lines_cache_end (options->cache);
  return self;
}
