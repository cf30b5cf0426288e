/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/postmortem.h"

G_BEGIN_DECLS

/* What is done to several events at once, each as one step of undo. events: (element-type
 * AftRecord), of the document; those without a time are left out where time matters. */

/* The later and earlier ends that are still years with a form in the file decide how far: FALSE
 * where one would leave them, and nothing is changed. */
gboolean aft_events_can_shift (GPtrArray *events, gint64 offset);
/* Times and ends, by µs; what was inferred of a time or written for it is settled. */
void aft_events_shift (AftPostmortem *postmortem, GPtrArray *events, gint64 offset);
/* One of AFT_EVENT_KIND, AFT_EVENT_LANE, AFT_EVENT_PRECISION. */
void
aft_events_set_choice (AftPostmortem *postmortem, GPtrArray *events, guint field, guint choice);
void aft_events_set_private (AftPostmortem *postmortem, GPtrArray *events, gboolean is_private);
void aft_events_remove (AftPostmortem *postmortem, GPtrArray *events);
/* Copies of events from elsewhere, with ids of their own. A milestone that an event of the document
 * has stays there. (element-type AftRecord), those that were added; transfer full. */
GPtrArray *aft_events_paste (AftPostmortem *postmortem, GPtrArray *events);

/* The choice that all of them have; AFT_CHOICE_NONE where they differ. */
guint    aft_events_common_choice (GPtrArray *events, guint field);
gboolean aft_events_are_private (GPtrArray *events);

/* "+2 min", "-1h", "90 s", "−00:02:30", a sum of units: µs. FALSE where it is none, or nothing. */
gboolean aft_events_parse_offset (const char *text, gint64 *offset);

G_END_DECLS
