/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/audience.h"

#include <string.h>

#include "model/record-list.h"
#include "model/schema.h"

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

static AftRecord *copy_record (AftRecord *record, AftRecord *copy, const char *const *private_keys);

static void
copy_rows (AftRecordList *from, AftRecordList *to)
{
  static const char *const none[] = { NULL };

  for (guint i = 0; i < aft_record_list_get_length (from); i++)
    {
      AftRecord *row = aft_record_list_get (from, i);
      g_autoptr (AftRecord) copy = NULL;

      if (aft_record_get_schema (row) == &aft_event_schema &&
          aft_record_get_flag (row, AFT_EVENT_PRIVATE))
        continue;
      copy = copy_record (row, aft_record_new (aft_record_get_schema (row)), none);
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
copy_record (AftRecord *record, AftRecord *copy, const char *const *private_keys)
{
  const AftSchema *schema = aft_record_get_schema (record);

  for (guint i = 0; i < schema->n_fields; i++)
    {
      const AftField *field = &schema->fields[i];

      if (is_private_key (private_keys, field->key))
        continue;
      if (schema == &aft_doc_schema &&
          (names_section (private_keys, field) || i == AFT_DOC_PRIVATE || i == AFT_DOC_SOURCES))
        continue;
      if (field->kind == AFT_KIND_LIST)
        copy_rows (aft_record_get_list (record, i), aft_record_get_list (copy, i));
      else
        copy_value (record, copy, i);
    }
  return copy;
}

AftRecord *
aft_audience_copy (AftRecord *root, AftAudience audience, gboolean with_reflection)
{
  static const AftValue none = AFT_VALUE_INIT;
  AftRecord            *copy;

  g_return_val_if_fail (aft_record_get_schema (root) == &aft_doc_schema, NULL);
  if (audience == AFT_AUDIENCE_PUBLIC)
    copy = copy_record (
        root, aft_record_new (&aft_doc_schema), aft_record_get_words (root, AFT_DOC_PRIVATE));
  else
    copy = aft_record_copy (root);
  if (!with_reflection)
    aft_record_init_value (copy, AFT_DOC_REFLECTION, &none);
  return copy;
}
