/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cli/metrics-text.h"

#include <glib/gi18n-lib.h>

#include "base/quantity.h"
#include "base/text.h"
#include "base/zone.h"
#include "cli/message.h"
#include "markup/node.h"
#include "model/events.h"
#include "model/metrics.h"

#define MAX_EVENT_CHARS 60

static const char *const state_words[] = {
  [AFT_METRIC_KNOWN] = "known",
  [AFT_METRIC_UNKNOWN] = "unknown",
  [AFT_METRIC_CONFLICT] = "conflict",
};

/* No more precise than what is known: "2026-05-04", "~2026-05-04 14:02 CEST". */
static char *
format_time (AftRecord *event, const AftZone *zone)
{
  AftInstant       at = aft_event_get_at (event);
  guint            precision = aft_record_get_choice (event, AFT_EVENT_PRECISION);
  g_autofree char *time = NULL;

  if (precision == AFT_PRECISION_DATE)
    return aft_zone_format_date (zone, at);
  time = aft_zone_format (zone, at);
  return g_strdup_printf ("%s%s %s",
                          precision == AFT_PRECISION_APPROXIMATE ? "~" : "",
                          time,
                          aft_zone_abbreviation_at (zone, at));
}

static void
append_event (GString *text, AftRecord *event, AftMilestone milestone, const AftZone *zone)
{
  const AftField  *field = &aft_event_schema.fields[AFT_EVENT_MILESTONE];
  g_autofree char *time = NULL;
  g_autofree char *prose = NULL;
  g_autofree char *plain = NULL;
  g_autofree char *cut = NULL;

  if (event == NULL || aft_event_get_at (event) == AFT_INSTANT_NONE)
    return;
  time = format_time (event, zone);
  prose = aft_markup_plain (aft_record_get_text (event, AFT_EVENT_TEXT));
  plain = aft_cli_plain (prose);
  cut = aft_text_ellipsize (plain, MAX_EVENT_CHARS);
  g_string_append_printf (
      text, "    %s  %s: %s\n", time, aft_field_get_choice_label (field, milestone), cut);
}

static void
append_metric (GString *text, const AftMetric *metric, const AftZone *zone)
{
  g_autofree char *duration = aft_duration_format (metric->seconds);
  g_autofree char *formula = aft_metric_get_formula (metric);
  g_autofree char *reason = aft_metric_get_reason (metric, aft_zone_get_name (zone));
  g_autofree char *plain_reason = aft_cli_plain (reason);

  g_string_append (text, "  ");
  aft_cli_append_padded (text, aft_metric_get_short (metric->id), 14);
  aft_cli_append_padded (text, aft_metric_get_label (metric->id), 24);
  g_string_append_printf (
      text, "%s\n", metric->state == AFT_METRIC_KNOWN ? duration : plain_reason);
  g_string_append_printf (text, "    %s\n", formula);
  append_event (text, metric->from, metric->from_milestone, zone);
  append_event (text, metric->to, metric->to_milestone, zone);
}

void
aft_cli_metrics_append_text (GString *text, AftRecord *root)
{
  const AftZone *zone = aft_zone_get_or_utc (aft_record_get_text (root, AFT_DOC_TIME_ZONE));
  AftMetric      metrics[AFT_N_METRICS];

  aft_metrics_compute (aft_record_get_list (root, AFT_DOC_EVENTS), metrics);
  g_string_append_printf (text, _ ("  Times in %s\n"), aft_zone_get_name (zone));
  for (guint i = 0; i < AFT_N_METRICS; i++)
    append_metric (text, &metrics[i], zone);
}

static const char *
precision_word (AftRecord *event)
{
  const AftField *field = &aft_event_schema.fields[AFT_EVENT_PRECISION];

  return field->choices[aft_record_get_choice (event, AFT_EVENT_PRECISION)].word;
}

static void
add_event (AftCliJson *json, const char *key, AftRecord *event, AftMilestone milestone)
{
  const AftField  *field = &aft_event_schema.fields[AFT_EVENT_MILESTONE];
  AftInstant       at = event != NULL ? aft_event_get_at (event) : AFT_INSTANT_NONE;
  g_autofree char *time = at != AFT_INSTANT_NONE ? aft_instant_format (at) : g_strdup ("");

  aft_cli_json_begin_object (json, key);
  aft_cli_json_add_text (json, "milestone", field->choices[milestone].word);
  if (event != NULL)
    {
      aft_cli_json_add_text (json, "id", aft_record_get_text (event, AFT_EVENT_ID));
      aft_cli_json_add_text (json, "at", time);
      aft_cli_json_add_text (json, "precision", precision_word (event));
      aft_cli_json_add_text (json, "text", aft_record_get_text (event, AFT_EVENT_TEXT));
    }
  aft_cli_json_end_object (json);
}

static void
add_metric (AftCliJson *json, const AftMetric *metric, const char *zone)
{
  g_autofree char *formula = aft_metric_get_formula (metric);
  g_autofree char *reason = aft_metric_get_reason (metric, zone);

  aft_cli_json_begin_object (json, NULL);
  aft_cli_json_add_text (json, "metric", aft_metric_get_key (metric->id));
  aft_cli_json_add_text (json, "label", aft_metric_get_label (metric->id));
  aft_cli_json_add_text (json, "state", state_words[metric->state]);
  if (metric->state != AFT_METRIC_UNKNOWN)
    aft_cli_json_add_integer (json, "seconds", metric->seconds);
  aft_cli_json_add_text (json, "reason", reason);
  aft_cli_json_add_text (json, "formula", formula);
  add_event (json, "from", metric->from, metric->from_milestone);
  add_event (json, "to", metric->to, metric->to_milestone);
  aft_cli_json_end_object (json);
}

void
aft_cli_metrics_append_json (AftCliJson *json, const char *file, AftRecord *root)
{
  const AftZone *zone = aft_zone_get_or_utc (aft_record_get_text (root, AFT_DOC_TIME_ZONE));
  AftMetric      metrics[AFT_N_METRICS];

  aft_metrics_compute (aft_record_get_list (root, AFT_DOC_EVENTS), metrics);
  aft_cli_json_begin_object (json, NULL);
  aft_cli_json_add_text (json, "file", file);
  aft_cli_json_add_text (json, "id", aft_record_get_text (root, AFT_DOC_ID));
  aft_cli_json_add_text (json, "title", aft_record_get_text (root, AFT_DOC_TITLE));
  aft_cli_json_add_text (json, "time_zone", aft_zone_get_name (zone));
  aft_cli_json_begin_array (json, "metrics");
  for (guint i = 0; i < AFT_N_METRICS; i++)
    add_metric (json, &metrics[i], aft_zone_get_name (zone));
  aft_cli_json_end_array (json);
  aft_cli_json_end_object (json);
}
