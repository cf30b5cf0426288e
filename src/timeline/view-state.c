/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "timeline/view-state.h"

#include <string.h>

#define FIT_TOLERANCE 1e-6
#define SHOW_MARGIN   0.1 /* of the window, on both sides */
#define SHOW_STEPS    6

gboolean
aft_view_state_is_fit (const AftViewState *self)
{
  return self->from == AFT_INSTANT_NONE;
}

void
aft_view_state_apply (const AftViewState *self, AftScale *scale)
{
  aft_scale_set_zoom (scale, self->zoom);
  aft_scale_set_scroll (scale,
                        aft_view_state_is_fit (self) ? 0 : aft_scale_to_offset (scale, self->from));
}

static void
take (AftViewState *self, const AftScale *scale)
{
  self->zoom = scale->zoom;
  self->from = AFT_INSTANT_NONE;
  if (scale->zoom > 1 + FIT_TOLERANCE)
    self->from = aft_scale_first_shown (scale);
  else
    self->zoom = 1;
}

/* px from the edge where reading starts. */
static double
distance (const AftScale *scale, double x)
{
  return aft_scale_offset_at_x (scale, x) - scale->scroll;
}

void
aft_view_state_zoom (AftViewState *self, const AftScale *shown, double x, double factor)
{
  AftScale   next = *shown;
  AftInstant anchor = aft_scale_to_instant (shown, x);

  aft_scale_set_zoom (&next, shown->zoom * factor);
  aft_scale_set_scroll (&next, aft_scale_to_offset (&next, anchor) - distance (shown, x));
  take (self, &next);
}

void
aft_view_state_pan (AftViewState *self, const AftScale *shown, double dx)
{
  AftScale next = *shown;

  aft_scale_set_scroll (&next, shown->scroll + (shown->rtl ? -dx : dx));
  take (self, &next);
}

static double
px_between (const AftScale *scale, AftInstant from, AftInstant to)
{
  return aft_scale_to_offset (scale, to) - aft_scale_to_offset (scale, from);
}

/* Gaps do not grow with the rest, so the zoom is found in steps; a few are more than enough. */
void
aft_view_state_show (AftViewState *self, const AftScale *shown, AftInstant from, AftInstant to)
{
  AftScale next = *shown;
  double   room = shown->width * (1 - 2 * SHOW_MARGIN);

  for (guint i = 0; i < SHOW_STEPS; i++)
    {
      double px = px_between (&next, from, to);

      aft_scale_set_zoom (&next, px > 0 ? next.zoom * room / px : G_MAXDOUBLE);
    }
  aft_scale_set_scroll (
      &next,
      (aft_scale_to_offset (&next, from) + aft_scale_to_offset (&next, to) - shown->width) / 2);
  take (self, &next);
}

void
aft_view_state_reveal (AftViewState *self, const AftScale *shown, AftInstant instant, double margin)
{
  AftScale next = *shown;
  double   offset = aft_scale_to_offset (shown, instant);
  double   last = MAX (offset - shown->width + margin, 0);

  aft_scale_set_scroll (&next, CLAMP (shown->scroll, last, MAX (offset - margin, last)));
  take (self, &next);
}

gboolean
aft_view_state_is_expanded (const AftViewState *self, AftInstant from, AftInstant to)
{
  for (guint i = 0; i < self->n_expanded; i++)
    if (self->expanded[i] >= from && self->expanded[i] <= to)
      return TRUE;
  return FALSE;
}

static void
forget (AftViewState *self, AftInstant from, AftInstant to)
{
  guint n = 0;

  for (guint i = 0; i < self->n_expanded; i++)
    if (self->expanded[i] < from || self->expanded[i] > to)
      self->expanded[n++] = self->expanded[i];
  self->n_expanded = n;
}

/* The latest stay; the oldest is collapsed again where there are too many. */
static void
remember (AftViewState *self, AftInstant instant)
{
  if (self->n_expanded == AFT_VIEW_STATE_MAX_EXPANDED)
    memmove (self->expanded, self->expanded + 1, sizeof (AftInstant) * --self->n_expanded);
  self->expanded[self->n_expanded++] = instant;
}

static void
remove_break (AftScale *scale, AftInstant from, AftInstant to)
{
  guint n = 0;

  for (guint i = 0; i < scale->n_breaks; i++)
    if (scale->breaks[i].from < from || scale->breaks[i].to > to)
      scale->breaks[n++] = scale->breaks[i];
  scale->n_breaks = n;
}

static void
insert_break (AftScale *scale, AftInstant from, AftInstant to)
{
  guint at = 0;

  if (scale->n_breaks == AFT_SCALE_MAX_BREAKS)
    return;
  while (at < scale->n_breaks && scale->breaks[at].from < from)
    at++;
  memmove (
      scale->breaks + at + 1, scale->breaks + at, sizeof (AftScaleBreak) * (scale->n_breaks - at));
  scale->breaks[at] = (AftScaleBreak){ .from = from, .to = to };
  scale->n_breaks++;
}

void
aft_view_state_set_expanded (AftViewState   *self,
                             const AftScale *shown,
                             AftInstant      from,
                             AftInstant      to,
                             gboolean        expanded)
{
  AftScale next = *shown;
  double   start = aft_scale_to_offset (shown, from);
  double   added = (to - from) * shown->px_per_usec - shown->gap_width;

  forget (self, from, to);
  if (expanded)
    {
      remember (self, from + (to - from) / 2);
      remove_break (&next, from, to);
    }
  else
    {
      insert_break (&next, from, to);
      added = -added;
    }
  aft_scale_set_zoom (&next, shown->zoom + added / shown->width);
  aft_scale_set_scroll (&next, aft_scale_to_offset (&next, from) - (start - shown->scroll));
  take (self, &next);
}
