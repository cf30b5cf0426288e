/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "model/postmortem.h"

G_BEGIN_DECLS

/* What can be done with a row as a whole: row.remove, row.move-up and row.move-down, by menu, by
 * Shift+Ctrl+Delete, Shift+Ctrl+Up and Shift+Ctrl+Down, and by dragging. */

/* movable: the order is the user's, not that of time. */
void aft_row_actions_attach (GtkWidget     *row,
                             AftPostmortem *postmortem,
                             AftRecord     *record,
                             gboolean       movable);
/* What a row is dragged by; a row that was attached as movable. */
GtkWidget *aft_row_actions_new_handle (GtkWidget *row, AftRecord *record);
/* The same as a menu. */
GtkWidget *aft_row_actions_new_menu_button (gboolean movable);

G_END_DECLS
