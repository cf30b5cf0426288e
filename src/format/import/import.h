/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "format/error.h"
#include "format/import/provenance.h"

G_BEGIN_DECLS

/* What the source does not say itself. */
typedef struct
{
  const char *time_zone; /* of times that name none; NULL: UTC */
  const char *date; /* YYYY-MM-DD, the day of times that name none; NULL: as the title has it */
  gboolean    zone_is_chosen; /* time_zone holds for them even where another zone is named later */
} AftImportOptions;

/* Where the day of times that name none is from. */
typedef enum
{
  AFT_DAY_UNKNOWN,
  AFT_DAY_ASKED, /* an option */
  AFT_DAY_NAME,  /* of the file */
  AFT_DAY_TITLE,
  AFT_DAY_TEXT,
} AftDayOrigin;

/* What was worked out for all that do not say it. */
typedef struct
{
  char         zone[48]; /* the one in which times without a zone are read */
  gboolean     zone_is_stated;
  char         day[16]; /* YYYY-MM-DD, "" where it is not known */
  AftDayOrigin day_origin;
  guint        n_dates_inferred, n_zones_inferred; /* events */
  guint        n_replaced;                         /* bytes that were no text */
} AftImportFacts;

/* A postmortem made of whatever a person wrote. Nothing of the source is lost: what no field takes
 * stands in the appendix, and the whole text is kept under "sources". */
typedef struct
{
  AftRecord *root;
  GPtrArray
      *notes; /* (element-type utf8): what was worked out or doubted, a sentence each, translated */
  char          *text;       /* the source as it was read: valid UTF-8, LF */
  AftProvenance *provenance; /* of that text; empty for what Afterword wrote itself */
  AftImportFacts facts;
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
