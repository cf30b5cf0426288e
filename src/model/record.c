/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/record.h"

#include "model/record-private.h"

struct _AftRecord
{
  GObject          parent_instance;
  const AftSchema *schema;
  AftValue        *values; /* n_fields of them */
  AftRecordList  **lists;  /* n_fields, NULL but for lists */
  AftRecordList   *owner;  /* unowned: cleared when taken out */
  GPtrArray       *extras;
};

G_DEFINE_FINAL_TYPE (AftRecord, aft_record, G_TYPE_OBJECT)

enum
{
  SIGNAL_CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void
extra_free (gpointer data)
{
  AftExtra *extra = data;

  g_free (extra->path);
  g_free (extra->key);
  g_free (extra->json);
  g_free (extra);
}

static void
aft_record_dispose (GObject *object)
{
  AftRecord *self = AFT_RECORD (object);

  for (guint i = 0; i < self->schema->n_fields; i++)
    g_clear_object (&self->lists[i]);
  G_OBJECT_CLASS (aft_record_parent_class)->dispose (object);
}

static void
aft_record_finalize (GObject *object)
{
  AftRecord *self = AFT_RECORD (object);

  for (guint i = 0; i < self->schema->n_fields; i++)
    aft_value_clear (&self->values[i]);
  g_free (self->values);
  g_free (self->lists);
  g_clear_pointer (&self->extras, g_ptr_array_unref);
  G_OBJECT_CLASS (aft_record_parent_class)->finalize (object);
}

static void
aft_record_class_init (AftRecordClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = aft_record_dispose;
  object_class->finalize = aft_record_finalize;

  signals[SIGNAL_CHANGED] = g_signal_new ("changed",
                                          G_TYPE_FROM_CLASS (klass),
                                          G_SIGNAL_RUN_LAST,
                                          0,
                                          NULL,
                                          NULL,
                                          NULL,
                                          G_TYPE_NONE,
                                          1,
                                          G_TYPE_UINT);
}

static void
aft_record_init (AftRecord *self)
{
}

AftRecord *
aft_record_new (const AftSchema *schema)
{
  AftRecord *self = g_object_new (AFT_TYPE_RECORD, NULL);

  self->schema = schema;
  self->values = g_new0 (AftValue, schema->n_fields);
  self->lists = g_new0 (AftRecordList *, schema->n_fields);
  for (guint i = 0; i < schema->n_fields; i++)
    if (schema->fields[i].kind == AFT_KIND_LIST)
      self->lists[i] = aft_record_list_new (schema->fields[i].items, self, i);
  return self;
}

static void
copy_list (AftRecordList *from, AftRecordList *to)
{
  for (guint i = 0; i < aft_record_list_get_length (from); i++)
    {
      g_autoptr (AftRecord) copy = aft_record_copy (aft_record_list_get (from, i));

      aft_record_list_init_append (to, copy);
    }
}

AftRecord *
aft_record_copy (AftRecord *self)
{
  AftRecord *copy = aft_record_new (self->schema);

  for (guint i = 0; i < self->schema->n_fields; i++)
    {
      if (self->lists[i] != NULL)
        copy_list (self->lists[i], copy->lists[i]);
      else
        aft_value_copy (&self->values[i], &copy->values[i]);
    }
  for (guint i = 0; self->extras != NULL && i < self->extras->len; i++)
    {
      const AftExtra *extra = g_ptr_array_index (self->extras, i);

      aft_record_add_extra (copy, extra->path, extra->key, extra->json);
    }
  return copy;
}

const AftSchema *
aft_record_get_schema (AftRecord *self)
{
  return self->schema;
}

const AftField *
aft_record_get_field (AftRecord *self, guint field)
{
  g_return_val_if_fail (field < self->schema->n_fields, NULL);
  return &self->schema->fields[field];
}

gboolean
aft_record_has (AftRecord *self, guint field)
{
  g_return_val_if_fail (field < self->schema->n_fields, FALSE);
  if (self->lists[field] != NULL)
    return aft_record_list_get_length (self->lists[field]) > 0;
  return self->values[field].type != AFT_VALUE_NONE;
}

const AftValue *
aft_record_peek (AftRecord *self, guint field)
{
  g_return_val_if_fail (field < self->schema->n_fields, NULL);
  return &self->values[field];
}

const char *
aft_record_get_text (AftRecord *self, guint field)
{
  const AftValue *value = aft_record_peek (self, field);

  return value->type == AFT_VALUE_TEXT ? value->text : "";
}

gint64
aft_record_get_integer (AftRecord *self, guint field, gint64 fallback)
{
  const AftValue *value = aft_record_peek (self, field);

  return value->type == AFT_VALUE_INTEGER ? value->integer : fallback;
}

double
aft_record_get_real (AftRecord *self, guint field, double fallback)
{
  const AftValue *value = aft_record_peek (self, field);

  return value->type == AFT_VALUE_REAL ? value->real : fallback;
}

guint
aft_record_get_choice (AftRecord *self, guint field)
{
  const AftField *description = aft_record_get_field (self, field);
  gint64          fallback =
      (description->flags & AFT_FIELD_ALWAYS) != 0 ? description->fallback : AFT_CHOICE_NONE;

  return (guint) aft_record_get_integer (self, field, fallback);
}

gboolean
aft_record_get_flag (AftRecord *self, guint field)
{
  return aft_record_get_integer (self, field, 0) != 0;
}

const char *const *
aft_record_get_words (AftRecord *self, guint field)
{
  static const char *const none[] = { NULL };
  const AftValue          *value = aft_record_peek (self, field);

  return value->type == AFT_VALUE_WORDS ? (const char *const *) value->words : none;
}

AftRecordList *
aft_record_get_list (AftRecord *self, guint field)
{
  g_return_val_if_fail (field < self->schema->n_fields, NULL);
  return self->lists[field];
}

AftRecordList *
aft_record_get_owner (AftRecord *self)
{
  return self->owner;
}

/* Rows of a bare list take the section of the list that holds them. */
AftSectionId
aft_record_get_section (AftRecord *self, guint field)
{
  AftRecord *top = self;
  guint      top_field = field;

  while (top->owner != NULL)
    {
      top_field = aft_record_list_get_field (top->owner);
      top = aft_record_list_get_parent (top->owner);
      if (top == NULL)
        return aft_record_get_field (self, field)->section;
    }
  return aft_record_get_field (top, top_field)->section;
}

void
aft_record_init_value (AftRecord *self, guint field, const AftValue *value)
{
  g_return_if_fail (field < self->schema->n_fields);
  g_return_if_fail (self->lists[field] == NULL);
  aft_value_clear (&self->values[field]);
  aft_value_copy (value, &self->values[field]);
}

void
aft_record_replace_value (AftRecord *self, guint field, const AftValue *value)
{
  aft_record_init_value (self, field, value);
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0, field);
}

void
aft_record_set_owner (AftRecord *self, AftRecordList *list)
{
  self->owner = list;
}

void
aft_record_add_extra (AftRecord *self, const char *path, const char *key, const char *json)
{
  AftExtra *extra = g_new (AftExtra, 1);

  extra->path = g_strdup (path);
  extra->key = g_strdup (key);
  extra->json = g_strdup (json);
  if (self->extras == NULL)
    self->extras = g_ptr_array_new_with_free_func (extra_free);
  g_ptr_array_add (self->extras, extra);
}

GPtrArray *
aft_record_get_extras (AftRecord *self)
{
  return self->extras;
}
