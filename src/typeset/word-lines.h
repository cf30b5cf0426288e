/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "typeset/words.h"

G_BEGIN_DECLS

/* Lines are filled with shaped words, as a layout that wraps by PANGO_WRAP_WORD_CHAR fills them:
 * what is shaped and where a line may end are Pango's, only the adding up is done here. Texts of
 * scripts without spaces or from right to left are left to a layout, as are words wider than their
 * line. Few things differ: letters of two colours are not moved closer to each other, a space
 * behind a sign of another font is that of the text, and beside wide spaces (U+2002, U+2003) lines
 * may end elsewhere.
 *
 * attrs: of the text's own, may be NULL; not kept. width in Pango units, negative: unlimited. */

/* NULL where this needs a layout. */
AftLines *aft_word_lines_set (AftWords          *words,
                              const AftWordFace *face,
                              const char        *text,
                              gsize              length,
                              PangoAttrList     *attrs,
                              int                width,
                              PangoAlignment     align);
/* Widths in points: of the widest line, and of the widest part that no line may end in, which may
 * be NULL. FALSE where this needs a layout. */
gboolean aft_word_lines_measure (AftWords          *words,
                                 const AftWordFace *face,
                                 const char        *text,
                                 gsize              length,
                                 PangoAttrList     *attrs,
                                 double            *natural,
                                 double            *minimum);

G_END_DECLS
