/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "base/instant.h"
#include "model/record-list.h"
#include "model/schema.h"

G_BEGIN_DECLS

/* A stretch in which something must have happened and nothing is written. */
typedef struct
{
  AftInstant from, to;
  AftRecord *before, *after;               /* unowned: the events on both sides */
  guint      from_milestone, to_milestone; /* the nearest at or outside them, or AFT_CHOICE_NONE */
} AftEventGap;

/* The quiet stretches of the incident, the longest first: between neighbours in time, from the
 * first event or milestone on (but not before the impact where it is marked: a fault may sleep for
 * weeks) until what resolved it, else the last event. One counts from ten minutes on, and where it
 * takes at least a fifth of all that time; ranges are not quiet, and of a mere date nobody knows
 * when it was. (element-type AftEventGap), transfer full. */
GArray *aft_events_find_gaps (AftRecordList *events);
/* "34 min with no event between detected and mitigated", or between two times in that zone.
 * Transfer full, translated. */
char *aft_event_gap_describe (const AftEventGap *self, const char *zone);

G_END_DECLS
