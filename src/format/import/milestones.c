/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "format/import/milestones.h"

#include <string.h>

#include "format/import/wordings.h"

/* A word of the author's for it says more than a word in passing. */
typedef enum
{
  WEIGHT_NONE,
  WEIGHT_WITHIN, /* somewhere in the first line */
  WEIGHT_LEAD,   /* the event begins with it */
  WEIGHT_TAG,    /* "**[Detected]**", "(detected)", "**Detected**" */
} Weight;

typedef struct
{
  AftMilestone milestone;
  const char  *phrase;
} Phrase;

static GArray *
load_phrases (void)
{
  const AftField *field = &aft_event_schema.fields[AFT_EVENT_MILESTONE];
  const GArray   *wordings = aft_wordings_get ("milestones");
  GArray         *phrases = g_array_new (FALSE, FALSE, sizeof (Phrase));

  for (guint i = 0; i < wordings->len; i++)
    {
      const AftWording *wording = &g_array_index (wordings, AftWording, i);
      Phrase            phrase = { aft_field_find_choice (field, wording->key), wording->phrase };

      g_assert (phrase.milestone < AFT_N_MILESTONES);
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

static gboolean
is_word (const char *text, const char *p, gsize length)
{
  /* no blanks between words in Japanese */
  if (!g_ascii_isprint (*p) && g_unichar_iswide (g_utf8_get_char (p)))
    return TRUE;
  return (p == text || !(g_ascii_isalnum (p[-1]) || (p[-1] & 0x80) != 0)) &&
         !(g_ascii_isalnum (p[length]) || (p[length] & 0x80) != 0);
}

static Weight
weigh (const char *line, const char *phrase)
{
  gsize length = strlen (phrase);

  for (const char *p = strstr (line, phrase); p != NULL; p = strstr (p + 1, phrase))
    {
      if (!is_word (line, p, length))
        continue;
      if (p > line && strchr ("[(*", p[-1]) && p[length] != '\0' && strchr ("])*:", p[length]))
        return WEIGHT_TAG;
      return p == line + strspn (line, "*_ ") ? WEIGHT_LEAD : WEIGHT_WITHIN;
    }
  return WEIGHT_NONE;
}

/* "not resolved", "no alert fired": the opposite of what the words say. */
static gboolean
is_denied (const char *line)
{
  static const char *const words[] = { "not ", "n't ", "n’t ", "no ", "nicht ", "kein", "ne " };

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    {
      const char *p = strstr (line, words[i]);

      if (p != NULL && (p == line || p[-1] == ' ' || *words[i] == 'n'))
        return p == line || p[-1] == ' ' || strchr (words[i], '\'') != NULL ||
               g_str_has_prefix (words[i], "n’");
    }
  return FALSE;
}

static char *
fold_first_line (AftRecord *event)
{
  const char *text = aft_record_get_text (event, AFT_EVENT_TEXT);

  return g_utf8_strdown (text, strcspn (text, "\n"));
}

static void
consider (AftRecord *event, AftRecord **candidates, Weight *weights)
{
  g_autofree char *line = fold_first_line (event);
  GArray          *phrases = get_phrases ();
  gboolean         denied = is_denied (line);

  for (guint i = 0; i < phrases->len; i++)
    {
      const Phrase *phrase = &g_array_index (phrases, Phrase, i);
      Weight        weight = weigh (line, phrase->phrase);
      gboolean      is_end = phrase->milestone == AFT_MILESTONE_RESOLVED;

      if (denied && weight < WEIGHT_TAG)
        continue;
      /* the first that begins something, the last that ends it */
      if (weight > weights[phrase->milestone] ||
          (is_end && weight > WEIGHT_NONE && weight == weights[phrase->milestone]))
        {
          weights[phrase->milestone] = weight;
          candidates[phrase->milestone] = event;
        }
    }
}

/* An event has one milestone at most: the one that is said more clearly, else the one that comes
 * first in the course of things. */
static void
separate (AftRecord **candidates, const Weight *weights)
{
  for (guint i = 0; i < AFT_N_MILESTONES; i++)
    for (guint k = i + 1; k < AFT_N_MILESTONES; k++)
      if (candidates[i] != NULL && candidates[k] == candidates[i])
        candidates[weights[k] > weights[i] ? i : k] = NULL;
}

void
aft_milestones_suggest (GPtrArray *events, AftRecord **candidates)
{
  Weight weights[AFT_N_MILESTONES] = { WEIGHT_NONE };

  for (guint i = 0; i < AFT_N_MILESTONES; i++)
    candidates[i] = NULL;
  for (guint i = 0; i < events->len; i++)
    consider (g_ptr_array_index (events, i), candidates, weights);
  separate (candidates, weights);
}
