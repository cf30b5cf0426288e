/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/error.h"
#include "base/instant.h"

static void
test_canonical (void)
{
  static const struct
  {
    const char *text, *canonical;
  } cases[] = {
    { "2026-05-04T14:02:00Z", "2026-05-04T14:02:00Z" },
    { "2026-05-04t14:02:00z", "2026-05-04T14:02:00Z" },
    { "2026-05-04 14:02:00Z", "2026-05-04T14:02:00Z" },
    { "2026-05-04T14:02:00+02:00", "2026-05-04T12:02:00Z" },
    { "2026-05-04T00:30:00+05:45", "2026-05-03T18:45:00Z" },
    { "2026-12-31T20:00:00-08:00", "2027-01-01T04:00:00Z" },
    { "2026-05-04T14:02:00-00:00", "2026-05-04T14:02:00Z" },
    { "2026-05-04T14:02:00+23:59", "2026-05-03T14:03:00Z" },
    { "2026-05-04T14:02:00.5Z", "2026-05-04T14:02:00.5Z" },
    { "2026-05-04T14:02:00.000Z", "2026-05-04T14:02:00Z" },
    { "2026-05-04T14:02:00.123456Z", "2026-05-04T14:02:00.123456Z" },
    { "2026-05-04T14:02:00.123456789Z", "2026-05-04T14:02:00.123456Z" },
    { "2026-05-04T14:02:00.000001Z", "2026-05-04T14:02:00.000001Z" },
    { "1969-12-31T23:59:59.9Z", "1969-12-31T23:59:59.9Z" },
    { "2024-02-29T00:00:00Z", "2024-02-29T00:00:00Z" },
    { "2038-01-19T03:14:08Z", "2038-01-19T03:14:08Z" },
    { "0001-01-01T00:00:00Z", "0001-01-01T00:00:00Z" },
    { "9999-12-31T23:59:59.999999Z", "9999-12-31T23:59:59.999999Z" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autofree char *formatted = NULL;
      AftInstant       instant;

      g_assert_true (aft_instant_parse (cases[i].text, &instant, &error));
      g_assert_no_error (error);
      formatted = aft_instant_format (instant);
      g_assert_cmpstr (formatted, ==, cases[i].canonical);
    }
}

static void
test_refused (void)
{
  static const char *const cases[] = {
    "",
    "now",
    "2026-05-04",
    "2026-05-04T14:02Z",
    "2026-05-04T14:02:00",
    "2026-05-04T14:02:60Z",
    "2026-05-04T23:59:60Z",
    "2026-05-04T24:00:00Z",
    "2026-05-04T14:60:00Z",
    "2026-05-04T14:02:00.Z",
    "2026-05-04T14:02:00Z ",
    " 2026-05-04T14:02:00Z",
    "2026-05-04T14:02:00Zulu",
    "2026-05-04T14:02:00+2",
    "2026-05-04T14:02:00+0200",
    "2026-05-04T14:02:00+24:00",
    "2026-05-04T14:02:00+26:00",
    "2026-05-04T14:02:00-26:00",
    "2026-05-04T14:02:00+02:60",
    "2026-13-04T14:02:00Z",
    "2026-00-04T14:02:00Z",
    "2026-02-29T14:02:00Z",
    "2026-04-31T14:02:00Z",
    "2026-05-00T14:02:00Z",
    "2026-5-4T14:02:00Z",
    "0000-12-31T14:02:00Z",
    "10000-01-01T00:00:00Z",
    "-001-01-01T00:00:00Z",
    "0001-01-01T00:00:00+00:01",
    "9999-12-31T23:59:59-00:01",
    "20260504T140200Z",
    "２０26-05-04T14:02:00Z",
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      AftInstant instant = 42;

      if (aft_instant_parse (cases[i], &instant, &error))
        g_error ("taken: %s", cases[i]);
      g_assert_error (error, AFT_BASE_ERROR, AFT_BASE_ERROR_SYNTAX);
      g_assert_cmpint (instant, ==, 42);
    }
}

static void
test_round_trip (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (7);

  for (guint i = 0; i < 20000; i++)
    {
      double           part = g_rand_double (rand);
      AftInstant       instant = AFT_INSTANT_MIN + (gint64) (part * (AFT_INSTANT_MAX * 2.0)) / 2;
      g_autofree char *text = aft_instant_format (instant);
      AftInstant       again = 0;

      g_assert_true (aft_instant_parse (text, &again, NULL));
      g_assert_cmpint (again, ==, instant);
    }
}

static void
test_dates (void)
{
  static const struct
  {
    const char *text;
    gboolean    is_valid;
  } cases[] = {
    { "2026-05-04", TRUE },  { "2024-02-29", TRUE },
    { "0001-01-01", TRUE },  { "9999-12-31", TRUE },
    { "2026-02-29", FALSE }, { "2100-02-29", FALSE },
    { "2026-5-4", FALSE },   { "2026-05-04 ", FALSE },
    { "04-05-2026", FALSE }, { "0000-01-01", FALSE },
    { "", FALSE },           { "2026-05-32", FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_cmpint (aft_date_is_valid (cases[i].text), ==, cases[i].is_valid);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/base/instant/what is read is written as utc", test_canonical);
  g_test_add_func ("/base/instant/anything else is refused", test_refused);
  g_test_add_func ("/base/instant/every instant comes back", test_round_trip);
  g_test_add_func ("/base/instant/dates are strict", test_dates);
  return g_test_run ();
}
