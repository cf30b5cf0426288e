/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/widgets/zone-button.h"

#include <glib/gi18n-lib.h>

#include "ui/text.h"
#include "ui/widgets/zone-picker.h"

static void
chosen_cb (AftZonePicker *picker, const char *zone, AftInputRow *row)
{
  GtkWidget *popover = gtk_widget_get_ancestor (GTK_WIDGET (picker), GTK_TYPE_POPOVER);

  aft_input_row_set_text (row, zone);
  gtk_popover_popdown (GTK_POPOVER (popover));
}

/* Made when it is first opened: there are hundreds of zones. */
static void
create_popover (GtkMenuButton *button, gpointer data)
{
  GtkWidget *popover = gtk_popover_new ();
  GtkWidget *picker = aft_zone_picker_new ();

  g_signal_connect_object (picker, "chosen", G_CALLBACK (chosen_cb), data, 0);
  gtk_popover_set_child (GTK_POPOVER (popover), picker);
  gtk_menu_button_set_popover (button, popover);
}

GtkWidget *
aft_zone_button_new (AftInputRow *row)
{
  GtkWidget *button = gtk_menu_button_new ();

  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (button), "find-location-symbolic");
  gtk_menu_button_set_create_popup_func (GTK_MENU_BUTTON (button), create_popover, row, NULL);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (button, _ ("Choose a Time Zone"));
  aft_ui_set_accessible_name (button, _ ("Choose a time zone"));
  gtk_widget_add_css_class (button, "flat");
  return button;
}
