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
  g_test_add_func ("/base/time-entry/yesterday is a day of the calendar",
                   test_yesterday_over_clock_change);
  g_test_add_func ("/base/time-entry/the day is that of the named zone", test_date_in_named_zone);
  g_test_add_func ("/base/time-entry/noise never gets out of range", test_noise);
  return g_test_run ();
}
