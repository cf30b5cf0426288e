/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "model/field.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static const AftSection sections[AFT_N_SECTIONS] = {
  { AFT_SECTION_SUMMARY,
    "summary",
    N_ ("Executive summary"),
    N_ ("What happened and what came of it, for a reader with one minute.") },
  { AFT_SECTION_IMPACT, "impact", N_ ("Impact"), N_ ("Who was affected, and by how much?") },
  { AFT_SECTION_TIMELINE, "timeline", N_ ("Timeline"), N_ ("What happened, in order, as facts.") },
  { AFT_SECTION_ANALYSIS,
    "analysis",
    N_ ("Root cause"),
    N_ ("Which conditions came together? Systems and circumstances, never a person.") },
  { AFT_SECTION_LESSONS,
    "lessons",
    N_ ("Lessons learned"),
    N_ ("What would we tell another team?") },
  { AFT_SECTION_ACTIONS,
    "actions",
    N_ ("Action items"),
    N_ ("What will be different, and by when?") },
  { AFT_SECTION_DETAILS,
    "details",
    N_ ("Details"),
    N_ ("What this document is and who keeps it.") },
};

const AftSection *
aft_section_get (AftSectionId id)
{
  g_return_val_if_fail (id < AFT_N_SECTIONS, NULL);
  return &sections[id];
}

const char *
aft_section_get_title (AftSectionId id)
{
  return _ (aft_section_get (id)->title);
}

const char *
aft_section_get_question (AftSectionId id)
{
  return _ (aft_section_get (id)->question);
}

int
aft_schema_find (const AftSchema *self, const char *key)
{
  for (guint i = 0; i < self->n_fields; i++)
    if (strcmp (self->fields[i].key, key) == 0)
      return i;
  return -1;
}

guint
aft_field_find_choice (const AftField *self, const char *word)
{
  for (guint i = 0; self->choices != NULL && self->choices[i].word != NULL; i++)
    if (strcmp (self->choices[i].word, word) == 0)
      return i;
  return AFT_CHOICE_NONE;
}

guint
aft_field_n_choices (const AftField *self)
{
  guint n = 0;

  while (self->choices != NULL && self->choices[n].word != NULL)
    n++;
  return n;
}

gboolean
aft_kind_is_text (AftKind kind)
{
  return kind <= AFT_KIND_URL;
}

gboolean
aft_kind_is_integer (AftKind kind)
{
  return kind >= AFT_KIND_CHOICE && kind <= AFT_KIND_FLAG;
}

gboolean
aft_kind_is_real (AftKind kind)
{
  return kind >= AFT_KIND_AMOUNT && kind <= AFT_KIND_HOURS;
}

const char *
aft_field_get_label (const AftField *self)
{
  return self->label != NULL ? _ (self->label) : "";
}

const char *
aft_field_get_question (const AftField *self)
{
  return self->question != NULL ? _ (self->question) : "";
}

const char *
aft_field_get_choice_label (const AftField *self, guint choice)
{
  g_return_val_if_fail (choice < aft_field_n_choices (self), "");
  return _ (self->choices[choice].label);
}
