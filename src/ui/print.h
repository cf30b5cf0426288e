/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "model/record.h"
#include "typeset/pages.h"

G_BEGIN_DECLS

/* Prints the pages of the preview, or those of the review copy. reason is NULL where all went well
 * or the user turned back; else a plain sentence. */
typedef void (*AftPrinted) (const char *reason, gpointer data);
void
aft_print (GtkWindow *parent, AftRecord *root, AftLayout layout, AftPrinted printed, gpointer data);
/* The same without a dialog or a printer, into a PDF file; for tests and for comparing. */
gboolean aft_print_to_file (AftRecord *root, AftLayout layout, const char *path, GError **error);

G_END_DECLS
