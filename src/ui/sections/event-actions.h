/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "model/event-selection.h"
#include "model/postmortem.h"

G_BEGIN_DECLS

/* What can be done to the selected events, as actions "event.…" of a widget and all below it: the
 * list and the figure have the same menu and keys. */
#define AFT_TYPE_EVENT_ACTIONS (aft_event_actions_get_type ())
G_DECLARE_FINAL_TYPE (AftEventActions, aft_event_actions, AFT, EVENT_ACTIONS, GObject)

/* widget: borrowed, owns the actions. */
AftEventActions *aft_event_actions_new (GtkWidget *widget, AftEventSelection *selection);
/* (nullable) */
void aft_event_actions_set_postmortem (AftEventActions *self, AftPostmortem *postmortem);
/* As the action does, at once: offset in µs. */
void aft_event_actions_shift (AftEventActions *self, gint64 offset);

/* The menu of these actions; for the button of the list and for a right click. Transfer full. */
GMenuModel *aft_event_menu_new (void);
/* That menu at a place in the widget. */
void aft_event_menu_popup (GtkWidget *widget, const GdkRectangle *place);
/* The key that is an action on an event: activates it on the widget, TRUE where there is one. */
gboolean aft_event_keys_activate (GtkWidget *widget, guint key, GdkModifierType state);

/* signal "reveal" (AftEventActions *self, AftRecord *event, guint field): to be edited there
 * signal "ask-offset" (AftEventActions *self)
 * signal "select-all" (AftEventActions *self)
 * signal "pasted" (AftEventActions *self): what came in is selected */

G_END_DECLS
