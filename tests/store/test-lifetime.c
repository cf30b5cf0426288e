/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Who holds a library, and on which thread it goes. */
#include "library-fixture.h"

#define N_ROUNDS 200

static void
test_drop (Place *place, gconstpointer unused)
{
  for (guint i = 0; i < 3; i++)
    {
      AftLibrary *library = place_open (place);

      g_assert_false (aft_library_get_read_only (library));
      library_save (library, "a", "Queue full", "");
      g_assert_finalize_object (library);
    }
}

typedef struct
{
  AftLibrary *library;
  GThread    *ended_on;
  guint       n_done;
} Life;

static void
ended_cb (gpointer data, GObject *where_the_library_was)
{
  ((Life *) data)->ended_on = g_thread_self ();
}

static void
saved_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  Life *life = data;
  g_autoptr (GError) error = NULL;

  aft_library_save_finish (AFT_LIBRARY (source), result, &error);
  g_assert_no_error (error);
  life->n_done++;
  g_clear_object (&life->library);
}

/* The callback drops the last reference of the program: what is left are those of the call. */
static void
test_thread (Place *place, gconstpointer unused)
{
  for (guint i = 0; i < N_ROUNDS; i++)
    {
      Life life = { aft_library_open ("", NULL), NULL, 0 };
      g_autoptr (GBytes) json = document_bytes ("a", "Queue full", "");

      g_object_weak_ref (G_OBJECT (life.library), ended_cb, &life);
      aft_library_save_async (life.library, "a", json, NULL, saved_cb, &life);
      while (life.n_done == 0)
        g_main_context_iteration (NULL, TRUE);
      g_assert_true (life.ended_on == g_thread_self ());
    }
}

static void
changed_cb (AftLibrary *library, const char *id, GPtrArray *ids)
{
  g_ptr_array_add (ids, g_strdup (id));
}

static void
test_changed (Place *place, gconstpointer unused)
{
  g_autoptr (GPtrArray) ids = g_ptr_array_new_with_free_func (g_free);
  AftLibrary *library = place_open (place);

  g_signal_connect (library, "changed", G_CALLBACK (changed_cb), ids);
  library_save (library, "a", "Queue full", "");
  g_assert_cmpuint (ids->len, ==, 0);
  while (ids->len == 0)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpstr (ids->pdata[0], ==, "a");
  library_save (library, "b", "Slow pages", "");
  g_assert_finalize_object (library);
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_assert_cmpuint (ids->len, ==, 1);
}

static void
store_error_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  GError **error = data;

  aft_library_save_finish (AFT_LIBRARY (source), result, error);
}

static void
test_closed (Place *place, gconstpointer unused)
{
  g_autoptr (AftLibrary) library = place_open (place);
  g_autoptr (AftLibrary) next = NULL;
  g_autoptr (GBytes) json = document_bytes ("a", "Queue full", "");
  g_autoptr (GError) error = NULL;
  g_autoptr (GError) late = NULL;

  aft_library_save_async (library, "a", json, NULL, NULL, NULL);
  aft_library_close (library);
  aft_library_close (library);
  next = place_open (place);
  g_assert_false (aft_library_get_read_only (next));
  g_assert_cmpuint (library_count (next, FALSE), ==, 1);
  g_assert_false (aft_library_save (library, "a", json, &error));
  g_assert_error (error, AFT_STORE_ERROR, AFT_STORE_ERROR_FAILED);
  aft_library_save_async (library, "a", json, NULL, store_error_cb, &late);
  while (late == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_error (late, AFT_STORE_ERROR, AFT_STORE_ERROR_FAILED);
}

static void
test_cancelled (Place *place, gconstpointer unused)
{
  g_autoptr (AftLibrary) library = place_open (place);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GBytes) json = document_bytes ("a", "Queue full", "");
  g_autoptr (GError) error = NULL;

  g_cancellable_cancel (cancellable);
  aft_library_save_async (library, "a", json, cancellable, store_error_cb, &error);
  while (error == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_cmpuint (library_count (library, FALSE), ==, 0);
}

#define ADD(path, test) g_test_add (path, Place, NULL, place_set_up, test, place_tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("/store/lifetime/dropping the library frees its file at once", test_drop);
  ADD ("/store/lifetime/it ends on the thread of its user, with the call", test_thread);
  ADD ("/store/lifetime/changes are told later, and hold nothing", test_changed);
  ADD ("/store/lifetime/closing carries out what was asked for", test_closed);
  ADD ("/store/lifetime/what was cancelled is not done", test_cancelled);
  return g_test_run ();
}
