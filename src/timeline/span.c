/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "timeline/layout.h"

#define MARGIN_SHARE 40 /* of what is drawn to scale, on both sides */

/* Those quiet stretches that lie in the strip and that the view does not want to see. */
static void
set_breaks (AftFigureLayout *self, AftScale *scale, AftInstant first, AftInstant last)
{
  const AftViewState *view = self->options->view;
  GArray             *quiet = self->digest->quiet;

  for (guint i = 0; i < quiet->len && scale->n_breaks < AFT_SCALE_MAX_BREAKS; i++)
    {
      const AftQuiet *stretch = &g_array_index (quiet, AftQuiet, i);

      if (stretch->from <= first || stretch->to >= last ||
          (view != NULL && aft_view_state_is_expanded (view, stretch->from, stretch->to)))
        continue;
      scale->breaks[scale->n_breaks++] =
          (AftScaleBreak){ .from = stretch->from, .to = stretch->to };
    }
}

/* The margins at the ends are a share of what is drawn, not of the years that are skipped. */
static void
set_ends (AftScale *scale, AftInstant first, AftInstant last)
{
  gint64 shown = last - first, margin;

  for (guint i = 0; i < scale->n_breaks; i++)
    shown -= scale->breaks[i].to - scale->breaks[i].from;
  margin = MAX (shown / MARGIN_SHARE, AFT_MINUTE / 2);
  scale->from = first - margin;
  scale->to = last + margin;
}

void
aft_layout_scale (AftFigureLayout *self, double x0, double width)
{
  static const AftViewState fit = AFT_VIEW_STATE_FIT;
  const AftFigureOptions   *options = self->options;
  AftScale                 *scale = &self->figure->scale;
  gboolean                  is_strip = options->strip_to > options->strip_from;

  *scale = (AftScale){ .x0 = x0, .width = MAX (width, 10) };
  if (is_strip)
    {
      set_breaks (self, scale, options->strip_from, options->strip_to);
      scale->from = options->strip_from;
      scale->to = options->strip_to;
    }
  else
    {
      set_breaks (self, scale, self->digest->first, self->digest->last);
      set_ends (scale, self->digest->first, self->digest->last);
    }
  aft_view_state_apply (options->view != NULL ? options->view : &fit, scale);
}
