/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "format/import/provenance.h"
#include "format/import/stamp.h"
#include "model/record.h"

G_BEGIN_DECLS

/* The machine that reads a timeline: which day, which zone it is, carried from entry to entry. */
typedef struct
{
  AftRecordList *events;
  GString       *rest; /* lines that are no part of an entry */
  AftProvenance *provenance;

  char           zone[48]; /* stated so far; "" for none */
  const AftZone *fallback;
  gboolean       zone_is_chosen; /* the fallback holds although another zone is named later */
  gboolean       has_day;
  gboolean       day_is_stated; /* on an entry, or on a heading of the timeline */
  int            year, month, day;
  AftInstant     last; /* of the entry before; AFT_INSTANT_NONE at the start */
} AftTimelineReader;

/* The lines from first up to, not including, end. heading: of the timeline, which may name the zone
 * and the day; may be empty. */
void aft_timeline_read (AftTimelineReader *self,
                        const AftLine     *first,
                        const AftLine     *end,
                        const char        *heading);
/* One entry with its stamp and its text. Transfer none. */
AftRecord *aft_timeline_add (AftTimelineReader *self, const AftStamp *stamp, const char *text);
/* From here on it is that day. */
void aft_timeline_set_day (AftTimelineReader *self, const AftStampPart *part);
/* Times that were read before any zone was named show the same clock in the zone named later. */
void aft_timeline_settle (AftTimelineReader *self);
/* Whether most of the items there begin with a date: a timeline under another name. */
gboolean aft_timeline_is_one (const AftLine *first, const AftLine *end);

G_END_DECLS
