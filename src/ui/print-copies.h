/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define AFT_TYPE_PRINT_COPIES (aft_print_copies_get_type ())
G_DECLARE_FINAL_TYPE (AftPrintCopies, aft_print_copies, AFT, PRINT_COPIES, GtkWidget)

/* A tab of the print dialog: how many review copies, and their numbers. The copies of the printer
 * are all of one number. */
GtkWidget *aft_print_copies_new (void);
guint      aft_print_copies_get_count (AftPrintCopies *self);
guint      aft_print_copies_get_first (AftPrintCopies *self);

G_END_DECLS
