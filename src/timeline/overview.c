/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "timeline/overview.h"

#define MIN_WINDOW 6.0 /* px: it can still be seen and taken hold of */

/* px of the strip, from an offset of the scale. */
static double
to_strip (const AftScale *scale, double width, double offset)
{
  double x = offset / aft_scale_get_extent (scale) * width;

  return scale->rtl ? width - x : x;
}

static void
count_events (AftOverview *self, const AftFigure *figure)
{
  for (guint i = 0; i < figure->digest->n_timed; i++)
    {
      AftInstant at = aft_digest_get (figure->digest, i)->at;
      double x = to_strip (&figure->scale, self->width, aft_scale_to_offset (&figure->scale, at));
      guint  px = (guint) CLAMP (x, 0, self->n_counts - 1.0);

      self->counts[px] = (guint8) MIN (self->counts[px] + 1, 255);
    }
}

static void
add_milestones (AftOverview *self, const AftFigure *figure)
{
  for (guint i = 0; i < AFT_N_MILESTONES; i++)
    {
      int    index = figure->digest->milestones[i];
      double x;

      if (index < 0 || (guint) index >= figure->digest->n_timed)
        continue;
      x = to_strip (
          &figure->scale,
          self->width,
          aft_scale_to_offset (&figure->scale, aft_digest_get (figure->digest, index)->at));
      g_array_append_val (self->milestones, x);
    }
}

static void
add_gaps (AftOverview *self, const AftScale *scale)
{
  for (guint i = 0; i < scale->n_breaks; i++)
    {
      double from = to_strip (scale, self->width, scale->breaks[i].offset);
      double to = to_strip (scale, self->width, scale->breaks[i].offset + scale->gap_width);

      g_array_append_val (self->gaps, from);
      g_array_append_val (self->gaps, to);
    }
}

static void
place_window (AftOverview *self, const AftScale *scale)
{
  double from = to_strip (scale, self->width, scale->scroll);
  double to = to_strip (scale, self->width, scale->scroll + scale->width);

  self->window_width = MAX (ABS (to - from), MIN_WINDOW);
  self->window_x =
      CLAMP ((from + to - self->window_width) / 2, 0, MAX (self->width - self->window_width, 0));
}

AftOverview *
aft_overview_layout (const AftFigure *figure, double width)
{
  AftOverview *self = g_new0 (AftOverview, 1);

  self->width = MAX (width, 1);
  self->n_counts = (guint) self->width;
  self->counts = g_new0 (guint8, self->n_counts);
  self->milestones = g_array_new (FALSE, FALSE, sizeof (double));
  self->gaps = g_array_new (FALSE, FALSE, sizeof (double));
  count_events (self, figure);
  add_milestones (self, figure);
  add_gaps (self, &figure->scale);
  place_window (self, &figure->scale);
  return self;
}

void
aft_overview_free (AftOverview *self)
{
  g_array_unref (self->milestones);
  g_array_unref (self->gaps);
  g_free (self->counts);
  g_free (self);
}

double
aft_overview_pan_by (const AftOverview *self, const AftFigure *figure, double dx)
{
  return dx / self->width * aft_scale_get_extent (&figure->scale);
}

double
aft_overview_pan_to (const AftOverview *self, const AftFigure *figure, double x)
{
  return aft_overview_pan_by (self, figure, x - (self->window_x + self->window_width / 2));
}
