/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "format/import/twins.h"

#include "format/import/likeness.h"
#include "model/schema.h"

/* Of many events at one time only so many are compared: a log may write thousands in a second. */
#define MAX_COMPARED 200

typedef struct
{
  AftRecord *event;
  AftInstant at;
  guint      source, order;
  GArray    *words;
} Entry;

struct _AftTwins
{
  GArray     *entries; /* (element-type Entry) */
  GHashTable *twins;   /* event -> the one that it repeats */
};

static void
entry_clear (gpointer data)
{
  g_clear_pointer (&((Entry *) data)->words, g_array_unref);
}

AftTwins *
aft_twins_new (void)
{
  AftTwins *self = g_new0 (AftTwins, 1);

  self->entries = g_array_new (FALSE, FALSE, sizeof (Entry));
  g_array_set_clear_func (self->entries, entry_clear);
  self->twins = g_hash_table_new (NULL, NULL);
  return self;
}

void
aft_twins_free (AftTwins *self)
{
  g_array_unref (self->entries);
  g_hash_table_unref (self->twins);
  g_free (self);
}

void
aft_twins_add (AftTwins *self, AftRecord *event, AftInstant at, guint source)
{
  Entry entry = { event, at, source, self->entries->len, NULL };

  entry.words = aft_likeness_words (aft_record_get_text (event, AFT_EVENT_TEXT));
  g_array_append_val (self->entries, entry);
}

static int
compare_entries (gconstpointer a, gconstpointer b)
{
  const Entry *one = a, *other = b;

  if (one->at != other->at)
    return one->at < other->at ? -1 : 1;
  return one->order < other->order ? -1 : one->order > other->order;
}

static gboolean
repeats (AftTwins *self, const Entry *entry, const Entry *known)
{
  return known->order < entry->order && known->source != entry->source &&
         !g_hash_table_contains (self->twins, known->event) &&
         aft_likeness_is_same (entry->words, known->words);
}

static gboolean
is_near (const Entry *one, const Entry *other)
{
  if (one->at == AFT_INSTANT_NONE || other->at == AFT_INSTANT_NONE)
    return one->at == other->at;
  return ABS (one->at - other->at) <= AFT_LIKENESS_WINDOW;
}

/* The nearest in time of those before or behind it. */
static const Entry *
look (AftTwins *self, guint index, int step)
{
  const Entry *entry = &g_array_index (self->entries, Entry, index);

  for (guint n = 0; n < MAX_COMPARED; n++)
    {
      const Entry *known;

      index += step;
      if (index >= self->entries->len)
        return NULL;
      known = &g_array_index (self->entries, Entry, index);
      if (!is_near (entry, known))
        return NULL;
      if (repeats (self, entry, known))
        return known;
    }
  return NULL;
}

void
aft_twins_settle (AftTwins *self)
{
  g_array_sort (self->entries, compare_entries);
  g_hash_table_remove_all (self->twins);
  for (guint i = 0; i < self->entries->len; i++)
    {
      const Entry *entry = &g_array_index (self->entries, Entry, i);
      const Entry *before = look (self, i, -1), *behind = look (self, i, 1);
      const Entry *twin = before;

      if (before == NULL || (behind != NULL && behind->at - entry->at < entry->at - before->at))
        twin = behind;
      if (twin != NULL)
        g_hash_table_insert (self->twins, entry->event, twin->event);
    }
}

AftRecord *
aft_twins_find (AftTwins *self, AftRecord *event)
{
  return g_hash_table_lookup (self->twins, event);
}
