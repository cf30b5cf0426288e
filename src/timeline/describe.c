/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "timeline/describe.h"

#include <glib/gi18n-lib.h>

#include "base/quantity.h"
#include "base/zone.h"
#include "timeline/phase.h"

static void
append_span (const AftDigest *self, const AftZone *zone, GString *text)
{
  g_autofree char *from = aft_zone_format (zone, self->first);
  g_autofree char *to = aft_zone_format (zone, self->last);

  /* Translators: from, to, time zone */
  g_string_append_printf (text, _ (" From %s to %s (%s)."), from, to, aft_zone_get_name (zone));
}

/* With the date where not all is on one day. */
static void
append_milestone (const AftDigest *self, const AftZone *zone, guint milestone, GString *text)
{
  const AftField  *field = &aft_event_schema.fields[AFT_EVENT_MILESTONE];
  int              index = self->milestones[milestone];
  AftInstant       at;
  g_autofree char *time = NULL;

  if (index < 0 || index >= (int) self->n_timed)
    return;
  at = aft_digest_get (self, index)->at;
  time = aft_zone_day_start (zone, self->first) == aft_zone_day_start (zone, self->last)
             ? aft_zone_format_time (zone, at)
             : aft_zone_format (zone, at);
  g_string_append_printf (text, " %s: %s.", aft_field_get_choice_label (field, milestone), time);
}

static void
append_phases (const AftDigest *self, GString *text)
{
  AftPhaseSpan spans[AFT_N_PHASES];
  guint        n = aft_phases_find (self, spans);

  for (guint i = 0; i < n; i++)
    {
      g_autofree char *duration = aft_duration_format ((spans[i].to - spans[i].from) / AFT_SECOND);

      g_string_append_printf (text, " %s: %s.", aft_phase_get_label (spans[i].phase), duration);
    }
}

char *
aft_digest_describe (const AftDigest *self, const char *zone_name)
{
  const AftZone *zone = aft_zone_get_or_utc (zone_name);
  GString       *text = g_string_new (NULL);
  guint          n = self->events->len;

  g_string_append_printf (
      text,
      g_dngettext (GETTEXT_PACKAGE, "Timeline with %u event.", "Timeline with %u events.", n),
      n);
  if (self->n_timed == 0)
    return g_string_free (text, FALSE);
  append_span (self, zone, text);
  for (guint milestone = 0; milestone < AFT_N_MILESTONES; milestone++)
    append_milestone (self, zone, milestone, text);
  append_phases (self, text);
  return g_string_free (text, FALSE);
}
