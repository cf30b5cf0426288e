/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/error.h"
#include "base/time-entry.h"

#include <string.h>

/* Monday, the event before is the evening before: 23:50 in Zurich is 21:50 UTC. */
#define NOW      "2026-05-04T12:00:00Z"
#define PREVIOUS "2026-05-03T21:50:00Z"

static AftInstant
instant_of (const char *text)
{
  AftInstant instant = 0;

  g_assert_true (aft_instant_parse (text, &instant, NULL));
  return instant;
}

static AftTimeContext
context_in (const char *zone, const char *previous)
{
  return (AftTimeContext){
    .zone = aft_zone_get (zone, NULL),
    .now = instant_of (NOW),
    .previous = previous != NULL ? instant_of (previous) : AFT_INSTANT_NONE,
  };
}

static void
test_understood (void)
{
  static const struct
  {
    const char *text, *previous, *instant;
  } cases[] = {
    { "14:02", NULL, "2026-05-04T12:02:00Z" },
    { "14:02", PREVIOUS, "2026-05-03T12:02:00Z" },
    { "  14:02  ", NULL, "2026-05-04T12:02:00Z" },
    { "14:02:30", NULL, "2026-05-04T12:02:30Z" },
    { "14:02:30.25", NULL, "2026-05-04T12:02:30.25Z" },
    { "1402", NULL, "2026-05-04T12:02:00Z" },
    { "14.02", NULL, "2026-05-04T12:02:00Z" },
    { "02.02 pm", NULL, "2026-05-04T12:02:00Z" },
    { "2026-05-04 14.02", NULL, "2026-05-04T12:02:00Z" },
    { "14:02 CEST", NULL, "2026-05-04T12:02:00Z" },
    { "yesterday 14:02 cest", NULL, "2026-05-03T12:02:00Z" },
    { "-5m", PREVIOUS, "2026-05-03T21:45:00Z" },
    { "~1402", NULL, "2026-05-04T12:02:00Z" },
    { "0:10", NULL, "2026-05-03T22:10:00Z" },
    { "2:02 pm", NULL, "2026-05-04T12:02:00Z" },
    { "2:02PM", NULL, "2026-05-04T12:02:00Z" },
    { "2:02 p.m.", NULL, "2026-05-04T12:02:00Z" },
    { "2pm", NULL, "2026-05-04T12:00:00Z" },
    { "12 am", NULL, "2026-05-03T22:00:00Z" },
    { "12:30 pm", NULL, "2026-05-04T10:30:00Z" },
    { "now", NULL, NOW },
    { "NOW", PREVIOUS, NOW },
    { "today 14:02", PREVIOUS, "2026-05-04T12:02:00Z" },
    { "yesterday 23:50", NULL, "2026-05-03T21:50:00Z" },
    { "Tomorrow 0:10", NULL, "2026-05-04T22:10:00Z" },
    { "yesterday", NULL, "2026-05-02T22:00:00Z" },
    { "2026-05-04", NULL, "2026-05-03T22:00:00Z" },
    { "2026-05-04 14:02", NULL, "2026-05-04T12:02:00Z" },
    { "2026-05-04T14:02", NULL, "2026-05-04T12:02:00Z" },
    { "2026-05-04, 14:02", NULL, "2026-05-04T12:02:00Z" },
    { "14:02 2026-05-04", NULL, "2026-05-04T12:02:00Z" },
    { "2026-05-04T14:02+02:00", NULL, "2026-05-04T12:02:00Z" },
    { "2026-05-04T14:02:00.123Z", NULL, "2026-05-04T14:02:00.123Z" },
    { "2026-05-04 14:02 -0730", NULL, "2026-05-04T21:32:00Z" },
    { "2026-05-04 14:02 UTC", NULL, "2026-05-04T14:02:00Z" },
    { "2026-05-04 14:02 UTC+2", NULL, "2026-05-04T12:02:00Z" },
    { "14:02Z", NULL, "2026-05-04T14:02:00Z" },
    { "14:02 gmt", NULL, "2026-05-04T14:02:00Z" },
    { "14:02 −05:00", NULL, "2026-05-04T19:02:00Z" },
    { "4 May 14:02", NULL, "2026-05-04T12:02:00Z" },
    { "4th may 14:02", NULL, "2026-05-04T12:02:00Z" },
    { "May 4 2026 14:02", NULL, "2026-05-04T12:02:00Z" },
    { "May 4, 2025, 2:02 pm", NULL, "2025-05-04T12:02:00Z" },
    { "4 September 2025", NULL, "2025-09-03T22:00:00Z" },
    { "14:02 4 May", NULL, "2026-05-04T12:02:00Z" },
    { "Jan. 1st 2026 00:30", NULL, "2025-12-31T23:30:00Z" },
    { "+12m", PREVIOUS, "2026-05-03T22:02:00Z" },
    { "+12m", NULL, "2026-05-04T12:12:00Z" },
    { "+1h 5m", PREVIOUS, "2026-05-03T22:55:00Z" },
    { "-1h 5m", PREVIOUS, "2026-05-03T20:45:00Z" },
    { "−90 s", PREVIOUS, "2026-05-03T21:48:30Z" },
    { "+ 1:30", PREVIOUS, "2026-05-03T23:20:00Z" },
    { "0001-01-01 12:00Z", NULL, "0001-01-01T12:00:00Z" },
    { "9999-12-31 12:00Z", NULL, "9999-12-31T12:00:00Z" },
    { "2024-02-29 12:00Z", NULL, "2024-02-29T12:00:00Z" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      AftTimeContext context = context_in ("Europe/Zurich", cases[i].previous);
      AftTimeEntry   entry;
      g_autoptr (GError) error = NULL;
      g_autofree char *formatted = NULL;

      g_test_message ("%s", cases[i].text);
      aft_time_entry_parse (cases[i].text, &context, &entry, &error);
      g_assert_no_error (error);
      formatted = aft_instant_format (entry.instant);
      g_assert_cmpstr (formatted, ==, cases[i].instant);
    }
}

static void
test_refused (void)
{
  static const char *const cases[] = {
    "",
    " ",
    "soon",
    "14",
    "25:00",
    "14:60",
    "14:02:60",
    "23:59:60",
    "24:00",
    "2460",
    "14:2",
    "14:02:3",
    "14:02:",
    "14:02.",
    "14.0",
    "4.02",
    "14.022",
    "14.02.2026",
    "14:02 CET",
    "14:02 PST",
    "CEST",
    "2026-05-04 CEST",
    "14:02 CEST CEST",
    "14:02 UTC CEST",
    "13:00 pm",
    "0 am",
    "14:02 x",
    "14:02 Zurich",
    "14:02 +15:00",
    "14:02 +26:00",
    "14:02 -26:00",
    "14:02 +02:60",
    "2026-02-29",
    "2026-13-01",
    "2026-05-04 25:00",
    "2026-05-04 14:02:60",
    "2026-05-04 soon",
    "0000-01-01 12:00",
    "10000-01-01 12:00",
    "30 February",
    "4 Mayhem",
    "4 Ma",
    "+",
    "-",
    "+12",
    "+12 parsecs",
    "now now",
    "~",
    "yesterday yesterday",
    "2026-05-04 2026-05-05",
    "0001-01-01 00:00 +02:00",
    "9999-12-31 23:59 -02:00",
    "+9000000 d",
    "14:02 14:03",
    "١٤:٠٢",
  };
  AftTimeContext context = context_in ("Europe/Zurich", PREVIOUS);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      AftTimeEntry entry;
      g_autoptr (GError) error = NULL;

      if (aft_time_entry_parse (cases[i], &context, &entry, &error))
        g_error ("taken: “%s”", cases[i]);
      g_assert_error (error, AFT_BASE_ERROR, AFT_BASE_ERROR_SYNTAX);
      g_assert_nonnull (strstr (error->message, "14:02"));
    }
}

