/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "model/completeness.h"

G_BEGIN_DECLS

/* A section in the editor's sidebar: how complete it is, and how many hints wait there. */
#define AFT_TYPE_SIDEBAR_ROW (aft_sidebar_row_get_type ())
G_DECLARE_FINAL_TYPE (AftSidebarRow, aft_sidebar_row, AFT, SIDEBAR_ROW, GtkListBoxRow)

GtkWidget   *aft_sidebar_row_new (AftSectionId section);
AftSectionId aft_sidebar_row_get_section (AftSidebarRow *self);
void         aft_sidebar_row_set_completeness (AftSidebarRow *self, AftCompleteness completeness);
void         aft_sidebar_row_set_n_hints (AftSidebarRow *self, guint n_hints);

G_END_DECLS
