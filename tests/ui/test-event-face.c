/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the list says of an event, and which events it shows. */
#include "base/time-entry.h"
#include "model/events.h"
#include "support/fixtures.h"
#include "ui/sections/event-face.h"
#include "ui/sections/event-filter.h"
#include "ui/sections/event-time.h"
#include "ui/sections/metric-cell.h"

static const AftZone *
zone_of (const char *name)
{
  return aft_zone_get (name, NULL);
}

static AftRecord *
append (AftPostmortem *postmortem, const char *at, const char *text, guint milestone)
{
  g_autoptr (AftRecord) event = fixture_event (at, text, milestone);

  aft_postmortem_insert (postmortem,
                         aft_record_get_list (aft_postmortem_get_root (postmortem), AFT_DOC_EVENTS),
                         G_MAXUINT,
                         event);
  return event;
}

static void
test_words (void)
{
  g_autoptr (AftPostmortem) postmortem = fixture_postmortem ();
  AftRecord *event =
      append (postmortem, "2026-05-04T12:02:00Z", "Errors\nrise", AFT_MILESTONE_DETECTED);
  const AftZone   *zone = zone_of ("Europe/Zurich");
  g_autofree char *title = aft_event_face_title (event);
  g_autofree char *name = aft_event_face_name (event, zone);
  g_autofree char *day = aft_event_face_day (event, zone);
  g_autofree char *facts = NULL;

  g_assert_cmpstr (title, ==, "Errors rise");
  g_assert_cmpstr (name, ==, "14:02, Detected, System: Errors rise");
  g_assert_cmpstr (day, ==, "2026-05-04");
  aft_postmortem_set_integer (
      postmortem, event, AFT_EVENT_UNTIL, aft_event_get_at (event) + 18 * AFT_MINUTE);
  aft_postmortem_set_flag (postmortem, event, AFT_EVENT_PRIVATE, TRUE);
  aft_postmortem_set_text (postmortem, event, AFT_EVENT_SOURCE, "chat\xe2\x80\xae log");
  facts = aft_event_face_facts (event, zone);
  g_assert_cmpstr (facts, ==, "until 14:20 · Other · System · Private · chat⟨U+202E⟩ log");
}

static void
test_times (void)
{
  static const struct
  {
    const char  *at;
    AftPrecision precision;
    const char  *time, *in_tokyo, *in_honolulu;
  } cases[] = {
    { "2026-05-04T12:02:00Z", AFT_PRECISION_EXACT, "14:02", "21:02", "02:02" },
    { "2026-05-04T12:02:30Z", AFT_PRECISION_APPROXIMATE, "~14:02:30", "21:02:30", "02:02:30" },
    { "2026-05-04T16:00:00Z", AFT_PRECISION_EXACT, "18:00", "01:00 +1 d", "06:00" },
    { "2026-05-04T05:00:00Z", AFT_PRECISION_EXACT, "07:00", "14:00", "19:00 −1 d" },
    { "2026-05-03T22:00:00Z", AFT_PRECISION_DATE, "day", "", "" },
    { "1969-12-31T23:30:00Z", AFT_PRECISION_EXACT, "00:30", "08:30", "13:30 −1 d" },
  };
  g_autoptr (AftPostmortem) postmortem = fixture_postmortem ();

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      AftRecord       *event = append (postmortem, cases[i].at, "x", AFT_CHOICE_NONE);
      const AftZone   *zone = zone_of ("Europe/Zurich");
      g_autofree char *time = NULL;
      g_autofree char *tokyo = NULL;
      g_autofree char *honolulu = NULL;

      aft_postmortem_set_choice (postmortem, event, AFT_EVENT_PRECISION, cases[i].precision);
      time = aft_event_face_time (event, zone);
      tokyo = aft_event_face_other_time (event, zone, zone_of ("Asia/Tokyo"));
      honolulu = aft_event_face_other_time (event, zone, zone_of ("Pacific/Honolulu"));
      g_assert_cmpstr (time, ==, cases[i].time);
      g_assert_cmpstr (tokyo, ==, cases[i].in_tokyo);
      g_assert_cmpstr (honolulu, ==, cases[i].in_honolulu);
    }
}

static void
test_no_time (void)
{
  g_autoptr (AftPostmortem) postmortem = fixture_postmortem ();
  AftRecord       *event = append (postmortem, "2026-05-04T12:02:00Z", "", AFT_CHOICE_NONE);
  const AftZone   *zone = aft_zone_utc ();
  g_autofree char *none = NULL;
  g_autofree char *written = NULL;
  g_autofree char *title = aft_event_face_title (event);

  g_assert_cmpstr (title, ==, "New event");
  aft_postmortem_clear (postmortem, event, AFT_EVENT_AT);
  none = aft_event_face_time (event, zone);
  g_assert_cmpstr (none, ==, "–");
  g_assert_null (aft_event_face_day (event, zone));
  aft_postmortem_set_text (postmortem, event, AFT_EVENT_WRITTEN, "around noon");
  written = aft_event_face_time (event, zone);
  g_assert_cmpstr (written, ==, "around noon");
}

