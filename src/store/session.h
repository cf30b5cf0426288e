/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* An open library as its worker sees it: what can be asked of it, one request after the other. Used
 * on one thread at a time; knows nothing of tasks and objects. */
typedef struct _AftSession AftSession;
typedef struct _AftRequest AftRequest;

/* What a request asks for. Returns the result, not NULL, or NULL with an error. */
typedef gpointer (*AftWork) (AftSession   *self,
                             AftRequest   *request,
                             GCancellable *cancellable,
                             GError      **error);

/* Copies, so that the caller may go on. */
struct _AftRequest
{
  AftWork        work;
  GDestroyNotify destroy; /* of the result; NULL for those that return TRUE */
  gboolean       writes;  /* refused where the library can only be read */
  char          *key;     /* a document's id, or the query */
  GBytes        *json;
  gboolean       trashed;
  guint          limit;
};

/* Waits for the disk. path "" is a private one in memory. */
AftSession *aft_session_open (const char *path, gboolean look_only, GError **error);
/* Checkpoints, unlocks, frees. */
void        aft_session_close (AftSession *self);
gboolean    aft_session_get_read_only (AftSession *self);
const char *aft_session_get_notice (AftSession *self);

gpointer
aft_session_run (AftSession *self, AftRequest *request, GCancellable *cancellable, GError **error);
/* That the library had to be mended since it was opened, once; NULL where it was not. */
char *aft_session_take_news (AftSession *self);
/* One piece of what can wait (AftIdleWork); FALSE where nothing is left. */
gboolean aft_session_tidy (gpointer session);

gpointer aft_session_save (AftSession *, AftRequest *, GCancellable *, GError **); /* TRUE */
gpointer aft_session_load (AftSession *, AftRequest *, GCancellable *, GError **); /* GBytes */
gpointer aft_session_list (AftSession *, AftRequest *, GCancellable *, GError **); /* AftEntry… */
gpointer aft_session_search (AftSession *, AftRequest *, GCancellable *, GError **); /* AftEntry… */
gpointer aft_session_trash (AftSession *, AftRequest *, GCancellable *, GError **); /* TRUE */
gpointer aft_session_erase (AftSession *, AftRequest *, GCancellable *, GError **); /* TRUE */

void aft_request_free (gpointer request);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AftSession, aft_session_close)

G_END_DECLS
