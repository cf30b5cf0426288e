/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/library.h"

/* The same calls for callers that wait: a context of their own, so that nothing else of the program
 * runs meanwhile. */
typedef struct
{
  GMainContext *context;
  GAsyncResult *result;
} Wait;

static void
begin (Wait *self)
{
  self->context = g_main_context_new ();
  self->result = NULL;
  g_main_context_push_thread_default (self->context);
}

static void
done_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  ((Wait *) data)->result = g_object_ref (result);
}

static GAsyncResult *
wait (Wait *self)
{
  while (self->result == NULL)
    g_main_context_iteration (self->context, TRUE);
  return self->result;
}

static void
end (Wait *self)
{
  g_main_context_pop_thread_default (self->context);
  g_main_context_unref (self->context);
  g_object_unref (self->result);
}

gboolean
aft_library_save (AftLibrary *self, const char *id, GBytes *json, GError **error)
{
  Wait     waiting;
  gboolean is_saved;

  begin (&waiting);
  aft_library_save_async (self, id, json, NULL, done_cb, &waiting);
  is_saved = aft_library_save_finish (self, wait (&waiting), error);
  end (&waiting);
  return is_saved;
}

GBytes *
aft_library_load (AftLibrary *self, const char *id, GError **error)
{
  Wait    waiting;
  GBytes *json;

  begin (&waiting);
  aft_library_load_async (self, id, NULL, done_cb, &waiting);
  json = aft_library_load_finish (self, wait (&waiting), error);
  end (&waiting);
  return json;
}

GPtrArray *
aft_library_list (AftLibrary *self, gboolean trashed, GError **error)
{
  Wait       waiting;
  GPtrArray *entries;

  begin (&waiting);
  aft_library_list_async (self, trashed, NULL, done_cb, &waiting);
  entries = aft_library_list_finish (self, wait (&waiting), error);
  end (&waiting);
  return entries;
}

GPtrArray *
aft_library_search (AftLibrary *self, const char *query, guint limit, GError **error)
{
  Wait       waiting;
  GPtrArray *entries;

  begin (&waiting);
  aft_library_search_async (self, query, limit, NULL, done_cb, &waiting);
  entries = aft_library_search_finish (self, wait (&waiting), error);
  end (&waiting);
  return entries;
}
