/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "store/library.h"

G_BEGIN_DECLS

/* Everything written so far: found, filtered, opened, thrown away and brought back. Acts through
 * win.open-document, win.trash-document, win.restore-document and win.erase-document (s: the id).
 */
#define AFT_TYPE_LIBRARY_PAGE (aft_library_page_get_type ())
G_DECLARE_FINAL_TYPE (AftLibraryPage, aft_library_page, AFT, LIBRARY_PAGE, AdwBin)

GtkWidget *aft_library_page_new (void);
void       aft_library_page_set_library (AftLibraryPage *self, AftLibrary *library);
void       aft_library_page_set_menu_model (AftLibraryPage *self, GMenuModel *menu);
/* To the list where there is one and nothing is being searched: where it was there before. */
void aft_library_page_focus (AftLibraryPage *self);
/* Shows the search field and puts the cursor there. */
void aft_library_page_find (AftLibraryPage *self);
/* What is in the trash instead of the library. */
void     aft_library_page_set_trash (AftLibraryPage *self, gboolean trash);
gboolean aft_library_page_get_trash (AftLibraryPage *self);

/* properties "trash" (boolean), "busy" (boolean: a listing or search is under way) */

G_END_DECLS
