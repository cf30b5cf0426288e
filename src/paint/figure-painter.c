/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "paint/figure-painter.h"

#include <math.h>

#include "model/schema.h"
#include "paint/marks.h"

#define HAIRLINE 0.75
#define ZIGZAG   3.0
#define RING     3.0

typedef struct
{
  const AftFigure  *figure;
  cairo_t          *cr;
  const AftPalette *palette;
  PangoLayout      *plain, *bold;
} Painter;

static void
set_color (Painter *self, const AftColor *color)
{
  cairo_set_source_rgba (self->cr, color->red, color->green, color->blue, color->alpha);
}

static void
draw_text (Painter        *self,
           const char     *text,
           gboolean        bold,
           const AftColor *color,
           double          x,
           double          y)
{
  PangoLayout *layout = bold ? self->bold : self->plain;

  if (*text == '\0')
    return;
  set_color (self, color);
  pango_layout_set_text (layout, text, -1);
  cairo_move_to (self->cr, x, y);
  pango_cairo_show_layout (self->cr, layout);
}

/* In the middle of the row's height. */
static void
draw_in_row (Painter        *self,
             const char     *text,
             gboolean        bold,
             const AftColor *color,
             const AftRect  *rect)
{
  PangoRectangle extents;

  pango_layout_get_extents (bold ? self->bold : self->plain, NULL, &extents);
  draw_text (self,
             text,
             bold,
             color,
             rect->x,
             rect->y + (rect->height - (double) extents.height / PANGO_SCALE) / 2);
}

static double
text_width (Painter *self, const char *text, gboolean bold)
{
  PangoLayout   *layout = bold ? self->bold : self->plain;
  PangoRectangle extents;

  pango_layout_set_text (layout, text, -1);
  pango_layout_get_extents (layout, NULL, &extents);
  return (double) extents.width / PANGO_SCALE;
}

static void
draw_line (Painter *self, const AftColor *color, double x1, double y1, double x2, double y2)
{
  set_color (self, color);
  cairo_move_to (self->cr, x1, y1);
  cairo_line_to (self->cr, x2, y2);
  cairo_stroke (self->cr);
}

static void
draw_phases (Painter *self)
{
  for (guint i = 0; i < self->figure->phases->len; i++)
    {
      const AftPhaseBox *box = &g_array_index (self->figure->phases, AftPhaseBox, i);
      AftColor           hatch = self->palette->phases[box->phase];

      set_color (self, &self->palette->phases[box->phase]);
      cairo_rectangle (self->cr, box->rect.x, box->rect.y, box->rect.width, box->rect.height);
      cairo_fill (self->cr);
      hatch.alpha = 0.30;
      if (!self->palette->hatched)
        continue;
      set_color (self, &hatch);
      cairo_set_line_width (self->cr, 0.4);
      aft_hatch (self->cr, &box->rect, box->phase);
    }
}

static void
draw_phase_labels (Painter *self)
{
  for (guint i = 0; i < self->figure->phases->len; i++)
    {
      const AftPhaseBox *box = &g_array_index (self->figure->phases, AftPhaseBox, i);
      double             width = text_width (self, box->label, FALSE);

      draw_text (self,
                 box->label,
                 FALSE,
                 &self->palette->dim,
                 self->figure->rtl ? box->rect.x + box->rect.width - width - 3 : box->rect.x + 3,
                 box->rect.y + 1);
    }
}

static void
draw_zigzag (Painter *self, double x, const AftRect *rect)
{
  double y = rect->y;

  set_color (self, &self->palette->line);
  cairo_move_to (self->cr, x, y);
  for (guint i = 1; y < rect->y + rect->height; i++)
    {
      y = MIN (y + 2 * ZIGZAG, rect->y + rect->height);
      cairo_line_to (self->cr, x + (i % 2 == 1 ? ZIGZAG : 0), y);
    }
  cairo_stroke (self->cr);
}

static void
draw_gaps (Painter *self)
{
  for (guint i = 0; i < self->figure->gaps->len; i++)
    {
      const AftGapBox *box = &g_array_index (self->figure->gaps, AftGapBox, i);
      double           width = text_width (self, box->text, FALSE);

      draw_zigzag (self, box->rect.x + 2, &box->rect);
      draw_zigzag (self, box->rect.x + box->rect.width - 2 - ZIGZAG, &box->rect);
      draw_text (self,
                 box->text,
                 FALSE,
                 &self->palette->dim,
                 box->rect.x + (box->rect.width - width) / 2,
                 self->figure->axis_y + 5);
    }
}

static void
draw_lane_names (Painter *self)
{
  for (guint i = 0; i < self->figure->lanes->len; i++)
    {
      const AftLaneBox *box = &g_array_index (self->figure->lanes, AftLaneBox, i);
      AftRect           rect = box->label;

      if (self->figure->rtl)
        rect.x += rect.width - text_width (self, box->text, FALSE);
      draw_in_row (self, box->text, FALSE, &self->palette->dim, &rect);
    }
}

static gboolean
is_near_gap (Painter *self, double x, double width)
{
  for (guint i = 0; i < self->figure->gaps->len; i++)
    {
      const AftRect *rect = &g_array_index (self->figure->gaps, AftGapBox, i).rect;

      if (x + width / 2 > rect->x - 2 && x - width / 2 < rect->x + rect->width + 2)
        return TRUE;
    }
  return FALSE;
}

