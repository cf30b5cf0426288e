/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <cairo.h>
#include <pango/pangocairo.h>

#include "timeline/figure.h"

G_BEGIN_DECLS

typedef struct
{
  double red, green, blue, alpha;
} AftColor;

/* The colours of a figure; shapes, text and hatching carry the meaning, colours help. */
typedef struct
{
  AftColor text, dim, line, accent, background;
  AftColor phases[AFT_N_PHASES];
  gboolean hatched; /* paper, high contrast */
} AftPalette;

const AftPalette *aft_palette_paper (void);
const AftPalette *aft_palette_light (void);
const AftPalette *aft_palette_dark (void);
const AftPalette *aft_palette_high_contrast (gboolean dark);

/* face: of the labels, e.g. "Cantarell 9"; NULL for the paper's face. */
PangoFontDescription *aft_figure_face (const char *family, double size_px);
/* Measures labels with that context and face, for AftFigureOptions. data: AftFigureMeasure. */
typedef struct _AftFigureMeasure AftFigureMeasure;
AftFigureMeasure *aft_figure_measure_new (PangoContext *context, const PangoFontDescription *face);
void              aft_figure_measure_free (AftFigureMeasure *self);
double            aft_figure_measure (const char *text, gboolean bold, gpointer data);
double            aft_figure_measure_line_height (AftFigureMeasure *self);

/* Draws at the origin of cr. selected: index of an event box, or -1; hover likewise. */
void aft_figure_paint (const AftFigure            *figure,
                       cairo_t                    *cr,
                       PangoContext               *context,
                       const PangoFontDescription *face,
                       const AftPalette           *palette,
                       int                         selected,
                       int                         hover);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AftFigureMeasure, aft_figure_measure_free)

G_END_DECLS
