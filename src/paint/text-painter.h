/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <cairo.h>

#include "typeset/pages.h"

G_BEGIN_DECLS

/* Called around the text of a link, and around the text between links. target: NULL for the
 * latter. */
typedef void (*AftStretchFunc) (cairo_t *cr, const char *target, gboolean begins, gpointer data);

/* Draws the lines of a text box with the current source. Every character stays text, also where
 * no font has it. stretch may be NULL. */
void aft_text_paint (const AftBox *box, cairo_t *cr, AftStretchFunc stretch, gpointer data);

G_END_DECLS
