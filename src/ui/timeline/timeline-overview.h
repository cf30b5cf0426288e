/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ui/timeline/timeline-view.h"

G_BEGIN_DECLS

/* A strip below the figure that shows the whole timeline and which part of it is in sight; a drag
 * or the arrow keys move that part, plus, minus and zero zoom. Hidden while all is in sight. */
#define AFT_TYPE_TIMELINE_OVERVIEW (aft_timeline_overview_get_type ())
G_DECLARE_FINAL_TYPE (AftTimelineOverview, aft_timeline_overview, AFT, TIMELINE_OVERVIEW, GtkWidget)

GtkWidget *aft_timeline_overview_new (void);

/* property "view" (AftTimelineView): of which it is */

G_END_DECLS
