/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "coach/preflight.h"

#include <string.h>

#include "model/audience.h"
#include "model/people.h"
#include "model/record-list.h"
#include "model/schema.h"

typedef struct
{
  AftRecord         *root;
  AftPeople         *people;
  AftExposureFinder *finder;
  GPtrArray         *findings;
} Review;

void
aft_finding_free (AftFinding *self)
{
  g_object_unref (self->record);
  g_free (self->text);
  g_free (self);
}

static void
place (AftFinding *finding, const char *text)
{
  const char *line = text, *newline;

  finding->line = 1;
  while ((newline = strchr (line, '\n')) != NULL && newline < text + finding->start)
    {
      finding->line++;
      line = newline + 1;
    }
  finding->column = (guint) g_utf8_strlen (line, text + finding->start - line) + 1;
}

static void
add (Review            *self,
     AftRecord         *record,
     guint              field,
     guint              word,
     const char        *text,
     const AftExposure *exposure)
{
  AftFinding *finding = g_new0 (AftFinding, 1);

  finding->kind = exposure->kind;
  finding->section = aft_record_get_section (record, field);
  finding->record = g_object_ref (record);
  finding->field = field;
  finding->word = word;
  finding->start = exposure->start;
  finding->end = exposure->end;
  finding->text = g_strndup (text + exposure->start, exposure->end - exposure->start);
  place (finding, text);
  g_ptr_array_add (self->findings, finding);
}

static void
look (Review *self, AftRecord *record, guint field, guint word, const char *text)
{
  g_autoptr (GArray) found = aft_exposure_finder_look (self->finder, text);

  for (guint i = 0; i < found->len; i++)
    add (self, record, field, word, text, &g_array_index (found, AftExposure, i));
}

/* The number of a ticket is one whatever it looks like. */
static void
look_at_ticket (Review *self, AftRecord *record, guint field, const char *text)
{
  const AftExposure whole = { AFT_EXPOSURE_TICKET, 0, strlen (text) };

  if (strstr (text, "||") == NULL)
    add (self, record, field, 0, text, &whole);
  else
    look (self, record, field, 0, text);
}

/* A source that becomes a role is settled. */
static gboolean
is_published_as_role (Review *self, AftRecord *record, guint field, const char *text)
{
  g_autofree char *published = NULL;

  if (aft_record_get_schema (record) != &aft_event_schema || field != AFT_EVENT_SOURCE)
    return FALSE;
  published = aft_people_publish_source (self->people, text);
  return !g_str_equal (published, text);
}

static void
look_at_text (Review *self, AftRecord *record, guint field)
{
  const char *text = aft_record_get_text (record, field);

  if (aft_record_get_schema (record) == &aft_action_schema && field == AFT_ACTION_TICKET)
    look_at_ticket (self, record, field, text);
  else if (!is_published_as_role (self, record, field, text))
    look (self, record, field, 0, text);
}

static void
look_at_words (Review *self, AftRecord *record, guint field)
{
  const char *const *words = aft_record_get_words (record, field);

  for (guint i = 0; words[i] != NULL; i++)
    look (self, record, field, i, words[i]);
}

static gboolean
is_written_freely (const AftField *field)
{
  return field->kind == AFT_KIND_LINE || field->kind == AFT_KIND_PROSE ||
         field->kind == AFT_KIND_URL || field->kind == AFT_KIND_WORDS;
}

static void
look_at_record (Review *self, AftRecord *record)
{
  const AftSchema *schema = aft_record_get_schema (record);

  for (guint i = 0; i < schema->n_fields; i++)
    {
      const AftField *field = &schema->fields[i];
      AftRecordList  *list;

      if (!aft_record_has (record, i) || aft_audience_hides (self->root, record, i))
        continue;
      list = field->kind == AFT_KIND_LIST ? aft_record_get_list (record, i) : NULL;
      for (guint row = 0; list != NULL && row < aft_record_list_get_length (list); row++)
        look_at_record (self, aft_record_list_get (list, row));
      if (!is_written_freely (field) || (field->flags & AFT_FIELD_INTERNAL) != 0 ||
          aft_audience_names_people (schema, i))
        continue;
      if (field->kind == AFT_KIND_WORDS)
        look_at_words (self, record, i);
      else
        look_at_text (self, record, i);
    }
}

static int
compare_sections (gconstpointer a, gconstpointer b)
{
  return (int) (*(AftFinding *const *) a)->section - (int) (*(AftFinding *const *) b)->section;
}

GPtrArray *
aft_preflight_review (AftRecord *root)
{
  g_autoptr (AftPeople) people = aft_people_new (root);
  g_autoptr (AftExposureFinder) finder = aft_exposure_finder_new (aft_people_get_names (people));
  Review review = { root, people, finder, NULL };

  review.findings = g_ptr_array_new_with_free_func ((GDestroyNotify) aft_finding_free);
  look_at_record (&review, root);
  g_ptr_array_sort (review.findings, compare_sections);
  return review.findings;
}
