/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "library-fixture.h"
#include "store/migrations.h"
#include "store/shelf.h"
#include "support/fixtures.h"

typedef struct
{
  gboolean is_done;
  GError  *error;
} Answer;

static void
trashed_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  Answer *answer = data;

  aft_library_set_trashed_finish (AFT_LIBRARY (source), result, &answer->error);
  answer->is_done = TRUE;
}

static void
erased_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  Answer *answer = data;

  aft_library_erase_finish (AFT_LIBRARY (source), result, &answer->error);
  answer->is_done = TRUE;
}

static void
wait_for (Answer *answer)
{
  while (!answer->is_done)
    g_main_context_iteration (NULL, TRUE);
}

static GError *
set_trashed (AftLibrary *library, const char *id, gboolean trashed)
{
  Answer answer = { 0 };

  aft_library_set_trashed_async (library, id, trashed, NULL, trashed_cb, &answer);
  wait_for (&answer);
  return answer.error;
}

static GError *
erase (AftLibrary *library, const char *id)
{
  Answer answer = { 0 };

  aft_library_erase_async (library, id, NULL, erased_cb, &answer);
  wait_for (&answer);
  return answer.error;
}

static guint
count_found (AftLibrary *library, const char *query)
{
  g_autoptr (GPtrArray) entries = aft_library_search (library, query, 10, NULL);

  return entries->len;
}

static void
test_undo (Place *place, gconstpointer unused)
{
  g_autoptr (AftLibrary) library = place_open (place);
  g_autoptr (GPtrArray) entries = NULL;
  g_autofree char *title = NULL;

  library_save (library, "a", "Queue full", "");
  g_assert_no_error (set_trashed (library, "a", TRUE));
  g_assert_cmpuint (library_count (library, FALSE), ==, 0);
  g_assert_cmpuint (library_count (library, TRUE), ==, 1);
  g_assert_cmpuint (count_found (library, "queue"), ==, 0);
  entries = aft_library_list (library, TRUE, NULL);
  g_assert_true (aft_entry_get_trashed (entries->pdata[0]));
  g_assert_no_error (set_trashed (library, "a", FALSE));
  g_assert_cmpuint (library_count (library, FALSE), ==, 1);
  g_assert_cmpuint (library_count (library, TRUE), ==, 0);
  g_assert_cmpuint (count_found (library, "queue"), ==, 1);
  title = library_title (library, "a");
  g_assert_cmpstr (title, ==, "Queue full");
}

static void
test_saved_in_trash (Place *place, gconstpointer unused)
{
  g_autoptr (AftLibrary) library = place_open (place);

  library_save (library, "a", "Queue full", "");
  g_assert_no_error (set_trashed (library, "a", TRUE));
  library_save (library, "a", "Queue full again", "");
  g_assert_cmpuint (library_count (library, TRUE), ==, 1);
  g_assert_cmpuint (library_count (library, FALSE), ==, 0);
}

static void
test_guarded (Place *place, gconstpointer unused)
{
  g_autoptr (AftLibrary) library = place_open (place);
  g_autoptr (GError) kept = NULL;
  g_autoptr (GError) missing = NULL;
  g_autoptr (GError) unknown = NULL;

  library_save (library, "a", "Queue full", "");
  kept = erase (library, "a");
  g_assert_error (kept, AFT_STORE_ERROR, AFT_STORE_ERROR_NOT_FOUND);
  g_assert_cmpuint (library_count (library, FALSE), ==, 1);
  missing = erase (library, "b");
  g_assert_error (missing, AFT_STORE_ERROR, AFT_STORE_ERROR_NOT_FOUND);
  unknown = set_trashed (library, "b", TRUE);
  g_assert_error (unknown, AFT_STORE_ERROR, AFT_STORE_ERROR_NOT_FOUND);
}

static gboolean
is_in_files (Place *place, const char *word)
{
  g_autoptr (GPtrArray) names = place_list (place, "library.db");

  for (guint i = 0; i < names->len; i++)
    {
      g_autoptr (GBytes) bytes = place_read (place, names->pdata[i]);

      if (memmem (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), word, strlen (word)))
        return TRUE;
    }
  return FALSE;
}

