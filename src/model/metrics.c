/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "model/metrics.h"

#include <glib/gi18n-lib.h>

#include "base/zone.h"
#include "model/events.h"

/* Definitions after the timestamps that incident guides agree on; "else" is taken where the first
 * milestone is not marked. */
typedef struct
{
  const char  *key;
  const char  *short_label;
  const char  *label;
  AftMilestone from, from_else;
  AftMilestone to, to_else;
} Definition;

static const Definition definitions[AFT_N_METRICS] = {
  [AFT_METRIC_LATENT] = { "latent",
                          N_ ("Latent"),
                          N_ ("Latent period"),
                          AFT_MILESTONE_FAULT_INTRODUCED,
                          AFT_MILESTONE_FAULT_INTRODUCED,
                          AFT_MILESTONE_IMPACT_START,
                          AFT_MILESTONE_IMPACT_START },
  [AFT_METRIC_TTD] = { "ttd",
                       N_ ("TTD"),
                       N_ ("Time to detect"),
                       AFT_MILESTONE_IMPACT_START,
                       AFT_MILESTONE_IMPACT_START,
                       AFT_MILESTONE_DETECTED,
                       AFT_MILESTONE_DETECTED },
  [AFT_METRIC_TTA] = { "tta",
                       N_ ("TTA"),
                       N_ ("Time to acknowledge"),
                       AFT_MILESTONE_ALERTED,
                       AFT_MILESTONE_DETECTED,
                       AFT_MILESTONE_ACKNOWLEDGED,
                       AFT_MILESTONE_ACKNOWLEDGED },
  [AFT_METRIC_DIAGNOSE] = { "diagnose",
                            N_ ("Diagnose"),
                            N_ ("Time to diagnose"),
                            AFT_MILESTONE_DETECTED,
                            AFT_MILESTONE_DETECTED,
                            AFT_MILESTONE_DIAGNOSED,
                            AFT_MILESTONE_DIAGNOSED },
  [AFT_METRIC_TTM] = { "ttm",
                       N_ ("TTM"),
                       N_ ("Time to mitigate"),
                       AFT_MILESTONE_IMPACT_START,
                       AFT_MILESTONE_IMPACT_START,
                       AFT_MILESTONE_MITIGATED,
                       AFT_MILESTONE_MITIGATED },
  [AFT_METRIC_TTR] = { "ttr",
                       N_ ("TTR"),
                       N_ ("Time to resolve"),
                       AFT_MILESTONE_IMPACT_START,
                       AFT_MILESTONE_IMPACT_START,
                       AFT_MILESTONE_RESOLVED,
                       AFT_MILESTONE_RESOLVED },
  [AFT_METRIC_DURATION] = { "duration",
                            N_ ("Duration"),
                            N_ ("Duration of impact"),
                            AFT_MILESTONE_IMPACT_START,
                            AFT_MILESTONE_IMPACT_START,
                            AFT_MILESTONE_MITIGATED,
                            AFT_MILESTONE_RESOLVED },
  [AFT_METRIC_FIRST_UPDATE] = { "first-update",
                                N_ ("First update"),
                                N_ ("Time to first update"),
                                AFT_MILESTONE_IMPACT_START,
                                AFT_MILESTONE_IMPACT_START,
                                AFT_MILESTONE_FIRST_UPDATE,
                                AFT_MILESTONE_FIRST_UPDATE },
};

/* As a part of a formula and of a sentence. */
static const char *const milestone_phrases[AFT_N_MILESTONES] = {
  [AFT_MILESTONE_FAULT_INTRODUCED] = N_ ("fault introduced"),
  [AFT_MILESTONE_IMPACT_START] = N_ ("impact start"),
  [AFT_MILESTONE_DETECTED] = N_ ("detected"),
  [AFT_MILESTONE_ALERTED] = N_ ("alerted"),
  [AFT_MILESTONE_ACKNOWLEDGED] = N_ ("acknowledged"),
  [AFT_MILESTONE_DECLARED] = N_ ("declared"),
  [AFT_MILESTONE_DIAGNOSED] = N_ ("diagnosed"),
  [AFT_MILESTONE_MITIGATED] = N_ ("mitigated"),
  [AFT_MILESTONE_RESOLVED] = N_ ("resolved"),
  [AFT_MILESTONE_FIRST_UPDATE] = N_ ("first update"),
};

static AftRecord *
find_event (AftRecordList *events, AftMilestone first, AftMilestone otherwise, AftMilestone *used)
{
  AftRecord *event = aft_events_find_milestone (events, first);

  *used = first;
  if (event != NULL || otherwise == first)
    return event;
  event = aft_events_find_milestone (events, otherwise);
  if (event != NULL)
    *used = otherwise;
  return event;
}

