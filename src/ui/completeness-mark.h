/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* A small disc that fills clockwise: hollow = nothing yet, full = complete. Never a warning: its
 * colour is that of the text around it. */
#define AFT_TYPE_COMPLETENESS_MARK (aft_completeness_mark_get_type ())
G_DECLARE_FINAL_TYPE (AftCompletenessMark, aft_completeness_mark, AFT, COMPLETENESS_MARK, GtkWidget)

GtkWidget *aft_completeness_mark_new (void);
/* 0 to 1 */
double aft_completeness_mark_get_fraction (AftCompletenessMark *self);
void   aft_completeness_mark_set_fraction (AftCompletenessMark *self, double fraction);

/* property "fraction" (double) */

G_END_DECLS