/* Not a word of it is left on disk: not in the text, its history, nor the index. */
static void
test_gone (Place *place, gconstpointer unused)
{
  g_autoptr (AftLibrary) library = place_open (place);

  library_save (library, "a", "Queue full", "of xylophonequartz");
  library_save (library, "b", "Other", "of something else");
  g_assert_cmpuint (count_found (library, "xylophonequartz"), ==, 1);
  aft_library_close (library);
  g_clear_object (&library);
  g_assert_true (is_in_files (place, "xylophonequartz"));
  library = place_open (place);
  library_save (library, "a", "Queue full", "of xylophonequartz and more");
  g_assert_no_error (set_trashed (library, "a", TRUE));
  g_assert_no_error (erase (library, "a"));
  g_assert_cmpuint (library_count (library, TRUE), ==, 0);
  g_assert_cmpuint (count_found (library, "xylophonequartz"), ==, 0);
  aft_library_close (library);
  g_clear_object (&library);
  /* what was not tidied when it was closed is at the next opening, before it closes again */
  for (guint i = 0; i < 3 && is_in_files (place, "xylophonequartz"); i++)
    {
      library = place_open (place);
      library_count (library, FALSE);
      aft_library_close (library);
      g_clear_object (&library);
    }
  g_assert_false (is_in_files (place, "xylophonequartz"));
  g_assert_true (is_in_files (place, "something"));
}

/* A shelf in memory with a document in the trash since a time. */
static AftDatabase *
make_shelf (AftInstant trashed)
{
  g_autoptr (GError) error = NULL;
  AftDatabase *database = aft_database_open ("", AFT_DATABASE_WRITE, &error);
  g_autoptr (GBytes) json = document_bytes ("a", "Queue full", "");

  g_assert_true (aft_migrations_run (database, "", &error));
  g_assert_true (aft_shelf_put (database, "a", json, FALSE, &error));
  g_assert_true (aft_shelf_put (database, "a", json, TRUE, &error));
  g_assert_true (aft_shelf_digest_next (database, &error));
  g_assert_true (aft_shelf_set_trashed (database, "a", trashed, &error));
  g_assert_no_error (error);
  return database;
}

static gint64
count_rows (AftDatabase *database)
{
  gint64 n;

  g_assert_true (aft_database_get_integer (database,
                                           "SELECT (SELECT count (*) FROM documents) + (SELECT "
                                           "count (*) FROM contents) + (SELECT count (*) FROM "
                                           "history)",
                                           &n,
                                           NULL));
  return n;
}

/* Days of the sessions after it was thrown away at FIXTURE_NOW, and after which of them (from 1) it
 * is gone; 0 never. */
