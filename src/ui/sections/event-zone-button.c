/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/sections/event-zone-button.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "ui/text.h"
#include "ui/widgets/zone-picker.h"

struct _AftEventZoneButton
{
  AdwBin parent_instance;

  GtkMenuButton *button;
  GtkLabel      *label;
  GtkWidget     *none; /* NULL until it is first opened */

  char *zone;
};

enum
{
  SIGNAL_CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (AftEventZoneButton, aft_event_zone_button, ADW_TYPE_BIN)

/* "New York" of "America/New_York": the button is narrow, its tooltip has all. */
static void
show_state (AftEventZoneButton *self)
{
  const char      *slash = self->zone != NULL ? strrchr (self->zone, '/') : NULL;
  g_autofree char *city = g_strdup (slash != NULL ? slash + 1 : self->zone);

  aft_ui_set_label (self->label, city != NULL ? g_strdelimit (city, "_", ' ') : _ ("Second Zone"));
  aft_ui_set_accessible_name (GTK_WIDGET (self->button), _ ("Second time zone"));
  aft_ui_set_tooltip (GTK_WIDGET (self->button),
                      self->zone != NULL ? self->zone : _ ("Show Times in Another Zone Too"));
  if (self->none != NULL)
    gtk_widget_set_visible (self->none, self->zone != NULL);
}

static void
set_zone (AftEventZoneButton *self, const char *zone)
{
  if (g_strcmp0 (self->zone, zone) == 0)
    return;
  g_free (self->zone);
  self->zone = g_strdup (zone);
  show_state (self);
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static void
chosen_cb (AftEventZoneButton *self, const char *zone)
{
  set_zone (self, zone);
  gtk_menu_button_popdown (self->button);
}

static void
none_clicked_cb (AftEventZoneButton *self)
{
  set_zone (self, NULL);
  gtk_menu_button_popdown (self->button);
}

/* There are hundreds of zones: made when it is first opened. */
static void
create_popover (GtkMenuButton *button, gpointer data)
{
  AftEventZoneButton *self = data;
  GtkWidget          *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget          *list = aft_zone_picker_new ();
  GtkWidget          *popover = gtk_popover_new ();

  self->none = gtk_button_new_with_mnemonic (_ ("_No Second Zone"));
  g_signal_connect_object (list, "chosen", G_CALLBACK (chosen_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (
      self->none, "clicked", G_CALLBACK (none_clicked_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (box), list);
  gtk_box_append (GTK_BOX (box), self->none);
  gtk_popover_set_child (GTK_POPOVER (popover), box);
  gtk_menu_button_set_create_popup_func (button, NULL, NULL, NULL);
  gtk_menu_button_set_popover (button, popover);
  show_state (self);
}

static void
aft_event_zone_button_dispose (GObject *object)
{
  AftEventZoneButton *self = AFT_EVENT_ZONE_BUTTON (object);

  self->none = NULL;
  g_clear_pointer (&self->zone, g_free);

  G_OBJECT_CLASS (aft_event_zone_button_parent_class)->dispose (object);
}

static void
aft_event_zone_button_class_init (AftEventZoneButtonClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = aft_event_zone_button_dispose;
  signals[SIGNAL_CHANGED] = g_signal_new (
      "changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
aft_event_zone_button_init (AftEventZoneButton *self)
{
  GtkWidget *button = gtk_menu_button_new ();

  self->button = GTK_MENU_BUTTON (button);
  self->label = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_ellipsize (self->label, PANGO_ELLIPSIZE_END);
  gtk_menu_button_set_child (self->button, GTK_WIDGET (self->label));
  gtk_menu_button_set_always_show_arrow (self->button, TRUE);
  gtk_menu_button_set_create_popup_func (self->button, create_popover, self, NULL);
  gtk_widget_add_css_class (button, "flat");
  adw_bin_set_child (ADW_BIN (self), button);
  show_state (self);
}

const char *
aft_event_zone_button_get_zone (AftEventZoneButton *self)
{
  g_return_val_if_fail (AFT_IS_EVENT_ZONE_BUTTON (self), NULL);
  return self->zone;
}

void
aft_event_zone_button_set_zone (AftEventZoneButton *self, const char *zone)
{
  g_return_if_fail (AFT_IS_EVENT_ZONE_BUTTON (self));
  set_zone (self, zone);
}
