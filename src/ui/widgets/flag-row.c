/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/widgets/flag-row.h"

#include "ui/text.h"

struct _AftFlagRow
{
  AdwActionRow parent_instance;

  GtkSwitch *toggle;
};

enum
{
  PROP_0,
  PROP_FIELD,
};

static void field_widget_init (AftFieldWidgetInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (AftFlagRow,
                               aft_flag_row,
                               ADW_TYPE_ACTION_ROW,
                               G_IMPLEMENT_INTERFACE (AFT_TYPE_FIELD_WIDGET, field_widget_init))

static void
active_cb (AftFlagRow *self)
{
  AftFieldWidget *widget = AFT_FIELD_WIDGET (self);

  if (!aft_field_widget_is_updating (widget))
    aft_postmortem_set_flag (aft_field_widget_get_postmortem (widget),
                             aft_field_widget_get_record (widget),
                             aft_field_widget_get_index (widget),
                             gtk_switch_get_active (self->toggle));
}

static void
aft_flag_row_bind (AftFieldWidget *widget)
{
  AftFlagRow     *self = AFT_FLAG_ROW (widget);
  const AftField *field = aft_field_widget_get_description (widget);

  aft_ui_set_row_title (ADW_PREFERENCES_ROW (self), aft_field_get_label (field));
  aft_ui_set_row_subtitle (ADW_ACTION_ROW (self), aft_field_get_question (field));
  aft_ui_set_accessible_name (GTK_WIDGET (self->toggle), aft_field_get_label (field));
}

/* The label comes from the description of the field: never a user's text. */
static void
aft_flag_row_set_label (AftFieldWidget *widget, const char *label)
{
  g_object_set (widget, "use-underline", TRUE, "title", label, NULL);
}

static void
aft_flag_row_update (AftFieldWidget *widget)
{
  AftFlagRow *self = AFT_FLAG_ROW (widget);

  gtk_switch_set_active (self->toggle,
                         aft_record_get_flag (aft_field_widget_get_record (widget),
                                              aft_field_widget_get_index (widget)));
  gtk_widget_set_sensitive (GTK_WIDGET (self), aft_field_widget_is_editable (widget));
}

static void
aft_flag_row_focus_field (AftFieldWidget *widget)
{
  gtk_widget_grab_focus (GTK_WIDGET (AFT_FLAG_ROW (widget)->toggle));
}

static void
field_widget_init (AftFieldWidgetInterface *iface)
{
  iface->bind = aft_flag_row_bind;
  iface->set_label = aft_flag_row_set_label;
  iface->update = aft_flag_row_update;
  iface->focus_field = aft_flag_row_focus_field;
}

static void
aft_flag_row_class_init (AftFlagRowClass *klass)
{
  aft_field_widget_install_property (G_OBJECT_CLASS (klass), PROP_FIELD);
}

static void
aft_flag_row_init (AftFlagRow *self)
{
  self->toggle = GTK_SWITCH (gtk_switch_new ());
  gtk_widget_set_valign (GTK_WIDGET (self->toggle), GTK_ALIGN_CENTER);
  adw_action_row_add_suffix (ADW_ACTION_ROW (self), GTK_WIDGET (self->toggle));
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (self), GTK_WIDGET (self->toggle));
  g_signal_connect_swapped (self->toggle, "notify::active", G_CALLBACK (active_cb), self);
}

GtkWidget *
aft_flag_row_new (const char *key)
{
  return g_object_new (AFT_TYPE_FLAG_ROW, "field", key, NULL);
}
