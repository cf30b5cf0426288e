/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Cairo has no way to say that something on a page is no content: line numbers, rules, footers.
 * Marks what is drawn outside of all marked content as an artifact (ISO 32000-1, 14.8.2.2), in the
 * operators of a page. NULL where they are not as expected. Transfer full. */
GString *aft_pdf_mark_artifacts (const char *operators, gsize length);

/* Flate, as streams of a PDF have it. NULL where the bytes are no such stream. Transfer full. */
GByteArray *aft_pdf_inflate (const char *data, gsize length);
GByteArray *aft_pdf_deflate (const char *data, gsize length);

G_END_DECLS