static void
test_flags (void)
{
  static const struct
  {
    const char *text;
    gboolean    date_inferred, zone_inferred, date_only, approximate;
  } cases[] = {
    { "14:02", TRUE, TRUE, FALSE, FALSE },
    { "14:02 UTC", TRUE, FALSE, FALSE, FALSE },
    { "2026-05-04 14:02", FALSE, TRUE, FALSE, FALSE },
    { "2026-05-04T14:02Z", FALSE, FALSE, FALSE, FALSE },
    { "2026-05-04", FALSE, TRUE, TRUE, FALSE },
    { "yesterday 14:02", FALSE, TRUE, FALSE, FALSE },
    { "now", FALSE, FALSE, FALSE, FALSE },
    { "+12m", FALSE, FALSE, FALSE, FALSE },
    { "~14:02", TRUE, TRUE, FALSE, TRUE },
    { "≈ 2026-05-04 14:02", FALSE, TRUE, FALSE, TRUE },
    { "~ +12m", FALSE, FALSE, FALSE, TRUE },
  };
  AftTimeContext context = context_in ("Europe/Zurich", PREVIOUS);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      AftTimeEntry entry;

      g_test_message ("%s", cases[i].text);
      g_assert_true (aft_time_entry_parse (cases[i].text, &context, &entry, NULL));
      g_assert_cmpint (entry.date_inferred, ==, cases[i].date_inferred);
      g_assert_cmpint (entry.zone_inferred, ==, cases[i].zone_inferred);
      g_assert_cmpint (entry.date_only, ==, cases[i].date_only);
      g_assert_cmpint (entry.approximate, ==, cases[i].approximate);
    }
}

