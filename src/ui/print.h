/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "model/audience.h"
#include "typeset/pages.h"

G_BEGIN_DECLS

/* Which pages: those of the preview, or those for another layout or audience. */
typedef struct
{
  AftLayout   layout;
  AftAudience audience;
  guint       first_copy, n_copies; /* numbers of review copies; 0: 1 */
} AftPrint;

/* Asks for printer, pages, paper and the numbers of review copies, and prints; what was chosen is
 * there again the next time. reason is NULL where all went well or the user turned back; else a
 * plain sentence. */
typedef void (*AftPrinted) (const char *reason, gpointer data);
void aft_print (GtkWindow      *parent,
                AftRecord      *root,
                const AftPrint *print,
                AftPrinted      printed,
                gpointer        data);
/* The same without a dialog or a printer, into a PDF file; for tests and for comparing. */
gboolean
aft_print_to_file (AftRecord *root, const AftPrint *print, const char *path, GError **error);

G_END_DECLS
