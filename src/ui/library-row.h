/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "ui/library-item.h"

G_BEGIN_DECLS

/* One document in the library's list. */
#define AFT_TYPE_LIBRARY_ROW (aft_library_row_get_type ())
G_DECLARE_FINAL_TYPE (AftLibraryRow, aft_library_row, AFT, LIBRARY_ROW, AdwBin)

GtkWidget *aft_library_row_new (void);
/* query: what was searched for, to show where; "" for a listing. */
void      aft_library_row_set_item (AftLibraryRow *self, AftLibraryItem *item, const char *query);
AftEntry *aft_library_row_get_entry (AftLibraryRow *self);
/* What can be done with it, at a point of the row. */
void aft_library_row_open_menu (AftLibraryRow *self, double x, double y);

/* "4 May · 11 min · ads": the second line. */
char *aft_library_row_facts (AftEntry *entry, AftInstant now);

G_END_DECLS
