/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "base/quantity.h"
#include "timeline/layout.h"

#define BESIDE 3.0 /* between the edge of a band and its name */

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
  int index = self->digest->milestones[milestone];

  return index >= 0 ? aft_digest_get (self->digest, index)->at : AFT_INSTANT_NONE;
}

static AftInstant
first_known (AftInstant a, AftInstant b)
{
  return a != AFT_INSTANT_NONE ? a : b;
}

/* Bands lie over each other where milestones were not reached in the usual order. */
static gboolean
is_taken (const AftFigureLayout *self, double x, double width)
{
  for (guint i = 0; i < self->figure->phases->len; i++)
    {
      const AftRect *label = &g_array_index (self->figure->phases, AftPhaseBox, i).label;

      if (label->width > 0 && x < label->x + label->width + BESIDE && label->x < x + width + BESIDE)
        return TRUE;
    }
  return FALSE;
}

/* Name and duration, or the duration alone, or nothing: what fits. */
static void
set_label (AftFigureLayout *self, AftPhaseBox *box)
{
  g_autofree char  *duration = aft_duration_format ((box->to - box->from) / AFT_SECOND);
  g_autofree char  *both = g_strdup_printf ("%s %s", aft_phase_get_label (box->phase), duration);
  const char *const texts[] = { both, duration, "" };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      double   width = aft_layout_measure (self, texts[i], FALSE);
      gboolean fits =
          width <= box->rect.width - 2 * BESIDE && !is_taken (self, box->rect.x + BESIDE, width);

      if (!fits && *texts[i] != '\0')
        continue;
      box->text = g_strdup (texts[i]);
      box->label = (AftRect){ box->rect.x + BESIDE, box->rect.y, width, self->row_height };
      return;
    }
}

/* Both ends must be known and in order: a band is never a guess. FALSE where it is none. */
static gboolean
add_phase (AftFigureLayout *self, AftPhase phase, AftInstant from, AftInstant to)
{
  AftFigure  *figure = self->figure;
  AftPhaseBox box = { .phase = phase, .from = from, .to = to };
  double      start, end;

  if (from == AFT_INSTANT_NONE || to == AFT_INSTANT_NONE || to <= from)
    return FALSE;
  start = MAX (aft_scale_to_x (&figure->scale, from), figure->plot.x);
  end = MIN (aft_scale_to_x (&figure->scale, to), figure->plot.x + figure->plot.width);
  if (end <= start)
    return TRUE;
  box.rect = (AftRect){ start, AFT_FIGURE_PADDING, end - start, 0 };
  set_label (self, &box);
  g_array_append_val (figure->phases, box);
  return TRUE;
}

/* The row of their names is kept where none is in sight, so that lanes stay where they are. */
void
aft_layout_phases (AftFigureLayout *self)
{
  AftInstant fault = find_instant (self, AFT_MILESTONE_FAULT_INTRODUCED);
  AftInstant impact = find_instant (self, AFT_MILESTONE_IMPACT_START);
  AftInstant detected = find_instant (self, AFT_MILESTONE_DETECTED);
  AftInstant acknowledged = find_instant (self, AFT_MILESTONE_ACKNOWLEDGED);
  AftInstant diagnosed = find_instant (self, AFT_MILESTONE_DIAGNOSED);
  AftInstant mitigated = find_instant (self, AFT_MILESTONE_MITIGATED);
  AftInstant resolved = find_instant (self, AFT_MILESTONE_RESOLVED);
  AftInstant responding = first_known (acknowledged, detected);
  AftInstant acting = first_known (diagnosed, responding);
  guint      n = 0;

  n += add_phase (self, AFT_PHASE_LATENT, fault, impact);
  n += add_phase (self, AFT_PHASE_UNDETECTED, impact, detected);
  n += add_phase (self, AFT_PHASE_UNACKNOWLEDGED, detected, acknowledged);
  n += add_phase (self, AFT_PHASE_DIAGNOSING, responding, diagnosed);
  n += add_phase (self, AFT_PHASE_MITIGATING, acting, mitigated);
  n += add_phase (self, AFT_PHASE_RECOVERING, mitigated, resolved);
  if (n > 0)
    self->top += self->row_height + 2;
}
