/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/shelf.h"

#include "format/json-reader.h"
#include "model/schema.h"
#include "store/entry-private.h"
#include "store/library.h"
#include "store/shelf-private.h"

static gboolean
fail_not_found (GError **error, const char *id)
{
  g_set_error (error, AFT_STORE_ERROR, AFT_STORE_ERROR_NOT_FOUND, "there is no document %s", id);
  return FALSE;
}

static AftRecord *
read_document (const char *json, gsize length, GError **error)
{
  g_autoptr (GError) local = NULL;
  AftRecord *root = aft_json_read (json, length, &local);

  if (root == NULL)
    g_set_error (error, AFT_STORE_ERROR, AFT_STORE_ERROR_CORRUPT, "%s", local->message);
  return root;
}

static gboolean
keep_snapshot (AftDatabase *database, const char *id, GError **error)
{
  return aft_database_do (
             database,
             error,
             "INSERT INTO history (id, json) SELECT id, json FROM documents WHERE id = ?1",
             "s",
             id) &&
         aft_database_do (database,
                          error,
                          "DELETE FROM history WHERE id = ?1 AND sequence <= (SELECT sequence FROM "
                          "history WHERE id = ?1 ORDER BY sequence DESC LIMIT 1 OFFSET ?2)",
                          "si",
                          id,
                          (gint64) AFT_SHELF_MAX_SNAPSHOTS);
}

#define PUT_SQL                                                                                    \
  "INSERT INTO documents (id, json, title, kind, status, ongoing, completeness, zone, services, "  \
  "tags, open_actions, next_due, modified, indexed) "                                              \
  "VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, 0) "                            \
  "ON CONFLICT (id) DO UPDATE SET json = ?2, title = ?3, kind = ?4, status = ?5, ongoing = ?6, "   \
  "completeness = ?7, zone = ?8, services = ?9, tags = ?10, open_actions = ?11, next_due = ?12, "  \
  "modified = ?13, indexed = 0"

static gboolean
set_optional (AftDatabase *database,
              const char  *sql,
              const char  *id,
              gint64       value,
              gboolean     known,
              GError     **error)
{
  if (known)
    return aft_database_do (database, error, sql, "is", value, id);
  return aft_database_do (database, error, sql, "ns", id);
}

static gboolean
put_row (AftDatabase       *database,
         const char        *id,
         const char        *json,
         const AftEntryRow *row,
         GError           **error)
{
  return aft_database_do (database,
                          error,
                          PUT_SQL,
                          "sssiiidsssisi",
                          id,
                          json,
                          row->title,
                          (gint64) row->kind,
                          (gint64) row->status,
                          (gint64) row->is_ongoing,
                          row->completeness,
                          row->time_zone,
                          row->services,
                          row->tags,
                          (gint64) row->open_actions,
                          row->next_due,
                          row->modified) &&
         set_optional (database,
                       "UPDATE documents SET severity = ?1 WHERE id = ?2",
                       id,
                       row->severity,
                       row->severity != AFT_CHOICE_NONE,
                       error) &&
         set_optional (database,
                       "UPDATE documents SET start = ?1 WHERE id = ?2",
                       id,
                       row->start,
                       row->start != AFT_INSTANT_NONE,
                       error) &&
         set_optional (database,
                       "UPDATE documents SET duration = ?1 WHERE id = ?2",
                       id,
                       row->duration,
                       row->duration >= 0,
                       error);
}

static gboolean
end_transaction (AftDatabase *database, gboolean is_fine, GError **error)
{
  if (is_fine && aft_database_run (database, "COMMIT", error))
    return TRUE;
  aft_database_run (database, "ROLLBACK", NULL);
  return FALSE;
}

gboolean
aft_shelf_put (AftDatabase *database,
               const char  *id,
               GBytes      *json,
               gboolean     snapshot,
               GError     **error)
{
  gsize            length;
  const char      *data = g_bytes_get_data (json, &length);
  g_autofree char *text = g_strndup (data, length);
  g_autoptr (AftRecord) root = read_document (text, length, error);
  g_auto (AftEntryRow) row = { 0 };

  if (root == NULL)
    return FALSE;
  aft_entry_row_init (&row, root);
  if (!aft_database_run (database, "BEGIN IMMEDIATE", error))
    return FALSE;
  return end_transaction (database,
                          (!snapshot || keep_snapshot (database, id, error)) &&
                              put_row (database, id, text, &row, error),
                          error);
}

GBytes *
aft_shelf_get (AftDatabase *database, const char *id, GError **error)
{
  g_autoptr (AftStatement) statement =
      aft_database_prepare (database, error, "SELECT json FROM documents WHERE id = ?1", "s", id);
  gboolean has_row;

  if (statement == NULL || !aft_database_step (database, statement, &has_row, error))
    return NULL;
  if (!has_row)
    {
      fail_not_found (error, id);
      return NULL;
    }
  return g_bytes_new (sqlite3_column_text (statement, 0), sqlite3_column_bytes (statement, 0));
}

static gint64
column_or (AftStatement *statement, int column, gint64 fallback)
{
  if (sqlite3_column_type (statement, column) == SQLITE_NULL)
    return fallback;
  return sqlite3_column_int64 (statement, column);
}

static char *
column_text (AftStatement *statement, int column)
{
  return g_strdup ((const char *) sqlite3_column_text (statement, column));
}

