/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/widgets/field-widget.h"

#include <glib/gi18n-lib.h>

#include "model/audience.h"
#include "ui/widgets/mnemonic.h"

typedef struct
{
  char          *key;
  AftPostmortem *postmortem;
  AftRecord     *record;
  guint          field;
  guint          updating; /* depth */
  gboolean       has_focus_controller;
} Binding;

G_DEFINE_INTERFACE (AftFieldWidget, aft_field_widget, GTK_TYPE_WIDGET)

static void
binding_free (Binding *binding)
{
  g_free (binding->key);
  g_clear_object (&binding->postmortem);
  g_clear_object (&binding->record);
  g_free (binding);
}

static Binding *
get_binding (AftFieldWidget *self)
{
  static GQuark quark;
  Binding      *binding;

  if (quark == 0)
    quark = g_quark_from_static_string ("aft-field-binding");
  binding = g_object_get_qdata (G_OBJECT (self), quark);
  if (binding == NULL)
    {
      binding = g_new0 (Binding, 1);
      g_object_set_qdata_full (G_OBJECT (self), quark, binding, (GDestroyNotify) binding_free);
    }
  return binding;
}

static void
aft_field_widget_default_init (AftFieldWidgetInterface *iface)
{
  g_object_interface_install_property (
      iface,
      g_param_spec_string ("field", NULL, NULL, NULL, G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS));
}

void
aft_field_widget_get_key_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  g_value_set_string (value, get_binding (AFT_FIELD_WIDGET (object))->key);
}

void
aft_field_widget_set_key_property (GObject      *object,
                                   guint         id,
                                   const GValue *value,
                                   GParamSpec   *pspec)
{
  aft_field_widget_set_key (AFT_FIELD_WIDGET (object), g_value_get_string (value));
}

void
aft_field_widget_install_property (GObjectClass *klass, guint id)
{
  klass->get_property = aft_field_widget_get_key_property;
  klass->set_property = aft_field_widget_set_key_property;
  g_object_class_override_property (klass, id, "field");
}

/* Following the record */

static void
update (AftFieldWidget *self)
{
  AftFieldWidgetInterface *iface = AFT_FIELD_WIDGET_GET_IFACE (self);

  aft_field_widget_begin_update (self);
  if (iface->update != NULL)
    iface->update (self);
  aft_field_widget_end_update (self);
}

static void
record_changed_cb (AftRecord *record, guint field, AftFieldWidget *self)
{
  if (field == get_binding (self)->field)
    update (self);
}

static void
focus_left_cb (AftFieldWidget *self)
{
  Binding *binding = get_binding (self);

  aft_field_widget_commit (self);
  if (binding->postmortem != NULL)
    aft_postmortem_break_step (binding->postmortem);
}

static void
watch_focus (AftFieldWidget *self)
{
  GtkEventController *controller;

  if (get_binding (self)->has_focus_controller)
    return;
  get_binding (self)->has_focus_controller = TRUE;
  controller = gtk_event_controller_focus_new ();
  g_signal_connect_swapped (controller, "leave", G_CALLBACK (focus_left_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), controller);
}

