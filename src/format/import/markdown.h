/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "format/import/import.h"

G_BEGIN_DECLS

/* Somebody's Markdown, or plain text, into the empty document of the import. text: clean, with LF.
 */
void aft_import_markdown (AftImport              *self,
                          const char             *name,
                          const char             *text,
                          const AftImportOptions *options);

G_END_DECLS
