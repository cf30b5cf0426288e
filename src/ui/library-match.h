/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <pango/pango.h>

G_BEGIN_DECLS

/* Where a text shows what was searched for: the words of the query whole, the last one as the
 * beginning of a word; case and accents do not matter. Bold, as attributes: never as markup. */
PangoAttrList *aft_library_match (const char *text, const char *query);

G_END_DECLS
