/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/postmortem.h"

G_BEGIN_DECLS

/* Questions about the list of events. */

/* Stably by instant; events without a time last, in the order of the file.
 * (element-type AftRecord), transfer container. */
GPtrArray *aft_events_sort (AftRecordList *events);
/* For GtkSortListModel and friends: compares two events by instant, unknown last. */
int        aft_events_compare (gconstpointer a, gconstpointer b, gpointer unused);
AftInstant aft_event_get_at (AftRecord *event);
/* NONE where it is a point, or where "until" is not after "at". */
AftInstant aft_event_get_until (AftRecord *event);
/* NULL where no event is marked so. */
AftRecord *aft_events_find_milestone (AftRecordList *events, AftMilestone milestone);
/* Marks the event, and takes the mark from any other, as one step. AFT_CHOICE_NONE unmarks. */
void aft_events_set_milestone (AftPostmortem *postmortem, AftRecord *event, guint milestone);
/* The time before the event's, as they are sorted: what a time without a date is meant after. Its
 * own where it is the first, the last of all for NULL or an event without a time; else NONE. */
AftInstant aft_events_find_previous (AftRecordList *events, AftRecord *event);
/* First known instant and last (until counts). FALSE where no event has a time. */
gboolean aft_events_span (AftRecordList *events, AftInstant *first, AftInstant *last);

G_END_DECLS
