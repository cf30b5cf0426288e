/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "timeline/digest.h"

G_BEGIN_DECLS

/* The timeline in words, for people who do not see the figure and for the PDF's /Alt: how many
 * events, from when to when, the milestones with their times, the phases with their durations.
 * zone: IANA name. Transfer full, translated. */
char *aft_digest_describe (const AftDigest *self, const char *zone);

G_END_DECLS
