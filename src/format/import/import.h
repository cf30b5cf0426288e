/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "format/error.h"
#include "model/record.h"

G_BEGIN_DECLS

/* What the source does not say itself. */
typedef struct
{
  const char *time_zone; /* of times that name none; NULL: UTC */
  const char *date; /* YYYY-MM-DD, the day of times that name none; NULL: as the title has it */
} AftImportOptions;

/* A postmortem made of whatever a person wrote. Nothing of the source is lost: what no field takes
 * stands in the appendix, and the whole text is kept under "sources". */
typedef struct
{
  AftRecord *root;
  GPtrArray *notes; /* (element-type utf8): what was worked out or doubted, a sentence each */
} AftImport;

void aft_import_free (AftImport *self);
/* name: of the file; it may hold the date. AFT_FORMAT_ERROR_SYNTAX where it is no text,
 * AFT_FORMAT_ERROR_LIMIT where it is over a cap. Transfer full. */
AftImport *aft_import (const char             *name,
                       const char             *bytes,
                       gsize                   length,
                       const AftImportOptions *options,
                       GError                **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AftImport, aft_import_free)

G_END_DECLS
