/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "format/json-reader.h"
#include "store/entry-private.h"
#include "store/shelf.h"

/* A text that cannot be read (a newer version's) is searched as it stands. */
static char *
index_text (const char *json, gsize length)
{
  g_autoptr (AftRecord) root = aft_json_read (json, length, NULL);

  return root != NULL ? aft_entry_index_text (root) : g_strndup (json, length);
}

static gboolean
index_inside (AftDatabase *database,
              gint64       row,
              const char  *title,
              const char  *body,
              GError     **error)
{
  return aft_database_do (database,
                          error,
                          "INSERT OR REPLACE INTO texts (rowid, title, body) VALUES (?1, ?2, ?3)",
                          "iss",
                          row,
                          title,
                          body) &&
         aft_database_do (
             database, error, "UPDATE documents SET indexed = 1 WHERE row = ?1", "i", row);
}

/* Without waiting for the disk: what is lost with the power is indexed once more. */
static gboolean
index_row (AftDatabase *database, gint64 row, const char *title, const char *body, GError **error)
{
  gboolean is_done =
      aft_database_run (database, "PRAGMA synchronous = NORMAL; BEGIN IMMEDIATE", error) &&
      aft_database_end (database, index_inside (database, row, title, body, error), error);

  return aft_database_run (database, "PRAGMA synchronous = FULL", is_done ? error : NULL) &&
         is_done;
}

gboolean
aft_shelf_index_next (AftDatabase *database, GError **error)
{
  g_autoptr (AftStatement) statement =
      aft_database_prepare (database,
                            error,
                            "SELECT d.row, d.title, c.json FROM documents d JOIN contents c ON "
                            "c.row = d.row WHERE d.indexed = 0 ORDER BY d.row DESC LIMIT 1",
                            "");
  g_autofree char *title = NULL;
  g_autofree char *body = NULL;
  gboolean         has_row;
  gint64           row;

  if (statement == NULL || !aft_database_step (database, statement, &has_row, error) || !has_row)
    return FALSE;
  row = sqlite3_column_int64 (statement, 0);
  title = g_strdup ((const char *) sqlite3_column_text (statement, 1));
  body = index_text ((const char *) sqlite3_column_text (statement, 2),
                     sqlite3_column_bytes (statement, 2));
  g_clear_pointer (&statement, sqlite3_finalize);
  return index_row (database, row, title, body, error);
}

/* Pages that one step of a merge may write. */
#define MERGE_PAGES 64

/* The first step of a merge (negative) takes all segments in, the later ones go on with it; where a
 * step changed next to nothing it is done. */
gboolean
aft_shelf_purge_next (AftDatabase *database, GError **error)
{
  gint64 purge, before, after;

  if (!aft_database_get_integer (
          database, "SELECT value FROM state WHERE key = 'purge'", &purge, error) ||
      purge == 0 ||
      !aft_database_get_integer (database, "SELECT total_changes ()", &before, error) ||
      !aft_database_do (database,
                        error,
                        "INSERT INTO texts (texts, rank) VALUES ('merge', ?1)",
                        "i",
                        (gint64) (purge == 1 ? -MERGE_PAGES : MERGE_PAGES)) ||
      !aft_database_get_integer (database, "SELECT total_changes ()", &after, error))
    return FALSE;
  return aft_database_do (database,
                          error,
                          "UPDATE state SET value = ?1 WHERE key = 'purge'",
                          "i",
                          (gint64) (after - before < 2 ? 0 : 2));
}
