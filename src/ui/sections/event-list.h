/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "model/event-selection.h"
#include "ui/sections/event-filter.h"
#include "ui/widgets/field-widget.h"

G_BEGIN_DECLS

/* The events of the document, stably in the order of time and day by day: the twin of the figure
 * for the keyboard and for assistive technology. Each is changed in place; one is open at a time.
 * An event keeps its place for as long as it is being edited. */
#define AFT_TYPE_EVENT_LIST (aft_event_list_get_type ())
G_DECLARE_FINAL_TYPE (AftEventList, aft_event_list, AFT, EVENT_LIST, GtkWidget)

GtkWidget *aft_event_list_new (void);
/* Which events are selected: its own until another one is shared with it. */
AftEventSelection *aft_event_list_get_selection (AftEventList *self);
void               aft_event_list_set_selection (AftEventList *self, AftEventSelection *selection);
/* All that are shown. */
void aft_event_list_select_all (AftEventList *self);
/* The current one of those that are selected; nothing scrolls and no focus moves. NULL for none. */
void       aft_event_list_set_current (AftEventList *self, AftRecord *event);
AftRecord *aft_event_list_get_current (AftEventList *self);
/* Where the row of the current event is in the list, or its top. */
GdkRectangle aft_event_list_get_place (AftEventList *self);
/* Scrolls to the event and puts the focus there. What hides it is taken away. */
void aft_event_list_focus_event (AftEventList *self, AftRecord *event);
/* NULL closes what is open. */
void       aft_event_list_open (AftEventList *self, AftRecord *event);
AftRecord *aft_event_list_get_open (AftEventList *self);
void       aft_event_list_set_filter (AftEventList *self, const AftEventFilter *filter);
/* An IANA name for a second column of times; NULL for none. */
void aft_event_list_set_other_zone (AftEventList *self, const char *zone);
/* The row, NULL while the event has none. */
GtkWidget *aft_event_list_get_row (AftEventList *self, AftRecord *event);
/* How many events are shown, and how many rows there are for them. */
guint aft_event_list_get_length (AftEventList *self);
guint aft_event_list_get_n_rows (AftEventList *self);

/* properties "field" (always "timeline.events"), "current" (AftRecord, notify: the focus moved to
 * another event), "hovered" (AftRecord, notify: the pointer is on its row) */

G_END_DECLS
