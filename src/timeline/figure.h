/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/record-list.h"
#include "model/schema.h"
#include "timeline/scale.h"

G_BEGIN_DECLS

/* The timeline as boxes: computed once, then read by the painter, the pointer, the keyboard,
 * accessibility and paper alike. Pure geometry in px (points on paper); no fonts, no drawing. */

typedef enum
{
  AFT_PHASE_LATENT,         /* fault introduced … impact start */
  AFT_PHASE_UNDETECTED,     /* impact start … detected */
  AFT_PHASE_UNACKNOWLEDGED, /* detected/alerted … acknowledged */
  AFT_PHASE_DIAGNOSING,     /* acknowledged/detected … diagnosed */
  AFT_PHASE_MITIGATING,     /* … mitigated */
  AFT_PHASE_RECOVERING,     /* mitigated … resolved */
  AFT_N_PHASES,
} AftPhase;

typedef struct
{
  double x, y, width, height;
} AftRect;

typedef struct
{
  AftPhase   phase;
  AftInstant from, to;
  AftRect    rect;
  char      *label; /* "Undetected 11 min", "11 min" or "": what fits */
} AftPhaseBox;

typedef struct
{
  AftRecord *event;  /* owned reference */
  guint      number; /* 1-based, in order of time: the "E12" of the table */
  gboolean   unknown_time, approximate, is_range, has_leader, label_hidden;
  guint      kind, lane, milestone; /* AftEventKind, AftLane, AftMilestone or AFT_CHOICE_NONE */
  AftRect    mark;                  /* the symbol, or the bar of a range */
  AftRect    label;                 /* where its text goes */
  AftRect    hit;  /* what a pointer or finger reaches: covers the mark and the label */
  char      *text; /* the label, one plain line, already cut to the label's width */
} AftEventBox;

typedef struct
{
  double   x;
  char    *text;
  gboolean is_date; /* a new day: drawn stronger, with the date */
} AftTickBox;

typedef struct
{
  AftMilestone milestone;
  double       x; /* the flag's pole */
  AftRect      label;
  char        *text;
  AftRecord   *event;
} AftFlagBox;

typedef struct
{
  AftLane lane;
  AftRect rect;  /* the lane's band, full width */
  AftRect label; /* where its name goes */
  char   *text;
} AftLaneBox;

/* A skipped quiet stretch. */
typedef struct
{
  AftRect    rect;
  AftInstant from, to;
  char      *text; /* "14 h" */
} AftGapBox;

/* Width in px of the text in the figure's small face; bold for flags. */
typedef double (*AftMeasure) (const char *text, gboolean bold, gpointer data);

typedef struct
{
  double      width;       /* px available */
  double      min_height;  /* the figure is at least so tall */
  double      text_height; /* line height of the labels in px */
  const char *zone;        /* IANA name */
  gboolean    rtl;
  AftInstant  view_from, view_to; /* the visible part; both NONE = zoom to fit */
  AftMeasure  measure;
  gpointer    measure_data;
} AftFigureOptions;

typedef struct
{
  AftRect  bounds;
  AftRect  plot; /* where time is: inside lane names and paddings */
  double   axis_y;
  gboolean rtl;
  char    *caption; /* below the axis: the first day and the zone */
  AftScale scale;
  GArray  *phases; /* AftPhaseBox */
  GArray  *lanes;  /* AftLaneBox */
  GArray  *ticks;  /* AftTickBox */
  GArray  *gaps;   /* AftGapBox */
  GArray  *flags;  /* AftFlagBox */
  GArray  *events; /* AftEventBox, in reading order: by time, unknown times last */
} AftFigure;

AftFigure *aft_figure_layout (AftRecordList *events, const AftFigureOptions *options);
void       aft_figure_free (AftFigure *self);
/* Index of the event box at that point, or -1. */
int aft_figure_hit (const AftFigure *self, double x, double y);
/* Index of the box of that event, or -1. */
int         aft_figure_find (const AftFigure *self, AftRecord *event);
const char *aft_phase_get_label (AftPhase phase); /* translated */
/* The figure in words, for people who do not see it and for the PDF's /Alt. Transfer full. */
char *aft_figure_describe (const AftFigure *self, const char *zone);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AftFigure, aft_figure_free)

G_END_DECLS
