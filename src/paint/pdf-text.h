/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "typeset/pages.h"

G_BEGIN_DECLS

/* A text string as UTF-16BE in hexadecimal: any text, nothing to escape. */
void aft_pdf_append_text (GString *out, const char *text);
/* The language of the pages, or "en" where it is no tag. */
const char *aft_pdf_safe_language (const AftPages *pages);
/* XMP metadata with the identification of PDF/UA-1 (ISO 14289-1). Transfer full. */
char *aft_pdf_build_xmp (const AftPages *pages);

G_END_DECLS
