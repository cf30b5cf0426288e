/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtksourceview/gtksource.h>

G_BEGIN_DECLS

/* The margin of the source: beside each stretch what it became, "E12". */
#define AFT_TYPE_IMPORT_GUTTER (aft_import_gutter_get_type ())
G_DECLARE_FINAL_TYPE (AftImportGutter,
                      aft_import_gutter,
                      AFT,
                      IMPORT_GUTTER,
                      GtkSourceGutterRendererText)

GtkSourceGutterRenderer *aft_import_gutter_new (void);
/* signs: line of the buffer -> text; takes a reference. */
void aft_import_gutter_set_signs (AftImportGutter *self, GHashTable *signs);

G_END_DECLS
