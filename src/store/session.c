/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/session.h"

#include "store/library.h"
#include "store/opening.h"
#include "store/shelf.h"

/* What was saved a moment ago must be listed and found, but nobody waits for a whole library. */
#define MAX_DIGESTED_FIRST 16

struct _AftSession
{
  AftOpening  opening;
  GHashTable *edited; /* ids saved since it was opened */
  gboolean    has_begun;
  char       *news; /* that the library was mended, until it is taken */
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

static gboolean
digest_saved (AftSession *self, GCancellable *cancellable, GError **error)
{
  if (self->opening.is_read_only || self->opening.database == NULL)
    return TRUE;
  for (guint i = 0; i < MAX_DIGESTED_FIRST && aft_shelf_digest_next (self->opening.database, NULL);
       i++)
    if (g_cancellable_set_error_if_cancelled (cancellable, error))
      return FALSE;
  return TRUE;
}

void
aft_session_close (AftSession *self)
{
  if (self->has_begun)
    digest_saved (self, NULL, NULL);
  aft_opening_close (&self->opening);
  g_hash_table_unref (self->edited);
  g_free (self->news);
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

static gboolean
begin (AftSession *self, GError **error)
{
  self->has_begun = TRUE;
  if (self->opening.is_read_only)
    return TRUE;
  /* what could not be erased today will be tomorrow */
  return aft_opening_check (&self->opening, error) &&
         (aft_shelf_expire_trash (self->opening.database, aft_instant_now (), NULL) || TRUE);
}

static gpointer
run (AftSession *self, AftRequest *request, GCancellable *cancellable, GError **error)
{
  if (self->opening.database == NULL)
    {
      g_set_error_literal (
          error, AFT_STORE_ERROR, AFT_STORE_ERROR_CORRUPT, "the library is damaged");
      return NULL;
    }
  if (!self->has_begun && !begin (self, error))
    return NULL;
  return request->work (self, request, cancellable, error);
}

static gboolean
mend (AftSession *self, GError **error)
{
  if (self->opening.is_read_only || *self->opening.path == '\0' ||
      !aft_opening_mend (&self->opening, error))
    return FALSE;
  g_free (self->news);
  self->news = g_strdup (self->opening.notice);
  return TRUE;
}

/* Damage shows when a page is read: the library is mended then and there, and asked again. */
gpointer
aft_session_run (AftSession *self, AftRequest *request, GCancellable *cancellable, GError **error)
{
  g_autoptr (GError) local = NULL;
  gpointer result;

  if (request->writes && self->opening.is_read_only)
    {
      g_set_error_literal (
          error, AFT_STORE_ERROR, AFT_STORE_ERROR_READ_ONLY, "the library can only be read");
      return NULL;
    }
  result = run (self, request, cancellable, &local);
  if (result == NULL && g_error_matches (local, AFT_STORE_ERROR, AFT_STORE_ERROR_CORRUPT) &&
      mend (self, NULL))
    return run (self, request, cancellable, error);
  if (result == NULL)
    g_propagate_error (error, g_steal_pointer (&local));
  return result;
}

char *
aft_session_take_news (AftSession *self)
{
  return g_steal_pointer (&self->news);
}

gboolean
aft_session_tidy (gpointer session)
{
  AftSession  *self = session;
  AftDatabase *database = self->opening.database;

  if (!self->has_begun || self->opening.is_read_only || database == NULL)
    return FALSE;
  return aft_shelf_digest_next (database, NULL) || aft_shelf_purge_next (database, NULL);
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
  if (!digest_saved (self, cancellable, error))
    return NULL;
  return aft_shelf_list (self->opening.database, request->trashed, error);
}

gpointer
aft_session_search (AftSession   *self,
                    AftRequest   *request,
                    GCancellable *cancellable,
                    GError      **error)
{
  if (!digest_saved (self, cancellable, error))
    return NULL;
  return aft_shelf_search (self->opening.database, request->key, request->limit, error);
}

gpointer
aft_session_trash (AftSession *self, AftRequest *request, GCancellable *cancellable, GError **error)
{
  AftInstant when = request->trashed ? aft_instant_now () : 0;

  return GINT_TO_POINTER (
      aft_shelf_set_trashed (self->opening.database, request->key, when, error));
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
