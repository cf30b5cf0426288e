/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "timeline/scale.h"

G_BEGIN_DECLS

/* Which part of a timeline is shown: a plain value, so that zoom and pan are tested without a
 * window. The scales given are those of the figure that is shown under this state; x is px of that
 * figure. */
#define AFT_VIEW_STATE_MAX_EXPANDED 8

typedef struct
{
  double     zoom; /* 1: all of it fits */
  AftInstant from; /* at the edge where reading starts; NONE where all fits */
  guint      n_expanded;
  AftInstant expanded[AFT_VIEW_STATE_MAX_EXPANDED]; /* one instant in each expanded gap */
} AftViewState;

#define AFT_VIEW_STATE_FIT                                                                         \
  {                                                                                                \
    .zoom = 1, .from = AFT_INSTANT_NONE                                                            \
  }

gboolean aft_view_state_is_fit (const AftViewState *self);
/* Zooms in (factor > 1) or out so that what is at x stays there, except at the ends of the whole.
 * Zooming out to the whole is fit again; zooming in ends where ten seconds are shown. */
void aft_view_state_zoom (AftViewState *self, const AftScale *shown, double x, double factor);
/* Shows what lies dx px to the right, within the whole. */
void aft_view_state_pan (AftViewState *self, const AftScale *shown, double dx);
/* Zooms so that the two are shown with some room around. */
void
aft_view_state_show (AftViewState *self, const AftScale *shown, AftInstant from, AftInstant to);
/* Moves as little as needed for the instant to be in the window, margin px from its edges. */
void aft_view_state_reveal (AftViewState   *self,
                            const AftScale *shown,
                            AftInstant      instant,
                            double          margin);
/* Draws the gap between the two to scale, or collapses it again. The scale of the rest, and where
 * the gap begins, stay. */
void     aft_view_state_set_expanded (AftViewState   *self,
                                      const AftScale *shown,
                                      AftInstant      from,
                                      AftInstant      to,
                                      gboolean        expanded);
gboolean aft_view_state_is_expanded (const AftViewState *self, AftInstant from, AftInstant to);
/* Gives a scale, whose breaks and ends are set, this zoom and position. */
void aft_view_state_apply (const AftViewState *self, AftScale *scale);

G_END_DECLS
