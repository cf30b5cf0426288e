/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "format/json-writer.h"

#include <json-glib/json-glib.h>
#include <string.h>

#include "base/instant.h"
#include "base/quantity.h"
#include "format/json-private.h"
#include "model/record-list.h"

/* The layout is ours: json-glib's may change with its version, and files are compared and kept. */
typedef struct
{
  GString *out;
  guint    indent;
  gboolean is_first;   /* nothing yet in the object or array that is open */
  gboolean is_compact; /* all on one line */
} Writer;

static void write_record (Writer *self, AftRecord *record);
static void write_node (Writer *self, JsonNode *node);

static gboolean
is_plain (char c)
{
  return (guchar) c >= 0x20 && c != '"' && c != '\\';
}

static void
append_escaped (GString *out, char c)
{
  static const char plain[] = "\"\\\b\f\n\r\t", escaped[] = "\"\\bfnrt";
  const char       *found = strchr (plain, c);

  if (found == NULL)
    {
      g_string_append_printf (out, "\\u%04x", c);
      return;
    }
  g_string_append_c (out, '\\');
  g_string_append_c (out, escaped[found - plain]);
}

void
aft_json_append_string (GString *out, const char *text)
{
  g_string_append_c (out, '"');
  while (*text != '\0')
    {
      const char *start = text;

      while (is_plain (*text))
        text++;
      g_string_append_len (out, start, text - start);
      if (*text != '\0')
        append_escaped (out, *text++);
    }
  g_string_append_c (out, '"');
}

static void
new_line (Writer *self)
{
  if (self->is_compact)
    return;
  g_string_append_c (self->out, '\n');
  for (guint i = 0; i < self->indent; i++)
    g_string_append (self->out, "  ");
}

static void
open_bracket (Writer *self, char bracket)
{
  g_string_append_c (self->out, bracket);
  self->indent++;
  self->is_first = TRUE;
}

static void
close_bracket (Writer *self, char bracket)
{
  self->indent--;
  if (!self->is_first)
    new_line (self);
  g_string_append_c (self->out, bracket);
  self->is_first = FALSE;
}

static void
next_element (Writer *self)
{
  if (!self->is_first)
    g_string_append (self->out, self->is_compact ? ", " : ",");
  self->is_first = FALSE;
  new_line (self);
}

static void
write_key (Writer *self, const char *key)
{
  next_element (self);
  aft_json_append_string (self->out, key);
  g_string_append (self->out, ": ");
}

static void
write_words (Writer *self, const char *const *words)
{
  open_bracket (self, '[');
  for (guint i = 0; words[i] != NULL; i++)
    {
      next_element (self);
      aft_json_append_string (self->out, words[i]);
    }
  close_bracket (self, ']');
}

static void
write_rows (Writer *self, AftRecordList *list)
{
  gboolean is_bare = aft_record_list_get_schema (list)->bare;

  open_bracket (self, '[');
  for (guint i = 0; i < aft_record_list_get_length (list); i++)
    {
      AftRecord *row = aft_record_list_get (list, i);

      if (is_bare && !aft_record_has (row, 0))
        continue;
      next_element (self);
      if (is_bare)
        aft_json_append_string (self->out, aft_record_get_text (row, 0));
      else
        write_record (self, row);
    }
  close_bracket (self, ']');
}

static void
write_integer (Writer *self, AftRecord *record, guint index)
{
  const AftField  *field = aft_record_get_field (record, index);
  gint64           value = aft_record_get_integer (record, index, 0);
  g_autofree char *instant = NULL;

  switch (field->kind)
    {
    case AFT_KIND_CHOICE:
      aft_json_append_string (self->out,
                              field->choices[aft_record_get_choice (record, index)].word);
      break;
    case AFT_KIND_FLAG:
      g_string_append (self->out, "true");
      break;
    case AFT_KIND_INSTANT:
      instant = aft_instant_format (value);
      aft_json_append_string (self->out, instant);
      break;
    default:
      g_string_append_printf (self->out, "%" G_GINT64_FORMAT, value);
    }
}

static void
write_value (Writer *self, AftRecord *record, guint index)
{
  AftKind kind = aft_record_get_field (record, index)->kind;

  if (kind == AFT_KIND_LIST)
    write_rows (self, aft_record_get_list (record, index));
  else if (kind == AFT_KIND_WORDS)
    write_words (self, aft_record_get_words (record, index));
  else if (aft_kind_is_integer (kind))
    write_integer (self, record, index);
  else if (aft_kind_is_real (kind))
    {
      g_autofree char *number = aft_real_format (aft_record_get_real (record, index, 0));

      g_string_append (self->out, number);
    }
  else
    aft_json_append_string (self->out, aft_record_get_text (record, index));
}

static gboolean
is_list_of_empty_items (AftRecord *record, guint index)
{
  AftRecordList *list = aft_record_get_list (record, index);

  if (list == NULL || !aft_record_list_get_schema (list)->bare)
    return FALSE;
  for (guint i = 0; i < aft_record_list_get_length (list); i++)
    if (aft_record_has (aft_record_list_get (list, i), 0))
      return FALSE;
  return TRUE;
}

gboolean
aft_json_is_written (AftRecord *record, guint index)
{
  const AftField *field = aft_record_get_field (record, index);

  if ((field->flags & AFT_FIELD_ALWAYS) != 0)
    return TRUE;
  if (field->kind == AFT_KIND_FLAG)
    return aft_record_get_flag (record, index);
  return aft_record_has (record, index) && !is_list_of_empty_items (record, index);
}

