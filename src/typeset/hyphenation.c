/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "typeset/hyphenation.h"

#include <string.h>

#include "typeset/patterns.h"

#define MAX_WORD_BYTES 100
#define MAX_LEVELS     2

/* What stays of a word before and behind a hyphen, in letters: less looks torn. */
#define MIN_BEFORE 3
#define MIN_AFTER  3

/* The first level of two knows where words were put together, the second divides the pieces. */
struct _AftHyphenation
{
  AftPatterns *levels[MAX_LEVELS];
  guint        n_levels; /* 0: no patterns */
};

/* Of the countries whose spelling is meant where only the language is named. */
static const struct
{
  const char *language, *country;
} homes[] = {
  { "en", "US" }, { "da", "DK" }, { "cs", "CZ" }, { "el", "GR" }, { "et", "EE" },
  { "nb", "NO" }, { "sl", "SI" }, { "sv", "SE" }, { "uk", "UA" },
};

/* ---- files ---- */

/* Words in capitals are instructions to other programs. */
static gboolean
is_pattern (const char *line, gsize length)
{
  if (length == 0 || line[0] == '#' || line[0] == '%')
    return FALSE;
  for (gsize i = 0; i < length; i++)
    if (g_ascii_islower (line[i]) || g_ascii_isdigit (line[i]))
      return !(g_ascii_isupper (line[0]) && g_ascii_isupper (line[1]));
  return FALSE;
}

static void
begin_level (AftHyphenation *self)
{
  self->levels[self->n_levels++] = aft_patterns_new ();
}

static void
read_line (AftHyphenation *self, const char *line, gsize length)
{
  while (length > 0 && g_ascii_isspace (line[length - 1]))
    length--;
  if (is_pattern (line, length))
    aft_patterns_add (self->levels[self->n_levels - 1], line, length);
  else if (length >= 9 && memcmp (line, "NEXTLEVEL", 9) == 0 && self->n_levels < MAX_LEVELS &&
           aft_patterns_get_length (self->levels[0]) > 0)
    begin_level (self);
}

/* The first line names the character set. */
static char *
decode (const char *text, gsize length)
{
  const char      *end = memchr (text, '\n', length);
  g_autofree char *set = end != NULL ? g_strndup (text, (gsize) (end - text)) : NULL;

  if (set == NULL)
    return NULL;
  g_strstrip (set);
  return g_convert (text, (gssize) length, "UTF-8", set, NULL, NULL, NULL);
}

static gboolean
read_file (AftHyphenation *self, const char *path)
{
  g_autofree char *bytes = NULL;
  g_autofree char *text = NULL;
  gsize            length;

  if (!g_file_get_contents (path, &bytes, &length, NULL))
    return FALSE;
  text = decode (bytes, length);
  if (text == NULL)
    return FALSE;
  begin_level (self);
  for (const char *line = strchr (text, '\n'); line != NULL;)
    {
      const char *end = strchr (++line, '\n');

      read_line (self, line, end != NULL ? (gsize) (end - line) : strlen (line));
      line = end;
    }
  return TRUE;
}

static gboolean
load (AftHyphenation *self, const char *language, const char *country)
{
  const char *const *folders = g_get_system_data_dirs ();
  g_autofree char   *name = country != NULL
                                ? g_strconcat ("hyph_", language, "_", country, ".dic", NULL)
                                : g_strconcat ("hyph_", language, ".dic", NULL);

  for (guint i = 0; folders[i] != NULL; i++)
    {
      g_autofree char *path = g_build_filename (folders[i], "hyphen", name, NULL);

      if (read_file (self, path))
        return TRUE;
    }
  return FALSE;
}

static char *
home_of (const char *language)
{
  for (guint i = 0; i < G_N_ELEMENTS (homes); i++)
    if (g_str_equal (homes[i].language, language))
      return g_strdup (homes[i].country);
  return g_ascii_strup (language, -1);
}

/* The country's own patterns, then those of the language, then those of its home. */
static AftHyphenation *
find (const char *tag)
{
  AftHyphenation *self = g_new0 (AftHyphenation, 1);
  g_auto (GStrv) parts = g_strsplit (tag, "-", 2);
  g_autofree char *language = g_ascii_strdown (parts[0], -1);
  g_autofree char *country = parts[1] != NULL ? g_ascii_strup (parts[1], -1) : NULL;
  g_autofree char *home = home_of (language);

  if ((country != NULL && load (self, language, country)) || load (self, language, NULL))
    return self;
  load (self, language, home);
  return self;
}

/* A name of a file is made of it. */
static gboolean
is_tag (const char *language)
{
  gsize length = strlen (language);

  if (length < 2 || length > 16 || language[0] == '-')
    return FALSE;
  for (const char *p = language; *p != '\0'; p++)
    if (!g_ascii_isalnum (*p) && *p != '-')
      return FALSE;
  return TRUE;
}

const AftHyphenation *
aft_hyphenation_get (const char *language)
{
  static GHashTable *known; /* never freed: few languages are ever asked for */
  static GMutex      mutex;
  AftHyphenation    *self;

  if (language == NULL || !is_tag (language))
    return NULL;
  g_mutex_lock (&mutex);
  if (known == NULL)
    known = g_hash_table_new (g_str_hash, g_str_equal);
  self = g_hash_table_lookup (known, language);
  if (self == NULL)
    {
      self = find (language);
      g_hash_table_insert (known, g_strdup (language), self);
    }
  g_mutex_unlock (&mutex);
  return self->n_levels > 0 ? self : NULL;
}

/* ---- words ---- */

/* A piece of the word, from a place where it may be divided to the next: its own places. */
static void
divide_piece (const AftPatterns *patterns, const char *word, gsize from, gsize to, GArray *places)
{
  char   dotted[MAX_WORD_BYTES + 2];
  guint8 values[MAX_WORD_BYTES + 2];
  gsize  length = to - from;

  dotted[0] = dotted[length + 1] = '.';
  memcpy (dotted + 1, word + from, length);
  aft_patterns_apply (patterns, dotted, length + 2, values);
  for (gsize i = 1; i < length; i++)
    if (values[i + 1] % 2 == 1)
      {
        gsize place = from + i;

        g_array_append_val (places, place);
      }
}

static GArray *
divide_level (const AftPatterns *patterns, const char *word, gsize length, GArray *before)
{
  GArray *places = g_array_new (FALSE, FALSE, sizeof (gsize));
  gsize   from = 0;

  for (guint i = 0; i <= before->len; i++)
    {
      gsize to = i < before->len ? g_array_index (before, gsize, i) : length;

      divide_piece (patterns, word, from, to, places);
      if (i < before->len)
        g_array_append_val (places, to);
      from = to;
    }
  g_array_unref (before);
  return places;
}

static gboolean
leaves_enough (const char *word, gsize length, gsize place)
{
  return g_utf8_strlen (word, (gssize) place) >= MIN_BEFORE &&
         g_utf8_strlen (word + place, (gssize) (length - place)) >= MIN_AFTER;
}

GArray *
aft_hyphenation_divide (const AftHyphenation *self, const char *word, gsize length)
{
  g_autofree char *small = g_utf8_strdown (word, (gssize) length);
  GArray          *places = g_array_new (FALSE, FALSE, sizeof (gsize));

  if (length > MAX_WORD_BYTES || strlen (small) != length)
    return places;
  for (guint level = 0; level < self->n_levels; level++)
    places = divide_level (self->levels[level], small, length, places);
  for (guint i = places->len; i > 0; i--)
    if (!leaves_enough (word, length, g_array_index (places, gsize, i - 1)))
      g_array_remove_index (places, i - 1);
  return places;
}
