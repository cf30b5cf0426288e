/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "model/event-gaps.h"

#include <glib/gi18n-lib.h>

#include "base/quantity.h"
#include "base/zone.h"
#include "model/events.h"
#include "model/metrics.h"

#define MIN_LENGTH (10 * AFT_MINUTE)
#define MIN_SHARE  5 /* the fifth part */

static AftInstant
get_milestone_time (AftRecordList *events, AftMilestone milestone)
{
  AftRecord *event = aft_events_find_milestone (events, milestone);

  return event != NULL ? aft_event_get_at (event) : AFT_INSTANT_NONE;
}

/* Those with a time of day, by time. */
static GPtrArray *
collect_timed (AftRecordList *events)
{
  GPtrArray *timed = aft_events_sort (events);

  for (guint i = timed->len; i > 0; i--)
    {
      AftRecord *event = g_ptr_array_index (timed, i - 1);

      if (aft_event_get_at (event) == AFT_INSTANT_NONE ||
          aft_record_get_choice (event, AFT_EVENT_PRECISION) == AFT_PRECISION_DATE)
        g_ptr_array_remove_index (timed, i - 1);
    }
  return timed;
}

/* The incident: what is before it and after it may be quiet. */
static void
find_window (AftRecordList *events, GPtrArray *timed, AftInstant *from, AftInstant *to)
{
  AftInstant impact = get_milestone_time (events, AFT_MILESTONE_IMPACT_START);
  AftInstant resolved = get_milestone_time (events, AFT_MILESTONE_RESOLVED);

  *from = aft_event_get_at (g_ptr_array_index (timed, 0));
  *to = aft_event_get_at (g_ptr_array_index (timed, timed->len - 1));
  if (impact != AFT_INSTANT_NONE)
    *from = impact;
  if (resolved != AFT_INSTANT_NONE)
    *to = resolved;
}

/* The nearest at or before the index (step -1), or at or after it (step 1). */
static guint
find_milestone (GPtrArray *timed, guint index, int step)
{
  for (gint64 i = index; i >= 0 && i < timed->len; i += step)
    {
      guint milestone =
          aft_record_get_choice (g_ptr_array_index (timed, (guint) i), AFT_EVENT_MILESTONE);

      if (milestone != AFT_CHOICE_NONE)
        return milestone;
    }
  return AFT_CHOICE_NONE;
}

static int
compare_lengths (gconstpointer a, gconstpointer b)
{
  const AftEventGap *gap_a = a;
  const AftEventGap *gap_b = b;
  gint64             difference = (gap_b->to - gap_b->from) - (gap_a->to - gap_a->from);

  return difference != 0 ? (difference > 0 ? 1 : -1) : (gap_a->from < gap_b->from ? -1 : 1);
}

GArray *
aft_events_find_gaps (AftRecordList *events)
{
  GArray *gaps = g_array_new (FALSE, FALSE, sizeof (AftEventGap));
  g_autoptr (GPtrArray) timed = collect_timed (events);
  AftInstant from, to, busy = AFT_INSTANT_NONE;

  if (timed->len < 2)
    return gaps;
  find_window (events, timed, &from, &to);
  for (guint i = 0; i + 1 < timed->len; i++)
    {
      AftRecord  *event = g_ptr_array_index (timed, i);
      AftRecord  *next = g_ptr_array_index (timed, i + 1);
      AftEventGap gap = { .before = event, .after = next };

      busy = MAX (busy, MAX (aft_event_get_at (event), aft_event_get_until (event)));
      gap.from = busy;
      gap.to = aft_event_get_at (next);
      if (gap.from < from || gap.to > to || gap.to - gap.from < MIN_LENGTH ||
          gap.to - gap.from < (to - from) / MIN_SHARE)
        continue;
      gap.from_milestone = find_milestone (timed, i, -1);
      gap.to_milestone = find_milestone (timed, i + 1, 1);
      g_array_append_val (gaps, gap);
    }
  g_array_sort (gaps, compare_lengths);
  return gaps;
}

char *
aft_event_gap_describe (const AftEventGap *self, const char *zone_name)
{
  const AftZone   *zone = aft_zone_get_or_utc (zone_name);
  g_autofree char *length = aft_duration_format ((self->to - self->from) / AFT_SECOND);
  g_autofree char *from = aft_zone_format_time (zone, self->from);
  g_autofree char *to = aft_zone_format_time (zone, self->to);

  if (self->from_milestone == AFT_CHOICE_NONE || self->to_milestone == AFT_CHOICE_NONE)
    /* Translators: a duration, and the times of two events */
    return g_strdup_printf (_ ("%s with no event between %s and %s"), length, from, to);
  /* Translators: a duration, and two milestones: "34 min with no event between detected and
   * mitigated" */
  return g_strdup_printf (C_ ("milestones", "%s with no event between %s and %s"),
                          length,
                          aft_milestone_get_phrase (self->from_milestone),
                          aft_milestone_get_phrase (self->to_milestone));
}
