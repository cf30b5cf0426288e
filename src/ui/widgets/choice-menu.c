/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/widgets/choice-menu.h"

#include "ui/text.h"
#include "ui/widgets/choices.h"

struct _AftChoiceMenu
{
  GtkWidget parent_instance;

  GtkLabel    *label;
  GtkDropDown *drop_down;
};

enum
{
  PROP_0,
  PROP_FIELD,
};

static void field_widget_init (AftFieldWidgetInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (AftChoiceMenu,
                               aft_choice_menu,
                               GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (AFT_TYPE_FIELD_WIDGET, field_widget_init))

static void
selected_cb (AftChoiceMenu *self)
{
  AftFieldWidget *widget = AFT_FIELD_WIDGET (self);
  guint           position = gtk_drop_down_get_selected (self->drop_down);

  if (!aft_field_widget_is_updating (widget) && position != GTK_INVALID_LIST_POSITION)
    aft_choices_store (widget, position);
}

static void
aft_choice_menu_bind (AftFieldWidget *widget)
{
  AftChoiceMenu  *self = AFT_CHOICE_MENU (widget);
  const AftField *field = aft_field_widget_get_description (widget);
  g_autoptr (GListModel) choices = aft_choices_new (field);

  gtk_drop_down_set_model (self->drop_down, choices);
  aft_ui_set_label (self->label, aft_field_get_label (field));
  aft_ui_set_mnemonic_widget (self->label, GTK_WIDGET (self->drop_down));
  aft_ui_set_accessible_name (GTK_WIDGET (self->drop_down), aft_field_get_label (field));
}

static void
aft_choice_menu_set_label (AftFieldWidget *widget, const char *label)
{
  gtk_label_set_text_with_mnemonic (AFT_CHOICE_MENU (widget)->label, label);
}

static void
aft_choice_menu_update (AftFieldWidget *widget)
{
  AftChoiceMenu *self = AFT_CHOICE_MENU (widget);

  gtk_drop_down_set_selected (self->drop_down, aft_choices_get_selected (widget));
  gtk_widget_set_sensitive (GTK_WIDGET (self), aft_field_widget_is_editable (widget));
}

static void
aft_choice_menu_focus_field (AftFieldWidget *widget)
{
  gtk_widget_grab_focus (GTK_WIDGET (AFT_CHOICE_MENU (widget)->drop_down));
}

static void
field_widget_init (AftFieldWidgetInterface *iface)
{
  iface->bind = aft_choice_menu_bind;
  iface->set_label = aft_choice_menu_set_label;
  iface->update = aft_choice_menu_update;
  iface->focus_field = aft_choice_menu_focus_field;
}

static void
aft_choice_menu_dispose (GObject *object)
{
  AftChoiceMenu *self = AFT_CHOICE_MENU (object);
  GtkWidget     *child;

  aft_field_widget_unbind (AFT_FIELD_WIDGET (self));
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (aft_choice_menu_parent_class)->dispose (object);
}

static void
aft_choice_menu_class_init (AftChoiceMenuClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = aft_choice_menu_dispose;
  aft_field_widget_install_property (G_OBJECT_CLASS (klass), PROP_FIELD);
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BOX_LAYOUT);
}

static void
aft_choice_menu_init (AftChoiceMenu *self)
{
  GtkBoxLayout *layout = GTK_BOX_LAYOUT (gtk_widget_get_layout_manager (GTK_WIDGET (self)));

  gtk_orientable_set_orientation (GTK_ORIENTABLE (layout), GTK_ORIENTATION_VERTICAL);
  gtk_box_layout_set_spacing (layout, 3);
  self->label = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_xalign (self->label, 0);
  gtk_widget_add_css_class (GTK_WIDGET (self->label), "caption-heading");
  gtk_widget_set_parent (GTK_WIDGET (self->label), GTK_WIDGET (self));
  self->drop_down = GTK_DROP_DOWN (gtk_drop_down_new (NULL, NULL));
  gtk_widget_set_parent (GTK_WIDGET (self->drop_down), GTK_WIDGET (self));
  g_signal_connect_swapped (self->drop_down, "notify::selected", G_CALLBACK (selected_cb), self);
}

GtkDropDown *
aft_choice_menu_get_drop_down (AftChoiceMenu *self)
{
  g_return_val_if_fail (AFT_IS_CHOICE_MENU (self), NULL);
  return self->drop_down;
}
