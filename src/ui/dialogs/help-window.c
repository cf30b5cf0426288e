/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/dialogs/help-window.h"

void
aft_show_help (GtkWindow *parent)
{
  g_autoptr (GtkBuilder) builder =
      gtk_builder_new_from_resource ("/io/github/afterword_app/Afterword/help-window.ui");
  GtkWindow *window = GTK_WINDOW (gtk_builder_get_object (builder, "help_window"));

  gtk_window_set_transient_for (window, parent);
  gtk_window_present (window);
}
