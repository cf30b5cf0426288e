/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "format/json-private.h"
#include "format/markdown-fingerprint.h"
#include "format/markdown-prose.h"
#include "format/markdown-trailer.h"
#include "format/prescan.h"

/* What the comment says about a row of a table, and the row it belongs to. */
typedef struct
{
  JsonObject *said;
  guint       number; /* from 1 */
  guint32     was;
  int         row; /* index of the row, -1 where it is gone */
} Entry;

/* A list of rows being put right. */
typedef struct
{
  AftMarkdownReading *reading;
  AftRecordList      *list;
  GArray             *entries; /* (element-type Entry), in the order of the file */
  guint               n_rows;
  guint32            *marks;  /* the fingerprint of each row */
  int                *owners; /* the entry of each row, -1 where it has none */
} Matching;

static void apply_record (AftMarkdownReading *reading, JsonObject *said, AftRecord *record);

static guint32
get_was (JsonObject *said)
{
  JsonNode *node = json_object_get_member (said, "was");

  if (node == NULL || !JSON_NODE_HOLDS_VALUE (node) ||
      json_node_get_value_type (node) != G_TYPE_STRING)
    return 0;
  return (guint32) g_ascii_strtoull (json_node_get_string (node), NULL, 16);
}

static gint64
get_count (JsonObject *said, const char *key)
{
  JsonNode *node = json_object_get_member (said, key);

  return node != NULL && JSON_NODE_HOLDS_VALUE (node) &&
                 json_node_get_value_type (node) == G_TYPE_INT64
             ? json_node_get_int (node)
             : 0;
}

/* Before and behind what is put in; FALSE where they do not fit the text. */
static gboolean
get_kept (JsonObject *said, const char *text, gsize *before, gsize *after)
{
  JsonNode  *node = json_object_get_member (said, "keep");
  JsonArray *keep =
      node != NULL && JSON_NODE_HOLDS_ARRAY (node) ? json_node_get_array (node) : NULL;
  gint64 length = (gint64) strlen (text), kept[2];

  if (keep == NULL || json_array_get_length (keep) != 2)
    return FALSE;
  for (guint i = 0; i < 2; i++)
    {
      JsonNode *bytes = json_array_get_element (keep, i);

      if (!JSON_NODE_HOLDS_VALUE (bytes) || json_node_get_value_type (bytes) != G_TYPE_INT64)
        return FALSE;
      kept[i] = json_node_get_int (bytes);
      if (kept[i] < 0 || kept[i] > length)
        return FALSE;
    }
  *before = kept[0];
  *after = kept[1];
  return kept[0] + kept[1] <= length;
}

static void
put_text (JsonObject *said, AftRecord *record, guint field, const char *text)
{
  JsonNode        *node = json_object_get_member (said, "put");
  gsize            before, after;
  g_autofree char *head = NULL;
  g_autofree char *whole = NULL;

  if (!JSON_NODE_HOLDS_VALUE (node) || json_node_get_value_type (node) != G_TYPE_STRING ||
      !get_kept (said, text, &before, &after))
    return;
  head = g_strndup (text, before);
  whole = g_strconcat (head, json_node_get_string (node), text + strlen (text) - after, NULL);
  if (g_utf8_validate (whole, -1, NULL))
    aft_markdown_read_text (record, field, whole);
}

static void
clear_value (AftRecord *record, guint field)
{
  static const AftValue none = AFT_VALUE_INIT;

  aft_record_init_value (record, field, &none);
}

static void
correct_value (JsonObject *said, AftRecord *record, guint field)
{
  JsonNode        *node = json_object_get_member (said, "is");
  gboolean         is_text = aft_kind_is_text (aft_record_get_field (record, field)->kind);
  guint            shift = CLAMP (get_count (said, "shift"), 0, 6);
  gboolean         is_same = get_was (said) == aft_markdown_fingerprint_field (record, field);
  g_autofree char *raised = NULL;

  if (is_text && aft_record_has (record, field))
    {
      raised = aft_markdown_unshift (aft_record_get_text (record, field), shift);
      aft_markdown_read_text (record, field, raised);
    }
  if (!json_object_has_member (said, "was") || !is_same)
    return;
  if (raised != NULL && json_object_has_member (said, "put"))
    put_text (said, record, field, raised);
  else if (node != NULL)
    aft_json_read_field (node, record, field);
  else
    clear_value (record, field);
}

static void
apply_value (JsonNode *node, AftRecord *record, guint field)
{
  if (JSON_NODE_HOLDS_OBJECT (node))
    correct_value (json_node_get_object (node), record, field);
  else if (!aft_record_has (record, field))
    aft_json_read_field (node, record, field);
}

static void
replace_list (JsonObject *said, AftRecord *record, guint field)
{
  JsonNode      *node = json_object_get_member (said, "is");
  AftRecordList *list = aft_record_get_list (record, field);

  if (aft_record_has (record, field) &&
      get_was (said) != aft_markdown_fingerprint_field (record, field))
    return;
  aft_record_list_init_clear (list);
  if (node != NULL && !aft_json_read_field (node, record, field))
    aft_record_list_init_clear (list);
}