AftEntry *
aft_shelf_read_entry (AftStatement *statement, char *snippet)
{
  AftEntryRow row = { 0 };

  row.id = column_text (statement, 0);
  row.title = column_text (statement, 1);
  row.kind = sqlite3_column_int (statement, 2);
  row.status = sqlite3_column_int (statement, 3);
  row.severity = (guint) column_or (statement, 4, AFT_CHOICE_NONE);
  row.start = column_or (statement, 5, AFT_INSTANT_NONE);
  row.is_ongoing = sqlite3_column_int (statement, 6) != 0;
  row.duration = column_or (statement, 7, -1);
  row.completeness = sqlite3_column_double (statement, 8);
  row.time_zone = column_text (statement, 9);
  row.services = column_text (statement, 10);
  row.tags = column_text (statement, 11);
  row.open_actions = sqlite3_column_int (statement, 12);
  row.next_due = column_text (statement, 13);
  row.modified = sqlite3_column_int64 (statement, 14);
  row.is_trashed = sqlite3_column_int (statement, 15) != 0;
  row.snippet = snippet;
  return aft_entry_new (&row);
}

GPtrArray *
aft_shelf_list (AftDatabase *database, gboolean trashed, GError **error)
{
  g_autoptr (GPtrArray) entries = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (AftStatement) statement =
      aft_database_prepare (database,
                            error,
                            "SELECT " AFT_SHELF_COLUMNS " FROM documents d WHERE d.trashed = ?1 "
                            "ORDER BY coalesce (d.start, d.modified) DESC, d.row DESC",
                            "i",
                            (gint64) trashed);
  gboolean has_row = TRUE;

  if (statement == NULL)
    return NULL;
  while (TRUE)
    {
      if (!aft_database_step (database, statement, &has_row, error))
        return NULL;
      if (!has_row)
        return g_steal_pointer (&entries);
      g_ptr_array_add (entries, aft_shelf_read_entry (statement, g_strdup ("")));
    }
}

static gboolean
need_document (AftDatabase *database, const char *sql, const char *id, GError **error)
{
  g_autoptr (AftStatement) statement = aft_database_prepare (database, error, sql, "s", id);
  gboolean has_row;

  if (statement == NULL || !aft_database_step (database, statement, &has_row, error))
    return FALSE;
  return has_row ? TRUE : fail_not_found (error, id);
}

gboolean
aft_shelf_set_trashed (AftDatabase *database, const char *id, gboolean trashed, GError **error)
{
  return need_document (database, "SELECT 1 FROM documents WHERE id = ?1", id, error) &&
         aft_database_do (database,
                          error,
                          "UPDATE documents SET trashed = ?1 WHERE id = ?2",
                          "is",
                          (gint64) trashed,
                          id);
}

/* With its history and its words in the index: secure_delete overwrites the pages. */
gboolean
aft_shelf_erase (AftDatabase *database, const char *id, GError **error)
{
  if (!need_document (
          database, "SELECT 1 FROM documents WHERE id = ?1 AND trashed = 1", id, error) ||
      !aft_database_run (database, "BEGIN IMMEDIATE", error))
    return FALSE;
  return end_transaction (
      database,
      aft_database_do (database,
                       error,
                       "DELETE FROM texts WHERE rowid = (SELECT row FROM documents WHERE id = ?1)",
                       "s",
                       id) &&
          aft_database_do (database, error, "DELETE FROM history WHERE id = ?1", "s", id) &&
          aft_database_do (database, error, "DELETE FROM documents WHERE id = ?1", "s", id),
      error);
}

/* A text that cannot be read (a newer version's) is searched as it stands. */
static char *
index_text (const char *json, gsize length)
{
  g_autoptr (AftRecord) root = aft_json_read (json, length, NULL);

  return root != NULL ? aft_entry_index_text (root) : g_strndup (json, length);
}

static gboolean
index_row (AftDatabase *database, gint64 row, const char *title, const char *body, GError **error)
{
  if (!aft_database_run (database, "BEGIN IMMEDIATE", error))
    return FALSE;
  return end_transaction (
      database,
      aft_database_do (database,
                       error,
                       "INSERT OR REPLACE INTO texts (rowid, title, body) VALUES (?1, ?2, ?3)",
                       "iss",
                       row,
                       title,
                       body) &&
          aft_database_do (
              database, error, "UPDATE documents SET indexed = 1 WHERE row = ?1", "i", row),
      error);
}

gboolean
aft_shelf_index_next (AftDatabase *database, GError **error)
{
  g_autoptr (AftStatement) statement = aft_database_prepare (
      database, error, "SELECT row, title, json FROM documents WHERE indexed = 0 LIMIT 1", "");
  g_autofree char *title = NULL;
  g_autofree char *body = NULL;
  gboolean         has_row;
  gint64           row;

  if (statement == NULL || !aft_database_step (database, statement, &has_row, error) || !has_row)
    return FALSE;
  row = sqlite3_column_int64 (statement, 0);
  title = column_text (statement, 1);
  body = index_text ((const char *) sqlite3_column_text (statement, 2),
                     sqlite3_column_bytes (statement, 2));
  g_clear_pointer (&statement, sqlite3_finalize);
  return index_row (database, row, title, body, error);
}
