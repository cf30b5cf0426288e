/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "timeline/hit.h"

#include <math.h>

#define REACH     3.0 /* px around a mark */
#define END_WIDTH 7.0 /* of a bar, where its end is taken hold of */

static gboolean
contains (const AftRect *rect, double x, double y, double reach)
{
  return rect->width > 0 && x >= rect->x - reach && x <= rect->x + rect->width + reach &&
         y >= rect->y - reach && y <= rect->y + rect->height + reach;
}

static double
distance (const AftRect *rect, double x, double y)
{
  double dx = MAX (MAX (rect->x - x, x - rect->x - rect->width), 0);
  double dy = MAX (MAX (rect->y - y, y - rect->y - rect->height), 0);

  return hypot (dx, dy) + (dx + dy > 0 ? 0 : -1);
}

/* What reaches beyond the edges of the plot is not drawn there. */
static gboolean
is_drawn (const AftFigure *self, const AftEventBox *box, double x)
{
  return box->unknown_time || (x >= self->plot.x - AFT_FIGURE_OVERHANG &&
                               x <= self->plot.x + self->plot.width + AFT_FIGURE_OVERHANG);
}

/* The nearest mark within reach; else a label. */
static AftHit
hit_event (const AftFigure *self, double x, double y)
{
  double nearest = G_MAXDOUBLE;
  AftHit hit = { AFT_HIT_NOTHING, -1 };

  for (guint i = 0; i < self->events->len; i++)
    {
      const AftEventBox *box = &g_array_index (self->events, AftEventBox, i);
      double             far;

      if (!box->is_shown || !is_drawn (self, box, x))
        continue;
      if (contains (&box->mark, x, y, REACH) && (far = distance (&box->mark, x, y)) < nearest)
        {
          nearest = far;
          hit = (AftHit){ AFT_HIT_EVENT, i };
        }
      if (nearest == G_MAXDOUBLE && !box->label_hidden && contains (&box->label, x, y, 0))
        hit = (AftHit){ AFT_HIT_EVENT, i };
    }
  return hit;
}

static gboolean
is_at_end (const AftFigure *self, const AftEventBox *box, double x)
{
  double end = self->rtl ? box->mark.x : box->mark.x + box->mark.width;

  return box->is_bar && fabs (x - end) <= END_WIDTH - REACH;
}

AftHit
aft_figure_hit (const AftFigure *self, double x, double y)
{
  AftHit hit = hit_event (self, x, y);

  if (hit.type == AFT_HIT_EVENT &&
      is_at_end (self, &g_array_index (self->events, AftEventBox, hit.index), x))
    hit.type = AFT_HIT_RANGE_END;
  for (guint i = 0; hit.type == AFT_HIT_NOTHING && i < self->clusters->len; i++)
    if (contains (&g_array_index (self->clusters, AftClusterBox, i).rect, x, y, 1))
      hit = (AftHit){ AFT_HIT_CLUSTER, i };
  for (guint i = 0; hit.type == AFT_HIT_NOTHING && i < self->flags->len; i++)
    if (contains (&g_array_index (self->flags, AftFlagBox, i).label, x, y, 1))
      hit = (AftHit){ AFT_HIT_FLAG, i };
  for (guint i = 0; hit.type == AFT_HIT_NOTHING && i < self->gaps->len; i++)
    {
      const AftGapBox *gap = &g_array_index (self->gaps, AftGapBox, i);

      if ((!gap->is_expanded && contains (&gap->rect, x, y, 0)) ||
          contains (&gap->label, x, y, REACH))
        hit = (AftHit){ AFT_HIT_GAP, i };
    }
  return hit;
}

AftRect
aft_event_box_get_area (const AftEventBox *self)
{
  double left = self->mark.x, right = self->mark.x + self->mark.width;
  double top = self->mark.y, bottom = self->mark.y + self->mark.height;

  if (!self->label_hidden && self->label.width > 0)
    {
      left = MIN (left, self->label.x);
      right = MAX (right, self->label.x + self->label.width);
      top = MIN (top, self->label.y);
      bottom = MAX (bottom, self->label.y + self->label.height);
    }
  return (AftRect){ left - REACH, top - REACH, right - left + 2 * REACH, bottom - top + 2 * REACH };
}
