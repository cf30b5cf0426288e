/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/widgets/record-row.h"

#include "ui/text.h"
#include "ui/widgets/choice-row.h"
#include "ui/widgets/flag-row.h"
#include "ui/widgets/input-row.h"
#include "ui/widgets/prose-card.h"
#include "ui/widgets/record-face.h"
#include "ui/widgets/row-actions.h"

struct _AftRecordRow
{
  AdwExpanderRow parent_instance;

  AftPostmortem *postmortem;
  AftRecord     *record;
  GPtrArray     *fields; /* of AftFieldWidget; NULL until it is first opened */
};

G_DEFINE_FINAL_TYPE (AftRecordRow, aft_record_row, ADW_TYPE_EXPANDER_ROW)

/* Closed */

static void
show_face (AftRecordRow *self)
{
  g_autofree char *title = aft_record_face_title (self->record);
  g_autofree char *facts = aft_record_face_facts (self->record);

  aft_ui_set_row_title (ADW_PREFERENCES_ROW (self), title);
  aft_ui_set_expander_subtitle (ADW_EXPANDER_ROW (self), facts);
  aft_ui_set_accessible_name (GTK_WIDGET (self), title);
}

/* Open */

/* What is of no concern yet is not asked for. */
static gboolean
is_shown (AftRecordRow *self, guint field)
{
  const AftSchema *schema = aft_record_get_schema (self->record);

  if (aft_record_has (self->record, field))
    return TRUE;
  if (schema == &aft_action_schema && field == AFT_ACTION_REASON)
    return aft_record_get_choice (self->record, AFT_ACTION_STATUS) == AFT_ACTION_STATUS_WONT_DO;
  return TRUE;
}

static GtkWidget *
row_of (AftFieldWidget *field)
{
  return ADW_IS_PREFERENCES_ROW (field)
             ? GTK_WIDGET (field)
             : gtk_widget_get_ancestor (GTK_WIDGET (field), ADW_TYPE_PREFERENCES_ROW);
}

static void
show_fields (AftRecordRow *self)
{
  for (guint i = 0; self->fields != NULL && i < self->fields->len; i++)
    {
      AftFieldWidget *field = g_ptr_array_index (self->fields, i);

      gtk_widget_set_visible (row_of (field), is_shown (self, aft_field_widget_get_index (field)));
    }
}

static AftFieldWidget *
find_prose_card (GtkWidget *row)
{
  return AFT_FIELD_WIDGET (gtk_list_box_row_get_child (GTK_LIST_BOX_ROW (row)));
}

static void
add_field (AftRecordRow *self, guint index)
{
  const AftField *field = aft_record_get_field (self->record, index);
  GtkWidget      *row;

  if ((field->flags & AFT_FIELD_INTERNAL) != 0 || field->kind == AFT_KIND_LIST)
    return;
  if (field->kind == AFT_KIND_CHOICE)
    row = aft_choice_row_new (field->key);
  else if (field->kind == AFT_KIND_FLAG)
    row = aft_flag_row_new (field->key);
  else if (field->kind == AFT_KIND_PROSE)
    row = aft_prose_card_new_row (field->key);
  else
    row = aft_input_row_new (field->key);
  g_ptr_array_add (self->fields,
                   AFT_IS_FIELD_WIDGET (row) ? AFT_FIELD_WIDGET (row) : find_prose_card (row));
  adw_expander_row_add_row (ADW_EXPANDER_ROW (self), row);
  aft_field_widget_bind (
      g_ptr_array_index (self->fields, self->fields->len - 1), self->postmortem, self->record);
}

static void
ensure_fields (AftRecordRow *self)
{
  if (self->fields != NULL)
    return;
  self->fields = g_ptr_array_new ();
  for (guint i = 0; i < aft_record_get_schema (self->record)->n_fields; i++)
    add_field (self, i);
  show_fields (self);
}

static void
expanded_cb (AftRecordRow *self)
{
  if (adw_expander_row_get_expanded (ADW_EXPANDER_ROW (self)))
    ensure_fields (self);
}

static void
record_changed_cb (AftRecordRow *self)
{
  show_face (self);
  show_fields (self);
}

static void
aft_record_row_dispose (GObject *object)
{
  AftRecordRow *self = AFT_RECORD_ROW (object);

  g_clear_pointer (&self->fields, g_ptr_array_unref);
  g_clear_object (&self->record);
  g_clear_object (&self->postmortem);

  G_OBJECT_CLASS (aft_record_row_parent_class)->dispose (object);
}

static void
aft_record_row_class_init (AftRecordRowClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = aft_record_row_dispose;
}

static void
aft_record_row_init (AftRecordRow *self)
{
  gtk_list_box_row_set_selectable (GTK_LIST_BOX_ROW (self), FALSE);
  gtk_widget_add_css_class (GTK_WIDGET (self), "record-row");
  g_signal_connect (self, "notify::expanded", G_CALLBACK (expanded_cb), NULL);
}

GtkWidget *
aft_record_row_new (AftPostmortem *postmortem, AftRecord *record)
{
  AftRecordRow *self = g_object_new (AFT_TYPE_RECORD_ROW, NULL);
  GtkWidget    *row = GTK_WIDGET (self);

  self->postmortem = g_object_ref (postmortem);
  self->record = g_object_ref (record);
  aft_row_actions_attach (row, postmortem, record, TRUE);
  adw_expander_row_add_prefix (ADW_EXPANDER_ROW (self), aft_row_actions_new_handle (row, record));
  adw_expander_row_add_action (ADW_EXPANDER_ROW (self), aft_row_actions_new_menu_button (TRUE));
  g_signal_connect_object (
      record, "changed", G_CALLBACK (record_changed_cb), self, G_CONNECT_SWAPPED);
  show_face (self);
  return row;
}

AftRecord *
aft_record_row_get_record (AftRecordRow *self)
{
  g_return_val_if_fail (AFT_IS_RECORD_ROW (self), NULL);
  return self->record;
}

void
aft_record_row_reveal (AftRecordRow *self, guint field)
{
  AftFieldWidget *first;

  g_return_if_fail (AFT_IS_RECORD_ROW (self));

  adw_expander_row_set_expanded (ADW_EXPANDER_ROW (self), TRUE);
  ensure_fields (self);
  for (guint i = 0; i < self->fields->len; i++)
    if (aft_field_widget_reveal (g_ptr_array_index (self->fields, i), self->record, field))
      return;
  first = g_ptr_array_index (self->fields, 0);
  aft_field_widget_reveal (first, self->record, aft_field_widget_get_index (first));
}

void
aft_record_row_commit (AftRecordRow *self)
{
  g_return_if_fail (AFT_IS_RECORD_ROW (self));

  for (guint i = 0; self->fields != NULL && i < self->fields->len; i++)
    aft_field_widget_commit (g_ptr_array_index (self->fields, i));
}
