/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "timeline/digest.h"

G_BEGIN_DECLS

/* What an incident goes through, from milestone to milestone. */
typedef enum
{
  AFT_PHASE_LATENT,         /* fault introduced … impact start */
  AFT_PHASE_UNDETECTED,     /* impact start … detected */
  AFT_PHASE_UNACKNOWLEDGED, /* detected … acknowledged */
  AFT_PHASE_DIAGNOSING,     /* acknowledged, else detected … diagnosed */
  AFT_PHASE_MITIGATING,     /* diagnosed, else acknowledged, else detected … mitigated */
  AFT_PHASE_RECOVERING,     /* mitigated … resolved */
  AFT_N_PHASES,
} AftPhase;

typedef struct
{
  AftPhase   phase;
  AftInstant from, to;
} AftPhaseSpan;

/* Those of which both ends are known and in order: none is a guess. Returns how many. */
guint       aft_phases_find (const AftDigest *digest, AftPhaseSpan spans[AFT_N_PHASES]);
const char *aft_phase_get_label (AftPhase phase); /* translated */

G_END_DECLS
