/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/library-match.h"

#include <string.h>

/* Bytes of one word. */
typedef struct
{
  gsize start, end;
  char *folded;
} Word;

static void
clear_word (gpointer word)
{
  g_free (((Word *) word)->folded);
}

static char *
fold (const char *text, gsize length)
{
  g_autofree char *cased = g_utf8_casefold (text, (gssize) length);
  g_autofree char *parts = g_utf8_normalize (cased, -1, G_NORMALIZE_NFKD);
  g_autoptr (GString) folded = g_string_new (NULL);

  for (const char *p = parts; p != NULL && *p != '\0'; p = g_utf8_next_char (p))
    if (!g_unichar_ismark (g_utf8_get_char (p)))
      g_string_append_unichar (folded, g_utf8_get_char (p));
  return g_string_free (g_steal_pointer (&folded), FALSE);
}

static gboolean
is_word_char (const char *p)
{
  gunichar c = g_utf8_get_char (p);

  return g_unichar_isalnum (c) || g_unichar_ismark (c);
}

static GArray *
split_words (const char *text)
{
  GArray     *words = g_array_new (FALSE, FALSE, sizeof (Word));
  const char *p = text;

  g_array_set_clear_func (words, clear_word);
  while (*p != '\0')
    {
      const char *start = p;

      while (*p != '\0' && is_word_char (p))
        p = g_utf8_next_char (p);
      if (p > start)
        {
          Word word = { (gsize) (start - text),
                        (gsize) (p - text),
                        fold (start, (gsize) (p - start)) };

          g_array_append_val (words, word);
        }
      else
        p = g_utf8_next_char (p);
    }
  return words;
}

static gboolean
matches_any (const Word *word, GArray *wanted)
{
  for (guint i = 0; i < wanted->len; i++)
    {
      const char *sought = g_array_index (wanted, Word, i).folded;

      if (i + 1 == wanted->len ? g_str_has_prefix (word->folded, sought)
                               : g_str_equal (word->folded, sought))
        return TRUE;
    }
  return FALSE;
}

PangoAttrList *
aft_library_match (const char *text, const char *query)
{
  g_autoptr (GArray) words = split_words (text);
  g_autoptr (GArray) wanted = split_words (query);
  PangoAttrList *list = pango_attr_list_new ();

  for (guint i = 0; i < words->len; i++)
    {
      const Word     *word = &g_array_index (words, Word, i);
      PangoAttribute *bold;

      if (!matches_any (word, wanted))
        continue;
      bold = pango_attr_weight_new (PANGO_WEIGHT_BOLD);
      bold->start_index = (guint) word->start;
      bold->end_index = (guint) word->end;
      pango_attr_list_insert (list, bold);
    }
  return list;
}
