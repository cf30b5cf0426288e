/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <cairo.h>
#include <glib.h>

G_BEGIN_DECLS

/* For characters that no installed font has: an empty box each, but with a glyph of its own, so
 * that a PDF still says which character it is. Glyph indices are code points. Never freed. */
cairo_font_face_t *aft_missing_font_get (void);
/* Width of the box in ems, with its bearings. */
#define AFT_MISSING_FONT_WIDTH 0.62

G_END_DECLS
