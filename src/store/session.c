/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/session.h"

#include "store/library.h"
#include "store/opening.h"
#include "store/shelf.h"

/* What was saved a moment ago must be found, but nobody waits for a whole library to be indexed. */
#define MAX_INDEXED_BEFORE_SEARCH 16

struct _AftSession
{
  AftOpening  opening;
  GHashTable *edited; /* ids saved since it was opened */
};

AftSession *
aft_session_open (const char *path, gboolean look_only, GError **error)
{
  g_autoptr (AftSession) self = g_new0 (AftSession, 1);

  self->edited = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  if (look_only ? aft_opening_open_read_only (&self->opening, path, error)
                : aft_opening_open (&self->opening, path, error))
    return g_steal_pointer (&self);
  return NULL;
}

void
aft_session_close (AftSession *self)
{
  aft_opening_close (&self->opening);
  g_hash_table_unref (self->edited);
  g_free (self);
}

gboolean
aft_session_get_read_only (AftSession *self)
{
  return self->opening.is_read_only;
}

const char *
aft_session_get_notice (AftSession *self)
{
  return self->opening.notice;
}

gpointer
aft_session_run (AftSession *self, AftRequest *request, GCancellable *cancellable, GError **error)
{
  if (request->writes && self->opening.is_read_only)
    {
      g_set_error_literal (
          error, AFT_STORE_ERROR, AFT_STORE_ERROR_READ_ONLY, "the library can only be read");
      return NULL;
    }
  return request->work (self, request, cancellable, error);
}

gboolean
aft_session_tidy (gpointer session)
{
  AftSession *self = session;

  return !self->opening.is_read_only && aft_shelf_index_next (self->opening.database, NULL);
}

gpointer
aft_session_save (AftSession *self, AftRequest *request, GCancellable *cancellable, GError **error)
{
  gboolean is_first = !g_hash_table_contains (self->edited, request->key);

  if (!aft_shelf_put (self->opening.database, request->key, request->json, is_first, error))
    return NULL;
  if (is_first)
    g_hash_table_add (self->edited, g_strdup (request->key));
  return GINT_TO_POINTER (TRUE);
}

gpointer
aft_session_load (AftSession *self, AftRequest *request, GCancellable *cancellable, GError **error)
{
  return aft_shelf_get (self->opening.database, request->key, error);
}

gpointer
aft_session_list (AftSession *self, AftRequest *request, GCancellable *cancellable, GError **error)
{
  return aft_shelf_list (self->opening.database, request->trashed, error);
}

gpointer
aft_session_search (AftSession   *self,
                    AftRequest   *request,
                    GCancellable *cancellable,
                    GError      **error)
{
  for (guint i = 0; i < MAX_INDEXED_BEFORE_SEARCH && aft_session_tidy (self); i++)
    if (g_cancellable_set_error_if_cancelled (cancellable, error))
      return NULL;
  return aft_shelf_search (self->opening.database, request->key, request->limit, error);
}

gpointer
aft_session_trash (AftSession *self, AftRequest *request, GCancellable *cancellable, GError **error)
{
  return GINT_TO_POINTER (
      aft_shelf_set_trashed (self->opening.database, request->key, request->trashed, error));
}

gpointer
aft_session_erase (AftSession *self, AftRequest *request, GCancellable *cancellable, GError **error)
{
  return GINT_TO_POINTER (aft_shelf_erase (self->opening.database, request->key, error));
}

void
aft_request_free (gpointer data)
{
  AftRequest *request = data;

  g_free (request->key);
  g_clear_pointer (&request->json, g_bytes_unref);
  g_free (request);
}
