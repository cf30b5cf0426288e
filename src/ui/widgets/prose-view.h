/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtksourceview/gtksource.h>

#include "ui/widgets/field-widget.h"

G_BEGIN_DECLS

/* The text of one field, Markdown highlighted. Each change goes into the document at once; what
 * changes there (undo, another window) comes back as the one stretch that differs. Cleans what is
 * pasted, refuses what is over the cap, breaks overlong lines. Undo is the document's, never the
 * buffer's. */
#define AFT_TYPE_PROSE_VIEW (aft_prose_view_get_type ())
G_DECLARE_FINAL_TYPE (AftProseView, aft_prose_view, AFT, PROSE_VIEW, GtkSourceView)

GtkWidget *aft_prose_view_new (const char *key);
/* One item of a list: Enter asks for the next, Shift+Enter breaks the line. */
void  aft_prose_view_set_is_item (AftProseView *self, gboolean is_item);
char *aft_prose_view_dup_text (AftProseView *self);

/* How tall the whole text is at that width, -1: at any, so at the least; a long one as INT_MAX. */
int aft_prose_view_measure_height (AftProseView *self, int width);
/* So many lines and the margins. */
int aft_prose_view_measure_lines (AftProseView *self, int n_lines);

/* signals "message" (AftProseView *self, const char *text): translated, "" takes it back
 * "entered" (AftProseView *self): Enter in an item
 * "emptied" (AftProseView *self): Backspace in an item that is empty */

G_END_DECLS
