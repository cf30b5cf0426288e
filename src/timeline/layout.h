/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "timeline/figure.h"

G_BEGIN_DECLS

/* The steps of aft_figure_layout(), each in a file of its own. All compute left to right; the
 * finished figure is mirrored as a whole. */

#define AFT_FIGURE_PADDING  8.0
#define AFT_FIGURE_GAP      5.0 /* between a symbol and its label */
#define AFT_FIGURE_APART    8.0 /* between a label and what follows it */
#define AFT_FIGURE_MAX_ROWS 8   /* the base and the rows of labels in a lane */

/* Where an event goes, before the window is laid upon it: offsets as in timeline/scale.h. */
typedef struct
{
  double   offset; /* of its instant */
  double   end;    /* of its range, else the same */
  double   label;  /* where its label begins; width 0: it is hidden */
  double   label_width;
  guint    mark_row, label_row; /* of its lane */
  gboolean is_placed, is_bar, label_inside;
  int      cluster;
} AftPlacement;

typedef struct
{
  const AftFigureOptions *options;
  AftFigure              *figure;
  AftDigest              *digest;
  AftPlacement           *places;      /* one for each event that has a time */
  gboolean                names_above; /* of lanes: no column for them */
  double                  mark;        /* size of a symbol */
  double                  row_height;
  guint                   max_rows; /* of marks and labels in a lane */
  double                  top;      /* next free y */
} AftFigureLayout;

/* One lane while its rows are filled. */
typedef struct
{
  AftFigureLayout *layout;
  guint            lane;
  const guint     *events; /* indexes, by time */
  guint            n_events;
  double           good; /* width of a label that is long enough, where there is not room for all */
  guint            n_rows;
} AftLaneLayout;

/* The whole, its breaks and what of it is shown. */
void aft_layout_scale (AftFigureLayout *self, double x0, double width);
void aft_layout_phases (AftFigureLayout *self);
void aft_layout_flags (AftFigureLayout *self);
void aft_layout_lanes (AftFigureLayout *self);
void aft_layout_tray (AftFigureLayout *self, double top);
void aft_layout_ticks (AftFigureLayout *self);
void aft_layout_gaps (AftFigureLayout *self);
/* In lanes: ranges as bars in rows from the first on, those that find none stay without a place;
 * then what has none as marks on the base, which is the next row, with labels below. */
void aft_layout_bars (AftLaneLayout *self);
void aft_layout_marks (AftLaneLayout *self);
/* Those events of the lane become one, between the two offsets on the base; or, where it is a
 * single one, part of the cluster that follows it. */
void aft_layout_cluster (AftLaneLayout *self,
                         const guint   *events,
                         guint          n_events,
                         double         left,
                         double         right);
/* Brings the cluster, of which the rect has offsets and a row, into the window. */
void aft_layout_show_cluster (AftFigureLayout *self, AftClusterBox *box, double top);

double aft_layout_measure (const AftFigureLayout *self, const char *text, gboolean bold);
/* Width of the event's whole label, measured once. */
double aft_layout_label_width (AftFigureLayout *self, guint index);
/* The text cut to the width, with an ellipsis where it was; sets its width. */
char *
aft_layout_fit (const AftFigureLayout *self, const char *text, double max_width, double *width);
/* The least width of a label. */
double aft_layout_min_label (const AftFigureLayout *self);

/* Everything mirrored in the width. */
void aft_figure_mirror (AftFigure *self);

G_END_DECLS
