/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "timeline/digest.h"
#include "timeline/phase.h"
#include "timeline/view-state.h"

G_BEGIN_DECLS

/* The timeline as boxes: computed once, then read by the painter, the pointer, the keyboard,
 * accessibility and paper alike. Pure geometry in px (points on paper); no fonts, no drawing.
 *
 * Each lane has rows: the bars of ranges on top, then the base, on which the marks of all other
 * events stand in order of time, then rows of labels. A label stands beside its mark where there is
 * room, else in a row below at the foot of a leader; a mark that has no place on the base stands in
 * the row of its label. Where even that does not do, neighbours become one cluster with their
 * number. Rows are the same wherever the view is, so that panning only moves what is shown. */

/* px beyond the plot that is drawn: half a mark, and the end of a label. What is further out, is
 * cut off there. */
#define AFT_FIGURE_OVERHANG 8.0

typedef struct
{
  double x, y, width, height;
} AftRect;

typedef struct
{
  AftPhase   phase;
  AftInstant from, to;
  AftRect    rect;  /* within the plot */
  AftRect    label; /* within that */
  char      *text;  /* "Undetected 11 min", "11 min" or "": what fits */
} AftPhaseBox;

typedef struct
{
  AftRecord *event;                 /* unowned: the figure keeps the digest */
  guint      number;                /* 1-based, in order of time: the "E12" of the table */
  guint      kind, lane, milestone; /* AftEventKind, AftLane, AftMilestone or AFT_CHOICE_NONE */
  gboolean   is_shown; /* it has a mark in the window or the tray; else all rects are empty */
  gboolean   unknown_time, approximate;
  gboolean   is_bar; /* a range that is wide enough to be drawn as one */
  gboolean   label_inside, label_hidden, has_leader;
  int        cluster; /* index of the cluster that it is in, or -1 */
  AftRect    mark;    /* the symbol, or the bar of a range */
  AftRect    label;   /* where its text goes */
  AftRect    leader;  /* from the mark down to the row of the label; no width */
  char      *text;    /* the label, one plain line, already cut to the label's width; or NULL */
} AftEventBox;

/* Events of one lane that are too close to be told apart. */
typedef struct
{
  guint      lane;
  guint      first, last; /* indexes of events; those between that are in it have its index */
  guint      n_events;
  AftInstant from, to;
  gboolean   has_milestone;
  AftRect    rect;
  char      *text; /* "12" */
} AftClusterBox;

typedef struct
{
  double   x;
  double   width;   /* of the text, which is centred on x */
  char    *text;    /* "" where there is no room for it */
  gboolean is_date; /* a new day: drawn stronger, with the date */
} AftTickBox;

typedef struct
{
  AftMilestone milestone;
  double       x; /* the flag's pole */
  AftRect      label;
  char        *text;  /* "Detected 14:02" */
  AftRecord   *event; /* unowned */
} AftFlagBox;

typedef struct
{
  AftLane lane;
  AftRect rect;  /* the lane's band, full width */
  AftRect label; /* where its name goes */
  char   *text;
} AftLaneBox;

/* A quiet stretch: skipped, or drawn to scale as the view wants it. */
typedef struct
{
  AftRect    rect;  /* within the plot */
  AftRect    label; /* below the axis; no width where there is no room */
  AftInstant from, to;
  gboolean   is_expanded;
  char      *text; /* "14 h" */
} AftGapBox;

/* Width in px of the text in the figure's small face; bold for flags. */
typedef double (*AftMeasure) (const char *text, gboolean bold, gpointer data);

typedef struct
{
  double              width;       /* px available */
  double              min_height;  /* the figure is at least so tall */
  double              text_height; /* line height of the labels in px */
  const char         *zone;        /* IANA name */
  gboolean            rtl;
  const AftViewState *view;                 /* NULL: all of it */
  AftInstant          strip_from, strip_to; /* only what is between them; 0 and 0: all */
  gboolean            numbered;             /* labels begin with "E12" */
  guint               max_rows; /* of marks and labels in a lane; 0: as many as there may be */
  AftMeasure          measure;
  gpointer            measure_data;
} AftFigureOptions;

typedef struct
{
  AftDigest *digest;
  AftRect    bounds;
  AftRect    plot; /* where time is: inside lane names and paddings */
  AftRect    tray; /* for events without a time; no width where there are none */
  double     axis_y;
  gboolean   rtl;
  char      *caption; /* below the axis: the first day and the zone */
  AftScale   scale;
  GArray    *phases;   /* AftPhaseBox */
  GArray    *lanes;    /* AftLaneBox */
  GArray    *ticks;    /* AftTickBox */
  GArray    *gaps;     /* AftGapBox */
  GArray    *flags;    /* AftFlagBox */
  GArray    *clusters; /* AftClusterBox */
  GArray    *events;   /* AftEventBox, all of them in reading order: by time, unknown times last */
} AftFigure;

AftFigure *aft_figure_layout (AftDigest *digest, const AftFigureOptions *options);
void       aft_figure_free (AftFigure *self);
/* Index of the box of that event, or -1. */
int aft_figure_find (const AftFigure *self, AftRecord *event);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AftFigure, aft_figure_free)

G_END_DECLS
