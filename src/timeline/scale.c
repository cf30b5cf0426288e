/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "timeline/scale.h"

static double
mirror (const AftScale *self, double x)
{
  return self->rtl ? 2 * self->x0 + self->width - x : x;
}

/* px from the start, left to right. */
static double
to_offset (const AftScale *self, AftInstant instant)
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

double
aft_scale_to_x (const AftScale *self, AftInstant instant)
{
  return mirror (self, self->x0 + to_offset (self, instant));
}

AftInstant
aft_scale_to_instant (const AftScale *self, double x)
{
  double     offset = mirror (self, x) - self->x0;
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
