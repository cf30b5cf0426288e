/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "model/audience.h"

#include <string.h>

#include "base/private-phrase.h"
#include "model/people.h"
#include "model/record-list.h"
#include "model/schema.h"

typedef struct
{
  const char *const *private_keys;
  AftPeople         *people;
} Filter;

static gboolean
is_private_key (const char *const *private_keys, const char *key)
{
  for (guint i = 0; private_keys[i] != NULL; i++)
    {
      gsize length = strlen (private_keys[i]);

      if (strncmp (key, private_keys[i], length) == 0 &&
          (key[length] == '\0' || key[length] == '.'))
        return TRUE;
    }
  return FALSE;
}

static gboolean
names_section (const char *const *private_keys, const AftField *field)
{
  return g_strv_contains (private_keys, aft_section_get (field->section)->key) &&
         (field->flags & AFT_FIELD_INTERNAL) == 0;
}

gboolean
aft_audience_names_people (const AftSchema *schema, guint field)
{
  if (schema == &aft_doc_schema)
    return field == AFT_DOC_OWNER || field == AFT_DOC_AUTHORS || field == AFT_DOC_REVIEWERS;
  return schema == &aft_action_schema && field == AFT_ACTION_OWNER;
}

static gboolean
hides_of_root (const char *const *private_keys, guint field)
{
  const AftField *description = &aft_doc_schema.fields[field];

  return is_private_key (private_keys, description->key) ||
         names_section (private_keys, description) || field == AFT_DOC_PRIVATE ||
         field == AFT_DOC_SOURCES;
}

gboolean
aft_audience_hides (AftRecord *root, AftRecord *record, guint field)
{
  AftRecordList *owner = aft_record_get_owner (record);

  if (owner == NULL)
    return field == AFT_DOC_REFLECTION ||
           hides_of_root (aft_record_get_words (root, AFT_DOC_PRIVATE), field);
  if (aft_record_get_schema (record) == &aft_event_schema &&
      aft_record_get_flag (record, AFT_EVENT_PRIVATE))
    return TRUE;
  return aft_audience_hides (
      root, aft_record_list_get_parent (owner), aft_record_list_get_field (owner));
}

/* Without ||phrases||. */
static void
set_text (AftRecord *copy, guint field, const char *text)
{
  g_auto (AftValue) shown = AFT_VALUE_INIT;
  g_autofree char *kept = aft_private_phrase_remove (text);

  aft_value_set_text (&shown, kept);
  aft_record_init_value (copy, field, &shown);
}

/* Names become roles; other words lose their ||phrases||, and go where nothing is left. */
static void
copy_words (AftPeople *people, const char *const *words, AftRecord *copy, guint field)
{
  gboolean are_names = aft_audience_names_people (aft_record_get_schema (copy), field);
  g_autoptr (GPtrArray) kept = g_ptr_array_new_with_free_func (g_free);
  g_auto (AftValue) shown = AFT_VALUE_INIT;

  for (guint i = 0; words[i] != NULL; i++)
    {
      g_autofree char *word = are_names ? g_strdup (aft_people_get_role (people, words[i]))
                                        : aft_private_phrase_remove (words[i]);

      if (*g_strstrip (word) != '\0')
        g_ptr_array_add (kept, g_steal_pointer (&word));
    }
  g_ptr_array_add (kept, NULL);
  aft_value_set_words (&shown, (const char *const *) kept->pdata);
  aft_record_init_value (copy, field, &shown);
}

/* ---- the copy ---- */

static AftRecord *copy_record (const Filter *filter, AftRecord *record, AftRecord *copy);

/* An item that was private as a whole would leave its bullet behind. */
static gboolean
is_emptied (AftRecord *row, AftRecord *copy)
{
  const AftSchema *schema = aft_record_get_schema (row);

  if (schema == &aft_item_schema)
    return aft_record_has (row, AFT_ITEM_TEXT) && !aft_record_has (copy, AFT_ITEM_TEXT);
  if (schema == &aft_why_schema)
    return aft_record_has (row, AFT_WHY_TEXT) && !aft_record_has (copy, AFT_WHY_TEXT) &&
           !aft_record_has (copy, AFT_WHY_BECAUSE);
  if (schema == &aft_link_schema)
    return aft_record_has (row, AFT_LINK_URL) && !aft_record_has (copy, AFT_LINK_URL);
  return FALSE;
}

static void
copy_rows (const Filter *filter, AftRecordList *from, AftRecordList *to)
{
  for (guint i = 0; i < aft_record_list_get_length (from); i++)
    {
      AftRecord *row = aft_record_list_get (from, i);
      g_autoptr (AftRecord) copy = NULL;

      if (aft_record_get_schema (row) == &aft_event_schema &&
          aft_record_get_flag (row, AFT_EVENT_PRIVATE))
        continue;
      copy = copy_record (filter, row, aft_record_new (aft_record_get_schema (row)));
      if (!is_emptied (row, copy))
        aft_record_list_init_append (to, copy);
    }
}

static void
copy_value (AftPeople *people, AftRecord *record, AftRecord *copy, guint field)
{
  const AftSchema *schema = aft_record_get_schema (record);
  const AftValue  *value = aft_record_peek (record, field);
  g_autofree char *source = NULL;

  if (value->type == AFT_VALUE_WORDS)
    copy_words (people, (const char *const *) value->words, copy, field);
  else if (value->type != AFT_VALUE_TEXT)
    aft_record_init_value (copy, field, value);
  else if (aft_audience_names_people (schema, field))
    set_text (copy, field, aft_people_get_role (people, value->text));
  else if (schema == &aft_event_schema && field == AFT_EVENT_SOURCE)
    {
      g_autofree char *shown = aft_private_phrase_remove (value->text);

      source = aft_people_publish_source (people, shown);
      set_text (copy, field, source);
    }
  else
    set_text (copy, field, value->text);
}

static AftRecord *
copy_record (const Filter *filter, AftRecord *record, AftRecord *copy)
{
  const AftSchema *schema = aft_record_get_schema (record);

  for (guint i = 0; i < schema->n_fields; i++)
    {
      const AftField *field = &schema->fields[i];

      if (schema == &aft_doc_schema && hides_of_root (filter->private_keys, i))
        continue;
      if (field->kind == AFT_KIND_LIST)
        copy_rows (filter, aft_record_get_list (record, i), aft_record_get_list (copy, i));
      else
        copy_value (filter->people, record, copy, i);
    }
  return copy;
}

static AftRecord *
copy_for_public (AftRecord *root)
{
  g_autoptr (AftPeople) people = aft_people_new (root);
  const Filter filter = { aft_record_get_words (root, AFT_DOC_PRIVATE), people };

  return copy_record (&filter, root, aft_record_new (&aft_doc_schema));
}

AftRecord *
aft_audience_copy (AftRecord *root, AftAudience audience, gboolean with_reflection)
{
  static const AftValue none = AFT_VALUE_INIT;
  AftRecord            *copy;

  g_return_val_if_fail (aft_record_get_schema (root) == &aft_doc_schema, NULL);
  if (audience == AFT_AUDIENCE_PUBLIC)
    copy = copy_for_public (root);
  else
    copy = aft_record_copy (root);
  if (!with_reflection)
    aft_record_init_value (copy, AFT_DOC_REFLECTION, &none);
  return copy;
}
