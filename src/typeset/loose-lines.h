/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "typeset/inline.h"
#include "typeset/lines.h"

G_BEGIN_DECLS

/* Divides the words that leave a line short, and no others: ragged lines need few hyphens. The
 * content gets soft hyphens (U+00AD), and new attributes instead of those the lines were made of;
 * its links go with it. width: of the lines, in points. language: see aft_hyphenation_get().
 * Returns whether there is anything to set again. */
gboolean aft_loose_lines_divide (const AftLines *lines,
                                 double          width,
                                 const char     *language,
                                 AftInline      *content);

G_END_DECLS
