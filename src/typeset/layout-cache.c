/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "typeset/layout-cache.h"

#include <string.h>

typedef struct _Entry Entry;
struct _Entry
{
  guint64      kind;
  PangoLayout *layout;
  guint        used; /* in which setting, last */
  Entry       *next;
};

/* Those of the same hash, in the order they came. */
typedef struct
{
  Entry *first, *last;
  Entry *rest;    /* those before it were used in the setting: */
  guint  setting; /* which one that is true of */
} Chain;

struct _AftLayoutCache
{
  GHashTable    *chains; /* by hash */
  AftWordWidths *word_widths;
  guint          setting;
  guint          size;
};

static void
entry_free (Entry *self)
{
  g_object_unref (self->layout);
  g_free (self);
}

static void
chain_free (gpointer data)
{
  Chain *self = data;

  for (Entry *entry = self->first, *next; entry != NULL; entry = next)
    {
      next = entry->next;
      entry_free (entry);
    }
  g_free (self);
}

AftLayoutCache *
aft_layout_cache_new (void)
{
  AftLayoutCache *self = g_new0 (AftLayoutCache, 1);

  self->chains = g_hash_table_new_full (NULL, NULL, NULL, chain_free);
  self->word_widths = aft_word_widths_new ();
  return self;
}

void
aft_layout_cache_free (AftLayoutCache *self)
{
  g_hash_table_unref (self->chains);
  aft_word_widths_free (self->word_widths);
  g_free (self);
}

void
aft_layout_cache_begin (AftLayoutCache *self)
{
  self->setting++;
}

/* FALSE where nothing of it is left. */
static gboolean
sweep (AftLayoutCache *self, Chain *chain)
{
  Entry *entry = chain->first;

  chain->first = chain->last = chain->rest = NULL;
  while (entry != NULL)
    {
      Entry *next = entry->next;

      entry->next = NULL;
      if (entry->used != self->setting)
        {
          self->size--;
          entry_free (entry);
        }
      else if (chain->last == NULL)
        chain->first = chain->last = entry;
      else
        chain->last = chain->last->next = entry;
      entry = next;
    }
  return chain->first != NULL;
}

void
aft_layout_cache_end (AftLayoutCache *self)
{
  GHashTableIter iter;
  gpointer       chain;

  g_hash_table_iter_init (&iter, self->chains);
  while (g_hash_table_iter_next (&iter, NULL, &chain))
    if (!sweep (self, chain))
      g_hash_table_iter_remove (&iter);
}

static gpointer
hash_of (guint64 kind, const char *text, gsize length)
{
  guint64 hash = 14695981039346656037u ^ kind;

  for (gsize i = 0; i < length; i++)
    hash = (hash ^ (guchar) text[i]) * 1099511628211u;
  return (gpointer) (guintptr) (hash | 1);
}

static gboolean
has_attributes (PangoLayout *layout, PangoAttrList *attrs)
{
  PangoAttrList *own = pango_layout_get_attributes (layout);

  return own == attrs || (own != NULL && attrs != NULL && pango_attr_list_equal (own, attrs));
}

static Entry *
skip_used (AftLayoutCache *self, Chain *chain)
{
  if (chain->setting != self->setting)
    chain->rest = chain->first;
  chain->setting = self->setting;
  while (chain->rest != NULL && chain->rest->used == self->setting)
    chain->rest = chain->rest->next;
  return chain->rest;
}

PangoLayout *
aft_layout_cache_take (AftLayoutCache *self,
                       guint64         kind,
                       const char     *text,
                       int             length,
                       PangoAttrList  *attrs)
{
  gsize  n_bytes = length >= 0 ? (gsize) length : strlen (text);
  Chain *chain = g_hash_table_lookup (self->chains, hash_of (kind, text, n_bytes));

  if (chain == NULL)
    return NULL;
  for (Entry *entry = skip_used (self, chain); entry != NULL; entry = entry->next)
    {
      const char *own = pango_layout_get_text (entry->layout);

      if (entry->used == self->setting || entry->kind != kind || strlen (own) != n_bytes ||
          memcmp (own, text, n_bytes) != 0 || !has_attributes (entry->layout, attrs))
        continue;
      entry->used = self->setting;
      return g_object_ref (entry->layout);
    }
  return NULL;
}

void
aft_layout_cache_add (AftLayoutCache *self, guint64 kind, PangoLayout *layout)
{
  const char *text = pango_layout_get_text (layout);
  gpointer    hash = hash_of (kind, text, strlen (text));
  Chain      *chain = g_hash_table_lookup (self->chains, hash);
  Entry      *entry = g_new0 (Entry, 1);

  *entry = (Entry){ kind, g_object_ref (layout), self->setting, NULL };
  self->size++;
  if (chain == NULL)
    {
      chain = g_new0 (Chain, 1);
      g_hash_table_insert (self->chains, hash, chain);
    }
  if (chain->last == NULL)
    chain->first = chain->last = entry;
  else
    chain->last = chain->last->next = entry;
}

AftWordWidths *
aft_layout_cache_get_word_widths (AftLayoutCache *self)
{
  return self->word_widths;
}

guint
aft_layout_cache_get_size (AftLayoutCache *self)
{
  return self->size;
}
