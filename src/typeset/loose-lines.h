/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <pango/pango.h>

G_BEGIN_DECLS

/* Divides the words that leave a line short, and no others: ragged lines need few hyphens. The
 * text gets soft hyphens (U+00AD); the ranges of links, AftPageLink or NULL, go with it.
 * language: see aft_hyphenation_get(). */
void aft_loose_lines_divide (PangoLayout *layout, const char *language, GArray *links);

G_END_DECLS
