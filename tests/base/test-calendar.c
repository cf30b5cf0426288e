/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/calendar.h"

static void
test_known_days (void)
{
  static const struct
  {
    gint64 year;
    int    month, day;
    gint64 days;
  } cases[] = {
    { 1970, 1, 1, 0 },         { 1969, 12, 31, -1 },  { 2000, 2, 29, 11016 },
    { 2000, 3, 1, 11017 },     { 1, 1, 1, -719162 },  { 0, 12, 31, -719163 },
    { 1900, 3, 1, -25508 },    { 2026, 5, 4, 20577 }, { 1600, 2, 29, -135081 },
    { 9999, 12, 31, 2932896 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      gint64 year;
      int    month, day;

      g_assert_cmpint (
          aft_calendar_days (cases[i].year, cases[i].month, cases[i].day), ==, cases[i].days);
      aft_calendar_date (cases[i].days, &year, &month, &day);
      g_assert_cmpint (year, ==, cases[i].year);
      g_assert_cmpint (month, ==, cases[i].month);
      g_assert_cmpint (day, ==, cases[i].day);
    }
}

/* GDate is the oracle: it knows the years 1 to 65535. */
static void
test_every_week_agrees_with_gdate (void)
{
  g_autoptr (GDate) date = g_date_new_dmy (1, G_DATE_JANUARY, 1);

  for (gint64 days = -719162; days < 2932896; days += 7)
    {
      gint64 year;
      int    month, day;

      aft_calendar_date (days, &year, &month, &day);
      g_assert_cmpint (year, ==, g_date_get_year (date));
      g_assert_cmpint (month, ==, (int) g_date_get_month (date));
      g_assert_cmpint (day, ==, g_date_get_day (date));
      g_assert_cmpint (aft_calendar_days (year, month, day), ==, days);
      g_date_add_days (date, 7);
    }
}

static void
test_floor (void)
{
  g_assert_cmpint (aft_calendar_floor_divide (7, 2), ==, 3);
  g_assert_cmpint (aft_calendar_floor_divide (-7, 2), ==, -4);
  g_assert_cmpint (aft_calendar_floor_divide (-8, 2), ==, -4);
  g_assert_cmpint (aft_calendar_floor_divide (-1, 86400), ==, -1);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/base/calendar/known days go both ways", test_known_days);
  g_test_add_func ("/base/calendar/every week agrees with gdate",
                   test_every_week_agrees_with_gdate);
  g_test_add_func ("/base/calendar/division rounds down", test_floor);
  return g_test_run ();
}
