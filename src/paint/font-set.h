/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "typeset/pages.h"

G_BEGIN_DECLS

/* Fonts are looked for among all that are installed, for each face and size anew: with some hundred
 * of them that takes longer than a short document. A font map of the families of our pages alone
 * finds the same fonts for all that they have; what they lack shows as missing. For programs that
 * export and are done: the first call changes what fonts the process finds. NULL where not all
 * families are installed that the pages are meant to be set in. */
PangoFontMap *aft_font_set_get_map (void);
/* The font map of all fonts, which then are found again. */
PangoFontMap *aft_font_set_get_full_map (void);
/* Whether the pages have characters that no font of theirs has. */
gboolean aft_font_set_is_missing (const AftPages *pages);

G_END_DECLS
