/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "timeline/scale.h"

#define GAP_WIDTH  30.0
#define GAPS_SHARE 0.4 /* of the whole, at most, for all gaps together */
#define MIN_SPAN   (10 * AFT_SECOND)

static double
mirror (const AftScale *self, double x)
{
  return self->rtl ? 2 * self->x0 + self->width - x : x;
}

double
aft_scale_to_offset (const AftScale *self, AftInstant instant)
{
  AftInstant from = self->from;
  double     offset = 0;

  for (guint i = 0; i < self->n_breaks; i++)
    {
      const AftScaleBreak *gap = &self->breaks[i];

      if (instant <= gap->from)
        break;
      if (instant < gap->to)
        return gap->offset +
               self->gap_width * (double) (instant - gap->from) / (double) (gap->to - gap->from);
      from = gap->to;
      offset = gap->offset + self->gap_width;
    }
  return offset + (instant - from) * self->px_per_usec;
}

AftInstant
aft_scale_at_offset (const AftScale *self, double offset)
{
  AftInstant from = self->from;
  double     start = 0;

  for (guint i = 0; i < self->n_breaks; i++)
    {
      const AftScaleBreak *gap = &self->breaks[i];

      if (offset <= gap->offset)
        break;
      if (offset < gap->offset + self->gap_width)
        return gap->from +
               (AftInstant) ((offset - gap->offset) / self->gap_width * (gap->to - gap->from));
      from = gap->to;
      start = gap->offset + self->gap_width;
    }
  return from + (AftInstant) ((offset - start) / self->px_per_usec);
}

double
aft_scale_to_x (const AftScale *self, AftInstant instant)
{
  return mirror (self, self->x0 + aft_scale_to_offset (self, instant) - self->scroll);
}

double
aft_scale_offset_at_x (const AftScale *self, double x)
{
  return mirror (self, x) - self->x0 + self->scroll;
}

AftInstant
aft_scale_to_instant (const AftScale *self, double x)
{
  return aft_scale_at_offset (self, aft_scale_offset_at_x (self, x));
}

double
aft_scale_get_extent (const AftScale *self)
{
  return self->width * self->zoom;
}

AftInstant
aft_scale_first_shown (const AftScale *self)
{
  return aft_scale_at_offset (self, self->scroll);
}

AftInstant
aft_scale_last_shown (const AftScale *self)
{
  return aft_scale_at_offset (self, self->scroll + self->width);
}

static gint64
to_scale_usec (const AftScale *self)
{
  gint64 span = self->to - self->from;

  for (guint i = 0; i < self->n_breaks; i++)
    span -= self->breaks[i].to - self->breaks[i].from;
  return MAX (span, 1);
}

static double
max_zoom (const AftScale *self)
{
  double to_scale = (double) to_scale_usec (self) / MIN_SPAN;

  return MAX (to_scale + self->n_breaks * GAP_WIDTH / self->width, 1);
}

void
aft_scale_set_zoom (AftScale *self, double zoom)
{
  AftInstant at = self->from;
  double     offset = 0, extent;

  self->zoom = CLAMP (zoom, 1, max_zoom (self));
  extent = aft_scale_get_extent (self);
  self->gap_width = GAP_WIDTH;
  if (self->n_breaks > 0)
    self->gap_width = MIN (GAP_WIDTH, extent * GAPS_SHARE / self->n_breaks);
  self->px_per_usec = (extent - self->n_breaks * self->gap_width) / to_scale_usec (self);
  for (guint i = 0; i < self->n_breaks; i++)
    {
      offset += (self->breaks[i].from - at) * self->px_per_usec;
      self->breaks[i].offset = offset;
      offset += self->gap_width;
      at = self->breaks[i].to;
    }
  aft_scale_set_scroll (self, self->scroll);
}

void
aft_scale_set_scroll (AftScale *self, double scroll)
{
  self->scroll = CLAMP (scroll, 0, MAX (aft_scale_get_extent (self) - self->width, 0));
}

int
aft_scale_find_break (const AftScale *self, AftInstant instant)
{
  for (guint i = 0; i < self->n_breaks; i++)
    if (instant >= self->breaks[i].from && instant <= self->breaks[i].to)
      return i;
  return -1;
}
