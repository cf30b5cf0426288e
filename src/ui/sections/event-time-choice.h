/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "base/time-entry.h"

G_BEGIN_DECLS

/* On nights when clocks are changed: which of two instants a time is meant to be. Hidden for all
 * other times. */
#define AFT_TYPE_EVENT_TIME_CHOICE (aft_event_time_choice_get_type ())
G_DECLARE_FINAL_TYPE (AftEventTimeChoice, aft_event_time_choice, AFT, EVENT_TIME_CHOICE, GtkWidget)

GtkWidget *aft_event_time_choice_new (void);
/* What was typed: entry->instant is chosen. */
void aft_event_time_choice_show_entry (AftEventTimeChoice *self,
                                       const AftZone      *zone,
                                       const AftTimeEntry *entry);
/* What the document has; NONE hides it. */
void aft_event_time_choice_show_instant (AftEventTimeChoice *self,
                                         const AftZone      *zone,
                                         AftInstant          instant);
/* As a click does; second: of the two. */
void aft_event_time_choice_choose (AftEventTimeChoice *self, gboolean second);

/* signal "chosen" (AftEventTimeChoice *self, gint64 instant): by the user */

G_END_DECLS
