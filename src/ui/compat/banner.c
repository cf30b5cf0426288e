/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/compat/banner.h"

#include "ui/text.h"

struct _AftBanner
{
  GtkWidget parent_instance;

  GtkWidget *revealer;
  GtkWidget *label;
  GtkWidget *button;
};

G_DEFINE_FINAL_TYPE (AftBanner, aft_banner, GTK_TYPE_WIDGET)

static void
aft_banner_dispose (GObject *object)
{
  AftBanner *self = AFT_BANNER (object);

  g_clear_pointer (&self->revealer, gtk_widget_unparent);

  G_OBJECT_CLASS (aft_banner_parent_class)->dispose (object);
}

static void
aft_banner_class_init (AftBannerClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = aft_banner_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (klass), GTK_ACCESSIBLE_ROLE_STATUS);
}

static void
aft_banner_init (AftBanner *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);

  self->label = gtk_label_new (NULL);
  gtk_label_set_wrap (GTK_LABEL (self->label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (self->label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (GTK_LABEL (self->label), 0.5);
  gtk_widget_set_hexpand (self->label, TRUE);
  self->button = gtk_button_new ();
  gtk_button_set_use_underline (GTK_BUTTON (self->button), TRUE);
  gtk_widget_set_valign (self->button, GTK_ALIGN_CENTER);
  gtk_widget_set_visible (self->button, FALSE);
  gtk_box_append (GTK_BOX (box), self->label);
  gtk_box_append (GTK_BOX (box), self->button);
  gtk_widget_add_css_class (box, "banner");

  self->revealer = gtk_revealer_new ();
  gtk_revealer_set_child (GTK_REVEALER (self->revealer), box);
  gtk_widget_set_parent (self->revealer, GTK_WIDGET (self));
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

GtkWidget *
aft_banner_new (void)
{
  return g_object_new (AFT_TYPE_BANNER, NULL);
}

void
aft_banner_set_text (AftBanner *self, const char *text)
{
  gboolean shown = text != NULL && *text != '\0';

  g_return_if_fail (AFT_IS_BANNER (self));

  aft_ui_set_label (GTK_LABEL (self->label), text);
  gtk_widget_set_visible (GTK_WIDGET (self), shown);
  gtk_revealer_set_reveal_child (GTK_REVEALER (self->revealer), shown);
}

const char *
aft_banner_get_text (AftBanner *self)
{
  g_return_val_if_fail (AFT_IS_BANNER (self), "");
  return gtk_label_get_text (GTK_LABEL (self->label));
}

void
aft_banner_set_action (AftBanner *self, const char *label, const char *action_name)
{
  g_return_if_fail (AFT_IS_BANNER (self));

  gtk_widget_set_visible (self->button, action_name != NULL);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->button), action_name);
  gtk_button_set_label (GTK_BUTTON (self->button), label != NULL ? label : "");
}
