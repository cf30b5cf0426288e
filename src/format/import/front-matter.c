/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "format/import/front-matter.h"

#include <string.h>

static void
matter_free (gpointer data)
{
  AftMatter *matter = data;

  g_free (matter->key);
  g_free (matter->value);
  g_free (matter);
}

static char *
unquote (const char *text)
{
  char *value = g_strstrip (g_strdup (text));
  gsize length = strlen (value);

  if (length >= 2 && (*value == '"' || *value == '\'') && value[length - 1] == *value)
    {
      value[length - 1] = '\0';
      memmove (value, value + 1, length - 1);
    }
  return value;
}

/* "[a, b]" as lines */
static char *
read_value (const char *text)
{
  g_autofree char *value = unquote (text);
  gsize            length = strlen (value);
  GString         *lines;

  if (length < 2 || *value != '[' || value[length - 1] != ']')
    return g_steal_pointer (&value);
  value[length - 1] = '\0';
  lines = g_string_new (NULL);
  {
    g_auto (GStrv) words = g_strsplit (value + 1, ",", -1);

    for (guint i = 0; words[i] != NULL; i++)
      {
        g_autofree char *word = unquote (words[i]);

        if (*word != '\0')
          g_string_append_printf (lines, "%s%s", lines->len > 0 ? "\n" : "", word);
      }
  }
  return g_string_free (lines, FALSE);
}

/* A line that goes on with the value above: a list entry or the rest of a text. */
static void
extend (AftMatter *matter, const char *line)
{
  const char      *start = line + strspn (line, " \t");
  gboolean         is_entry = g_str_has_prefix (start, "- ");
  g_autofree char *more = unquote (is_entry ? start + 2 : start);
  g_autofree char *before = g_steal_pointer (&matter->value);

  if (strcmp (before, ">") == 0 || strcmp (before, "|") == 0 || strcmp (before, ">-") == 0 ||
      strcmp (before, "|-") == 0)
    *before = '\0';
  matter->value =
      *before != '\0' ? g_strconcat (before, is_entry ? "\n" : " ", more, NULL) : g_strdup (more);
}

static gsize
key_length (const char *line, char separator)
{
  gsize n = 0;

  while (g_ascii_isalnum (line[n]) || line[n] == '_' || line[n] == '-')
    n++;
  if (n == 0 || line[n + strspn (line + n, " ")] != separator)
    return 0;
  return n;
}

static void
read_line (GPtrArray *matter, const char *line, char separator, const char *where)
{
  gsize      n = key_length (line, separator);
  AftMatter *last = matter->len > 0 ? g_ptr_array_index (matter, matter->len - 1) : NULL;

  if (n > 0)
    {
      AftMatter *next = g_new0 (AftMatter, 1);

      next->key = g_ascii_strdown (line, n);
      next->value = read_value (strchr (line + n, separator) + 1);
      next->start = where;
      next->end = where + strlen (line);
      g_ptr_array_add (matter, next);
    }
  else if (last != NULL && line[strspn (line, " \t")] != '\0' && *line != '#')
    {
      extend (last, line);
      last->end = where + strlen (line);
    }
}

GPtrArray *
aft_front_matter_read (const char *text, const char **end)
{
  GPtrArray       *matter = g_ptr_array_new_with_free_func (matter_free);
  gboolean         is_toml = g_str_has_prefix (text, "+++\n");
  const char      *fence = is_toml ? "\n+++" : "\n---";
  const char      *close, *where;
  g_autofree char *block = NULL;
  g_auto (GStrv) lines = NULL;

  *end = text;
  if (!is_toml && !g_str_has_prefix (text, "---\n"))
    return matter;
  close = strstr (text + 3, fence);
  if (close == NULL)
    return matter;
  block = close > text + 4 ? g_strndup (text + 4, close - text - 4) : g_strdup ("");
  lines = g_strsplit (block, "\n", -1);
  where = text + 4;
  for (guint i = 0; lines[i] != NULL; i++)
    {
      read_line (matter, lines[i], is_toml ? '=' : ':', where);
      where += strlen (lines[i]) + 1;
    }
  *end = strchrnul (close + 1, '\n');
  return matter;
}

const char *
aft_front_matter_get (GPtrArray *matter, const char *key)
{
  for (guint i = 0; i < matter->len; i++)
    {
      const AftMatter *one = g_ptr_array_index (matter, i);

      if (g_str_equal (one->key, key))
        return one->value;
    }
  return "";
}
