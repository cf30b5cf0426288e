/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/text.h"
#include "store/shelf-private.h"
#include "store/shelf.h"

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

#define MATCH_SQL                                                                                  \
  "SELECT texts.rowid FROM texts JOIN documents d ON d.row = texts.rowid "                         \
  "WHERE texts MATCH ?1 AND d.trashed = 0 "

#define NEWEST_SQL MATCH_SQL "ORDER BY texts.rowid DESC LIMIT ?3"

#define RANK_SQL                                                                                   \
  MATCH_SQL "AND texts.rowid >= coalesce ((SELECT min (rowid) FROM "                               \
            "(SELECT rowid FROM texts WHERE texts MATCH ?1 ORDER BY rowid DESC LIMIT ?2)), 0) "    \
            "ORDER BY bm25 (texts, 10.0, 1.0), texts.rowid DESC LIMIT ?3"

#define ENTRY_SQL                                                                                  \
  "SELECT " AFT_SHELF_COLUMNS ", snippet (texts, 1, '', '', '…', 18) FROM texts "                \
  "JOIN documents d ON d.row = texts.rowid WHERE texts MATCH ?1 AND texts.rowid = ?2"

static gboolean
is_ranked (const char *query)
{
  /* the query of one word is the word in quotes and a star */
  return g_utf8_strlen (query, -1) > MAX_UNRANKED_LETTERS + 3;
}

static GArray *
rank (AftDatabase *database, const char *query, guint limit, GError **error)
{
  g_autoptr (GArray) rows = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (AftStatement) statement =
      aft_database_prepare (database,
                            error,
                            is_ranked (query) ? RANK_SQL : NEWEST_SQL,
                            "sii",
                            query,
                            (gint64) MAX_RANKED,
                            (gint64) limit);
  gboolean has_row = TRUE;

  if (statement == NULL)
    return NULL;
  while (TRUE)
    {
      gint64 row;

      if (!aft_database_step (database, statement, &has_row, error))
        return NULL;
      if (!has_row)
        return g_steal_pointer (&rows);
      row = sqlite3_column_int64 (statement, 0);
      g_array_append_val (rows, row);
    }
}

static gboolean
read_hit (AftDatabase *database, const char *query, gint64 row, GPtrArray *entries, GError **error)
{
  g_autoptr (AftStatement) statement =
      aft_database_prepare (database, error, ENTRY_SQL, "si", query, row);
  gboolean has_row;

  if (statement == NULL || !aft_database_step (database, statement, &has_row, error))
    return FALSE;
  if (has_row)
    {
      char *snippet = aft_text_clean_line ((const char *) sqlite3_column_text (statement, 16), -1);

      g_ptr_array_add (entries, aft_shelf_read_entry (statement, snippet));
    }
  return TRUE;
}

GPtrArray *
aft_shelf_search (AftDatabase *database, const char *text, guint limit, GError **error)
{
  g_autofree char *query = aft_shelf_build_query (text);
  g_autoptr (GPtrArray) entries = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GArray) rows = NULL;

  if (query == NULL)
    return g_steal_pointer (&entries);
  rows = rank (database, query, limit, error);
  if (rows == NULL)
    return NULL;
  for (guint i = 0; i < rows->len; i++)
    if (!read_hit (database, query, g_array_index (rows, gint64, i), entries, error))
      return NULL;
  return g_steal_pointer (&entries);
}
