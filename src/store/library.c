/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/library.h"

#include "store/opening.h"
#include "store/shelf.h"
#include "store/worker.h"

struct _AftLibrary
{
  GObject     parent_instance;
  char       *path;
  AftWorker  *worker;  /* NULL once closed */
  AftOpening  opening; /* touched on the worker thread alone while there is one */
  GHashTable *edited;  /* ids saved in this session; likewise */
};

G_DEFINE_FINAL_TYPE (AftLibrary, aft_library, G_TYPE_OBJECT)

enum
{
  SIGNAL_CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

/* What a job works on: copies, so that the caller may go on. */
typedef struct
{
  char    *id; /* or the query */
  GBytes  *json;
  gboolean is_trashed;
  guint    limit;
} Order;

static void
order_free (gpointer data)
{
  Order *order = data;

  g_free (order->id);
  g_clear_pointer (&order->json, g_bytes_unref);
  g_free (order);
}

typedef struct
{
  AftLibrary *library;
  char       *id;
} Change;

static void
change_free (gpointer data)
{
  Change *change = data;

  g_object_unref (change->library);
  g_free (change->id);
  g_free (change);
}

static gboolean
announce_cb (gpointer data)
{
  Change *change = data;

  g_signal_emit (change->library, signals[SIGNAL_CHANGED], 0, change->id);
  return G_SOURCE_REMOVE;
}

static void
announce (AftLibrary *self, const char *id)
{
  Change *change = g_new (Change, 1);

  change->library = g_object_ref (self);
  change->id = g_strdup (id);
  g_idle_add_full (G_PRIORITY_DEFAULT, announce_cb, change, change_free);
}

static void
aft_library_finalize (GObject *object)
{
  AftLibrary *self = AFT_LIBRARY (object);

  aft_library_close (self);
  g_hash_table_unref (self->edited);
  g_free (self->path);
  G_OBJECT_CLASS (aft_library_parent_class)->finalize (object);
}

static void
aft_library_class_init (AftLibraryClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = aft_library_finalize;

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
  self->opening.lock = -1;
  self->edited = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
}

static gboolean
index_one (gpointer data)
{
  AftLibrary *self = data;

  return !self->opening.is_read_only && aft_shelf_index_next (self->opening.database, NULL);
}

char *
aft_library_default_path (void)
{
  return g_build_filename (g_get_user_data_dir (), "afterword", "library.db", NULL);
}

typedef gboolean (*Open) (AftOpening *opening, const char *path, GError **error);

static AftLibrary *
open_with (Open open, const char *path, GError **error)
{
  g_autoptr (AftLibrary) self = g_object_new (AFT_TYPE_LIBRARY, NULL);

  self->path = g_strdup (path);
  if (!open (&self->opening, path, error))
    return NULL;
  self->worker = aft_worker_new (index_one, self);
  return g_steal_pointer (&self);
}

AftLibrary *
aft_library_open (const char *path, GError **error)
{
  return open_with (aft_opening_open, path, error);
}

AftLibrary *
aft_library_open_read_only (const char *path, GError **error)
{
  return open_with (aft_opening_open_read_only, path, error);
}

void
aft_library_close (AftLibrary *self)
{
  g_clear_pointer (&self->worker, aft_worker_finish);
  aft_opening_close (&self->opening);
}

const char *
aft_library_get_path (AftLibrary *self)
{
  return self->path;
}

gboolean
aft_library_get_read_only (AftLibrary *self)
{
  return self->opening.is_read_only;
}

const char *
aft_library_get_notice (AftLibrary *self)
{
  return self->opening.notice;
}

static void
push (AftLibrary         *self,
      gpointer            tag,
      AftJob              job,
      const Order        *order,
      GCancellable       *cancellable,
      GAsyncReadyCallback callback,
      gpointer            data)
{
  g_autoptr (GTask) task = g_task_new (self, cancellable, callback, data);

  g_task_set_source_tag (task, tag);
  g_task_set_task_data (task, g_memdup2 (order, sizeof *order), order_free);
  if (self->worker == NULL)
    g_task_return_new_error (
        task, AFT_STORE_ERROR, AFT_STORE_ERROR_FAILED, "the library is closed");
  else
    aft_worker_push (self->worker, g_steal_pointer (&task), job);
}

/* A writing job: refused where the library is read-only, announced where it took effect. */
static gboolean
check_writable (AftLibrary *self, GTask *task)
{
  if (!self->opening.is_read_only)
    return TRUE;
  g_task_return_new_error (
      task, AFT_STORE_ERROR, AFT_STORE_ERROR_READ_ONLY, "the library can only be read");
  return FALSE;
}

static void
return_boolean (AftLibrary *self, GTask *task, const char *id, gboolean is_done, GError *error)
{
  if (!is_done)
    {
      g_task_return_error (task, error);
      return;
    }
  announce (self, id);
  g_task_return_boolean (task, TRUE);
}

static void
save_job (GTask *task, gpointer data)
{
  AftLibrary *self = g_task_get_source_object (task);
  Order      *order = data;
  GError     *error = NULL;
  gboolean    is_first = !g_hash_table_contains (self->edited, order->id);
  gboolean    is_done;

  if (!check_writable (self, task))
    return;
  is_done = aft_shelf_put (self->opening.database, order->id, order->json, is_first, &error);
  if (is_done && is_first)
    g_hash_table_add (self->edited, g_strdup (order->id));
  return_boolean (self, task, order->id, is_done, error);
}

void
aft_library_save_async (AftLibrary         *self,
                        const char         *id,
                        GBytes             *json,
                        GCancellable       *cancellable,
                        GAsyncReadyCallback callback,
                        gpointer            data)
{
  Order order = { .id = g_strdup (id), .json = g_bytes_ref (json) };

  push (self, aft_library_save_async, save_job, &order, cancellable, callback, data);
}

gboolean
aft_library_save_finish (AftLibrary *self, GAsyncResult *result, GError **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}

static void
load_job (GTask *task, gpointer data)
{
  AftLibrary *self = g_task_get_source_object (task);
  Order      *order = data;
  GError     *error = NULL;
  GBytes     *json = aft_shelf_get (self->opening.database, order->id, &error);

  if (json != NULL)
    g_task_return_pointer (task, json, (GDestroyNotify) g_bytes_unref);
  else
    g_task_return_error (task, error);
}

void
aft_library_load_async (AftLibrary         *self,
                        const char         *id,
                        GCancellable       *cancellable,
                        GAsyncReadyCallback callback,
                        gpointer            data)
{
  Order order = { .id = g_strdup (id) };

  push (self, aft_library_load_async, load_job, &order, cancellable, callback, data);
}

GBytes *
aft_library_load_finish (AftLibrary *self, GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

static void
return_entries (GTask *task, GPtrArray *entries, GError *error)
{
  if (entries != NULL)
    g_task_return_pointer (task, entries, (GDestroyNotify) g_ptr_array_unref);
  else
    g_task_return_error (task, error);
}

static void
list_job (GTask *task, gpointer data)
{
  AftLibrary *self = g_task_get_source_object (task);
  Order      *order = data;
  GError     *error = NULL;

  return_entries (task, aft_shelf_list (self->opening.database, order->is_trashed, &error), error);
}

void
aft_library_list_async (AftLibrary         *self,
                        gboolean            trashed,
                        GCancellable       *cancellable,
                        GAsyncReadyCallback callback,
                        gpointer            data)
{
  Order order = { .is_trashed = trashed };

  push (self, aft_library_list_async, list_job, &order, cancellable, callback, data);
}

GPtrArray *
aft_library_list_finish (AftLibrary *self, GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

/* What was saved a moment ago must be found. */
static void
search_job (GTask *task, gpointer data)
{
  AftLibrary *self = g_task_get_source_object (task);
  Order      *order = data;
  GError     *error = NULL;

  while (index_one (self))
    if (g_task_return_error_if_cancelled (task))
      return;
  return_entries (
      task, aft_shelf_search (self->opening.database, order->id, order->limit, &error), error);
}

void
aft_library_search_async (AftLibrary         *self,
                          const char         *query,
                          guint               limit,
                          GCancellable       *cancellable,
                          GAsyncReadyCallback callback,
                          gpointer            data)
{
  Order order = { .id = g_strdup (query), .limit = limit };

  push (self, aft_library_search_async, search_job, &order, cancellable, callback, data);
}

GPtrArray *
aft_library_search_finish (AftLibrary *self, GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

static void
trash_job (GTask *task, gpointer data)
{
  AftLibrary *self = g_task_get_source_object (task);
  Order      *order = data;
  GError     *error = NULL;
  gboolean    is_done;

  if (!check_writable (self, task))
    return;
  is_done = aft_shelf_set_trashed (self->opening.database, order->id, order->is_trashed, &error);
  return_boolean (self, task, order->id, is_done, error);
}

void
aft_library_set_trashed_async (AftLibrary         *self,
                               const char         *id,
                               gboolean            trashed,
                               GCancellable       *cancellable,
                               GAsyncReadyCallback callback,
                               gpointer            data)
{
  Order order = { .id = g_strdup (id), .is_trashed = trashed };

  push (self, aft_library_set_trashed_async, trash_job, &order, cancellable, callback, data);
}

gboolean
aft_library_set_trashed_finish (AftLibrary *self, GAsyncResult *result, GError **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}

static void
erase_job (GTask *task, gpointer data)
{
  AftLibrary *self = g_task_get_source_object (task);
  Order      *order = data;
  GError     *error = NULL;
  gboolean    is_done;

  if (!check_writable (self, task))
    return;
  is_done = aft_shelf_erase (self->opening.database, order->id, &error);
  return_boolean (self, task, order->id, is_done, error);
}

void
aft_library_erase_async (AftLibrary         *self,
                         const char         *id,
                         GCancellable       *cancellable,
                         GAsyncReadyCallback callback,
                         gpointer            data)
{
  Order order = { .id = g_strdup (id) };

  push (self, aft_library_erase_async, erase_job, &order, cancellable, callback, data);
}

gboolean
aft_library_erase_finish (AftLibrary *self, GAsyncResult *result, GError **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}
