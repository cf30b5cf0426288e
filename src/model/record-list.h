/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/record.h"

G_BEGIN_DECLS

/* An ordered list of records of one schema; a GListModel of AftRecord. */
#define AFT_TYPE_RECORD_LIST (aft_record_list_get_type ())
G_DECLARE_FINAL_TYPE (AftRecordList, aft_record_list, AFT, RECORD_LIST, GObject)

guint aft_record_list_get_length (AftRecordList *self);
/* Transfer none, unlike g_list_model_get_item(). */
AftRecord *aft_record_list_get (AftRecordList *self, guint position);
/* Position of the record, or G_MAXUINT. */
guint            aft_record_list_find (AftRecordList *self, AftRecord *record);
AftRecord       *aft_record_list_find_id (AftRecordList *self, const char *id);
const AftSchema *aft_record_list_get_schema (AftRecordList *self);
/* The record that has this list as a field, and that field's index. */
AftRecord *aft_record_list_get_parent (AftRecordList *self);
guint      aft_record_list_get_field (AftRecordList *self);

/* For loading only, like aft_record_init_value(). */
void aft_record_list_init_append (AftRecordList *self, AftRecord *record);
void aft_record_list_init_clear (AftRecordList *self);

G_END_DECLS
