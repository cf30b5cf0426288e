/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/widgets/live-rows.h"

#define MAX_SPARE_ROWS 40

struct _AftLiveRows
{
  GtkWidget             *parent;
  const AftLongListRows *kind;
  gpointer               data;
  GPtrArray             *live;  /* of AftLiveRow */
  GPtrArray             *spare; /* of GtkWidget: children that show nothing */
};

AftLiveRows *
aft_live_rows_new (GtkWidget *parent)
{
  AftLiveRows *self = g_new0 (AftLiveRows, 1);

  self->parent = parent;
  self->live = g_ptr_array_new ();
  self->spare = g_ptr_array_new ();
  return self;
}

void
aft_live_rows_free (AftLiveRows *self)
{
  g_assert (self->live->len == 0);
  g_ptr_array_unref (self->live);
  g_ptr_array_unref (self->spare);
  g_free (self);
}

void
aft_live_rows_set_kind (AftLiveRows *self, const AftLongListRows *rows, gpointer data)
{
  self->kind = rows;
  self->data = data;
}

gboolean
aft_live_rows_has_kind (AftLiveRows *self)
{
  return self->kind != NULL;
}

guint
aft_live_rows_get_length (AftLiveRows *self)
{
  return self->live->len;
}

AftLiveRow *
aft_live_rows_get (AftLiveRows *self, guint index)
{
  return g_ptr_array_index (self->live, index);
}

AftLiveRow *
aft_live_rows_find (AftLiveRows *self, gpointer item)
{
  for (guint i = 0; i < self->live->len; i++)
    if (aft_live_rows_get (self, i)->item == item)
      return aft_live_rows_get (self, i);
  return NULL;
}

AftLiveRow *
aft_live_rows_find_widget (AftLiveRows *self, GtkWidget *row)
{
  for (guint i = 0; i < self->live->len; i++)
    if (aft_live_rows_get (self, i)->row == row)
      return aft_live_rows_get (self, i);
  return NULL;
}

guint
aft_live_rows_count (AftLiveRows *self, guint first, guint last)
{
  guint n = 0;

  for (guint i = 0; i < self->live->len; i++)
    {
      guint position = aft_live_rows_get (self, i)->position;

      n += position >= first && position <= last ? 1 : 0;
    }
  return n;
}

static GtkWidget *
take_widget (AftLiveRows *self)
{
  GtkWidget *row;

  if (self->spare->len > 0)
    {
      row = g_ptr_array_steal_index_fast (self->spare, self->spare->len - 1);
      gtk_widget_set_visible (row, TRUE);
      return row;
    }
  row = self->kind->create (self->data);
  gtk_widget_set_parent (row, self->parent);
  return row;
}

AftLiveRow *
aft_live_rows_add (AftLiveRows *self, GObject *item, guint position)
{
  AftLiveRow *live = g_new (AftLiveRow, 1);

  live->item = item;
  live->position = position;
  live->row = take_widget (self);
  aft_live_rows_bind (self, live);
  g_ptr_array_add (self->live, live);
  return live;
}

void
aft_live_rows_bind (AftLiveRows *self, AftLiveRow *row)
{
  self->kind->bind (row->row, row->item, row->position, self->data);
}

void
aft_live_rows_release (AftLiveRows *self, guint index)
{
  AftLiveRow *live = g_ptr_array_steal_index (self->live, index);

  self->kind->unbind (live->row, self->data);
  gtk_widget_set_visible (live->row, FALSE);
  if (self->spare->len < MAX_SPARE_ROWS)
    g_ptr_array_add (self->spare, live->row);
  else
    gtk_widget_unparent (live->row);
  g_object_unref (live->item);
  g_free (live);
}

static int
compare_positions (gconstpointer a, gconstpointer b)
{
  guint position_a = (*(const AftLiveRow *const *) a)->position;
  guint position_b = (*(const AftLiveRow *const *) b)->position;

  return position_a < position_b ? -1 : position_a > position_b;
}

void
aft_live_rows_sort (AftLiveRows *self)
{
  GtkWidget *before = NULL;

  g_ptr_array_sort (self->live, compare_positions);
  for (guint i = 0; i < self->live->len; i++)
    {
      GtkWidget *row = aft_live_rows_get (self, i)->row;

      if (gtk_widget_get_prev_sibling (row) != before)
        gtk_widget_insert_after (row, self->parent, before);
      before = row;
    }
}
