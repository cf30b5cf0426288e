/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/shelf-private.h"
#include "store/shelf.h"

/* FALSE with NOT_FOUND where the query, which takes the id, has no row. */
static gboolean
need_document (AftDatabase *database, const char *sql, const char *id, GError **error)
{
  g_autoptr (AftStatement) statement = aft_database_prepare (database, error, sql, "s", id);
  gboolean has_row;

  if (statement == NULL || !aft_database_step (database, statement, &has_row, error))
    return FALSE;
  return has_row ? TRUE : aft_shelf_fail_not_found (id, error);
}

gboolean
aft_shelf_set_trashed (AftDatabase *database, const char *id, AftInstant when, GError **error)
{
  return need_document (database, "SELECT 1 FROM documents WHERE id = ?1", id, error) &&
         aft_database_do (database,
                          error,
                          "UPDATE documents SET trashed = ?1 WHERE id = ?2",
                          "is",
                          (gint64) when,
                          id);
}

/* secure_delete overwrites what the pages held; the words that the index still holds go with
 * aft_shelf_purge_next(). */
static gboolean
erase_inside (AftDatabase *database, const char *id, GError **error)
{
  static const char *const steps[] = {
    "DELETE FROM texts WHERE rowid = (SELECT row FROM documents WHERE id = ?1)",
    "DELETE FROM history WHERE id = ?1",
    "DELETE FROM contents WHERE row = (SELECT row FROM documents WHERE id = ?1)",
    "DELETE FROM documents WHERE id = ?1",
  };

  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    if (!aft_database_do (database, error, steps[i], "s", id))
      return FALSE;
  return aft_database_run (
      database, "INSERT OR REPLACE INTO state (key, value) VALUES ('purge', 1)", error);
}

gboolean
aft_shelf_erase (AftDatabase *database, const char *id, GError **error)
{
  return need_document (
             database, "SELECT 1 FROM documents WHERE id = ?1 AND trashed != 0", id, error) &&
         aft_database_run (database, "BEGIN IMMEDIATE", error) &&
         aft_database_end (database, erase_inside (database, id, error), error);
}

/* A stamp from the future, or from before the last edit, was made by a clock that was wrong: the
 * time in the trash starts now. */
static gboolean
stamp_anew (AftDatabase *database, AftInstant now, GError **error)
{
  return aft_database_do (database,
                          error,
                          "UPDATE documents SET trashed = ?1 WHERE trashed != 0 AND "
                          "(trashed > ?1 OR trashed < modified - ?2)",
                          "ii",
                          (gint64) now,
                          (gint64) AFT_DAY);
}

/* (element-type utf8) */
static GPtrArray *
list_expired (AftDatabase *database, AftInstant before, GError **error)
{
  g_autoptr (GPtrArray) ids = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (AftStatement) statement =
      aft_database_prepare (database,
                            error,
                            "SELECT id FROM documents WHERE trashed != 0 AND trashed < ?1",
                            "i",
                            (gint64) before);
  gboolean has_row = TRUE;

  while (statement != NULL && has_row)
    {
      if (!aft_database_step (database, statement, &has_row, error))
        return NULL;
      if (has_row)
        g_ptr_array_add (ids, g_strdup ((const char *) sqlite3_column_text (statement, 0)));
    }
  return statement != NULL ? g_steal_pointer (&ids) : NULL;
}

static gboolean
expire_inside (AftDatabase *database, AftInstant now, GError **error)
{
  g_autoptr (GPtrArray) ids = NULL;
  gint64 seen;

  if (!aft_database_get_integer (
          database, "SELECT value FROM state WHERE key = 'seen'", &seen, error) ||
      !stamp_anew (database, now, error))
    return FALSE;
  ids = list_expired (database, MIN (seen, now) - AFT_SHELF_TRASH_TIME, error);
  for (guint i = 0; ids != NULL && i < ids->len; i++)
    if (!erase_inside (database, ids->pdata[i], error))
      return FALSE;
  return ids != NULL &&
         aft_database_do (database,
                          error,
                          "INSERT OR REPLACE INTO state (key, value) VALUES ('seen', ?1)",
                          "i",
                          (gint64) now);
}

gboolean
aft_shelf_expire_trash (AftDatabase *database, AftInstant now, GError **error)
{
  return aft_database_run (database, "BEGIN IMMEDIATE", error) &&
         aft_database_end (database, expire_inside (database, now, error), error);
}
