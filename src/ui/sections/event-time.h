/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "base/time-entry.h"
#include "ui/widgets/field-widget.h"

G_BEGIN_DECLS

/* A time of an event as it is typed, with what is understood below it and, on nights when clocks
 * are changed, the choice of which of two it is. Half a time is never stored, and what cannot be
 * read stays in the event as it was written. */
#define AFT_TYPE_EVENT_TIME (aft_event_time_get_type ())
G_DECLARE_FINAL_TYPE (AftEventTime, aft_event_time, AFT, EVENT_TIME, GtkWidget)

/* key: "at" or "until" */
GtkWidget *aft_event_time_new (const char *key);
/* As if it had been typed and left. */
void aft_event_time_set_text (AftEventTime *self, const char *text);
/* What stands below the entry. */
const char *aft_event_time_get_meaning (AftEventTime *self);
gboolean    aft_event_time_get_invalid (AftEventTime *self);

/* "Monday, 4 May 2026, 14:02 CEST", what a typed time means. Transfer full, translated. */
char *aft_event_time_describe (const AftTimeEntry *entry, const AftZone *zone);

G_END_DECLS
