/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Prose of the user, which is Markdown, inside a larger document: nothing in it may end the part it
 * stands in, and it comes back as it was. */

/* How many levels its headings go down to stand below H3, 0 where it has none above H4. */
guint aft_markdown_prose_shift (const char *prose);
/* For a part of its own: headings shifted, HTML escaped, an open fence closed, trailing white space
 * dropped. */
char *aft_markdown_embed (const char *prose);
/* Back; blank lines around it are no part of it. Headings stay where they are. */
char *aft_markdown_extract (const char *text);
/* Headings that were shifted go up again. */
char *aft_markdown_unshift (const char *prose, guint shift);
/* For a cell of a table, and back. */
char *aft_markdown_embed_cell (const char *prose);
char *aft_markdown_extract_cell (const char *cell, gssize length);

G_END_DECLS
