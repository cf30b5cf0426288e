/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Tells what is pasted into a text, once it is there, by the action editor.pasted (s: the text);
 * only what may hold more than a sentence. */
void aft_paste_watch_view (GtkTextView *view);
/* Tells it of a text that its widget pasted itself. */
void aft_paste_watch_tell (GtkWidget *widget, const char *text);

G_END_DECLS
