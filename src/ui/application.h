/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "ui/documents.h"
#include "ui/library-health.h"

G_BEGIN_DECLS

#define AFT_TYPE_APPLICATION (aft_application_get_type ())
G_DECLARE_FINAL_TYPE (AftApplication, aft_application, AFT, APPLICATION, AdwApplication)

AftApplication *aft_application_new (void);
/* Until the last window is closed; the status to exit with. What the program looks up in the module
 * of the windows by this name. */
int aft_application_run (int argc, char **argv);
/* From startup on; NULL before. */
AftDocuments     *aft_application_get_documents (AftApplication *self);
AftLibraryHealth *aft_application_get_health (AftApplication *self);

G_END_DECLS
