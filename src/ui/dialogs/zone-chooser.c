/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/dialogs/zone-chooser.h"

#include <adwaita.h>

#include "base/zone.h"

struct _AftZoneChooser
{
  GtkWidget parent_instance;

  GtkWidget   *box;
  GtkWidget   *search_entry;
  GtkListView *list_view;

  GtkFilter *filter;
};

enum
{
  CHOSEN,
  CANCELLED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (AftZoneChooser, aft_zone_chooser, GTK_TYPE_WIDGET)

static char *
plain (const char *text)
{
  char *folded = g_utf8_casefold (text, -1);

  return g_strdelimit (folded, "_/", ' ');
}

gboolean
aft_zone_chooser_matches (const char *zone, const char *query)
{
  g_autofree char *haystack = plain (zone);
  g_autofree char *needle = g_strstrip (plain (query));

  return strstr (haystack, needle) != NULL;
}

static gboolean
filter_zone (gpointer item, gpointer data)
{
  AftZoneChooser *self = data;

  return aft_zone_chooser_matches (gtk_string_object_get_string (item),
                                   gtk_editable_get_text (GTK_EDITABLE (self->search_entry)));
}

static void
search_changed_cb (AftZoneChooser *self)
{
  gtk_filter_changed (self->filter, GTK_FILTER_CHANGE_DIFFERENT);
}

static void
choose (AftZoneChooser *self, guint position)
{
  g_autoptr (GtkStringObject) zone =
      g_list_model_get_item (G_LIST_MODEL (gtk_list_view_get_model (self->list_view)), position);

  if (zone != NULL)
    g_signal_emit (self, signals[CHOSEN], 0, gtk_string_object_get_string (zone));
}

static void
search_activate_cb (AftZoneChooser *self)
{
  choose (self, 0);
}

static void
row_activated_cb (AftZoneChooser *self, guint position)
{
  choose (self, position);
}

static void
back_clicked_cb (AftZoneChooser *self)
{
  g_signal_emit (self, signals[CANCELLED], 0);
}

static gboolean
aft_zone_chooser_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (AFT_ZONE_CHOOSER (widget)->search_entry);
}

static void
aft_zone_chooser_dispose (GObject *object)
{
  g_clear_object (&AFT_ZONE_CHOOSER (object)->filter);
  gtk_widget_dispose_template (GTK_WIDGET (object), AFT_TYPE_ZONE_CHOOSER);

  G_OBJECT_CLASS (aft_zone_chooser_parent_class)->dispose (object);
}

static void
aft_zone_chooser_class_init (AftZoneChooserClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = aft_zone_chooser_dispose;
  widget_class->grab_focus = aft_zone_chooser_grab_focus;

  signals[CHOSEN] = g_signal_new ("chosen",
                                  AFT_TYPE_ZONE_CHOOSER,
                                  G_SIGNAL_RUN_LAST,
                                  0,
                                  NULL,
                                  NULL,
                                  NULL,
                                  G_TYPE_NONE,
                                  1,
                                  G_TYPE_STRING);
  signals[CANCELLED] = g_signal_new (
      "cancelled", AFT_TYPE_ZONE_CHOOSER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/afterword_app/Afterword/preferences-zone-chooser.ui");
  gtk_widget_class_bind_template_child (widget_class, AftZoneChooser, box);
  gtk_widget_class_bind_template_child (widget_class, AftZoneChooser, search_entry);
  gtk_widget_class_bind_template_child (widget_class, AftZoneChooser, list_view);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, back_clicked_cb);
}

static void
aft_zone_chooser_init (AftZoneChooser *self)
{
  GtkStringList      *zones;
  GtkFilterListModel *found;
  g_autoptr (GtkNoSelection) selection = NULL;

  gtk_widget_init_template (GTK_WIDGET (self));
  zones = gtk_string_list_new (aft_zone_list ());
  self->filter = GTK_FILTER (gtk_custom_filter_new (filter_zone, self, NULL));
  found = gtk_filter_list_model_new (G_LIST_MODEL (zones), g_object_ref (self->filter));
  selection = gtk_no_selection_new (G_LIST_MODEL (found));
  gtk_list_view_set_model (self->list_view, GTK_SELECTION_MODEL (selection));
}

GtkWidget *
aft_zone_chooser_new (void)
{
  return g_object_new (AFT_TYPE_ZONE_CHOOSER, NULL);
}
