/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "support/fixtures.h"
#include "timeline/digest.h"

static AftDigest *
read_events (const char *const (*lines)[2], guint n)
{
  g_autoptr (AftPostmortem) postmortem = fixture_postmortem ();
  AftRecordList *events =
      aft_record_get_list (aft_postmortem_get_root (postmortem), AFT_DOC_EVENTS);

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (AftRecord) event = fixture_event (lines[i][0], lines[i][1], AFT_CHOICE_NONE);

      aft_record_list_init_append (events, event);
    }
  return aft_digest_new (events);
}

static void
test_order (void)
{
  static const char *const lines[][2] = { { "2026-05-04T12:00:00Z", "b" },
                                          { NULL, "unknown" },
                                          { "2026-05-04T11:00:00Z", "a" },
                                          { "2026-05-04T12:00:00Z", "c" } };
  static const char *const expected[] = { "a", "b", "c", "unknown" };
  g_autoptr (AftDigest) digest = read_events (lines, G_N_ELEMENTS (lines));

  g_assert_cmpuint (digest->n_timed, ==, 3);
  for (guint i = 0; i < G_N_ELEMENTS (expected); i++)
    g_assert_cmpstr (aft_digest_get_label (digest, i), ==, expected[i]);
  g_assert_cmpint (digest->last - digest->first, ==, AFT_HOUR);
}

static void
test_labels (void)
{
  static const char *const lines[][2] = { { "2026-05-04T12:00:00Z", "**Error** rate\nat `5 %`" },
                                          { "2026-05-04T12:01:00Z", "a ||private|| word" },
                                          { "2026-05-04T12:02:00Z", "" } };
  g_autoptr (AftDigest) digest = read_events (lines, G_N_ELEMENTS (lines));

  g_assert_cmpstr (aft_digest_get_label (digest, 0), ==, "Error rate at 5 %");
  g_assert_cmpstr (aft_digest_get_label (digest, 1), ==, "a private word");
  g_assert_cmpstr (aft_digest_get_label (digest, 2), ==, "");
  aft_digest_set_face (digest, 14, TRUE);
  g_assert_cmpstr (aft_digest_get_label (digest, 1), ==, "E2 a private word");
}

static void
test_quiet (void)
{
  static const char *const lines[][2] = { { "2026-05-04T12:00:00Z", "" },
                                          { "2026-05-04T12:05:00Z", "" },
                                          { "2026-05-04T12:10:00Z", "" },
                                          { "2026-05-05T02:00:00Z", "" },
                                          { "2026-05-05T02:05:00Z", "" } };
  g_autoptr (AftDigest) digest = read_events (lines, G_N_ELEMENTS (lines));
  AftQuiet *quiet;

  g_assert_cmpuint (digest->quiet->len, ==, 1);
  quiet = &g_array_index (digest->quiet, AftQuiet, 0);
  g_assert_cmpint (quiet->from, >, aft_digest_get (digest, 2)->at);
  g_assert_cmpint (quiet->to, <, aft_digest_get (digest, 3)->at);
}

/* Twelve hours of work are not quiet, though nothing else is noted. */
static void
test_range_is_not_quiet (void)
{
  static const char *const lines[][2] = { { "2026-05-04T12:00:00Z", "" },
                                          { "2026-05-04T12:05:00Z", "" },
                                          { "2026-05-05T02:00:00Z", "" },
                                          { "2026-05-05T02:05:00Z", "" } };
  g_autoptr (AftPostmortem) postmortem = fixture_postmortem ();
  AftRecordList *events =
      aft_record_get_list (aft_postmortem_get_root (postmortem), AFT_DOC_EVENTS);
  g_autoptr (AftDigest) digest = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (lines); i++)
    {
      g_autoptr (AftRecord) event = fixture_event (lines[i][0], "", AFT_CHOICE_NONE);

      aft_record_list_init_append (events, event);
    }
  aft_postmortem_set_integer (
      postmortem, aft_record_list_get (events, 1), AFT_EVENT_UNTIL, FIXTURE_NOW + 14 * AFT_HOUR);
  digest = aft_digest_new (events);
  g_assert_cmpuint (digest->quiet->len, ==, 0);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/timeline/digest/events are in order of time, stably", test_order);
  g_test_add_func ("/timeline/digest/a label is one plain line", test_labels);
  g_test_add_func ("/timeline/digest/a long silence is quiet", test_quiet);
  g_test_add_func ("/timeline/digest/a range is not quiet", test_range_is_not_quiet);
  return g_test_run ();
}
