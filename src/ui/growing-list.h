/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* A list that shows its first items at once and the others a few at a time, while nothing else is
 * to be done: a GtkListView makes about two hundred rows for a long list, however few of them can
 * be seen, and the frame would wait for all of them. */
#define AFT_TYPE_GROWING_LIST (aft_growing_list_get_type ())
G_DECLARE_FINAL_TYPE (AftGrowingList, aft_growing_list, AFT, GROWING_LIST, GObject)

AftGrowingList *aft_growing_list_new (GListModel *items);
/* Before other items take the place of those there are. */
void aft_growing_list_restart (AftGrowingList *self);

G_END_DECLS
