/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "base/instant.h"
#include "model/record.h"
#include "store/database.h"

G_BEGIN_DECLS

/* What the library does with its tables; called on the worker thread. */
#define AFT_SHELF_MAX_SNAPSHOTS 50 /* kept per document */
#define AFT_SHELF_TRASH_TIME    (30 * AFT_DAY)

/* One transaction, durable when it returns. snapshot: keep the text that is replaced, as the state
 * before this session. Only the text: lists and search know it after aft_shelf_digest_next(). */
gboolean aft_shelf_put (AftDatabase *database,
                        const char  *id,
                        GBytes      *json,
                        gboolean     snapshot,
                        GError     **error);
/* With what lists show, read from the root, and within a transaction of the caller's, which ends it
 * as it fails. */
gboolean aft_shelf_put_read (AftDatabase *database, AftRecord *root, GBytes *json, GError **error);
/* A text of an earlier session, newer than those added before. */
gboolean
aft_shelf_add_snapshot (AftDatabase *database, const char *id, GBytes *json, GError **error);
GBytes *aft_shelf_get (AftDatabase *database, const char *id, GError **error);
/* (element-type AftEntry) transfer full. */
GPtrArray *aft_shelf_list (AftDatabase *database, gboolean trashed, GError **error);
/* when: 0 takes it out of the trash. */
gboolean
aft_shelf_set_trashed (AftDatabase *database, const char *id, AftInstant when, GError **error);
/* Only what is in the trash: with its history and its words in the index. */
gboolean aft_shelf_erase (AftDatabase *database, const char *id, GError **error);
/* Erases what has been in the trash for AFT_SHELF_TRASH_TIME, once a session. A clock that is wrong
 * for one session erases nothing: the time has to be over by the clock of the last one too. */
gboolean aft_shelf_expire_trash (AftDatabase *database, AftInstant now, GError **error);
/* Reads one document that was saved since, for lists and search; FALSE where there is none left, or
 * with an error. */
gboolean aft_shelf_digest_next (AftDatabase *database, GError **error);
/* One step of driving words of erased documents out of the index; FALSE likewise. */
gboolean   aft_shelf_purge_next (AftDatabase *database, GError **error);
GPtrArray *aft_shelf_search (AftDatabase *database, const char *query, guint limit, GError **error);
/* User text as an FTS5 query: each word quoted, the last one a prefix; NULL where nothing is
 * left to look for. */
char *aft_shelf_build_query (const char *text);

G_END_DECLS
