/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "typeset/patterns.h"

#include <string.h>

#define MAX_LETTERS 62 /* bytes of a pattern without its numbers */
#define MIN_SLOTS   1024

/* Tens of thousands of short texts are looked up for each word: they stand one behind the other in
 * one piece of memory, found through a table of where they begin. An entry is its number of
 * letters, the letters, and one value more than letters. */
struct _AftPatterns
{
  GByteArray *entries;
  guint32    *slots; /* where the entry begins, plus 1; 0: empty */
  guint       n_slots, n_entries;
  gsize       longest;
};

typedef struct
{
  char   letters[MAX_LETTERS];
  guint8 values[MAX_LETTERS + 1];
  gsize  length;
} Pattern;

AftPatterns *
aft_patterns_new (void)
{
  AftPatterns *self = g_new0 (AftPatterns, 1);

  self->entries = g_byte_array_new ();
  self->n_slots = MIN_SLOTS;
  self->slots = g_new0 (guint32, self->n_slots);
  return self;
}

void
aft_patterns_free (AftPatterns *self)
{
  g_byte_array_unref (self->entries);
  g_free (self->slots);
  g_free (self);
}

guint
aft_patterns_get_length (const AftPatterns *self)
{
  return self->n_entries;
}

/* FNV-1a. */
static guint32
hash_letters (const char *letters, gsize length)
{
  guint32 hash = 2166136261u;

  for (gsize i = 0; i < length; i++)
    hash = (hash ^ (guint8) letters[i]) * 16777619u;
  return hash;
}

static const guint8 *
get_entry (const AftPatterns *self, guint32 slot)
{
  return self->entries->data + slot - 1;
}

/* The slot with these letters, or the empty one where they would be. */
static guint32 *
find_slot (const AftPatterns *self, const char *letters, gsize length)
{
  guint32 i = hash_letters (letters, length) & (self->n_slots - 1);

  for (;; i = (i + 1) & (self->n_slots - 1))
    {
      const guint8 *entry;

      if (self->slots[i] == 0)
        return &self->slots[i];
      entry = get_entry (self, self->slots[i]);
      if (entry[0] == length && memcmp (entry + 1, letters, length) == 0)
        return &self->slots[i];
    }
}

static void
grow (AftPatterns *self)
{
  g_autofree guint32 *old = self->slots;
  guint               n = self->n_slots;

  self->n_slots *= 2;
  self->slots = g_new0 (guint32, self->n_slots);
  for (guint i = 0; i < n; i++)
    if (old[i] != 0)
      {
        const guint8 *entry = get_entry (self, old[i]);

        *find_slot (self, (const char *) entry + 1, entry[0]) = old[i];
      }
}

/* FALSE where it has no letters, or more than any language needs. */
static gboolean
read_pattern (Pattern *self, const char *text, gsize length)
{
  memset (self, 0, sizeof *self);
  for (gsize i = 0; i < length && text[i] != '/'; i++)
    {
      if (g_ascii_isdigit (text[i]))
        self->values[self->length] = (guint8) (text[i] - '0');
      else if (self->length == MAX_LETTERS)
        return FALSE;
      else
        self->letters[self->length++] = text[i];
    }
  return self->length > 0;
}

void
aft_patterns_add (AftPatterns *self, const char *pattern, gsize length)
{
  Pattern  read;
  guint32 *slot;
  guint8   size;

  if (!read_pattern (&read, pattern, length))
    return;
  if (memchr (pattern, '/', length) != NULL)
    for (gsize i = 0; i <= read.length; i++)
      read.values[i] += read.values[i] % 2;
  if (2 * (self->n_entries + 1) > self->n_slots)
    grow (self);
  slot = find_slot (self, read.letters, read.length);
  if (*slot != 0)
    return;
  *slot = self->entries->len + 1;
  size = (guint8) read.length;
  g_byte_array_append (self->entries, &size, 1);
  g_byte_array_append (self->entries, (const guint8 *) read.letters, (guint) read.length);
  g_byte_array_append (self->entries, read.values, (guint) read.length + 1);
  self->longest = MAX (self->longest, read.length);
  self->n_entries++;
}

void
aft_patterns_apply (const AftPatterns *self, const char *word, gsize length, guint8 *values)
{
  memset (values, 0, length);
  for (gsize start = 0; start < length; start++)
    for (gsize n = 1; n <= self->longest && start + n <= length; n++)
      {
        guint32       slot = *find_slot (self, word + start, n);
        const guint8 *entry;

        if (slot == 0)
          continue;
        entry = get_entry (self, slot) + 1 + n;
        for (gsize i = 0; i <= n && start + i < length; i++)
          values[start + i] = MAX (values[start + i], entry[i]);
      }
}
