/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/widgets/list-editor.h"

#include <glib/gi18n-lib.h>

#include "ui/text.h"
#include "ui/widgets/item-row.h"
#include "ui/widgets/record-row.h"
#include "ui/widgets/record-rows.h"

/* A deeper tree would come near what a file may nest. */
#define MAX_WHY_DEPTH 20

struct _AftListEditor
{
  GtkWidget parent_instance;

  GtkBox     *box;
  GtkLabel   *label;
  GtkLabel   *question;
  GtkListBox *list_box;
  GtkWidget  *add_row;
  GtkLabel   *empty;
  GtkButton  *add_button;

  AftRecordRows *rows;
};

enum
{
  PROP_0,
  PROP_FIELD,
  PROP_ADD_LABEL,
  PROP_EMPTY_TEXT,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static void field_widget_init (AftFieldWidgetInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (AftListEditor,
                               aft_list_editor,
                               GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (AFT_TYPE_FIELD_WIDGET, field_widget_init))

static AftPostmortem *
get_postmortem (AftListEditor *self)
{
  return aft_field_widget_get_postmortem (AFT_FIELD_WIDGET (self));
}

static AftRecordList *
get_list (AftListEditor *self)
{
  AftFieldWidget *widget = AFT_FIELD_WIDGET (self);

  return aft_record_get_list (aft_field_widget_get_record (widget),
                              aft_field_widget_get_index (widget));
}

static const AftSchema *
get_items (AftListEditor *self)
{
  return aft_field_widget_get_description (AFT_FIELD_WIDGET (self))->items;
}

/* Rows */

static void
focus_row (AftListEditor *self, AftRecord *record)
{
  GtkListBoxRow *row = aft_record_rows_find (self->rows, record);

  if (AFT_IS_ITEM_ROW (row))
    aft_item_row_focus (AFT_ITEM_ROW (row));
  else if (row != NULL)
    aft_record_row_reveal (AFT_RECORD_ROW (row), G_MAXUINT);
}

/* Adding is a step of its own, apart from the typing before it. */
static void
insert (AftListEditor *self, AftRecordList *list, guint position)
{
  g_autoptr (AftRecord) record = aft_record_new (aft_record_list_get_schema (list));

  aft_postmortem_break_step (get_postmortem (self));
  aft_postmortem_insert (get_postmortem (self), list, position, record);
  focus_row (self, record);
}

static void
entered_cb (AftItemRow *row, AftListEditor *self)
{
  AftRecord     *record = aft_item_row_get_record (row);
  AftRecordList *list = aft_record_get_owner (record);

  if (list != NULL)
    insert (self, list, aft_record_list_find (list, record) + 1);
}

static void
branched_cb (AftItemRow *row, AftListEditor *self)
{
  AftRecord *record = aft_item_row_get_record (row);

  insert (self, aft_record_get_list (record, AFT_WHY_BECAUSE), G_MAXUINT);
}

/* An empty item goes with the key that would delete the character before it. */
static void
emptied_cb (AftItemRow *row, AftListEditor *self)
{
  g_autoptr (AftRecord) record = g_object_ref (aft_item_row_get_record (row));
  AftRecordList *list = aft_record_get_owner (record);
  int            index = gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (row));
  AftRecord     *before = index > 0 ? aft_record_rows_get (self->rows, (guint) index - 1) : NULL;

  if (list == NULL || (aft_record_get_schema (record) == &aft_why_schema &&
                       aft_record_has (record, AFT_WHY_BECAUSE)))
    return;
  aft_postmortem_remove (get_postmortem (self), list, aft_record_list_find (list, record));
  if (before != NULL)
    focus_row (self, before);
}

static GtkWidget *
create_row (AftRecord *record, gpointer data)
{
  AftListEditor   *self = data;
  const AftSchema *schema = aft_record_get_schema (record);
  const AftField  *field = aft_field_widget_get_description (AFT_FIELD_WIDGET (self));
  gboolean         is_item = schema == &aft_item_schema || schema == &aft_why_schema;
  GtkWidget       *row;

  if (!is_item)
    return aft_record_row_new (get_postmortem (self), record);
  row = aft_item_row_new (get_postmortem (self), record, aft_field_get_label (field));
  aft_item_row_set_branches (AFT_ITEM_ROW (row), schema == &aft_why_schema);
  g_signal_connect_object (row, "entered", G_CALLBACK (entered_cb), self, 0);
  g_signal_connect_object (row, "emptied", G_CALLBACK (emptied_cb), self, 0);
  g_signal_connect_object (row, "branched", G_CALLBACK (branched_cb), self, 0);
  return row;
}

/* What the list shows, in order */

static void
collect_whys (AftRecordList *list, GPtrArray *records)
{
  for (guint i = 0; i < aft_record_list_get_length (list); i++)
    {
      AftRecord *why = aft_record_list_get (list, i);

      g_ptr_array_add (records, why);
      collect_whys (aft_record_get_list (why, AFT_WHY_BECAUSE), records);
    }
}

static GPtrArray *
collect (AftListEditor *self)
{
  AftRecordList *list = get_list (self);
  GPtrArray     *records = g_ptr_array_new ();

  if (get_items (self) == &aft_why_schema)
    {
      collect_whys (list, records);
      return records;
    }
  for (guint i = 0; i < aft_record_list_get_length (list); i++)
    g_ptr_array_add (records, aft_record_list_get (list, i));
  return records;
}

static guint
depth_of (AftListEditor *self, AftRecord *record)
{
  guint          depth = 0;
  AftRecordList *list = aft_record_get_owner (record);

  while (list != NULL && list != get_list (self))
    {
      depth++;
      list = aft_record_get_owner (aft_record_list_get_parent (list));
    }
  return depth;
}

static void
show_depths (AftListEditor *self)
{
  for (guint i = 0; i < aft_record_rows_get_length (self->rows); i++)
    {
      AftRecord  *record = aft_record_rows_get (self->rows, i);
      AftItemRow *row = AFT_ITEM_ROW (aft_record_rows_find (self->rows, record));
      guint       depth = depth_of (self, record);

      aft_item_row_set_depth (row, depth);
      aft_item_row_set_branches (row, depth < MAX_WHY_DEPTH);
    }
}

static void
update_rows (AftListEditor *self)
{
  g_autoptr (GPtrArray) records = collect (self);

  aft_record_rows_update (self->rows, records);
  if (get_items (self) == &aft_why_schema)
    show_depths (self);
  gtk_widget_set_visible (GTK_WIDGET (self->empty), records->len == 0);
  gtk_widget_set_visible (
      self->add_row, records->len == 0 || gtk_widget_get_visible (GTK_WIDGET (self->add_button)));
}

static void
changed_cb (AftListEditor *self)
{
  update_rows (self);
}

/* The field */

static void
aft_list_editor_bind (AftFieldWidget *widget)
{
  AftListEditor  *self = AFT_LIST_EDITOR (widget);
  const AftField *field = aft_field_widget_get_description (widget);

  aft_ui_set_label (self->label, aft_field_get_label (field));
  aft_ui_set_mnemonic_widget (self->label, GTK_WIDGET (self->add_button));
  aft_ui_set_label (self->question, aft_field_get_question (field));
  gtk_widget_set_visible (GTK_WIDGET (self->question), field->question != NULL);
  aft_ui_set_accessible_name (GTK_WIDGET (self->list_box), aft_field_get_label (field));
  self->rows = aft_record_rows_new (self->list_box, create_row, self);
  g_signal_connect_object (
      get_postmortem (self), "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  update_rows (self);
}

static void
aft_list_editor_unbind (AftFieldWidget *widget)
{
  AftListEditor *self = AFT_LIST_EDITOR (widget);
  g_autoptr (GPtrArray) none = g_ptr_array_new ();

  g_signal_handlers_disconnect_by_func (get_postmortem (self), changed_cb, self);
  aft_record_rows_update (self->rows, none);
  g_clear_object (&self->rows);
}

static void
aft_list_editor_set_label (AftFieldWidget *widget, const char *label)
{
  gtk_label_set_text_with_mnemonic (AFT_LIST_EDITOR (widget)->label, label);
}

static void
aft_list_editor_update (AftFieldWidget *widget)
{
  AftListEditor *self = AFT_LIST_EDITOR (widget);

  gtk_widget_set_sensitive (GTK_WIDGET (self->add_button), aft_field_widget_is_editable (widget));
}

static void
aft_list_editor_commit (AftFieldWidget *widget)
{
  AftListEditor *self = AFT_LIST_EDITOR (widget);

  for (guint i = 0; i < aft_record_rows_get_length (self->rows); i++)
    {
      GtkListBoxRow *row = aft_record_rows_find (self->rows, aft_record_rows_get (self->rows, i));

      if (AFT_IS_RECORD_ROW (row))
        aft_record_row_commit (AFT_RECORD_ROW (row));
    }
}

static void
aft_list_editor_focus_field (AftFieldWidget *widget)
{
  AftListEditor *self = AFT_LIST_EDITOR (widget);

  if (gtk_widget_get_visible (GTK_WIDGET (self->add_button)))
    gtk_widget_grab_focus (GTK_WIDGET (self->add_button));
  else
    gtk_widget_child_focus (GTK_WIDGET (self->list_box), GTK_DIR_TAB_FORWARD);
}

static gboolean
aft_list_editor_reveal (AftFieldWidget *widget, AftRecord *record, guint field)
{
  AftListEditor *self = AFT_LIST_EDITOR (widget);
  GtkListBoxRow *row;

  if (record == aft_field_widget_get_record (widget))
    {
      if (field != aft_field_widget_get_index (widget))
        return FALSE;
      aft_list_editor_focus_field (widget);
      return TRUE;
    }
  update_rows (self);
  row = aft_record_rows_find (self->rows, record);
  if (row == NULL)
    return FALSE;
  if (AFT_IS_RECORD_ROW (row))
    aft_record_row_reveal (AFT_RECORD_ROW (row), field);
  else
    aft_item_row_focus (AFT_ITEM_ROW (row));
  return TRUE;
}

static void
field_widget_init (AftFieldWidgetInterface *iface)
{
  iface->bind = aft_list_editor_bind;
  iface->unbind = aft_list_editor_unbind;
  iface->set_label = aft_list_editor_set_label;
  iface->update = aft_list_editor_update;
  iface->commit = aft_list_editor_commit;
  iface->focus_field = aft_list_editor_focus_field;
  iface->reveal = aft_list_editor_reveal;
}

static void
aft_list_editor_dispose (GObject *object)
{
  AftListEditor *self = AFT_LIST_EDITOR (object);

  aft_field_widget_unbind (AFT_FIELD_WIDGET (self));
  gtk_widget_dispose_template (GTK_WIDGET (self), AFT_TYPE_LIST_EDITOR);

  G_OBJECT_CLASS (aft_list_editor_parent_class)->dispose (object);
}

static void
aft_list_editor_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  AftListEditor *self = AFT_LIST_EDITOR (object);

  switch (id)
    {
    case PROP_FIELD:
      aft_field_widget_get_key_property (object, id, value, pspec);
      break;
    case PROP_ADD_LABEL:
      g_value_set_string (value, gtk_button_get_label (self->add_button));
      break;
    case PROP_EMPTY_TEXT:
      g_value_set_string (value, gtk_label_get_text (self->empty));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
aft_list_editor_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  AftListEditor *self = AFT_LIST_EDITOR (object);

  switch (id)
    {
    case PROP_FIELD:
      aft_field_widget_set_key_property (object, id, value, pspec);
      break;
    case PROP_ADD_LABEL:
      gtk_button_set_label (self->add_button, g_value_get_string (value));
      gtk_widget_set_visible (GTK_WIDGET (self->add_button), g_value_get_string (value) != NULL);
      break;
    case PROP_EMPTY_TEXT:
      aft_ui_set_label (self->empty, g_value_get_string (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
install_properties (GObjectClass *klass)
{
  g_object_class_override_property (klass, PROP_FIELD, "field");
  properties[PROP_ADD_LABEL] = g_param_spec_string (
      "add-label", NULL, NULL, NULL, G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  properties[PROP_EMPTY_TEXT] = g_param_spec_string (
      "empty-text", NULL, NULL, NULL, G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  for (guint i = PROP_ADD_LABEL; i < N_PROPS; i++)
    g_object_class_install_property (klass, i, properties[i]);
}

static void
aft_list_editor_class_init (AftListEditorClass *klass)
{
  GObjectClass   *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = aft_list_editor_dispose;
  object_class->get_property = aft_list_editor_get_property;
  object_class->set_property = aft_list_editor_set_property;
  install_properties (object_class);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/afterword_app/Afterword/list-editor.ui");
  gtk_widget_class_bind_template_child (widget_class, AftListEditor, box);
  gtk_widget_class_bind_template_child (widget_class, AftListEditor, label);
  gtk_widget_class_bind_template_child (widget_class, AftListEditor, question);
  gtk_widget_class_bind_template_child (widget_class, AftListEditor, list_box);
  gtk_widget_class_bind_template_child (widget_class, AftListEditor, add_row);
  gtk_widget_class_bind_template_child (widget_class, AftListEditor, empty);
  gtk_widget_class_bind_template_child (widget_class, AftListEditor, add_button);
  gtk_widget_class_bind_template_callback (widget_class, aft_list_editor_add);
}

static void
aft_list_editor_init (AftListEditor *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
aft_list_editor_new (const char *key)
{
  return g_object_new (AFT_TYPE_LIST_EDITOR, "field", key, NULL);
}

void
aft_list_editor_add (AftListEditor *self)
{
  g_return_if_fail (AFT_IS_LIST_EDITOR (self));

  if (aft_field_widget_is_editable (AFT_FIELD_WIDGET (self)))
    insert (self, get_list (self), G_MAXUINT);
}

guint
aft_list_editor_get_length (AftListEditor *self)
{
  g_return_val_if_fail (AFT_IS_LIST_EDITOR (self), 0);
  return self->rows != NULL ? aft_record_rows_get_length (self->rows) : 0;
}

GtkWidget *
aft_list_editor_find_row (AftListEditor *self, AftRecord *record)
{
  g_return_val_if_fail (AFT_IS_LIST_EDITOR (self), NULL);
  return self->rows != NULL ? GTK_WIDGET (aft_record_rows_find (self->rows, record)) : NULL;
}
