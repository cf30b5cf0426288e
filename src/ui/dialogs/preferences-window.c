/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/dialogs/preferences-window.h"

#include <glib/gi18n-lib.h>

#include "base/zone.h"
#include "ui/compat/launch.h"
#include "ui/dialogs/zone-chooser.h"
#include "ui/settings.h"
#include "ui/text.h"

struct _AftPreferencesWindow
{
  AdwPreferencesWindow parent_instance;

  GtkWidget    *owner_row;
  AdwActionRow *zone_row;
  GtkWidget    *zone_reset_button;
  AdwComboRow  *paper_row;
  AdwActionRow *folder_row;
  GtkWidget    *folder_button;

  char *folder; /* NULL for a library in memory */
};

G_DEFINE_FINAL_TYPE (AftPreferencesWindow, aft_preferences_window, ADW_TYPE_PREFERENCES_WINDOW)

static void
show_zone (AftPreferencesWindow *self)
{
  g_autofree char *chosen = aft_settings_dup_string ("time-zone");
  g_autofree char *text = NULL;

  if (*chosen == '\0')
    /* Translators: %s is the name of a time zone */
    text = g_strdup_printf (_ ("That of this computer, %s"), aft_zone_local_name ());
  else
    text = g_strdup (chosen);
  aft_ui_set_row_subtitle (self->zone_row, text);
  gtk_widget_set_visible (self->zone_reset_button, *chosen != '\0');
}

static void
zone_chosen_cb (AftPreferencesWindow *self, const char *zone)
{
  aft_settings_set_string ("time-zone", zone);
  show_zone (self);
  adw_preferences_window_close_subpage (ADW_PREFERENCES_WINDOW (self));
}

static void
zone_activated_cb (AftPreferencesWindow *self)
{
  GtkWidget *chooser = aft_zone_chooser_new ();

  g_signal_connect_object (chooser, "chosen", G_CALLBACK (zone_chosen_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (chooser,
                           "cancelled",
                           G_CALLBACK (adw_preferences_window_close_subpage),
                           self,
                           G_CONNECT_SWAPPED);
  adw_preferences_window_present_subpage (ADW_PREFERENCES_WINDOW (self), chooser);
  gtk_widget_grab_focus (chooser);
}

static void
zone_reset_cb (AftPreferencesWindow *self)
{
  aft_settings_set_string ("time-zone", "");
  show_zone (self);
}

static void
paper_selected_cb (AftPreferencesWindow *self)
{
  AftPaper paper = adw_combo_row_get_selected (self->paper_row);

  if (paper != aft_settings_get_paper ())
    aft_settings_set_paper (paper);
}

static void
folder_clicked_cb (AftPreferencesWindow *self)
{
  g_autoptr (GFile) folder = g_file_new_for_path (self->folder);

  aft_launch_file (GTK_WINDOW (self), folder);
}

static void
aft_preferences_window_dispose (GObject *object)
{
  g_clear_pointer (&AFT_PREFERENCES_WINDOW (object)->folder, g_free);
  gtk_widget_dispose_template (GTK_WIDGET (object), AFT_TYPE_PREFERENCES_WINDOW);

  G_OBJECT_CLASS (aft_preferences_window_parent_class)->dispose (object);
}

static void
aft_preferences_window_class_init (AftPreferencesWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = aft_preferences_window_dispose;

  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/afterword_app/Afterword/preferences-window.ui");
  gtk_widget_class_bind_template_child (widget_class, AftPreferencesWindow, owner_row);
  gtk_widget_class_bind_template_child (widget_class, AftPreferencesWindow, zone_row);
  gtk_widget_class_bind_template_child (widget_class, AftPreferencesWindow, zone_reset_button);
  gtk_widget_class_bind_template_child (widget_class, AftPreferencesWindow, paper_row);
  gtk_widget_class_bind_template_child (widget_class, AftPreferencesWindow, folder_row);
  gtk_widget_class_bind_template_child (widget_class, AftPreferencesWindow, folder_button);
  gtk_widget_class_bind_template_callback (widget_class, zone_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, zone_reset_cb);
  gtk_widget_class_bind_template_callback (widget_class, paper_selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, folder_clicked_cb);
}

static void
aft_preferences_window_init (AftPreferencesWindow *self)
{
  AftPaper paper = aft_settings_get_paper ();

  gtk_widget_init_template (GTK_WIDGET (self));
  aft_settings_bind ("owner-name", self->owner_row, "text", G_SETTINGS_BIND_DEFAULT);
  adw_combo_row_set_selected (self->paper_row, paper);
  show_zone (self);
}

GtkWidget *
aft_preferences_window_new (AftDocuments *documents)
{
  AftPreferencesWindow *self = g_object_new (AFT_TYPE_PREFERENCES_WINDOW, NULL);
  const char           *path = aft_library_get_path (aft_documents_get_library (documents));

  if (path != NULL && *path != '\0')
    self->folder = g_path_get_dirname (path);
  gtk_widget_set_visible (self->folder_button, self->folder != NULL);
  aft_ui_set_row_title (ADW_PREFERENCES_ROW (self->folder_row), _ ("Data Folder"));
  aft_ui_set_row_subtitle (self->folder_row,
                           self->folder != NULL ? self->folder
                                                : _ ("None: this library is only in memory"));
  return GTK_WIDGET (self);
}
