/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "format/import/words.h"

#include <string.h>

#include "format/import/wordings.h"

/* Words behind a phrase, or anywhere around it, up to which a heading is still about that: one word
 * alone says little ("Problem"), several say much ("What went well"). */
static const struct
{
  guint after, around;
} max_words[] = { { 3, 2 }, { 8, 3 } };

static const char *const target_names[] = {
  [AFT_TARGET_NONE] = "",
  [AFT_TARGET_SUMMARY] = "summary",
  [AFT_TARGET_IMPACT] = "impact",
  [AFT_TARGET_BACKGROUND] = "background",
  [AFT_TARGET_TIMELINE] = "timeline",
  [AFT_TARGET_DETECTION] = "detection",
  [AFT_TARGET_RESOLUTION] = "resolution",
  [AFT_TARGET_TRIGGER] = "trigger",
  [AFT_TARGET_ROOT_CAUSE] = "root-cause",
  [AFT_TARGET_FACTORS] = "factors",
  [AFT_TARGET_VULNERABILITIES] = "vulnerabilities",
  [AFT_TARGET_HUMAN_PROCESS] = "human-process",
  [AFT_TARGET_LESSONS] = "lessons",
  [AFT_TARGET_WELL] = "well",
  [AFT_TARGET_POORLY] = "poorly",
  [AFT_TARGET_LUCKY] = "lucky",
  [AFT_TARGET_ACTIONS] = "actions",
  [AFT_TARGET_GLOSSARY] = "glossary",
  [AFT_TARGET_APPENDIX] = "appendix",
  [AFT_TARGET_DETAILS] = "details",
  [AFT_TARGET_TITLE] = "title",
  [AFT_TARGET_DATE] = "date",
  [AFT_TARGET_AUTHOR] = "author",
  [AFT_TARGET_OWNER] = "owner",
  [AFT_TARGET_REVIEWER] = "reviewer",
  [AFT_TARGET_SEVERITY] = "severity",
  [AFT_TARGET_STATUS] = "status",
  [AFT_TARGET_SERVICE] = "service",
  [AFT_TARGET_TAG] = "tag",
};

typedef struct
{
  const char *phrase;
  gsize       length;
  AftTarget   target;
  guint       n_words;
  gboolean    is_whole; /* "=why": no part of a longer heading */
} Phrase;

static AftTarget
find_target (const char *name)
{
  for (guint i = 1; i < G_N_ELEMENTS (target_names); i++)
    if (g_str_equal (target_names[i], name))
      return i;
  g_assert_not_reached ();
}

static guint
count_words (const char *text)
{
  guint n = *text != '\0';

  for (; *text != '\0'; text++)
    n += *text == ' ';
  return n;
}

static GArray *
load_phrases (void)
{
  const GArray *wordings = aft_wordings_get ("headings");
  GArray       *phrases = g_array_new (FALSE, FALSE, sizeof (Phrase));

  for (guint i = 0; i < wordings->len; i++)
    {
      const AftWording *wording = &g_array_index (wordings, AftWording, i);
      gboolean          is_whole = *wording->phrase == '=';
      const char       *text = wording->phrase + is_whole;
      const Phrase      phrase = {
             text, strlen (text), find_target (wording->key), count_words (text), is_whole
      };

      g_array_append_val (phrases, phrase);
    }
  return phrases;
}

static GArray *
get_phrases (void)
{
  static GArray *phrases = NULL;
  static gsize   once = 0;

  if (g_once_init_enter (&once))
    {
      phrases = load_phrases ();
      g_once_init_leave (&once, 1);
    }
  return phrases;
}

/* Lower case words with one space between; an apostrophe within a word stays. What follows in
 * parentheses explains: "Timeline (all times in UTC)". */
static char *
normalize (const char *heading, gsize length)
{
  const char      *aside = length > 0 ? memchr (heading + 1, '(', length - 1) : NULL;
  g_autofree char *text =
      g_utf8_strdown (heading, aside != NULL ? aside - heading : (gssize) length);
  GString *words = g_string_new (NULL);

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (c == 0x2019)
        c = '\'';
      if (g_unichar_isalnum (c) || g_unichar_ismark (c) || (c == '\'' && words->len > 0))
        g_string_append_unichar (words, c);
      else if (words->len > 0 && words->str[words->len - 1] != ' ')
        g_string_append_c (words, ' ');
    }
  return g_strchomp (g_string_free (words, FALSE));
}

/* "3. Timeline", "IV Timeline": numbers before the words. */
static const char *
skip_number (const char *words)
{
  const char *p = words;

  while (g_ascii_isdigit (*p) || (p > words && *p == ' ' && g_ascii_isdigit (p[1])))
    p++;
  return p > words && *p == ' ' ? p + 1 : words;
}

static gboolean
is_word_start (const char *words, const char *p)
{
  return p == words || p[-1] == ' ';
}

/* Where in the words, or NULL where it does not count. */
static const char *
fit (const Phrase *phrase, const char *words, gsize n_bytes, guint n_words, gboolean exact)
{
  gsize       length = phrase->length;
  const char *p;

  if (n_bytes == length && memcmp (words, phrase->phrase, length) == 0)
    return words;
  if (exact || phrase->is_whole || n_bytes < length)
    return NULL;
  p = strstr (words, phrase->phrase);
  /* no spaces in Japanese: there a phrase is no word of its own */
  if (p == NULL || (g_ascii_isprint (*p) &&
                    (!is_word_start (words, p) || (p[length] != '\0' && p[length] != ' '))))
    return NULL;
  return n_words - phrase->n_words <= (p == words ? max_words[phrase->n_words > 1].after
                                                  : max_words[phrase->n_words > 1].around)
             ? p
             : NULL;
}

/* The earliest phrase, and of those the longest: "What went well and where we got lucky". */
AftTarget
aft_words_find (const char *heading, gsize length, gboolean exact)
{
  g_autofree char *normal = normalize (heading, length);
  const char      *words = skip_number (normal);
  gsize            n_bytes = strlen (words);
  guint            n_words = count_words (words);
  GArray          *phrases = get_phrases ();
  const Phrase    *best = NULL;
  const char      *place = NULL;

  for (guint i = 0; i < phrases->len; i++)
    {
      const Phrase *phrase = &g_array_index (phrases, Phrase, i);
      const char   *p =
          fit (phrase, words, n_bytes, n_words, exact || phrase->target >= AFT_TARGET_TITLE);

      if (p != NULL && (best == NULL || p < place || (p == place && phrase->length > best->length)))
        {
          best = phrase;
          place = p;
        }
    }
  return best != NULL ? best->target : AFT_TARGET_NONE;
}

gboolean
aft_words_mention_luck (const char *heading, gsize length)
{
  g_autofree char *words = normalize (heading, length);
  GArray          *phrases = get_phrases ();

  for (guint i = 0; i < phrases->len; i++)
    {
      const Phrase *phrase = &g_array_index (phrases, Phrase, i);

      if (phrase->target == AFT_TARGET_LUCKY && strstr (words, phrase->phrase) != NULL)
        return TRUE;
    }
  return FALSE;
}