static void
compute (AftRecordList *events, AftMetricId id, AftMetric *metric)
{
  const Definition *definition = &definitions[id];
  AftInstant        from, to;

  *metric = (AftMetric){ .id = id, .state = AFT_METRIC_UNKNOWN };
  metric->from =
      find_event (events, definition->from, definition->from_else, &metric->from_milestone);
  metric->to = find_event (events, definition->to, definition->to_else, &metric->to_milestone);
  if (metric->from == NULL || metric->to == NULL)
    return;
  from = aft_event_get_at (metric->from);
  to = aft_event_get_at (metric->to);
  if (from == AFT_INSTANT_NONE || to == AFT_INSTANT_NONE)
    return;
  metric->seconds = (to - from) / AFT_SECOND;
  metric->state = to < from ? AFT_METRIC_CONFLICT : AFT_METRIC_KNOWN;
}

void
aft_metrics_compute (AftRecordList *events, AftMetric metrics[AFT_N_METRICS])
{
  for (guint id = 0; id < AFT_N_METRICS; id++)
    compute (events, id, &metrics[id]);
}

const char *
aft_metric_get_key (AftMetricId id)
{
  return definitions[id].key;
}

const char *
aft_metric_get_short (AftMetricId id)
{
  return _ (definitions[id].short_label);
}

const char *
aft_metric_get_label (AftMetricId id)
{
  return _ (definitions[id].label);
}

guint
aft_metric_get_missing (const AftMetric *self)
{
  if (self->from == NULL)
    return self->from_milestone;
  return self->to == NULL ? self->to_milestone : AFT_CHOICE_NONE;
}

AftRecord *
aft_metric_get_untimed (const AftMetric *self)
{
  if (self->from != NULL && aft_event_get_at (self->from) == AFT_INSTANT_NONE)
    return self->from;
  if (self->to != NULL && aft_event_get_at (self->to) == AFT_INSTANT_NONE)
    return self->to;
  return NULL;
}

const char *
aft_milestone_get_phrase (AftMilestone milestone)
{
  g_return_val_if_fail (milestone < AFT_N_MILESTONES, "");
  return _ (milestone_phrases[milestone]);
}

char *
aft_metric_get_formula (const AftMetric *self)
{
  /* Translators: a formula: the later milestone minus the earlier one */
  return g_strdup_printf (_ ("%s − %s"),
                          _ (milestone_phrases[self->to_milestone]),
                          _ (milestone_phrases[self->from_milestone]));
}

static char *
describe_conflict (const AftMetric *self, const char *zone)
{
  const AftZone   *shown = aft_zone_get_or_utc (zone);
  g_autofree char *from = aft_zone_format (shown, aft_event_get_at (self->from));
  g_autofree char *to = aft_zone_format (shown, aft_event_get_at (self->to));

  /* Translators: “detected” (2026-05-04 14:02) is before “impact start” (2026-05-04 14:05) */
  return g_strdup_printf (_ ("conflict: “%s” (%s) is before “%s” (%s)"),
                          _ (milestone_phrases[self->to_milestone]),
                          to,
                          _ (milestone_phrases[self->from_milestone]),
                          from);
}

char *
aft_metric_get_reason (const AftMetric *self, const char *zone)
{
  guint missing = aft_metric_get_missing (self);

  if (self->state == AFT_METRIC_KNOWN)
    return g_strdup ("");
  if (self->state == AFT_METRIC_CONFLICT)
    return describe_conflict (self, zone);
  if (missing != AFT_CHOICE_NONE)
    return g_strdup_printf (_ ("unknown: no event is marked as %s"),
                            aft_milestone_get_phrase (missing));
  missing = aft_metric_get_untimed (self) == self->from ? self->from_milestone : self->to_milestone;
  return g_strdup_printf (_ ("unknown: the event marked as %s has no time"),
                          aft_milestone_get_phrase (missing));
}

gboolean
aft_impact_duration (AftRecord *root, gint64 *seconds, gboolean *stated)
{
  AftMetric metric;

  *stated = aft_record_has (root, AFT_DOC_DURATION_SECONDS);
  if (*stated)
    {
      *seconds = aft_record_get_integer (root, AFT_DOC_DURATION_SECONDS, 0);
      return TRUE;
    }
  compute (aft_record_get_list (root, AFT_DOC_EVENTS), AFT_METRIC_DURATION, &metric);
  *seconds = metric.seconds;
  return metric.state == AFT_METRIC_KNOWN;
}
