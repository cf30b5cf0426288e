/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/sections/event-filter.h"

#include "model/events.h"

gboolean
aft_event_filter_is_active (const AftEventFilter *self)
{
  return self->lane != AFT_CHOICE_NONE || self->kind != AFT_CHOICE_NONE;
}

gboolean
aft_event_filter_matches (const AftEventFilter *self, AftRecord *event)
{
  return (self->lane == AFT_CHOICE_NONE ||
          self->lane == aft_record_get_choice (event, AFT_EVENT_LANE)) &&
         (self->kind == AFT_CHOICE_NONE ||
          self->kind == aft_record_get_choice (event, AFT_EVENT_KIND));
}

GPtrArray *
aft_event_filter_apply (const AftEventFilter *self, AftRecordList *events)
{
  g_autoptr (GPtrArray) sorted = aft_events_sort (events);
  GPtrArray *matching;

  if (!aft_event_filter_is_active (self))
    return g_steal_pointer (&sorted);
  matching = g_ptr_array_new ();
  for (guint i = 0; i < sorted->len; i++)
    if (aft_event_filter_matches (self, g_ptr_array_index (sorted, i)))
      g_ptr_array_add (matching, g_ptr_array_index (sorted, i));
  return matching;
}
