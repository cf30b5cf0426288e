/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "format/import/lines.h"
#include "model/record.h"

G_BEGIN_DECLS

/* What each stretch of a source became. */
typedef enum
{
  AFT_USE_NONE,    /* left out: comments, notices of who came and went, the fence of front matter */
  AFT_USE_HEADING, /* said where the text below it goes */
  AFT_USE_DETAIL,  /* a typed field of the document: its title, authors, severity */
  AFT_USE_FIELD,   /* prose */
  AFT_USE_ITEM,    /* of a list: a lesson, a factor */
  AFT_USE_EVENT,
  AFT_USE_ACTION,
  AFT_N_USES,
} AftUse;

typedef struct
{
  gsize      start, end;            /* bytes of the source */
  guint      first_line, last_line; /* from 1 */
  AftUse     use;
  AftRecord *record; /* borrowed from the document; NULL for NONE and HEADING */
  guint      field;  /* of it, for DETAIL and FIELD */
} AftSpan;

typedef struct _AftProvenance AftProvenance;

/* text: borrowed, outlives it. */
AftProvenance *aft_provenance_new (const char *text);
void           aft_provenance_free (AftProvenance *self);

/* start, end: within the text. Where two marks overlap the later one holds. */
void aft_provenance_mark (AftProvenance *self,
                          const char    *start,
                          const char    *end,
                          AftUse         use,
                          AftRecord     *record,
                          guint          field);
/* The lines from first up to, not including, end; without blank ones and comments. */
void aft_provenance_mark_lines (AftProvenance *self,
                                const AftLine *first,
                                const AftLine *end,
                                AftUse         use,
                                AftRecord     *record,
                                guint          field);
/* The spans in the order of the text. None overlaps another, and all that is not white space is in
 * one of them. (element-type AftSpan), transfer none, until the next mark. */
GArray *aft_provenance_get_spans (AftProvenance *self);
/* The span that holds the byte, or the nearest one behind it; NULL where there is none. */
const AftSpan *aft_provenance_find (AftProvenance *self, gsize offset);
/* The first span that became that record; NULL where none did. */
const AftSpan *aft_provenance_find_record (AftProvenance *self, AftRecord *record);
/* The first span that went into that field of the record. */
const AftSpan *aft_provenance_find_field (AftProvenance *self, AftRecord *record, guint field);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AftProvenance, aft_provenance_free)

G_END_DECLS
