/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The published schema, docs/postmortem.schema.json, against the description of the fields, and
 * against what is written. */
#include <json-glib/json-glib.h>

#include "format/json-writer.h"
#include "support/fixtures.h"

static JsonNode *
load (const char *path)
{
  g_autoptr (JsonParser) parser = json_parser_new ();
  g_autoptr (GError) error = NULL;

  json_parser_load_from_file (parser, path, &error);
  g_assert_no_error (error);
  return json_parser_steal_root (parser);
}

static JsonObject *
get_schema (void)
{
  static JsonNode *root = NULL;

  if (root == NULL)
    root = load (g_getenv ("AFTERWORD_SCHEMA"));
  return json_node_get_object (root);
}

static JsonObject *
get_definition (const char *name)
{
  return json_object_get_object_member (json_object_get_object_member (get_schema (), "$defs"),
                                        name);
}

/* What "$ref" refers to. */
static JsonObject *
resolve (JsonObject *schema)
{
  const char *ref = json_object_get_string_member_with_default (schema, "$ref", NULL);

  if (ref == NULL)
    return schema;
  g_assert_true (g_str_has_prefix (ref, "#/$defs/"));
  return get_definition (ref + strlen ("#/$defs/"));
}

/* The description and the schema say the same */

static JsonObject *
get_property (JsonObject *object, const char *key)
{
  JsonObject *properties = json_object_get_object_member (object, "properties");

  if (!json_object_has_member (properties, key))
    g_error ("the schema does not name %s", key);
  return json_object_get_object_member (properties, key);
}

static void
assert_type (const AftField *field, JsonObject *property)
{
  JsonObject *resolved = resolve (property);
  const char *type = json_object_get_string_member_with_default (resolved, "type", "");

  if (aft_kind_is_text (field->kind) || field->kind == AFT_KIND_INSTANT)
    g_assert_cmpstr (type, ==, "string");
  else if (aft_kind_is_real (field->kind))
    g_assert_cmpstr (type, ==, "number");
  else if (field->kind == AFT_KIND_LIST || field->kind == AFT_KIND_WORDS)
    g_assert_cmpstr (type, ==, "array");
  else if (field->kind == AFT_KIND_FLAG)
    g_assert_true (json_object_get_boolean_member (property, "const"));
  else if (field->kind == AFT_KIND_CHOICE)
    g_assert_true (json_object_has_member (property, "enum"));
  else if (!json_object_has_member (property, "const"))
    g_assert_cmpstr (type, ==, "integer");
}

static void
assert_choices (const AftField *field, JsonObject *property)
{
  JsonArray *words = json_object_get_array_member (property, "enum");

  g_assert_cmpuint (json_array_get_length (words), ==, aft_field_n_choices (field));
  for (guint i = 0; i < json_array_get_length (words); i++)
    g_assert_cmpstr (json_array_get_string_element (words, i), ==, field->choices[i].word);
}

static gboolean
requires (JsonObject *object, const char *key)
{
  JsonArray *names = json_object_has_member (object, "required")
                         ? json_object_get_array_member (object, "required")
                         : NULL;

  for (guint i = 0; names != NULL && i < json_array_get_length (names); i++)
    if (g_str_equal (json_array_get_string_element (names, i), key))
      return TRUE;
  return FALSE;
}

static void
assert_field (const AftField *field, JsonObject *object, const char *key)
{
  JsonObject *property = get_property (object, key);

  assert_type (field, property);
  if (field->label != NULL && json_object_has_member (property, "title"))
    g_assert_cmpstr (json_object_get_string_member (property, "title"), ==, field->label);
  if (field->question != NULL)
    g_assert_true (json_object_has_member (property, "description"));
  if (field->kind == AFT_KIND_CHOICE)
    assert_choices (field, property);
  if (field->kind == AFT_KIND_LIST)
    g_assert_true (resolve (json_object_get_object_member (property, "items")) ==
                   get_definition (field->items->name));
  g_assert_cmpint (
      requires (object, key), ==, (field->flags & AFT_FIELD_ALWAYS) || g_str_equal (key, "format"));
}

/* The leaves below an object of the schema, in their order, as paths. */
static void
collect_paths (JsonObject *object, const char *prefix, GPtrArray *paths)
{
  JsonObject    *properties = json_object_get_object_member (object, "properties");
  JsonObjectIter iter;
  const char    *key;
  JsonNode      *node;

  json_object_iter_init_ordered (&iter, properties);
  while (json_object_iter_next_ordered (&iter, &key, &node))
    {
      g_autofree char *path = g_strconcat (prefix, key, NULL);
      g_autofree char *deeper = g_strconcat (path, ".", NULL);

      if (json_object_has_member (json_node_get_object (node), "properties"))
        collect_paths (json_node_get_object (node), deeper, paths);
      else
        g_ptr_array_add (paths, g_steal_pointer (&path));
    }
}

