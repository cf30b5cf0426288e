/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "timeline/describe.h"
#include "timeline/strips.h"
#include "typeset/sections.h"

#define MIN_HEIGHT         90.0
#define MAX_SHARE          0.92 /* of the page, for one strip */
#define LINE_HEIGHT_FACTOR 1.3

typedef struct
{
  AftWordWidths *word_widths;
  PangoLayout   *plain, *bold;
} LabelMeasure;

static double
measure_label (const char *text, gboolean bold, gpointer data)
{
  LabelMeasure *measure = data;
  PangoLayout  *layout = bold ? measure->bold : measure->plain;

  return aft_word_widths_measure (
      measure->word_widths, AFT_N_FACES + (guint) bold, layout, text, NULL);
}

static PangoLayout *
new_label_layout (AftComposer *self, PangoWeight weight)
{
  PangoLayout          *layout = pango_layout_new (aft_style_get_context (self->style));
  PangoFontDescription *face = aft_style_figure_face ();

  pango_font_description_set_weight (face, weight);
  pango_layout_set_font_description (layout, face);
  pango_font_description_free (face);
  return layout;
}

static GPtrArray *
lay_out_strips (AftComposer *self, AftDigest *digest)
{
  PangoFontDescription *face = aft_style_figure_face ();
  LabelMeasure          measure = { aft_style_get_word_widths (self->style),
                                    new_label_layout (self, PANGO_WEIGHT_NORMAL),
                                    new_label_layout (self, PANGO_WEIGHT_BOLD) };
  AftFigureOptions      options = { .width = self->area->full,
                                    .min_height = MIN_HEIGHT,
                                    .text_height = pango_font_description_get_size (face) /
                                                   (double) PANGO_SCALE * LINE_HEIGHT_FACTOR,
                                    .zone = aft_zone_get_name (self->zone),
                                    .numbered = TRUE,
                                    .measure = measure_label,
                                    .measure_data = &measure };
  GPtrArray *strips = aft_figure_layout_strips (digest, &options, self->area->depth * MAX_SHARE);

  g_object_unref (measure.plain);
  g_object_unref (measure.bold);
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
