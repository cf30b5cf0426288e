/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "typeset/pages.h"

G_BEGIN_DECLS

/* The pages as a tagged PDF with outline, metadata, links, language, figure descriptions and a
 * file identifier; the same bytes for the same pages. AFT_PAINT_ERROR_DRAWING. */
GBytes *aft_pdf_write (const AftPages *pages, GError **error);
/* The same, and lets go of each page once it is written: a long document is not in memory twice. */
GBytes *aft_pdf_write_and_free (AftPages *pages, GError **error);

/* Typesets what may be shown and writes it, in the least time: for programs that export and are
 * done. AFT_PAINT_ERROR_DRAWING. */
GBytes *aft_pdf_export (AftRecord *root, const AftTypesetOptions *options, GError **error);

G_END_DECLS
