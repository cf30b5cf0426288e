/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/error.h"
#include "base/zone.h"

#include <stdio.h>
#include <unistd.h>

static AftInstant
instant_of (const char *text)
{
  AftInstant instant = 0;

  g_assert_true (aft_instant_parse (text, &instant, NULL));
  return instant;
}

static AftWall
wall_of (const char *text)
{
  AftWall wall = { 0 };

  g_assert_cmpint (sscanf (text,
                           "%d-%d-%d %d:%d:%d",
                           &wall.year,
                           &wall.month,
                           &wall.day,
                           &wall.hour,
                           &wall.minute,
                           &wall.second),
                   >=,
                   5);
  return wall;
}

/* Golden: what clocks showed. other only where they showed it twice; of a gap, see below. */
static const struct
{
  const char  *zone, *wall;
  AftWallState state;
  const char  *instant, *other;
} readings[] = {
  { "UTC", "2026-05-04 14:02", AFT_WALL_UNIQUE, "2026-05-04T14:02:00Z" },
  { "UTC", "0001-01-01 00:00", AFT_WALL_UNIQUE, "0001-01-01T00:00:00Z" },
  { "UTC", "9999-12-31 23:59:59", AFT_WALL_UNIQUE, "9999-12-31T23:59:59Z" },
  { "+02:00", "2026-05-04 14:02", AFT_WALL_UNIQUE, "2026-05-04T12:02:00Z" },
  { "-09:30", "2026-05-04 14:02", AFT_WALL_UNIQUE, "2026-05-04T23:32:00Z" },
  { "+14:00", "2026-05-04 01:00", AFT_WALL_UNIQUE, "2026-05-03T11:00:00Z" },
  { "Etc/GMT+5", "2026-05-04 14:02", AFT_WALL_UNIQUE, "2026-05-04T19:02:00Z" },
  /* Zurich: forward 2026-03-29 02:00, back 2026-10-25 03:00 */
  { "Europe/Zurich", "2026-01-15 12:00", AFT_WALL_UNIQUE, "2026-01-15T11:00:00Z" },
  { "Europe/Zurich", "2026-07-15 12:00", AFT_WALL_UNIQUE, "2026-07-15T10:00:00Z" },
  { "Europe/Zurich", "2026-03-29 01:59:59", AFT_WALL_UNIQUE, "2026-03-29T00:59:59Z" },
  { "Europe/Zurich", "2026-03-29 02:00", AFT_WALL_GAP, "2026-03-29T01:00:00Z" },
  { "Europe/Zurich", "2026-03-29 02:30", AFT_WALL_GAP, "2026-03-29T01:30:00Z" },
  { "Europe/Zurich", "2026-03-29 02:59:59", AFT_WALL_GAP, "2026-03-29T01:59:59Z" },
  { "Europe/Zurich", "2026-03-29 03:00", AFT_WALL_UNIQUE, "2026-03-29T01:00:00Z" },
  { "Europe/Zurich", "2026-03-28 12:00", AFT_WALL_UNIQUE, "2026-03-28T11:00:00Z" },
  { "Europe/Zurich", "2026-03-30 12:00", AFT_WALL_UNIQUE, "2026-03-30T10:00:00Z" },
  { "Europe/Zurich", "2026-10-25 01:59:59", AFT_WALL_UNIQUE, "2026-10-24T23:59:59Z" },
  { "Europe/Zurich",
    "2026-10-25 02:00",
    AFT_WALL_AMBIGUOUS,
    "2026-10-25T00:00:00Z",
    "2026-10-25T01:00:00Z" },
  { "Europe/Zurich",
    "2026-10-25 02:30",
    AFT_WALL_AMBIGUOUS,
    "2026-10-25T00:30:00Z",
    "2026-10-25T01:30:00Z" },
  { "Europe/Zurich",
    "2026-10-25 02:59:59",
    AFT_WALL_AMBIGUOUS,
    "2026-10-25T00:59:59Z",
    "2026-10-25T01:59:59Z" },
  { "Europe/Zurich", "2026-10-25 03:00", AFT_WALL_UNIQUE, "2026-10-25T02:00:00Z" },
  { "Europe/Zurich", "2026-10-25 03:30", AFT_WALL_UNIQUE, "2026-10-25T02:30:00Z" },
  { "Europe/London", "2026-03-29 01:30", AFT_WALL_GAP, "2026-03-29T01:30:00Z" },
  { "Europe/London",
    "2026-10-25 01:30",
    AFT_WALL_AMBIGUOUS,
    "2026-10-25T00:30:00Z",
    "2026-10-25T01:30:00Z" },
  { "Europe/London", "2026-10-25 00:59", AFT_WALL_UNIQUE, "2026-10-24T23:59:00Z" },
  /* Dublin's winter is the exception in the database: negative saving */
  { "Europe/Dublin", "2026-03-29 01:15", AFT_WALL_GAP, "2026-03-29T01:15:00Z" },
  { "Europe/Dublin",
    "2026-10-25 01:15",
    AFT_WALL_AMBIGUOUS,
    "2026-10-25T00:15:00Z",
    "2026-10-25T01:15:00Z" },
  { "America/New_York", "2026-03-08 02:30", AFT_WALL_GAP, "2026-03-08T07:30:00Z" },
  { "America/New_York", "2026-03-08 03:00", AFT_WALL_UNIQUE, "2026-03-08T07:00:00Z" },
  { "America/New_York",
    "2026-11-01 01:30",
    AFT_WALL_AMBIGUOUS,
    "2026-11-01T05:30:00Z",
    "2026-11-01T06:30:00Z" },
  { "America/New_York", "2026-11-01 02:00", AFT_WALL_UNIQUE, "2026-11-01T07:00:00Z" },
  { "America/Los_Angeles", "2026-03-08 02:00", AFT_WALL_GAP, "2026-03-08T10:00:00Z" },
  { "America/Los_Angeles",
    "2026-11-01 01:00",
    AFT_WALL_AMBIGUOUS,
    "2026-11-01T08:00:00Z",
    "2026-11-01T09:00:00Z" },
  { "America/Phoenix", "2026-03-08 02:30", AFT_WALL_UNIQUE, "2026-03-08T09:30:00Z" },
  { "America/St_Johns", "2026-07-01 12:00", AFT_WALL_UNIQUE, "2026-07-01T14:30:00Z" },
  { "America/Sao_Paulo", "2026-01-01 12:00", AFT_WALL_UNIQUE, "2026-01-01T15:00:00Z" },
  /* midnight that did not exist, and one that came twice */
  { "America/Sao_Paulo", "2018-11-04 00:00", AFT_WALL_GAP, "2018-11-04T03:00:00Z" },
  { "America/Sao_Paulo",
    "2018-02-17 23:30",
    AFT_WALL_AMBIGUOUS,
    "2018-02-18T01:30:00Z",
    "2018-02-18T02:30:00Z" },
  { "America/Havana",
    "2025-11-02 00:30",
    AFT_WALL_AMBIGUOUS,
    "2025-11-02T04:30:00Z",
    "2025-11-02T05:30:00Z" },
  { "America/Havana", "2025-03-09 00:30", AFT_WALL_GAP, "2025-03-09T05:30:00Z" },
  /* half an hour only */
  { "Australia/Lord_Howe", "2026-10-04 02:15", AFT_WALL_GAP, "2026-10-03T15:45:00Z" },
  { "Australia/Lord_Howe", "2026-10-04 02:30", AFT_WALL_UNIQUE, "2026-10-03T15:30:00Z" },
  { "Australia/Lord_Howe",
    "2026-04-05 01:45",
    AFT_WALL_AMBIGUOUS,
    "2026-04-04T14:45:00Z",
    "2026-04-04T15:15:00Z" },
  { "Australia/Lord_Howe", "2026-04-05 02:00", AFT_WALL_UNIQUE, "2026-04-04T15:30:00Z" },
  { "Australia/Sydney", "2026-10-04 02:30", AFT_WALL_GAP, "2026-10-03T16:30:00Z" },
  { "Australia/Sydney",
    "2026-04-05 02:30",
    AFT_WALL_AMBIGUOUS,
    "2026-04-04T15:30:00Z",
    "2026-04-04T16:30:00Z" },
  { "Asia/Kolkata", "2026-05-04 14:02", AFT_WALL_UNIQUE, "2026-05-04T08:32:00Z" },
  { "Asia/Kathmandu", "2026-05-04 14:02", AFT_WALL_UNIQUE, "2026-05-04T08:17:00Z" },
  { "Pacific/Chatham", "2026-01-15 12:00", AFT_WALL_UNIQUE, "2026-01-14T22:15:00Z" },
  { "Pacific/Chatham", "2026-09-27 03:00", AFT_WALL_GAP, "2026-09-26T14:15:00Z" },
  { "Pacific/Kiritimati", "2026-05-04 14:02", AFT_WALL_UNIQUE, "2026-05-04T00:02:00Z" },
  /* a day that was skipped as a whole */
  { "Pacific/Apia", "2011-12-29 23:59", AFT_WALL_UNIQUE, "2011-12-30T09:59:00Z" },
  { "Pacific/Apia", "2011-12-30 00:00", AFT_WALL_GAP, "2011-12-30T10:00:00Z" },
  { "Pacific/Apia", "2011-12-30 12:00", AFT_WALL_GAP, "2011-12-30T22:00:00Z" },
  { "Pacific/Apia", "2011-12-30 23:59", AFT_WALL_GAP, "2011-12-31T09:59:00Z" },
  { "Pacific/Apia", "2011-12-31 00:00", AFT_WALL_UNIQUE, "2011-12-30T10:00:00Z" },
  /* changes of the standard offset */
  { "Asia/Pyongyang", "2018-05-04 23:45", AFT_WALL_GAP, "2018-05-04T15:15:00Z" },
  { "Europe/Moscow",
    "2014-10-26 01:30",
    AFT_WALL_AMBIGUOUS,
    "2014-10-25T21:30:00Z",
    "2014-10-25T22:30:00Z" },
  { "America/Caracas", "2016-05-01 02:45", AFT_WALL_GAP, "2016-05-01T07:15:00Z" },
  { "Africa/Casablanca",
    "2026-02-15 02:30",
    AFT_WALL_AMBIGUOUS,
    "2026-02-15T01:30:00Z",
    "2026-02-15T02:30:00Z" },
  /* beyond the table, by its rule */
  { "Europe/Zurich", "2050-07-15 12:00", AFT_WALL_UNIQUE, "2050-07-15T10:00:00Z" },
  { "America/New_York", "2060-01-15 12:00", AFT_WALL_UNIQUE, "2060-01-15T17:00:00Z" },
};

