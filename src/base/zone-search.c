/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/zone-search.h"

#include <string.h>

#include "base/time-reader.h"

#define NO_MATCH G_MAXUINT

/* The tables of the zone database: lines of columns between tabs, "#" begins a comment. */
static GPtrArray *
read_table (const char *table)
{
  const char      *directory = g_getenv ("TZDIR");
  g_autofree char *path =
      g_build_filename (directory != NULL ? directory : "/usr/share/zoneinfo", table, NULL);
  g_autofree char *text = NULL;
  g_auto (GStrv) lines = NULL;
  GPtrArray *rows = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);

  if (!g_file_get_contents (path, &text, NULL, NULL))
    return rows;
  lines = g_strsplit (text, "\n", -1);
  for (guint i = 0; lines[i] != NULL; i++)
    if (*lines[i] != '#' && strchr (lines[i], '\t') != NULL)
      g_ptr_array_add (rows, g_strsplit (lines[i], "\t", 4));
  return rows;
}

/* The value beside the key in another column; "" where there is none. */
static const char *
look_up (GPtrArray *rows, guint key_column, const char *key, guint value_column)
{
  for (guint i = 0; i < rows->len; i++)
    {
      char **columns = g_ptr_array_index (rows, i);

      if (g_strv_length (columns) > MAX (key_column, value_column) &&
          g_str_equal (columns[key_column], key))
        return columns[value_column];
    }
  return "";
}

static void
name_place (AftZonePlace *place, const char *name)
{
  const char *slash = strrchr (name, '/');
  char       *city = g_strdup (slash != NULL ? slash + 1 : name);
  g_auto (GStrv) parts = g_strsplit (name, "/", -1);

  place->name = name;
  place->city = g_strdelimit (city, "_", ' ');
  g_clear_pointer (&parts[g_strv_length (parts) - 1], g_free);
  place->region = g_strdelimit (g_strjoinv (", ", parts), "_", ' ');
}

static GArray *
collect_places (void)
{
  GArray            *places = g_array_new (FALSE, TRUE, sizeof (AftZonePlace));
  const char *const *names = aft_zone_list ();
  g_autoptr (GPtrArray) zones = read_table ("zone.tab");
  g_autoptr (GPtrArray) countries = read_table ("iso3166.tab");

  for (guint i = 0; names[i] != NULL; i++)
    {
      AftZonePlace place;

      name_place (&place, names[i]);
      place.code = g_intern_string (look_up (zones, 2, names[i], 0));
      place.country = g_intern_string (look_up (countries, 0, place.code, 1));
      g_array_append_val (places, place);
    }
  return places;
}

/* Read once: the zones of a running program do not change. */
const AftZonePlace *
aft_zone_places (guint *n_places)
{
  static GArray *places;

  if (g_once_init_enter (&places))
    g_once_init_leave (&places, collect_places ());
  *n_places = places->len;
  return (const AftZonePlace *) places->data;
}

/* Lower case without accents. */
static char *
fold (const char *text)
{
  g_autofree char *plain = g_utf8_normalize (text, -1, G_NORMALIZE_ALL);
  GString         *folded = g_string_new (NULL);

  for (const char *p = plain; p != NULL && *p != '\0'; p = g_utf8_next_char (p))
    if (g_unichar_combining_class (g_utf8_get_char (p)) == 0)
      g_string_append_unichar (folded, g_unichar_tolower (g_utf8_get_char (p)));
  return g_string_free (folded, FALSE);
}

static gboolean
begins_a_word (const char *text, const char *word)
{
  g_autofree char *folded = fold (text);

  for (const char *p = folded; (p = strstr (p, word)) != NULL; p++)
    if (p == folded || !g_ascii_isalnum (p[-1]))
      return TRUE;
  return FALSE;
}

/* "+2", "utc+02:00", "−3": µs east of UTC. */
static gboolean
read_offset (const char *word, gint64 *offset)
{
  AftTimeReader reader = { .p = word };

  if (!aft_time_reader_take_zone (&reader) || !reader.has_zone || *reader.p != '\0' ||
      strpbrk (word, "+-") == NULL)
    return FALSE;
  *offset = reader.offset;
  return TRUE;
}

/* The lower the better. */
static guint
rate_word (const AftZonePlace *place, const char *word, AftInstant now)
{
  const AftZone *zone = aft_zone_get_or_utc (place->name);
  gint64         offset;

  if (read_offset (word, &offset))
    return aft_zone_offset_at (zone, now) * AFT_SECOND == offset ? 0 : NO_MATCH;
  if (g_ascii_strcasecmp (place->code, word) == 0)
    return 0;
  if (begins_a_word (place->city, word))
    return 1;
  if (begins_a_word (place->country, word) ||
      g_ascii_strcasecmp (aft_zone_abbreviation_at (zone, now), word) == 0)
    return 2;
  if (begins_a_word (place->name, word))
    return 3;
  return NO_MATCH;
}

static guint
rate (const AftZonePlace *place, const char *const *words, AftInstant now)
{
  guint sum = 0;

  for (guint i = 0; words[i] != NULL; i++)
    {
      guint rating = *words[i] != '\0' ? rate_word (place, words[i], now) : 0;

      if (rating == NO_MATCH)
        return NO_MATCH;
      sum += rating;
    }
  return sum;
}

typedef struct
{
  const AftZonePlace *place;
  guint               rating;
} Found;

/* Equal ones stay in the order of the list: g_array_sort() is stable. */
static int
compare_found (gconstpointer a, gconstpointer b)
{
  guint rating_a = ((const Found *) a)->rating;
  guint rating_b = ((const Found *) b)->rating;

  return rating_a < rating_b ? -1 : rating_a > rating_b;
}

/* A name may be written as it is in a file: "Europe/Zurich", "new_york". */
static GStrv
split_query (const char *query)
{
  g_autofree char *folded = fold (query);
  GString         *plain = g_string_new (g_strdelimit (folded, "/_,", ' '));
  GStrv            words;

  g_string_replace (plain, "−", "-", 0);
  words = g_strsplit (plain->str, " ", -1);
  g_string_free (plain, TRUE);
  return words;
}

GPtrArray *
aft_zone_search (const char *query, AftInstant now)
{
  g_auto (GStrv) words = split_query (query);
  g_autoptr (GArray) found = g_array_new (FALSE, FALSE, sizeof (Found));
  GPtrArray          *result = g_ptr_array_new ();
  guint               n_places;
  const AftZonePlace *places = aft_zone_places (&n_places);

  for (guint i = 0; i < n_places; i++)
    {
      Found one = { &places[i], rate (&places[i], (const char *const *) words, now) };

      if (one.rating != NO_MATCH)
        g_array_append_val (found, one);
    }
  g_array_sort (found, compare_found);
  for (guint i = 0; i < found->len; i++)
    g_ptr_array_add (result, (gpointer) g_array_index (found, Found, i).place);
  return result;
}
