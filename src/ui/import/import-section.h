/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "format/import/plan.h"

G_BEGIN_DECLS

/* The things of one kind that an import brings, each with a tick, and how many of them are in. */
#define AFT_TYPE_IMPORT_SECTION (aft_import_section_get_type ())
G_DECLARE_FINAL_TYPE (AftImportSection, aft_import_section, AFT, IMPORT_SECTION, GtkBox)

GtkWidget *aft_import_section_new (AftPlanKind kind);
/* plan: borrowed, until another one is set or NULL. Hidden where it has nothing of the kind. */
void aft_import_section_set_plan (AftImportSection *self, AftPlan *plan);
/* Shows anew what has changed of the items. */
void aft_import_section_update (AftImportSection *self);
/* Scrolls to the row of the item and puts the focus there. FALSE where it is of another kind. */
gboolean aft_import_section_focus_item (AftImportSection *self, AftPlanItem *item);

/* signal "pointed" (AftImportSection *self, AftPlanItem *item): its row has the focus now
 * signal "counted" (AftImportSection *self): other items are in than before */

G_END_DECLS
