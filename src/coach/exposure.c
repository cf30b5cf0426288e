/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "coach/exposure.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "base/private-phrase.h"
#include "coach/exposure-rules.h"
#include "model/people.h"

/* More in one text than anybody looks at one by one. */
#define MAX_FOUND 500

#define MIN_PART_LENGTH 3 /* characters of a given name that stands alone */

struct _AftExposureFinder
{
  GRegex **patterns; /* by rule */
  GRegex  *people;   /* NULL where there are none */
};

/* ---- people ---- */

/* A name with several words that is no shape of a name is a role: "Incident commander". */
static gboolean
may_be_person (const char *name)
{
  return aft_people_is_like_name (name) ||
         (strchr (name, ' ') == NULL && g_utf8_strlen (name, -1) >= MIN_PART_LENGTH &&
          !aft_people_is_thing (name) && strchr (name, '@') == NULL);
}

static void
append_choice (GString *pattern, const char *words)
{
  g_autofree char *escaped = g_regex_escape_string (words, -1);

  g_string_append_printf (pattern, "%s%s", pattern->len > 0 ? "|" : "", escaped);
}

/* "Ada Example", and then "Ada" and "Example" alone. */
static void
append_name (GString *whole, GString *parts, const char *name)
{
  g_auto (GStrv) words = g_strsplit (name, " ", -1);

  append_choice (whole, name);
  for (guint i = 0; g_strv_length (words) > 1 && words[i] != NULL; i++)
    if (g_utf8_strlen (words[i], -1) >= MIN_PART_LENGTH &&
        g_unichar_isupper (g_utf8_get_char (words[i])))
      append_choice (parts, words[i]);
}

/* As written: in lower case the name "May" is a verb. */
static GRegex *
compile_people (GPtrArray *names)
{
  g_autoptr (GString) whole = g_string_new (NULL);
  g_autoptr (GString) parts = g_string_new (NULL);
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  g_autofree char *pattern = NULL;

  for (guint i = 0; i < names->len; i++)
    if (g_hash_table_add (seen, g_ptr_array_index (names, i)) &&
        may_be_person (g_ptr_array_index (names, i)))
      append_name (whole, parts, g_ptr_array_index (names, i));
  if (whole->len == 0)
    return NULL;
  if (parts->len > 0)
    g_string_append_printf (whole, "|%s", parts->str);
  pattern = g_strdup_printf ("(?<![\\p{L}\\p{N}_])(?:%s)(?![\\p{L}\\p{N}_])", whole->str);
  return g_regex_new (pattern, G_REGEX_OPTIMIZE, 0, NULL);
}

/* ---- the finder ---- */

AftExposureFinder *
aft_exposure_finder_new (GPtrArray *names)
{
  AftExposureFinder *self = g_new0 (AftExposureFinder, 1);

  self->patterns = g_new0 (GRegex *, aft_exposure_n_rules);
  for (guint i = 0; i < aft_exposure_n_rules; i++)
    {
      self->patterns[i] = g_regex_new (aft_exposure_rules[i].pattern, G_REGEX_OPTIMIZE, 0, NULL);
      g_assert (self->patterns[i] != NULL);
    }
  self->people = compile_people (names);
  return self;
}

void
aft_exposure_finder_free (AftExposureFinder *self)
{
  for (guint i = 0; i < aft_exposure_n_rules; i++)
    g_regex_unref (self->patterns[i]);
  g_clear_pointer (&self->people, g_regex_unref);
  g_free (self->patterns);
  g_free (self);
}

static gboolean
is_taken (const GArray *found, gsize start, gsize end)
{
  for (guint i = 0; i < found->len; i++)
    {
      const AftExposure *other = &g_array_index (found, AftExposure, i);

      if (start < other->end && end > other->start)
        return TRUE;
    }
  return FALSE;
}

static void
add_match (GArray *found, const AftExposureRule *rule, GMatchInfo *match, const char *text)
{
  int              group = g_match_info_get_match_count (match) > 1 ? 1 : 0;
  g_autofree char *word = g_match_info_fetch (match, group);
  AftExposure      exposure = { rule->kind };
  int              start, end;

  if (!g_match_info_fetch_pos (match, group, &start, &end) || start < 0 || start == end)
    return;
  exposure.start = (gsize) start;
  exposure.end = (gsize) end;
  if (found->len < MAX_FOUND && !is_taken (found, exposure.start, exposure.end) &&
      (rule->is_meant == NULL || rule->is_meant (word, text, exposure.start)))
    g_array_append_val (found, exposure);
}

static void
apply_rule (GArray *found, const AftExposureRule *rule, GRegex *pattern, const char *text)
{
  g_autoptr (GMatchInfo) match = NULL;

  if (!g_regex_match (pattern, text, 0, &match))
    return;
  do
    add_match (found, rule, match, text);
  while (g_match_info_next (match, NULL));
}

/* Private phrases become blanks, so that places stay the same. */
static char *
blank_phrases (const char *text, GArray *found)
{
  char            *blanked = g_strdup (text);
  AftPrivatePhrase phrase;

  for (gsize from = 0; aft_private_phrase_find (text, from, &phrase); from = phrase.end)
    {
      const AftExposure open = { AFT_EXPOSURE_OPEN_MARK, phrase.start, phrase.end };

      memset (blanked + phrase.start, ' ', phrase.end - phrase.start);
      if (phrase.is_open)
        g_array_append_val (found, open);
    }
  return blanked;
}

static int
compare_places (gconstpointer a, gconstpointer b)
{
  gsize first = ((const AftExposure *) a)->start, second = ((const AftExposure *) b)->start;

  return first < second ? -1 : first > second;
}

GArray *
aft_exposure_finder_look (AftExposureFinder *self, const char *text)
{
  static const AftExposureRule people = { AFT_EXPOSURE_PERSON, NULL, NULL };
  GArray                      *found = g_array_new (FALSE, FALSE, sizeof (AftExposure));
  g_autofree char             *blanked = blank_phrases (text, found);

  for (guint i = 0; i < aft_exposure_n_rules; i++)
    apply_rule (found, &aft_exposure_rules[i], self->patterns[i], blanked);
  if (self->people != NULL)
    apply_rule (found, &people, self->people, blanked);
  g_array_sort (found, compare_places);
  return found;
}

/* ---- words ---- */

const char *
aft_exposure_get_rule (AftExposureKind kind)
{
  static const char *const rules[] = { "public-secret",   "public-ticket", "public-email",
                                       "public-address",  "public-host",   "public-person",
                                       "public-open-mark" };

  g_return_val_if_fail (kind < AFT_N_EXPOSURES, NULL);
  return rules[kind];
}

const char *
aft_exposure_get_label (AftExposureKind kind)
{
  static const char *const labels[] = {
    N_ ("Password, token or key"),
    N_ ("Ticket"),
    N_ ("E-mail address"),
    N_ ("IP address"),
    N_ ("Host name"),
    N_ ("Name of a person"),
    /* Translators: a text has || and no second || that ends the private phrase */
    N_ ("Private phrase without an end: the rest is left out"),
  };

  g_return_val_if_fail (kind < AFT_N_EXPOSURES, NULL);
  return _ (labels[kind]);
}
