/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "format/import/plan.h"

G_BEGIN_DECLS

/* One thing of an import, with a tick. */
#define AFT_TYPE_IMPORT_ROW (aft_import_row_get_type ())
G_DECLARE_FINAL_TYPE (AftImportRow, aft_import_row, AFT, IMPORT_ROW, GtkWidget)

GtkWidget *aft_import_row_new (void);
/* plan: borrowed, until another one is set or NULL. item: NULL shows nothing. */
void         aft_import_row_set_item (AftImportRow *self, AftPlan *plan, AftPlanItem *item);
AftPlanItem *aft_import_row_get_item (AftImportRow *self);

G_END_DECLS
