/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "paint/figure-pen.h"

void
aft_pen_set_color (AftFigurePen *self, const AftColor *color)
{
  cairo_set_source_rgba (self->cr, color->red, color->green, color->blue, color->alpha);
}

void
aft_pen_set_faint (AftFigurePen *self, const AftColor *color, double share)
{
  cairo_set_source_rgba (self->cr, color->red, color->green, color->blue, color->alpha * share);
}

double
aft_pen_text_width (AftFigurePen *self, const char *text, gboolean bold)
{
  PangoLayout   *layout = bold ? self->bold : self->plain;
  PangoRectangle extents;

  pango_layout_set_text (layout, text, -1);
  pango_layout_get_extents (layout, NULL, &extents);
  return (double) extents.width / PANGO_SCALE;
}

void
aft_pen_draw_text (AftFigurePen   *self,
                   const char     *text,
                   gboolean        bold,
                   const AftColor *color,
                   double          x,
                   double          y)
{
  PangoLayout *layout = bold ? self->bold : self->plain;

  if (*text == '\0')
    return;
  aft_pen_set_color (self, color);
  pango_layout_set_text (layout, text, -1);
  cairo_move_to (self->cr, x, y);
  pango_cairo_show_layout (self->cr, layout);
}

void
aft_pen_draw_in_row (AftFigurePen   *self,
                     const char     *text,
                     gboolean        bold,
                     const AftColor *color,
                     const AftRect  *rect)
{
  PangoLayout   *layout = bold ? self->bold : self->plain;
  PangoRectangle extents;

  if (*text == '\0')
    return;
  pango_layout_set_text (layout, text, -1);
  pango_layout_get_extents (layout, NULL, &extents);
  aft_pen_set_color (self, color);
  cairo_move_to (
      self->cr, rect->x, rect->y + (rect->height - (double) extents.height / PANGO_SCALE) / 2);
  pango_cairo_show_layout (self->cr, layout);
}

void
aft_pen_draw_line (AftFigurePen *self, double x1, double y1, double x2, double y2)
{
  cairo_move_to (self->cr, x1, y1);
  cairo_line_to (self->cr, x2, y2);
  cairo_stroke (self->cr);
}

void
aft_pen_round_rect (AftFigurePen *self, const AftRect *rect, double radius)
{
  double right = rect->x + rect->width - radius, bottom = rect->y + rect->height - radius;
  double left = rect->x + radius, top = rect->y + radius;

  cairo_new_path (self->cr);
  cairo_arc (self->cr, left, top, radius, G_PI, 1.5 * G_PI);
  cairo_arc (self->cr, right, top, radius, 1.5 * G_PI, 2 * G_PI);
  cairo_arc (self->cr, right, bottom, radius, 0, 0.5 * G_PI);
  cairo_arc (self->cr, left, bottom, radius, 0.5 * G_PI, G_PI);
  cairo_close_path (self->cr);
}
