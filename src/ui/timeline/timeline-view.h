/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "model/record-list.h"

G_BEGIN_DECLS

/* The timeline figure in the window: click or arrow keys select an event, Enter or a double click
 * activates it; Control with the wheel, plus, minus and zero zoom; the wheel moves a zoomed view.
 * What it draws and where is the figure's, see timeline/figure.h. */
#define AFT_TYPE_TIMELINE_VIEW (aft_timeline_view_get_type ())
G_DECLARE_FINAL_TYPE (AftTimelineView, aft_timeline_view, AFT, TIMELINE_VIEW, GtkWidget)

GtkWidget *aft_timeline_view_new (void);

/* properties "events" (AftRecordList), "zone" (string), "selected" (AftRecord, notify)
 * signal "event-activated" (AftTimelineView *self, AftRecord *event) */

G_END_DECLS
