/* SPDX-License-Identifier: GPL-3.0-or-later */
/* An event typed in a line: its time, its end, what is said with # ! @, and the rest. */
#include "model/event-line.h"

#include "model/events.h"
#include "support/fixtures.h"

static AftTimeContext
context_of (const char *zone, AftInstant previous)
{
  return (AftTimeContext){ aft_zone_get_or_utc (zone), FIXTURE_NOW, previous };
}

static void
test_times (void)
{
  static const struct
  {
    const char *line, *time, *text; /* time: in UTC; NULL for none */
  } cases[] = {
    { "14:02 error rate at 5 %", "2026-05-04 14:02", "error rate at 5 %" },
    { "14:02: errors", "2026-05-04 14:02", "errors" },
    { "14:02 – errors", "2026-05-04 14:02", "errors" },
    { "14:02 - 5 servers down", "2026-05-04 14:02", "5 servers down" },
    { "  2026-05-03 23:50   late", "2026-05-03 23:50", "late" },
    { "4 May 2026 14:02 deploy", "2026-05-04 14:02", "deploy" },
    { "yesterday 23:50 deploy", "2026-05-03 23:50", "deploy" },
    { "now rolled back", "2026-05-04 12:00", "rolled back" },
    { "+12m alert", "2026-05-04 12:12", "alert" },
    { "2:02 pm alert", "2026-05-04 14:02", "alert" },
    { "2026-05-04T14:02+02:00 alert", "2026-05-04 12:02", "alert" },
    { "2026-05-04 14:02 UTC  alert", "2026-05-04 14:02", "alert" },
    { "14:02", "2026-05-04 14:02", "" },
    { "errors at 14:02", NULL, "errors at 14:02" },
    { "", NULL, "" },
    { "500 errors", NULL, "500 errors" },
    { "? somebody restarted the cache", NULL, "somebody restarted the cache" },
    { "?: restarted", NULL, "restarted" },
    { "?what", NULL, "?what" },
    { "??? odd", NULL, "??? odd" },
  };
  const AftTimeContext context = context_of ("UTC", AFT_INSTANT_NONE);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_auto (AftEventLine) line = { 0 };
      g_autofree char *time = NULL;

      g_test_message ("%s", cases[i].line);
      aft_event_line_parse (cases[i].line, &context, &line);
      g_assert_cmpint (line.has_time, ==, cases[i].time != NULL);
      if (line.has_time)
        time = aft_zone_format (context.zone, line.time.instant);
      g_assert_cmpstr (time, ==, cases[i].time);
      g_assert_cmpstr (line.text, ==, cases[i].text);
      g_assert_cmpint (line.until, ==, AFT_INSTANT_NONE);
      g_assert_cmpint (line.is_unknown,
                       ==,
                       g_str_has_suffix (cases[i].text, "restarted") ||
                           g_str_has_suffix (cases[i].text, "cache"));
    }
}

static void
test_ranges (void)
{
  static const struct
  {
    const char *line, *at, *until, *text; /* in UTC; until NULL for a point */
  } cases[] = {
    { "14:02-14:20 errors", "2026-05-04 14:02", "2026-05-04 14:20", "errors" },
    { "14:02–14:20 errors", "2026-05-04 14:02", "2026-05-04 14:20", "errors" },
    { "14:02 - 14:20: errors", "2026-05-04 14:02", "2026-05-04 14:20", "errors" },
    { "14:02 — 14:20 — errors", "2026-05-04 14:02", "2026-05-04 14:20", "errors" },
    { "23:50-0:10 errors", "2026-05-04 23:50", "2026-05-05 00:10", "errors" },
    { "2026-05-04 23:50 – 2026-05-05 00:10 late", "2026-05-04 23:50", "2026-05-05 00:10", "late" },
    { "yesterday 23:50-23:55 x", "2026-05-03 23:50", "2026-05-03 23:55", "x" },
    { "2026-05-04 14:02–14:20 UTC  x", "2026-05-04 14:02", "2026-05-04 14:20", "x" },
    { "2026-05-04 14:02 – 2026-05-06 14:20 UTC x", "2026-05-04 14:02", "2026-05-06 14:20", "x" },
    { "14:02-14:20+02:00 x", "2026-05-04 12:02", "2026-05-04 12:20", "x" },
    { "2:02-2:20 pm x", "2026-05-04 14:02", "2026-05-04 14:20", "x" },
    { "11:50 - 1:20 pm x", "2026-05-04 11:50", "2026-05-04 13:20", "x" },
    { "11:50 am - 1:20 pm x", "2026-05-04 11:50", "2026-05-04 13:20", "x" },
    { "11:02-now x", "2026-05-04 11:02", "2026-05-04 12:00", "x" },
    /* offsets, not ends */
    { "14:02-07:00 x", "2026-05-04 21:02", NULL, "x" },
    { "14:02-0700 x", "2026-05-04 21:02", NULL, "x" },
    { "01:30 -05:00 x", "2026-05-04 06:30", NULL, "x" },
    { "2026-05-04T01:30-05:00 x", "2026-05-04 06:30", NULL, "x" },
    /* a day is no end of a time, and an end before the beginning is none */
    { "14:02 - 4 May release", "2026-05-04 14:02", NULL, "4 May release" },
    { "2026-05-04 14:20 – 2026-05-04 14:02 x", "2026-05-04 14:20", NULL, "2026-05-04 14:02 x" },
    { "2026-05-04 – 2026-05-06 x", "2026-05-04 00:00", "2026-05-06 00:00", "x" },
  };
  const AftTimeContext context = context_of ("UTC", AFT_INSTANT_NONE);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_auto (AftEventLine) line = { 0 };
      g_autofree char *at = NULL;
      g_autofree char *until = NULL;

      g_test_message ("%s", cases[i].line);
      aft_event_line_parse (cases[i].line, &context, &line);
      if (line.has_time)
        at = aft_zone_format (context.zone, line.time.instant);
      if (line.until != AFT_INSTANT_NONE)
        until = aft_zone_format (context.zone, line.until);
      g_assert_cmpstr (at, ==, cases[i].at);
      g_assert_cmpstr (until, ==, cases[i].until);
      g_assert_cmpstr (line.text, ==, cases[i].text);
    }
}

