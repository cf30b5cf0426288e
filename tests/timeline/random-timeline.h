/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "support/fixtures.h"
#include "timeline/figure.h"

G_BEGIN_DECLS

#define N_TIMELINES 1000

/* Timelines of all sorts, the same for the same seed: none or one event, few or hundreds, crowded
 * or days apart, points and ranges, exact, approximate and unknown times, text of any length and
 * script. */
AftPostmortem *random_timeline (guint32 seed);
AftDigest     *random_digest (guint32 seed);
/* A width from phone to paper, for that seed. */
AftFigureOptions random_options (guint32 seed);
/* A figure in which every character is so wide. */
double random_measure (const char *text, gboolean bold, gpointer unused);
/* As many random movements of the view as the seed says, each applied to the figure before. */
void random_view (guint32 seed, AftDigest *digest, AftViewState *view);

G_END_DECLS
