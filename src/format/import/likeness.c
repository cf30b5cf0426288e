/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "format/import/likeness.h"

/* Less is said by chance. */
#define MIN_WORDS 3
/* Of all the words of both texts so many in a hundred. */
#define MIN_COMMON_PERCENT 60

static int
compare_words (gconstpointer a, gconstpointer b)
{
  guint one = *(const guint *) a, other = *(const guint *) b;

  return one < other ? -1 : one > other;
}

static void
add_word (GArray *words, GString *word)
{
  guint hash = g_str_hash (word->str);

  if (word->len == 0)
    return;
  g_array_append_val (words, hash);
  g_string_truncate (word, 0);
}

static void
remove_repeated (GArray *words)
{
  guint n = 0;

  for (guint i = 0; i < words->len; i++)
    if (n == 0 || g_array_index (words, guint, n - 1) != g_array_index (words, guint, i))
      g_array_index (words, guint, n++) = g_array_index (words, guint, i);
  g_array_set_size (words, n);
}

GArray *
aft_likeness_words (const char *text)
{
  GArray          *words = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autofree char *folded = g_utf8_casefold (text, -1);
  g_autoptr (GString) word = g_string_new (NULL);

  for (const char *p = folded; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (g_unichar_isalnum (c) || g_unichar_ismark (c))
        g_string_append_unichar (word, c);
      else
        add_word (words, word);
    }
  add_word (words, word);
  g_array_sort (words, compare_words);
  remove_repeated (words);
  return words;
}

static guint
count_common (GArray *one, GArray *other)
{
  guint n = 0;

  for (guint i = 0, k = 0; i < one->len && k < other->len;)
    {
      guint a = g_array_index (one, guint, i), b = g_array_index (other, guint, k);

      n += a == b;
      i += a <= b;
      k += b <= a;
    }
  return n;
}

gboolean
aft_likeness_is_same (GArray *one, GArray *other)
{
  guint n_common = count_common (one, other);
  guint n_all = one->len + other->len - n_common;
  guint n_least = MIN (one->len, other->len);

  if (n_all == 0)
    return FALSE;
  return n_common == n_all || n_common * 100 >= n_all * MIN_COMMON_PERCENT ||
         (n_common == n_least && n_least >= MIN_WORDS);
}
