/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "format/markdown-front-reader.h"

#include <string.h>

#include "base/caps.h"
#include "format/json-private.h"

/* Of YAML only what people write into front matter: "key: value", with the value plain or in
 * quotes, as "[a, b]", or as "- item" lines below. */

#define MAX_UNKNOWN_KEYS (AFT_CAP_JSON_KEYS / 2)

typedef struct
{
  char    *key;
  GStrv    values;
  GString *raw; /* the lines as they stand, without the key */
} Entry;

static void
entry_free (gpointer data)
{
  Entry *entry = data;

  g_free (entry->key);
  g_strfreev (entry->values);
  g_string_free (entry->raw, TRUE);
  g_free (entry);
}

static gboolean
is_line (const char *line, const char *word)
{
  gsize length = strlen (word);

  return strncmp (line, word, length) == 0 &&
         strspn (line + length, " \t") == strcspn (line + length, "\n");
}

static const char *
next_line (const char *line)
{
  const char *end = strchr (line, '\n');

  return end != NULL ? end + 1 : NULL;
}

guint
aft_markdown_front_version (const char *text, const char **body)
{
  guint version = 0;

  if (!is_line (text, "---"))
    return 0;
  for (const char *line = next_line (text); line != NULL; line = next_line (line))
    {
      if (g_str_has_prefix (line, "afterword:"))
        version = (guint) g_ascii_strtoull (line + strlen ("afterword:"), NULL, 10);
      if (!is_line (line, "---"))
        continue;
      if (body != NULL)
        *body = next_line (line) != NULL ? next_line (line) : line + strlen (line);
      return version;
    }
  return 0;
}

static const char *
append_escape (GString *out, const char *p)
{
  static const char letters[] = "0abtnvfre\"\\/", meanings[] = "\0\a\b\t\n\v\f\r\033\"\\/";
  const char       *found = *p != '\0' ? strchr (letters, *p) : NULL;
  guint             digits = *p == 'x' ? 2 : *p == 'u' ? 4 : *p == 'U' ? 8 : 0;
  gunichar          c = 0;

  for (guint i = 1; i <= digits; i++)
    {
      if (!g_ascii_isxdigit (p[i]))
        return p;
      c = c * 16 + g_ascii_xdigit_value (p[i]);
    }
  if (digits > 0 && c != 0 && g_unichar_validate (c))
    g_string_append_unichar (out, c);
  else if (found != NULL && *p != '0')
    g_string_append_c (out, meanings[found - letters]);
  return *p == '\0' ? p : p + 1 + digits;
}

/* From behind the opening mark to behind the closing one. */
static const char *
append_quoted (GString *out, const char *p, char mark)
{
  while (*p != '\0' && !(*p == mark && !(mark == '\'' && p[1] == '\'')))
    {
      if (mark == '"' && *p == '\\')
        {
          p = append_escape (out, p + 1);
          continue;
        }
      if (*p == '\'' && mark == '\'')
        p++;
      g_string_append_c (out, *p++);
    }
  return *p != '\0' ? p + 1 : p;
}

static gboolean
begins_comment (GString *before, const char *p)
{
  return *p == '#' && (before->len == 0 || before->str[before->len - 1] == ' ');
}

/* One value up to a mark that ends it in its place; a comment is no part of it. */
static const char *
read_scalar (GStrvBuilder *values, const char *p, const char *stops)
{
  g_autoptr (GString) out = g_string_new (NULL);

  p += strspn (p, " \t");
  if (*p == '"' || *p == '\'')
    {
      p = append_quoted (out, p + 1, *p);
      p += strcspn (p, stops);
    }
  else
    {
      while (*p != '\0' && strchr (stops, *p) == NULL && !begins_comment (out, p))
        g_string_append_c (out, *p++);
      if (*p == '#')
        p += strlen (p);
      g_strchomp (out->str);
    }
  if (*out->str != '\0')
    g_strv_builder_add (values, out->str);
  return p;
}

static void
read_flow (GStrvBuilder *values, const char *p)
{
  while (*p != '\0' && *p != ']')
    {
      p = read_scalar (values, p, ",]");
      p += *p == ',' ? 1 : 0;
    }
}

static void
read_value (GStrvBuilder *values, const char *text)
{
  const char *start = text + strspn (text, " \t");

  if (*start == '[')
    read_flow (values, start + 1);
  else
    read_scalar (values, text, "");
}

static gboolean
is_key (const char *line, gsize length)
{
  const char *colon = memchr (line, ':', length);

  if (colon == NULL || colon == line || strchr (" \t-#", *line) != NULL)
    return FALSE;
  return colon + 1 == line + length || colon[1] == ' ';
}

