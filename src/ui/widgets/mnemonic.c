/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/widgets/mnemonic.h"

static gboolean
take (AftMnemonics *self, gunichar c)
{
  if (self->used == NULL)
    self->used = g_hash_table_new (NULL, NULL);
  return g_hash_table_add (self->used, GUINT_TO_POINTER (g_unichar_tolower (c)));
}

static gboolean
is_word_start (const char *label, const char *p)
{
  return p == label || !g_unichar_isalnum (g_utf8_get_char (g_utf8_prev_char (p)));
}

/* Where the mnemonic goes, or NULL. */
static const char *
find_letter (AftMnemonics *self, const char *label, gboolean only_word_starts)
{
  for (const char *p = label; *p != '\0'; p = g_utf8_next_char (p))
    if (g_unichar_isalpha (g_utf8_get_char (p)) &&
        (!only_word_starts || is_word_start (label, p)) && take (self, g_utf8_get_char (p)))
      return p;
  return NULL;
}

char *
aft_mnemonics_take (AftMnemonics *self, const char *label)
{
  const char *letter = find_letter (self, label, TRUE);
  GString    *marked = g_string_new (NULL);

  if (letter == NULL)
    letter = find_letter (self, label, FALSE);
  for (const char *p = label; *p != '\0'; p = g_utf8_next_char (p))
    {
      if (p == letter || *p == '_')
        g_string_append_c (marked, '_');
      g_string_append_unichar (marked, g_utf8_get_char (p));
    }
  return g_string_free (marked, FALSE);
}

void
aft_mnemonics_clear (AftMnemonics *self)
{
  g_clear_pointer (&self->used, g_hash_table_unref);
}
