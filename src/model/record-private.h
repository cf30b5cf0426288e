/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/record-list.h"

G_BEGIN_DECLS

/* How edits reach into records and lists; only for the model layer. */

/* Stores and announces; equal values are stored all the same. */
void aft_record_replace_value (AftRecord *self, guint field, const AftValue *value);
void aft_record_set_owner (AftRecord *self, AftRecordList *list);

AftRecordList *aft_record_list_new (const AftSchema *schema, AftRecord *parent, guint field);
void           aft_record_list_insert (AftRecordList *self, guint position, AftRecord *record);
/* Transfer full. */
AftRecord *aft_record_list_take (AftRecordList *self, guint position);
void       aft_record_list_move (AftRecordList *self, guint from, guint to);

G_END_DECLS