static void
test_clock_changes (void)
{
  AftTimeContext context = context_in ("Europe/Zurich", NULL);
  AftTimeEntry   entry;

  g_assert_true (aft_time_entry_parse ("2026-03-29 02:30", &context, &entry, NULL));
  g_assert_cmpint (entry.state, ==, AFT_WALL_GAP);
  g_assert_cmpint (entry.instant, ==, instant_of ("2026-03-29T01:30:00Z"));
  g_assert_true (aft_time_entry_parse ("2026-10-25 02:30", &context, &entry, NULL));
  g_assert_cmpint (entry.state, ==, AFT_WALL_AMBIGUOUS);
  g_assert_cmpint (entry.instant, ==, instant_of ("2026-10-25T00:30:00Z"));
  g_assert_cmpint (entry.other, ==, instant_of ("2026-10-25T01:30:00Z"));
  g_assert_true (aft_time_entry_parse ("2026-10-25 02:30 +01:00", &context, &entry, NULL));
  g_assert_cmpint (entry.state, ==, AFT_WALL_UNIQUE);
  g_assert_cmpint (entry.instant, ==, instant_of ("2026-10-25T01:30:00Z"));
  g_assert_cmpint (entry.other, ==, AFT_INSTANT_NONE);
}

/* Nights on which clocks were put forward and back, on several continents: both instants of what is
 * typed, and how either is typed so that it is meant alone. */
static const struct
{
  const char  *zone, *text;
  AftWallState state;
  const char  *instant, *other;
  const char  *instant_typed, *other_typed;
} nights[] = {
  { "Europe/Zurich",
    "2026-10-25 02:30",
    AFT_WALL_AMBIGUOUS,
    "2026-10-25T00:30:00Z",
    "2026-10-25T01:30:00Z",
    "2026-10-25 02:30 +02:00",
    "2026-10-25 02:30 +01:00" },
  { "Europe/London",
    "2026-10-25 01:00",
    AFT_WALL_AMBIGUOUS,
    "2026-10-25T00:00:00Z",
    "2026-10-25T01:00:00Z",
    "2026-10-25 01:00 +01:00",
    "2026-10-25 01:00 +00:00" },
  { "America/New_York",
    "2026-11-01 01:59:59",
    AFT_WALL_AMBIGUOUS,
    "2026-11-01T05:59:59Z",
    "2026-11-01T06:59:59Z",
    "2026-11-01 01:59:59 -04:00",
    "2026-11-01 01:59:59 -05:00" },
  { "America/St_Johns",
    "2026-11-01 01:15",
    AFT_WALL_AMBIGUOUS,
    "2026-11-01T03:45:00Z",
    "2026-11-01T04:45:00Z",
    "2026-11-01 01:15 -02:30",
    "2026-11-01 01:15 -03:30" },
  { "Australia/Lord_Howe",
    "2026-04-05 01:45",
    AFT_WALL_AMBIGUOUS,
    "2026-04-04T14:45:00Z",
    "2026-04-04T15:15:00Z",
    "2026-04-05 01:45 +11:00",
    "2026-04-05 01:45 +10:30" },
  { "Australia/Sydney",
    "2026-04-05 02:30",
    AFT_WALL_AMBIGUOUS,
    "2026-04-04T15:30:00Z",
    "2026-04-04T16:30:00Z",
    "2026-04-05 02:30 +11:00",
    "2026-04-05 02:30 +10:00" },
  { "America/Santiago",
    "2026-04-04 23:30",
    AFT_WALL_AMBIGUOUS,
    "2026-04-05T02:30:00Z",
    "2026-04-05T03:30:00Z",
    "2026-04-04 23:30 -03:00",
    "2026-04-04 23:30 -04:00" },
  { "Europe/Zurich",
    "2026-03-29 02:30",
    AFT_WALL_GAP,
    "2026-03-29T01:30:00Z",
    "2026-03-29T00:30:00Z",
    "2026-03-29 03:30",
    "2026-03-29 01:30" },
  { "America/New_York",
    "2026-03-08 02:00",
    AFT_WALL_GAP,
    "2026-03-08T07:00:00Z",
    "2026-03-08T06:00:00Z",
    "2026-03-08 03:00",
    "2026-03-08 01:00" },
  { "Australia/Lord_Howe",
    "2026-10-04 02:10",
    AFT_WALL_GAP,
    "2026-10-03T15:40:00Z",
    "2026-10-03T15:10:00Z",
    "2026-10-04 02:40",
    "2026-10-04 01:40" },
  { "America/Havana",
    "2026-03-08 00:30",
    AFT_WALL_GAP,
    "2026-03-08T05:30:00Z",
    "2026-03-08T04:30:00Z",
    "2026-03-08 01:30",
    "2026-03-07 23:30" },
  { "America/Santiago",
    "2026-09-06 00:15",
    AFT_WALL_GAP,
    "2026-09-06T04:15:00Z",
    "2026-09-06T03:15:00Z",
    "2026-09-06 01:15",
    "2026-09-05 23:15" },
  { "Pacific/Apia",
    "2011-12-30 12:00",
    AFT_WALL_GAP,
    "2011-12-30T22:00:00Z",
    "2011-12-29T22:00:00Z",
    "2011-12-31 12:00",
    "2011-12-29 12:00" },
  { "Asia/Kolkata",
    "2026-03-29 02:30",
    AFT_WALL_UNIQUE,
    "2026-03-28T21:00:00Z",
    NULL,
    "2026-03-29 02:30",
    NULL },
};

