/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>
#include <sqlite3.h>

G_BEGIN_DECLS

/* A thin layer over one SQLite connection: prepare, bind, step, and result codes mapped to the few
 * errors of the store. Used from the worker thread alone. */
typedef struct _AftDatabase AftDatabase;
typedef sqlite3_stmt        AftStatement;

typedef enum
{
  AFT_DATABASE_WRITE,  /* made where there is none */
  AFT_DATABASE_READ,   /* beside a writer */
  AFT_DATABASE_FROZEN, /* a file that nobody can write, not even its log */
} AftDatabaseMode;

/* path "" is a private database in memory. */
AftDatabase *aft_database_open (const char *path, AftDatabaseMode mode, GError **error);
/* Writes nothing: the log stays beside the file until somebody settles it. */
void aft_database_close (AftDatabase *self);
/* A write-ahead log from now on, where the database is a file; this may write to it. */
gboolean aft_database_use_log (AftDatabase *self, GError **error);
/* Brings the log into the file; the log goes when the database is closed. */
void     aft_database_settle (AftDatabase *self);
gboolean aft_database_run (AftDatabase *self, const char *sql, GError **error);
gboolean
aft_database_get_integer (AftDatabase *self, const char *sql, gint64 *value, GError **error);
/* quick_check: FALSE with AFT_STORE_ERROR_CORRUPT where it finds anything. */
gboolean aft_database_check (AftDatabase *self, GError **error);
/* A copy of the whole database in a new file. */
gboolean aft_database_backup (AftDatabase *self, const char *path, GError **error);

/* The same database in memory. */
AftDatabase *aft_database_copy_to_memory (AftDatabase *self, GError **error);
/* Of a transaction: COMMIT where is_fine, else, or where that fails, ROLLBACK. */
gboolean aft_database_end (AftDatabase *self, gboolean is_fine, GError **error);

/* format: one letter a value to bind: s text, b GBytes * bound as text, which must outlive the
 * statement, i gint64, d double, o const gint64 *, where NULL is bound as NULL. */
AftStatement *
aft_database_prepare (AftDatabase *self, GError **error, const char *sql, const char *format, ...);
/* The statement from its start, with other values. */
gboolean aft_database_bind_again (AftDatabase  *self,
                                  AftStatement *statement,
                                  GError      **error,
                                  const char   *format,
                                  ...);
/* TRUE with has_row telling whether a row is there. */
gboolean
aft_database_step (AftDatabase *self, AftStatement *statement, gboolean *has_row, GError **error);
/* Prepares, runs to the end and frees. */
gboolean
aft_database_do (AftDatabase *self, GError **error, const char *sql, const char *format, ...);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AftDatabase, aft_database_close)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AftStatement, sqlite3_finalize)

G_END_DECLS
