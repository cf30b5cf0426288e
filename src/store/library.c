/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/library.h"

#include "store/session.h"
#include "store/worker.h"

struct _AftLibrary
{
  GObject     parent_instance;
  char       *path;
  gboolean    is_read_only;
  char       *notice;
  AftSession *session; /* touched on the worker's thread alone while there is a worker */
  AftWorker  *worker;  /* NULL once closed */
};

G_DEFINE_FINAL_TYPE (AftLibrary, aft_library, G_TYPE_OBJECT)

enum
{
  PROP_0,
  PROP_NOTICE,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

enum
{
  SIGNAL_CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

/* News on its way to the main thread. It does not keep the library, and so its file, alive. */
typedef struct
{
  GWeakRef library;
  char    *id;     /* of a document that changed, or NULL */
  char    *notice; /* of a library that was mended, or NULL */
} News;

static void
news_free (gpointer data)
{
  News *news = data;

  g_weak_ref_clear (&news->library);
  g_free (news->id);
  g_free (news->notice);
  g_free (news);
}

static void
take_notice (AftLibrary *self, char *notice)
{
  g_free (self->notice);
  self->notice = notice;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_NOTICE]);
}

static gboolean
tell_cb (gpointer data)
{
  News *news = data;
  g_autoptr (AftLibrary) library = g_weak_ref_get (&news->library);

  if (library == NULL)
    return G_SOURCE_REMOVE;
  if (news->notice != NULL)
    take_notice (library, g_steal_pointer (&news->notice));
  if (news->id != NULL)
    g_signal_emit (library, signals[SIGNAL_CHANGED], 0, news->id);
  return G_SOURCE_REMOVE;
}

/* On the worker's thread, where the task holds the library. Takes the notice. */
static void
tell (AftLibrary *self, const char *id, char *notice)
{
  News *news = g_new (News, 1);

  g_weak_ref_init (&news->library, self);
  news->id = g_strdup (id);
  news->notice = notice;
  g_idle_add_full (G_PRIORITY_DEFAULT, tell_cb, news, news_free);
}

