/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "base/quantity.h"
#include "ui/sections/event-face.h"
#include "ui/timeline/timeline-view-private.h"

#define MAX_TITLES 6 /* of a cluster, in its tooltip */

char *
aft_timeline_view_name_event (AftTimelineView *self, guint index)
{
  const AftEventBox *box = &g_array_index (self->figure->events, AftEventBox, index);
  g_autofree char   *name = aft_event_face_name (box->event, aft_timeline_view_get_zone (self));
  guint              n_events;

  if (box->cluster < 0)
    return g_steal_pointer (&name);
  n_events = g_array_index (self->figure->clusters, AftClusterBox, box->cluster).n_events;
  /* Translators: an event, then how many are drawn as one */
  return g_strdup_printf (
      ngettext ("%s (in a group of %u)", "%s (in a group of %u)", n_events), name, n_events);
}

static char *
format_span (AftTimelineView *self, const AftClusterBox *box)
{
  const AftZone   *zone = aft_timeline_view_get_zone (self);
  g_autofree char *from = aft_zone_format_time (zone, box->from);
  g_autofree char *to = aft_zone_format_time (zone, box->to);

  return g_strconcat (from, "–", to, NULL);
}

char *
aft_timeline_view_name_cluster (AftTimelineView *self, guint index)
{
  const AftClusterBox *box = &g_array_index (self->figure->clusters, AftClusterBox, index);
  g_autofree char     *span = NULL;
  GString             *name = g_string_new (NULL);
  guint                n_titles = 0;

  span = format_span (self, box);
  g_string_printf (name,
                   /* Translators: a number of events, and the times of the first and the last */
                   ngettext ("%u event, %s", "%u events, %s", box->n_events),
                   box->n_events,
                   span);
  for (guint i = box->first; i <= box->last && n_titles < MAX_TITLES; i++)
    {
      const AftEventBox *event = &g_array_index (self->figure->events, AftEventBox, i);
      g_autofree char   *title = NULL;

      if (event->cluster != (int) index)
        continue;
      title = aft_event_face_title (event->event);
      g_string_append_printf (name, "\n%s", title);
      n_titles++;
    }
  if (n_titles < box->n_events)
    g_string_append (name, "\n…");
  return g_string_free (name, FALSE);
}

static char *
name_gap (const AftGapBox *box)
{
  g_autofree char *length = aft_duration_format ((box->to - box->from) / AFT_SECOND);

  return g_strdup_printf (box->is_expanded ? _ ("%s without an event. Click to shorten it.")
                                           : _ ("%s without an event. Click to show it."),
                          length);
}

char *
aft_timeline_view_name_hit (AftTimelineView *self, AftHit hit)
{
  switch (hit.type)
    {
    case AFT_HIT_EVENT:
    case AFT_HIT_RANGE_END:
      return aft_timeline_view_name_event (self, (guint) hit.index);
    case AFT_HIT_CLUSTER:
      return aft_timeline_view_name_cluster (self, (guint) hit.index);
    case AFT_HIT_GAP:
      return name_gap (&g_array_index (self->figure->gaps, AftGapBox, hit.index));
    case AFT_HIT_FLAG:
    case AFT_HIT_NOTHING:
    default:
      return NULL;
    }
}