static void
assert_record (const AftSchema *description, JsonObject *schema)
{
  g_autoptr (GPtrArray) paths = g_ptr_array_new_with_free_func (g_free);

  collect_paths (schema, "", paths);
  g_assert_cmpuint (paths->len, ==, description->n_fields);
  for (guint i = 0; i < paths->len; i++)
    {
      const AftField *field = &description->fields[i];
      g_auto (GStrv) keys = g_strsplit (field->key, ".", -1);
      JsonObject *object = schema;
      guint       n = g_strv_length (keys);

      g_test_message ("%s", field->key);
      g_assert_cmpstr (g_ptr_array_index (paths, i), ==, field->key);
      for (guint k = 0; k + 1 < n; k++)
        object = get_property (object, keys[k]);
      assert_field (field, object, keys[n - 1]);
    }
}

static void
test_description (void)
{
  const AftSchema *records[] = {
    &aft_event_schema, &aft_action_schema, &aft_why_schema, &aft_link_schema, &aft_source_schema
  };

  assert_record (&aft_doc_schema, get_schema ());
  for (guint i = 0; i < G_N_ELEMENTS (records); i++)
    assert_record (records[i], get_definition (records[i]->name));
}

/* What is written is valid: as much of JSON Schema as this one uses */

static char *find_fault (JsonObject *schema, JsonNode *node);

static gboolean
has_type (JsonNode *node, const char *type)
{
  if (JSON_NODE_HOLDS_OBJECT (node))
    return g_str_equal (type, "object");
  if (JSON_NODE_HOLDS_ARRAY (node))
    return g_str_equal (type, "array");
  switch (json_node_get_value_type (node))
    {
    case G_TYPE_STRING:
      return g_str_equal (type, "string");
    case G_TYPE_INT64:
      return g_str_equal (type, "integer") || g_str_equal (type, "number");
    case G_TYPE_DOUBLE:
      return g_str_equal (type, "number");
    default:
      return FALSE;
    }
}

static gboolean
is_one_of (JsonArray *values, JsonNode *node)
{
  for (guint i = 0; i < json_array_get_length (values); i++)
    if (json_node_equal (json_array_get_element (values, i), node))
      return TRUE;
  return FALSE;
}

static char *
find_fault_in_members (JsonObject *schema, JsonObject *object)
{
  JsonObject    *properties = json_object_get_object_member (schema, "properties");
  JsonArray     *required = json_object_has_member (schema, "required")
                                ? json_object_get_array_member (schema, "required")
                                : NULL;
  JsonObjectIter iter;
  const char    *key;
  JsonNode      *node;

  for (guint i = 0; required != NULL && i < json_array_get_length (required); i++)
    if (!json_object_has_member (object, json_array_get_string_element (required, i)))
      return g_strdup_printf ("lacks %s", json_array_get_string_element (required, i));
  json_object_iter_init (&iter, object);
  while (json_object_iter_next (&iter, &key, &node))
    if (json_object_has_member (properties, key))
      {
        g_autofree char *fault = find_fault (json_object_get_object_member (properties, key), node);

        if (fault != NULL)
          return g_strconcat (key, ": ", fault, NULL);
      }
  return NULL;
}

static char *
find_fault_in_elements (JsonObject *schema, JsonArray *array)
{
  for (guint i = 0; i < json_array_get_length (array); i++)
    {
      g_autofree char *fault = find_fault (json_object_get_object_member (schema, "items"),
                                           json_array_get_element (array, i));

      if (fault != NULL)
        return g_strdup_printf ("[%u]: %s", i, fault);
    }
  return NULL;
}

/* A lower limit of the schema, or 0. */
static gint64
limit (JsonObject *schema, const char *keyword)
{
  return json_object_get_int_member_with_default (schema, keyword, 0);
}

static char *
find_fault_in_value (JsonObject *schema, JsonNode *node)
{
  const char *pattern = json_object_get_string_member_with_default (schema, "pattern", NULL);

  if (has_type (node, "string"))
    {
      const char *text = json_node_get_string (node);

      if (g_utf8_strlen (text, -1) < limit (schema, "minLength"))
        return g_strdup ("too short");
      if (pattern != NULL && !g_regex_match_simple (pattern, text, 0, 0))
        return g_strdup_printf ("“%s” does not match %s", text, pattern);
    }
  if (json_object_has_member (schema, "minimum") &&
      json_node_get_int (node) < limit (schema, "minimum"))
    return g_strdup ("too small");
  return NULL;
}

