/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>
#include <sqlite3.h>

G_BEGIN_DECLS

/* A thin layer over one SQLite connection: prepare, bind, step, and result codes mapped to the few
 * errors of the store. Used from the worker thread alone. */
typedef struct _AftDatabase AftDatabase;
typedef sqlite3_stmt        AftStatement;

/* path "" is a private database in memory. */
AftDatabase *aft_database_open (const char *path, gboolean read_only, GError **error);
void         aft_database_close (AftDatabase *self);
gboolean     aft_database_run (AftDatabase *self, const char *sql, GError **error);
gboolean
aft_database_get_integer (AftDatabase *self, const char *sql, gint64 *value, GError **error);
/* quick_check: FALSE with AFT_STORE_ERROR_CORRUPT where it finds anything. */
gboolean aft_database_check (AftDatabase *self, GError **error);
/* A copy of the whole database in a new file. */
gboolean aft_database_backup (AftDatabase *self, const char *path, GError **error);

/* format: one letter a value to bind: s text, i gint64, d double, n NULL (takes no argument). */
AftStatement *
aft_database_prepare (AftDatabase *self, GError **error, const char *sql, const char *format, ...);
/* TRUE with has_row telling whether a row is there. */
gboolean
aft_database_step (AftDatabase *self, AftStatement *statement, gboolean *has_row, GError **error);
/* Prepares, runs to the end and frees. */
gboolean
aft_database_do (AftDatabase *self, GError **error, const char *sql, const char *format, ...);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AftDatabase, aft_database_close)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AftStatement, sqlite3_finalize)

G_END_DECLS
