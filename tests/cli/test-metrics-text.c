/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/metrics-text.h"
#include "support/fixtures.h"

#include <string.h>

static void
add (AftRecord *root, const char *at, const char *text, guint milestone)
{
  g_autoptr (AftRecord) event = fixture_event (at, text, milestone);

  aft_record_list_init_append (aft_record_get_list (root, AFT_DOC_EVENTS), event);
}

static AftRecord *
create_document (void)
{
  AftRecord *root = aft_record_new (&aft_doc_schema);
  g_auto (AftValue) zone = AFT_VALUE_INIT;

  aft_value_set_text (&zone, "Europe/Zurich");
  aft_record_init_value (root, AFT_DOC_TIME_ZONE, &zone);
  add (root, "2026-05-04T12:00:00Z", "Errors rise", AFT_MILESTONE_IMPACT_START);
  add (root, "2026-05-04T12:02:00Z", "*Alert*\n\x1B[31mfires", AFT_MILESTONE_DETECTED);
  add (root, "2026-05-04T11:00:00Z", "All is well", AFT_MILESTONE_RESOLVED);
  return root;
}

static void
assert_holds (const char *text, const char *part)
{
  if (strstr (text, part) == NULL)
    g_error ("“%s” is not in:\n%s", part, text);
}

static void
test_text (void)
{
  g_autoptr (AftRecord) root = create_document ();
  g_autoptr (GString) text = g_string_new (NULL);

  aft_cli_metrics_append_text (text, root);
  assert_holds (text->str,
                "  TTD           Time to detect          2 min\n"
                "    detected − impact start\n"
                "    2026-05-04 14:00 CEST  Impact start: Errors rise\n"
                "    2026-05-04 14:02 CEST  Detected: Alert \uFFFD[31mfires\n");
  assert_holds (text->str, "Times in Europe/Zurich\n");
  assert_holds (text->str, "unknown: no event is marked as mitigated\n");
  g_assert_null (strchr (text->str, '\x1B'));
}

/* Resolved before it began: never a number, always both events. */
static void
test_conflict (void)
{
  g_autoptr (AftRecord) root = create_document ();
  g_autoptr (GString) text = g_string_new (NULL);
  const char *line;

  aft_cli_metrics_append_text (text, root);
  line = strstr (text->str, "  TTR ");
  g_assert_nonnull (line);
  assert_holds (line, "All is well");
  assert_holds (line, "Errors rise");
  g_assert_null (strstr (line, "−1 h\n"));
}

static void
test_precision (void)
{
  g_autoptr (AftRecord) root = create_document ();
  AftRecordList *events = aft_record_get_list (root, AFT_DOC_EVENTS);
  g_autoptr (GString) text = g_string_new (NULL);
  g_auto (AftValue) approximate = AFT_VALUE_INIT;
  g_auto (AftValue) date = AFT_VALUE_INIT;

  aft_value_set_integer (&approximate, AFT_PRECISION_APPROXIMATE);
  aft_value_set_integer (&date, AFT_PRECISION_DATE);
  aft_record_init_value (aft_record_list_get (events, 0), AFT_EVENT_PRECISION, &date);
  aft_record_init_value (aft_record_list_get (events, 1), AFT_EVENT_PRECISION, &approximate);
  aft_cli_metrics_append_text (text, root);
  assert_holds (text->str, "    2026-05-04  Impact start: Errors rise\n");
  assert_holds (text->str, "    ~2026-05-04 14:02 CEST  Detected: ");
}

static void
test_json (void)
{
  g_autoptr (AftRecord) root = create_document ();
  g_auto (AftCliJson) json;
  const char *text;

  aft_cli_json_init (&json);
  aft_cli_metrics_append_json (&json, "push.postmortem", root);
  text = aft_cli_json_finish (&json);
  assert_holds (text, "  \"file\": \"push.postmortem\",\n");
  assert_holds (text, "  \"time_zone\": \"Europe/Zurich\",\n");
  assert_holds (text,
                "      \"metric\": \"ttd\",\n"
                "      \"label\": \"Time to detect\",\n"
                "      \"state\": \"known\",\n"
                "      \"seconds\": 120,\n"
                "      \"formula\": \"detected − impact start\",\n"
                "      \"from\": {\n"
                "        \"milestone\": \"impact-start\",\n");
  assert_holds (text, "        \"at\": \"2026-05-04T12:02:00Z\",\n");
  assert_holds (text,
                "      \"metric\": \"ttm\",\n"
                "      \"label\": \"Time to mitigate\",\n"
                "      \"state\": \"unknown\",\n"
                "      \"reason\": \"unknown: no event is marked as mitigated\",\n");
  assert_holds (text, "      \"state\": \"conflict\",\n      \"seconds\": -3600,\n");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/cli/metrics-text/a figure has its formula and its events", test_text);
  g_test_add_func ("/cli/metrics-text/a conflict names both events", test_conflict);
  g_test_add_func ("/cli/metrics-text/a time is no more precise than known", test_precision);
  g_test_add_func ("/cli/metrics-text/programs read keys, words and utc", test_json);
  return g_test_run ();
}
