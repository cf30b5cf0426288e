/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/zone-search.h"

/* 2026-07-15 and 2026-01-15, 12:00 UTC. */
#define SUMMER ((AftInstant) 1784116800 * AFT_SECOND)
#define WINTER ((AftInstant) 1768478400 * AFT_SECOND)

static const AftZonePlace *
find_place (GPtrArray *found, const char *name)
{
  for (guint i = 0; i < found->len; i++)
    if (g_str_equal (((const AftZonePlace *) g_ptr_array_index (found, i))->name, name))
      return g_ptr_array_index (found, i);
  return NULL;
}

static void
test_first (void)
{
  static const struct
  {
    const char *query, *first;
  } cases[] = {
    { "zurich", "Europe/Zurich" },
    { "Zürich", "Europe/Zurich" },
    { "ZUR", "Europe/Zurich" },
    { "Europe/Zurich", "Europe/Zurich" },
    { "CH", "Europe/Zurich" },
    { "switz", "Europe/Zurich" },
    { "new york", "America/New_York" },
    { "new_york", "America/New_York" },
    { "york us", "America/New_York" },
    { "Buenos", "America/Argentina/Buenos_Aires" },
    { "são paulo", "America/Sao_Paulo" },
    { "brit", "Europe/London" },
    { "utc", "UTC" },
    { "+05:45", "Asia/Kathmandu" },
    { "UTC+5:45", "Asia/Kathmandu" },
    { "in", "Asia/Kolkata" },
    { "asia tokyo", "Asia/Tokyo" },
    { "  jp  ", "Asia/Tokyo" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GPtrArray) found = aft_zone_search (cases[i].query, SUMMER);

      g_test_message ("%s", cases[i].query);
      g_assert_cmpuint (found->len, >, 0);
      g_assert_cmpstr (
          ((const AftZonePlace *) g_ptr_array_index (found, 0))->name, ==, cases[i].first);
    }
}

/* What is in force is that of the season. */
static void
test_season (void)
{
  static const struct
  {
    const char *query, *name;
    gboolean    in_summer, in_winter;
  } cases[] = {
    { "CEST", "Europe/Zurich", TRUE, FALSE },      { "cet", "Europe/Zurich", FALSE, TRUE },
    { "+2", "Europe/Zurich", TRUE, FALSE },        { "+02:00", "Africa/Cairo", FALSE, TRUE },
    { "utc+1", "Europe/Zurich", FALSE, TRUE },     { "GMT-4", "America/New_York", TRUE, FALSE },
    { "−5", "America/New_York", FALSE, TRUE },     { "-0330", "America/St_Johns", FALSE, TRUE },
    { "+2 berlin", "Europe/Berlin", TRUE, FALSE }, { "+2 berlin", "Europe/Zurich", FALSE, FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GPtrArray) summer = aft_zone_search (cases[i].query, SUMMER);
      g_autoptr (GPtrArray) winter = aft_zone_search (cases[i].query, WINTER);

      g_test_message ("%s: %s", cases[i].query, cases[i].name);
      g_assert_cmpint (find_place (summer, cases[i].name) != NULL, ==, cases[i].in_summer);
      g_assert_cmpint (find_place (winter, cases[i].name) != NULL, ==, cases[i].in_winter);
    }
}

static void
test_none (void)
{
  static const char *const queries[] = { "atlantis",
                                         "zurich us",
                                         "urich",
                                         "+14:30",
                                         "z"
                                         "\xc3\xbc"
                                         "x" };

  for (guint i = 0; i < G_N_ELEMENTS (queries); i++)
    {
      g_autoptr (GPtrArray) found = aft_zone_search (queries[i], SUMMER);

      g_test_message ("%s", queries[i]);
      g_assert_cmpuint (found->len, ==, 0);
    }
}

static void
test_places (void)
{
  guint               n_places;
  const AftZonePlace *places = aft_zone_places (&n_places);
  g_autoptr (GPtrArray) all = aft_zone_search ("", SUMMER);
  const AftZonePlace *place = find_place (all, "America/Argentina/Buenos_Aires");

  g_assert_cmpuint (n_places, ==, g_strv_length ((char **) aft_zone_list ()));
  g_assert_cmpuint (all->len, ==, n_places);
  g_assert_true (g_ptr_array_index (all, 0) == places);
  g_assert_cmpstr (place->city, ==, "Buenos Aires");
  g_assert_cmpstr (place->region, ==, "America, Argentina");
  g_assert_cmpstr (place->country, ==, "Argentina");
  g_assert_cmpstr (place->code, ==, "AR");
  place = find_place (all, "UTC");
  g_assert_cmpstr (place->city, ==, "UTC");
  g_assert_cmpstr (place->region, ==, "");
  g_assert_cmpstr (place->country, ==, "");
}

/* Without a table of countries the names still serve. */
static void
test_no_database (void)
{
  g_autoptr (GPtrArray) found = NULL;

  if (!g_test_subprocess ())
    {
      g_test_trap_subprocess (NULL, 0, 0);
      g_test_trap_assert_passed ();
      return;
    }
  g_setenv ("TZDIR", "/nonexistent", TRUE);
  found = aft_zone_search ("utc", SUMMER);
  g_assert_cmpuint (found->len, ==, 1);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/base/zone-search/the one meant comes first", test_first);
  g_test_add_func ("/base/zone-search/names and offsets are those in force", test_season);
  g_test_add_func ("/base/zone-search/nothing else is found", test_none);
  g_test_add_func ("/base/zone-search/a place has its city and country", test_places);
  g_test_add_func ("/base/zone-search/without a database there is utc", test_no_database);
  return g_test_run ();
}
