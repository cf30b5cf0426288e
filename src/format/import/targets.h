/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "format/import/words.h"
#include "model/record.h"
#include "model/schema.h"

G_BEGIN_DECLS

/* The fields of the document behind the targets of headings and labels. */

/* -1 where the target is no prose, */
int aft_targets_prose_field (AftTarget target);
/* no list of items, */
int aft_targets_items_field (AftTarget target);
/* no words: a list, or parts between commas. */
int aft_targets_words_field (AftTarget target);
/* The field of a piece of data; the day of the document, which has none, is about the events. */
guint aft_targets_detail_field (AftTarget target);

/* "SEV-1", "P2", "major". Nothing is set where it is not understood. */
void aft_targets_set_severity (AftRecord *root, const char *text);
/* "in review", "final" */
void aft_targets_set_status (AftRecord *root, const char *text);

G_END_DECLS
