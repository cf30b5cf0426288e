/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/snippet.h"

#include <string.h>

#include "base/text.h"

#define LEAD_CHARS   20  /* shown before the first match, at most */
#define LENGTH_CHARS 120 /* shown in all */
#define MAX_HITS     200 /* places looked at in one text */
#define MAX_WORDS    32  /* bits of a set */

struct _AftSnippet
{
  GPtrArray *words; /* (element-type utf8) folded */
};

/* Where a word of the query starts. */
typedef struct
{
  const char *at;
  guint       word;
} Hit;

/* A letter without case and diacritics; 0 for a mark of the letter before. */
static gunichar
fold (gunichar character)
{
  gunichar base, mark;

  if (character < 0x80)
    return (gunichar) g_ascii_tolower ((char) character);
  if (g_unichar_ismark (character))
    return 0;
  while (g_unichar_decompose (character, &base, &mark))
    character = base;
  return g_unichar_tolower (character);
}

static gboolean
is_word_character (gunichar character)
{
  if (character < 0x80)
    return g_ascii_isalnum ((char) character);
  return g_unichar_isalnum (character) || g_unichar_ismark (character);
}

static void
add_word (GPtrArray *words, const char *start, const char *end)
{
  GString *word = g_string_new (NULL);

  for (const char *p = start; p < end; p = g_utf8_next_char (p))
    {
      gunichar folded = fold (g_utf8_get_char (p));

      if (folded != 0)
        g_string_append_unichar (word, folded);
    }
  g_ptr_array_add (words, g_string_free (word, FALSE));
}

static const char *
skip (const char *p, gboolean is_word)
{
  while (*p != '\0' && is_word_character (g_utf8_get_char (p)) == is_word)
    p = g_utf8_next_char (p);
  return p;
}

AftSnippet *
aft_snippet_new (const char *query)
{
  AftSnippet      *self = g_new (AftSnippet, 1);
  g_autofree char *clean = aft_text_clean_line (query, -1);

  self->words = g_ptr_array_new_with_free_func (g_free);
  for (const char *p = skip (clean, FALSE); *p != '\0' && self->words->len < MAX_WORDS;)
    {
      const char *end = skip (p, TRUE);

      add_word (self->words, p, end);
      p = skip (end, FALSE);
    }
  return self;
}

void
aft_snippet_free (AftSnippet *self)
{
  g_ptr_array_unref (self->words);
  g_free (self);
}

static gboolean
starts_with (const char *text, const char *word, gboolean is_prefix)
{
  while (*word != '\0')
    {
      gunichar folded = fold (g_utf8_get_char (text));

      if (*text == '\0' || (folded != 0 && folded != g_utf8_get_char (word)))
        return FALSE;
      if (folded != 0)
        word = g_utf8_next_char (word);
      text = g_utf8_next_char (text);
    }
  return is_prefix || !is_word_character (g_utf8_get_char (text));
}

/* The first letter decides about nearly all words of a text. */
static void
match_here (AftSnippet *self, const char *at, GArray *hits)
{
  gunichar first = fold (g_utf8_get_char (at));

  for (guint i = 0; i < self->words->len; i++)
    {
      const char *word = self->words->pdata[i];
      Hit         hit = { at, i };

      if (g_utf8_get_char (word) == first && starts_with (at, word, i + 1 == self->words->len))
        g_array_append_val (hits, hit);
    }
}

static GArray *
find_hits (AftSnippet *self, const char *text)
{
  GArray  *hits = g_array_new (FALSE, FALSE, sizeof (Hit));
  gboolean is_inside = FALSE;

  for (const char *p = text; *p != '\0' && hits->len < MAX_HITS; p = g_utf8_next_char (p))
    {
      gboolean is_word = is_word_character (g_utf8_get_char (p));

      if (is_word && !is_inside)
        match_here (self, p, hits);
      is_inside = is_word;
    }
  return hits;
}

static guint
count_words_from (GArray *hits, guint start)
{
  const char *first = g_array_index (hits, Hit, start).at;
  guint32     set = 0;

  for (guint i = start; i < hits->len; i++)
    {
      const Hit *hit = &g_array_index (hits, Hit, i);

      if (hit->at - first > LENGTH_CHARS - LEAD_CHARS)
        break;
      set |= 1u << hit->word;
    }
  return (guint) __builtin_popcount (set);
}

static const char *
find_best (AftSnippet *self, const char *text)
{
  g_autoptr (GArray) hits = find_hits (self, text);
  const char *best = text;
  guint       most = 0;

  for (guint i = 0; i < hits->len && most < self->words->len; i++)
    {
      guint n = count_words_from (hits, i);

      if (n > most)
        best = g_array_index (hits, Hit, i).at;
      most = MAX (most, n);
    }
  return best;
}

/* The start of a word at most so many characters before. */
static const char *
step_back (const char *text, const char *at)
{
  const char *start = at;

  for (guint n = 0; at > text && n < LEAD_CHARS; n++)
    {
      at = g_utf8_prev_char (at);
      if (at == text || !is_word_character (g_utf8_get_char (g_utf8_prev_char (at))))
        start = at;
    }
  return start;
}

static const char *
step_on (const char *at, guint n_chars)
{
  for (guint n = 0; *at != '\0' && n < n_chars; n++)
    at = g_utf8_next_char (at);
  return at;
}

char *
aft_snippet_make (AftSnippet *self, const char *text)
{
  const char      *start = step_back (text, find_best (self, text));
  const char      *end = step_on (start, LENGTH_CHARS);
  g_autofree char *line = aft_text_clean_line (start, end - start);

  return g_strconcat (start > text ? "…" : "", line, *end != '\0' ? "…" : "", NULL);
}
