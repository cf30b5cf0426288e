/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "timeline/layout.h"

static void
mirror_rect (AftRect *rect, double width)
{
  if (rect->width > 0 || rect->height > 0)
    rect->x = width - rect->x - rect->width;
}

static void
mirror_events (AftFigure *self, double width)
{
  for (guint i = 0; i < self->events->len; i++)
    {
      AftEventBox *box = &g_array_index (self->events, AftEventBox, i);

      mirror_rect (&box->mark, width);
      mirror_rect (&box->label, width);
      mirror_rect (&box->leader, width);
    }
  for (guint i = 0; i < self->clusters->len; i++)
    mirror_rect (&g_array_index (self->clusters, AftClusterBox, i).rect, width);
}

static void
mirror_flags (AftFigure *self, double width)
{
  for (guint i = 0; i < self->flags->len; i++)
    {
      AftFlagBox *flag = &g_array_index (self->flags, AftFlagBox, i);

      flag->x = width - flag->x;
      mirror_rect (&flag->label, width);
    }
}

static void
mirror_background (AftFigure *self, double width)
{
  for (guint i = 0; i < self->phases->len; i++)
    {
      mirror_rect (&g_array_index (self->phases, AftPhaseBox, i).rect, width);
      mirror_rect (&g_array_index (self->phases, AftPhaseBox, i).label, width);
    }
  for (guint i = 0; i < self->gaps->len; i++)
    {
      mirror_rect (&g_array_index (self->gaps, AftGapBox, i).rect, width);
      mirror_rect (&g_array_index (self->gaps, AftGapBox, i).label, width);
    }
  for (guint i = 0; i < self->ticks->len; i++)
    g_array_index (self->ticks, AftTickBox, i).x =
        width - g_array_index (self->ticks, AftTickBox, i).x;
  for (guint i = 0; i < self->lanes->len; i++)
    {
      mirror_rect (&g_array_index (self->lanes, AftLaneBox, i).rect, width);
      mirror_rect (&g_array_index (self->lanes, AftLaneBox, i).label, width);
    }
}

void
aft_figure_mirror (AftFigure *self)
{
  double width = self->bounds.width;

  mirror_rect (&self->plot, width);
  mirror_rect (&self->tray, width);
  self->scale.rtl = self->rtl = TRUE;
  self->scale.x0 = width - self->scale.x0 - self->scale.width;
  mirror_background (self, width);
  mirror_flags (self, width);
  mirror_events (self, width);
}
