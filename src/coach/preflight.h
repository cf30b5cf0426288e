/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "coach/exposure.h"
#include "model/record.h"

G_BEGIN_DECLS

/* Something to look at before the public version leaves. It says so and blocks nothing. */
typedef struct
{
  AftExposureKind kind;
  AftSectionId    section;
  AftRecord      *record; /* of the document that was given, which it keeps */
  guint           field;
  guint           word;         /* which one, in a field of words */
  gsize           start, end;   /* bytes in the text as it is written, phrases included */
  guint           line, column; /* of the start, in characters, from 1 */
  char           *text;         /* what was found */
} AftFinding;

void aft_finding_free (AftFinding *self);

/* (element-type AftFinding), transfer full; in the order of sections. Only what the public would
 * read is looked at, and no field whose names become roles. Takes milliseconds for each page: for a
 * window, away from its thread, with a copy. */
GPtrArray *aft_preflight_review (AftRecord *root);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AftFinding, aft_finding_free)

G_END_DECLS
