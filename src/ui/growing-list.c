/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/growing-list.h"

/* As many as a window shows, */
#define FIRST_ITEMS 12
/* as many as a small part of a frame makes, */
#define STEP_ITEMS 4
/* and what a list view makes rows for; beyond them items cost nothing. */
#define MAX_ROWS 240

struct _AftGrowingList
{
  GObject parent_instance;

  GtkSliceListModel *slice;
  guint              source;
};

static void aft_growing_list_model_init (GListModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (AftGrowingList,
                               aft_growing_list,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL,
                                                      aft_growing_list_model_init))

static gboolean
grow_cb (gpointer data)
{
  AftGrowingList *self = AFT_GROWING_LIST (data);
  guint           size = gtk_slice_list_model_get_size (self->slice);

  if (size < MAX_ROWS && g_list_model_get_n_items (G_LIST_MODEL (self->slice)) == size)
    {
      gtk_slice_list_model_set_size (self->slice, size + STEP_ITEMS);
      return G_SOURCE_CONTINUE;
    }
  self->source = 0;
  gtk_slice_list_model_set_size (self->slice, G_MAXUINT);
  return G_SOURCE_REMOVE;
}

static void
items_changed_cb (AftGrowingList *self, guint position, guint removed, guint added)
{
  g_list_model_items_changed (G_LIST_MODEL (self), position, removed, added);
  if (added > 0 && self->source == 0 && gtk_slice_list_model_get_size (self->slice) < MAX_ROWS)
    self->source = g_idle_add_full (G_PRIORITY_LOW, grow_cb, self, NULL);
}

static GType
aft_growing_list_get_item_type (GListModel *model)
{
  return g_list_model_get_item_type (G_LIST_MODEL (AFT_GROWING_LIST (model)->slice));
}

static guint
aft_growing_list_get_n_items (GListModel *model)
{
  return g_list_model_get_n_items (G_LIST_MODEL (AFT_GROWING_LIST (model)->slice));
}

static gpointer
aft_growing_list_get_item (GListModel *model, guint position)
{
  return g_list_model_get_item (G_LIST_MODEL (AFT_GROWING_LIST (model)->slice), position);
}

static void
aft_growing_list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = aft_growing_list_get_item_type;
  iface->get_n_items = aft_growing_list_get_n_items;
  iface->get_item = aft_growing_list_get_item;
}

static void
aft_growing_list_dispose (GObject *object)
{
  AftGrowingList *self = AFT_GROWING_LIST (object);

  g_clear_handle_id (&self->source, g_source_remove);
  if (self->slice != NULL)
    g_signal_handlers_disconnect_by_data (self->slice, self);
  g_clear_object (&self->slice);

  G_OBJECT_CLASS (aft_growing_list_parent_class)->dispose (object);
}

static void
aft_growing_list_class_init (AftGrowingListClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = aft_growing_list_dispose;
}

static void
aft_growing_list_init (AftGrowingList *self)
{
}

AftGrowingList *
aft_growing_list_new (GListModel *items)
{
  AftGrowingList *self = g_object_new (AFT_TYPE_GROWING_LIST, NULL);

  self->slice = gtk_slice_list_model_new (g_object_ref (items), 0, FIRST_ITEMS);
  g_signal_connect_swapped (self->slice, "items-changed", G_CALLBACK (items_changed_cb), self);
  return self;
}

void
aft_growing_list_restart (AftGrowingList *self)
{
  g_return_if_fail (AFT_IS_GROWING_LIST (self));

  g_clear_handle_id (&self->source, g_source_remove);
  gtk_slice_list_model_set_size (self->slice, FIRST_ITEMS);
}
