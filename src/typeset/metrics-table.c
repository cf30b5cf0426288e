/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "typeset/sections.h"

#include <glib/gi18n-lib.h>

#include "base/quantity.h"
#include "model/events.h"
#include "model/metrics.h"
#include "typeset/review-questions.h"

enum
{
  COLUMN_METRIC,
  COLUMN_VALUE,
  COLUMN_EVENTS,
  N_COLUMNS
};

static void
append_event (AftComposer *self, GString *text, AftRecord *event)
{
  g_autofree char *at = NULL;

  if (event == NULL || aft_event_get_at (event) == AFT_INSTANT_NONE)
    return;
  at = aft_zone_format (self->zone, aft_event_get_at (event));
  if (text->len > 0)
    g_string_append (text, " \n");
  g_string_append_printf (text, "E%u  %s", aft_section_event_number (self, event), at);
}

static char *
describe_events (AftComposer *self, const AftMetric *metric)
{
  GString *text = g_string_new (NULL);

  append_event (self, text, metric->from);
  append_event (self, text, metric->to);
  return g_string_free (text, FALSE);
}

static void
set_name (AftComposer *self, AftTable *table, const AftMetric *metric)
{
  g_auto (AftInline) content = { NULL };
  g_autofree char *formula = aft_metric_get_formula (metric);

  aft_inline_init (&content);
  aft_inline_add (&content, aft_metric_get_label (metric->id));
  aft_inline_break (&content);
  aft_inline_add_dim (&content, formula);
  aft_composer_set_cell_inline (self, table, COLUMN_METRIC, &content);
}

static void
add_row (AftComposer *self, AftTable *table, const AftMetric *metric)
{
  gboolean         is_known = metric->state == AFT_METRIC_KNOWN;
  g_autofree char *value = is_known
                               ? aft_duration_format (metric->seconds)
                               : aft_metric_get_reason (metric, aft_zone_get_name (self->zone));
  g_autofree char *events = describe_events (self, metric);

  aft_composer_add_row (self, table, AFT_ROW_BODY, NULL);
  set_name (self, table, metric);
  aft_composer_set_cell_tagged (
      self, table, COLUMN_VALUE, value, AFT_TAG_TD, is_known ? AFT_INK_TEXT : AFT_INK_DIM);
  aft_composer_set_cell (self, table, COLUMN_EVENTS, events);
}

static gboolean
has_any (const AftMetric *metrics)
{
  for (guint i = 0; i < AFT_N_METRICS; i++)
    if (metrics[i].state != AFT_METRIC_UNKNOWN)
      return TRUE;
  return FALSE;
}

static void
add_header (AftComposer *self, AftTable *table)
{
  aft_composer_add_row (self, table, AFT_ROW_HEADER, NULL);
  aft_composer_set_cell (self, table, COLUMN_METRIC, _ ("Metric and formula"));
  aft_composer_set_cell (self, table, COLUMN_VALUE, _ ("Figure"));
  aft_composer_set_cell (self, table, COLUMN_EVENTS, _ ("From these events"));
}

/* A table of nothing but unknowns says nothing: it comes with the first milestone that tells. */
void
aft_section_compose_metrics (AftComposer *self)
{
  const AftColumn columns[N_COLUMNS] = {
    [COLUMN_METRIC] = { .width = 130 },
    [COLUMN_VALUE] = { .flexible = TRUE },
    [COLUMN_EVENTS] = { .width = 112 },
  };
  AftMetric metrics[AFT_N_METRICS];
  AftBlock *heading;
  AftTable *table;

  aft_metrics_compute (aft_record_get_list (self->root, AFT_DOC_EVENTS), metrics);
  if (!has_any (metrics))
    return;
  aft_composer_show (self, self->root, AFT_DOC_EVENTS);
  heading = aft_composer_add_title (self, 1, _ ("Metrics"));
  aft_review_questions_add (self, heading, AFT_REVIEW_METRICS);
  table = aft_composer_new_table (self, columns, N_COLUMNS);
  add_header (self, table);
  for (guint i = 0; i < AFT_N_METRICS; i++)
    add_row (self, table, &metrics[i]);
  aft_composer_add_table (self, table, self->area->measure, TRUE)->is_whole = TRUE;
}
