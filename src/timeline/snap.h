/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "timeline/scale.h"

G_BEGIN_DECLS

/* Where a time that is moved by hand comes to rest. */

/* µs between two such times: the shortest of seconds, minutes and hours that is still a few px wide
 * on that scale. */
gint64 aft_snap_get_step (const AftScale *scale);
/* The nearest multiple of the step on the clocks of the zone; step 0: the nearest second. */
AftInstant aft_snap (AftInstant instant, gint64 step, const AftZone *zone);

G_END_DECLS