/* A reading that no clock showed: the two instants lie as far behind the change and before it as
 * the reading lies in the gap, and clocks show them as the reading moved by the gap's length. */
static void
check_gap (const AftZone *zone, const AftWall *wall, AftInstant instant, AftInstant other)
{
  int     length = aft_zone_offset_at (zone, instant) - aft_zone_offset_at (zone, other);
  AftWall shown;

  g_assert_cmpint (length, >, 0);
  g_assert_cmpint (instant - other, ==, length * AFT_SECOND);
  aft_zone_to_wall (zone, instant, &shown);
  g_assert_false (shown.day == wall->day && shown.hour == wall->hour &&
                  shown.minute == wall->minute);
}

static void
check_reading (guint i)
{
  const AftZone *zone = aft_zone_get (readings[i].zone, NULL);
  AftWall        wall = wall_of (readings[i].wall);
  AftInstant     instant, other;
  AftWallState   state;

  g_assert_nonnull (zone);
  state = aft_zone_from_wall (zone, &wall, &instant, &other);
  g_test_message ("%s %s", readings[i].zone, readings[i].wall);
  g_assert_cmpint (state, ==, readings[i].state);
  g_assert_cmpint (instant, ==, instant_of (readings[i].instant));
  if (state == AFT_WALL_GAP)
    check_gap (zone, &wall, instant, other);
  else
    g_assert_cmpint (
        other, ==, readings[i].other != NULL ? instant_of (readings[i].other) : AFT_INSTANT_NONE);
  g_assert_cmpint (aft_zone_from_wall (zone, &wall, &instant, NULL), ==, state);
}

