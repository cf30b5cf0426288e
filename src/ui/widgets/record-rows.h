/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "model/record.h"

G_BEGIN_DECLS

/* Keeps the rows of a list box in step with records: a record keeps its row, so that what is open,
 * half typed or focused stays while rows come, go and change places. */
#define AFT_TYPE_RECORD_ROWS (aft_record_rows_get_type ())
G_DECLARE_FINAL_TYPE (AftRecordRows, aft_record_rows, AFT, RECORD_ROWS, GObject)

/* A GtkListBoxRow. */
typedef GtkWidget *(*AftRecordRowNew) (AftRecord *record, gpointer data);

/* data outlives it; the box is borrowed. */
AftRecordRows *aft_record_rows_new (GtkListBox *box, AftRecordRowNew create, gpointer data);
/* (element-type AftRecord): what the box shows, in order. */
void aft_record_rows_update (AftRecordRows *self, GPtrArray *records);
/* NULL where the record has none. */
GtkListBoxRow *aft_record_rows_find (AftRecordRows *self, AftRecord *record);
AftRecord     *aft_record_rows_get (AftRecordRows *self, guint position);
guint          aft_record_rows_get_length (AftRecordRows *self);

G_END_DECLS