static void
aft_library_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  switch (id)
    {
    case PROP_NOTICE:
      g_value_set_string (value, AFT_LIBRARY (object)->notice);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
aft_library_finalize (GObject *object)
{
  AftLibrary *self = AFT_LIBRARY (object);

  aft_library_close (self);
  g_free (self->path);
  g_free (self->notice);
  G_OBJECT_CLASS (aft_library_parent_class)->finalize (object);
}

static void
aft_library_class_init (AftLibraryClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = aft_library_get_property;
  object_class->finalize = aft_library_finalize;

  properties[PROP_NOTICE] =
      g_param_spec_string ("notice", NULL, NULL, NULL, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  signals[SIGNAL_CHANGED] = g_signal_new ("changed",
                                          G_TYPE_FROM_CLASS (klass),
                                          G_SIGNAL_RUN_LAST,
                                          0,
                                          NULL,
                                          NULL,
                                          NULL,
                                          G_TYPE_NONE,
                                          1,
                                          G_TYPE_STRING);
}

static void
aft_library_init (AftLibrary *self)
{
}

char *
aft_library_default_path (void)
{
  return g_build_filename (g_get_user_data_dir (), "afterword", "library.db", NULL);
}

static AftLibrary *
open_library (const char *path, gboolean look_only, GError **error)
{
  g_autoptr (AftSession) session = aft_session_open (path, look_only, error);
  AftLibrary *self;

  if (session == NULL)
    return NULL;
  self = g_object_new (AFT_TYPE_LIBRARY, NULL);
  self->path = g_strdup (path);
  self->is_read_only = aft_session_get_read_only (session);
  self->notice = g_strdup (aft_session_get_notice (session));
  self->session = g_steal_pointer (&session);
  self->worker = aft_worker_new (aft_session_tidy, self->session);
  return self;
}

AftLibrary *
aft_library_open (const char *path, GError **error)
{
  return open_library (path, FALSE, error);
}

AftLibrary *
aft_library_open_read_only (const char *path, GError **error)
{
  return open_library (path, TRUE, error);
}

void
aft_library_close (AftLibrary *self)
{
  g_clear_pointer (&self->worker, aft_worker_finish);
  g_clear_pointer (&self->session, aft_session_close);
}

const char *
aft_library_get_path (AftLibrary *self)
{
  return self->path;
}

gboolean
aft_library_get_read_only (AftLibrary *self)
{
  return self->is_read_only;
}

const char *
aft_library_get_notice (AftLibrary *self)
{
  return self->notice;
}

static void
request_job (GTask *task, gpointer session, AftAnswer *answer)
{
  AftRequest *request = g_task_get_task_data (task);
  gboolean    has_changed;
  char       *notice;

  answer->destroy = request->destroy;
  answer->value = aft_session_run (session, request, g_task_get_cancellable (task), &answer->error);
  has_changed = answer->value != NULL && request->writes;
  notice = aft_session_take_news (session);
  if (has_changed || notice != NULL)
    tell (g_task_get_source_object (task), has_changed ? request->key : NULL, notice);
}

/* Takes what the request holds. */
static void
ask (AftLibrary         *self,
     gpointer            tag,
     const AftRequest   *request,
     GCancellable       *cancellable,
     GAsyncReadyCallback callback,
     gpointer            data)
{
  g_autoptr (GTask) task = g_task_new (self, cancellable, callback, data);

  g_task_set_source_tag (task, tag);
  g_task_set_task_data (task, g_memdup2 (request, sizeof *request), aft_request_free);
  if (self->worker == NULL)
    g_task_return_new_error (
        task, AFT_STORE_ERROR, AFT_STORE_ERROR_FAILED, "the library is closed");
  else
    aft_worker_push (self->worker, g_steal_pointer (&task), request_job);
}

static gboolean
finish_boolean (GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error) != NULL;
}

void
aft_library_save_async (AftLibrary         *self,
                        const char         *id,
                        GBytes             *json,
                        GCancellable       *cancellable,
                        GAsyncReadyCallback callback,
                        gpointer            data)
{
  AftRequest request = {
    .work = aft_session_save, .writes = TRUE, .key = g_strdup (id), .json = g_bytes_ref (json)
  };

  ask (self, aft_library_save_async, &request, cancellable, callback, data);
}

gboolean
aft_library_save_finish (AftLibrary *self, GAsyncResult *result, GError **error)
{
  return finish_boolean (result, error);
}

void
aft_library_load_async (AftLibrary         *self,
                        const char         *id,
                        GCancellable       *cancellable,
                        GAsyncReadyCallback callback,
                        gpointer            data)
{
  AftRequest request = { .work = aft_session_load,
                         .destroy = (GDestroyNotify) g_bytes_unref,
                         .key = g_strdup (id) };

  ask (self, aft_library_load_async, &request, cancellable, callback, data);
}

GBytes *
aft_library_load_finish (AftLibrary *self, GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

void
aft_library_list_async (AftLibrary         *self,
                        gboolean            trashed,
                        GCancellable       *cancellable,
                        GAsyncReadyCallback callback,
                        gpointer            data)
{
  AftRequest request = { .work = aft_session_list,
                         .destroy = (GDestroyNotify) g_ptr_array_unref,
                         .trashed = trashed };

  ask (self, aft_library_list_async, &request, cancellable, callback, data);
}

GPtrArray *
aft_library_list_finish (AftLibrary *self, GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

void
aft_library_search_async (AftLibrary         *self,
                          const char         *query,
                          guint               limit,
                          GCancellable       *cancellable,
                          GAsyncReadyCallback callback,
                          gpointer            data)
{
  AftRequest request = { .work = aft_session_search,
                         .destroy = (GDestroyNotify) g_ptr_array_unref,
                         .key = g_strdup (query),
                         .limit = limit };

  ask (self, aft_library_search_async, &request, cancellable, callback, data);
}

GPtrArray *
aft_library_search_finish (AftLibrary *self, GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

void
aft_library_set_trashed_async (AftLibrary         *self,
                               const char         *id,
                               gboolean            trashed,
                               GCancellable       *cancellable,
                               GAsyncReadyCallback callback,
                               gpointer            data)
{
  AftRequest request = {
    .work = aft_session_trash, .writes = TRUE, .key = g_strdup (id), .trashed = trashed
  };

  ask (self, aft_library_set_trashed_async, &request, cancellable, callback, data);
}

gboolean
aft_library_set_trashed_finish (AftLibrary *self, GAsyncResult *result, GError **error)
{
  return finish_boolean (result, error);
}

void
aft_library_erase_async (AftLibrary         *self,
                         const char         *id,
                         GCancellable       *cancellable,
                         GAsyncReadyCallback callback,
                         gpointer            data)
{
  AftRequest request = { .work = aft_session_erase, .writes = TRUE, .key = g_strdup (id) };

  ask (self, aft_library_erase_async, &request, cancellable, callback, data);
}

gboolean
aft_library_erase_finish (AftLibrary *self, GAsyncResult *result, GError **error)
{
  return finish_boolean (result, error);
}
