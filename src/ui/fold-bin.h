/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Holds one child that has a form for wide and one for narrow windows: lets the window become
 * narrower than the wide form, and says so in time to change it. (AdwBreakpoint came with
 * libadwaita 1.4.) */
#define AFT_TYPE_FOLD_BIN (aft_fold_bin_get_type ())
G_DECLARE_FINAL_TYPE (AftFoldBin, aft_fold_bin, AFT, FOLD_BIN, GtkWidget)

/* The narrowest that the child's narrow form can be. */
#define AFT_FOLD_BIN_MIN_WIDTH_PX 360

/* properties "child" (GtkWidget), "width" (int, px that text of the ordinary size would have, so
 * that a window with large text folds as a narrow one; notify: outside of any layout; 0 before the
 * first)
 */

G_END_DECLS
