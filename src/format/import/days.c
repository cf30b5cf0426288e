/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "format/import/days.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "base/calendar.h"
#include "format/import/build.h"
#include "format/import/stamp-private.h"
#include "model/events.h"

/* Within this many days a text speaks of the same incident. */
#define NEAR_DAYS 3

typedef gboolean (*DayFound) (const AftDay *day, gpointer data);

static AftDay
day_of (const AftStampPart *part, int year)
{
  return (AftDay){ part->has_year ? part->year : year, part->month, part->day };
}

gint64
aft_days_between (const AftDay *a, const AftDay *b)
{
  return aft_calendar_days (b->year, b->month, b->day) -
         aft_calendar_days (a->year, a->month, a->day);
}

/* Each date of the text, until the function says FALSE. year: of those that name none */
static void
each_day (const char *text, int year, DayFound function, gpointer data)
{
  const char *end = text + strlen (text);

  for (const char *p = text; p < end;)
    {
      AftStampPart part = { 0 };
      gboolean     doubtful = FALSE, placeholder = FALSE;
      gsize        n = 0;

      if (g_ascii_isalnum (*p) && (p == text || !g_ascii_isalnum (p[-1])))
        n = _aft_stamp_read_date (p, end, &part, &doubtful, &placeholder);
      if (n > 0 && part.has_date)
        {
          const AftDay day = day_of (&part, year);

          if (!function (&day, data))
            return;
        }
      p += MAX (n, 1);
    }
}

typedef struct
{
  const AftDay *near;
  AftDay        found;
  guint         n;
} Search;

static gboolean
collect_near (const AftDay *day, gpointer data)
{
  Search *search = data;
  gint64  distance = aft_days_between (search->near, day);

  if (distance != 0 && ABS (distance) <= NEAR_DAYS &&
      (search->n == 0 || aft_days_between (&search->found, day) != 0))
    {
      search->found = *day;
      search->n++;
    }
  /* the day itself is named: no need for another */
  if (distance == 0)
    search->n = G_MAXUINT;
  return search->n < 2;
}

gboolean
aft_days_find_near (const char *text, const AftDay *near, AftDay *found)
{
  Search search = { .near = near };

  each_day (text, near->year, collect_near, &search);
  *found = search.found;
  return search.n == 1;
}

static gboolean
is_other_day (const AftDay *day, gpointer data)
{
  Search *search = data;

  if (aft_days_between (search->near, day) == 0)
    search->n++;
  return search->n == 0;
}

gboolean
aft_days_text_names (const char *text, const AftDay *day)
{
  Search search = { .near = day };

  each_day (text, day->year, is_other_day, &search);
  return search.n > 0;
}

/* Of events */

static gboolean
get_stated_day (AftRecord *event, const AftZone *zone, AftDay *day)
{
  AftWall wall;

  if (aft_event_get_at (event) == AFT_INSTANT_NONE)
    return FALSE;
  aft_zone_to_wall (zone, aft_event_get_at (event), &wall);
  *day = (AftDay){ wall.year, wall.month, wall.day };
  return !g_strv_contains (aft_record_get_words (event, AFT_EVENT_INFERRED), "date");
}

static void
move (AftRecord *event, gint64 days)
{
  const guint fields[] = { AFT_EVENT_AT, AFT_EVENT_UNTIL };

  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    if (aft_record_has (event, fields[i]))
      aft_build_set_integer (
          event, fields[i], aft_record_get_integer (event, fields[i], 0) + days * AFT_DAY);
  aft_build_add_word (event, AFT_EVENT_INFERRED, "date");
}

static void
note_move (GPtrArray *notes, const AftDay *from, const AftDay *to)
{
  g_ptr_array_add (notes,
                   /* Translators: two days, as 2026-05-04 */
                   g_strdup_printf (_ ("The timeline says %04d-%02d-%02d where all else says "
                                       "%04d-%02d-%02d: taken for the latter."),
                                    from->year,
                                    from->month,
                                    from->day,
                                    to->year,
                                    to->month,
                                    to->day));
}

static gboolean
is_slip (const AftDay *a, const AftDay *b)
{
  return (a->year != b->year) + (a->month != b->month) + (a->day != b->day) == 1;
}

void
aft_days_mend_typos (AftRecordList *events, const AftZone *zone, GPtrArray *notes)
{
  for (guint i = 1; i + 1 < aft_record_list_get_length (events); i++)
    {
      AftRecord *event = aft_record_list_get (events, i);
      AftDay     before, day, after;

      if (get_stated_day (event, zone, &day) &&
          get_stated_day (aft_record_list_get (events, i - 1), zone, &before) &&
          get_stated_day (aft_record_list_get (events, i + 1), zone, &after) &&
          aft_days_between (&before, &after) == 0 && is_slip (&day, &before) &&
          (day.day == before.day || day.year != before.year || ABS (day.day - before.day) > 1))
        {
          note_move (notes, &day, &before);
          move (event, aft_days_between (&day, &before));
        }
    }
}

void
aft_days_mend_whole (AftRecordList *events,
                     const AftZone *zone,
                     const AftDay  *day,
                     const char    *text,
                     GPtrArray     *notes)
{
  AftDay stated = { 0 };
  gint64 distance;

  for (guint i = 0; i < aft_record_list_get_length (events); i++)
    {
      AftDay one;

      if (!get_stated_day (aft_record_list_get (events, i), zone, &one))
        continue;
      if (stated.year != 0 && aft_days_between (&stated, &one) != 0)
        return;
      stated = one;
    }
  if (stated.year == 0)
    return;
  distance = aft_days_between (&stated, day);
  if (ABS (distance) <= NEAR_DAYS || !aft_days_text_names (text, day) ||
      aft_days_text_names (text, &stated))
    return;
  note_move (notes, &stated, day);
  for (guint i = 0; i < aft_record_list_get_length (events); i++)
    if (aft_event_get_at (aft_record_list_get (events, i)) != AFT_INSTANT_NONE)
      move (aft_record_list_get (events, i), distance);
}