static void
check_typed (const AftTimeContext *context, const char *typed, AftInstant instant)
{
  AftTimeEntry     entry;
  g_autofree char *formatted = aft_time_entry_format (context->zone, instant);

  g_assert_cmpstr (formatted, ==, typed);
  g_assert_true (aft_time_entry_parse (typed, context, &entry, NULL));
  g_assert_cmpint (entry.state, ==, AFT_WALL_UNIQUE);
  g_assert_cmpint (entry.instant, ==, instant);
}

static void
test_nights (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (nights); i++)
    {
      AftTimeContext context = context_in (nights[i].zone, NULL);
      AftTimeEntry   entry;

      g_test_message ("%s %s", nights[i].zone, nights[i].text);
      g_assert_true (aft_time_entry_parse (nights[i].text, &context, &entry, NULL));
      g_assert_cmpint (entry.state, ==, nights[i].state);
      g_assert_cmpint (entry.instant, ==, instant_of (nights[i].instant));
      check_typed (&context, nights[i].instant_typed, entry.instant);
      if (nights[i].other == NULL)
        {
          g_assert_cmpint (entry.other, ==, AFT_INSTANT_NONE);
          continue;
        }
      g_assert_cmpint (entry.other, ==, instant_of (nights[i].other));
      check_typed (&context, nights[i].other_typed, entry.other);
    }
}

/* The short name of a zone chooses between the two as well. */
static void
test_abbreviations (void)
{
  AftTimeContext context = context_in ("Europe/Zurich", NULL);
  AftTimeEntry   entry;

  g_assert_true (aft_time_entry_parse ("2026-10-25 02:30 CET", &context, &entry, NULL));
  g_assert_cmpint (entry.state, ==, AFT_WALL_UNIQUE);
  g_assert_cmpint (entry.instant, ==, instant_of ("2026-10-25T01:30:00Z"));
  g_assert_cmpint (entry.other, ==, AFT_INSTANT_NONE);
  g_assert_false (entry.zone_inferred);
  g_assert_true (aft_time_entry_parse ("2026-10-25 02:30 cest", &context, &entry, NULL));
  g_assert_cmpint (entry.instant, ==, instant_of ("2026-10-25T00:30:00Z"));
  g_assert_false (aft_time_entry_parse ("2026-10-25 04:30 CEST", &context, &entry, NULL));
}

