/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* What a word with # ! or @ could become, below the entry in which an event is typed. The entry
 * keeps the focus: Up and Down go along the words, Tab or Enter take one, Escape closes. */
#define AFT_TYPE_EVENT_COMPLETION (aft_event_completion_get_type ())
G_DECLARE_FINAL_TYPE (AftEventCompletion, aft_event_completion, AFT, EVENT_COMPLETION, GtkPopover)

/* entry: in the same parent as this popover; borrowed, lives as long. */
void aft_event_completion_set_entry (AftEventCompletion *self, GtkEntry *entry);
/* Takes the chosen word into the entry; FALSE while nothing is offered. */
gboolean aft_event_completion_take (AftEventCompletion *self);
/* The word that would be taken, NULL while nothing is offered. */
const char *aft_event_completion_get_chosen (AftEventCompletion *self);

G_END_DECLS
