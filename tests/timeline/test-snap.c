/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "timeline/snap.h"

static AftInstant
instant_of (const char *text)
{
  AftInstant instant;

  g_assert_true (aft_instant_parse (text, &instant, NULL));
  return instant;
}

static void
test_nearest (void)
{
  static const struct
  {
    const char *at;
    gint64      step;
    const char *zone, *expected;
  } cases[] = {
    { "2026-05-04T14:02:29Z", AFT_MINUTE, "UTC", "2026-05-04T14:02:00Z" },
    { "2026-05-04T14:02:30Z", AFT_MINUTE, "UTC", "2026-05-04T14:03:00Z" },
    { "2026-05-04T14:03:00Z", 5 * AFT_MINUTE, "UTC", "2026-05-04T14:05:00Z" },
    { "2026-05-04T14:02:29.6Z", 0, "UTC", "2026-05-04T14:02:30Z" },
    { "2026-05-04T14:20:00Z", AFT_HOUR, "UTC", "2026-05-04T14:00:00Z" },
    { "2026-05-04T14:20:00Z", AFT_HOUR, "Asia/Kolkata", "2026-05-04T14:30:00Z" },
    { "2026-05-04T13:20:00Z", AFT_DAY, "Europe/Zurich", "2026-05-04T22:00:00Z" },
    { "1969-12-31T23:59:40Z", AFT_MINUTE, "UTC", "1970-01-01T00:00:00Z" },
    { "1969-12-31T23:59:20Z", AFT_MINUTE, "UTC", "1969-12-31T23:59:00Z" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *snapped = aft_instant_format (
          aft_snap (instant_of (cases[i].at), cases[i].step, aft_zone_get_or_utc (cases[i].zone)));

      g_test_message ("%s", cases[i].at);
      g_assert_cmpstr (snapped, ==, cases[i].expected);
    }
}

static void
test_step (void)
{
  static const struct
  {
    double px_per_minute;
    gint64 step;
  } cases[] = {
    { 1000, AFT_SECOND }, { 200, 10 * AFT_SECOND }, { 20, AFT_MINUTE },
    { 4, AFT_MINUTE },    { 1, 5 * AFT_MINUTE },    { 0.3, 15 * AFT_MINUTE },
    { 0.1, AFT_HOUR },    { 0.012, 6 * AFT_HOUR },  { 0.0001, AFT_DAY },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      AftScale scale = { .px_per_usec = cases[i].px_per_minute / AFT_MINUTE };

      g_assert_cmpint (aft_snap_get_step (&scale), ==, cases[i].step);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/timeline/snap/the nearest on the clocks of the zone", test_nearest);
  g_test_add_func ("/timeline/snap/steps are as fine as can be seen", test_step);
  return g_test_run ();
}
