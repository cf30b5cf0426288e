/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/migrations.h"

#include <glib/gstdio.h>

#include "store/library.h"

/* Step n brings version n to n + 1. A step that has been released is never changed. */
static const char *const steps[AFT_SCHEMA_VERSION] = {
  "CREATE TABLE documents ("
  "  row INTEGER PRIMARY KEY,"
  "  id TEXT NOT NULL UNIQUE,"
  "  json TEXT NOT NULL,"
  "  title TEXT NOT NULL DEFAULT '',"
  "  kind INTEGER NOT NULL DEFAULT 0,"
  "  status INTEGER NOT NULL DEFAULT 0,"
  "  severity INTEGER,"
  "  start INTEGER,"
  "  ongoing INTEGER NOT NULL DEFAULT 0,"
  "  duration INTEGER,"
  "  completeness REAL NOT NULL DEFAULT 0,"
  "  zone TEXT NOT NULL DEFAULT '',"
  "  services TEXT NOT NULL DEFAULT '',"
  "  tags TEXT NOT NULL DEFAULT '',"
  "  open_actions INTEGER NOT NULL DEFAULT 0,"
  "  next_due TEXT NOT NULL DEFAULT '',"
  "  modified INTEGER NOT NULL DEFAULT 0,"
  "  trashed INTEGER NOT NULL DEFAULT 0,"
  "  indexed INTEGER NOT NULL DEFAULT 0"
  ");"
  "CREATE INDEX documents_unindexed ON documents (indexed) WHERE indexed = 0;"
  "CREATE INDEX documents_by_start ON documents (trashed, start DESC, modified DESC);"
  "CREATE TABLE history ("
  "  sequence INTEGER PRIMARY KEY AUTOINCREMENT,"
  "  id TEXT NOT NULL,"
  "  json TEXT NOT NULL"
  ");"
  "CREATE INDEX history_by_id ON history (id, sequence);"
  "CREATE TABLE state (key TEXT PRIMARY KEY, value INTEGER NOT NULL);"
  "CREATE VIRTUAL TABLE texts USING fts5 (title, body, prefix = '1 2 3',"
  "  tokenize = 'unicode61 remove_diacritics 2');",

  /* The texts apart, so that a listing reads only what it shows; trashed says when (µs, 0 never).
   */
  "CREATE TABLE contents (row INTEGER PRIMARY KEY, json TEXT NOT NULL);"
  "INSERT INTO contents SELECT row, json FROM documents;"
  "DROP INDEX documents_unindexed;"
  "DROP INDEX documents_by_start;"
  "ALTER TABLE documents RENAME TO documents_1;"
  "CREATE TABLE documents ("
  "  row INTEGER PRIMARY KEY,"
  "  id TEXT NOT NULL UNIQUE,"
  "  title TEXT NOT NULL DEFAULT '',"
  "  kind INTEGER NOT NULL DEFAULT 0,"
  "  status INTEGER NOT NULL DEFAULT 0,"
  "  severity INTEGER,"
  "  start INTEGER,"
  "  ongoing INTEGER NOT NULL DEFAULT 0,"
  "  duration INTEGER,"
  "  completeness REAL NOT NULL DEFAULT 0,"
  "  zone TEXT NOT NULL DEFAULT '',"
  "  services TEXT NOT NULL DEFAULT '',"
  "  tags TEXT NOT NULL DEFAULT '',"
  "  open_actions INTEGER NOT NULL DEFAULT 0,"
  "  next_due TEXT NOT NULL DEFAULT '',"
  "  modified INTEGER NOT NULL DEFAULT 0,"
  "  trashed INTEGER NOT NULL DEFAULT 0,"
  "  indexed INTEGER NOT NULL DEFAULT 0"
  ");"
  "INSERT INTO documents SELECT row, id, title, kind, status, severity, start, ongoing, duration,"
  "  completeness, zone, services, tags, open_actions, next_due, modified,"
  "  iif (trashed, 1000000 * CAST (strftime ('%s', 'now') AS INTEGER), 0), indexed FROM "
  "documents_1;"
  "DROP TABLE documents_1;"
  "DELETE FROM state;"
  "CREATE INDEX documents_unindexed ON documents (indexed) WHERE indexed = 0;",
};

static gboolean
set_identity (AftDatabase *database, GError **error)
{
  g_autofree char *sql =
      g_strdup_printf ("PRAGMA application_id = %d", g_random_int_range (1, G_MAXINT32));

  return aft_database_run (database, sql, error);
}

static gboolean
run_inside (AftDatabase *database, gint64 version, GError **error)
{
  g_autofree char *set_version =
      g_strdup_printf ("PRAGMA user_version = %" G_GINT64_FORMAT, version + 1);

  return aft_database_run (database, steps[version], error) &&
         aft_database_run (database, set_version, error) &&
         (version + 1 < AFT_SCHEMA_VERSION || set_identity (database, error));
}

static gboolean
run_step (AftDatabase *database, gint64 version, GError **error)
{
  return aft_database_run (database, "BEGIN IMMEDIATE", error) &&
         aft_database_end (database, run_inside (database, version, error), error);
}

/* Nothing but tables and indexes of ours: what another program made, or what somebody put into the
 * file to have it run, is no library. */
static gboolean
check_schema (AftDatabase *database, gint64 version, GError **error)
{
  static const char *const queries[] = {
    "SELECT count (*) FROM sqlite_schema",
    "SELECT count (*) FROM sqlite_schema WHERE type NOT IN ('table', 'index')",
  };
  gint64 n_foreign;

  if (!aft_database_get_integer (database, queries[version == 0 ? 0 : 1], &n_foreign, error))
    return FALSE;
  if (n_foreign == 0)
    return TRUE;
  g_set_error_literal (
      error, AFT_STORE_ERROR, AFT_STORE_ERROR_CORRUPT, "the file is not a library");
  return FALSE;
}

static gboolean
keep_copy (AftDatabase *database, const char *path, gint64 version, GError **error)
{
  g_autofree char *copy = g_strdup_printf ("%s.v%" G_GINT64_FORMAT, path, version);

  if (*path == '\0' || version == 0)
    return TRUE;
  g_unlink (copy);
  return aft_database_backup (database, copy, error);
}

gboolean
aft_migrations_run (AftDatabase *database, const char *path, GError **error)
{
  gint64 version;

  if (!aft_database_get_integer (database, "PRAGMA user_version", &version, error))
    return FALSE;
  version = MAX (version, 0);
  if (version > AFT_SCHEMA_VERSION)
    {
      g_set_error_literal (error,
                           AFT_STORE_ERROR,
                           AFT_STORE_ERROR_NEWER,
                           "the library was written by a newer version");
      return FALSE;
    }
  if (!check_schema (database, version, error) || !aft_database_use_log (database, error))
    return FALSE;
  if (version < AFT_SCHEMA_VERSION && !keep_copy (database, path, version, error))
    return FALSE;
  if (version == AFT_SCHEMA_VERSION)
    return TRUE;
  for (; version < AFT_SCHEMA_VERSION; version++)
    if (!run_step (database, version, error))
      return FALSE;
  /* so that the file alone says which library it is */
  aft_database_settle (database);
  return TRUE;
}

AftDatabase *
aft_migrations_open (const char *path, GError **error)
{
  g_autoptr (AftDatabase) database = aft_database_open (path, AFT_DATABASE_WRITE, error);

  if (database == NULL || !aft_migrations_run (database, path, error))
    return NULL;
  if (*path != '\0')
    g_chmod (path, 0600);
  return g_steal_pointer (&database);
}
