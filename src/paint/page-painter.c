/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "paint/page-painter.h"

#include <math.h>

#include "paint/figure-painter.h"
#include "paint/page-tags.h"
#include "paint/text-painter.h"
#include "typeset/style.h"

PangoContext *
aft_paint_context (void)
{
  return aft_paint_context_for (pango_cairo_font_map_get_default ());
}

PangoContext *
aft_paint_context_for (PangoFontMap *font_map)
{
  PangoContext         *context = pango_font_map_create_context (font_map);
  cairo_font_options_t *options = cairo_font_options_create ();

  cairo_font_options_set_hint_style (options, CAIRO_HINT_STYLE_NONE);
  cairo_font_options_set_hint_metrics (options, CAIRO_HINT_METRICS_OFF);
  cairo_font_options_set_antialias (options, CAIRO_ANTIALIAS_GRAY);
  pango_cairo_context_set_font_options (context, options);
  cairo_font_options_destroy (options);
  pango_cairo_context_set_resolution (context, 72);
  pango_context_set_round_glyph_positions (context, FALSE);
  /* which Han letters, which Arabic face: not a matter of who happens to export */
  pango_context_set_language (context, pango_language_from_string ("en"));
  return context;
}

static void
set_ink (cairo_t *cr, AftInk ink)
{
  static const AftColor inks[] = {
    [AFT_INK_TEXT] = { 0, 0, 0, 1 },
    [AFT_INK_DIM] = { 0.35, 0.35, 0.35, 1 },
    [AFT_INK_ACCENT] = { 0.102, 0.314, 0.561, 1 },
    [AFT_INK_HAIRLINE] = { 0.72, 0.72, 0.72, 1 },
    [AFT_INK_TINT] = { 0.952, 0.954, 0.957, 1 },
    [AFT_INK_FAINT] = { 0.55, 0.55, 0.55, 1 },
    [AFT_INK_MARK] = { 0.945, 0.945, 0.945, 1 },
  };

  cairo_set_source_rgb (cr, inks[ink].red, inks[ink].green, inks[ink].blue);
}

static void
paint_fill (const AftBox *box, cairo_t *cr)
{
  set_ink (cr, box->ink);
  cairo_rectangle (cr, box->rect.x, box->rect.y, box->rect.width, box->rect.height);
  cairo_fill (cr);
}

static void
paint_figure (const AftPages *pages, const AftBox *box, cairo_t *cr)
{
  PangoFontDescription *face = aft_style_figure_face ();
  double                scale = MIN (1, box->rect.height / MAX (box->figure->bounds.height, 1));

  cairo_save (cr);
  cairo_translate (cr, box->rect.x, box->rect.y);
  cairo_scale (cr, scale, scale);
  aft_figure_paint (box->figure, cr, pages->context, face, aft_palette_paper (), NULL);
  cairo_restore (cr);
  pango_font_description_free (face);
}

/* Along the diagonal of the page, upwards. */
static void
paint_turned (const AftPages *pages, const AftBox *box, cairo_t *cr)
{
  double middle_x = box->rect.x + box->rect.width / 2,
         middle_y = box->rect.y + box->rect.height / 2;

  cairo_save (cr);
  cairo_translate (cr, middle_x, middle_y);
  cairo_rotate (cr, -atan2 (pages->height, pages->width));
  cairo_translate (cr, -middle_x, -middle_y);
  set_ink (cr, box->ink);
  aft_text_paint (box, cr, NULL, NULL);
  cairo_restore (cr);
}

static void
paint_box (const AftPages *pages, const AftBox *box, AftPageTags *tags, cairo_t *cr)
{
  if (box->type == AFT_BOX_FILL)
    paint_fill (box, cr);
  else if (box->type == AFT_BOX_FIGURE)
    paint_figure (pages, box, cr);
  else if (box->turned)
    paint_turned (pages, box, cr);
  else
    {
      set_ink (cr, box->ink);
      aft_text_paint (box,
                      cr,
                      tags != NULL && box->node >= 0 ? aft_page_tags_get_stretch (tags, box) : NULL,
                      tags);
    }
}

/* The mark behind all first, then backgrounds and rules, then what is read, in its order. */
static int
pass_of (const AftBox *box)
{
  if (box->turned)
    return 0;
  return box->type == AFT_BOX_FILL ? 1 : 2;
}

static void
paint_page (const AftPages *pages, guint page, AftPageTags *tags, cairo_t *cr)
{
  GArray *boxes = g_ptr_array_index (pages->pages, page);

  for (int pass = 0; pass < 3; pass++)
    for (guint i = 0; i < boxes->len; i++)
      {
        const AftBox *box = &g_array_index (boxes, AftBox, i);

        if (pass_of (box) != pass)
          continue;
        if (tags != NULL && box->node >= 0)
          aft_page_tags_begin_box (tags, box, cr);
        paint_box (pages, box, tags, cr);
        if (tags != NULL && box->node >= 0)
          aft_page_tags_end_box (tags, box, cr);
      }
}

void
aft_page_paint (const AftPages *pages, guint page, cairo_t *cr)
{
  g_return_if_fail (page < pages->pages->len);
  paint_page (pages, page, NULL, cr);
}

void
aft_page_paint_tagged (AftPageTags *self, guint page, cairo_t *cr)
{
  paint_page (aft_page_tags_get_pages (self), page, self, cr);
}
