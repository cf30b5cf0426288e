/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* The lines of the library: its facts, its headings, its postmortems. Acts through
 * win.open-document, win.trash-document and win.erase-document (s: the id); its own actions are
 * list.trash and list.menu, on the row that has the focus. */
#define AFT_TYPE_LIBRARY_LIST (aft_library_list_get_type ())
G_DECLARE_FINAL_TYPE (AftLibraryList, aft_library_list, AFT, LIBRARY_LIST, AdwBin)

GtkWidget *aft_library_list_new (void);
void       aft_library_list_clear (AftLibraryList *self);
/* items: (element-type AftLibraryItem), of which rows that stay the same stay; query: what was
 * searched for, to be bold in them, or "". */
void  aft_library_list_show_items (AftLibraryList *self, GPtrArray *items, const char *query);
guint aft_library_list_get_n_items (AftLibraryList *self);
void  aft_library_list_open_first (AftLibraryList *self);
/* To the row that had it before, else to the first postmortem. */
void aft_library_list_focus (AftLibraryList *self);

G_END_DECLS
