/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/widgets/record-rows.h"

struct _AftRecordRows
{
  GObject parent_instance;

  GtkListBox     *box; /* borrowed */
  AftRecordRowNew create;
  gpointer        data;
  GPtrArray      *shown; /* of AftRecord, in the order of the rows */
  GHashTable     *rows;  /* AftRecord -> GtkListBoxRow, both owned */
};

G_DEFINE_FINAL_TYPE (AftRecordRows, aft_record_rows, G_TYPE_OBJECT)

static GtkListBoxRow *
ensure_row (AftRecordRows *self, AftRecord *record)
{
  GtkListBoxRow *row = g_hash_table_lookup (self->rows, record);

  if (row != NULL)
    return row;
  row = g_object_ref_sink (GTK_LIST_BOX_ROW (self->create (record, self->data)));
  g_hash_table_insert (self->rows, g_object_ref (record), row);
  return row;
}

static GHashTable *
index_records (GPtrArray *records)
{
  GHashTable *indexed = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < records->len; i++)
    g_hash_table_add (indexed, g_ptr_array_index (records, i));
  return indexed;
}

/* The rows of records that have gone leave. */
static void
remove_gone (AftRecordRows *self, GPtrArray *records)
{
  g_autoptr (GHashTable) kept = index_records (records);

  for (guint i = self->shown->len; i-- > 0;)
    {
      AftRecord *record = g_ptr_array_index (self->shown, i);

      if (g_hash_table_contains (kept, record))
        continue;
      gtk_list_box_remove (self->box, g_hash_table_lookup (self->rows, record));
      g_hash_table_remove (self->rows, record);
      g_ptr_array_remove_index (self->shown, i);
    }
}

static void
take_out (AftRecordRows *self, guint position)
{
  AftRecord *record = g_ptr_array_index (self->shown, position);

  gtk_list_box_remove (self->box, g_hash_table_lookup (self->rows, record));
  g_ptr_array_remove_index (self->shown, position);
}

static void
put (AftRecordRows *self, AftRecord *record, guint position)
{
  guint now;

  if (g_ptr_array_find (self->shown, record, &now))
    take_out (self, now);
  gtk_list_box_insert (self->box, GTK_WIDGET (ensure_row (self, record)), (int) position);
  g_ptr_array_insert (self->shown, (int) position, g_object_ref (record));
}

/* One row that moved down makes all behind it look displaced: the one that is in the way is taken
 * out where the next is the one wanted. */
static void
arrange (AftRecordRows *self, GPtrArray *records)
{
  for (guint i = 0; i < records->len; i++)
    {
      AftRecord *wanted = g_ptr_array_index (records, i);

      if (i < self->shown->len && g_ptr_array_index (self->shown, i) == wanted)
        continue;
      if (i + 1 < self->shown->len && g_ptr_array_index (self->shown, i + 1) == wanted)
        take_out (self, i);
      else
        put (self, wanted, i);
    }
}

/* Focus */

static GtkWidget *
get_focus (AftRecordRows *self)
{
  GtkRoot   *root = gtk_widget_get_root (GTK_WIDGET (self->box));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  return focus != NULL && gtk_widget_is_ancestor (focus, GTK_WIDGET (self->box)) ? focus : NULL;
}

static int
get_focus_position (AftRecordRows *self, GtkWidget *focus)
{
  GtkWidget *row = focus != NULL ? gtk_widget_get_ancestor (focus, GTK_TYPE_LIST_BOX_ROW) : NULL;

  while (row != NULL && gtk_widget_get_parent (row) != GTK_WIDGET (self->box))
    row = gtk_widget_get_ancestor (gtk_widget_get_parent (row), GTK_TYPE_LIST_BOX_ROW);
  return row != NULL ? gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (row)) : -1;
}

/* What had the focus has it again; where it has gone, the row that took its place. */
static void
restore_focus (AftRecordRows *self, GtkWidget *focus, int position)
{
  GtkWidget *row;

  if (gtk_widget_is_ancestor (focus, GTK_WIDGET (self->box)))
    {
      gtk_widget_grab_focus (focus);
      return;
    }
  if (self->shown->len == 0 || position < 0)
    return;
  position = MIN (position, (int) self->shown->len - 1);
  row = GTK_WIDGET (gtk_list_box_get_row_at_index (self->box, position));
  if (!gtk_widget_grab_focus (row))
    gtk_widget_child_focus (row, GTK_DIR_TAB_FORWARD);
}

static gboolean
is_same (GPtrArray *shown, GPtrArray *records)
{
  if (shown->len != records->len)
    return FALSE;
  for (guint i = 0; i < shown->len; i++)
    if (g_ptr_array_index (shown, i) != g_ptr_array_index (records, i))
      return FALSE;
  return TRUE;
}

static void
aft_record_rows_finalize (GObject *object)
{
  AftRecordRows *self = AFT_RECORD_ROWS (object);

  g_ptr_array_unref (self->shown);
  g_hash_table_unref (self->rows);

  G_OBJECT_CLASS (aft_record_rows_parent_class)->finalize (object);
}

static void
aft_record_rows_class_init (AftRecordRowsClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = aft_record_rows_finalize;
}

static void
aft_record_rows_init (AftRecordRows *self)
{
  self->shown = g_ptr_array_new_with_free_func (g_object_unref);
  self->rows = g_hash_table_new_full (NULL, NULL, g_object_unref, g_object_unref);
}

AftRecordRows *
aft_record_rows_new (GtkListBox *box, AftRecordRowNew create, gpointer data)
{
  AftRecordRows *self = g_object_new (AFT_TYPE_RECORD_ROWS, NULL);

  self->box = box;
  self->create = create;
  self->data = data;
  return self;
}

void
aft_record_rows_update (AftRecordRows *self, GPtrArray *records)
{
  GtkWidget *focus;
  int        position;

  g_return_if_fail (AFT_IS_RECORD_ROWS (self));

  if (is_same (self->shown, records))
    return;
  focus = get_focus (self);
  if (focus != NULL)
    g_object_ref (focus);
  position = get_focus_position (self, focus);
  remove_gone (self, records);
  arrange (self, records);
  if (focus != NULL)
    {
      restore_focus (self, focus, position);
      g_object_unref (focus);
    }
}

GtkListBoxRow *
aft_record_rows_find (AftRecordRows *self, AftRecord *record)
{
  g_return_val_if_fail (AFT_IS_RECORD_ROWS (self), NULL);
  return g_hash_table_lookup (self->rows, record);
}

AftRecord *
aft_record_rows_get (AftRecordRows *self, guint position)
{
  g_return_val_if_fail (AFT_IS_RECORD_ROWS (self), NULL);
  return position < self->shown->len ? g_ptr_array_index (self->shown, position) : NULL;
}

guint
aft_record_rows_get_length (AftRecordRows *self)
{
  g_return_val_if_fail (AFT_IS_RECORD_ROWS (self), 0);
  return self->shown->len;
}
