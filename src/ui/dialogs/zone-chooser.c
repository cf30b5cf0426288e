/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/dialogs/zone-chooser.h"

#include "ui/widgets/zone-picker.h"

struct _AftZoneChooser
{
  GtkWidget parent_instance;

  GtkWidget *box;
  GtkWidget *picker;
};

enum
{
  CHOSEN,
  CANCELLED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (AftZoneChooser, aft_zone_chooser, GTK_TYPE_WIDGET)

static void
chosen_cb (AftZoneChooser *self, const char *zone)
{
  g_signal_emit (self, signals[CHOSEN], 0, zone);
}

static void
back_clicked_cb (AftZoneChooser *self)
{
  g_signal_emit (self, signals[CANCELLED], 0);
}

static gboolean
aft_zone_chooser_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (AFT_ZONE_CHOOSER (widget)->picker);
}

static void
aft_zone_chooser_dispose (GObject *object)
{
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

  g_type_ensure (AFT_TYPE_ZONE_PICKER);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/afterword_app/Afterword/preferences-zone-chooser.ui");
  gtk_widget_class_bind_template_child (widget_class, AftZoneChooser, box);
  gtk_widget_class_bind_template_child (widget_class, AftZoneChooser, picker);
  gtk_widget_class_bind_template_callback (widget_class, chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, back_clicked_cb);
}

static void
aft_zone_chooser_init (AftZoneChooser *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
aft_zone_chooser_new (void)
{
  return g_object_new (AFT_TYPE_ZONE_CHOOSER, NULL);
}
