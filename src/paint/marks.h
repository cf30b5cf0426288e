/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <cairo.h>

#include "timeline/figure.h"

G_BEGIN_DECLS

/* The outline of an event's symbol within the rectangle, as a closed path; shapes tell kinds apart
 * without colour. A range is a rounded bar. */
void aft_mark_path (cairo_t *cr, const AftEventBox *box);
/* Diagonal lines within the rectangle, another pattern for each phase. */
void aft_hatch (cairo_t *cr, const AftRect *rect, AftPhase phase);

G_END_DECLS
