/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Cairo has no way to say that something on a page is no content: line numbers, rules, footers.
 * Up to 1.16 it leaves that outside of all marked content, from 1.18 on it says that it is content
 * of the element that is open, a section, a row or a paragraph that goes on. In our structure what
 * holds other elements has no content of its own: that is how to tell.
 *
 * Marks both as artifacts (ISO 32000-1, 14.8.2.2), in the operators of a page. dropped: a set of
 * the MCIDs that are no content, see aft_pdf_drop_content(); may be NULL. NULL where the operators
 * are not as expected. Transfer full. */
GString *aft_pdf_mark_artifacts (const char *operators, gsize length, GHashTable *dropped);

/* Marked content: the object number of its page, and its MCID there. */
typedef struct
{
  guint page, id;
} AftPdfContent;

/* The dictionary of an element without the content it cannot have, which is added to dropped, of
 * AftPdfContent. NULL where there is nothing to take away. Transfer full. */
GString *aft_pdf_drop_content (const char *dictionary, gsize length, GArray *dropped);

/* Flate, as streams of a PDF have it. NULL where the bytes are no such stream. Transfer full. */
GByteArray *aft_pdf_inflate (const char *data, gsize length);
GByteArray *aft_pdf_deflate (const char *data, gsize length);

G_END_DECLS
