/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "ui/document.h"
#include "ui/export.h"

G_BEGIN_DECLS

/* Format, paper, layout and audience; then where to, and the writing itself. */
#define AFT_TYPE_EXPORT_DIALOG (aft_export_dialog_get_type ())
G_DECLARE_FINAL_TYPE (AftExportDialog, aft_export_dialog, AFT, EXPORT_DIALOG, AdwWindow)

/* Called once. file: what was written, NULL where the user turned back or it failed; error: why it
 * failed. Both borrowed. */
typedef void (*AftExported) (GFile *file, const GError *error, gpointer data);

AftExportDialog *aft_export_dialog_present (GtkWindow   *parent,
                                            AftDocument *document,
                                            AftExported  exported,
                                            gpointer     data);
/* What the dialog is set to. */
void aft_export_dialog_set_audience (AftExportDialog *self, AftAudience audience);
void aft_export_dialog_get_export (AftExportDialog *self, AftExport *export);
/* What follows the choice of a file. */
void aft_export_dialog_export_to (AftExportDialog *self, GFile *file);

/* A *.postmortem with everything in it, without further questions. */
void
aft_export_copy (GtkWindow *parent, AftDocument *document, AftExported exported, gpointer data);

G_END_DECLS
