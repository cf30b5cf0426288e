/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "base/quantity.h"
#include "model/events.h"
#include "timeline/figure.h"

static void
append_span (const AftFigure *self, const AftZone *zone, GString *text)
{
  const AftEventBox *first = &g_array_index (self->events, AftEventBox, 0);
  AftInstant         from = aft_event_get_at (first->event), to = from;
  g_autofree char   *from_text = NULL;
  g_autofree char   *to_text = NULL;

  if (from == AFT_INSTANT_NONE)
    return;
  for (guint i = 0; i < self->events->len; i++)
    to = MAX (to, aft_event_get_at (g_array_index (self->events, AftEventBox, i).event));
  from_text = aft_zone_format (zone, from);
  to_text = aft_zone_format (zone, to);
  /* Translators: from, to, time zone */
  g_string_append_printf (
      text, _ (" From %s to %s (%s)."), from_text, to_text, aft_zone_get_name (zone));
}

char *
aft_figure_describe (const AftFigure *self, const char *zone_name)
{
  const AftZone *zone = aft_zone_get_or_utc (zone_name);
  GString       *text = g_string_new (NULL);
  guint          n = self->events->len;

  g_string_append_printf (
      text,
      g_dngettext (GETTEXT_PACKAGE, "Timeline with %u event.", "Timeline with %u events.", n),
      n);
  if (n > 0)
    append_span (self, zone, text);
  for (guint i = 0; i < self->flags->len; i++)
    {
      const AftFlagBox *flag = &g_array_index (self->flags, AftFlagBox, i);
      g_autofree char  *time = aft_zone_format_time (zone, aft_event_get_at (flag->event));
      const AftField   *field = &aft_event_schema.fields[AFT_EVENT_MILESTONE];

      g_string_append_printf (
          text, " %s: %s.", aft_field_get_choice_label (field, flag->milestone), time);
    }
  for (guint i = 0; i < self->phases->len; i++)
    {
      const AftPhaseBox *phase = &g_array_index (self->phases, AftPhaseBox, i);
      g_autofree char   *duration = aft_duration_format ((phase->to - phase->from) / AFT_SECOND);

      g_string_append_printf (text, " %s: %s.", aft_phase_get_label (phase->phase), duration);
    }
  return g_string_free (text, FALSE);
}
