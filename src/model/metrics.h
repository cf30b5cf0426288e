/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/record-list.h"
#include "model/schema.h"

G_BEGIN_DECLS

/* Incident metrics from the milestones of the timeline. */
typedef enum
{
  AFT_METRIC_LATENT,
  AFT_METRIC_TTD,
  AFT_METRIC_TTA,
  AFT_METRIC_DIAGNOSE,
  AFT_METRIC_TTM,
  AFT_METRIC_TTR,
  AFT_METRIC_DURATION,
  AFT_METRIC_FIRST_UPDATE,
  AFT_N_METRICS,
} AftMetricId;

typedef enum
{
  AFT_METRIC_KNOWN,
  AFT_METRIC_UNKNOWN,  /* a milestone is not marked, or its event has no time */
  AFT_METRIC_CONFLICT, /* the end is before the start */
} AftMetricState;

typedef struct
{
  AftMetricId    id;
  AftMetricState state;
  gint64         seconds;        /* where known or in conflict (then negative) */
  AftMilestone   from_milestone; /* those used, after any "else" of the formula */
  AftMilestone   to_milestone;
  AftRecord     *from; /* unowned events; NULL where not marked */
  AftRecord     *to;
} AftMetric;

void aft_metrics_compute (AftRecordList *events, AftMetric metrics[AFT_N_METRICS]);

const char *aft_metric_get_key (AftMetricId id);   /* "latent", "ttd", "tta", "diagnose", "ttm",
                                                      "ttr", "duration", "first-update" */
const char *aft_metric_get_short (AftMetricId id); /* translated: "TTD" */
const char *aft_metric_get_label (AftMetricId id); /* translated: "Time to detect" */
/* The milestone that is to be marked for the figure to be known; AFT_CHOICE_NONE where it is known,
 * in conflict, or only a time is missing. */
guint aft_metric_get_missing (const AftMetric *self);
/* The marked event that has no time; NULL for none. Unowned. */
AftRecord *aft_metric_get_untimed (const AftMetric *self);
/* "detected", as a part of a sentence. Translated. */
const char *aft_milestone_get_phrase (AftMilestone milestone);
/* "detected − impact start", as used. Transfer full, translated. */
char *aft_metric_get_formula (const AftMetric *self);
/* "unknown: no event is marked as detected"; in a conflict both events are named with their times
 * in that zone; "" where known. Transfer full, translated. */
char *aft_metric_get_reason (const AftMetric *self, const char *zone);

/* How long users were affected: what was stated, else the computed duration. FALSE if unknown. */
gboolean aft_impact_duration (AftRecord *root, gint64 *seconds, gboolean *stated);

G_END_DECLS
