/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <cairo.h>

#include "timeline/figure.h"

G_BEGIN_DECLS

/* The outline of a symbol within the rectangle, as a closed path; shapes tell kinds (AftEventKind)
 * apart without colour. */
void aft_mark_path (cairo_t *cr, const AftRect *rect, guint kind);
/* Diagonal lines within the rectangle, another pattern for each phase. */
void aft_hatch (cairo_t *cr, const AftRect *rect, AftPhase phase);

G_END_DECLS
