/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/postmortem.h"

#include "model/history.h"
#include "model/record-private.h"

struct _AftPostmortem
{
  GObject     parent_instance;
  AftRecord  *root;
  AftHistory *history;
  AftClock    clock;
  gpointer    clock_data;
  gboolean    is_read_only;
  gboolean    could_undo, could_redo; /* as last announced */
};

G_DEFINE_FINAL_TYPE (AftPostmortem, aft_postmortem, G_TYPE_OBJECT)

enum
{
  PROP_0,
  PROP_CAN_UNDO,
  PROP_CAN_REDO,
  PROP_READ_ONLY,
  N_PROPS,
};

enum
{
  SIGNAL_EDITED,
  SIGNAL_CHANGED,
  N_SIGNALS,
};

static GParamSpec *properties[N_PROPS];
static guint       signals[N_SIGNALS];

static AftInstant
read_system_clock (gpointer unused)
{
  return aft_instant_now ();
}

static AftInstant
now (AftPostmortem *self)
{
  return self->clock (self->clock_data);
}

static void
init_instant (AftRecord *record, guint field, AftInstant instant)
{
  g_auto (AftValue) value = AFT_VALUE_INIT;

  /* whole seconds: a file is read by people */
  aft_value_set_integer (&value, instant - instant % AFT_SECOND);
  aft_record_init_value (record, field, &value);
}

static void
init_integer (AftRecord *record, guint field, gint64 integer)
{
  g_auto (AftValue) value = AFT_VALUE_INIT;

  aft_value_set_integer (&value, integer);
  aft_record_init_value (record, field, &value);
}

/* Every list row with an "id" field is addressed by it in undo, search and import. */
static void
ensure_id (AftRecord *record)
{
  int field = aft_schema_find (aft_record_get_schema (record), "id");
  g_auto (AftValue) value = AFT_VALUE_INIT;
  g_autofree char *id = NULL;

  if (field < 0 || aft_record_has (record, field))
    return;
  id = g_uuid_string_random ();
  aft_value_set_text (&value, id);
  aft_record_init_value (record, field, &value);
}

static void
announce_history (AftPostmortem *self)
{
  gboolean can_undo = aft_postmortem_can_undo (self);
  gboolean can_redo = aft_postmortem_can_redo (self);

  if (can_undo != self->could_undo)
    {
      self->could_undo = can_undo;
      g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_CAN_UNDO]);
    }
  if (can_redo != self->could_redo)
    {
      self->could_redo = can_redo;
      g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_CAN_REDO]);
    }
}

/* Whose change it is: the record, or for rows the record that holds their list. */
static AftRecord *
edit_subject (const AftEdit *edit)
{
  return edit->list != NULL ? aft_record_list_get_parent (edit->list) : edit->record;
}

static void
announce_edit (AftPostmortem *self, const AftEdit *edit)
{
  guint field = edit->list != NULL ? aft_record_list_get_field (edit->list) : edit->field;

  g_signal_emit (self, signals[SIGNAL_EDITED], 0, edit_subject (edit), field);
}

