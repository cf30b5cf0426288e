/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "typeset/lines-cache.h"

#include <string.h>

typedef struct
{
  AftLinesKey key; /* its text is that of the lines */
  AftLines   *lines;
  guint       used; /* in which setting, last */
} Entry;

struct _AftLinesCache
{
  GHashTable *entries; /* Entry, its own key */
  AftWords   *words;
  guint       setting;
};

static guint
hash_entry (gconstpointer data)
{
  const AftLinesKey *key = data;

  return aft_text_hash (key->text, key->length, key->kind ^ ((guint64) key->width << 16));
}

static gboolean
has_same_attributes (const AftLinesKey *a, const AftLinesKey *b)
{
  if (a->attrs == NULL || b->attrs == NULL)
    return a->attrs == b->attrs;
  return pango_attr_list_equal (a->attrs, b->attrs);
}

static gboolean
is_same_entry (gconstpointer a, gconstpointer b)
{
  const AftLinesKey *x = a, *y = b;

  return x->kind == y->kind && x->width == y->width && x->length == y->length &&
         memcmp (x->text, y->text, x->length) == 0 && has_same_attributes (x, y);
}

static void
entry_free (Entry *self)
{
  g_clear_pointer (&self->key.attrs, pango_attr_list_unref);
  aft_lines_unref (self->lines);
  g_free (self);
}

AftLinesCache *
aft_lines_cache_new (PangoContext *context)
{
  AftLinesCache *self = g_new0 (AftLinesCache, 1);

  self->entries =
      g_hash_table_new_full (hash_entry, is_same_entry, (GDestroyNotify) entry_free, NULL);
  self->words = aft_words_new (context);
  return self;
}

void
aft_lines_cache_free (AftLinesCache *self)
{
  g_hash_table_unref (self->entries);
  aft_words_free (self->words);
  g_free (self);
}

void
aft_lines_cache_begin (AftLinesCache *self)
{
  self->setting++;
}

void
aft_lines_cache_end (AftLinesCache *self)
{
  GHashTableIter iter;
  gpointer       entry;

  g_hash_table_iter_init (&iter, self->entries);
  while (g_hash_table_iter_next (&iter, &entry, NULL))
    if (((const Entry *) entry)->used != self->setting)
      g_hash_table_iter_remove (&iter);
}

AftLines *
aft_lines_cache_get (AftLinesCache *self, const AftLinesKey *key)
{
  Entry *entry = g_hash_table_lookup (self->entries, key);

  if (entry == NULL)
    return NULL;
  entry->used = self->setting;
  return aft_lines_ref (entry->lines);
}

void
aft_lines_cache_add (AftLinesCache *self, const AftLinesKey *key, AftLines *lines)
{
  Entry *entry = g_new (Entry, 1);

  *entry = (Entry){ *key, aft_lines_ref (lines), self->setting };
  entry->key.text = aft_lines_get_text (lines);
  if (key->attrs != NULL)
    pango_attr_list_ref (key->attrs);
  g_hash_table_add (self->entries, entry);
}

AftWords *
aft_lines_cache_get_words (AftLinesCache *self)
{
  return self->words;
}

guint
aft_lines_cache_get_size (AftLinesCache *self)
{
  return g_hash_table_size (self->entries);
}
