/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "paint/figure-painter.h"

G_BEGIN_DECLS

/* What the parts of the figure's painter share: where and in which colours they draw, and how text
 * and lines are put there. */
#define AFT_HAIRLINE 0.75

typedef struct
{
  const AftFigure      *figure;
  const AftFigureState *state;
  const AftPalette     *palette;
  cairo_t              *cr;
  PangoLayout          *plain, *bold;
} AftFigurePen;

void   aft_pen_set_color (AftFigurePen *self, const AftColor *color);
void   aft_pen_set_faint (AftFigurePen *self, const AftColor *color, double share);
double aft_pen_text_width (AftFigurePen *self, const char *text, gboolean bold);
void   aft_pen_draw_text (AftFigurePen   *self,
                          const char     *text,
                          gboolean        bold,
                          const AftColor *color,
                          double          x,
                          double          y);
/* In the middle of the rect's height, from its left edge. */
void aft_pen_draw_in_row (AftFigurePen   *self,
                          const char     *text,
                          gboolean        bold,
                          const AftColor *color,
                          const AftRect  *rect);
/* In the colour that is set. */
void aft_pen_draw_line (AftFigurePen *self, double x1, double y1, double x2, double y2);
void aft_pen_round_rect (AftFigurePen *self, const AftRect *rect, double radius);

/* Marks, bars, leaders, labels and clusters of those events. */
void aft_pen_draw_events (AftFigurePen *self, guint from, guint to);

G_END_DECLS