/* What is wrong, or NULL. */
static char *
find_fault (JsonObject *schema, JsonNode *node)
{
  const char *type;

  schema = resolve (schema);
  type = json_object_get_string_member_with_default (schema, "type", NULL);
  if (type != NULL && !has_type (node, type))
    return g_strdup_printf ("is no %s", type);
  if (json_object_has_member (schema, "const") &&
      !json_node_equal (json_object_get_member (schema, "const"), node))
    return g_strdup ("is another constant");
  if (json_object_has_member (schema, "enum") &&
      !is_one_of (json_object_get_array_member (schema, "enum"), node))
    return g_strdup ("is none of the words");
  if (JSON_NODE_HOLDS_OBJECT (node))
    return json_object_get_size (json_node_get_object (node)) < limit (schema, "minProperties")
               ? g_strdup ("is empty")
               : find_fault_in_members (schema, json_node_get_object (node));
  if (JSON_NODE_HOLDS_ARRAY (node))
    return json_array_get_length (json_node_get_array (node)) < limit (schema, "minItems")
               ? g_strdup ("is empty")
               : find_fault_in_elements (schema, json_node_get_array (node));
  return find_fault_in_value (schema, node);
}

static void
assert_valid (JsonNode *node, const char *name)
{
  g_autofree char *fault = find_fault (get_schema (), node);

  if (fault != NULL)
    g_error ("%s: %s", name, fault);
}

static void
test_samples (void)
{
  const char *names[] = { "config-push", "migration-near-miss", "regional-failover" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *base = g_strconcat (names[i], ".postmortem", NULL);
      g_autofree char *path = g_build_filename (g_getenv ("AFTERWORD_SAMPLES"), base, NULL);
      g_autoptr (JsonNode) node = load (path);

      assert_valid (node, names[i]);
    }
}

static void
assert_written_is_valid (AftRecord *root, const char *name)
{
  g_autofree char *json = aft_json_write (root, NULL);
  g_autoptr (JsonNode) node = json_from_string (json, NULL);

  assert_valid (node, name);
}

static void
test_written (void)
{
  g_autoptr (AftPostmortem) empty = fixture_postmortem ();

  assert_written_is_valid (aft_postmortem_get_root (empty), "empty");
  for (guint32 seed = 1; seed <= 200; seed++)
    {
      g_autoptr (AftRecord) root =
          seed % 10 == 0 ? fixture_full_document (seed) : fixture_random_document (seed);
      g_autofree char *name = g_strdup_printf ("document %u", seed);

      assert_written_is_valid (root, name);
    }
}

/* The checks above can fail. */
static void
test_faults (void)
{
  static const struct
  {
    const char *json, *fault;
  } cases[] = {
    { "[]", "is no object" },
    { "{\"format\": 1, \"kind\": \"incident\"}", "lacks status" },
    { "{\"format\": 2, \"kind\": \"incident\", \"status\": \"draft\"}",
      "format: is another constant" },
    { "{\"format\": 1, \"kind\": \"party\", \"status\": \"draft\"}", "kind: is none of the words" },
    { "{\"format\": 1, \"kind\": \"incident\", \"status\": \"draft\", \"title\": \"\"}",
      "title: too short" },
    { "{\"format\": 1, \"kind\": \"incident\", \"status\": \"draft\", \"title\": null}",
      "title: is no string" },
    { "{\"format\": 1, \"kind\": \"incident\", \"status\": \"draft\", \"impact\": {}}",
      "impact: is empty" },
    { "{\"format\": 1, \"kind\": \"incident\", \"status\": \"draft\", \"tags\": []}",
      "tags: is empty" },
    { "{\"format\": 1, \"kind\": \"incident\", \"status\": \"draft\", \"impact\": {\"users\": "
      "{\"count\": -1}}}",
      "impact: users: count: too small" },
    { "{\"format\": 1, \"kind\": \"incident\", \"status\": \"draft\", \"created\": \"today\"}",
      "created: “today” does not match "
      "^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}([.][0-9]{1,6})?Z$" },
    { "{\"format\": 1, \"kind\": \"incident\", \"status\": \"draft\", \"lessons\": {\"lucky\": "
      "[1]}}",
      "lessons: lucky: [0]: is no string" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (JsonNode) node = json_from_string (cases[i].json, NULL);
      g_autofree char *fault = find_fault (get_schema (), node);

      g_assert_cmpstr (fault, ==, cases[i].fault);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/format/schema/names each field as the code does", test_description);
  g_test_add_func ("/format/schema/the samples are valid", test_samples);
  g_test_add_func ("/format/schema/what is written is valid", test_written);
  g_test_add_func ("/format/schema/what breaks it is found", test_faults);
  return g_test_run ();
}
