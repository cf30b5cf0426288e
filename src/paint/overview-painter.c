/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "paint/overview-painter.h"

#define INSET    4.0 /* above and below the strokes */
#define RADIUS   4.0
#define FAINTEST 0.35

static void
set_color (cairo_t *cr, const AftColor *color, double share)
{
  cairo_set_source_rgba (cr, color->red, color->green, color->blue, color->alpha * share);
}

static void
draw_axis (const AftOverview *self, cairo_t *cr, double height, const AftPalette *palette)
{
  set_color (cr, &palette->line, 1);
  cairo_set_line_width (cr, 1);
  cairo_move_to (cr, 0, height / 2);
  cairo_line_to (cr, self->width, height / 2);
  cairo_stroke (cr);
  for (guint i = 0; i + 1 < self->gaps->len; i += 2)
    {
      double from = g_array_index (self->gaps, double, i);
      double to = g_array_index (self->gaps, double, i + 1);

      set_color (cr, &palette->background, 1);
      cairo_rectangle (cr, MIN (from, to), height / 2 - 1, MAX (ABS (to - from), 1), 2);
      cairo_fill (cr);
    }
}

static void
draw_events (const AftOverview *self, cairo_t *cr, double height, const AftPalette *palette)
{
  for (guint x = 0; x < self->n_counts; x++)
    {
      double share = MIN (FAINTEST + self->counts[x] * 0.15, 1);

      if (self->counts[x] == 0)
        continue;
      set_color (cr, &palette->text, share);
      cairo_rectangle (cr, x, INSET, 1.5, height - 2 * INSET);
      cairo_fill (cr);
    }
  for (guint i = 0; i < self->milestones->len; i++)
    {
      set_color (cr, &palette->accent, 1);
      cairo_rectangle (cr, g_array_index (self->milestones, double, i) - 0.5, 1, 2, height - 2);
      cairo_fill (cr);
    }
}

static void
add_round_rect (cairo_t *cr, double x, double y, double width, double height)
{
  double radius = MIN (RADIUS, width / 2);

  cairo_new_sub_path (cr);
  cairo_arc (cr, x + width - radius, y + radius, radius, -G_PI_2, 0);
  cairo_arc (cr, x + width - radius, y + height - radius, radius, 0, G_PI_2);
  cairo_arc (cr, x + radius, y + height - radius, radius, G_PI_2, G_PI);
  cairo_arc (cr, x + radius, y + radius, radius, G_PI, 3 * G_PI_2);
  cairo_close_path (cr);
}

static void
draw_window (const AftOverview *self, cairo_t *cr, double height, const AftPalette *palette)
{
  set_color (cr, &palette->background, 0.6);
  cairo_rectangle (cr, 0, 0, self->window_x, height);
  cairo_rectangle (cr,
                   self->window_x + self->window_width,
                   0,
                   self->width - self->window_x - self->window_width,
                   height);
  cairo_fill (cr);
  add_round_rect (cr, self->window_x + 0.75, 0.75, self->window_width - 1.5, height - 1.5);
  set_color (cr, &palette->accent, 0.12);
  cairo_fill_preserve (cr);
  set_color (cr, &palette->accent, 1);
  cairo_set_line_width (cr, 1.5);
  cairo_stroke (cr);
}

void
aft_overview_paint (const AftOverview *overview,
                    cairo_t           *cr,
                    double             height,
                    const AftPalette  *palette)
{
  cairo_save (cr);
  draw_axis (overview, cr, height, palette);
  draw_events (overview, cr, height, palette);
  draw_window (overview, cr, height, palette);
  cairo_restore (cr);
}
