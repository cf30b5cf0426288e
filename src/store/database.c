/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/database.h"

#include <stdarg.h>
#include <string.h>

#include "store/library.h"
#include "store/relevance.h"

#define BUSY_TIMEOUT_MS 5000

struct _AftDatabase
{
  sqlite3 *connection;
};

static AftStoreError
map_code (int code)
{
  switch (code & 0xFF)
    {
    case SQLITE_FULL:
      return AFT_STORE_ERROR_FULL;
    case SQLITE_READONLY:
    case SQLITE_PERM:
    case SQLITE_CANTOPEN:
    case SQLITE_AUTH:
      return AFT_STORE_ERROR_READ_ONLY;
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB:
      return AFT_STORE_ERROR_CORRUPT;
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
      return AFT_STORE_ERROR_BUSY;
    default:
      return AFT_STORE_ERROR_FAILED;
    }
}

static gboolean
fail (AftDatabase *self, int code, GError **error)
{
  g_set_error (error,
               AFT_STORE_ERROR,
               map_code (code),
               "%s",
               self->connection != NULL ? sqlite3_errmsg (self->connection)
                                        : sqlite3_errstr (code));
  return FALSE;
}

gboolean
aft_database_run (AftDatabase *self, const char *sql, GError **error)
{
  int code = sqlite3_exec (self->connection, sql, NULL, NULL, NULL);

  return code == SQLITE_OK ? TRUE : fail (self, code, error);
}

/* Opening untrusted or damaged files must not run what they hold, and must not crash. */
static gboolean
configure (AftDatabase *self, GError **error)
{
  int code;

  sqlite3_db_config (self->connection, SQLITE_DBCONFIG_DEFENSIVE, 1, NULL);
  sqlite3_db_config (self->connection, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, NULL);
  sqlite3_db_config (self->connection, SQLITE_DBCONFIG_DQS_DML, 0, NULL);
  sqlite3_db_config (self->connection, SQLITE_DBCONFIG_DQS_DDL, 0, NULL);
  sqlite3_db_config (self->connection, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1, NULL);
  sqlite3_busy_timeout (self->connection, BUSY_TIMEOUT_MS);
  sqlite3_limit (self->connection, SQLITE_LIMIT_ATTACHED, 2);
  code = aft_relevance_install (self->connection);
  if (code != SQLITE_OK)
    return fail (self, code, error);
  return aft_database_run (self,
                           "PRAGMA cell_size_check = ON; PRAGMA mmap_size = 0;"
                           "PRAGMA foreign_keys = ON; PRAGMA secure_delete = ON;"
                           "PRAGMA synchronous = FULL;",
                           error);
}

static char *
name_of (const char *path, AftDatabaseMode mode)
{
  g_autofree char *uri = NULL;

  if (*path == '\0')
    return g_strdup (":memory:");
  if (mode != AFT_DATABASE_FROZEN)
    return g_strdup (path);
  uri = g_filename_to_uri (path, NULL, NULL);
  return g_strconcat (uri != NULL ? uri : path, "?immutable=1", NULL);
}

AftDatabase *
aft_database_open (const char *path, AftDatabaseMode mode, GError **error)
{
  static const int flags[] = {
    [AFT_DATABASE_WRITE] = SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE,
    [AFT_DATABASE_READ] = SQLITE_OPEN_READONLY,
    [AFT_DATABASE_FROZEN] = SQLITE_OPEN_READONLY | SQLITE_OPEN_URI,
  };
  g_autoptr (AftDatabase) self = g_new0 (AftDatabase, 1);
  g_autofree char *name = name_of (path, mode);
  int              code = sqlite3_open_v2 (
      name, &self->connection, flags[mode] | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE, NULL);

  if (code != SQLITE_OK)
    {
      fail (self, code, error);
      return NULL;
    }
  /* SQLite opens for reading what it may not write */
  if (mode == AFT_DATABASE_WRITE && sqlite3_db_readonly (self->connection, "main") == 1)
    {
      fail (self, SQLITE_READONLY, error);
      return NULL;
    }
  if (!configure (self, error))
    return NULL;
  return g_steal_pointer (&self);
}

void
aft_database_close (AftDatabase *self)
{
  if (self == NULL)
    return;
  sqlite3_close_v2 (self->connection);
  g_free (self);
}

gboolean
aft_database_use_log (AftDatabase *self, GError **error)
{
  return aft_database_run (self, "PRAGMA journal_mode = WAL", error);
}

void
aft_database_settle (AftDatabase *self)
{
  if (aft_database_run (self, "PRAGMA wal_checkpoint (TRUNCATE)", NULL))
    sqlite3_db_config (self->connection, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 0, NULL);
}

AftDatabase *
aft_database_copy_to_memory (AftDatabase *self, GError **error)
{
  g_autoptr (AftDatabase) copy = aft_database_open ("", AFT_DATABASE_WRITE, error);
  sqlite3_backup *backup;
  int             code;

  if (copy == NULL)
    return NULL;
  backup = sqlite3_backup_init (copy->connection, "main", self->connection, "main");
  sqlite3_backup_step (backup, -1);
  code = sqlite3_backup_finish (backup);
  if (code == SQLITE_OK)
    return g_steal_pointer (&copy);
  fail (copy, code, error);
  return NULL;
}

