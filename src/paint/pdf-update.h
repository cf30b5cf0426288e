/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "typeset/pages.h"

G_BEGIN_DECLS

/* What cairo has no way to say, in the order of the structure. */
typedef struct
{
  GPtrArray  *descriptions; /* (element-type utf8), of figures */
  GByteArray *header_rows;  /* of table headers: 1 for a row's, 0 for a column's */
} AftPdfElements;

/* A PDF that cairo wrote, written again with what cairo does not know: language, title display, XMP
 * metadata with the PDF/UA-1 identification, descriptions of figures, the scope of table headers,
 * places that links lead to, marks on what is no content, a file identifier. NULL where the file is
 * not as expected, with AFT_PAINT_ERROR_DRAWING. Transfer full. */
GBytes *aft_pdf_update (const GByteArray     *pdf,
                        const AftPages       *pages,
                        const AftPdfElements *elements,
                        GError              **error);

G_END_DECLS
