/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "model/audience.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "model/record-list.h"
#include "model/schema.h"

typedef struct
{
  const char *const *private_keys;
  GHashTable        *roles; /* name without case -> what the public reads for it */
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

/* Without ||phrases||; an opening mark with no end hides the rest: better too little than a leak.
 */
static char *
remove_phrases (const char *text)
{
  GString *result = g_string_new (NULL);

  while (text != NULL)
    {
      const char *open = strstr (text, "||");

      if (open == NULL)
        {
          g_string_append (result, text);
          break;
        }
      g_string_append_len (result, text, open - text);
      text = strstr (open + 2, "||");
      if (text != NULL)
        text += 2;
    }
  return g_string_free (result, FALSE);
}

/* ---- people become roles ---- */

/* A, B, … Z, AA, AB, …: however many people there were. */
static char *
letters_of (guint number)
{
  GString *letters = g_string_new (NULL);

  for (guint rest = number + 1; rest > 0; rest = (rest - 1) / 26)
    g_string_prepend_c (letters, (char) ('A' + (rest - 1) % 26));
  return g_string_free (letters, FALSE);
}

/* The same name has the same role wherever it stands, however it is capitalised. */
static const char *
role_of (GHashTable *roles, const char *name)
{
  g_autofree char *stripped = g_strstrip (g_strdup (name));
  g_autofree char *key = g_utf8_casefold (stripped, -1);
  g_autofree char *letters = NULL;
  const char      *known = g_hash_table_lookup (roles, key);
  char            *role;

  if (known != NULL)
    return known;
  letters = letters_of (g_hash_table_size (roles));
  /* Translators: stands for a person's name in a public copy, as in "Responder A" */
  role = g_strdup_printf (_ ("Responder %s"), letters);
  g_hash_table_insert (roles, g_steal_pointer (&key), role);
  return role;
}

static gboolean
names_people (const AftSchema *schema, guint field)
{
  if (schema == &aft_doc_schema)
    return field == AFT_DOC_OWNER || field == AFT_DOC_AUTHORS || field == AFT_DOC_REVIEWERS;
  return (schema == &aft_event_schema && field == AFT_EVENT_SOURCE) ||
         (schema == &aft_action_schema && field == AFT_ACTION_OWNER);
}

static void
copy_people (GHashTable *roles, const AftValue *value, AftRecord *copy, guint field)
{
  g_auto (AftValue) shown = AFT_VALUE_INIT;
  g_autoptr (GPtrArray) words = NULL;

  if (value->type == AFT_VALUE_TEXT)
    aft_value_set_text (&shown, role_of (roles, value->text));
  if (value->type == AFT_VALUE_WORDS)
    {
      words = g_ptr_array_new ();
      for (guint i = 0; value->words[i] != NULL; i++)
        g_ptr_array_add (words, (gpointer) role_of (roles, value->words[i]));
      g_ptr_array_add (words, NULL);
      aft_value_set_words (&shown, (const char *const *) words->pdata);
    }
  aft_record_init_value (copy, field, &shown);
}

/* ---- the copy ---- */

static AftRecord *copy_record (const Filter *filter, AftRecord *record, AftRecord *copy);

static void
copy_rows (const Filter *filter, AftRecordList *from, AftRecordList *to)
{
  static const char *const none[] = { NULL };
  const Filter             in_row = { none, filter->roles };

  for (guint i = 0; i < aft_record_list_get_length (from); i++)
    {
      AftRecord *row = aft_record_list_get (from, i);
      g_autoptr (AftRecord) copy = NULL;

      if (aft_record_get_schema (row) == &aft_event_schema &&
          aft_record_get_flag (row, AFT_EVENT_PRIVATE))
        continue;
      copy = copy_record (&in_row, row, aft_record_new (aft_record_get_schema (row)));
      aft_record_list_init_append (to, copy);
    }
}

static void
copy_value (AftRecord *record, AftRecord *copy, guint field)
{
  const AftValue *value = aft_record_peek (record, field);
  g_auto (AftValue) shown = AFT_VALUE_INIT;
  g_autofree char *text = NULL;

  if (value->type != AFT_VALUE_TEXT)
    {
      aft_record_init_value (copy, field, value);
      return;
    }
  text = remove_phrases (value->text);
  aft_value_set_text (&shown, text);
  aft_record_init_value (copy, field, &shown);
}

static AftRecord *
copy_record (const Filter *filter, AftRecord *record, AftRecord *copy)
{
  const AftSchema *schema = aft_record_get_schema (record);

  for (guint i = 0; i < schema->n_fields; i++)
    {
      const AftField *field = &schema->fields[i];

      if (is_private_key (filter->private_keys, field->key))
        continue;
      if (schema == &aft_doc_schema && (names_section (filter->private_keys, field) ||
                                        i == AFT_DOC_PRIVATE || i == AFT_DOC_SOURCES))
        continue;
      if (field->kind == AFT_KIND_LIST)
        copy_rows (filter, aft_record_get_list (record, i), aft_record_get_list (copy, i));
      else if (names_people (schema, i))
        copy_people (filter->roles, aft_record_peek (record, i), copy, i);
      else
        copy_value (record, copy, i);
    }
  return copy;
}

static AftRecord *
copy_for_public (AftRecord *root)
{
  g_autoptr (GHashTable) roles = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  const Filter filter = { aft_record_get_words (root, AFT_DOC_PRIVATE), roles };

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
