/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Selects that text in a text view or an entry: where it is expected, in characters, or else the
 * first that there is. FALSE where the widget has no such text. */
gboolean aft_ui_select_text (GtkWidget *widget, const char *text, guint at);

G_END_DECLS
