/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "timeline/figure.h"

G_BEGIN_DECLS

/* What of a figure is at a point. */
typedef enum
{
  AFT_HIT_NOTHING,
  AFT_HIT_EVENT,     /* index in events: its mark or its label */
  AFT_HIT_RANGE_END, /* index in events: the end of its bar */
  AFT_HIT_CLUSTER,   /* index in clusters */
  AFT_HIT_GAP,       /* index in gaps: its break mark, or its name below the axis */
  AFT_HIT_FLAG,      /* index in flags: its name */
} AftHitType;

typedef struct
{
  AftHitType type;
  int        index; /* or -1 */
} AftHit;

/* Where boxes of a crowd reach over each other, the mark that is nearest decides. */
AftHit aft_figure_hit (const AftFigure *self, double x, double y);
/* The event's mark and label together, with what a finger needs around them. */
AftRect aft_event_box_get_area (const AftEventBox *self);

G_END_DECLS
