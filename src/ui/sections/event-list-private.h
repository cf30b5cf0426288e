/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ui/sections/event-list.h"
#include "ui/widgets/long-list.h"

G_BEGIN_DECLS

/* How several events are chosen with keys and pointer, and where their menu is. */

AftLongList *aft_event_list_get_rows (AftEventList *self);
/* Those that are shown, by time. */
GListModel *aft_event_list_get_model (AftEventList *self);
/* The focus goes to the row and the selection stays as it is. */
void aft_event_list_focus_selected (AftEventList *self, AftRecord *event);

void aft_event_list_add_input (AftEventList *self);
/* A click on a row, with the keys that were held. TRUE where it chose, and is no activation. */
gboolean aft_event_list_pick (AftEventList *self, AftRecord *event, GdkModifierType state);
/* The menu of the selected events at the row of the current one. */
void aft_event_list_popup_menu (AftEventList *self);

G_END_DECLS
