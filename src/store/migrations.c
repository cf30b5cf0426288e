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
};

static gboolean
run_step (AftDatabase *database, gint64 version, GError **error)
{
  g_autofree char *set_version =
      g_strdup_printf ("PRAGMA user_version = %" G_GINT64_FORMAT, version + 1);

  if (!aft_database_run (database, "BEGIN IMMEDIATE", error))
    return FALSE;
  if (aft_database_run (database, steps[version], error) &&
      aft_database_run (database, set_version, error) &&
      aft_database_run (database, "COMMIT", error))
    return TRUE;
  aft_database_run (database, "ROLLBACK", NULL);
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
  if (version > AFT_SCHEMA_VERSION)
    {
      g_set_error_literal (error,
                           AFT_STORE_ERROR,
                           AFT_STORE_ERROR_NEWER,
                           "the library was written by a newer version");
      return FALSE;
    }
  if (version < AFT_SCHEMA_VERSION && !keep_copy (database, path, version, error))
    return FALSE;
  for (; version < AFT_SCHEMA_VERSION; version++)
    if (!run_step (database, version, error))
      return FALSE;
  return TRUE;
}
