/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/record-list.h"
#include "model/schema.h"

G_BEGIN_DECLS

/* Filling a document that nobody owns yet. */

/* Behind what is there, a blank line between; blanks at both ends go, and nothing is not added. */
void aft_build_add_prose (AftRecord *record, guint field, const char *text);
/* Only where there is nothing yet. */
void aft_build_set_line (AftRecord *record, guint field, const char *text);
void aft_build_set_integer (AftRecord *record, guint field, gint64 integer);
void aft_build_add_word (AftRecord *record, guint field, const char *word);
/* A record of the schema at the end of the list, with an id where it has one. Transfer none. */
AftRecord *aft_build_append (AftRecordList *list);

G_END_DECLS
