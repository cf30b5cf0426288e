/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "timeline/figure.h"

G_BEGIN_DECLS

/* The whole timeline in a strip, and where in it the part is that a figure shows. Pure. */
typedef struct
{
  double  width;
  double  window_x, window_width; /* what the figure shows */
  guint8 *counts;                 /* events in each px, 255 at most; n_counts of them */
  guint   n_counts;
  GArray *milestones; /* double: where they are */
  GArray *gaps;       /* double: where quiet stretches are skipped, from and to in turn */
} AftOverview;

/* figure: with the view that the window is to be of. */
AftOverview *aft_overview_layout (const AftFigure *figure, double width);
void         aft_overview_free (AftOverview *self);
/* By how many px the figure is to be moved, for aft_view_state_pan(), so that the window moves by
 * dx px of the strip; or so that its middle is at x. */
double aft_overview_pan_by (const AftOverview *self, const AftFigure *figure, double dx);
double aft_overview_pan_to (const AftOverview *self, const AftFigure *figure, double x);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AftOverview, aft_overview_free)

G_END_DECLS
