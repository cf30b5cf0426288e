/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/events.h"
#include "model/metrics.h"
#include "support/fixtures.h"

static void
add (AftRecord *root, const char *at, guint milestone)
{
  g_autoptr (AftRecord) event = fixture_event (at, "event", milestone);

  aft_record_list_init_append (aft_record_get_list (root, AFT_DOC_EVENTS), event);
}

static void
add_all (AftRecord *root)
{
  add (root, "2026-05-04T13:00:00Z", AFT_MILESTONE_FAULT_INTRODUCED);
  add (root, "2026-05-04T14:00:00Z", AFT_MILESTONE_IMPACT_START);
  add (root, "2026-05-04T14:02:00Z", AFT_MILESTONE_DETECTED);
  add (root, "2026-05-04T14:03:00Z", AFT_MILESTONE_ALERTED);
  add (root, "2026-05-04T14:07:00Z", AFT_MILESTONE_ACKNOWLEDGED);
  add (root, "2026-05-04T14:20:00Z", AFT_MILESTONE_DIAGNOSED);
  add (root, "2026-05-04T14:30:00Z", AFT_MILESTONE_MITIGATED);
  add (root, "2026-05-04T16:00:00Z", AFT_MILESTONE_RESOLVED);
  add (root, "2026-05-04T14:15:00Z", AFT_MILESTONE_FIRST_UPDATE);
}

static void
test_all (void)
{
  static const struct
  {
    AftMetricId id;
    gint64      seconds;
    const char *formula;
  } cases[] = {
    { AFT_METRIC_LATENT, 3600, "impact start − fault introduced" },
    { AFT_METRIC_TTD, 120, "detected − impact start" },
    { AFT_METRIC_TTA, 240, "acknowledged − alerted" },
    { AFT_METRIC_DIAGNOSE, 1080, "diagnosed − detected" },
    { AFT_METRIC_TTM, 1800, "mitigated − impact start" },
    { AFT_METRIC_TTR, 7200, "resolved − impact start" },
    { AFT_METRIC_DURATION, 1800, "mitigated − impact start" },
    { AFT_METRIC_FIRST_UPDATE, 900, "first update − impact start" },
  };
  g_autoptr (AftRecord) root = aft_record_new (&aft_doc_schema);
  AftMetric metrics[AFT_N_METRICS];

  add_all (root);
  aft_metrics_compute (aft_record_get_list (root, AFT_DOC_EVENTS), metrics);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *formula = aft_metric_get_formula (&metrics[cases[i].id]);

      g_assert_cmpuint (metrics[cases[i].id].state, ==, AFT_METRIC_KNOWN);
      g_assert_cmpint (metrics[cases[i].id].seconds, ==, cases[i].seconds);
      g_assert_cmpstr (formula, ==, cases[i].formula);
    }
}

static void
test_fallbacks (void)
{
  g_autoptr (AftRecord) root = aft_record_new (&aft_doc_schema);
  AftMetric metrics[AFT_N_METRICS];

  add (root, "2026-05-04T14:00:00Z", AFT_MILESTONE_IMPACT_START);
  add (root, "2026-05-04T14:02:00Z", AFT_MILESTONE_DETECTED);
  add (root, "2026-05-04T14:07:00Z", AFT_MILESTONE_ACKNOWLEDGED);
  add (root, "2026-05-04T15:00:00Z", AFT_MILESTONE_RESOLVED);
  aft_metrics_compute (aft_record_get_list (root, AFT_DOC_EVENTS), metrics);
  g_assert_cmpint (metrics[AFT_METRIC_TTA].seconds, ==, 300);
  g_assert_cmpuint (metrics[AFT_METRIC_TTA].from_milestone, ==, AFT_MILESTONE_DETECTED);
  g_assert_cmpint (metrics[AFT_METRIC_DURATION].seconds, ==, 3600);
  g_assert_cmpuint (metrics[AFT_METRIC_TTM].state, ==, AFT_METRIC_UNKNOWN);
}

static void
test_unknown (void)
{
  g_autoptr (AftRecord) root = aft_record_new (&aft_doc_schema);
  AftMetric        metrics[AFT_N_METRICS];
  g_autofree char *unmarked = NULL;
  g_autofree char *untimed = NULL;

  add (root, "2026-05-04T14:00:00Z", AFT_MILESTONE_IMPACT_START);
  add (root, NULL, AFT_MILESTONE_MITIGATED);
  aft_metrics_compute (aft_record_get_list (root, AFT_DOC_EVENTS), metrics);
  unmarked = aft_metric_get_reason (&metrics[AFT_METRIC_TTD], "UTC");
  untimed = aft_metric_get_reason (&metrics[AFT_METRIC_TTM], "UTC");
  g_assert_cmpuint (metrics[AFT_METRIC_TTD].state, ==, AFT_METRIC_UNKNOWN);
  g_assert_cmpstr (unmarked, ==, "unknown: no event is marked as detected");
  g_assert_cmpstr (untimed, ==, "unknown: the event marked as mitigated has no time");
}

