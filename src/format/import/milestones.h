/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/record.h"
#include "model/schema.h"

G_BEGIN_DECLS

/* Which events may be the milestones, by their words ("paged", "rolled back", **[Outage start]**);
 * the wordings are data: data/import/milestones.tsv. Candidates to be offered, never facts. */

/* candidates: AFT_N_MILESTONES of them, set to an event or to NULL; borrowed. events: in the order
 * in which they happened. (element-type AftRecord) */
void aft_milestones_suggest (GPtrArray *events, AftRecord **candidates);

G_END_DECLS
