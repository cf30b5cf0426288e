/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/widgets/input-row.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "ui/text.h"
#include "ui/widgets/date-button.h"
#include "ui/widgets/field-input.h"
#include "ui/widgets/zone-button.h"

/* Figures and times go into the document this long after the last key press: half of one would
 * be another figure, and each would be a step to undo. */
#define COMMIT_DELAY_MSEC 300

#define FIGURE_CHARS 11
#define TIME_CHARS   17

struct _AftInputRow
{
  AdwPreferencesRow parent_instance;

  GtkGrid  *grid;
  GtkLabel *title;
  GtkLabel *question;
  GtkLabel *message;
  GtkBox   *entry_box;
  GtkEntry *entry;
  GtkLabel *unit;

  GtkWidget *button;   /* calendar or list of zones; NULL for most */
  AftValue   shown;    /* what the document had when the entry was last written */
  gboolean   is_typed; /* the entry has something the document has not */
  gboolean   is_invalid;
  guint      commit_source;
};

enum
{
  PROP_0,
  PROP_FIELD,
};

static void field_widget_init (AftFieldWidgetInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (AftInputRow,
                               aft_input_row,
                               ADW_TYPE_PREFERENCES_ROW,
                               G_IMPLEMENT_INTERFACE (AFT_TYPE_FIELD_WIDGET, field_widget_init))

static const AftField *
get_field (AftInputRow *self)
{
  return aft_field_widget_get_description (AFT_FIELD_WIDGET (self));
}

/* Which day is today depends on the document's zone. */

static AftRecord *
get_root (AftInputRow *self)
{
  return aft_postmortem_get_root (aft_field_widget_get_postmortem (AFT_FIELD_WIDGET (self)));
}

static AftTimeContext
get_context (AftInputRow *self)
{
  return (AftTimeContext){
    .zone = aft_zone_get_or_utc (aft_record_get_text (get_root (self), AFT_DOC_TIME_ZONE)),
    .now = aft_instant_now (),
    .previous = AFT_INSTANT_NONE,
  };
}

/* Beside and below the entry */

static void
show_message (AftInputRow *self, const char *text, gboolean is_error)
{
  gboolean shown = text != NULL && *text != '\0';

  self->is_invalid = is_error;
  aft_ui_set_label (self->message, text);
  gtk_widget_set_visible (GTK_WIDGET (self->message), shown);
  if (is_error)
    {
      gtk_widget_add_css_class (GTK_WIDGET (self), "invalid");
      gtk_widget_add_css_class (GTK_WIDGET (self->entry), "error");
    }
  else
    {
      gtk_widget_remove_css_class (GTK_WIDGET (self), "invalid");
      gtk_widget_remove_css_class (GTK_WIDGET (self->entry), "error");
    }
  gtk_accessible_update_state (GTK_ACCESSIBLE (self->entry),
                               GTK_ACCESSIBLE_STATE_INVALID,
                               is_error ? GTK_ACCESSIBLE_INVALID_TRUE
                                        : GTK_ACCESSIBLE_INVALID_FALSE,
                               -1);
}

/* An amount has the currency of its group. */
static const char *
get_unit (AftInputRow *self)
{
  const AftField  *field = get_field (self);
  AftRecord       *record = aft_field_widget_get_record (AFT_FIELD_WIDGET (self));
  const char      *end = strrchr (field->key, '.');
  g_autofree char *key = NULL;
  int              currency;

  if (field->kind != AFT_KIND_AMOUNT || end == NULL)
    return aft_field_input_get_unit (field->kind);
  key = g_strdup_printf ("%.*s.currency", (int) (end - field->key), field->key);
  currency = aft_schema_find (aft_record_get_schema (record), key);
  return currency >= 0 ? aft_record_get_text (record, (guint) currency) : NULL;
}

static void
show_unit (AftInputRow *self)
{
  const char *unit = get_unit (self);

  aft_ui_set_label (self->unit, unit);
  gtk_widget_set_visible (GTK_WIDGET (self->unit), unit != NULL && *unit != '\0');
}

static void
write_entry (AftInputRow *self, const char *text)
{
  aft_field_widget_begin_update (AFT_FIELD_WIDGET (self));
  if (!g_str_equal (gtk_editable_get_text (GTK_EDITABLE (self->entry)), text))
    gtk_editable_set_text (GTK_EDITABLE (self->entry), text);
  aft_field_widget_end_update (AFT_FIELD_WIDGET (self));
}

static void
show_value (AftInputRow *self)
{
  const AftValue  *value = aft_field_widget_get_value (AFT_FIELD_WIDGET (self));
  g_autofree char *text = aft_field_input_format (get_field (self), value);

  self->is_typed = FALSE;
  write_entry (self, text);
  show_message (self, NULL, FALSE);
}

/* From the entry into the document */

static void
store (AftInputRow *self, const AftFieldInput *input)
{
  AftFieldWidget *widget = AFT_FIELD_WIDGET (self);

  self->is_typed = FALSE;
  aft_value_clear (&self->shown);
  aft_value_copy (&input->value, &self->shown);
  aft_postmortem_set_value (aft_field_widget_get_postmortem (widget),
                            aft_field_widget_get_record (widget),
                            aft_field_widget_get_index (widget),
                            &input->value);
}

/* Reads the entry, says what it means or why not, and stores it where asked. */
static gboolean
read_entry (AftInputRow *self, gboolean stores)
{
  AftTimeContext context = get_context (self);
  const char    *text = gtk_editable_get_text (GTK_EDITABLE (self->entry));
  g_auto (AftFieldInput) input = AFT_FIELD_INPUT_INIT;
  g_autoptr (GError) error = NULL;

  if (!aft_field_input_parse (&input, get_field (self), text, &context, &error))
    {
      show_message (self, error->message, TRUE);
      return FALSE;
    }
  show_message (self, input.meaning, FALSE);
  if (stores)
    store (self, &input);
  return TRUE;
}

static gboolean
commit_later_cb (gpointer data)
{
  AftInputRow *self = AFT_INPUT_ROW (data);

  self->commit_source = 0;
  if (!self->is_invalid)
    read_entry (self, TRUE);
  return G_SOURCE_REMOVE;
}

static void
entry_changed_cb (AftInputRow *self)
{
  const AftField *field = get_field (self);

  if (aft_field_widget_is_updating (AFT_FIELD_WIDGET (self)))
    return;
  self->is_typed = TRUE;
  g_clear_handle_id (&self->commit_source, g_source_remove);
  if (!read_entry (self, aft_field_input_is_continuous (field->kind)))
    return;
  if (!aft_field_input_is_continuous (field->kind))
    self->commit_source = g_timeout_add (COMMIT_DELAY_MSEC, commit_later_cb, self);
}

static void
entry_activate_cb (AftInputRow *self)
{
  aft_field_widget_commit (AFT_FIELD_WIDGET (self));
}

static void
aft_input_row_commit (AftFieldWidget *widget)
{
  AftInputRow *self = AFT_INPUT_ROW (widget);

  g_clear_handle_id (&self->commit_source, g_source_remove);
  if (self->is_typed && !read_entry (self, TRUE))
    return;
  /* Nobody is typing any more: the figure may stand as figures are written. */
  if (!self->is_invalid)
    show_value (self);
}

static const char *
aft_input_row_get_rejected (AftFieldWidget *widget)
{
  AftInputRow *self = AFT_INPUT_ROW (widget);

  return self->is_typed && self->is_invalid ? gtk_editable_get_text (GTK_EDITABLE (self->entry))
                                            : NULL;
}

/* The field */

static void
place (AftInputRow *self, gboolean wide)
{
  gtk_grid_remove (self->grid, GTK_WIDGET (self->entry_box));
  gtk_grid_remove (self->grid, GTK_WIDGET (self->question));
  gtk_grid_remove (self->grid, GTK_WIDGET (self->message));
  gtk_grid_attach (
      self->grid, GTK_WIDGET (self->entry_box), wide ? 0 : 1, wide ? 1 : 0, 1, wide ? 1 : 2);
  gtk_grid_attach (self->grid, GTK_WIDGET (self->question), 0, wide ? 2 : 1, 1, 1);
  gtk_grid_attach (self->grid, GTK_WIDGET (self->message), 0, 3, wide ? 1 : 2, 1);
}

static void
lay_out (AftInputRow *self, AftKind kind)
{
  gboolean wide = aft_field_input_is_wide (kind);
  gboolean is_figure =
      aft_kind_is_real (kind) || kind == AFT_KIND_COUNT || kind == AFT_KIND_SECONDS;

  g_object_ref (self->entry_box);
  g_object_ref (self->question);
  g_object_ref (self->message);
  place (self, wide);
  g_object_unref (self->entry_box);
  g_object_unref (self->question);
  g_object_unref (self->message);

  gtk_widget_set_hexpand (GTK_WIDGET (self->entry_box), wide);
  gtk_widget_set_valign (GTK_WIDGET (self->entry_box), GTK_ALIGN_CENTER);
  gtk_editable_set_alignment (GTK_EDITABLE (self->entry), is_figure ? 1 : 0);
  gtk_editable_set_width_chars (GTK_EDITABLE (self->entry),
                                wide        ? 0
                                : is_figure ? FIGURE_CHARS
                                            : TIME_CHARS);
}

static void
add_button (AftInputRow *self, AftKind kind)
{
  if (self->button != NULL)
    gtk_box_remove (self->entry_box, self->button);
  self->button = NULL;
  if (kind == AFT_KIND_DATE)
    self->button = aft_date_button_new (self);
  else if (kind == AFT_KIND_ZONE)
    self->button = aft_zone_button_new (self);
  if (self->button != NULL)
    gtk_box_append (self->entry_box, self->button);
}

static void
aft_input_row_set_label (AftFieldWidget *widget, const char *label)
{
  gtk_label_set_text_with_mnemonic (AFT_INPUT_ROW (widget)->title, label);
}

/* A change of the currency changes the unit. */
static void
other_changed_cb (AftRecord *record, guint field, AftInputRow *self)
{
  if (aft_record_get_field (record, field)->kind == AFT_KIND_CURRENCY)
    show_unit (self);
}

static void
aft_input_row_bind (AftFieldWidget *widget)
{
  AftInputRow    *self = AFT_INPUT_ROW (widget);
  const AftField *field = get_field (self);
  AftRecord      *record = aft_field_widget_get_record (widget);

  aft_ui_set_label (self->title, aft_field_get_label (field));
  aft_ui_set_mnemonic_widget (self->title, GTK_WIDGET (self->entry));
  aft_ui_set_label (self->question, aft_field_get_question (field));
  gtk_widget_set_visible (GTK_WIDGET (self->question), field->question != NULL);
  aft_ui_set_accessible_name (GTK_WIDGET (self->entry), aft_field_get_label (field));
  lay_out (self, field->kind);
  add_button (self, field->kind);
  show_unit (self);

  self->is_typed = FALSE;
  aft_value_clear (&self->shown);
  aft_value_copy (aft_field_widget_get_value (widget), &self->shown);
  show_value (self);
  g_signal_connect_object (record, "changed", G_CALLBACK (other_changed_cb), self, 0);
}

static void
aft_input_row_unbind (AftFieldWidget *widget)
{
  AftInputRow *self = AFT_INPUT_ROW (widget);

  g_signal_handlers_disconnect_by_func (
      aft_field_widget_get_record (widget), other_changed_cb, self);
}

/* Leaves alone what is being typed: the document has just what that says, or had it before. */
static void
aft_input_row_update (AftFieldWidget *widget)
{
  AftInputRow    *self = AFT_INPUT_ROW (widget);
  const AftValue *value = aft_field_widget_get_value (widget);
  gboolean        editable = aft_field_widget_is_editable (widget);

  gtk_editable_set_editable (GTK_EDITABLE (self->entry), editable);
  if (self->button != NULL)
    gtk_widget_set_sensitive (self->button, editable);
  if (aft_value_equal (value, &self->shown))
    return;
  aft_value_clear (&self->shown);
  aft_value_copy (value, &self->shown);
  show_value (self);
}

static void
aft_input_row_focus_field (AftFieldWidget *widget)
{
  gtk_widget_grab_focus (GTK_WIDGET (AFT_INPUT_ROW (widget)->entry));
}

static void
field_widget_init (AftFieldWidgetInterface *iface)
{
  iface->bind = aft_input_row_bind;
  iface->unbind = aft_input_row_unbind;
  iface->set_label = aft_input_row_set_label;
  iface->update = aft_input_row_update;
  iface->commit = aft_input_row_commit;
  iface->focus_field = aft_input_row_focus_field;
  iface->get_rejected = aft_input_row_get_rejected;
}

static void
aft_input_row_dispose (GObject *object)
{
  AftInputRow *self = AFT_INPUT_ROW (object);

  g_clear_handle_id (&self->commit_source, g_source_remove);
  aft_value_clear (&self->shown);

  G_OBJECT_CLASS (aft_input_row_parent_class)->dispose (object);
}

static void
aft_input_row_class_init (AftInputRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = aft_input_row_dispose;
  aft_field_widget_install_property (G_OBJECT_CLASS (klass), PROP_FIELD);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/afterword_app/Afterword/input-row.ui");
  gtk_widget_class_bind_template_child (widget_class, AftInputRow, grid);
  gtk_widget_class_bind_template_child (widget_class, AftInputRow, title);
  gtk_widget_class_bind_template_child (widget_class, AftInputRow, question);
  gtk_widget_class_bind_template_child (widget_class, AftInputRow, message);
  gtk_widget_class_bind_template_child (widget_class, AftInputRow, entry_box);
  gtk_widget_class_bind_template_child (widget_class, AftInputRow, entry);
  gtk_widget_class_bind_template_child (widget_class, AftInputRow, unit);
  gtk_widget_class_bind_template_callback (widget_class, entry_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, entry_activate_cb);
}

static void
aft_input_row_init (AftInputRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
aft_input_row_new (const char *key)
{
  return g_object_new (AFT_TYPE_INPUT_ROW, "field", key, NULL);
}

void
aft_input_row_set_text (AftInputRow *self, const char *text)
{
  g_return_if_fail (AFT_IS_INPUT_ROW (self));

  gtk_editable_set_text (GTK_EDITABLE (self->entry), text);
  aft_field_widget_commit (AFT_FIELD_WIDGET (self));
}

gboolean
aft_input_row_get_invalid (AftInputRow *self)
{
  g_return_val_if_fail (AFT_IS_INPUT_ROW (self), FALSE);
  return self->is_invalid;
}
