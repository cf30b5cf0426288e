/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where something must have happened and nothing is written. */
#include "model/event-gaps.h"

#include "base/zone.h"
#include "support/fixtures.h"

typedef struct
{
  const char *at, *until; /* HH:MM; NULL for none */
  guint       milestone;
  gboolean    is_date;
} Row;

#define NONE AFT_CHOICE_NONE

static AftInstant
instant_of (const char *time)
{
  g_autofree char *text = g_strdup_printf ("2026-05-04T%s:00Z", time);
  AftInstant       instant;

  g_assert_true (aft_instant_parse (text, &instant, NULL));
  return instant;
}

static void
init_integer (AftRecord *event, guint field, gint64 integer)
{
  g_auto (AftValue) value = AFT_VALUE_INIT;

  aft_value_set_integer (&value, integer);
  aft_record_init_value (event, field, &value);
}

static AftRecord *
create_document (const Row *rows, guint n_rows)
{
  AftRecord     *root = aft_record_new (&aft_doc_schema);
  AftRecordList *events = aft_record_get_list (root, AFT_DOC_EVENTS);

  for (guint i = 0; i < n_rows; i++)
    {
      g_autoptr (AftRecord) event = fixture_event (NULL, "x", rows[i].milestone);

      if (rows[i].at != NULL)
        init_integer (event, AFT_EVENT_AT, instant_of (rows[i].at));
      if (rows[i].until != NULL)
        init_integer (event, AFT_EVENT_UNTIL, instant_of (rows[i].until));
      if (rows[i].is_date)
        init_integer (event, AFT_EVENT_PRECISION, AFT_PRECISION_DATE);
      aft_record_list_init_append (events, event);
    }
  return root;
}

/* expected: "14:01–14:35 " for each, longest first */
static void
assert_gaps (const Row *rows, guint n_rows, const char *expected)
{
  g_autoptr (AftRecord) root = create_document (rows, n_rows);
  g_autoptr (GArray) gaps = aft_events_find_gaps (aft_record_get_list (root, AFT_DOC_EVENTS));
  g_autoptr (GString) found = g_string_new (NULL);

  for (guint i = 0; i < gaps->len; i++)
    {
      const AftEventGap *gap = &g_array_index (gaps, AftEventGap, i);
      g_autofree char   *from = aft_zone_format_time (aft_zone_utc (), gap->from);
      g_autofree char   *to = aft_zone_format_time (aft_zone_utc (), gap->to);

      g_string_append_printf (found, "%s–%s ", from, to);
    }
  g_assert_cmpstr (found->str, ==, expected);
}

#define GAPS(rows, expected) assert_gaps (rows, G_N_ELEMENTS (rows), expected)

static void
test_longest (void)
{
  const Row rows[] = {
    { "14:00", NULL, NONE, FALSE }, { "14:20", NULL, NONE, FALSE }, { "15:00", NULL, NONE, FALSE },
    { "15:05", NULL, NONE, FALSE }, { "15:10", NULL, NONE, FALSE },
  };

  GAPS (rows, "14:20–15:00 14:00–14:20 ");
}

static void
test_short (void)
{
  const Row nine[] = { { "14:00", NULL, NONE, FALSE }, { "14:09", NULL, NONE, FALSE } };
  const Row small_share[] = { { "08:00", NULL, NONE, FALSE },
                              { "10:30", NULL, NONE, FALSE },
                              { "12:00", NULL, NONE, FALSE },
                              { "14:30", NULL, NONE, FALSE },
                              { "17:00", NULL, NONE, FALSE } };
  const Row one[] = { { "14:00", NULL, NONE, FALSE } };

  GAPS (nine, "");
  GAPS (small_share, "08:00–10:30 12:00–14:30 14:30–17:00 ");
  GAPS (one, "");
  assert_gaps (one, 0, "");
}

static void
test_window (void)
{
  const Row rows[] = {
    { "01:00", NULL, AFT_MILESTONE_FAULT_INTRODUCED, FALSE },
    { "14:00", NULL, AFT_MILESTONE_IMPACT_START, FALSE },
    { "14:05", NULL, AFT_MILESTONE_DETECTED, FALSE },
    { "14:40", NULL, AFT_MILESTONE_MITIGATED, FALSE },
    { "14:45", NULL, AFT_MILESTONE_RESOLVED, FALSE },
    { "23:00", NULL, NONE, FALSE },
  };

  GAPS (rows, "14:05–14:40 ");
}

static void
test_ranges (void)
{
  const Row rows[] = {
    { "14:00", "14:40", NONE, FALSE },
    { "14:05", NULL, NONE, FALSE },
    { "15:00", NULL, NONE, FALSE },
  };

  GAPS (rows, "14:40–15:00 ");
}

static void
test_dates (void)
{
  const Row rows[] = {
    { "00:00", NULL, NONE, TRUE },
    { "14:00", NULL, NONE, FALSE },
    { NULL, NULL, NONE, FALSE },
    { "14:08", NULL, NONE, FALSE },
  };

  GAPS (rows, "");
}

static void
test_words (void)
{
  const Row marked[] = {
    { "14:00", NULL, AFT_MILESTONE_DETECTED, FALSE },
    { "14:01", NULL, NONE, FALSE },
    { "14:35", NULL, AFT_MILESTONE_MITIGATED, FALSE },
  };
  g_autoptr (AftRecord) root = create_document (marked, G_N_ELEMENTS (marked));
  g_autoptr (GArray) gaps = aft_events_find_gaps (aft_record_get_list (root, AFT_DOC_EVENTS));
  g_autofree char *text = aft_event_gap_describe (&g_array_index (gaps, AftEventGap, 0), "UTC");
  g_autoptr (AftRecord) plain = create_document (marked + 1, 1);
  AftEventGap      bare = { instant_of ("14:01"), instant_of ("14:35"), NULL, NULL, NONE, NONE };
  g_autofree char *times = aft_event_gap_describe (&bare, "Europe/Zurich");

  g_assert_cmpstr (text, ==, "34 min with no event between detected and mitigated");
  g_assert_cmpstr (times, ==, "34 min with no event between 16:01 and 16:35");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/model/event-gaps/the longest comes first", test_longest);
  g_test_add_func ("/model/event-gaps/short ones and small shares do not count", test_short);
  g_test_add_func ("/model/event-gaps/only while the incident goes on", test_window);
  g_test_add_func ("/model/event-gaps/a range is not quiet", test_ranges);
  g_test_add_func ("/model/event-gaps/a date is no time", test_dates);
  g_test_add_func ("/model/event-gaps/milestones name it, else times", test_words);
  return g_test_run ();
}
