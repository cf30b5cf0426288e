/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "timeline/layout.h"

#define MIN_DISTANCE 4.0 /* between labels, in heights of the text */

static const gint64 steps[] = {
  AFT_SECOND,     5 * AFT_SECOND, 15 * AFT_SECOND, 30 * AFT_SECOND, AFT_MINUTE,
  2 * AFT_MINUTE, 5 * AFT_MINUTE, 10 * AFT_MINUTE, 15 * AFT_MINUTE, 30 * AFT_MINUTE,
  AFT_HOUR,       2 * AFT_HOUR,   3 * AFT_HOUR,    6 * AFT_HOUR,    12 * AFT_HOUR,
  AFT_DAY,        2 * AFT_DAY,    7 * AFT_DAY,     28 * AFT_DAY,    364 * AFT_DAY,
};

static gint64
choose_step (const AftScale *scale, double text_height)
{
  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    if (steps[i] * scale->px_per_usec >= text_height * MIN_DISTANCE)
      return steps[i];
  return steps[G_N_ELEMENTS (steps) - 1];
}

static gboolean
is_skipped (const AftScale *scale, AftInstant instant)
{
  int gap = aft_scale_find_break (scale, instant);

  return gap >= 0 && instant > scale->breaks[gap].from && instant < scale->breaks[gap].to;
}

/* The instant itself, or the next one that is drawn. */
static AftInstant
next_shown (const AftScale *scale, AftInstant first, AftInstant instant)
{
  if (is_skipped (scale, instant))
    return scale->breaks[aft_scale_find_break (scale, instant)].to;
  return MAX (instant, first);
}

/* The name of a gap stands on the same line. */
static gboolean
meets_gap (const AftFigure *figure, double x, double width)
{
  for (guint i = 0; i < figure->gaps->len; i++)
    {
      const AftRect *label = &g_array_index (figure->gaps, AftGapBox, i).label;

      if (label->width > 0 && x + width / 2 > label->x - 4 &&
          x - width / 2 < label->x + label->width + 4)
        return TRUE;
    }
  return FALSE;
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
  const AftFigure *figure = self->figure;
  AftTickBox       tick = { .x = aft_scale_to_x (&figure->scale, instant), .is_date = is_date };

  if (is_skipped (&figure->scale, instant))
    return;
  tick.text = is_date ? format_date (zone, instant) : aft_zone_format_time (zone, instant);
  tick.width = aft_layout_measure (self, tick.text, is_date);
  if (tick.x - tick.width / 2 < *free_x ||
      tick.x + tick.width / 2 > figure->plot.x + figure->plot.width ||
      meets_gap (figure, tick.x, tick.width))
    *tick.text = '\0';
  else
    *free_x = tick.x + tick.width / 2 + 10;
  if (*tick.text != '\0' || is_date)
    g_array_append_val (figure->ticks, tick);
  else
    g_free (tick.text);
}

/* What of the whole is in the window. */
typedef struct
{
  const AftZone *zone;
  AftInstant     first, last;
  gint64         step;
  double         free_x;
} Ticks;

/* How far a jump stays short of its aim, for a change of the clocks in between. */
static gint64
jump_margin (const AftZone *zone, AftInstant day)
{
  gboolean is_plain =
      aft_zone_offset_at (zone, day) == aft_zone_offset_at (zone, day + AFT_DAY + 2 * AFT_HOUR);

  return is_plain ? 0 : 2 * AFT_HOUR;
}

/* Steps are counted on the wall clock of each day, so that 06:00 stays 06:00 across a clock change;
 * a reading that the clock skipped has no tick. */
static void
add_day (AftFigureLayout *self, Ticks *ticks, AftInstant day)
{
  const AftScale *scale = &self->figure->scale;
  gint64          step = MIN (ticks->step, AFT_DAY);
  gint64          margin = jump_margin (ticks->zone, day);
  AftWall         midnight;

  aft_zone_to_wall (ticks->zone, day, &midnight);
  for (gint64 clock = 0; clock < AFT_DAY; clock += step)
    {
      AftWall    wall = midnight;
      AftInstant instant, ahead;

      wall.hour = clock / AFT_HOUR;
      wall.minute = clock / AFT_MINUTE % 60;
      wall.second = clock / AFT_SECOND % 60;
      if (aft_zone_from_wall (ticks->zone, &wall, &instant, NULL) == AFT_WALL_GAP)
        continue;
      if (instant >= ticks->first && instant <= ticks->last)
        add_tick (self, ticks->zone, instant, clock == 0, &ticks->free_x);
      if (instant > ticks->last)
        return;
      /* far before what is shown: jump there at once */
      ahead = next_shown (scale, ticks->first, instant) - instant - margin;
      if (ahead > step)
        clock += (ahead / step - 1) * step;
    }
}

void
aft_layout_ticks (AftFigureLayout *self)
{
  const AftScale *scale = &self->figure->scale;
  Ticks           ticks = { .zone = aft_zone_get_or_utc (self->options->zone),
                            .first = aft_scale_first_shown (scale),
                            .last = aft_scale_last_shown (scale),
                            .step = choose_step (scale, self->options->text_height),
                            .free_x = self->figure->plot.x };
  gint64          stride = MAX (ticks.step, AFT_DAY);
  AftInstant      day = aft_zone_day_start (ticks.zone, ticks.first), next;

  for (guint n = 0; day <= ticks.last && n < 20000; n++)
    {
      if (day + AFT_DAY + 2 * AFT_HOUR >= ticks.first)
        add_day (self, &ticks, day);
      /* noon of the next day is on the next day, whatever the clocks do */
      next = next_shown (scale, ticks.first, day + stride) - AFT_DAY;
      day = aft_zone_day_start (ticks.zone, MAX (day + stride, next) + AFT_DAY / 2);
    }
}
