/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Tells what is pasted into a text, once it is there, by the action editor.pasted (s: the text);
 * only what may hold more than a sentence. */
void aft_paste_watch_view (GtkTextView *view);
/* Likewise of an entry, which itself keeps but one line of it. */
void aft_paste_watch_entry (GtkEntry *entry);

G_END_DECLS
