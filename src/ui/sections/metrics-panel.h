/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "model/postmortem.h"

G_BEGIN_DECLS

/* The figures that follow from the milestones: each with its formula and the times behind it, or
 * why it is not known. */
#define AFT_TYPE_METRICS_PANEL (aft_metrics_panel_get_type ())
G_DECLARE_FINAL_TYPE (AftMetricsPanel, aft_metrics_panel, AFT, METRICS_PANEL, GtkWidget)

void aft_metrics_panel_update (AftMetricsPanel *self, AftPostmortem *postmortem);
/* The cell of a figure, an AftMetricCell. */
GtkWidget *aft_metrics_panel_get_cell (AftMetricsPanel *self, guint metric);
/* The figure, or why there is none; for tests. */
const char *aft_metrics_panel_get_value (AftMetricsPanel *self, guint metric);

/* signal "event-activated" (AftMetricsPanel *self, AftRecord *event): one of the two behind a
 * figure */

G_END_DECLS
