/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* ||Private phrases|| in a text view: shown with a tint, a line below and a lock in the margin, as
 * colour alone is not seen by everybody. They follow the text by themselves, as long as the view
 * lives. */
void aft_private_marks_attach (GtkTextView *view);
/* Draws the locks; in the snapshot_layer of the view, above the text. */
void aft_private_marks_snapshot (GtkTextView *view, GtkSnapshot *snapshot);
/* Marks or unmarks the selection or the word at the cursor, as one action of the user. FALSE where
 * there is nothing to mark. */
gboolean aft_private_marks_toggle (GtkTextView *view);

G_END_DECLS