static void
write_array (Writer *self, JsonArray *array)
{
  open_bracket (self, '[');
  for (guint i = 0; i < json_array_get_length (array); i++)
    {
      next_element (self);
      write_node (self, json_array_get_element (array, i));
    }
  close_bracket (self, ']');
}

static void
write_object (Writer *self, JsonObject *object)
{
  JsonObjectIter iter;
  const char    *key;
  JsonNode      *node;

  open_bracket (self, '{');
  json_object_iter_init_ordered (&iter, object);
  while (json_object_iter_next_ordered (&iter, &key, &node))
    {
      write_key (self, key);
      write_node (self, node);
    }
  close_bracket (self, '}');
}

static void
write_scalar (Writer *self, JsonNode *node)
{
  g_autofree char *number = NULL;

  switch (json_node_get_value_type (node))
    {
    case G_TYPE_STRING:
      aft_json_append_string (self->out, json_node_get_string (node));
      break;
    case G_TYPE_BOOLEAN:
      g_string_append (self->out, json_node_get_boolean (node) ? "true" : "false");
      break;
    case G_TYPE_DOUBLE:
      number = aft_real_format (json_node_get_double (node));
      g_string_append (self->out, number);
      break;
    default:
      g_string_append_printf (self->out, "%" G_GINT64_FORMAT, json_node_get_int (node));
    }
}

static void
write_node (Writer *self, JsonNode *node)
{
  switch (json_node_get_node_type (node))
    {
    case JSON_NODE_OBJECT:
      write_object (self, json_node_get_object (node));
      break;
    case JSON_NODE_ARRAY:
      write_array (self, json_node_get_array (node));
      break;
    case JSON_NODE_VALUE:
      write_scalar (self, node);
      break;
    case JSON_NODE_NULL:
    default:
      g_string_append (self->out, "null");
    }
}

/* Keys of a newer version, behind those of their object that are known. */
static void
write_extras (Writer *self, AftRecord *record, const char *path)
{
  GPtrArray *extras = aft_record_get_extras (record);

  for (guint i = 0; extras != NULL && i < extras->len; i++)
    {
      const AftExtra *extra = g_ptr_array_index (extras, i);
      g_autoptr (JsonNode) node = NULL;

      if (!g_str_equal (extra->path, path))
        continue;
      node = json_from_string (extra->json, NULL);
      write_key (self, extra->key);
      write_node (self, node != NULL ? node : json_node_new (JSON_NODE_NULL));
    }
}

static gboolean
has_extras_below (AftRecord *record, const char *path)
{
  GPtrArray *extras = aft_record_get_extras (record);
  gsize      length = strlen (path);

  for (guint i = 0; extras != NULL && i < extras->len; i++)
    {
      const char *at = ((AftExtra *) g_ptr_array_index (extras, i))->path;

      if (strncmp (at, path, length) == 0 && (at[length] == '\0' || at[length] == '.'))
        return TRUE;
    }
  return FALSE;
}

static gboolean
is_below (const char *key, const char *path)
{
  gsize length = strlen (path);

  return length == 0 || (strncmp (key, path, length) == 0 && key[length] == '.');
}

static gboolean
has_content (AftRecord *record, const char *path)
{
  const AftSchema *schema = aft_record_get_schema (record);

  for (guint i = 0; i < schema->n_fields; i++)
    if (is_below (schema->fields[i].key, path) && aft_json_is_written (record, i))
      return TRUE;
  return has_extras_below (record, path);
}

/* The object at a path: its fields follow each other in the description. */
static void
write_members (Writer *self, AftRecord *record, const char *path)
{
  const AftSchema *schema = aft_record_get_schema (record);
  gsize            skip = *path != '\0' ? strlen (path) + 1 : 0;

  for (guint i = 0; i < schema->n_fields; i++)
    {
      const char      *key = schema->fields[i].key;
      const char      *dot;
      g_autofree char *nested = NULL;

      if (!is_below (key, path))
        continue;
      dot = strchr (key + skip, '.');
      if (dot == NULL)
        {
          if (aft_json_is_written (record, i))
            {
              write_key (self, key + skip);
              write_value (self, record, i);
            }
          continue;
        }
      nested = g_strndup (key, dot - key);
      while (i + 1 < schema->n_fields && is_below (schema->fields[i + 1].key, nested))
        i++;
      if (!has_content (record, nested))
        continue;
      write_key (self, nested + skip);
      open_bracket (self, '{');
      write_members (self, record, nested);
      close_bracket (self, '}');
    }
  write_extras (self, record, path);
}

static void
write_record (Writer *self, AftRecord *record)
{
  open_bracket (self, '{');
  write_members (self, record, "");
  close_bracket (self, '}');
}

char *
aft_json_write (AftRecord *root, gsize *length)
{
  Writer writer = { .out = g_string_new (NULL), .is_first = TRUE };

  write_record (&writer, root);
  g_string_append_c (writer.out, '\n');
  if (length != NULL)
    *length = writer.out->len;
  return g_string_free (writer.out, FALSE);
}

void
aft_json_append_field (GString *out, AftRecord *record, guint field)
{
  Writer writer = { .out = out, .is_first = TRUE, .is_compact = TRUE };

  write_value (&writer, record, field);
}
