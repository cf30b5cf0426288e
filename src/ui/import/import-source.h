/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "format/import/plan.h"

G_BEGIN_DECLS

/* The sources of an import as they are written, each stretch marked by what it became, with a
 * legend. Read-only; where the cursor goes, the thing that came of that place is told. */
#define AFT_TYPE_IMPORT_SOURCE (aft_import_source_get_type ())
G_DECLARE_FINAL_TYPE (AftImportSource, aft_import_source, AFT, IMPORT_SOURCE, GtkWidget)

/* plan: borrowed, until another one is set or NULL. */
void aft_import_source_set_plan (AftImportSource *self, AftPlan *plan);
/* Scrolls to what the item is made of, and marks that. */
void aft_import_source_show_item (AftImportSource *self, AftPlanItem *item);

/* signal "pointed" (AftImportSource *self, AftPlanItem *item): the user went to what it is made of
 */

G_END_DECLS