static void
announce_change (AftPostmortem *self)
{
  announce_history (self);
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

/* The edit is given away before it is announced: merged into the last step, it may be gone. */
static void
perform (AftPostmortem *self, AftEdit *edit)
{
  g_autoptr (AftPostmortem) alive = g_object_ref (self);
  g_autoptr (AftRecord) record = g_object_ref (edit_subject (edit));
  guint field = edit->list != NULL ? aft_record_list_get_field (edit->list) : edit->field;

  aft_edit_apply (edit);
  aft_history_add (self->history, edit, now (self));
  init_instant (self->root, AFT_DOC_MODIFIED, now (self));
  g_signal_emit (self, signals[SIGNAL_EDITED], 0, record, field);
  if (!aft_history_in_group (self->history))
    announce_change (self);
}

static void
aft_postmortem_finalize (GObject *object)
{
  AftPostmortem *self = AFT_POSTMORTEM (object);

  g_clear_pointer (&self->history, aft_history_free);
  g_clear_object (&self->root);
  G_OBJECT_CLASS (aft_postmortem_parent_class)->finalize (object);
}

static void
aft_postmortem_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  AftPostmortem *self = AFT_POSTMORTEM (object);

  switch (id)
    {
    case PROP_CAN_UNDO:
      g_value_set_boolean (value, aft_postmortem_can_undo (self));
      break;
    case PROP_CAN_REDO:
      g_value_set_boolean (value, aft_postmortem_can_redo (self));
      break;
    case PROP_READ_ONLY:
      g_value_set_boolean (value, self->is_read_only);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
aft_postmortem_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  AftPostmortem *self = AFT_POSTMORTEM (object);

  switch (id)
    {
    case PROP_READ_ONLY:
      aft_postmortem_set_read_only (self, g_value_get_boolean (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
install_properties (GObjectClass *klass)
{
  properties[PROP_CAN_UNDO] = g_param_spec_boolean (
      "can-undo", NULL, NULL, FALSE, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_CAN_REDO] = g_param_spec_boolean (
      "can-redo", NULL, NULL, FALSE, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_READ_ONLY] =
      g_param_spec_boolean ("read-only",
                            NULL,
                            NULL,
                            FALSE,
                            G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (klass, N_PROPS, properties);
}

static void
aft_postmortem_class_init (AftPostmortemClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = aft_postmortem_finalize;
  object_class->get_property = aft_postmortem_get_property;
  object_class->set_property = aft_postmortem_set_property;
  install_properties (object_class);

  signals[SIGNAL_EDITED] = g_signal_new ("edited",
                                         G_TYPE_FROM_CLASS (klass),
                                         G_SIGNAL_RUN_LAST,
                                         0,
                                         NULL,
                                         NULL,
                                         NULL,
                                         G_TYPE_NONE,
                                         2,
                                         AFT_TYPE_RECORD,
                                         G_TYPE_UINT);
  signals[SIGNAL_CHANGED] = g_signal_new (
      "changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
aft_postmortem_init (AftPostmortem *self)
{
  self->history = aft_history_new ();
  self->clock = read_system_clock;
}

AftPostmortem *
aft_postmortem_new (AftDocKind kind)
{
  g_autoptr (AftRecord) root = aft_record_new (&aft_doc_schema);
  AftInstant created = aft_instant_now ();

  init_integer (root, AFT_DOC_FORMAT, 1);
  init_integer (root, AFT_DOC_KIND, kind);
  ensure_id (root);
  init_instant (root, AFT_DOC_CREATED, created);
  init_instant (root, AFT_DOC_MODIFIED, created);
  return aft_postmortem_new_for_root (root);
}

AftPostmortem *
aft_postmortem_new_for_root (AftRecord *root)
{
  AftPostmortem *self;

  g_return_val_if_fail (aft_record_get_schema (root) == &aft_doc_schema, NULL);
  self = g_object_new (AFT_TYPE_POSTMORTEM, NULL);
  self->root = g_object_ref (root);
  ensure_id (root);
  return self;
}

AftRecord *
aft_postmortem_get_root (AftPostmortem *self)
{
  return self->root;
}

const char *
aft_postmortem_get_id (AftPostmortem *self)
{
  return aft_record_get_text (self->root, AFT_DOC_ID);
}

gboolean
aft_postmortem_get_read_only (AftPostmortem *self)
{
  return self->is_read_only;
}

void
aft_postmortem_set_read_only (AftPostmortem *self, gboolean read_only)
{
  if (self->is_read_only == !!read_only)
    return;
  self->is_read_only = !!read_only;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_READ_ONLY]);
}

void
aft_postmortem_set_clock (AftPostmortem *self, AftClock clock, gpointer data)
{
  self->clock = clock;
  self->clock_data = data;
}

void
aft_postmortem_set_value (AftPostmortem  *self,
                          AftRecord      *record,
                          guint           field,
                          const AftValue *value)
{
  AftEdit *edit;

  g_return_if_fail (AFT_IS_POSTMORTEM (self) && AFT_IS_RECORD (record));
  g_return_if_fail (aft_record_get_field (record, field)->kind != AFT_KIND_LIST);
  if (self->is_read_only)
    return;
  edit = aft_edit_new_value (record, field, value);
  if (edit != NULL)
    perform (self, edit);
}

void
aft_postmortem_set_text (AftPostmortem *self, AftRecord *record, guint field, const char *text)
{
  g_auto (AftValue) value = AFT_VALUE_INIT;

  g_return_if_fail (aft_kind_is_text (aft_record_get_field (record, field)->kind));
  aft_value_set_text (&value, text);
  aft_postmortem_set_value (self, record, field, &value);
}

void
aft_postmortem_set_integer (AftPostmortem *self, AftRecord *record, guint field, gint64 integer)
{
  g_auto (AftValue) value = AFT_VALUE_INIT;

  g_return_if_fail (aft_kind_is_integer (aft_record_get_field (record, field)->kind));
  aft_value_set_integer (&value, integer);
  aft_postmortem_set_value (self, record, field, &value);
}

void
aft_postmortem_set_real (AftPostmortem *self, AftRecord *record, guint field, double real)
{
  g_auto (AftValue) value = AFT_VALUE_INIT;

  g_return_if_fail (aft_kind_is_real (aft_record_get_field (record, field)->kind));
  aft_value_set_real (&value, real);
  aft_postmortem_set_value (self, record, field, &value);
}

void
aft_postmortem_set_choice (AftPostmortem *self, AftRecord *record, guint field, guint choice)
{
  const AftField *description = aft_record_get_field (record, field);

  g_return_if_fail (choice == AFT_CHOICE_NONE || choice < aft_field_n_choices (description));
  if (choice == aft_record_get_choice (record, field))
    return;
  if (choice == AFT_CHOICE_NONE)
    aft_postmortem_clear (self, record, field);
  else
    aft_postmortem_set_integer (self, record, field, choice);
}

void
aft_postmortem_set_flag (AftPostmortem *self, AftRecord *record, guint field, gboolean flag)
{
  if (flag)
    aft_postmortem_set_integer (self, record, field, 1);
  else
    aft_postmortem_clear (self, record, field);
}

void
aft_postmortem_set_words (AftPostmortem     *self,
                          AftRecord         *record,
                          guint              field,
                          const char *const *words)
{
  g_auto (AftValue) value = AFT_VALUE_INIT;

  g_return_if_fail (aft_record_get_field (record, field)->kind == AFT_KIND_WORDS);
  aft_value_set_words (&value, words);
  aft_postmortem_set_value (self, record, field, &value);
}

void
aft_postmortem_clear (AftPostmortem *self, AftRecord *record, guint field)
{
  const AftValue none = AFT_VALUE_INIT;

  aft_postmortem_set_value (self, record, field, &none);
}

void
aft_postmortem_insert (AftPostmortem *self, AftRecordList *list, guint position, AftRecord *record)
{
  g_return_if_fail (aft_record_get_schema (record) == aft_record_list_get_schema (list));
  g_return_if_fail (aft_record_get_owner (record) == NULL);
  if (self->is_read_only)
    return;
  ensure_id (record);
  perform (self, aft_edit_new_insert (list, position, record));
}

void
aft_postmortem_remove (AftPostmortem *self, AftRecordList *list, guint position)
{
  g_return_if_fail (position < aft_record_list_get_length (list));
  if (!self->is_read_only)
    perform (self, aft_edit_new_remove (list, position));
}

void
aft_postmortem_move (AftPostmortem *self, AftRecordList *list, guint from, guint to)
{
  g_return_if_fail (from < aft_record_list_get_length (list));
  g_return_if_fail (to < aft_record_list_get_length (list));
  if (!self->is_read_only && from != to)
    perform (self, aft_edit_new_move (list, from, to));
}

void
aft_postmortem_begin_group (AftPostmortem *self)
{
  aft_history_begin_group (self->history);
}

void
aft_postmortem_end_group (AftPostmortem *self)
{
  aft_history_end_group (self->history);
  if (!aft_history_in_group (self->history))
    announce_change (self);
}

void
aft_postmortem_break_step (AftPostmortem *self)
{
  aft_history_break (self->history);
}

gboolean
aft_postmortem_can_undo (AftPostmortem *self)
{
  return aft_history_can_undo (self->history);
}

gboolean
aft_postmortem_can_redo (AftPostmortem *self)
{
  return aft_history_can_redo (self->history);
}

/* A row that is in the document is shown itself; one that has gone, by the list it was in. */
static void
locate (const AftEdit *edit, AftPlace *place)
{
  gboolean is_gone = edit->list != NULL && aft_record_get_owner (edit->record) != edit->list;

  place->record = is_gone ? aft_record_list_get_parent (edit->list) : edit->record;
  place->field = is_gone ? aft_record_list_get_field (edit->list) : edit->field;
  place->section = aft_record_get_section (place->record, place->field);
}

static void
finish_step (AftPostmortem *self, const AftEdit *shown, AftPlace *place)
{
  init_instant (self->root, AFT_DOC_MODIFIED, now (self));
  if (place != NULL)
    locate (shown, place);
  announce_change (self);
}

gboolean
aft_postmortem_undo (AftPostmortem *self, AftPlace *place)
{
  GPtrArray *step = self->is_read_only ? NULL : aft_history_step_back (self->history);

  if (step == NULL)
    return FALSE;
  for (guint i = step->len; i-- > 0;)
    {
      aft_edit_revert (g_ptr_array_index (step, i));
      announce_edit (self, g_ptr_array_index (step, i));
    }
  finish_step (self, g_ptr_array_index (step, 0), place);
  return TRUE;
}

gboolean
aft_postmortem_redo (AftPostmortem *self, AftPlace *place)
{
  GPtrArray *step = self->is_read_only ? NULL : aft_history_step_forward (self->history);

  if (step == NULL)
    return FALSE;
  for (guint i = 0; i < step->len; i++)
    {
      aft_edit_apply (g_ptr_array_index (step, i));
      announce_edit (self, g_ptr_array_index (step, i));
    }
  finish_step (self, g_ptr_array_index (step, step->len - 1), place);
  return TRUE;
}
