/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "timeline/snap.h"

/* A step of seconds is for those who have zoomed that far; minutes are what people mean. */
static const struct
{
  gint64 step;
  double min_px;
} steps[] = {
  { AFT_SECOND, 12 },     { 10 * AFT_SECOND, 30 }, { AFT_MINUTE, 4 },   { 5 * AFT_MINUTE, 4 },
  { 15 * AFT_MINUTE, 4 }, { AFT_HOUR, 4 },         { 6 * AFT_HOUR, 4 },
};

gint64
aft_snap_get_step (const AftScale *scale)
{
  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    if (steps[i].step * scale->px_per_usec >= steps[i].min_px)
      return steps[i].step;
  return AFT_DAY;
}

static gint64
round_to (gint64 value, gint64 step)
{
  gint64 rest = ((value % step) + step) % step;

  return value - rest + (rest * 2 >= step ? step : 0);
}

AftInstant
aft_snap (AftInstant instant, gint64 step, const AftZone *zone)
{
  gint64 offset;

  if (step <= 0)
    return round_to (instant, AFT_SECOND);
  offset = aft_zone_offset_at (zone, instant) * AFT_SECOND;
  return round_to (instant + offset, step) - offset;
}
