/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "model/record.h"

G_BEGIN_DECLS

/* The figures that follow from the milestones: each with its formula and the times behind it, or
 * why it is not known. */
#define AFT_TYPE_METRICS_PANEL (aft_metrics_panel_get_type ())
G_DECLARE_FINAL_TYPE (AftMetricsPanel, aft_metrics_panel, AFT, METRICS_PANEL, GtkWidget)

/* root: of the document, NULL for none. */
void aft_metrics_panel_update (AftMetricsPanel *self, AftRecord *root);
/* The figure, or why there is none; for tests. */
const char *aft_metrics_panel_get_value (AftMetricsPanel *self, guint metric);

G_END_DECLS
