/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "timeline/view-state.h"

#define MIN_SPAN (10 * AFT_SECOND)

gboolean
aft_view_state_is_fit (const AftViewState *self)
{
  return self->from == AFT_INSTANT_NONE;
}

/* Near an end of the whole the view stays within it rather than on the anchor. */
static AftViewState
moved_into (const AftViewState *view, const AftViewState *whole)
{
  gint64 by = MAX (whole->from - view->from, 0) + MIN (whole->to - view->to, 0);

  return (AftViewState){ view->from + by, view->to + by };
}

void
aft_view_state_zoom (AftViewState       *self,
                     const AftViewState *whole,
                     AftInstant          anchor,
                     double              factor)
{
  const AftViewState *shown = aft_view_state_is_fit (self) ? whole : self;
  double              before = anchor - shown->from;
  double              after = shown->to - anchor;
  AftViewState zoomed = { anchor - (gint64) (before / factor), anchor + (gint64) (after / factor) };

  if (factor > 1 && zoomed.to - zoomed.from < MIN_SPAN)
    return;
  if (zoomed.to - zoomed.from >= whole->to - whole->from)
    *self = (AftViewState) AFT_VIEW_STATE_FIT;
  else
    *self = moved_into (&zoomed, whole);
}

void
aft_view_state_pan (AftViewState *self, const AftViewState *whole, double share)
{
  gint64 span = self->to - self->from;
  gint64 by = (gint64) (span * share);

  if (aft_view_state_is_fit (self))
    return;
  by = CLAMP (by, MIN (whole->from - self->from, 0), MAX (whole->to - self->to, 0));
  self->from += by;
  self->to += by;
}
