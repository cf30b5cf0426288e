/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "base/quantity.h"
#include "model/events.h"
#include "timeline/layout.h"

static const char *const labels[AFT_N_PHASES] = {
  [AFT_PHASE_LATENT] = N_ ("Latent"),
  [AFT_PHASE_UNDETECTED] = N_ ("Undetected"),
  [AFT_PHASE_UNACKNOWLEDGED] = N_ ("Unacknowledged"),
  [AFT_PHASE_DIAGNOSING] = N_ ("Diagnosing"),
  [AFT_PHASE_MITIGATING] = N_ ("Mitigating"),
  [AFT_PHASE_RECOVERING] = N_ ("Recovering"),
};

const char *
aft_phase_get_label (AftPhase phase)
{
  return _ (labels[phase]);
}

static AftInstant
find_instant (AftFigureLayout *self, AftMilestone milestone)
{
  AftRecord *event = aft_events_find_milestone (self->events, milestone);

  return event != NULL ? aft_event_get_at (event) : AFT_INSTANT_NONE;
}

static AftInstant
first_known (AftInstant a, AftInstant b)
{
  return a != AFT_INSTANT_NONE ? a : b;
}

static char *
choose_label (AftFigureLayout *self, AftPhase phase, gint64 seconds, double width)
{
  g_autofree char *duration = aft_duration_format (seconds);
  g_autofree char *both = g_strdup_printf ("%s %s", aft_phase_get_label (phase), duration);

  if (aft_layout_measure (self, both, FALSE) <= width - 6)
    return g_steal_pointer (&both);
  if (aft_layout_measure (self, duration, FALSE) <= width - 6)
    return g_steal_pointer (&duration);
  return g_strdup ("");
}

/* Both ends must be known and in order: a band is never a guess. */
static void
add_phase (AftFigureLayout *self, AftPhase phase, AftInstant from, AftInstant to)
{
  AftFigure  *figure = self->figure;
  AftPhaseBox box = { .phase = phase, .from = from, .to = to };
  double      start, end;

  if (from == AFT_INSTANT_NONE || to == AFT_INSTANT_NONE || to <= from)
    return;
  start = MAX (aft_scale_to_x (&figure->scale, from), figure->plot.x);
  end = MIN (aft_scale_to_x (&figure->scale, to), figure->plot.x + figure->plot.width);
  if (end <= start)
    return;
  box.rect = (AftRect){ start, AFT_FIGURE_PADDING, end - start, 0 };
  box.label = choose_label (self, phase, (to - from) / AFT_SECOND, end - start);
  g_array_append_val (figure->phases, box);
}

void
aft_layout_phases (AftFigureLayout *self)
{
  AftInstant impact = find_instant (self, AFT_MILESTONE_IMPACT_START);
  AftInstant detected = find_instant (self, AFT_MILESTONE_DETECTED);
  AftInstant acknowledged = find_instant (self, AFT_MILESTONE_ACKNOWLEDGED);
  AftInstant diagnosed = find_instant (self, AFT_MILESTONE_DIAGNOSED);
  AftInstant mitigated = find_instant (self, AFT_MILESTONE_MITIGATED);
  AftInstant responding = first_known (acknowledged, detected);

  add_phase (self, AFT_PHASE_LATENT, find_instant (self, AFT_MILESTONE_FAULT_INTRODUCED), impact);
  add_phase (self, AFT_PHASE_UNDETECTED, impact, detected);
  add_phase (self, AFT_PHASE_UNACKNOWLEDGED, detected, acknowledged);
  add_phase (self, AFT_PHASE_DIAGNOSING, responding, diagnosed);
  add_phase (self, AFT_PHASE_MITIGATING, first_known (diagnosed, responding), mitigated);
  add_phase (self, AFT_PHASE_RECOVERING, mitigated, find_instant (self, AFT_MILESTONE_RESOLVED));
  if (self->figure->phases->len > 0)
    self->top += self->row_height + 2;
}