static GArray *
read_entries (JsonArray *array)
{
  GArray *entries = g_array_new (FALSE, TRUE, sizeof (Entry));

  for (guint i = 0; i < json_array_get_length (array); i++)
    {
      JsonNode *node = json_array_get_element (array, i);
      Entry     entry = { .row = -1 };

      if (!JSON_NODE_HOLDS_OBJECT (node))
        continue;
      entry.said = json_node_get_object (node);
      entry.number = CLAMP (get_count (entry.said, "row"), 0, G_MAXINT);
      entry.was = get_was (entry.said);
      g_array_append_val (entries, entry);
    }
  return entries;
}

static void
match (Matching *self, guint entry, guint row)
{
  g_array_index (self->entries, Entry, entry).row = row;
  self->owners[row] = entry;
}

/* Rows that stand where they stood, as they were. */
static void
match_unmoved (Matching *self)
{
  for (guint i = 0; i < self->entries->len; i++)
    {
      const Entry *entry = &g_array_index (self->entries, Entry, i);
      guint        row = entry->number - 1;

      if (row < self->n_rows && self->owners[row] < 0 && self->marks[row] == entry->was)
        match (self, i, row);
    }
}

/* Rows as they were, in another place. */
static void
match_moved (Matching *self)
{
  g_autoptr (GHashTable) rows = g_hash_table_new (NULL, NULL);

  for (guint row = self->n_rows; row > 0; row--)
    if (self->owners[row - 1] < 0)
      g_hash_table_insert (rows, GUINT_TO_POINTER (self->marks[row - 1]), GUINT_TO_POINTER (row));
  for (guint i = 0; i < self->entries->len; i++)
    {
      const Entry *entry = &g_array_index (self->entries, Entry, i);
      guint row = GPOINTER_TO_UINT (g_hash_table_lookup (rows, GUINT_TO_POINTER (entry->was)));

      if (entry->row < 0 && row > 0 && self->owners[row - 1] < 0)
        match (self, i, row - 1);
    }
}

/* Rows that were edited keep their number; items that have none, their place. */
static void
match_edited (Matching *self)
{
  g_autoptr (GHashTable) rows = g_hash_table_new (NULL, NULL);

  for (guint row = 0; row < self->n_rows; row++)
    {
      gpointer number =
          g_hash_table_lookup (self->reading->numbers, aft_record_list_get (self->list, row));
      gboolean has_numbers = aft_schema_find (aft_record_list_get_schema (self->list), "id") >= 0;

      if (self->owners[row] < 0)
        g_hash_table_insert (
            rows, has_numbers ? number : GUINT_TO_POINTER (row + 1), GUINT_TO_POINTER (row + 1));
    }
  for (guint i = 0; i < self->entries->len; i++)
    {
      const Entry *entry = &g_array_index (self->entries, Entry, i);
      guint row = GPOINTER_TO_UINT (g_hash_table_lookup (rows, GUINT_TO_POINTER (entry->number)));

      if (entry->row < 0 && entry->number > 0 && row > 0 && self->owners[row - 1] < 0)
        match (self, i, row - 1);
    }
}

typedef struct
{
  AftRecord *record;
  int        place; /* of its entry; of the row above for rows without one */
  guint      row;
} Placed;

static int
compare_placed (gconstpointer a, gconstpointer b)
{
  const Placed *first = a, *second = b;

  if (first->place != second->place)
    return first->place < second->place ? -1 : 1;
  return first->row < second->row ? -1 : 1;
}

/* In the order of the file; rows that are new follow the one they were put below. */
static void
order_rows (Matching *self)
{
  g_autoptr (GArray) placed = g_array_new (FALSE, FALSE, sizeof (Placed));
  int place = -1;

  for (guint row = 0; row < self->n_rows; row++)
    {
      Placed one = { .row = row };

      place = self->owners[row] >= 0 ? self->owners[row] : place;
      one.place = place;
      one.record = g_object_ref (aft_record_list_get (self->list, row));
      g_array_append_val (placed, one);
    }
  g_array_sort (placed, compare_placed);
  aft_record_list_init_clear (self->list);
  for (guint i = 0; i < placed->len; i++)
    {
      g_autoptr (AftRecord) record = g_array_index (placed, Placed, i).record;

      aft_record_list_init_append (self->list, record);
    }
}

static void
apply_rows (AftMarkdownReading *reading, JsonArray *array, AftRecordList *list)
{
  g_autoptr (GArray) entries = read_entries (array);
  guint               n_rows = aft_record_list_get_length (list);
  g_autofree guint32 *marks = g_new (guint32, n_rows + 1);
  g_autofree int     *owners = g_new (int, n_rows + 1);
  Matching            matching = { reading, list, entries, n_rows, marks, owners };

  for (guint row = 0; row < n_rows; row++)
    {
      marks[row] = aft_markdown_fingerprint_record (aft_record_list_get (list, row));
      owners[row] = -1;
    }
  match_unmoved (&matching);
  match_moved (&matching);
  match_edited (&matching);
  for (guint row = 0; row < n_rows; row++)
    if (owners[row] >= 0)
      apply_record (reading,
                    g_array_index (entries, Entry, owners[row]).said,
                    aft_record_list_get (list, row));
  order_rows (&matching);
}

