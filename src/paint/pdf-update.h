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

/* Completes a PDF that cairo wrote by an incremental update (ISO 32000-1, 7.5.6): language, title
 * display, XMP metadata with the PDF/UA-1 identification, descriptions of figures, the scope of
 * table headers, a file identifier. A file that is not as expected is left alone: FALSE with
 * AFT_PAINT_ERROR_DRAWING. */
gboolean aft_pdf_update (GByteArray           *pdf,
                         const AftPages       *pages,
                         const AftPdfElements *elements,
                         GError              **error);

G_END_DECLS
