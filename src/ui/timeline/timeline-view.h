/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "model/event-selection.h"
#include "timeline/hit.h"

G_BEGIN_DECLS

/* The timeline figure in the window, to look at and to change by hand.
 *
 * A click or the arrow keys select an event, Shift or Control several, dragging with Shift all in a
 * rectangle; Enter or a double click activates it. Dragging an event moves it in time, dragging the
 * end of a bar its end; Control with the arrows does the same. Dragging the background, the wheel
 * with Shift, a touchpad or Page Up and Page Down move what is shown; the wheel with Control, two
 * fingers, plus, minus and zero zoom. A click on a skipped stretch or on a cluster opens it.
 *
 * What it draws and where is the figure's, see timeline/figure.h. */
#define AFT_TYPE_TIMELINE_VIEW (aft_timeline_view_get_type ())
G_DECLARE_FINAL_TYPE (AftTimelineView, aft_timeline_view, AFT, TIMELINE_VIEW, GtkWidget)

GtkWidget *aft_timeline_view_new (void);
void       aft_timeline_view_set_selection (AftTimelineView *self, AftEventSelection *selection);
/* As it is drawn now, NULL without events; until the next change. */
const AftFigure    *aft_timeline_view_get_figure (AftTimelineView *self);
const AftViewState *aft_timeline_view_get_view (AftTimelineView *self);
/* dx: px to the right, of what is shown. */
void aft_timeline_view_pan (AftTimelineView *self, double dx);
void aft_timeline_view_zoom (AftTimelineView *self, double x, double factor);
void aft_timeline_view_show_all (AftTimelineView *self);
/* Brings the event into sight, with the focus. */
void aft_timeline_view_focus (AftTimelineView *self, AftRecord *event);
/* Where the current event is drawn; the middle of the figure where it is not. */
GdkRectangle aft_timeline_view_get_place (AftTimelineView *self);

/* properties "events" (AftRecordList), "zone" (string), "read-only" (boolean), "hovered"
 *   (AftRecord, notify: under the pointer)
 * signal "event-activated" (AftTimelineView *self, AftRecord *event)
 * signal "shifted" (AftTimelineView *self, gint64 offset): the selected events, by µs
 * signal "time-chosen" (AftTimelineView *self, AftRecord *event, guint field, gint64 instant): its
 *   end, or a time where it had none
 * signal "add-wanted" (AftTimelineView *self, gint64 instant, guint lane): AFT_N_LANES for any
 * signal "menu-wanted" (AftTimelineView *self, GdkRectangle *place)
 * signal "view-changed" (AftTimelineView *self): another part is shown, or other events */

G_END_DECLS