/* A range keeps the zone of the document, over the night of a clock change as well. */
static void
test_range_zone (void)
{
  const AftTimeContext context = context_of ("Europe/Zurich", AFT_INSTANT_NONE);
  g_auto (AftEventLine) line = { 0 };

  aft_event_line_parse ("2026-03-29 1:30-3:30 x", &context, &line);
  g_assert_cmpint (line.until - line.time.instant, ==, AFT_HOUR);
  aft_event_line_clear (&line);
  aft_event_line_parse ("~14:02-14:20 x", &context, &line);
  g_assert_true (line.time.approximate);
  g_assert_cmpint (line.until - line.time.instant, ==, 18 * AFT_MINUTE);
}

static void
test_words (void)
{
  static const struct
  {
    const char *line;
    guint       kind, milestone, lane;
    const char *text;
  } cases[] = {
#define NONE AFT_CHOICE_NONE
    { "14:02 rate at 5 % #alert !detected @users",
      AFT_EVENT_KIND_ALERT,
      AFT_MILESTONE_DETECTED,
      AFT_LANE_USERS,
      "rate at 5 %" },
    { "#alert 14:02 paged", AFT_EVENT_KIND_ALERT, NONE, NONE, "paged" },
    { "14:02 #Alert, paged", AFT_EVENT_KIND_ALERT, NONE, NONE, "paged" },
    { "14:02 x !impact-start", NONE, AFT_MILESTONE_IMPACT_START, NONE, "x" },
    { "14:02 x !ImpactStart", NONE, AFT_MILESTONE_IMPACT_START, NONE, "x" },
    { "14:02 x !Impact_start.", NONE, AFT_MILESTONE_IMPACT_START, NONE, "x" },
    { "14:02 #alert #symptom x", AFT_EVENT_KIND_ALERT, NONE, NONE, "#symptom x" },
    { "14:02 #nothing !known @here", NONE, NONE, NONE, "#nothing !known @here" },
    { "14:02 ticket #42 for a@b !", NONE, NONE, NONE, "ticket #42 for a@b !" },
    { "14:02 told \\#alert and \\n", NONE, NONE, NONE, "told #alert and \\n" },
    { "14:02 x @users/admins #alert!", NONE, NONE, NONE, "x @users/admins #alert!" },
    { "14:02 # ! @ #, \\", NONE, NONE, NONE, "# ! @ #, \\" },
#undef NONE
  };
  const AftTimeContext context = context_of ("UTC", AFT_INSTANT_NONE);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_auto (AftEventLine) line = { 0 };

      g_test_message ("%s", cases[i].line);
      aft_event_line_parse (cases[i].line, &context, &line);
      g_assert_true (line.has_time);
      g_assert_cmpuint (line.kind, ==, cases[i].kind);
      g_assert_cmpuint (line.milestone, ==, cases[i].milestone);
      g_assert_cmpuint (line.lane, ==, cases[i].lane);
      g_assert_cmpstr (line.text, ==, cases[i].text);
    }
}

