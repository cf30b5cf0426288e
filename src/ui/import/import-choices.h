/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "format/import/plan.h"

G_BEGIN_DECLS

/* What is said once for all that an import brings: the zone and the day of times that name none, by
 * how much each source's clock is wrong, which events are the milestones, who comes in as which
 * role. */
#define AFT_TYPE_IMPORT_CHOICES (aft_import_choices_get_type ())
G_DECLARE_FINAL_TYPE (AftImportChoices, aft_import_choices, AFT, IMPORT_CHOICES, GtkBox)

/* plan: borrowed, until another one is set or NULL. */
void aft_import_choices_set_plan (AftImportChoices *self, AftPlan *plan);

/* signal "reread" (AftImportChoices *self, const char *zone, const char *date): the sources are to
 *   be read again with what is not NULL
 * signal "changed" (AftImportChoices *self): times or twins are others now */

G_END_DECLS