static void
test_readings (void)
{
  g_assert_cmpuint (G_N_ELEMENTS (readings), >=, 60);
  for (guint i = 0; i < G_N_ELEMENTS (readings); i++)
    check_reading (i);
}

/* Every quarter of an hour of two years, in zones that change in every way: what a clock shows
 * reads back as the instant it was shown at, or as the earlier of two. */
static void
test_clock_reads_back (void)
{
  static const char *const zones[] = { "Europe/Zurich", "America/New_York", "Australia/Lord_Howe",
                                       "Pacific/Apia",  "America/Havana",   "Africa/Casablanca" };

  for (guint i = 0; i < G_N_ELEMENTS (zones); i++)
    {
      const AftZone *zone = aft_zone_get (zones[i], NULL);
      AftInstant     end = instant_of ("2012-12-31T00:00:00Z");

      for (AftInstant at = instant_of ("2011-01-01T00:00:00Z"); at < end; at += 15 * AFT_MINUTE)
        {
          AftInstant   instant, other;
          AftWall      wall;
          AftWallState state;

          aft_zone_to_wall (zone, at, &wall);
          state = aft_zone_from_wall (zone, &wall, &instant, &other);
          g_assert_cmpint (state, !=, AFT_WALL_GAP);
          if (instant != at)
            g_assert_cmpint (other, ==, at);
        }
    }
}

