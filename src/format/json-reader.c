/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "format/json-reader.h"

#include <json-glib/json-glib.h>
#include <math.h>
#include <string.h>

#include "base/caps.h"
#include "base/instant.h"
#include "format/json-private.h"
#include "format/prescan.h"
#include "model/record-list.h"
#include "model/schema.h"

typedef struct
{
  const char *text;
  gsize       length;
  GString    *path;     /* of the value being read, for error messages */
  gboolean    is_newer; /* a higher format: what is not understood is passed over */
  GError    **error;
} Reader;

static gboolean read_record (Reader *self, JsonObject *object, AftRecord *record);

static gboolean
refuse (Reader *self, const char *sentence)
{
  guint line = 1, column = 1;

  aft_prescan_locate (self->text, self->length, self->path->str, &line, &column);
  g_set_error (self->error,
               AFT_FORMAT_ERROR,
               AFT_FORMAT_ERROR_SCHEMA,
               "%u:%u: %s: %s",
               line,
               column,
               self->path->len > 0 ? self->path->str : "the document",
               sentence);
  return FALSE;
}

static gsize
enter (Reader *self, const char *key)
{
  gsize length = self->path->len;

  g_string_append_printf (self->path, "%s%s", length > 0 ? "." : "", key);
  return length;
}

static gboolean
holds (JsonNode *node, GType type)
{
  return JSON_NODE_HOLDS_VALUE (node) && json_node_get_value_type (node) == type;
}

static gboolean
check_text (Reader *self, const AftField *field, const char *text)
{
  if (strlen (text) >
      (field->flags & AFT_FIELD_INTERNAL ? AFT_CAP_FILE_BYTES : AFT_CAP_FIELD_BYTES))
    return refuse (self, "larger than 1 MB");
  if (field->kind == AFT_KIND_DATE && !aft_date_is_valid (text))
    return refuse (self, "not a date such as 2026-06-01");
  return TRUE;
}

static gboolean
read_text (Reader *self, const AftField *field, JsonNode *node, AftValue *value)
{
  const char *text;

  if (!holds (node, G_TYPE_STRING))
    return refuse (self, "must be a string");
  text = json_node_get_string (node);
  if (*text != '\0' && !check_text (self, field, text))
    return FALSE;
  aft_value_set_text (value, text);
  return TRUE;
}

static gboolean
read_choice (Reader *self, const AftField *field, JsonNode *node, AftValue *value)
{
  guint            choice;
  g_autofree char *sentence = NULL;

  if (!holds (node, G_TYPE_STRING))
    return refuse (self, "must be a string");
  choice = aft_field_find_choice (field, json_node_get_string (node));
  if (choice != AFT_CHOICE_NONE)
    {
      aft_value_set_integer (value, choice);
      return TRUE;
    }
  if (self->is_newer)
    return TRUE;
  sentence = g_strdup_printf ("“%s” is not one of its words", json_node_get_string (node));
  return refuse (self, sentence);
}

static gboolean
read_instant (Reader *self, JsonNode *node, AftValue *value)
{
  AftInstant instant;

  if (!holds (node, G_TYPE_STRING) ||
      !aft_instant_parse (json_node_get_string (node), &instant, NULL))
    return refuse (self, "not a time such as 2026-05-04T14:02:00Z");
  aft_value_set_integer (value, instant);
  return TRUE;
}

static gboolean
read_flag (Reader *self, JsonNode *node, AftValue *value)
{
  if (!holds (node, G_TYPE_BOOLEAN))
    return refuse (self, "must be true or false");
  if (json_node_get_boolean (node))
    aft_value_set_integer (value, 1);
  return TRUE;
}

static gboolean
read_number (Reader *self, const AftField *field, JsonNode *node, AftValue *value)
{
  double number;

  if (!holds (node, G_TYPE_INT64) && !holds (node, G_TYPE_DOUBLE))
    return refuse (self, "must be a number");
  number =
      holds (node, G_TYPE_INT64) ? (double) json_node_get_int (node) : json_node_get_double (node);
  if (aft_kind_is_real (field->kind))
    aft_value_set_real (value, number);
  else if (number != floor (number) || fabs (number) > 9e15)
    return refuse (self, "must be a whole number");
  else
    aft_value_set_integer (value, (gint64) number);
  if (field->kind == AFT_KIND_COUNT && number < 0)
    return refuse (self, "must not be negative");
  return TRUE;
}

static gboolean
read_words (Reader *self, JsonNode *node, AftValue *value)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) words = NULL;
  JsonArray *array;

  if (!JSON_NODE_HOLDS_ARRAY (node))
    return refuse (self, "must be a list of strings");
  array = json_node_get_array (node);
  for (guint i = 0; i < json_array_get_length (array); i++)
    {
      JsonNode *element = json_array_get_element (array, i);

      if (!holds (element, G_TYPE_STRING))
        return refuse (self, "must be a list of strings");
      g_strv_builder_add (builder, json_node_get_string (element));
    }
  words = g_strv_builder_end (builder);
  aft_value_set_words (value, (const char *const *) words);
  return TRUE;
}

static gboolean
read_row (Reader *self, JsonNode *node, AftRecordList *list)
{
  const AftSchema *schema = aft_record_list_get_schema (list);
  g_autoptr (AftRecord) row = aft_record_new (schema);
  g_auto (AftValue) value = AFT_VALUE_INIT;

  if (!schema->bare)
    {
      if (!JSON_NODE_HOLDS_OBJECT (node))
        return refuse (self, "must be an object");
      if (!read_record (self, json_node_get_object (node), row))
        return FALSE;
    }
  else
    {
      if (!read_text (self, &schema->fields[0], node, &value))
        return FALSE;
      aft_record_init_value (row, 0, &value);
    }
  aft_record_list_init_append (list, row);
  return TRUE;
}

