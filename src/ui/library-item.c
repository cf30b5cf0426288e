/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/library-item.h"

struct _AftLibraryItem
{
  GObject parent_instance;

  AftLibraryItemType type;
  AftLibraryFacts    facts;
  char              *title;
  AftEntry          *entry;
  gboolean           first, last;
};

G_DEFINE_FINAL_TYPE (AftLibraryItem, aft_library_item, G_TYPE_OBJECT)

static void
aft_library_item_finalize (GObject *object)
{
  AftLibraryItem *self = AFT_LIBRARY_ITEM (object);

  g_free (self->title);
  g_clear_object (&self->entry);

  G_OBJECT_CLASS (aft_library_item_parent_class)->finalize (object);
}

static void
aft_library_item_class_init (AftLibraryItemClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = aft_library_item_finalize;
}

static void
aft_library_item_init (AftLibraryItem *self)
{
}

AftLibraryItem *
aft_library_item_new_facts (const AftLibraryFacts *facts)
{
  AftLibraryItem *self = g_object_new (AFT_TYPE_LIBRARY_ITEM, NULL);

  self->type = AFT_LIBRARY_ITEM_FACTS;
  self->facts = *facts;
  return self;
}

AftLibraryItem *
aft_library_item_new_heading (const char *title)
{
  AftLibraryItem *self = g_object_new (AFT_TYPE_LIBRARY_ITEM, NULL);

  self->type = AFT_LIBRARY_ITEM_HEADING;
  self->title = g_strdup (title);
  return self;
}

AftLibraryItem *
aft_library_item_new_entry (AftEntry *entry, gboolean first, gboolean last)
{
  AftLibraryItem *self = g_object_new (AFT_TYPE_LIBRARY_ITEM, NULL);

  self->type = AFT_LIBRARY_ITEM_ENTRY;
  self->entry = g_object_ref (entry);
  self->first = first;
  self->last = last;
  return self;
}

AftLibraryItemType
aft_library_item_get_item_type (AftLibraryItem *self)
{
  g_return_val_if_fail (AFT_IS_LIBRARY_ITEM (self), AFT_LIBRARY_ITEM_HEADING);
  return self->type;
}

const AftLibraryFacts *
aft_library_item_get_facts (AftLibraryItem *self)
{
  g_return_val_if_fail (AFT_IS_LIBRARY_ITEM (self), NULL);
  return &self->facts;
}

const char *
aft_library_item_get_title (AftLibraryItem *self)
{
  g_return_val_if_fail (AFT_IS_LIBRARY_ITEM (self), NULL);
  return self->title;
}

AftEntry *
aft_library_item_get_entry (AftLibraryItem *self)
{
  g_return_val_if_fail (AFT_IS_LIBRARY_ITEM (self), NULL);
  return self->entry;
}

gboolean
aft_library_item_get_first (AftLibraryItem *self)
{
  g_return_val_if_fail (AFT_IS_LIBRARY_ITEM (self), FALSE);
  return self->first;
}

gboolean
aft_library_item_get_last (AftLibraryItem *self)
{
  g_return_val_if_fail (AFT_IS_LIBRARY_ITEM (self), FALSE);
  return self->last;
}

static gboolean
entry_equal (AftEntry *a, AftEntry *b)
{
  /* An entry is a snapshot: the same document unchanged since looks the same. */
  return g_str_equal (aft_entry_get_id (a), aft_entry_get_id (b)) &&
         aft_entry_get_modified (a) == aft_entry_get_modified (b) &&
         aft_entry_get_trashed (a) == aft_entry_get_trashed (b) &&
         g_str_equal (aft_entry_get_title (a), aft_entry_get_title (b)) &&
         g_str_equal (aft_entry_get_snippet (a), aft_entry_get_snippet (b));
}

static gboolean
facts_equal (const AftLibraryFacts *a, const AftLibraryFacts *b)
{
  return a->days == b->days && a->longest == b->longest && a->ongoing == b->ongoing &&
         a->overdue == b->overdue;
}

gboolean
aft_library_item_equal (AftLibraryItem *self, AftLibraryItem *other)
{
  if (self->type != other->type || self->first != other->first || self->last != other->last)
    return FALSE;
  switch (self->type)
    {
    case AFT_LIBRARY_ITEM_FACTS:
      return facts_equal (&self->facts, &other->facts);
    case AFT_LIBRARY_ITEM_HEADING:
      return g_str_equal (self->title, other->title);
    case AFT_LIBRARY_ITEM_ENTRY:
    default:
      return entry_equal (self->entry, other->entry);
    }
}

static gboolean
shows_same (GListStore *store, guint position, AftLibraryItem *item)
{
  g_autoptr (AftLibraryItem) shown = g_list_model_get_item (G_LIST_MODEL (store), position);

  return aft_library_item_equal (shown, item);
}

void
aft_library_items_update (GListStore *store, GPtrArray *items)
{
  guint n_shown = g_list_model_get_n_items (G_LIST_MODEL (store));
  guint shorter = MIN (n_shown, items->len);
  guint before = 0, after = 0;

  while (before < shorter && shows_same (store, before, items->pdata[before]))
    before++;
  while (after < shorter - before &&
         shows_same (store, n_shown - 1 - after, items->pdata[items->len - 1 - after]))
    after++;
  if (before == n_shown && before == items->len)
    return;
  g_list_store_splice (
      store, before, n_shown - before - after, items->pdata + before, items->len - before - after);
}

static void
append_rows (GPtrArray *items, GPtrArray *rows)
{
  for (guint i = 0; i < rows->len; i++)
    g_ptr_array_add (
        items,
        aft_library_item_new_entry (g_ptr_array_index (rows, i), i == 0, i + 1 == rows->len));
}

GPtrArray *
aft_library_items_grouped (GPtrArray              *entries,
                           const AftLibraryFilter *filter,
                           const AftLibraryFacts  *facts)
{
  GPtrArray *items = g_ptr_array_new_with_free_func (g_object_unref);
  GPtrArray *groups[AFT_N_LIBRARY_GROUPS];

  for (guint i = 0; i < AFT_N_LIBRARY_GROUPS; i++)
    groups[i] = g_ptr_array_new ();
  for (guint i = 0; i < entries->len; i++)
    {
      AftEntry *entry = g_ptr_array_index (entries, i);

      if (aft_library_filter_matches (filter, entry))
        g_ptr_array_add (groups[aft_library_group_of (entry)], entry);
    }
  if (facts != NULL)
    g_ptr_array_add (items, aft_library_item_new_facts (facts));
  for (guint i = 0; i < AFT_N_LIBRARY_GROUPS; i++)
    {
      if (groups[i]->len > 0)
        g_ptr_array_add (items, aft_library_item_new_heading (aft_library_group_get_title (i)));
      append_rows (items, groups[i]);
      g_ptr_array_unref (groups[i]);
    }
  return items;
}

GPtrArray *
aft_library_items_flat (GPtrArray *entries, const AftLibraryFilter *filter)
{
  GPtrArray *items = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GPtrArray) rows = g_ptr_array_new ();

  for (guint i = 0; i < entries->len; i++)
    if (aft_library_filter_matches (filter, g_ptr_array_index (entries, i)))
      g_ptr_array_add (rows, g_ptr_array_index (entries, i));
  append_rows (items, rows);
  return items;
}
