/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "typeset/references.h"

#include <string.h>

#define MAX_DIGITS 6

struct _AftReferences
{
  guint       n_events, n_actions;
  GPtrArray  *addresses;
  GHashTable *numbers; /* address, of the array -> its number */
};

AftReferences *
aft_references_new (guint n_events, guint n_actions)
{
  AftReferences *self = g_new0 (AftReferences, 1);

  self->n_events = n_events;
  self->n_actions = n_actions;
  self->addresses = g_ptr_array_new_with_free_func (g_free);
  self->numbers = g_hash_table_new (g_str_hash, g_str_equal);
  return self;
}

void
aft_references_free (AftReferences *self)
{
  g_hash_table_unref (self->numbers);
  g_ptr_array_unref (self->addresses);
  g_free (self);
}

guint
aft_references_number (AftReferences *self, const char *address)
{
  guint number = GPOINTER_TO_UINT (g_hash_table_lookup (self->numbers, address));
  char *copy;

  if (number > 0)
    return number;
  copy = g_strdup (address);
  g_ptr_array_add (self->addresses, copy);
  g_hash_table_insert (self->numbers, copy, GUINT_TO_POINTER (self->addresses->len));
  return self->addresses->len;
}

guint
aft_references_get_length (const AftReferences *self)
{
  return self->addresses->len;
}

const char *
aft_references_get_address (const AftReferences *self, guint i)
{
  return g_ptr_array_index (self->addresses, i);
}

gboolean
aft_references_has (const AftReferences *self, char letter, guint number)
{
  return number > 0 && number <= (letter == 'E' ? self->n_events : self->n_actions);
}

/* Letters of any script, digits and what holds names together. */
static gboolean
is_part_of_name (const char *text, const char *at)
{
  gunichar c = g_utf8_get_char (at);

  return c != 0 && (g_unichar_isalnum (c) || c == '_' || c == '-' || c == '/');
}

static gboolean
begins_word (const char *text, gsize at)
{
  return at == 0 || !is_part_of_name (text, g_utf8_prev_char (text + at));
}

static gboolean
read_number (const char *text, gsize *end, guint *number)
{
  gsize start = *end;

  for (*number = 0; g_ascii_isdigit (text[*end]) && *end - start < MAX_DIGITS; ++*end)
    *number = *number * 10 + (guint) (text[*end] - '0');
  return *end > start && text[start] != '0' && !is_part_of_name (text, text + *end);
}

gboolean
aft_references_find (const char *text,
                     gsize       from,
                     gsize      *start,
                     gsize      *end,
                     char       *letter,
                     guint      *number)
{
  for (gsize i = from; (i += strcspn (text + i, "EA")), text[i] != '\0'; i++)
    {
      *end = i + 1;
      if (!g_ascii_isdigit (text[*end]) || !begins_word (text, i) ||
          !read_number (text, end, number))
        continue;
      *start = i;
      *letter = text[i];
      return TRUE;
    }
  return FALSE;
}
