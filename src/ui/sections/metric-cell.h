/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "base/zone.h"
#include "model/metrics.h"
#include "model/postmortem.h"

G_BEGIN_DECLS

/* One figure with its formula and the two times behind it, each a button that leads to its event.
 * Or why it is not known, with what to do about it; or in words which two events contradict. */
#define AFT_TYPE_METRIC_CELL (aft_metric_cell_get_type ())
G_DECLARE_FINAL_TYPE (AftMetricCell, aft_metric_cell, AFT, METRIC_CELL, GtkWidget)

GtkWidget *aft_metric_cell_new (AftMetricId id);
/* The cell keeps neither; metric: of the document as it is. */
void aft_metric_cell_show (AftMetricCell *self, AftPostmortem *postmortem, const AftMetric *metric);
/* The figure, or why there is none. */
const char *aft_metric_cell_get_text (AftMetricCell *self);
/* Marks the event with the milestone that is missing. */
void aft_metric_cell_mark (AftMetricCell *self, AftRecord *event);

/* signal "event-activated" (AftMetricCell *self, AftRecord *event) */

/* “rollback done” at 14:13 comes before “errors rise” at 14:20: what is wrong about a figure in
 * conflict. Transfer full, translated. */
char *aft_metric_cell_describe_conflict (const AftMetric *metric, const AftZone *zone);

G_END_DECLS
