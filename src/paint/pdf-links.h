/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "typeset/pages.h"

G_BEGIN_DECLS

/* Cairo 1.16 forgets where a link leads whose page is not drawn yet. So a link inside the document
 * goes through it as an address of this scheme, which is replaced when the file is completed. */
#define AFT_PDF_PLACE_SCHEME "afterword:"

/* The dictionary of a link's annotation, without its end: with a place instead of such an address,
 * and with words for who does not see it. page_objects: guint, the object of each page. NULL where
 * it leads nowhere. Transfer full. */
GString *aft_pdf_complete_link (const char     *dictionary,
                                gsize           length,
                                const AftPages *pages,
                                const GArray   *page_objects);

G_END_DECLS
