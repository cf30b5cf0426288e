/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "format/json-reader.h"
#include "model/schema.h"
#include "store/shelf-private.h"
#include "store/shelf.h"

/* A document that was saved since its row and its place in the index were written. */
typedef struct
{
  gint64     row;
  char      *id, *title, *body;
  AftRecord *root; /* NULL where the text cannot be read: it is searched as it stands */
} Digest;

static void
digest_clear (Digest *self)
{
  g_free (self->id);
  g_free (self->title);
  g_free (self->body);
  g_clear_object (&self->root);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Digest, digest_clear)

static void
digest_read (Digest *self, AftStatement *statement)
{
  const char *json = (const char *) sqlite3_column_text (statement, 2);
  gsize       length = (gsize) sqlite3_column_bytes (statement, 2);

  self->row = sqlite3_column_int64 (statement, 0);
  self->id = g_strdup ((const char *) sqlite3_column_text (statement, 1));
  self->root = aft_json_read (json, length, NULL);
  self->title =
      g_strdup (self->root != NULL ? aft_record_get_text (self->root, AFT_DOC_TITLE) : "");
  self->body = self->root != NULL ? aft_entry_index_text (self->root) : g_strndup (json, length);
}

static gboolean
put_row (AftDatabase *database, const Digest *digest, GError **error)
{
  g_auto (AftEntryRow) row = { 0 };

  if (digest->root == NULL)
    return aft_database_do (
        database, error, "UPDATE documents SET indexed = 1 WHERE row = ?1", "i", digest->row);
  aft_entry_row_init (&row, digest->root);
  return aft_shelf_put_row (database, digest->id, &row, TRUE, error);
}

static gboolean
put_inside (AftDatabase *database, const Digest *digest, GError **error)
{
  return put_row (database, digest, error) &&
         aft_database_do (database,
                          error,
                          "INSERT OR REPLACE INTO texts (rowid, title, body) VALUES (?1, ?2, ?3)",
                          "iss",
                          digest->row,
                          digest->title,
                          digest->body);
}

/* Without waiting for the disk: what is lost with the power is digested once more. */
static gboolean
put_digest (AftDatabase *database, const Digest *digest, GError **error)
{
  gboolean is_done =
      aft_database_run (database, "PRAGMA synchronous = NORMAL; BEGIN IMMEDIATE", error) &&
      aft_database_end (database, put_inside (database, digest, error), error);

  return aft_database_run (database, "PRAGMA synchronous = FULL", is_done ? error : NULL) &&
         is_done;
}

gboolean
aft_shelf_digest_next (AftDatabase *database, GError **error)
{
  g_autoptr (AftStatement) statement =
      aft_database_prepare (database,
                            error,
                            "SELECT d.row, d.id, c.json FROM documents d JOIN contents c ON "
                            "c.row = d.row WHERE d.indexed = 0 ORDER BY d.row DESC LIMIT 1",
                            "");
  g_auto (Digest) digest = { 0 };
  gboolean has_row;

  if (statement == NULL || !aft_database_step (database, statement, &has_row, error) || !has_row)
    return FALSE;
  digest_read (&digest, statement);
  g_clear_pointer (&statement, sqlite3_finalize);
  return put_digest (database, &digest, error);
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