static void
test_expiry (void)
{
  static const struct
  {
    int   days[4];
    guint gone_after;
  } cases[] = {
    { { 0, 10, 29, 30 }, 0 },
    { { 0, 29, 31, 32 }, 4 }, /* the session before has to agree that the time is over */
    { { 31, 31, 31, 31 }, 2 },
    { { 3650, 1, 2, 3 }, 0 }, /* a clock that was ten years ahead, once */
    { { 1, 3650, 2, 29 }, 0 },
    { { -20000, 1, 29, 30 }, 0 }, /* 1970 */
    { { 40, 45, 50, 55 }, 2 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (AftDatabase) database = make_shelf (FIXTURE_NOW);
      guint gone_after = 0;

      for (guint j = 0; j < G_N_ELEMENTS (cases[i].days) && gone_after == 0; j++)
        {
          AftInstant now = FIXTURE_NOW + cases[i].days[j] * AFT_DAY + AFT_HOUR;

          g_assert_true (aft_shelf_expire_trash (database, now, NULL));
          if (count_rows (database) == 0)
            gone_after = j + 1;
        }
      g_test_message ("case %u", i);
      g_assert_cmpuint (gone_after, ==, cases[i].gone_after);
    }
}

/* Thrown away while the clock said 1970 or 2038: its time starts with the first session after. */
static void
test_wrong_stamp (void)
{
  static const AftInstant stamps[] = { 5 * AFT_DAY, FIXTURE_NOW + 4400 * AFT_DAY };

  for (guint i = 0; i < G_N_ELEMENTS (stamps); i++)
    {
      g_autoptr (AftDatabase) database = make_shelf (stamps[i]);

      for (guint day = 0; day <= 29; day++)
        g_assert_true (aft_shelf_expire_trash (database, FIXTURE_NOW + day * AFT_DAY, NULL));
      g_assert_cmpint (count_rows (database), ==, 3);
      for (guint day = 30; day <= 32; day++)
        g_assert_true (aft_shelf_expire_trash (database, FIXTURE_NOW + day * AFT_DAY, NULL));
      g_assert_cmpint (count_rows (database), ==, 0);
    }
}

static void
test_kept (void)
{
  g_autoptr (AftDatabase) database = make_shelf (0);

  for (guint year = 0; year < 20; year++)
    g_assert_true (aft_shelf_expire_trash (database, FIXTURE_NOW + year * 365 * AFT_DAY, NULL));
  g_assert_cmpint (count_rows (database), ==, 3);
}

/* The n-th session saves the title "n" over that of the one before. */
static void
test_snapshots (void)
{
  g_autoptr (AftDatabase) database = make_shelf (0);
  guint  n_sessions = AFT_SHELF_MAX_SNAPSHOTS + 20;
  gint64 n, is_newest;

  for (guint i = 0; i < n_sessions; i++)
    {
      g_autofree char *title = g_strdup_printf ("Session %u.", i);
      g_autoptr (GBytes) json = document_bytes ("a", title, "");

      g_assert_true (aft_shelf_put (database, "a", json, TRUE, NULL));
      g_assert_true (aft_shelf_put (database, "a", json, FALSE, NULL));
    }
  g_assert_true (aft_database_get_integer (database, "SELECT count (*) FROM history", &n, NULL));
  g_assert_cmpint (n, ==, AFT_SHELF_MAX_SNAPSHOTS);
  /* the newest is what the last session found, the oldest ones went, by sequence, not by time */
  g_assert_true (aft_database_get_integer (database,
                                           "SELECT json LIKE '%Session 68.%' FROM history "
                                           "ORDER BY sequence DESC LIMIT 1",
                                           &is_newest,
                                           NULL));
  g_assert_cmpint (is_newest, ==, 1);
}

static void
test_one_snapshot_a_session (Place *place, gconstpointer unused)
{
  gint64 n;

  for (guint session = 0; session < 3; session++)
    {
      g_autoptr (AftLibrary) library = place_open (place);

      for (guint i = 0; i < 5; i++)
        library_save (library, "a", "Queue full", "");
      aft_library_close (library);
    }
  {
    g_autoptr (AftDatabase) database = aft_database_open (place->path, AFT_DATABASE_READ, NULL);

    g_assert_true (aft_database_get_integer (database, "SELECT count (*) FROM history", &n, NULL));
    g_assert_cmpint (n, ==, 2);
  }
}

#define ADD(path, test) g_test_add (path, Place, NULL, place_set_up, test, place_tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("/store/trash/there and back", test_undo);
  ADD ("/store/trash/what is saved there stays there", test_saved_in_trash);
  ADD ("/store/trash/only what is in it can be erased", test_guarded);
  ADD ("/store/trash/what is erased leaves no word behind", test_gone);
  g_test_add_func ("/store/trash/erased after 30 days that two sessions saw", test_expiry);
  g_test_add_func ("/store/trash/a stamp of a wrong clock starts anew", test_wrong_stamp);
  g_test_add_func ("/store/trash/what is not in it is kept for ever", test_kept);
  g_test_add_func ("/store/history/the newest snapshots are kept", test_snapshots);
  ADD ("/store/history/one snapshot a session", test_one_snapshot_a_session);
  return g_test_run ();
}
