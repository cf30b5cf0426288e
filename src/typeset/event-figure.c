/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "timeline/describe.h"
#include "timeline/strips.h"
#include "typeset/sections.h"
#include "typeset/word-lines.h"

#define MIN_HEIGHT         90.0
#define MAX_SHARE          0.92 /* of the page, for one strip */
#define LINE_HEIGHT_FACTOR 1.3

typedef struct
{
  AftStyle    *style;
  AftWordFace  faces[2]; /* plain and bold */
  PangoLayout *layouts[2];
} LabelMeasure;

static double
measure_label (const char *text, gboolean bold, gpointer data)
{
  LabelMeasure  *self = data;
  PangoLayout   *layout = self->layouts[bold];
  PangoRectangle logical;
  double         width;

  if (aft_word_lines_measure (aft_style_get_words (self->style),
                              &self->faces[bold],
                              text,
                              strlen (text),
                              NULL,
                              &width,
                              NULL))
    return width;
  pango_layout_set_text (layout, text, -1);
  pango_layout_get_extents (layout, NULL, &logical);
  return logical.width / (double) PANGO_SCALE;
}

static void
measure_init (LabelMeasure *self, AftStyle *style, const PangoFontDescription *face)
{
  self->style = style;
  for (guint i = 0; i < G_N_ELEMENTS (self->faces); i++)
    {
      PangoFontDescription *own = pango_font_description_copy (face);

      pango_font_description_set_weight (own, i == 0 ? PANGO_WEIGHT_NORMAL : PANGO_WEIGHT_BOLD);
      self->faces[i] = (AftWordFace){ AFT_N_FACES + i, own, NULL };
      self->layouts[i] = pango_layout_new (aft_style_get_context (style));
      pango_layout_set_font_description (self->layouts[i], own);
    }
}

static void
measure_clear (LabelMeasure *self)
{
  for (guint i = 0; i < G_N_ELEMENTS (self->faces); i++)
    {
      pango_font_description_free ((PangoFontDescription *) self->faces[i].description);
      g_object_unref (self->layouts[i]);
    }
}

static GPtrArray *
lay_out_strips (AftComposer *self, AftDigest *digest)
{
  PangoFontDescription *face = aft_style_figure_face ();
  LabelMeasure          measure;
  AftFigureOptions      options = { .width = self->area->full,
                                    .min_height = MIN_HEIGHT,
                                    .text_height = pango_font_description_get_size (face) /
                                                   (double) PANGO_SCALE * LINE_HEIGHT_FACTOR,
                                    .zone = aft_zone_get_name (self->zone),
                                    .numbered = TRUE,
                                    .measure = measure_label,
                                    .measure_data = &measure };
  GPtrArray            *strips;

  measure_init (&measure, self->style, face);
  strips = aft_figure_layout_strips (digest, &options, self->area->depth * MAX_SHARE);
  measure_clear (&measure);
  pango_font_description_free (face);
  return strips;
}

static AftBlock *
new_strip (AftComposer *self, AftFigure *figure, guint index, guint n_strips)
{
  AftBlock *block = aft_block_new (AFT_BLOCK_GROUP);
  AftBox    box = { .type = AFT_BOX_FIGURE, .figure = figure };

  box.rect.width = self->area->full;
  box.rect.height = MIN (figure->bounds.height, self->area->depth * MAX_SHARE);
  /* the words are those of the whole; further strips are the same figure, continued */
  box.alt = index == 0 ? aft_digest_describe (figure->digest, aft_zone_get_name (self->zone))
                       : g_strdup_printf (_ ("Timeline, part %u of %u"), index + 1, n_strips);
  box.node = aft_composer_add_node (self, AFT_TAG_FIGURE, self->parent);
  block->width = self->area->full;
  block->height = box.rect.height;
  block->above = block->below = 2 * AFT_RHYTHM;
  block->shrinks = n_strips == 1;
  aft_block_add_box (block, &box);
  return block;
}

/* "Timeline of 42 events in Europe/Zurich, from top to bottom in 3 parts." */
static char *
write_caption (AftComposer *self, AftDigest *digest, guint n_strips)
{
  const char *zone = aft_zone_get_name (self->zone);
  guint       n = digest->events->len;

  if (n_strips == 1)
    /* Translators: the caption of the figure. %u: events, %s: time zone */
    return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE,
                                         "Figure 1. Timeline of %u event, times in %s.",
                                         "Figure 1. Timeline of %u events, times in %s.",
                                         n),
                            n,
                            zone);
  return g_strdup_printf (
      /* Translators: the caption of the figure, on several strips. %u: events, %s: time zone, %u:
       * strips */
      g_dngettext (GETTEXT_PACKAGE,
                   "Figure 1. Timeline of %u event, times in %s, in %u parts.",
                   "Figure 1. Timeline of %u events, times in %s, in %u parts.",
                   n),
      n,
      zone,
      n_strips);
}

static void
add_caption (AftComposer *self, AftDigest *digest, guint n_strips)
{
  g_autofree char *text = write_caption (self, digest, n_strips);
  AftBlock        *block = aft_composer_add_plain (self, AFT_FACE_CAPTION, AFT_TAG_P, text);

  block->above = 0;
  block->below = 2 * AFT_RHYTHM;
}

void
aft_section_event_figure (AftComposer *self)
{
  g_autoptr (AftDigest) digest = aft_digest_new (aft_record_get_list (self->root, AFT_DOC_EVENTS));
  g_autoptr (GPtrArray) strips = NULL;

  if (digest->n_timed == 0)
    return;
  strips = lay_out_strips (self, digest);
  for (guint i = 0; i < strips->len; i++)
    {
      AftBlock *block = new_strip (self, strips->pdata[i], i, strips->len);

      block->keep_next = i + 1 == strips->len;
      aft_composer_add (self, block);
    }
  add_caption (self, digest, strips->len);
  while (strips->len > 0)
    g_ptr_array_add (self->pages->figures, g_ptr_array_steal_index (strips, 0));
}