static void
draw_tick (Painter *self, const AftTickBox *tick)
{
  double y = self->figure->axis_y;
  double width = text_width (self, tick->text, tick->is_date);

  if (tick->is_date)
    draw_line (self, &self->palette->line, tick->x, self->figure->plot.y, tick->x, y + 5);
  else
    draw_line (self, &self->palette->line, tick->x, y, tick->x, y + 4);
  if (!is_near_gap (self, tick->x, width))
    draw_text (self,
               tick->text,
               tick->is_date,
               tick->is_date ? &self->palette->text : &self->palette->dim,
               tick->x - width / 2,
               y + 5);
}

static void
draw_caption (Painter *self)
{
  const AftFigure *figure = self->figure;
  double           width;

  if (figure->caption == NULL)
    return;
  width = text_width (self, figure->caption, FALSE);
  draw_text (self,
             figure->caption,
             FALSE,
             &self->palette->dim,
             figure->rtl ? figure->plot.x + figure->plot.width - width : figure->plot.x,
             figure->axis_y + (figure->bounds.height - figure->axis_y) / 2 + 3);
}

static void
draw_axis (Painter *self)
{
  const AftFigure *figure = self->figure;

  cairo_set_line_width (self->cr, HAIRLINE);
  draw_line (self,
             &self->palette->line,
             figure->plot.x,
             figure->axis_y,
             figure->plot.x + figure->plot.width,
             figure->axis_y);
  for (guint i = 0; i < figure->ticks->len; i++)
    draw_tick (self, &g_array_index (figure->ticks, AftTickBox, i));
  draw_caption (self);
}

/* Strong beside its name, faint through the lanes, where it must not strike out the labels. */
static void
draw_pole (Painter *self, const AftFlagBox *flag)
{
  AftColor faint = self->palette->text;
  double   foot = flag->label.y + flag->label.height;

  faint.alpha = 0.3;
  draw_line (self, &self->palette->text, flag->x, flag->label.y + 1, flag->x, foot);
  draw_line (self, &faint, flag->x, foot, flag->x, self->figure->axis_y);
}

static void
draw_flags (Painter *self)
{
  for (guint i = 0; i < self->figure->flags->len; i++)
    {
      const AftFlagBox *flag = &g_array_index (self->figure->flags, AftFlagBox, i);

      cairo_set_line_width (self->cr, HAIRLINE);
      draw_pole (self, flag);
      draw_in_row (self, flag->text, TRUE, &self->palette->text, &flag->label);
    }
}

static const AftColor *
mark_color (Painter *self, const AftEventBox *box)
{
  return box->milestone != AFT_CHOICE_NONE ? &self->palette->accent : &self->palette->text;
}

/* Hollow says: about this time. */
static void
draw_mark (Painter *self, const AftEventBox *box)
{
  aft_mark_path (self->cr, box);
  set_color (self, box->approximate ? &self->palette->background : mark_color (self, box));
  cairo_fill_preserve (self->cr);
  set_color (self, box->approximate ? mark_color (self, box) : &self->palette->background);
  cairo_set_line_width (self->cr, box->approximate ? 1.25 : 0.75);
  cairo_stroke (self->cr);
}

static void
draw_ring (Painter *self, const AftEventBox *box, double opacity)
{
  AftColor color = self->palette->accent;

  color.alpha = opacity;
  set_color (self, &color);
  cairo_set_line_width (self->cr, 2);
  cairo_rectangle (self->cr,
                   box->mark.x - RING,
                   box->mark.y - RING,
                   box->mark.width + 2 * RING,
                   box->mark.height + 2 * RING);
  cairo_stroke (self->cr);
}

static void
draw_event (Painter *self, guint index, int selected, int hover)
{
  const AftEventBox *box = &g_array_index (self->figure->events, AftEventBox, index);

  if (box->hit.width <= 0)
    return;
  draw_mark (self, box);
  if ((int) index == selected)
    draw_ring (self, box, 1);
  else if ((int) index == hover)
    draw_ring (self, box, 0.4);
  if (!box->label_hidden)
    draw_in_row (self, box->text, FALSE, &self->palette->text, &box->label);
}

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

void
aft_figure_paint (const AftFigure            *figure,
                  cairo_t                    *cr,
                  PangoContext               *context,
                  const PangoFontDescription *face,
                  const AftPalette           *palette,
                  int                         selected,
                  int                         hover)
{
  g_autoptr (PangoLayout) plain = new_layout (context, face, PANGO_WEIGHT_NORMAL);
  g_autoptr (PangoLayout) bold = new_layout (context, face, PANGO_WEIGHT_BOLD);
  Painter painter = { figure, cr, palette, plain, bold };

  cairo_save (cr);
  draw_phases (&painter);
  draw_axis (&painter);
  draw_gaps (&painter);
  draw_flags (&painter);
  draw_phase_labels (&painter);
  draw_lane_names (&painter);
  for (guint i = 0; i < figure->events->len; i++)
    draw_event (&painter, i, selected, hover);
  cairo_restore (cr);
}
