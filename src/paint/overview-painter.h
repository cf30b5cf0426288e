/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <cairo.h>

#include "paint/palette.h"
#include "timeline/overview.h"

G_BEGIN_DECLS

/* Draws the strip at the origin of cr: events as strokes that are the darker the more there are,
 * milestones in the accent colour, skipped stretches broken, all outside of the window dimmed. */
void aft_overview_paint (const AftOverview *overview,
                         cairo_t           *cr,
                         double             height,
                         const AftPalette  *palette);

G_END_DECLS
