/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "model/postmortem.h"

G_BEGIN_DECLS

/* Adds an event with one line: "14:02 error rate at 5 %". Shows what is understood while it is
 * typed. */
#define AFT_TYPE_EVENT_ENTRY (aft_event_entry_get_type ())
G_DECLARE_FINAL_TYPE (AftEventEntry, aft_event_entry, AFT, EVENT_ENTRY, GtkWidget)

void aft_event_entry_set_postmortem (AftEventEntry *self, AftPostmortem *postmortem);
/* The text with the focus behind it, for somebody to go on. */
void aft_event_entry_begin (AftEventEntry *self, const char *text);
/* For tests: the line as if typed. */
void aft_event_entry_set_text (AftEventEntry *self, const char *text);
/* What the line under the entry says of it. */
const char *aft_event_entry_get_meaning (AftEventEntry *self);
/* Adds what the entry has, and empties it. */
void aft_event_entry_add (AftEventEntry *self);
/* The same for who leaves the document with a line half typed: it is not lost. */
void aft_event_entry_keep (AftEventEntry *self);

/* signal "added" (AftEventEntry *self, AftRecord *event) */

G_END_DECLS
