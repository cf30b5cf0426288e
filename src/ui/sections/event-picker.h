/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "model/postmortem.h"

G_BEGIN_DECLS

/* The events to choose one from, by time, with a search in their texts. */
#define AFT_TYPE_EVENT_PICKER (aft_event_picker_get_type ())
G_DECLARE_FINAL_TYPE (AftEventPicker, aft_event_picker, AFT, EVENT_PICKER, GtkWidget)

/* question: translated, stands above. The events are those of now. */
GtkWidget *aft_event_picker_new (AftRecord *root, const char *question);
/* As if it were typed. */
void aft_event_picker_search (AftEventPicker *self, const char *query);
/* Of AftRecord: those that were found. */
GListModel *aft_event_picker_get_found (AftEventPicker *self);
/* As a click does. */
void aft_event_picker_choose (AftEventPicker *self, guint position);

/* signal "chosen" (AftEventPicker *self, AftRecord *event) */

G_END_DECLS
