/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "format/import/plan.h"

G_BEGIN_DECLS

/* An import before it comes in: the sources on one side, marked by what they became, on the other
 * what comes of them, to be ticked, corrected and brought in. */
#define AFT_TYPE_IMPORT_PAGE (aft_import_page_get_type ())
G_DECLARE_FINAL_TYPE (AftImportPage, aft_import_page, AFT, IMPORT_PAGE, AdwBin)

GtkWidget *aft_import_page_new (void);
/* Takes the plan; NULL for none. target_title: of the document that it goes into, NULL for a new
 * one. */
void     aft_import_page_set_plan (AftImportPage *self, AftPlan *plan, const char *target_title);
AftPlan *aft_import_page_get_plan (AftImportPage *self);

/* signal "accepted" (AftImportPage *self): the plan is as the user wants it
 * signal "cancelled" (AftImportPage *self) */

G_END_DECLS
