/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/widgets/zone-button.h"

#include <glib/gi18n-lib.h>

#include "base/zone.h"
#include "ui/dialogs/zone-chooser.h"
#include "ui/text.h"

#define LIST_HEIGHT_PX 280
#define LIST_WIDTH_PX  260

static gboolean
matches (gpointer item, gpointer entry)
{
  return aft_zone_chooser_matches (gtk_string_object_get_string (item),
                                   gtk_editable_get_text (GTK_EDITABLE (entry)));
}

static void
choose (GtkListView *view, guint position, AftInputRow *row)
{
  g_autoptr (GtkStringObject) zone =
      g_list_model_get_item (G_LIST_MODEL (gtk_list_view_get_model (view)), position);

  if (zone == NULL)
    return;
  aft_input_row_set_text (row, gtk_string_object_get_string (zone));
  gtk_popover_popdown (GTK_POPOVER (gtk_widget_get_ancestor (GTK_WIDGET (view), GTK_TYPE_POPOVER)));
}

static void
search_changed_cb (GtkSearchEntry *entry, GtkFilter *filter)
{
  gtk_filter_changed (filter, GTK_FILTER_CHANGE_DIFFERENT);
}

/* Enter takes the first that was found. */
static void
search_activate_cb (GtkSearchEntry *entry, GtkListView *view)
{
  g_signal_emit_by_name (view, "activate", 0);
}

static void
setup_cb (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_list_item_set_child (item, label);
}

static void
bind_cb (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  aft_ui_set_label (GTK_LABEL (gtk_list_item_get_child (item)),
                    gtk_string_object_get_string (gtk_list_item_get_item (item)));
}

static GtkWidget *
create_list (GtkWidget *entry, AftInputRow *row)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  GtkCustomFilter    *filter = gtk_custom_filter_new (matches, entry, NULL);
  GListModel         *zones = G_LIST_MODEL (gtk_string_list_new (aft_zone_list ()));
  GtkFilterListModel *filtered = gtk_filter_list_model_new (zones, GTK_FILTER (filter));
  GtkSelectionModel  *selection =
      GTK_SELECTION_MODEL (gtk_single_selection_new (G_LIST_MODEL (filtered)));
  GtkWidget *view = gtk_list_view_new (selection, factory);

  g_signal_connect (factory, "setup", G_CALLBACK (setup_cb), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), NULL);
  g_signal_connect_object (view, "activate", G_CALLBACK (choose), row, 0);
  g_signal_connect_object (entry, "search-changed", G_CALLBACK (search_changed_cb), filter, 0);
  g_signal_connect_object (entry, "activate", G_CALLBACK (search_activate_cb), view, 0);
  gtk_list_view_set_single_click_activate (GTK_LIST_VIEW (view), TRUE);
  gtk_widget_add_css_class (view, "navigation-sidebar");
  aft_ui_set_accessible_name (view, _ ("Time zones"));
  return view;
}

/* Made when it is first opened: there are hundreds of zones. */
static void
create_popover (GtkMenuButton *button, gpointer data)
{
  GtkWidget *popover = gtk_popover_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *entry = gtk_search_entry_new ();
  GtkWidget *scroller = gtk_scrolled_window_new ();

  gtk_search_entry_set_search_delay (GTK_SEARCH_ENTRY (entry), 0);
  aft_ui_set_accessible_name (entry, _ ("Search time zones"));
  gtk_scrolled_window_set_policy (
      GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), create_list (entry, data));
  gtk_widget_set_size_request (scroller, LIST_WIDTH_PX, LIST_HEIGHT_PX);
  gtk_box_append (GTK_BOX (box), entry);
  gtk_box_append (GTK_BOX (box), scroller);
  gtk_popover_set_child (GTK_POPOVER (popover), box);
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