/* Path and key as one; neither has such a character. */
static char *
name_extra (const char *path, const char *key)
{
  return g_strconcat (path, "\x01", key, NULL);
}

/* (element-type utf8): the names of the keys that the record keeps */
static GHashTable *
list_extras (AftRecord *record)
{
  GHashTable *names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  GPtrArray  *extras = aft_record_get_extras (record);

  for (guint i = 0; extras != NULL && i < extras->len; i++)
    {
      const AftExtra *extra = g_ptr_array_index (extras, i);

      g_hash_table_add (names, name_extra (extra->path, extra->key));
    }
  return names;
}

static void
add_extra (JsonNode *node, AftRecord *record, GHashTable *names)
{
  JsonArray  *array = JSON_NODE_HOLDS_ARRAY (node) ? json_node_get_array (node) : NULL;
  const char *parts[3];

  if (array == NULL || json_array_get_length (array) != G_N_ELEMENTS (parts))
    return;
  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      JsonNode *part = json_array_get_element (array, i);

      if (!JSON_NODE_HOLDS_VALUE (part) || json_node_get_value_type (part) != G_TYPE_STRING)
        return;
      parts[i] = json_node_get_string (part);
    }
  if (aft_prescan (parts[2], strlen (parts[2]), NULL) &&
      g_hash_table_add (names, name_extra (parts[0], parts[1])))
    aft_record_add_extra (record, parts[0], parts[1], parts[2]);
}

static void
add_extras (JsonNode *node, AftRecord *record)
{
  JsonArray *array = JSON_NODE_HOLDS_ARRAY (node) ? json_node_get_array (node) : NULL;
  g_autoptr (GHashTable) names = list_extras (record);

  for (guint i = 0; array != NULL && i < json_array_get_length (array); i++)
    add_extra (json_array_get_element (array, i), record, names);
}

static void
apply_record (AftMarkdownReading *reading, JsonObject *said, AftRecord *record)
{
  const AftSchema *schema = aft_record_get_schema (record);
  JsonNode        *keys = json_object_get_member (said, "keys");

  for (guint i = 0; i < schema->n_fields; i++)
    {
      JsonNode *node = json_object_get_member (said, schema->fields[i].key);

      if (node == NULL)
        continue;
      if (schema->fields[i].kind != AFT_KIND_LIST)
        apply_value (node, record, i);
      else if (JSON_NODE_HOLDS_ARRAY (node))
        apply_rows (reading, json_node_get_array (node), aft_record_get_list (record, i));
      else if (JSON_NODE_HOLDS_OBJECT (node))
        replace_list (json_node_get_object (node), record, i);
    }
  if (keys != NULL)
    add_extras (keys, record);
}

/* (element-type utf8): the fingerprints in the list */
static GHashTable *
read_marks (JsonArray *array)
{
  GHashTable *marks = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < json_array_get_length (array); i++)
    {
      JsonNode *node = json_array_get_element (array, i);

      if (JSON_NODE_HOLDS_VALUE (node) && json_node_get_value_type (node) == G_TYPE_STRING)
        g_hash_table_add (marks, (gpointer) json_node_get_string (node));
    }
  return marks;
}

static void
drop_strays (AftMarkdownReading *reading, JsonNode *node)
{
  g_autoptr (GPtrArray) all = NULL;
  g_autoptr (GHashTable) marks = NULL;

  if (node == NULL || !JSON_NODE_HOLDS_ARRAY (node))
    return;
  marks = read_marks (json_node_get_array (node));
  all = g_steal_pointer (&reading->strays);
  reading->strays = aft_markdown_strays_new ();
  for (guint i = 0; i < all->len; i++)
    {
      const AftMarkdownStray *stray = g_ptr_array_index (all, i);
      g_autofree char *mark = g_strdup_printf ("%08x", aft_markdown_fingerprint_text (stray->text));

      if (!g_hash_table_contains (marks, mark))
        aft_markdown_reading_add_stray (reading, stray->section, stray->text);
    }
}

gboolean
aft_markdown_apply_trailer (AftMarkdownReading *reading, const char *json)
{
  g_autoptr (JsonParser) parser = json_parser_new_immutable ();
  JsonNode *node;

  if (!aft_prescan (json, strlen (json), NULL) ||
      !json_parser_load_from_data (parser, json, -1, NULL))
    return FALSE;
  node = json_parser_get_root (parser);
  if (!JSON_NODE_HOLDS_OBJECT (node))
    return FALSE;
  apply_record (reading, json_node_get_object (node), reading->root);
  drop_strays (reading, json_object_get_member (json_node_get_object (node), "strays"));
  return TRUE;
}
