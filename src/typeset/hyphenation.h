/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Where words may be divided: F. M. Liang's method (Word Hy-phen-a-tion by Com-put-er, 1983) with
 * the patterns that are installed for spelling, "hyphen/hyph_de_DE.dic" in a data folder. Without
 * patterns of a language its words are not divided. */
typedef struct _AftHyphenation AftHyphenation;

/* language: a tag such as "en" or "de-CH"; NULL where nothing is known of it, or no patterns are
 * there. They are read once and kept: the result is not to be freed, and any thread may use it. */
const AftHyphenation *aft_hyphenation_get (const char *language);
/* (element-type gsize): offsets into the word before which it may be divided, ascending. word:
 * letters alone, length in bytes. Transfer full. */
GArray *aft_hyphenation_divide (const AftHyphenation *self, const char *word, gsize length);

G_END_DECLS
