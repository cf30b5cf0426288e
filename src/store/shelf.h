/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/database.h"

G_BEGIN_DECLS

/* What the library does with its tables; called on the worker thread. */
#define AFT_SHELF_MAX_SNAPSHOTS 50 /* kept per document */

/* One transaction, durable when it returns. snapshot: keep the text that is replaced, as the state
 * before this session. The text is found by search after aft_shelf_index_next(). */
gboolean aft_shelf_put (AftDatabase *database,
                        const char  *id,
                        GBytes      *json,
                        gboolean     snapshot,
                        GError     **error);
GBytes  *aft_shelf_get (AftDatabase *database, const char *id, GError **error);
/* (element-type AftEntry) transfer full. */
GPtrArray *aft_shelf_list (AftDatabase *database, gboolean trashed, GError **error);
gboolean
aft_shelf_set_trashed (AftDatabase *database, const char *id, gboolean trashed, GError **error);
gboolean aft_shelf_erase (AftDatabase *database, const char *id, GError **error);
/* Brings one document that was saved since into the index; FALSE where there is none left, or with
 * an error. */
gboolean   aft_shelf_index_next (AftDatabase *database, GError **error);
GPtrArray *aft_shelf_search (AftDatabase *database, const char *query, guint limit, GError **error);
/* User text as an FTS5 query: each word quoted, the last one a prefix; NULL where nothing is
 * left to look for. */
char *aft_shelf_build_query (const char *text);

G_END_DECLS
