/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <pango/pango.h>

G_BEGIN_DECLS

/* Measures labels with a context and a face, for AftFigureOptions. Text of Latin letters is the sum
 * of its characters, each measured once; anything else is shaped. */
typedef struct _AftFigureMeasure AftFigureMeasure;

/* The face of labels where nothing else says so. family: NULL for the paper's. */
PangoFontDescription *aft_figure_face (const char *family, double size_px);

AftFigureMeasure *aft_figure_measure_new (PangoContext *context, const PangoFontDescription *face);
void              aft_figure_measure_free (AftFigureMeasure *self);
/* data: AftFigureMeasure. px. */
double aft_figure_measure (const char *text, gboolean bold, gpointer data);
double aft_figure_measure_line_height (AftFigureMeasure *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AftFigureMeasure, aft_figure_measure_free)

G_END_DECLS
