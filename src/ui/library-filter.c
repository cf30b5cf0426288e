/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/library-filter.h"

#include <glib/gi18n-lib.h>

#include "base/zone.h"

void
aft_library_filter_clear (AftLibraryFilter *self)
{
  g_free (self->service);
  g_free (self->tag);
  *self = (AftLibraryFilter) AFT_LIBRARY_FILTER_INIT;
}

gboolean
aft_library_filter_is_empty (const AftLibraryFilter *self)
{
  return self->kind == AFT_CHOICE_NONE && self->status == AFT_CHOICE_NONE &&
         self->severity == AFT_CHOICE_NONE && self->service == NULL && self->tag == NULL &&
         self->year == 0;
}

static gboolean
choice_matches (guint wanted, guint choice)
{
  return wanted == AFT_CHOICE_NONE || wanted == choice;
}

static gboolean
word_matches (const char *wanted, const char *const *words)
{
  return wanted == NULL || g_strv_contains (words, wanted);
}

gboolean
aft_library_filter_matches (const AftLibraryFilter *self, AftEntry *entry)
{
  return choice_matches (self->kind, aft_entry_get_kind (entry)) &&
         choice_matches (self->status, aft_entry_get_status (entry)) &&
         choice_matches (self->severity, aft_entry_get_severity (entry)) &&
         word_matches (self->service, aft_entry_get_services (entry)) &&
         word_matches (self->tag, aft_entry_get_tags (entry)) &&
         (self->year == 0 || self->year == aft_library_year_of (entry));
}

AftLibraryGroup
aft_library_group_of (AftEntry *entry)
{
  if (aft_entry_get_kind (entry) == AFT_DOC_KIND_NEAR_MISS)
    return AFT_LIBRARY_NEAR_MISSES;
  return aft_entry_get_ongoing (entry) ? AFT_LIBRARY_ONGOING : AFT_LIBRARY_FINISHED;
}

const char *
aft_library_group_get_title (AftLibraryGroup group)
{
  static const char *const titles[AFT_N_LIBRARY_GROUPS] = {
    N_ ("Ongoing"),
    N_ ("Finished"),
    N_ ("Near Misses"),
  };

  return _ (titles[group]);
}

int
aft_library_year_of (AftEntry *entry)
{
  AftInstant when = aft_entry_get_start (entry);
  AftWall    wall;

  if (when == AFT_INSTANT_NONE)
    when = aft_entry_get_modified (entry);
  if (when == AFT_INSTANT_NONE)
    return 0;
  aft_zone_to_wall (aft_zone_get_or_utc (aft_entry_get_time_zone (entry)), when, &wall);
  return wall.year;
}

static int
compare_words (gconstpointer a, gconstpointer b)
{
  return g_utf8_collate (*(const char *const *) a, *(const char *const *) b);
}

static GStrv
collect_words (GPtrArray *entries, const char *const *(*get_words) (AftEntry *) )
{
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GPtrArray) words = g_ptr_array_new ();

  for (guint i = 0; i < entries->len; i++)
    for (const char *const *word = get_words (g_ptr_array_index (entries, i)); *word != NULL;
         word++)
      if (g_hash_table_add (seen, (gpointer) *word))
        g_ptr_array_add (words, g_strdup (*word));
  g_ptr_array_sort (words, compare_words);
  g_ptr_array_add (words, NULL);
  return (GStrv) g_ptr_array_steal (words, NULL);
}

GStrv
aft_library_collect_services (GPtrArray *entries)
{
  return collect_words (entries, aft_entry_get_services);
}

GStrv
aft_library_collect_tags (GPtrArray *entries)
{
  return collect_words (entries, aft_entry_get_tags);
}

static int
compare_years (gconstpointer a, gconstpointer b)
{
  return *(const int *) b - *(const int *) a;
}

GArray *
aft_library_collect_years (GPtrArray *entries)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);
  GArray *years = g_array_new (FALSE, FALSE, sizeof (int));

  for (guint i = 0; i < entries->len; i++)
    {
      int year = aft_library_year_of (g_ptr_array_index (entries, i));

      if (year != 0 && g_hash_table_add (seen, GINT_TO_POINTER (year)))
        g_array_append_val (years, year);
    }
  g_array_sort (years, compare_years);
  return years;
}

/* The number of a calendar day, so that differences are whole days whatever the clocks did. */
static gint64
day_number (AftInstant instant, const AftZone *zone)
{
  AftWall wall;
  GDate   date;

  aft_zone_to_wall (zone, instant, &wall);
  g_date_clear (&date, 1);
  g_date_set_dmy (&date, (GDateDay) wall.day, (GDateMonth) wall.month, (GDateYear) wall.year);
  return g_date_get_julian (&date);
}

static int
compare_days (gconstpointer a, gconstpointer b)
{
  gint64 difference = *(const gint64 *) a - *(const gint64 *) b;

  return difference < 0 ? -1 : difference > 0;
}

static void
measure_calm (GArray *days, gint64 today, AftLibraryFacts *facts)
{
  if (days->len == 0)
    return;
  g_array_sort (days, compare_days);
  facts->days = today - g_array_index (days, gint64, days->len - 1);
  facts->longest = facts->days;
  for (guint i = 1; i < days->len; i++)
    facts->longest =
        MAX (facts->longest, g_array_index (days, gint64, i) - g_array_index (days, gint64, i - 1));
}

void
aft_library_facts (GPtrArray *entries, AftInstant now, const char *zone, AftLibraryFacts *facts)
{
  const AftZone   *known = aft_zone_get_or_utc (zone);
  g_autofree char *today = aft_zone_format_date (known, now);
  g_autoptr (GArray) days = g_array_new (FALSE, FALSE, sizeof (gint64));

  *facts = (AftLibraryFacts){ .days = -1, .longest = -1 };
  for (guint i = 0; i < entries->len; i++)
    {
      AftEntry  *entry = g_ptr_array_index (entries, i);
      AftInstant start = aft_entry_get_start (entry);

      facts->overdue += aft_entry_count_overdue (entry, today);
      if (aft_entry_get_kind (entry) != AFT_DOC_KIND_INCIDENT)
        continue;
      if (aft_entry_get_ongoing (entry))
        facts->ongoing++;
      if (start != AFT_INSTANT_NONE && start <= now)
        {
          gint64 day = day_number (start, known);

          g_array_append_val (days, day);
        }
    }
  measure_calm (days, day_number (now, known), facts);
}
