/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "base/zone.h"
#include "model/record-list.h"

G_BEGIN_DECLS

/* Days that contradict each other: one in ten timelines has a date that its author mistyped. */
typedef struct
{
  int year, month, day;
} AftDay;

/* The day near that one which the text names, with a year or without ("the evening of Feb 23"):
 * documents are dated when they were written. FALSE where there is none, or more than one. */
gboolean aft_days_find_near (const char *text, const AftDay *near, AftDay *found);
gboolean aft_days_text_names (const char *text, const AftDay *day);
/* Whole days from a to b. */
gint64 aft_days_between (const AftDay *a, const AftDay *b);
/* An entry between two of one day that differs from them in the year, the month or the day alone is
 * moved to theirs, with a note. notes: (element-type utf8) */
void aft_days_mend_typos (AftRecordList *events, const AftZone *zone, GPtrArray *notes);
/* A timeline that states a single day, while the document and its text agree on another one, is
 * moved there as a whole, with a note. */
void aft_days_mend_whole (AftRecordList *events,
                          const AftZone *zone,
                          const AftDay  *day,
                          const char    *text,
                          GPtrArray     *notes);

G_END_DECLS
