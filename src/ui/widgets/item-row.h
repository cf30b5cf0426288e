/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "model/postmortem.h"
#include "ui/widgets/prose-view.h"

G_BEGIN_DECLS

/* One text of a bare list (a lesson, a factor) or of the how/why tree, typed in place. */
#define AFT_TYPE_ITEM_ROW (aft_item_row_get_type ())
G_DECLARE_FINAL_TYPE (AftItemRow, aft_item_row, AFT, ITEM_ROW, GtkListBoxRow)

/* label: what assistive technology calls it. */
GtkWidget *aft_item_row_new (AftPostmortem *postmortem, AftRecord *record, const char *label);
AftRecord *aft_item_row_get_record (AftItemRow *self);
/* How deep in the tree; 0 for a list. */
void aft_item_row_set_depth (AftItemRow *self, guint depth);
/* A button that adds a cause below, for a tree. */
void aft_item_row_set_branches (AftItemRow *self, gboolean branches);
void aft_item_row_focus (AftItemRow *self);
/* Drops its hold on the record; the row is of no use any more. */
void aft_item_row_unbind (AftItemRow *self);

/* signals "entered" and "emptied" as of AftProseView, "branched" (AftItemRow *self): the button */

G_END_DECLS
