/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/record-list.h"

G_BEGIN_DECLS

/* Which events are selected, and which of them is the current one: shared by the list and the
 * figure. Holds only events of the list; those that leave it leave the selection. */
#define AFT_TYPE_EVENT_SELECTION (aft_event_selection_get_type ())
G_DECLARE_FINAL_TYPE (AftEventSelection, aft_event_selection, AFT, EVENT_SELECTION, GObject)

AftEventSelection *aft_event_selection_new (void);
/* (nullable); nothing of it is selected. */
void aft_event_selection_set_events (AftEventSelection *self, AftRecordList *events);

/* Where the keyboard is; always selected. (nullable), transfer none. */
AftRecord *aft_event_selection_get_current (AftEventSelection *self);
gboolean   aft_event_selection_contains (AftEventSelection *self, AftRecord *event);
guint      aft_event_selection_get_length (AftEventSelection *self);
/* By time. (element-type AftRecord), transfer container. */
GPtrArray *aft_event_selection_get_events (AftEventSelection *self);

/* This event alone; NULL for none. */
void aft_event_selection_select (AftEventSelection *self, AftRecord *event);
/* Makes a selected event the current one and keeps the others; else selects it alone. */
void aft_event_selection_set_current (AftEventSelection *self, AftRecord *event);
/* Takes it in or out. */
void aft_event_selection_toggle (AftEventSelection *self, AftRecord *event);
/* From where the selection began to this event, in the given order (element-type AftRecord). */
void aft_event_selection_extend (AftEventSelection *self, GListModel *order, AftRecord *event);
/* These (element-type AftRecord) and none besides; the last is the current one. */
void aft_event_selection_select_all (AftEventSelection *self, GPtrArray *events);

/* signal "changed" (AftEventSelection *self): once after each of these, where it made a difference
 */

G_END_DECLS