static gboolean
read_rows (Reader *self, JsonNode *node, AftRecordList *list)
{
  JsonArray *array;

  if (!JSON_NODE_HOLDS_ARRAY (node))
    return refuse (self, "must be a list");
  array = json_node_get_array (node);
  for (guint i = 0; i < json_array_get_length (array); i++)
    {
      gsize length = self->path->len;

      g_string_append_printf (self->path, "[%u]", i);
      if (!read_row (self, json_array_get_element (array, i), list))
        return FALSE;
      g_string_truncate (self->path, length);
    }
  return TRUE;
}

static gboolean
read_value (Reader *self, const AftField *field, JsonNode *node, AftValue *value)
{
  switch (field->kind)
    {
    case AFT_KIND_CHOICE:
      return read_choice (self, field, node, value);
    case AFT_KIND_INSTANT:
      return read_instant (self, node, value);
    case AFT_KIND_FLAG:
      return read_flag (self, node, value);
    case AFT_KIND_WORDS:
      return read_words (self, node, value);
    default:
      return aft_kind_is_text (field->kind) ? read_text (self, field, node, value)
                                            : read_number (self, field, node, value);
    }
}

static gboolean
read_field (Reader *self, JsonNode *node, AftRecord *record, guint index)
{
  const AftField *field = aft_record_get_field (record, index);
  g_auto (AftValue) value = AFT_VALUE_INIT;

  if (field->kind == AFT_KIND_LIST)
    return read_rows (self, node, aft_record_get_list (record, index));
  if (!read_value (self, field, node, &value))
    return FALSE;
  aft_record_init_value (record, index, &value);
  return TRUE;
}

/* Whether the description nests fields below that path. */
static gboolean
is_object_path (const AftSchema *schema, const char *path)
{
  gsize length = strlen (path);

  for (guint i = 0; i < schema->n_fields; i++)
    if (strncmp (schema->fields[i].key, path, length) == 0 && schema->fields[i].key[length] == '.')
      return TRUE;
  return FALSE;
}

static gboolean
read_members (Reader *self, JsonObject *object, AftRecord *record, const char *path);

static gboolean
read_member (Reader *self, AftRecord *record, const char *path, const char *key, JsonNode *node)
{
  const AftSchema *schema = aft_record_get_schema (record);
  g_autofree char *full = *path != '\0' ? g_strconcat (path, ".", key, NULL) : g_strdup (key);
  int              index = strchr (key, '.') == NULL ? aft_schema_find (schema, full) : -1;
  g_autofree char *json = NULL;

  if (index >= 0)
    return read_field (self, node, record, index);
  if (strchr (key, '.') == NULL && is_object_path (schema, full))
    {
      if (!JSON_NODE_HOLDS_OBJECT (node))
        return refuse (self, "must be an object");
      return read_members (self, json_node_get_object (node), record, full);
    }
  json = json_to_string (node, FALSE);
  aft_record_add_extra (record, path, key, json);
  return TRUE;
}

static gboolean
read_members (Reader *self, JsonObject *object, AftRecord *record, const char *path)
{
  JsonObjectIter iter;
  const char    *key;
  JsonNode      *node;

  json_object_iter_init_ordered (&iter, object);
  while (json_object_iter_next_ordered (&iter, &key, &node))
    {
      gsize length = enter (self, key);

      if (!read_member (self, record, path, key, node))
        return FALSE;
      g_string_truncate (self->path, length);
    }
  return TRUE;
}

static gboolean
read_record (Reader *self, JsonObject *object, AftRecord *record)
{
  return read_members (self, object, record, "");
}

static gboolean
read_format (Reader *self, JsonObject *object)
{
  JsonNode *node = json_object_get_member (object, "format");
  gint64    version;

  if (node == NULL || !holds (node, G_TYPE_INT64))
    return refuse (self, "not a postmortem: there is no whole number “format” at its top");
  version = json_node_get_int (node);
  if (version < 1)
    return refuse (self, "“format” must be 1 or higher");
  self->is_newer = version > AFT_FORMAT_VERSION;
  return TRUE;
}

AftRecord *
aft_json_read (const char *text, gsize length, GError **error)
{
  g_autoptr (JsonParser) parser = NULL;
  g_autoptr (GString) path = g_string_new (NULL);
  g_autoptr (AftRecord) root = NULL;
  Reader    reader = { .text = text, .length = length, .path = path, .error = error };
  JsonNode *node;

  if (!aft_prescan (text, length, error))
    return NULL;
  parser = json_parser_new_immutable ();
  if (!json_parser_load_from_data (parser, text, length, error))
    return NULL;
  node = json_parser_get_root (parser);
  if (!JSON_NODE_HOLDS_OBJECT (node))
    {
      refuse (&reader, "not a postmortem: it must be an object");
      return NULL;
    }
  root = aft_record_new (&aft_doc_schema);
  if (!read_format (&reader, json_node_get_object (node)) ||
      !read_record (&reader, json_node_get_object (node), root))
    return NULL;
  return g_steal_pointer (&root);
}

gboolean
aft_json_read_field (JsonNode *node, AftRecord *record, guint field)
{
  g_autoptr (GString) path = g_string_new (NULL);
  g_autoptr (GError) error = NULL;
  Reader reader = { .text = "", .path = path, .error = &error };

  return read_field (&reader, node, record, field);
}