static void
test_filter (void)
{
  static const struct
  {
    AftEventFilter filter;
    const char    *texts;
  } cases[] = {
    { AFT_EVENT_FILTER_INIT, "abcd" },
    { { AFT_LANE_USERS, AFT_CHOICE_NONE }, "bd" },
    { { AFT_CHOICE_NONE, AFT_EVENT_KIND_ALERT }, "cd" },
    { { AFT_LANE_USERS, AFT_EVENT_KIND_ALERT }, "d" },
    { { AFT_LANE_RESPONDERS, AFT_CHOICE_NONE }, "" },
  };
  g_autoptr (AftPostmortem) postmortem = fixture_postmortem ();
  AftRecord *d = append (postmortem, "2026-05-04T12:03:00Z", "d", AFT_CHOICE_NONE);
  AftRecord *a = append (postmortem, "2026-05-04T12:00:00Z", "a", AFT_CHOICE_NONE);
  AftRecord *b = append (postmortem, "2026-05-04T12:01:00Z", "b", AFT_CHOICE_NONE);
  AftRecord *c = append (postmortem, "2026-05-04T12:01:00Z", "c", AFT_CHOICE_NONE);

  aft_postmortem_set_choice (postmortem, b, AFT_EVENT_LANE, AFT_LANE_USERS);
  aft_postmortem_set_choice (postmortem, d, AFT_EVENT_LANE, AFT_LANE_USERS);
  aft_postmortem_set_choice (postmortem, c, AFT_EVENT_KIND, AFT_EVENT_KIND_ALERT);
  aft_postmortem_set_choice (postmortem, d, AFT_EVENT_KIND, AFT_EVENT_KIND_ALERT);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GPtrArray) found =
          aft_event_filter_apply (&cases[i].filter, aft_record_get_owner (a));
      g_autoptr (GString) texts = g_string_new (NULL);

      for (guint n = 0; n < found->len; n++)
        g_string_append (texts, aft_record_get_text (g_ptr_array_index (found, n), AFT_EVENT_TEXT));
      g_assert_cmpstr (texts->str, ==, cases[i].texts);
      g_assert_cmpint (aft_event_filter_is_active (&cases[i].filter), ==, i > 0);
    }
}

static void
test_meaning (void)
{
  static const struct
  {
    const char *typed, *meaning;
  } cases[] = {
    { "2026-05-04 14:02", "Monday, 4 May 2026, 14:02 CEST" },
    { "~2026-01-05 09:00", "Monday, 5 January 2026, about 09:00 CET" },
    { "2026-05-04", "Monday, 4 May 2026, no time of day" },
    { "2026-05-04T23:30Z", "Tuesday, 5 May 2026, 01:30 CEST" },
  };
  AftTimeContext context = { zone_of ("Europe/Zurich"), FIXTURE_NOW, AFT_INSTANT_NONE };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      AftTimeEntry     entry;
      g_autofree char *meaning = NULL;

      g_assert_true (aft_time_entry_parse (cases[i].typed, &context, &entry, NULL));
      meaning = aft_event_time_describe (&entry, context.zone);
      g_assert_cmpstr (meaning, ==, cases[i].meaning);
    }
}

static void
test_conflict (void)
{
  g_autoptr (AftPostmortem) postmortem = fixture_postmortem ();
  AftMetric  metrics[AFT_N_METRICS];
  AftRecord *start =
      append (postmortem, "2026-05-04T12:20:00Z", "Errors <rise>", AFT_MILESTONE_IMPACT_START);
  g_autofree char *same_day = NULL;
  g_autofree char *other_day = NULL;

  append (postmortem, "2026-05-04T12:13:00Z", "Rolled back", AFT_MILESTONE_MITIGATED);
  aft_metrics_compute (aft_record_get_owner (start), metrics);
  same_day =
      aft_metric_cell_describe_conflict (&metrics[AFT_METRIC_TTM], zone_of ("Europe/Zurich"));
  g_assert_true (g_str_has_prefix (same_day,
                                   "Conflict: mitigated (“Rolled back”, 14:13) comes before impact "
                                   "start (“Errors <rise>”, 14:20)."));
  aft_postmortem_set_integer (postmortem, start, AFT_EVENT_AT, FIXTURE_NOW + AFT_DAY);
  other_day =
      aft_metric_cell_describe_conflict (&metrics[AFT_METRIC_TTM], zone_of ("Europe/Zurich"));
  g_assert_nonnull (strstr (other_day, "2026-05-04 14:13"));
  g_assert_nonnull (strstr (other_day, "2026-05-05 14:00"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/ui/event-face/a line says the most of an event", test_words);
  g_test_add_func ("/ui/event-face/times are those of the zone, days apart are told", test_times);
  g_test_add_func ("/ui/event-face/without a time there is what was written", test_no_time);
  g_test_add_func ("/ui/event-face/the filter keeps the order", test_filter);
  g_test_add_func ("/ui/event-face/a typed time is said in full", test_meaning);
  g_test_add_func ("/ui/event-face/a conflict names both events", test_conflict);
  return g_test_run ();
}
