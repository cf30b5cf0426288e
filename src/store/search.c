/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/text.h"
#include "store/shelf-private.h"
#include "store/shelf.h"
#include "store/snippet.h"

/* Ranking reads every match; beyond the newest so many a common word says too little to wait for.
 */
#define MAX_RANKED 2000
/* Of a longer query the first words and the one being typed. */
#define MAX_QUERY_WORDS 64
/* So few letters are the start of too many words for a rank to mean anything. */
#define MAX_UNRANKED_LETTERS 3

static gboolean
has_token (const char *word)
{
  for (const char *p = word; *p != '\0'; p = g_utf8_next_char (p))
    if (g_unichar_isalnum (g_utf8_get_char (p)))
      return TRUE;
  return FALSE;
}

static void
append_quoted (GString *query, const char *word)
{
  if (query->len > 0)
    g_string_append_c (query, ' ');
  g_string_append_c (query, '"');
  for (const char *p = word; *p != '\0'; p++)
    {
      if (*p == '"')
        g_string_append_c (query, '"');
      g_string_append_c (query, *p);
    }
  g_string_append_c (query, '"');
}

/* (element-type utf8) pointers into words: those with something to look for. */
static GPtrArray *
pick_words (GStrv words)
{
  GPtrArray *picked = g_ptr_array_new ();

  for (guint i = 0; words[i] != NULL; i++)
    if (has_token (words[i]))
      g_ptr_array_add (picked, words[i]);
  if (picked->len > MAX_QUERY_WORDS)
    g_ptr_array_remove_range (picked, MAX_QUERY_WORDS - 1, picked->len - MAX_QUERY_WORDS);
  return picked;
}

char *
aft_shelf_build_query (const char *text)
{
  g_autofree char *line = aft_text_clean_line (text, -1);
  g_auto (GStrv) words = g_strsplit (line, " ", -1);
  g_autoptr (GPtrArray) picked = pick_words (words);
  g_autoptr (GString) query = g_string_new (NULL);

  if (picked->len == 0)
    return NULL;
  for (guint i = 0; i < picked->len; i++)
    append_quoted (query, picked->pdata[i]);
  g_string_append_c (query, '*');
  return g_string_free (g_steal_pointer (&query), FALSE);
}

/* One pass over the newest matches; what is in the trash is left out when it is read. */
#define NEWEST_SQL "SELECT rowid, 0.0 FROM texts WHERE texts MATCH ?1 ORDER BY rowid DESC"
#define RANK_SQL                                                                                   \
  "SELECT rowid, relevance (texts) FROM texts WHERE texts MATCH ?1 "                               \
  "ORDER BY rowid DESC LIMIT ?2"

/* Without MATCH, which would put the whole query together again for each row. */
#define ENTRY_SQL                                                                                  \
  "SELECT " AFT_SHELF_COLUMNS ", t.body FROM documents d JOIN texts t ON t.rowid = d.row "         \
  "WHERE d.row = ?1 AND d.trashed = 0"

typedef struct
{
  gint64 row;
  double relevance;
} Match;

static int
compare_matches (gconstpointer a, gconstpointer b)
{
  const Match *x = a, *y = b;

  if (x->relevance != y->relevance)
    return x->relevance > y->relevance ? -1 : 1;
  return (x->row < y->row) - (x->row > y->row);
}

/* What turns matches into entries, as long as there is room. */
typedef struct
{
  AftDatabase  *database;
  AftStatement *statement; /* of ENTRY_SQL */
  AftSnippet   *snippet;
  GPtrArray    *entries;
  guint         limit;
} Reader;

static gboolean
read_entry (Reader *self, gint64 row, GError **error)
{
  const char *body;
  gboolean    has_row;

  if (!aft_database_bind_again (self->database, self->statement, error, "i", row) ||
      !aft_database_step (self->database, self->statement, &has_row, error))
    return FALSE;
  if (!has_row)
    return TRUE;
  body = (const char *) sqlite3_column_text (self->statement, 16);
  g_ptr_array_add (
      self->entries,
      aft_shelf_read_entry (self->statement,
                            aft_snippet_make (self->snippet, body != NULL ? body : "")));
  return TRUE;
}

static gboolean
read_newest (Reader *self, AftStatement *matches, GError **error)
{
  gboolean has_row = TRUE;

  while (self->entries->len < self->limit)
    {
      if (!aft_database_step (self->database, matches, &has_row, error))
        return FALSE;
      if (!has_row)
        return TRUE;
      if (!read_entry (self, sqlite3_column_int64 (matches, 0), error))
        return FALSE;
    }
  return TRUE;
}

static GArray *
rank (Reader *self, AftStatement *statement, GError **error)
{
  g_autoptr (GArray) matches = g_array_new (FALSE, FALSE, sizeof (Match));
  gboolean has_row = TRUE;

  while (TRUE)
    {
      Match match;

      if (!aft_database_step (self->database, statement, &has_row, error))
        return NULL;
      if (!has_row)
        break;
      match.row = sqlite3_column_int64 (statement, 0);
      match.relevance = sqlite3_column_double (statement, 1);
      g_array_append_val (matches, match);
    }
  g_array_sort (matches, compare_matches);
  return g_steal_pointer (&matches);
}

static gboolean
read_best (Reader *self, AftStatement *statement, GError **error)
{
  g_autoptr (GArray) matches = rank (self, statement, error);

  for (guint i = 0; matches != NULL && i < matches->len && self->entries->len < self->limit; i++)
    if (!read_entry (self, g_array_index (matches, Match, i).row, error))
      return FALSE;
  return matches != NULL;
}

/* The query of one short word is the word in quotes and a star. */
static gboolean
is_ranked (const char *query)
{
  return g_utf8_strlen (query, -1) > MAX_UNRANKED_LETTERS + 3;
}

static gboolean
read_all (Reader *self, const char *query, GError **error)
{
  g_autoptr (AftStatement) matches = NULL;

  if (!is_ranked (query))
    {
      matches = aft_database_prepare (self->database, error, NEWEST_SQL, "s", query);
      return matches != NULL && read_newest (self, matches, error);
    }
  matches =
      aft_database_prepare (self->database, error, RANK_SQL, "si", query, (gint64) MAX_RANKED);
  return matches != NULL && read_best (self, matches, error);
}

GPtrArray *
aft_shelf_search (AftDatabase *database, const char *text, guint limit, GError **error)
{
  g_autofree char *query = aft_shelf_build_query (text);
  g_autoptr (GPtrArray) entries = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (AftSnippet) snippet = aft_snippet_new (text);
  g_autoptr (AftStatement) statement = NULL;
  Reader reader = { database, NULL, snippet, entries, limit };

  if (query == NULL)
    return g_steal_pointer (&entries);
  statement = aft_database_prepare (database, error, ENTRY_SQL, "");
  reader.statement = statement;
  if (statement == NULL || !read_all (&reader, query, error))
    return NULL;
  return g_steal_pointer (&entries);
}