void
aft_field_widget_bind (AftFieldWidget *self, AftPostmortem *postmortem, AftRecord *record)
{
  Binding *binding = get_binding (self);
  int      field;

  g_return_if_fail (AFT_IS_FIELD_WIDGET (self));
  g_return_if_fail (binding->key != NULL);

  aft_field_widget_unbind (self);
  if (postmortem == NULL)
    return;
  field = aft_schema_find (aft_record_get_schema (record), binding->key);
  g_return_if_fail (field >= 0);

  binding->postmortem = g_object_ref (postmortem);
  binding->record = g_object_ref (record);
  binding->field = (guint) field;
  watch_focus (self);
  g_signal_connect_object (record, "changed", G_CALLBACK (record_changed_cb), self, 0);
  g_signal_connect_object (
      postmortem, "notify::read-only", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  aft_field_widget_begin_update (self);
  if (AFT_FIELD_WIDGET_GET_IFACE (self)->bind != NULL)
    AFT_FIELD_WIDGET_GET_IFACE (self)->bind (self);
  aft_field_widget_end_update (self);
  update (self);
}

void
aft_field_widget_unbind (AftFieldWidget *self)
{
  Binding *binding = get_binding (self);

  g_return_if_fail (AFT_IS_FIELD_WIDGET (self));

  if (binding->postmortem == NULL)
    return;
  aft_field_widget_commit (self);
  g_signal_handlers_disconnect_by_func (binding->record, record_changed_cb, self);
  g_signal_handlers_disconnect_by_func (binding->postmortem, update, self);
  if (AFT_FIELD_WIDGET_GET_IFACE (self)->unbind != NULL)
    AFT_FIELD_WIDGET_GET_IFACE (self)->unbind (self);
  g_clear_object (&binding->record);
  g_clear_object (&binding->postmortem);
}

void
aft_field_widget_commit (AftFieldWidget *self)
{
  AftFieldWidgetInterface *iface = AFT_FIELD_WIDGET_GET_IFACE (self);

  if (get_binding (self)->postmortem != NULL && iface->commit != NULL)
    iface->commit (self);
}

static void
focus_field (AftFieldWidget *self)
{
  AftFieldWidgetInterface *iface = AFT_FIELD_WIDGET_GET_IFACE (self);

  if (iface->focus_field != NULL)
    iface->focus_field (self);
  else
    gtk_widget_grab_focus (GTK_WIDGET (self));
}

gboolean
aft_field_widget_reveal (AftFieldWidget *self, AftRecord *record, guint field)
{
  AftFieldWidgetInterface *iface = AFT_FIELD_WIDGET_GET_IFACE (self);
  Binding                 *binding = get_binding (self);

  if (binding->record == NULL)
    return FALSE;
  if (iface->reveal != NULL)
    return iface->reveal (self, record, field);
  if (binding->record != record || binding->field != field)
    return FALSE;
  focus_field (self);
  return TRUE;
}

/* What it is bound to */

const char *
aft_field_widget_get_key (AftFieldWidget *self)
{
  return get_binding (self)->key;
}

void
aft_field_widget_set_key (AftFieldWidget *self, const char *key)
{
  Binding *binding = get_binding (self);

  g_return_if_fail (binding->record == NULL);
  if (g_strcmp0 (binding->key, key) == 0)
    return;
  g_free (binding->key);
  binding->key = g_strdup (key);
}

AftPostmortem *
aft_field_widget_get_postmortem (AftFieldWidget *self)
{
  return get_binding (self)->postmortem;
}

AftRecord *
aft_field_widget_get_record (AftFieldWidget *self)
{
  return get_binding (self)->record;
}

guint
aft_field_widget_get_index (AftFieldWidget *self)
{
  return get_binding (self)->field;
}

const AftField *
aft_field_widget_get_description (AftFieldWidget *self)
{
  Binding *binding = get_binding (self);

  return binding->record != NULL ? aft_record_get_field (binding->record, binding->field) : NULL;
}

const AftValue *
aft_field_widget_get_value (AftFieldWidget *self)
{
  Binding *binding = get_binding (self);

  return binding->record != NULL ? aft_record_peek (binding->record, binding->field) : NULL;
}

gboolean
aft_field_widget_is_editable (AftFieldWidget *self)
{
  Binding *binding = get_binding (self);

  return binding->postmortem != NULL && !aft_postmortem_get_read_only (binding->postmortem);
}

gboolean
aft_field_widget_is_updating (AftFieldWidget *self)
{
  Binding *binding = get_binding (self);

  return binding->postmortem == NULL || binding->updating > 0;
}

void
aft_field_widget_begin_update (AftFieldWidget *self)
{
  get_binding (self)->updating++;
}

void
aft_field_widget_end_update (AftFieldWidget *self)
{
  get_binding (self)->updating--;
}

/* All of a page */

static void
collect (GtkWidget *widget, GPtrArray *found)
{
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      if (AFT_IS_FIELD_WIDGET (child))
        g_ptr_array_add (found, child);
      else
        collect (child, found);
    }
}

