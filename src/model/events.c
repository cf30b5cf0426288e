/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/events.h"

AftInstant
aft_event_get_at (AftRecord *event)
{
  return aft_record_get_integer (event, AFT_EVENT_AT, AFT_INSTANT_NONE);
}

AftInstant
aft_event_get_until (AftRecord *event)
{
  AftInstant at = aft_event_get_at (event);
  AftInstant until = aft_record_get_integer (event, AFT_EVENT_UNTIL, AFT_INSTANT_NONE);

  return at != AFT_INSTANT_NONE && until > at ? until : AFT_INSTANT_NONE;
}

int
aft_events_compare (gconstpointer a, gconstpointer b, gpointer unused)
{
  AftInstant at_a = aft_event_get_at ((AftRecord *) a);
  AftInstant at_b = aft_event_get_at ((AftRecord *) b);

  if (at_a == at_b)
    return 0;
  if (at_a == AFT_INSTANT_NONE)
    return 1;
  if (at_b == AFT_INSTANT_NONE)
    return -1;
  return at_a < at_b ? -1 : 1;
}

static int
compare_pointers (gconstpointer a, gconstpointer b, gpointer unused)
{
  return aft_events_compare (*(gconstpointer *) a, *(gconstpointer *) b, NULL);
}

GPtrArray *
aft_events_sort (AftRecordList *events)
{
  GPtrArray *sorted = g_ptr_array_new ();

  for (guint i = 0; i < aft_record_list_get_length (events); i++)
    g_ptr_array_add (sorted, aft_record_list_get (events, i));
  /* g_ptr_array_sort_with_data() is a merge sort: equal instants keep the order of the file */
  g_ptr_array_sort_with_data (sorted, compare_pointers, NULL);
  return sorted;
}

AftRecord *
aft_events_find_milestone (AftRecordList *events, AftMilestone milestone)
{
  for (guint i = 0; i < aft_record_list_get_length (events); i++)
    {
      AftRecord *event = aft_record_list_get (events, i);

      if (aft_record_get_choice (event, AFT_EVENT_MILESTONE) == milestone)
        return event;
    }
  return NULL;
}

void
aft_events_set_milestone (AftPostmortem *postmortem, AftRecord *event, guint milestone)
{
  AftRecordList *events = aft_record_get_owner (event);
  AftRecord     *marked = NULL;

  if (milestone != AFT_CHOICE_NONE && events != NULL)
    marked = aft_events_find_milestone (events, milestone);
  if (marked == event)
    return;
  aft_postmortem_begin_group (postmortem);
  if (marked != NULL)
    aft_postmortem_clear (postmortem, marked, AFT_EVENT_MILESTONE);
  aft_postmortem_set_choice (postmortem, event, AFT_EVENT_MILESTONE, milestone);
  aft_postmortem_end_group (postmortem);
}

AftInstant
aft_events_find_previous (AftRecordList *events, AftRecord *event)
{
  AftInstant own = event != NULL ? aft_event_get_at (event) : AFT_INSTANT_NONE;
  AftInstant previous = AFT_INSTANT_NONE;
  gboolean   is_behind = FALSE; /* the event, in the order of the file */

  for (guint i = 0; i < aft_record_list_get_length (events); i++)
    {
      AftRecord *other = aft_record_list_get (events, i);
      AftInstant at = aft_event_get_at (other);

      is_behind = is_behind || other == event;
      if (other != event && (own == AFT_INSTANT_NONE || at < own || (at == own && !is_behind)))
        previous = MAX (previous, at);
    }
  return previous != AFT_INSTANT_NONE ? previous : own;
}

gboolean
aft_events_span (AftRecordList *events, AftInstant *first, AftInstant *last)
{
  gboolean found = FALSE;

  for (guint i = 0; i < aft_record_list_get_length (events); i++)
    {
      AftRecord *event = aft_record_list_get (events, i);
      AftInstant at = aft_event_get_at (event);
      AftInstant end = MAX (at, aft_event_get_until (event));

      if (at == AFT_INSTANT_NONE)
        continue;
      *first = found ? MIN (*first, at) : at;
      *last = found ? MAX (*last, end) : end;
      found = TRUE;
    }
  return found;
}
