/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "timeline/phase.h"

#include <glib/gi18n-lib.h>

static const char *const labels[AFT_N_PHASES] = {
  [AFT_PHASE_LATENT] = N_ ("Latent"),
  [AFT_PHASE_UNDETECTED] = N_ ("Undetected"),
  [AFT_PHASE_UNACKNOWLEDGED] = N_ ("Unacknowledged"),
  [AFT_PHASE_DIAGNOSING] = N_ ("Diagnosing"),
  [AFT_PHASE_MITIGATING] = N_ ("Mitigating"),
  [AFT_PHASE_RECOVERING] = N_ ("Recovering"),
};

/* The first of the milestones that is known begins the phase. */
static const struct
{
  AftMilestone from[3];
  guint        n_from;
  AftMilestone to;
} ends[AFT_N_PHASES] = {
  [AFT_PHASE_LATENT] = { { AFT_MILESTONE_FAULT_INTRODUCED }, 1, AFT_MILESTONE_IMPACT_START },
  [AFT_PHASE_UNDETECTED] = { { AFT_MILESTONE_IMPACT_START }, 1, AFT_MILESTONE_DETECTED },
  [AFT_PHASE_UNACKNOWLEDGED] = { { AFT_MILESTONE_DETECTED }, 1, AFT_MILESTONE_ACKNOWLEDGED },
  [AFT_PHASE_DIAGNOSING] = { { AFT_MILESTONE_ACKNOWLEDGED, AFT_MILESTONE_DETECTED },
                             2,
                             AFT_MILESTONE_DIAGNOSED },
  [AFT_PHASE_MITIGATING] = { { AFT_MILESTONE_DIAGNOSED,
                               AFT_MILESTONE_ACKNOWLEDGED,
                               AFT_MILESTONE_DETECTED },
                             3,
                             AFT_MILESTONE_MITIGATED },
  [AFT_PHASE_RECOVERING] = { { AFT_MILESTONE_MITIGATED }, 1, AFT_MILESTONE_RESOLVED },
};

const char *
aft_phase_get_label (AftPhase phase)
{
  return _ (labels[phase]);
}

static AftInstant
find_instant (const AftDigest *digest, AftMilestone milestone)
{
  int index = digest->milestones[milestone];

  return index >= 0 ? aft_digest_get (digest, index)->at : AFT_INSTANT_NONE;
}

static AftInstant
find_start (const AftDigest *digest, AftPhase phase)
{
  AftInstant from = AFT_INSTANT_NONE;

  for (guint i = 0; i < ends[phase].n_from && from == AFT_INSTANT_NONE; i++)
    from = find_instant (digest, ends[phase].from[i]);
  return from;
}

guint
aft_phases_find (const AftDigest *digest, AftPhaseSpan spans[AFT_N_PHASES])
{
  guint n = 0;

  for (guint phase = 0; phase < AFT_N_PHASES; phase++)
    {
      AftInstant from = find_start (digest, phase);
      AftInstant to = find_instant (digest, ends[phase].to);

      if (from != AFT_INSTANT_NONE && to != AFT_INSTANT_NONE && to > from)
        spans[n++] = (AftPhaseSpan){ phase, from, to };
    }
  return n;
}
