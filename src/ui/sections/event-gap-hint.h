/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "model/postmortem.h"

G_BEGIN_DECLS

/* Where the incident has a quiet stretch: which, and an event can be added there. Hidden where
 * there is none; one that was put away stays away for as long as the window shows the document. */
#define AFT_TYPE_EVENT_GAP_HINT (aft_event_gap_hint_get_type ())
G_DECLARE_FINAL_TYPE (AftEventGapHint, aft_event_gap_hint, AFT, EVENT_GAP_HINT, GtkWidget)

/* (nullable) */
void aft_event_gap_hint_set_postmortem (AftEventGapHint *self, AftPostmortem *postmortem);
/* The events have changed. */
void        aft_event_gap_hint_update (AftEventGapHint *self);
const char *aft_event_gap_hint_get_text (AftEventGapHint *self);
/* As its buttons do. */
void aft_event_gap_hint_add (AftEventGapHint *self);
void aft_event_gap_hint_dismiss (AftEventGapHint *self);

/* signal "add-wanted" (AftEventGapHint *self, gint64 instant): in the middle of it */

G_END_DECLS
