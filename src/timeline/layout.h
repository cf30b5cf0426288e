/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "timeline/figure.h"

G_BEGIN_DECLS

/* The steps of aft_figure_layout(), each in a file of its own. All compute left to right; the
 * finished figure is mirrored as a whole. */

#define AFT_FIGURE_PADDING 8.0
#define AFT_FIGURE_MARK    9.0  /* size of a symbol */
#define AFT_FIGURE_GAP     5.0  /* between a symbol and its label */
#define AFT_FIGURE_TRAY    72.0 /* for events without a time */

typedef struct
{
  const AftFigureOptions *options;
  AftFigure              *figure;
  GPtrArray              *sorted; /* (element-type AftRecord) by time */
  AftRecordList          *events;
  guint                   n_timed;
  double                  row_height;
  double                  top; /* next free y */
} AftFigureLayout;

/* x range, from, to, breaks of the scale. */
void   aft_layout_scale (AftFigureLayout *self, double x0, double width);
void   aft_layout_phases (AftFigureLayout *self);
void   aft_layout_flags (AftFigureLayout *self);
void   aft_layout_lanes (AftFigureLayout *self);
void   aft_layout_ticks (AftFigureLayout *self);
double aft_layout_measure (const AftFigureLayout *self, const char *text, gboolean bold);
/* The text cut to the width, with an ellipsis where it was; sets its width. */
char *
aft_layout_fit (const AftFigureLayout *self, const char *text, double max_width, double *width);

G_END_DECLS