/* Every choice can be typed as it is offered. */
static void
test_all_words (void)
{
  static const guint   fields[] = { AFT_EVENT_KIND, AFT_EVENT_MILESTONE, AFT_EVENT_LANE };
  const AftTimeContext context = context_of ("UTC", AFT_INSTANT_NONE);

  for (guint f = 0; f < G_N_ELEMENTS (fields); f++)
    for (guint i = 0; i < aft_field_n_choices (&aft_event_schema.fields[fields[f]]); i++)
      {
        g_autofree char *word = aft_event_line_format_choice (fields[f], i);
        g_auto (AftEventLine) line = { 0 };
        g_autoptr (AftRecord) event = NULL;

        aft_event_line_parse (word, &context, &line);
        event = aft_event_line_create_event (&line);
        g_assert_cmpuint (aft_record_get_choice (event, fields[f]), ==, i);
        g_assert_cmpstr (line.text, ==, "");
      }
}

static void
test_completion (void)
{
  static const struct
  {
    const char *line;
    gsize       cursor;
    guint       field, first, n; /* first: choice offered first; n: how many; 0: no word */
  } cases[] = {
    { "14:02 x #al", 11, AFT_EVENT_KIND, AFT_EVENT_KIND_ALERT, 2 },
    { "14:02 x #", 9, AFT_EVENT_KIND, AFT_EVENT_KIND_CHANGE, AFT_N_EVENT_KINDS },
    { "#ation", 6, AFT_EVENT_KIND, AFT_EVENT_KIND_OBSERVATION, 3 },
    { "!STA", 4, AFT_EVENT_MILESTONE, AFT_MILESTONE_IMPACT_START, 1 },
    { "@us er", 2, AFT_EVENT_LANE, AFT_LANE_USERS, 1 },
    { "@us er", 5, 0, 0, 0 },
    { "@us", 0, 0, 0, 0 },
    { "", 0, 0, 0, 0 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      AftEventLineWord word;
      g_autoptr (GArray) choices = NULL;

      g_test_message ("%s", cases[i].line);
      if (!aft_event_line_find_word (cases[i].line, cases[i].cursor, &word))
        {
          g_assert_cmpuint (cases[i].n, ==, 0);
          continue;
        }
      choices = aft_event_line_complete (cases[i].line, &word);
      g_assert_cmpuint (word.field, ==, cases[i].field);
      g_assert_cmpuint (choices->len, ==, cases[i].n);
      g_assert_cmpuint (g_array_index (choices, guint, 0), ==, cases[i].first);
    }
}

/* What was typed becomes one event in one step; the milestone is no longer another's. */
static void
test_add (void)
{
  g_autoptr (AftPostmortem) postmortem = fixture_postmortem ();
  AftRecordList *events =
      aft_record_get_list (aft_postmortem_get_root (postmortem), AFT_DOC_EVENTS);
  const AftTimeContext context = context_of ("UTC", AFT_INSTANT_NONE);
  const char          *typed[] = { "14:00 first !detected", "~14:02-14:20 second !detected" };

  for (guint i = 0; i < G_N_ELEMENTS (typed); i++)
    {
      g_auto (AftEventLine) line = { 0 };
      g_autoptr (AftRecord) event = NULL;

      aft_event_line_parse (typed[i], &context, &line);
      event = aft_event_line_create_event (&line);
      aft_event_line_add (postmortem, event);
    }
  g_assert_cmpuint (aft_record_list_get_length (events), ==, 2);
  g_assert_true (aft_events_find_milestone (events, AFT_MILESTONE_DETECTED) ==
                 aft_record_list_get (events, 1));
  g_assert_cmpuint (aft_record_get_choice (aft_record_list_get (events, 1), AFT_EVENT_PRECISION),
                    ==,
                    AFT_PRECISION_APPROXIMATE);
  g_assert_cmpint (aft_event_get_until (aft_record_list_get (events, 1)) -
                       aft_event_get_at (aft_record_list_get (events, 1)),
                   ==,
                   18 * AFT_MINUTE);
  g_assert_true (aft_postmortem_undo (postmortem, NULL));
  g_assert_cmpuint (aft_record_list_get_length (events), ==, 1);
  g_assert_true (aft_events_find_milestone (events, AFT_MILESTONE_DETECTED) ==
                 aft_record_list_get (events, 0));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/model/event-line/a line begins with its time", test_times);
  g_test_add_func ("/model/event-line/two times are a range", test_ranges);
  g_test_add_func ("/model/event-line/a range is in the zone of the document", test_range_zone);
  g_test_add_func ("/model/event-line/words with a sign say what it is", test_words);
  g_test_add_func ("/model/event-line/every choice can be typed", test_all_words);
  g_test_add_func ("/model/event-line/what is begun is completed", test_completion);
  g_test_add_func ("/model/event-line/adding is one step", test_add);
  return g_test_run ();
}
