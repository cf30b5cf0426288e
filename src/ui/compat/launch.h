/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Shows a file, folder or page in whatever application it belongs to. (gtk_show_uri() became
 * GtkFileLauncher with GTK 4.10.) */
void aft_launch_file (GtkWindow *parent, GFile *file);
void aft_launch_uri (GtkWindow *parent, const char *uri);

G_END_DECLS
