/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Patterns of one level: letters and, between them, how good a place to divide is there: odd
 * numbers are for it, even ones against, the highest counts. */
typedef struct _AftPatterns AftPatterns;

AftPatterns *aft_patterns_new (void);
void         aft_patterns_free (AftPatterns *self);
/* A pattern such as "1tion" or ".ab3s", UTF-8, length in bytes. What would change the spelling
 * ("f1f/ff=f") speaks against the place. */
void  aft_patterns_add (AftPatterns *self, const char *pattern, gsize length);
guint aft_patterns_get_length (const AftPatterns *self);
/* word: in small letters with a dot before and behind; values: as long, for the place before each
 * byte, set to the highest of the patterns that fit. */
void aft_patterns_apply (const AftPatterns *self, const char *word, gsize length, guint8 *values);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AftPatterns, aft_patterns_free)

G_END_DECLS