static void
test_conflict (void)
{
  g_autoptr (AftRecord) root = aft_record_new (&aft_doc_schema);
  AftMetric        metrics[AFT_N_METRICS];
  g_autofree char *reason = NULL;

  add (root, "2026-05-04T14:05:00Z", AFT_MILESTONE_IMPACT_START);
  add (root, "2026-05-04T14:02:00Z", AFT_MILESTONE_DETECTED);
  aft_metrics_compute (aft_record_get_list (root, AFT_DOC_EVENTS), metrics);
  reason = aft_metric_get_reason (&metrics[AFT_METRIC_TTD], "Europe/Zurich");
  g_assert_cmpuint (metrics[AFT_METRIC_TTD].state, ==, AFT_METRIC_CONFLICT);
  g_assert_cmpint (metrics[AFT_METRIC_TTD].seconds, ==, -180);
  g_assert_cmpstr (reason,
                   ==,
                   "conflict: “detected” (2026-05-04 16:02) is before “impact start” "
                   "(2026-05-04 16:05)");
}

static void
test_duration_stated (void)
{
  g_autoptr (AftPostmortem) postmortem = fixture_postmortem ();
  AftRecord *root = aft_postmortem_get_root (postmortem);
  gint64     seconds;
  gboolean   stated;

  g_assert_false (aft_impact_duration (root, &seconds, &stated));
  add_all (root);
  g_assert_true (aft_impact_duration (root, &seconds, &stated));
  g_assert_cmpint (seconds, ==, 1800);
  g_assert_false (stated);
  aft_postmortem_set_integer (postmortem, root, AFT_DOC_DURATION_SECONDS, 660);
  g_assert_true (aft_impact_duration (root, &seconds, &stated));
  g_assert_cmpint (seconds, ==, 660);
  g_assert_true (stated);
}

static void
test_sort (void)
{
  static const char *const order[] = { "c", "a", "d", "b" };
  g_autoptr (AftRecord) root = aft_record_new (&aft_doc_schema);
  AftRecordList *events = aft_record_get_list (root, AFT_DOC_EVENTS);
  g_autoptr (AftRecord) a = fixture_event ("2026-05-04T14:05:00Z", "a", AFT_CHOICE_NONE);
  g_autoptr (AftRecord) b = fixture_event (NULL, "b", AFT_CHOICE_NONE);
  g_autoptr (AftRecord) c = fixture_event ("2026-05-04T14:02:00Z", "c", AFT_CHOICE_NONE);
  g_autoptr (AftRecord) d = fixture_event ("2026-05-04T14:05:00Z", "d", AFT_CHOICE_NONE);
  g_autoptr (GPtrArray) sorted = NULL;

  aft_record_list_init_append (events, a);
  aft_record_list_init_append (events, b);
  aft_record_list_init_append (events, c);
  aft_record_list_init_append (events, d);
  sorted = aft_events_sort (events);
  for (guint i = 0; i < G_N_ELEMENTS (order); i++)
    g_assert_cmpstr (
        aft_record_get_text (g_ptr_array_index (sorted, i), AFT_EVENT_TEXT), ==, order[i]);
}

static void
test_one_milestone (void)
{
  g_autoptr (AftPostmortem) postmortem = fixture_postmortem ();
  AftRecordList *events =
      aft_record_get_list (aft_postmortem_get_root (postmortem), AFT_DOC_EVENTS);
  g_autoptr (AftRecord) a = fixture_event (NULL, "a", AFT_MILESTONE_DETECTED);
  g_autoptr (AftRecord) b = fixture_event (NULL, "b", AFT_CHOICE_NONE);

  aft_postmortem_insert (postmortem, events, 0, a);
  aft_postmortem_insert (postmortem, events, 1, b);
  aft_events_set_milestone (postmortem, b, AFT_MILESTONE_DETECTED);
  g_assert_true (aft_events_find_milestone (events, AFT_MILESTONE_DETECTED) == b);
  g_assert_cmpuint (aft_record_get_choice (a, AFT_EVENT_MILESTONE), ==, AFT_CHOICE_NONE);
  aft_postmortem_undo (postmortem, NULL);
  g_assert_true (aft_events_find_milestone (events, AFT_MILESTONE_DETECTED) == a);
  aft_events_set_milestone (postmortem, a, AFT_CHOICE_NONE);
  g_assert_null (aft_events_find_milestone (events, AFT_MILESTONE_DETECTED));
}

