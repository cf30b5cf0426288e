/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/record-list.h"

#include "model/record-private.h"

struct _AftRecordList
{
  GObject          parent_instance;
  const AftSchema *schema;
  AftRecord       *parent; /* weak: the record owns the list */
  guint            field;
  GPtrArray       *records;
};

static void list_model_init (GListModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (AftRecordList,
                               aft_record_list,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_init))

static GType
get_item_type (GListModel *model)
{
  return AFT_TYPE_RECORD;
}

static guint
get_n_items (GListModel *model)
{
  return aft_record_list_get_length (AFT_RECORD_LIST (model));
}

static gpointer
get_item (GListModel *model, guint position)
{
  AftRecord *record = aft_record_list_get (AFT_RECORD_LIST (model), position);

  return record != NULL ? g_object_ref (record) : NULL;
}

static void
list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = get_item_type;
  iface->get_n_items = get_n_items;
  iface->get_item = get_item;
}

static void
release_record (gpointer data)
{
  aft_record_set_owner (data, NULL);
  g_object_unref (data);
}

static void
aft_record_list_dispose (GObject *object)
{
  AftRecordList *self = AFT_RECORD_LIST (object);

  g_clear_weak_pointer (&self->parent);
  for (guint i = 0; i < self->records->len; i++)
    aft_record_set_owner (g_ptr_array_index (self->records, i), NULL);
  G_OBJECT_CLASS (aft_record_list_parent_class)->dispose (object);
}

static void
aft_record_list_finalize (GObject *object)
{
  AftRecordList *self = AFT_RECORD_LIST (object);

  g_ptr_array_unref (self->records);
  G_OBJECT_CLASS (aft_record_list_parent_class)->finalize (object);
}

static void
aft_record_list_class_init (AftRecordListClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = aft_record_list_dispose;
  object_class->finalize = aft_record_list_finalize;
}

static void
aft_record_list_init (AftRecordList *self)
{
  self->records = g_ptr_array_new_with_free_func (release_record);
}

AftRecordList *
aft_record_list_new (const AftSchema *schema, AftRecord *parent, guint field)
{
  AftRecordList *self = g_object_new (AFT_TYPE_RECORD_LIST, NULL);

  self->schema = schema;
  g_set_weak_pointer (&self->parent, parent);
  self->field = field;
  return self;
}

guint
aft_record_list_get_length (AftRecordList *self)
{
  return self->records->len;
}

AftRecord *
aft_record_list_get (AftRecordList *self, guint position)
{
  return position < self->records->len ? g_ptr_array_index (self->records, position) : NULL;
}

guint
aft_record_list_find (AftRecordList *self, AftRecord *record)
{
  guint position;

  return g_ptr_array_find (self->records, record, &position) ? position : G_MAXUINT;
}

AftRecord *
aft_record_list_find_id (AftRecordList *self, const char *id)
{
  int field = aft_schema_find (self->schema, "id");

  for (guint i = 0; field >= 0 && i < self->records->len; i++)
    {
      AftRecord *record = g_ptr_array_index (self->records, i);

      if (g_str_equal (aft_record_get_text (record, field), id))
        return record;
    }
  return NULL;
}

const AftSchema *
aft_record_list_get_schema (AftRecordList *self)
{
  return self->schema;
}

AftRecord *
aft_record_list_get_parent (AftRecordList *self)
{
  return self->parent;
}

guint
aft_record_list_get_field (AftRecordList *self)
{
  return self->field;
}

void
aft_record_list_init_append (AftRecordList *self, AftRecord *record)
{
  g_return_if_fail (aft_record_get_schema (record) == self->schema);
  g_ptr_array_add (self->records, g_object_ref (record));
  aft_record_set_owner (record, self);
}

void
aft_record_list_init_clear (AftRecordList *self)
{
  g_ptr_array_set_size (self->records, 0);
}

void
aft_record_list_insert (AftRecordList *self, guint position, AftRecord *record)
{
  g_ptr_array_insert (self->records, position, g_object_ref (record));
  aft_record_set_owner (record, self);
  g_list_model_items_changed (G_LIST_MODEL (self), position, 0, 1);
}

AftRecord *
aft_record_list_take (AftRecordList *self, guint position)
{
  AftRecord *record = g_object_ref (g_ptr_array_index (self->records, position));

  g_ptr_array_remove_index (self->records, position);
  g_list_model_items_changed (G_LIST_MODEL (self), position, 1, 0);
  return record;
}

void
aft_record_list_move (AftRecordList *self, guint from, guint to)
{
  gpointer *rows = self->records->pdata;
  gpointer  moved = rows[from];
  guint     first = MIN (from, to);
  guint     n_rows = MAX (from, to) - first + 1;

  if (from < to)
    memmove (rows + from, rows + from + 1, (to - from) * sizeof *rows);
  else
    memmove (rows + to + 1, rows + to, (from - to) * sizeof *rows);
  rows[to] = moved;
  g_list_model_items_changed (G_LIST_MODEL (self), first, n_rows, n_rows);
}
