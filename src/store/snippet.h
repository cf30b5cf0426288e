/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The words of a search, to show where they are: letters and digits alone, without case and
 * diacritics, as the index has them. */
typedef struct _AftSnippet AftSnippet;

AftSnippet *aft_snippet_new (const char *query);
void        aft_snippet_free (AftSnippet *self);
/* One line of the text, from where most of the words come close together; the last word is a
 * prefix. The beginning where none of them is there. Transfer full. */
char *aft_snippet_make (AftSnippet *self, const char *text);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AftSnippet, aft_snippet_free)

G_END_DECLS