static GPtrArray *
collect_below (GtkWidget *root)
{
  GPtrArray *found = g_ptr_array_new ();

  collect (root, found);
  return found;
}

void
aft_field_widgets_bind (GtkWidget *root, AftPostmortem *postmortem, AftRecord *record)
{
  g_autoptr (GPtrArray) widgets = collect_below (root);

  for (guint i = 0; i < widgets->len; i++)
    aft_field_widget_bind (g_ptr_array_index (widgets, i), postmortem, record);
}

void
aft_field_widgets_commit (GtkWidget *root)
{
  g_autoptr (GPtrArray) widgets = collect_below (root);

  for (guint i = 0; i < widgets->len; i++)
    aft_field_widget_commit (g_ptr_array_index (widgets, i));
}

/* With its label; of a field that the public does not read it stays unread where it goes. */
static char *
describe_rejected (AftFieldWidget *self, const char *text)
{
  AftRecord       *root = aft_postmortem_get_root (get_binding (self)->postmortem);
  const char      *label = aft_field_get_label (aft_field_widget_get_description (self));
  g_autofree char *plain = NULL;

  /* Translators: the name of a field and what it holds */
  plain = g_strdup_printf (_ ("%s: %s"), label, text);
  if (!aft_audience_hides (
          root, aft_field_widget_get_record (self), aft_field_widget_get_index (self)))
    return g_steal_pointer (&plain);
  /* the signs that begin and end what is private */
  g_strdelimit (plain, "|", '/');
  return g_strconcat ("||", plain, "||", NULL);
}

static void
keep_rejected (AftFieldWidget *self)
{
  AftFieldWidgetInterface *iface = AFT_FIELD_WIDGET_GET_IFACE (self);
  AftPostmortem           *postmortem = get_binding (self)->postmortem;
  const char              *text = iface->get_rejected != NULL ? iface->get_rejected (self) : NULL;
  const char              *before;
  g_autofree char         *line = NULL;
  g_autofree char         *appendix = NULL;

  if (text == NULL || postmortem == NULL || aft_postmortem_get_read_only (postmortem))
    return;
  before = aft_record_get_text (aft_postmortem_get_root (postmortem), AFT_DOC_APPENDIX);
  line = describe_rejected (self, text);
  /* a window that could not be closed is closed again */
  if (g_str_has_suffix (before, line))
    return;
  appendix = g_strconcat (before, *before != '\0' ? "\n\n" : "", line, NULL);
  aft_postmortem_break_step (postmortem);
  aft_postmortem_set_text (
      postmortem, aft_postmortem_get_root (postmortem), AFT_DOC_APPENDIX, appendix);
}

void
aft_field_widgets_keep_rejected (GtkWidget *root)
{
  g_autoptr (GPtrArray) widgets = collect_below (root);

  for (guint i = 0; i < widgets->len; i++)
    keep_rejected (g_ptr_array_index (widgets, i));
}

gboolean
aft_field_widgets_reveal (GtkWidget *root, AftRecord *record, guint field)
{
  g_autoptr (GPtrArray) widgets = collect_below (root);

  for (guint i = 0; i < widgets->len; i++)
    if (aft_field_widget_reveal (g_ptr_array_index (widgets, i), record, field))
      return TRUE;
  return FALSE;
}

void
aft_field_widgets_assign_mnemonics (GtkWidget *root)
{
  g_autoptr (GPtrArray) widgets = collect_below (root);
  AftMnemonics used = { NULL };

  for (guint i = 0; i < widgets->len; i++)
    {
      AftFieldWidget          *widget = g_ptr_array_index (widgets, i);
      AftFieldWidgetInterface *iface = AFT_FIELD_WIDGET_GET_IFACE (widget);
      const AftField          *field = aft_field_widget_get_description (widget);
      g_autofree char         *label = NULL;

      if (field == NULL || iface->set_label == NULL)
        continue;
      label = aft_mnemonics_take (&used, aft_field_get_label (field));
      iface->set_label (widget, label);
    }
  aft_mnemonics_clear (&used);
}
