/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ui/widgets/live-rows.h"

G_BEGIN_DECLS

/* Rows below each other on a page that scrolls as a whole, of which only those near the visible
 * part exist: the others are a height. Unlike a GtkListView it needs no scroll bar of its own.
 * A row keeps its item for as long as it has the focus or is held, wherever the page is scrolled.
 * Tab enters and leaves the list, arrow keys, Home and End go along it. */
#define AFT_TYPE_LONG_LIST (aft_long_list_get_type ())
G_DECLARE_FINAL_TYPE (AftLongList, aft_long_list, AFT, LONG_LIST, GtkWidget)

/* rows: static; data: outlives the list. */
void aft_long_list_set_rows (AftLongList *self, const AftLongListRows *rows, gpointer data);
/* (nullable): objects, each in it once. */
void aft_long_list_set_model (AftLongList *self, GListModel *model);
/* G_MAXUINT where the item is not in the list. */
guint aft_long_list_find (AftLongList *self, gpointer item);
/* The row of an item, NULL while it has none. */
GtkWidget *aft_long_list_get_row (AftLongList *self, gpointer item);
/* Makes the row where it has none, and gives it its place: it can take the focus at once. NULL
 * where the item is not in the list. */
GtkWidget *aft_long_list_ensure_row (AftLongList *self, gpointer item);
/* Scrolls as far as the row of the item, once it has its height, is not in full on the page. */
void aft_long_list_show_in_full (AftLongList *self, gpointer item);
/* This item keeps its row; NULL for none. */
void aft_long_list_hold (AftLongList *self, gpointer item);
/* Binds the rows that exist again: what they show besides their item has changed. */
void  aft_long_list_rebind (AftLongList *self);
guint aft_long_list_get_n_rows (AftLongList *self);

G_END_DECLS