static void
add_line (Entry *entry, GStrvBuilder *values, const char *line)
{
  const char *item = line + strspn (line, " \t");

  if (entry->raw->len > 0)
    g_string_append_c (entry->raw, '\n');
  g_string_append (entry->raw, line);
  if (g_str_has_prefix (item, "- "))
    read_scalar (values, item + 2, "");
}

static Entry *
begin_entry (GStrvBuilder *values, const char *line)
{
  Entry      *entry = g_new0 (Entry, 1);
  const char *colon = strchr (line, ':');

  entry->key = g_strndup (line, colon - line);
  entry->raw = g_string_new (colon + 1 + strspn (colon + 1, " \t"));
  read_value (values, entry->raw->str);
  return entry;
}

/* (element-type Entry) */
static GPtrArray *
read_entries (const char *text)
{
  GPtrArray *entries = g_ptr_array_new_with_free_func (entry_free);
  Entry     *entry = NULL;
  g_autoptr (GStrvBuilder) values = g_strv_builder_new ();

  for (const char *p = next_line (text); p != NULL && !is_line (p, "---"); p = next_line (p))
    {
      g_autofree char *line = g_strndup (p, strcspn (p, "\n"));

      if (is_key (line, strlen (line)))
        {
          if (entry != NULL)
            entry->values = g_strv_builder_end (values);
          entry = begin_entry (values, line);
          g_ptr_array_add (entries, entry);
        }
      else if (entry != NULL && *line != '\0' && *line != '#')
        add_line (entry, values, line);
    }
  if (entry != NULL)
    entry->values = g_strv_builder_end (values);
  return entries;
}

static void
read_words (AftRecord *root, guint field, GStrv words)
{
  g_auto (AftValue) value = AFT_VALUE_INIT;

  aft_value_set_words (&value, (const char *const *) words);
  aft_record_init_value (root, field, &value);
}

static void
keep_key (AftRecord *root, const Entry *entry)
{
  g_autoptr (GString) json = g_string_new (NULL);
  gboolean is_scalar = entry->values[0] != NULL && entry->values[1] == NULL;

  aft_json_append_string (json, is_scalar ? entry->values[0] : entry->raw->str);
  aft_record_add_extra (root, "", entry->key, json->str);
}

/* An object of the file cannot be a key of its own. */
static gboolean
is_free_key (const char *key)
{
  gsize length = strlen (key);

  for (guint i = 0; i < AFT_DOC_N_FIELDS; i++)
    if (strncmp (aft_doc_schema.fields[i].key, key, length) == 0 &&
        strchr (".", aft_doc_schema.fields[i].key[length]) != NULL)
      return FALSE;
  return length > 0;
}

/* No object of the file has more keys than its cap. */
static gboolean
is_full_or_has (AftRecord *root, const char *key)
{
  GPtrArray *extras = aft_record_get_extras (root);

  if (extras != NULL && extras->len >= MAX_UNKNOWN_KEYS)
    return TRUE;
  for (guint i = 0; extras != NULL && i < extras->len; i++)
    if (g_str_equal (((AftExtra *) g_ptr_array_index (extras, i))->key, key))
      return TRUE;
  return FALSE;
}

static void
read_entry (AftMarkdownReading *reading, const Entry *entry)
{
  AftRecord      *root = reading->root;
  int             index = aft_schema_find (&aft_doc_schema, entry->key);
  const AftField *field = index >= 0 ? &aft_doc_schema.fields[index] : NULL;

  if (g_str_equal (entry->key, "afterword") || g_str_equal (entry->key, "metrics"))
    return;
  if (field != NULL && field->kind == AFT_KIND_WORDS)
    read_words (root, index, entry->values);
  else if (field != NULL && index != AFT_DOC_FORMAT && field->kind != AFT_KIND_LIST &&
           field->kind != AFT_KIND_PROSE && entry->values[0] != NULL &&
           aft_markdown_read_shown (root, index, entry->values[0]))
    return;
  else if (is_free_key (entry->key) && !is_full_or_has (root, entry->key))
    keep_key (root, entry);
  else if (entry->raw->len > 0)
    aft_markdown_reading_add_labelled (reading, AFT_SECTION_DETAILS, entry->key, entry->raw->str);
}

void
aft_markdown_read_front_matter (AftMarkdownReading *reading, const char *text)
{
  g_autoptr (GPtrArray) entries = read_entries (text);

  for (guint i = 0; i < entries->len; i++)
    read_entry (reading, g_ptr_array_index (entries, i));
}
