/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "base/instant.h"

G_BEGIN_DECLS

/* Which part of a timeline is shown: a plain value, so that zoom and pan are tested without a
 * window. Both ends NONE: all of it. */
typedef struct
{
  AftInstant from, to;
} AftViewState;

#define AFT_VIEW_STATE_FIT                                                                         \
  {                                                                                                \
    AFT_INSTANT_NONE, AFT_INSTANT_NONE                                                             \
  }

gboolean aft_view_state_is_fit (const AftViewState *self);
/* Zooms in (factor > 1) or out so that the anchor stays where it is; whole: what fit would show.
 * Zooming out to the whole, or beyond, is fit again; near an end of the whole the view stays
 * within it. */
void aft_view_state_zoom (AftViewState       *self,
                          const AftViewState *whole,
                          AftInstant          anchor,
                          double              factor);
/* Moves by a share of what is shown, within the whole. */
void aft_view_state_pan (AftViewState *self, const AftViewState *whole, double share);

G_END_DECLS