static void
test_unknown (void)
{
  static const char *const names[] = {
    "",
    "Europe/Zürich",
    "Europe/Nowhere",
    "europe/zurich zurich",
    "/etc/passwd",
    "Europe",
    "../../etc/passwd",
    "Europe/../Europe/Zurich",
    "+2",
    "+26:00",
    "-26:00",
    "+24:00",
    "+02:60",
    "02:00",
    "AAA3BBB,M3.2.0,M11.1.0",
    "zone.tab",
    "+16:00",
    "+ab:cd",
    "\xff\xfe",
    "Mars/Olympus",
    "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
  };

  g_assert_null (aft_zone_get (NULL, NULL));
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autoptr (GError) error = NULL;

      if (aft_zone_get (names[i], &error) != NULL)
        g_error ("taken: %s", names[i]);
      g_assert_error (error, AFT_BASE_ERROR, AFT_BASE_ERROR_ZONE);
      g_assert_true (aft_zone_get_or_utc (names[i]) == aft_zone_utc ());
    }
}

static void
test_names (void)
{
  const char *const *names = aft_zone_list ();
  guint              n = 0;

  for (; names[n] != NULL; n++)
    {
      const AftZone *zone = aft_zone_get (names[n], NULL);

      g_assert_nonnull (zone);
      g_assert_cmpstr (aft_zone_get_name (zone), ==, names[n]);
      g_assert_true (aft_zone_get (names[n], NULL) == zone);
      if (n > 0)
        g_assert_cmpstr (names[n - 1], <, names[n]);
    }
  g_assert_cmpuint (n, >=, 15);
  g_assert_true (g_strv_contains (names, "UTC"));
  g_assert_true (g_strv_contains (names, "Europe/Zurich"));
}

