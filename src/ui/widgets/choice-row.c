/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/widgets/choice-row.h"

#include "ui/text.h"
#include "ui/widgets/choices.h"

struct _AftChoiceRow
{
  AdwComboRow parent_instance;
};

enum
{
  PROP_0,
  PROP_FIELD,
};

static void field_widget_init (AftFieldWidgetInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (AftChoiceRow,
                               aft_choice_row,
                               ADW_TYPE_COMBO_ROW,
                               G_IMPLEMENT_INTERFACE (AFT_TYPE_FIELD_WIDGET, field_widget_init))

static void
selected_cb (AftChoiceRow *self)
{
  AftFieldWidget *widget = AFT_FIELD_WIDGET (self);
  guint           position = adw_combo_row_get_selected (ADW_COMBO_ROW (self));

  if (!aft_field_widget_is_updating (widget) && position != GTK_INVALID_LIST_POSITION)
    aft_choices_store (widget, position);
}

static void
aft_choice_row_bind (AftFieldWidget *widget)
{
  const AftField *field = aft_field_widget_get_description (widget);
  g_autoptr (GListModel) choices = aft_choices_new (field);

  adw_combo_row_set_model (ADW_COMBO_ROW (widget), choices);

  aft_ui_set_row_title (ADW_PREFERENCES_ROW (widget), aft_field_get_label (field));
  aft_ui_set_row_subtitle (ADW_ACTION_ROW (widget), aft_field_get_question (field));
  aft_ui_set_accessible_name (GTK_WIDGET (widget), aft_field_get_label (field));
}

/* The label comes from the description of the field: never a user's text. */
static void
aft_choice_row_set_label (AftFieldWidget *widget, const char *label)
{
  g_object_set (widget, "use-underline", TRUE, "title", label, NULL);
}

static void
aft_choice_row_update (AftFieldWidget *widget)
{
  adw_combo_row_set_selected (ADW_COMBO_ROW (widget), aft_choices_get_selected (widget));
  gtk_widget_set_sensitive (GTK_WIDGET (widget), aft_field_widget_is_editable (widget));
}

static void
field_widget_init (AftFieldWidgetInterface *iface)
{
  iface->bind = aft_choice_row_bind;
  iface->set_label = aft_choice_row_set_label;
  iface->update = aft_choice_row_update;
}

static void
aft_choice_row_class_init (AftChoiceRowClass *klass)
{
  aft_field_widget_install_property (G_OBJECT_CLASS (klass), PROP_FIELD);
}

static void
setup_cb (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  gtk_list_item_set_child (item, gtk_label_new (NULL));
}

static void
bind_cb (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  aft_ui_set_label (GTK_LABEL (gtk_list_item_get_child (item)),
                    gtk_string_object_get_string (gtk_list_item_get_item (item)));
}

/* The chosen value is shown in full and the question wraps: by itself the row would rather cut the
 * value. The list that opens stays as it is. */
static void
show_value_in_full (AftChoiceRow *self)
{
  AdwComboRow *row = ADW_COMBO_ROW (self);
  g_autoptr (GtkListItemFactory) factory = gtk_signal_list_item_factory_new ();

  g_signal_connect (factory, "setup", G_CALLBACK (setup_cb), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), NULL);
  adw_combo_row_set_list_factory (row, adw_combo_row_get_factory (row));
  adw_combo_row_set_factory (row, factory);
}

static void
aft_choice_row_init (AftChoiceRow *self)
{
  show_value_in_full (self);
  g_signal_connect (self, "notify::selected", G_CALLBACK (selected_cb), NULL);
}

GtkWidget *
aft_choice_row_new (const char *key)
{
  return g_object_new (AFT_TYPE_CHOICE_ROW, "field", key, NULL);
}
