/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ui/widgets/field-widget.h"

G_BEGIN_DECLS

/* A list of records: lessons and factors as texts typed in place, the how/why tree,
 * actions and links as rows that open. Added at the end, or by Enter; removed and moved by the
 * row's menu, keys and dragging. */
#define AFT_TYPE_LIST_EDITOR (aft_list_editor_get_type ())
G_DECLARE_FINAL_TYPE (AftListEditor, aft_list_editor, AFT, LIST_EDITOR, GtkWidget)

GtkWidget *aft_list_editor_new (const char *key);
/* At the end, with the cursor in it. */
void  aft_list_editor_add (AftListEditor *self);
guint aft_list_editor_get_length (AftListEditor *self);
/* The row, NULL where the record is not in the list. */
GtkWidget *aft_list_editor_find_row (AftListEditor *self, AftRecord *record);

/* properties "field", "add-label" (string: of the button; none without), "empty-text" (string: the
 * sentence of the empty list) */

G_END_DECLS