/* What is to be done about a figure that is not known. */
static void
test_missing (void)
{
  g_autoptr (AftRecord) root = aft_record_new (&aft_doc_schema);
  AftRecordList *events = aft_record_get_list (root, AFT_DOC_EVENTS);
  AftMetric      metrics[AFT_N_METRICS];
  g_autoptr (AftRecord) untimed = aft_record_new (&aft_event_schema);
  g_auto (AftValue) detected = AFT_VALUE_INIT;

  aft_metrics_compute (events, metrics);
  g_assert_cmpuint (
      aft_metric_get_missing (&metrics[AFT_METRIC_TTD]), ==, AFT_MILESTONE_IMPACT_START);
  g_assert_cmpuint (aft_metric_get_missing (&metrics[AFT_METRIC_TTA]), ==, AFT_MILESTONE_ALERTED);
  add (root, "2026-05-04T14:00:00Z", AFT_MILESTONE_IMPACT_START);
  aft_metrics_compute (events, metrics);
  g_assert_cmpuint (aft_metric_get_missing (&metrics[AFT_METRIC_TTD]), ==, AFT_MILESTONE_DETECTED);
  g_assert_null (aft_metric_get_untimed (&metrics[AFT_METRIC_TTD]));
  aft_value_set_integer (&detected, AFT_MILESTONE_DETECTED);
  aft_record_init_value (untimed, AFT_EVENT_MILESTONE, &detected);
  aft_record_list_init_append (events, untimed);
  aft_metrics_compute (events, metrics);
  g_assert_cmpuint (aft_metric_get_missing (&metrics[AFT_METRIC_TTD]), ==, AFT_CHOICE_NONE);
  g_assert_true (aft_metric_get_untimed (&metrics[AFT_METRIC_TTD]) == untimed);
  g_assert_cmpstr (aft_milestone_get_phrase (AFT_MILESTONE_DETECTED), ==, "detected");
}

/* The time before that of each event, whatever the order of the file. */
static void
test_previous (void)
{
  static const struct
  {
    const char *at, *previous;
  } cases[] = {
    { "2026-05-04T14:30:00Z", "2026-05-04T14:02:00Z" }, /* last */
    { "2026-05-04T14:00:00Z", "2026-05-04T14:00:00Z" }, /* first: its own */
    { "2026-05-04T14:02:00Z", "2026-05-04T14:00:00Z" },
    { "2026-05-04T14:02:00Z", "2026-05-04T14:02:00Z" }, /* the second of two alike */
    { NULL, "2026-05-04T14:30:00Z" },
  };
  g_autoptr (AftRecord) root = aft_record_new (&aft_doc_schema);
  AftRecordList *events = aft_record_get_list (root, AFT_DOC_EVENTS);

  g_assert_cmpint (aft_events_find_previous (events, NULL), ==, AFT_INSTANT_NONE);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (AftRecord) event = cases[i].at != NULL
                                        ? fixture_event (cases[i].at, "x", AFT_CHOICE_NONE)
                                        : aft_record_new (&aft_event_schema);

      aft_record_list_init_append (events, event);
    }
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      AftInstant expected = 0;

      g_assert_true (aft_instant_parse (cases[i].previous, &expected, NULL));
      g_assert_cmpint (
          aft_events_find_previous (events, aft_record_list_get (events, i)), ==, expected);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/model/metrics/every metric follows its formula", test_all);
  g_test_add_func ("/model/metrics/the formula says which milestone was used", test_fallbacks);
  g_test_add_func ("/model/metrics/unknown is said with its reason", test_unknown);
  g_test_add_func ("/model/metrics/what is missing is told", test_missing);
  g_test_add_func ("/model/events/a time is meant after the one before", test_previous);
  g_test_add_func ("/model/metrics/a negative figure is a conflict in words", test_conflict);
  g_test_add_func ("/model/metrics/a stated duration comes first", test_duration_stated);
  g_test_add_func ("/model/events/sorting is stable and unknown comes last", test_sort);
  g_test_add_func ("/model/events/one event carries a milestone", test_one_milestone);
  return g_test_run ();
}
