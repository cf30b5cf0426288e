/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "model/postmortem.h"

G_BEGIN_DECLS

/* An action or a link in a list: closed a line that says the most of it, open a form of
 * the fields that its description has. */
#define AFT_TYPE_RECORD_ROW (aft_record_row_get_type ())
G_DECLARE_FINAL_TYPE (AftRecordRow, aft_record_row, AFT, RECORD_ROW, AdwExpanderRow)

GtkWidget *aft_record_row_new (AftPostmortem *postmortem, AftRecord *record);
AftRecord *aft_record_row_get_record (AftRecordRow *self);
/* Opens it and puts the cursor into the field; fields that are not shown stand for the first. */
void aft_record_row_reveal (AftRecordRow *self, guint field);
void aft_record_row_commit (AftRecordRow *self);

G_END_DECLS
