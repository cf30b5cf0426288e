/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "paint/figure-painter.h"

#include <glib/gi18n-lib.h>

#include "paint/figure-pen.h"
#include "paint/marks.h"

#define ZIGZAG   3.0
#define DAY_LINE 0.6 /* share of the colour of lines, through the lanes */
#define POLE     0.3 /* share of the text's colour, through the lanes */
#define CHIP_PAD 2.0

static void
draw_phase (AftFigurePen *self, const AftPhaseBox *box)
{
  AftColor hatch = self->palette->phases[box->phase];

  aft_pen_set_color (self, &hatch);
  cairo_rectangle (self->cr, box->rect.x, box->rect.y, box->rect.width, box->rect.height);
  cairo_fill (self->cr);
  hatch.alpha = 0.30;
  if (self->palette->hatched)
    {
      aft_pen_set_color (self, &hatch);
      cairo_set_line_width (self->cr, 0.4);
      aft_hatch (self->cr, &box->rect, box->phase);
    }
}

/* ---- gaps ---- */

/* The axis is broken there. */
static void
draw_break (AftFigurePen *self, const AftGapBox *box)
{
  double y = self->figure->axis_y, x = box->rect.x, end = box->rect.x + box->rect.width;

  aft_pen_set_color (self, &self->palette->background);
  cairo_rectangle (self->cr, x, y - 2, box->rect.width, 4);
  cairo_fill (self->cr);
  aft_pen_set_color (self, &self->palette->text);
  cairo_set_line_width (self->cr, 1);
  cairo_move_to (self->cr, x, y);
  for (guint i = 0; x + 2 * ZIGZAG <= end; i++, x += 2 * ZIGZAG)
    cairo_line_to (self->cr, x + ZIGZAG, y + (i % 2 == 0 ? -ZIGZAG : ZIGZAG));
  cairo_line_to (self->cr, end, y);
  cairo_stroke (self->cr);
}

static void
draw_gap_edges (AftFigurePen *self, const AftGapBox *box)
{
  double dashes[] = { 1.5, 3 };

  aft_pen_set_color (self, &self->palette->line);
  cairo_set_line_width (self->cr, 1);
  cairo_set_dash (self->cr, dashes, G_N_ELEMENTS (dashes), 0);
  aft_pen_draw_line (self, box->rect.x, box->rect.y, box->rect.x, self->figure->axis_y);
  aft_pen_draw_line (self,
                     box->rect.x + box->rect.width,
                     box->rect.y,
                     box->rect.x + box->rect.width,
                     self->figure->axis_y);
  cairo_set_dash (self->cr, NULL, 0, 0);
}

/* What is skipped belongs to no phase: their colours fade. */
static void
draw_gap (AftFigurePen *self, const AftGapBox *box)
{
  if (!box->is_expanded)
    {
      aft_pen_set_faint (self, &self->palette->background, 0.7);
      cairo_rectangle (self->cr, box->rect.x, box->rect.y, box->rect.width, box->rect.height);
      cairo_fill (self->cr);
    }
  draw_gap_edges (self, box);
}

static void
draw_gap_name (AftFigurePen *self, const AftGapBox *box)
{
  if (!box->is_expanded)
    draw_break (self, box);
  if (box->label.width > 0)
    aft_pen_draw_text (self, box->text, FALSE, &self->palette->dim, box->label.x, box->label.y);
}

/* ---- axis ---- */

/* A new day is a line through the lanes as well, faint there. */
static void
draw_tick (AftFigurePen *self, const AftTickBox *tick)
{
  const AftFigure *figure = self->figure;
  double           y = figure->axis_y;

  cairo_set_line_width (self->cr, AFT_HAIRLINE);
  aft_pen_set_color (self, &self->palette->line);
  aft_pen_draw_line (self, tick->x, y, tick->x, y + 4);
  if (tick->is_date)
    {
      aft_pen_set_faint (self, &self->palette->line, DAY_LINE);
      aft_pen_draw_line (self, tick->x, figure->plot.y, tick->x, y);
    }
  aft_pen_draw_text (self,
                     tick->text,
                     tick->is_date,
                     tick->is_date ? &self->palette->text : &self->palette->dim,
                     tick->x - tick->width / 2,
                     y + 5);
}

