/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/compat/launch.h"

void
aft_launch_file (GtkWindow *parent, GFile *file)
{
  g_autofree char *uri = g_file_get_uri (file);

  aft_launch_uri (parent, uri);
}

void
aft_launch_uri (GtkWindow *parent, const char *uri)
{
  gtk_show_uri (parent, uri, GDK_CURRENT_TIME);
}
