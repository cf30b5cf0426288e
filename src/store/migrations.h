/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/database.h"

G_BEGIN_DECLS

/* What PRAGMA user_version says of a library of this program. */
#define AFT_SCHEMA_VERSION 2

/* Brings the database to AFT_SCHEMA_VERSION: each step in one transaction with its version, after
 * a copy of the file beside it ("library.db.v1"). A newer one is AFT_STORE_ERROR_NEWER. */
gboolean aft_migrations_run (AftDatabase *database, const char *path, GError **error);
/* Opens or makes the library at path for its owner to write, at AFT_SCHEMA_VERSION. */
AftDatabase *aft_migrations_open (const char *path, GError **error);

G_END_DECLS
