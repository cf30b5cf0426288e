/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/shelf.h"

#include "format/json-reader.h"
#include "model/schema.h"
#include "store/entry-private.h"
#include "store/library.h"
#include "store/shelf-private.h"

gboolean
aft_shelf_fail_not_found (const char *id, GError **error)
{
  g_set_error (error, AFT_STORE_ERROR, AFT_STORE_ERROR_NOT_FOUND, "there is no document %s", id);
  return FALSE;
}

static gboolean
keep_snapshot (AftDatabase *database, const char *id, GError **error)
{
  return aft_database_do (database,
                          error,
                          "INSERT INTO history (id, json) SELECT d.id, c.json FROM documents d "
                          "JOIN contents c ON c.row = d.row WHERE d.id = ?1",
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
  "INSERT INTO documents (id, title, kind, status, severity, start, ongoing, duration, "           \
  "completeness, zone, services, tags, open_actions, next_due, modified, indexed) "                \
  "VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16) "                \
  "ON CONFLICT (id) DO UPDATE SET title = ?2, kind = ?3, status = ?4, severity = ?5, start = ?6, " \
  "ongoing = ?7, duration = ?8, completeness = ?9, zone = ?10, services = ?11, tags = ?12, "       \
  "open_actions = ?13, next_due = ?14, modified = ?15, indexed = ?16"

gboolean
aft_shelf_put_row (AftDatabase       *database,
                   const char        *id,
                   const AftEntryRow *row,
                   gboolean           is_indexed,
                   GError           **error)
{
  gint64 severity = row->severity;

  return aft_database_do (database,
                          error,
                          PUT_SQL,
                          "ssiiooiodsssisii",
                          id,
                          row->title,
                          (gint64) row->kind,
                          (gint64) row->status,
                          row->severity != AFT_CHOICE_NONE ? &severity : NULL,
                          row->start != AFT_INSTANT_NONE ? &row->start : NULL,
                          (gint64) row->is_ongoing,
                          row->duration >= 0 ? &row->duration : NULL,
                          row->completeness,
                          row->time_zone,
                          row->services,
                          row->tags,
                          (gint64) row->open_actions,
                          row->dues,
                          row->modified,
                          (gint64) is_indexed);
}

static gboolean
put_text (AftDatabase *database, const char *id, GBytes *json, GError **error)
{
  return aft_database_do (database,
                          error,
                          "INSERT OR REPLACE INTO contents (row, json) "
                          "VALUES ((SELECT row FROM documents WHERE id = ?1), ?2)",
                          "sb",
                          id,
                          json);
}

gboolean
aft_shelf_put_read (AftDatabase *database, AftRecord *root, GBytes *json, GError **error)
{
  const char *id = aft_record_get_text (root, AFT_DOC_ID);
  g_auto (AftEntryRow) row = { 0 };

  aft_entry_row_init (&row, root);
  return aft_shelf_put_row (database, id, &row, FALSE, error) &&
         put_text (database, id, json, error);
}

static gboolean
put_inside (AftDatabase *database, const char *id, GBytes *json, gboolean snapshot, GError **error)
{
  return (!snapshot || keep_snapshot (database, id, error)) &&
         aft_database_do (database,
                          error,
                          "INSERT INTO documents (id) VALUES (?1) "
                          "ON CONFLICT (id) DO UPDATE SET indexed = 0, modified = 0",
                          "s",
                          id) &&
         put_text (database, id, json, error);
}

gboolean
aft_shelf_put (AftDatabase *database,
               const char  *id,
               GBytes      *json,
               gboolean     snapshot,
               GError     **error)
{
  if (!g_utf8_validate_len (g_bytes_get_data (json, NULL), g_bytes_get_size (json), NULL))
    {
      g_set_error_literal (
          error, AFT_STORE_ERROR, AFT_STORE_ERROR_FAILED, "the document is not text");
      return FALSE;
    }
  return aft_database_run (database, "BEGIN IMMEDIATE", error) &&
         aft_database_end (database, put_inside (database, id, json, snapshot, error), error);
}

gboolean
aft_shelf_add_snapshot (AftDatabase *database, const char *id, GBytes *json, GError **error)
{
  return aft_database_do (
      database, error, "INSERT INTO history (id, json) VALUES (?1, ?2)", "sb", id, json);
}

/* Text that is no text any more: the pages of a long one carry no sum that SQLite could check. */
static GBytes *
check_text (GBytes *json, GError **error)
{
  gsize       length;
  const char *text = g_bytes_get_data (json, &length);

  if (g_utf8_validate_len (text, length, NULL))
    return json;
  g_set_error_literal (
      error, AFT_STORE_ERROR, AFT_STORE_ERROR_CORRUPT, "the text of a document is damaged");
  g_bytes_unref (json);
  return NULL;
}

GBytes *
aft_shelf_get (AftDatabase *database, const char *id, GError **error)
{
  g_autoptr (AftStatement) statement =
      aft_database_prepare (database,
                            error,
                            "SELECT c.json FROM documents d JOIN contents c ON c.row = d.row "
                            "WHERE d.id = ?1",
                            "s",
                            id);
  gboolean has_row;

  if (statement == NULL || !aft_database_step (database, statement, &has_row, error))
    return NULL;
  if (has_row)
    return check_text (
        g_bytes_new (sqlite3_column_text (statement, 0), sqlite3_column_bytes (statement, 0)),
        error);
  aft_shelf_fail_not_found (id, error);
  return NULL;
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
  row.dues = column_text (statement, 13);
  row.modified = sqlite3_column_int64 (statement, 14);
  row.is_trashed = sqlite3_column_int (statement, 15) != 0;
  row.snippet = snippet;
  return aft_entry_new (&row);
}

/* The entry of a document that was saved and not digested yet, which has no time of its own: a
 * library that can only be read never will. */
static AftEntry *
read_fresh (AftDatabase *database, AftEntry *stale)
{
  g_autoptr (GBytes) json = aft_shelf_get (database, aft_entry_get_id (stale), NULL);
  g_autoptr (AftRecord) root = NULL;
  AftEntryRow row;

  if (json != NULL)
    root = aft_json_read (g_bytes_get_data (json, NULL), g_bytes_get_size (json), NULL);
  if (root == NULL)
    return stale;
  aft_entry_row_init (&row, root);
  row.is_trashed = aft_entry_get_trashed (stale);
  g_object_unref (stale);
  return aft_entry_new (&row);
}

GPtrArray *
aft_shelf_list (AftDatabase *database, gboolean trashed, GError **error)
{
  g_autoptr (GPtrArray) entries = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (AftStatement) statement =
      aft_database_prepare (database,
                            error,
                            "SELECT " AFT_SHELF_COLUMNS " FROM documents d "
                            "WHERE (d.trashed != 0) = ?1 "
                            "ORDER BY coalesce (d.start, d.modified) DESC, d.row DESC",
                            "i",
                            (gint64) trashed);
  gboolean has_row = TRUE;

  if (statement == NULL)
    return NULL;
  while (TRUE)
    {
      AftEntry *entry;

      if (!aft_database_step (database, statement, &has_row, error))
        return NULL;
      if (!has_row)
        return g_steal_pointer (&entries);
      entry = aft_shelf_read_entry (statement, g_strdup (""));
      if (aft_entry_get_modified (entry) == 0)
        entry = read_fresh (database, entry);
      g_ptr_array_add (entries, entry);
    }
}