static void
draw_caption (AftFigurePen *self)
{
  const AftFigure *figure = self->figure;
  double           x = figure->plot.x;

  if (figure->caption == NULL)
    return;
  if (figure->rtl)
    x += figure->plot.width - aft_pen_text_width (self, figure->caption, FALSE);
  aft_pen_draw_text (self,
                     figure->caption,
                     FALSE,
                     &self->palette->dim,
                     x,
                     figure->axis_y + (figure->bounds.height - figure->axis_y) / 2 + 3);
}

static void
draw_axis (AftFigurePen *self)
{
  const AftRect *plot = &self->figure->plot;

  aft_pen_set_color (self, &self->palette->line);
  cairo_set_line_width (self->cr, 1);
  aft_pen_draw_line (
      self, plot->x, self->figure->axis_y, plot->x + plot->width, self->figure->axis_y);
  for (guint i = 0; i < self->figure->ticks->len; i++)
    draw_tick (self, &g_array_index (self->figure->ticks, AftTickBox, i));
}

/* ---- flags ---- */

/* Strong beside its name, faint through the lanes, where it must not strike out the labels. */
static void
draw_pole (AftFigurePen *self, const AftFlagBox *flag)
{
  double foot = flag->label.y + flag->label.height;

  cairo_set_line_width (self->cr, 1);
  aft_pen_set_color (self, &self->palette->text);
  aft_pen_draw_line (self, flag->x, flag->label.y + 1, flag->x, foot);
  aft_pen_set_faint (self, &self->palette->text, POLE);
  aft_pen_draw_line (self, flag->x, foot, flag->x, self->figure->axis_y);
}

static void
draw_flags (AftFigurePen *self)
{
  const GArray *flags = self->figure->flags;

  for (guint i = 0; i < flags->len; i++)
    draw_pole (self, &g_array_index (flags, AftFlagBox, i));
  for (guint i = 0; i < flags->len; i++)
    aft_pen_draw_in_row (self,
                         g_array_index (flags, AftFlagBox, i).text,
                         TRUE,
                         &self->palette->text,
                         &g_array_index (flags, AftFlagBox, i).label);
}

/* ---- beside the plot ---- */

static void
draw_lane_names (AftFigurePen *self)
{
  for (guint i = 0; i < self->figure->lanes->len; i++)
    {
      const AftLaneBox *box = &g_array_index (self->figure->lanes, AftLaneBox, i);
      AftRect           rect = box->label;

      if (self->figure->rtl)
        rect.x += rect.width - aft_pen_text_width (self, box->text, FALSE);
      aft_pen_draw_in_row (self, box->text, FALSE, &self->palette->dim, &rect);
    }
}

static void
draw_tray (AftFigurePen *self)
{
  const AftRect *tray = &self->figure->tray;
  double         edge = self->figure->rtl ? tray->x + tray->width + 4 : tray->x - 4;
  double         dashes[] = { 3, 3 };

  if (tray->width <= 0)
    return;
  aft_pen_set_color (self, &self->palette->line);
  cairo_set_line_width (self->cr, 1);
  cairo_set_dash (self->cr, dashes, G_N_ELEMENTS (dashes), 0);
  aft_pen_draw_line (self, edge, tray->y, edge, self->figure->axis_y);
  cairo_set_dash (self->cr, NULL, 0, 0);
  /* Translators: over events of which the time is not known; short */
  aft_pen_draw_text (self, _ ("No time"), FALSE, &self->palette->dim, tray->x, tray->y);
}