gboolean
aft_database_end (AftDatabase *self, gboolean is_fine, GError **error)
{
  if (is_fine && aft_database_run (self, "COMMIT", error))
    return TRUE;
  aft_database_run (self, "ROLLBACK", NULL);
  return FALSE;
}

static int
bind_optional (AftStatement *statement, int index, const gint64 *value)
{
  return value != NULL ? sqlite3_bind_int64 (statement, index, *value)
                       : sqlite3_bind_null (statement, index);
}

static int
bind_bytes (AftStatement *statement, int index, GBytes *bytes)
{
  gsize       length;
  const char *text = g_bytes_get_data (bytes, &length);

  return sqlite3_bind_text64 (statement, index, text, length, SQLITE_STATIC, SQLITE_UTF8);
}

static gboolean
bind_all (AftDatabase  *self,
          AftStatement *statement,
          const char   *format,
          va_list       args,
          GError      **error)
{
  for (int i = 1; format[i - 1] != '\0'; i++)
    {
      int code = SQLITE_OK;

      switch (format[i - 1])
        {
        case 's':
          code =
              sqlite3_bind_text (statement, i, va_arg (args, const char *), -1, SQLITE_TRANSIENT);
          break;
        case 'b':
          code = bind_bytes (statement, i, va_arg (args, GBytes *));
          break;
        case 'i':
          code = sqlite3_bind_int64 (statement, i, va_arg (args, gint64));
          break;
        case 'd':
          code = sqlite3_bind_double (statement, i, va_arg (args, double));
          break;
        default:
          g_assert (format[i - 1] == 'o');
          code = bind_optional (statement, i, va_arg (args, const gint64 *));
        }
      if (code != SQLITE_OK)
        return fail (self, code, error);
    }
  return TRUE;
}

static AftStatement *
prepare (AftDatabase *self, const char *sql, const char *format, va_list args, GError **error)
{
  g_autoptr (AftStatement) statement = NULL;
  int code = sqlite3_prepare_v2 (self->connection, sql, -1, &statement, NULL);

  if (code != SQLITE_OK)
    {
      fail (self, code, error);
      return NULL;
    }
  if (!bind_all (self, statement, format, args, error))
    return NULL;
  return g_steal_pointer (&statement);
}

AftStatement *
aft_database_prepare (AftDatabase *self, GError **error, const char *sql, const char *format, ...)
{
  AftStatement *statement;
  va_list       args;

  va_start (args, format);
  statement = prepare (self, sql, format, args, error);
  va_end (args);
  return statement;
}

gboolean
aft_database_bind_again (AftDatabase  *self,
                         AftStatement *statement,
                         GError      **error,
                         const char   *format,
                         ...)
{
  gboolean is_bound;
  va_list  args;

  sqlite3_reset (statement);
  va_start (args, format);
  is_bound = bind_all (self, statement, format, args, error);
  va_end (args);
  return is_bound;
}

gboolean
aft_database_step (AftDatabase *self, AftStatement *statement, gboolean *has_row, GError **error)
{
  int code = sqlite3_step (statement);

  *has_row = code == SQLITE_ROW;
  return code == SQLITE_ROW || code == SQLITE_DONE ? TRUE : fail (self, code, error);
}

gboolean
aft_database_do (AftDatabase *self, GError **error, const char *sql, const char *format, ...)
{
  g_autoptr (AftStatement) statement = NULL;
  gboolean has_row = TRUE;
  va_list  args;

  va_start (args, format);
  statement = prepare (self, sql, format, args, error);
  va_end (args);
  while (statement != NULL && has_row)
    if (!aft_database_step (self, statement, &has_row, error))
      return FALSE;
  return statement != NULL;
}

gboolean
aft_database_get_integer (AftDatabase *self, const char *sql, gint64 *value, GError **error)
{
  g_autoptr (AftStatement) statement = aft_database_prepare (self, error, sql, "");
  gboolean has_row;

  if (statement == NULL || !aft_database_step (self, statement, &has_row, error))
    return FALSE;
  *value = has_row ? sqlite3_column_int64 (statement, 0) : 0;
  return TRUE;
}

gboolean
aft_database_check (AftDatabase *self, GError **error)
{
  g_autoptr (AftStatement) statement =
      aft_database_prepare (self, error, "PRAGMA quick_check(1)", "");
  const char *result;
  gboolean    has_row;

  if (statement == NULL || !aft_database_step (self, statement, &has_row, error))
    return FALSE;
  result = has_row ? (const char *) sqlite3_column_text (statement, 0) : NULL;
  if (g_strcmp0 (result, "ok") == 0)
    return TRUE;
  g_set_error (error,
               AFT_STORE_ERROR,
               AFT_STORE_ERROR_CORRUPT,
               "%s",
               result != NULL ? result : "quick_check gave no answer");
  return FALSE;
}

gboolean
aft_database_backup (AftDatabase *self, const char *path, GError **error)
{
  return aft_database_do (self, error, "VACUUM INTO ?1", "s", path);
}