static void
test_abbreviations (void)
{
  static const struct
  {
    const char *zone, *at, *abbreviation;
    int         offset;
  } cases[] = {
    { "Europe/Zurich", "2026-07-01T00:00:00Z", "CEST", 7200 },
    { "Europe/Zurich", "2026-01-01T00:00:00Z", "CET", 3600 },
    { "America/New_York", "2026-07-01T00:00:00Z", "EDT", -14400 },
    { "UTC", "2026-07-01T00:00:00Z", "UTC", 0 },
    { "America/Sao_Paulo", "2026-07-01T00:00:00Z", "UTC−3", -10800 },
    { "Asia/Kathmandu", "2026-07-01T00:00:00Z", "UTC+5:45", 20700 },
    { "+02:00", "2026-07-01T00:00:00Z", "UTC+2", 7200 },
    { "-09:30", "2026-07-01T00:00:00Z", "UTC−9:30", -34200 },
    { "+00:00", "2026-07-01T00:00:00Z", "UTC", 0 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const AftZone *zone = aft_zone_get (cases[i].zone, NULL);
      AftInstant     at = instant_of (cases[i].at);

      g_assert_cmpstr (aft_zone_abbreviation_at (zone, at), ==, cases[i].abbreviation);
      g_assert_cmpint (aft_zone_offset_at (zone, at), ==, cases[i].offset);
    }
}

static void
test_formats (void)
{
  const AftZone   *zone = aft_zone_get ("Europe/Zurich", NULL);
  AftInstant       at = instant_of ("2026-05-04T22:30:05.25Z");
  g_autofree char *time = aft_zone_format_time (zone, at);
  g_autofree char *minute = aft_zone_format_time (zone, at - 5250000);
  g_autofree char *date = aft_zone_format_date (zone, at);
  g_autofree char *both = aft_zone_format (zone, at);

  g_assert_cmpstr (time, ==, "00:30:05");
  g_assert_cmpstr (minute, ==, "00:30");
  g_assert_cmpstr (date, ==, "2026-05-05");
  g_assert_cmpstr (both, ==, "2026-05-05 00:30:05");
}

static void
test_day_start (void)
{
  static const struct
  {
    const char *zone, *at, *start;
  } cases[] = {
    { "UTC", "2026-05-04T14:02:00Z", "2026-05-04T00:00:00Z" },
    { "UTC", "1969-12-31T23:00:00Z", "1969-12-31T00:00:00Z" },
    { "Europe/Zurich", "2026-05-04T22:30:00Z", "2026-05-04T22:00:00Z" },
    { "Europe/Zurich", "2026-03-29T12:00:00Z", "2026-03-28T23:00:00Z" },
    { "America/Sao_Paulo", "2018-11-04T12:00:00Z", "2018-11-04T03:00:00Z" },
    { "America/Havana", "2025-11-02T12:00:00Z", "2025-11-02T04:00:00Z" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_cmpint (
        aft_zone_day_start (aft_zone_get (cases[i].zone, NULL), instant_of (cases[i].at)),
        ==,
        instant_of (cases[i].start));
}

/* The names are read once in a process: these have one of their own. */
static void
test_no_database (void)
{
  const char *const *names;

  if (!g_test_subprocess ())
    {
      g_test_trap_subprocess (NULL, 0, 0);
      g_test_trap_assert_passed ();
      return;
    }
  g_setenv ("TZDIR", "/nonexistent", TRUE);
  names = aft_zone_list ();
  g_assert_cmpstr (names[0], ==, "UTC");
  g_assert_null (names[1]);
  g_assert_null (aft_zone_get ("Europe/Zurich", NULL));
  g_assert_nonnull (aft_zone_get ("+02:00", NULL));
}

static void
test_no_table (void)
{
  g_autofree char *folder = NULL;
  g_autofree char *link = NULL;

  if (!g_test_subprocess ())
    {
      g_test_trap_subprocess (NULL, 0, 0);
      g_test_trap_assert_passed ();
      return;
    }
  folder = g_dir_make_tmp ("afterword-zones-XXXXXX", NULL);
  link = g_build_filename (folder, "Europe", NULL);
  g_assert_cmpint (symlink ("/usr/share/zoneinfo/Europe", link), ==, 0);
  g_setenv ("TZDIR", folder, TRUE);
  g_assert_true (g_strv_contains (aft_zone_list (), "Europe/Zurich"));
  g_assert_false (g_strv_contains (aft_zone_list (), "Asia/Tokyo"));
  g_assert_cmpint (unlink (link), ==, 0);
  g_assert_cmpint (rmdir (folder), ==, 0);
}

static void
test_local (void)
{
  static const char *const names[][2] = { { "Europe/Zurich", "Europe/Zurich" },
                                          { "Mars/Olympus", "UTC" },
                                          { "UTC", "UTC" } };

  if (g_test_subprocess ())
    {
      g_print ("<%s>", aft_zone_local_name ());
      return;
    }
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *pattern = g_strdup_printf ("*<%s>*", names[i][1]);

      g_setenv ("TZ", names[i][0], TRUE);
      g_test_trap_subprocess (NULL, 0, 0);
      g_test_trap_assert_passed ();
      g_test_trap_assert_stdout (pattern);
    }
  g_setenv ("TZ", "UTC", TRUE);
}

static gpointer
look_up_all (gpointer data)
{
  const char *const *names = aft_zone_list ();

  for (guint i = 0; names[i] != NULL; i++)
    g_assert_nonnull (aft_zone_abbreviation_at (aft_zone_get (names[i], NULL), 0));
  return NULL;
}

static void
test_threads (void)
{
  GThread *threads[4];

  for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
    threads[i] = g_thread_new ("zones", look_up_all, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
    g_thread_join (threads[i]);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/base/zone/threads share the zones", test_threads);
  g_test_add_func ("/base/zone/gaps and overlaps are told", test_readings);
  g_test_add_func ("/base/zone/what a clock shows reads back", test_clock_reads_back);
  g_test_add_func ("/base/zone/an unknown name is an error", test_unknown);
  g_test_add_func ("/base/zone/every listed name is a zone", test_names);
  g_test_add_func ("/base/zone/the short name is that of the season", test_abbreviations);
  g_test_add_func ("/base/zone/times are shown in the zone", test_formats);
  g_test_add_func ("/base/zone/a day begins where its clock does", test_day_start);
  g_test_add_func ("/base/zone/without a database there is utc", test_no_database);
  g_test_add_func ("/base/zone/without a table there are the common names", test_no_table);
  g_test_add_func ("/base/zone/the local zone has a name", test_local);
  return g_test_run ();
}