static void
draw_cursor (AftFigurePen *self)
{
  double x, width, left;

  if (self->state == NULL || self->state->cursor == AFT_INSTANT_NONE)
    return;
  x = aft_scale_to_x (&self->figure->scale, self->state->cursor);
  aft_pen_set_color (self, &self->palette->accent);
  cairo_set_line_width (self->cr, 1.5);
  aft_pen_draw_line (self, x, self->figure->plot.y, x, self->figure->axis_y);
  if (self->state->cursor_text == NULL)
    return;
  width = aft_pen_text_width (self, self->state->cursor_text, TRUE);
  left = CLAMP (x - width / 2, 4, self->figure->bounds.width - width - 4);
  aft_pen_round_rect (self, &(AftRect){ left - 4, self->figure->axis_y + 3, width + 8, 18 }, 4);
  aft_pen_set_color (self, &self->palette->accent);
  cairo_fill (self->cr);
  aft_pen_draw_in_row (self,
                       self->state->cursor_text,
                       TRUE,
                       &self->palette->background,
                       &(AftRect){ left, self->figure->axis_y + 3, width, 18 });
}

/* ---- all of it ---- */

static PangoLayout *
new_layout (PangoContext *context, const PangoFontDescription *face, PangoWeight weight)
{
  PangoLayout *layout = pango_layout_new (context);
  g_autoptr (PangoFontDescription) weighted = pango_font_description_copy (face);
  g_autoptr (PangoAttrList) attributes = pango_attr_list_new ();

  pango_font_description_set_weight (weighted, weight);
  pango_layout_set_font_description (layout, weighted);
  pango_layout_set_single_paragraph_mode (layout, TRUE);
  pango_attr_list_insert (attributes, pango_attr_font_features_new ("tnum=1"));
  pango_layout_set_attributes (layout, attributes);
  return layout;
}

static void
clip_to_plot (AftFigurePen *self)
{
  const AftRect *plot = &self->figure->plot;

  cairo_rectangle (self->cr,
                   plot->x - AFT_FIGURE_OVERHANG,
                   0,
                   plot->width + 2 * AFT_FIGURE_OVERHANG,
                   self->figure->bounds.height);
  cairo_clip (self->cr);
}

static void
draw_background (AftFigurePen *self)
{
  const AftFigure *figure = self->figure;

  for (guint i = 0; i < figure->phases->len; i++)
    draw_phase (self, &g_array_index (figure->phases, AftPhaseBox, i));
  for (guint i = 0; i < figure->gaps->len; i++)
    draw_gap (self, &g_array_index (figure->gaps, AftGapBox, i));
  for (guint i = 0; i < figure->phases->len; i++)
    {
      const AftPhaseBox *phase = &g_array_index (figure->phases, AftPhaseBox, i);

      aft_pen_draw_in_row (self, phase->text, FALSE, &self->palette->dim, &phase->label);
    }
}

/* What of a moved view reaches beyond the plot must not run into what stands beside it. */
static void
draw_plot (AftFigurePen *self)
{
  const AftFigure *figure = self->figure;

  cairo_save (self->cr);
  clip_to_plot (self);
  draw_background (self);
  draw_axis (self);
  for (guint i = 0; i < figure->gaps->len; i++)
    draw_gap_name (self, &g_array_index (figure->gaps, AftGapBox, i));
  draw_flags (self);
  aft_pen_draw_events (self, 0, figure->digest->n_timed);
  cairo_restore (self->cr);
}

void
aft_figure_paint (const AftFigure            *figure,
                  cairo_t                    *cr,
                  PangoContext               *context,
                  const PangoFontDescription *face,
                  const AftPalette           *palette,
                  const AftFigureState       *state)
{
  g_autoptr (PangoLayout) plain = new_layout (context, face, PANGO_WEIGHT_NORMAL);
  g_autoptr (PangoLayout) bold = new_layout (context, face, PANGO_WEIGHT_BOLD);
  AftFigurePen pen = { figure, state, palette, cr, plain, bold };

  cairo_save (cr);
  draw_plot (&pen);
  draw_tray (&pen);
  aft_pen_draw_events (&pen, figure->digest->n_timed, figure->events->len);
  draw_lane_names (&pen);
  draw_caption (&pen);
  draw_cursor (&pen);
  cairo_restore (cr);
}
