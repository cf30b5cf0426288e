/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "model/record.h"

G_BEGIN_DECLS

/* An event of the figure as assistive technology and the keyboard see it. It draws nothing: the
 * figure does. (Before GTK 4.10 only widgets are accessible.) */
#define AFT_TYPE_TIMELINE_EVENT (aft_timeline_event_get_type ())
G_DECLARE_FINAL_TYPE (AftTimelineEvent, aft_timeline_event, AFT, TIMELINE_EVENT, GtkWidget)

GtkWidget *aft_timeline_event_new (void);
/* index: of its box in the figure; name: "14:02, detected, system: error rate at 5 %" */
void
aft_timeline_event_show (AftTimelineEvent *self, AftRecord *event, guint index, const char *name);
void       aft_timeline_event_set_selected (AftTimelineEvent *self, gboolean is_selected);
AftRecord *aft_timeline_event_get_event (AftTimelineEvent *self);
guint      aft_timeline_event_get_index (AftTimelineEvent *self);

G_END_DECLS
