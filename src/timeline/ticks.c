/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "timeline/layout.h"

#define MIN_DISTANCE 56.0 /* px between labels */

static const gint64 steps[] = {
  AFT_SECOND,     5 * AFT_SECOND, 15 * AFT_SECOND, 30 * AFT_SECOND, AFT_MINUTE,
  2 * AFT_MINUTE, 5 * AFT_MINUTE, 10 * AFT_MINUTE, 15 * AFT_MINUTE, 30 * AFT_MINUTE,
  AFT_HOUR,       2 * AFT_HOUR,   3 * AFT_HOUR,    6 * AFT_HOUR,    12 * AFT_HOUR,
  AFT_DAY,        2 * AFT_DAY,    7 * AFT_DAY,     28 * AFT_DAY,    364 * AFT_DAY,
};

static gint64
choose_step (const AftScale *scale)
{
  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    if (steps[i] * scale->px_per_usec >= MIN_DISTANCE)
      return steps[i];
  return steps[G_N_ELEMENTS (steps) - 1];
}

static gboolean
is_skipped (const AftScale *scale, AftInstant instant)
{
  for (guint i = 0; i < scale->n_breaks; i++)
    if (instant > scale->breaks[i].from && instant < scale->breaks[i].to)
      return TRUE;
  return FALSE;
}

/* The instant itself, or the next one that is drawn. */
static AftInstant
next_shown (const AftScale *scale, AftInstant instant)
{
  for (guint i = 0; i < scale->n_breaks; i++)
    if (instant > scale->breaks[i].from && instant < scale->breaks[i].to)
      return scale->breaks[i].to;
  return MAX (instant, scale->from);
}

static char *
format_date (const AftZone *zone, AftInstant instant)
{
  AftWall wall;
  g_autoptr (GDateTime) date = NULL;

  aft_zone_to_wall (zone, instant, &wall);
  date = g_date_time_new_utc (wall.year, wall.month, wall.day, 0, 0, 0);
  return g_date_time_format (date, "%-e %b");
}

static void
add_tick (AftFigureLayout *self,
          const AftZone   *zone,
          AftInstant       instant,
          gboolean         is_date,
          double          *free_x)
{
  AftTickBox tick = { .x = aft_scale_to_x (&self->figure->scale, instant), .is_date = is_date };
  double     width;

  if (is_skipped (&self->figure->scale, instant))
    return;
  tick.text = is_date ? format_date (zone, instant) : aft_zone_format_time (zone, instant);
  width = aft_layout_measure (self, tick.text, is_date);
  if (tick.x - width / 2 < *free_x ||
      tick.x + width / 2 > self->figure->plot.x + self->figure->plot.width)
    g_clear_pointer (&tick.text, g_free);
  else
    *free_x = tick.x + width / 2 + 10;
  if (tick.text == NULL && !is_date)
    return;
  if (tick.text == NULL)
    tick.text = g_strdup ("");
  g_array_append_val (self->figure->ticks, tick);
}

/* Steps are counted on the wall clock of each day, so that 06:00 stays 06:00 across a clock change;
 * a reading that the clock skipped has no tick. */
static void
add_day (AftFigureLayout *self, const AftZone *zone, AftInstant day, gint64 step, double *free_x)
{
  const AftScale *scale = &self->figure->scale;
  AftWall         midnight;

  aft_zone_to_wall (zone, day, &midnight);
  for (gint64 clock = 0; clock < AFT_DAY; clock += step)
    {
      AftWall    wall = midnight;
      AftInstant instant, ahead;

      wall.hour = clock / AFT_HOUR;
      wall.minute = clock / AFT_MINUTE % 60;
      wall.second = clock / AFT_SECOND % 60;
      if (aft_zone_from_wall (zone, &wall, &instant, NULL) == AFT_WALL_GAP)
        continue;
      if (instant >= scale->from && instant <= scale->to)
        add_tick (self, zone, instant, clock == 0, free_x);
      if (instant > scale->to)
        return;
      /* far left of what is shown: jump there at once, short of a change of the clocks */
      ahead = next_shown (scale, instant) - instant - 2 * AFT_HOUR;
      if (ahead > 0)
        clock += ahead / step * step;
    }
}

void
aft_layout_ticks (AftFigureLayout *self)
{
  const AftScale *scale = &self->figure->scale;
  const AftZone  *zone = aft_zone_get_or_utc (self->options->zone);
  gint64          step = choose_step (scale);
  gint64          stride = MAX (step, AFT_DAY);
  double          free_x = self->figure->plot.x;
  AftInstant      day = aft_zone_day_start (zone, scale->from), next;

  for (guint n = 0; day <= scale->to && n < 20000; n++)
    {
      if (day + AFT_DAY + 2 * AFT_HOUR >= scale->from)
        add_day (self, zone, day, MIN (step, AFT_DAY), &free_x);
      /* noon of the next day is on the next day, whatever the clocks do */
      next = next_shown (scale, day + stride) - AFT_DAY;
      day = aft_zone_day_start (zone, MAX (day + stride, next) + AFT_DAY / 2);
    }
}
