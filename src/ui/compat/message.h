/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Questions that cannot be asked in passing: AdwAlertDialog where it is there, with libadwaita 1.5,
 * else AdwMessageDialog. Heading and body are plain text. */

typedef void (*AftAnswered) (gboolean yes, gpointer data);

/* "Cancel", which Escape means, and the labelled action, which destroys something. */
void aft_ask_destructive (GtkWindow  *parent,
                          const char *heading,
                          const char *body,
                          const char *action_label,
                          AftAnswered answered,
                          gpointer    data);
/* Something to be read; parent may be NULL. */
void aft_tell (GtkWindow *parent, const char *heading, const char *body);

G_END_DECLS
