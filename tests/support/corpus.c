/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "support/corpus.h"

#include <math.h>

#include "model/schema.h"
#include "support/fixtures.h"

#define N_WORDS  20000
#define N_EVENTS 12

/* Fields that share the prose among them. */
static const guint prose_fields[] = {
  AFT_DOC_SUMMARY_OVERVIEW, AFT_DOC_SUMMARY_OUTCOME, AFT_DOC_SUMMARY_DESCRIPTION,
  AFT_DOC_IMPACT_NOTES,     AFT_DOC_TRIGGER,         AFT_DOC_TECHNICAL,
  AFT_DOC_VULNERABILITIES,  AFT_DOC_BACKGROUND,
};

/* Consonants and vowels in turn, the more syllables the rarer. */
char *
corpus_word (guint rank)
{
  static const char consonants[] = "tnsrlkmdpvbgf", vowels[] = "aeiou";
  const guint       n_syllables = (sizeof consonants - 1) * (sizeof vowels - 1);
  GString          *word = g_string_new (NULL);

  for (guint rest = rank + n_syllables; rest > 0; rest /= n_syllables)
    {
      guint syllable = rest % n_syllables;

      g_string_append_c (word, consonants[syllable % (sizeof consonants - 1)]);
      g_string_append_c (word, vowels[syllable / (sizeof consonants - 1)]);
    }
  return g_string_free (word, FALSE);
}

/* Ranks spread over a logarithmic scale: Zipf's law. */
static void
append_words (GString *text, GRand *rand, gsize length)
{
  gsize end = text->len + length;

  while (text->len < end)
    {
      g_autofree char *word = corpus_word ((guint) pow (N_WORDS, g_rand_double (rand)) - 1);

      if (text->len > 0)
        g_string_append (text, g_rand_int_range (rand, 0, 12) == 0 ? ". " : " ");
      g_string_append (text, word);
    }
}

static void
init_text (AftRecord *record, guint field, const char *text)
{
  g_auto (AftValue) value = AFT_VALUE_INIT;

  aft_value_set_text (&value, text);
  aft_record_init_value (record, field, &value);
}

static void
init_words (AftRecord *record, guint field, GRand *rand, gsize length)
{
  g_autoptr (GString) text = g_string_new (NULL);

  append_words (text, rand, length);
  init_text (record, field, text->str);
}

AftRecord *
corpus_document (guint32 seed, gsize size)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (seed);
  g_autoptr (AftPostmortem) postmortem = fixture_postmortem ();
  AftRecord       *root = aft_postmortem_get_root (postmortem);
  AftRecordList   *events = aft_record_get_list (root, AFT_DOC_EVENTS);
  g_autofree char *id = g_strdup_printf ("document-%u", seed);

  init_text (root, AFT_DOC_ID, id);
  init_words (root, AFT_DOC_TITLE, rand, 30);
  for (guint i = 0; i < G_N_ELEMENTS (prose_fields); i++)
    init_words (root, prose_fields[i], rand, (size - 1800) * 3 / 4 / G_N_ELEMENTS (prose_fields));
  for (guint i = 0; i < N_EVENTS; i++)
    {
      g_autoptr (AftRecord) event = fixture_event ("2026-05-04T14:02:00Z", "", AFT_CHOICE_NONE);

      init_words (event, AFT_EVENT_TEXT, rand, (size - 1800) / 4 / N_EVENTS);
      aft_record_list_init_append (events, event);
    }
  return g_object_ref (root);
}

#define PARAGRAPH_BYTES 500
#define EVENT_BYTES     85

static void
init_prose (AftRecord *record, guint field, GRand *rand, gsize length)
{
  g_autoptr (GString) text = g_string_new (NULL);

  while (text->len < length)
    {
      append_words (text, rand, PARAGRAPH_BYTES);
      g_string_append (text, ".\n\n");
    }
  init_text (record, field, text->str);
}

AftRecord *
corpus_report (guint32 seed, guint n_events, gsize prose)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (seed);
  g_autoptr (AftPostmortem) postmortem = fixture_postmortem ();
  AftRecord     *root = aft_postmortem_get_root (postmortem);
  AftRecordList *events = aft_record_get_list (root, AFT_DOC_EVENTS);

  init_words (root, AFT_DOC_TITLE, rand, 30);
  for (guint i = 0; i < G_N_ELEMENTS (prose_fields); i++)
    init_prose (root, prose_fields[i], rand, prose / G_N_ELEMENTS (prose_fields));
  for (guint i = 0; i < n_events; i++)
    {
      AftInstant       at = FIXTURE_NOW + i * AFT_MINUTE;
      g_autofree char *written = aft_instant_format (at);
      g_autoptr (AftRecord) event = fixture_event (written, "", AFT_CHOICE_NONE);

      init_words (event, AFT_EVENT_TEXT, rand, EVENT_BYTES);
      aft_record_list_init_append (events, event);
    }
  return g_object_ref (root);
}
