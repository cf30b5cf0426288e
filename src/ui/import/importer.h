/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "format/import/plan.h"
#include "ui/window.h"

G_BEGIN_DECLS

/* Brings in what others wrote, in a window: reads it, shows the page on which it is looked through,
 * and makes a postmortem of it or adds it to the one that is open. */
#define AFT_TYPE_IMPORTER (aft_importer_get_type ())
G_DECLARE_FINAL_TYPE (AftImporter, aft_importer, AFT, IMPORTER, GObject)

/* window, bin: where the page is shown; both outlive it. */
AftImporter *aft_importer_new (AftWindow *window, AdwBin *bin);
/* files: (element-type GFile). into: the document that is open, else a new one. What Afterword
 * wrote itself is opened as it is. */
void aft_importer_open (AftImporter *self, GPtrArray *files, gboolean into);
/* Text from elsewhere, under a name that is shown. */
void aft_importer_read (AftImporter *self, const char *name, const char *text, gboolean into);
/* What is in the clipboard. */
void aft_importer_paste (AftImporter *self);
/* Shows a plan that was read before; takes it. */
void aft_importer_show (AftImporter *self, AftPlan *plan, gboolean into);
/* Forgets what is being looked through. */
void aft_importer_cancel (AftImporter *self);

G_END_DECLS