/* Every five minutes around both changes of a year, and with a fraction: typed and read back it is
 * the same instant. */
static void
test_reads_back (void)
{
  static const char *const zones[] = { "UTC",    "Europe/Zurich",       "America/New_York",
                                       "-09:30", "Australia/Lord_Howe", "Africa/Casablanca" };

  for (guint i = 0; i < G_N_ELEMENTS (zones); i++)
    {
      AftTimeContext context = context_in (zones[i], NULL);

      for (AftInstant at = instant_of ("2026-01-01T00:00:00.25Z");
           at < instant_of ("2026-12-31T00:00:00Z");
           at += 25 * AFT_MINUTE + AFT_SECOND)
        {
          g_autofree char *text = aft_time_entry_format (context.zone, at);
          AftTimeEntry     entry;

          g_assert_true (aft_time_entry_parse (text, &context, &entry, NULL));
          g_assert_cmpint (entry.instant, ==, at);
        }
    }
}

/* The day before the clocks change has 24 hours, the day itself 23. */
static void
test_yesterday_over_clock_change (void)
{
  AftTimeContext context = context_in ("Europe/Zurich", NULL);
  AftTimeEntry   entry;

  context.now = instant_of ("2026-03-29T22:30:00Z"); /* the 30th, 00:30 */
  g_assert_true (aft_time_entry_parse ("yesterday 23:50", &context, &entry, NULL));
  g_assert_cmpint (entry.instant, ==, instant_of ("2026-03-29T21:50:00Z"));
}

/* 00:30 of the 5th in Zurich is still the 4th in UTC, and so is a time said in UTC. */
static void
test_date_in_named_zone (void)
{
  AftTimeContext context = context_in ("Europe/Zurich", "2026-05-04T22:30:00Z");
  AftTimeEntry   entry;

  g_assert_true (aft_time_entry_parse ("22:40 UTC", &context, &entry, NULL));
  g_assert_cmpint (entry.instant, ==, instant_of ("2026-05-04T22:40:00Z"));
  g_assert_true (aft_time_entry_parse ("00:40", &context, &entry, NULL));
  g_assert_cmpint (entry.instant, ==, instant_of ("2026-05-04T22:40:00Z"));
}

/* Whatever is typed: an answer or an error, and nothing out of range. */
static void
test_noise (void)
{
  static const char *const pieces[] = { "14",  ":",    "02", "-",   "+",         " ",
                                        "may", "2026", "pm", "utc", "now",       "z",
                                        "12m", "~",    ".",  "h",   "4",         "−",
                                        "am",  "th",   "/",  "\n",  "yesterday", "99999999999" };
  AftTimeContext           context = context_in ("America/New_York", PREVIOUS);
  g_autoptr (GRand) rand = g_rand_new_with_seed (11);

  for (guint i = 0; i < 50000; i++)
    {
      g_autoptr (GString) text = g_string_new (NULL);
      g_autoptr (GError) error = NULL;
      AftTimeEntry entry;

      for (guint n = g_rand_int_range (rand, 0, 8); n > 0; n--)
        g_string_append (text, pieces[g_rand_int_range (rand, 0, G_N_ELEMENTS (pieces))]);
      if (aft_time_entry_parse (text->str, &context, &entry, &error))
        g_assert_true (entry.instant >= AFT_INSTANT_MIN && entry.instant <= AFT_INSTANT_MAX);
      else
        g_assert_error (error, AFT_BASE_ERROR, AFT_BASE_ERROR_SYNTAX);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/base/time-entry/what people type is understood", test_understood);
  g_test_add_func ("/base/time-entry/the rest is refused with a hint", test_refused);
  g_test_add_func ("/base/time-entry/what was not said is told", test_flags);
  g_test_add_func ("/base/time-entry/gap and overlap are told", test_clock_changes);
  g_test_add_func ("/base/time-entry/nights with a clock change", test_nights);
  g_test_add_func ("/base/time-entry/a short name tells which of two", test_abbreviations);
  g_test_add_func ("/base/time-entry/what it writes reads back as the same", test_reads_back);
  g_test_add_func ("/base/time-entry/yesterday is a day of the calendar",
                   test_yesterday_over_clock_change);
  g_test_add_func ("/base/time-entry/the day is that of the named zone", test_date_in_named_zone);
  g_test_add_func ("/base/time-entry/noise never gets out of range", test_noise);
  return g_test_run ();
}
