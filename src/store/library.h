/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/record.h"
#include "store/entry.h"

G_BEGIN_DECLS

#define AFT_STORE_ERROR (aft_store_error_quark ())
typedef enum
{
  AFT_STORE_ERROR_FULL,      /* disk or quota full */
  AFT_STORE_ERROR_READ_ONLY, /* no permission, read-only medium */
  AFT_STORE_ERROR_NEWER,     /* written by a newer version */
  AFT_STORE_ERROR_CORRUPT,
  AFT_STORE_ERROR_BUSY,      /* another process holds it */
  AFT_STORE_ERROR_NOT_FOUND, /* no such document */
  AFT_STORE_ERROR_FAILED,
} AftStoreError;
GQuark aft_store_error_quark (void);

/* Everything the user has written: one SQLite file, one connection, one worker thread. Asynchronous
 * calls are carried out in the order they were made. */
#define AFT_TYPE_LIBRARY (aft_library_get_type ())
G_DECLARE_FINAL_TYPE (AftLibrary, aft_library, AFT, LIBRARY, GObject)

/* $XDG_DATA_HOME/afterword/library.db. Transfer full. */
char *aft_library_default_path (void);
/* Opens or creates, migrates; waits for the worker. path "" is a private one in memory. */
AftLibrary *aft_library_open (const char *path, GError **error);
/* To look something up beside whoever writes: takes no lock, migrates and mends nothing. */
AftLibrary *aft_library_open_read_only (const char *path, GError **error);
/* Waits for everything queued, checkpoints and closes. Further calls fail. */
void        aft_library_close (AftLibrary *self);
const char *aft_library_get_path (AftLibrary *self);
gboolean    aft_library_get_read_only (AftLibrary *self);
/* What was mended, or why it is read-only, to be told to the user; NULL where all is well. Changes
 * where damage shows up later. */
const char *aft_library_get_notice (AftLibrary *self);

/* json: the file's text (a copy: the document may change on). Its id is the key. */
void     aft_library_save_async (AftLibrary         *self,
                                 const char         *id,
                                 GBytes             *json,
                                 GCancellable       *cancellable,
                                 GAsyncReadyCallback callback,
                                 gpointer            data);
gboolean aft_library_save_finish (AftLibrary *self, GAsyncResult *result, GError **error);
gboolean aft_library_save (AftLibrary *self, const char *id, GBytes *json, GError **error);

/* The file's text. */
void    aft_library_load_async (AftLibrary         *self,
                                const char         *id,
                                GCancellable       *cancellable,
                                GAsyncReadyCallback callback,
                                gpointer            data);
GBytes *aft_library_load_finish (AftLibrary *self, GAsyncResult *result, GError **error);
GBytes *aft_library_load (AftLibrary *self, const char *id, GError **error);

/* All documents, newest incident first. (element-type AftEntry) transfer full. */
void       aft_library_list_async (AftLibrary         *self,
                                   gboolean            trashed,
                                   GCancellable       *cancellable,
                                   GAsyncReadyCallback callback,
                                   gpointer            data);
GPtrArray *aft_library_list_finish (AftLibrary *self, GAsyncResult *result, GError **error);
GPtrArray *aft_library_list (AftLibrary *self, gboolean trashed, GError **error);

/* Words in any order, the last one as a prefix; best first, at most limit; any text is fine. */
void       aft_library_search_async (AftLibrary         *self,
                                     const char         *query,
                                     guint               limit,
                                     GCancellable       *cancellable,
                                     GAsyncReadyCallback callback,
                                     gpointer            data);
GPtrArray *aft_library_search_finish (AftLibrary *self, GAsyncResult *result, GError **error);
GPtrArray *aft_library_search (AftLibrary *self, const char *query, guint limit, GError **error);

/* Trash and back; erase is for ever and only works on what is in the trash. What has been there for
 * 30 days is erased when the library is opened. */
void     aft_library_set_trashed_async (AftLibrary         *self,
                                        const char         *id,
                                        gboolean            trashed,
                                        GCancellable       *cancellable,
                                        GAsyncReadyCallback callback,
                                        gpointer            data);
gboolean aft_library_set_trashed_finish (AftLibrary *self, GAsyncResult *result, GError **error);
void     aft_library_erase_async (AftLibrary         *self,
                                  const char         *id,
                                  GCancellable       *cancellable,
                                  GAsyncReadyCallback callback,
                                  gpointer            data);
gboolean aft_library_erase_finish (AftLibrary *self, GAsyncResult *result, GError **error);

/* property "notice" (string, notify)
 * signal "changed" (AftLibrary *self, const char *id): on the main thread, after a save, trash or
 * erase took effect; also whenever another part of the program should list again */

G_END_DECLS
