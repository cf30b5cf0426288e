/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gstdio.h>
#include <signal.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "library-fixture.h"
#include "store/migrations.h"
#include "store/shelf.h"
#include "support/fixtures.h"

#define N_CRASHES 30

static void
test_round_trip (Place *place, gconstpointer unused)
{
  g_autoptr (GBytes) json = document_bytes ("a", "Queue full", "");
  g_autoptr (GBytes) loaded = NULL;
  GStatBuf status;

  {
    g_autoptr (AftLibrary) library = place_open (place);

    g_assert_true (aft_library_save (library, "a", json, NULL));
    aft_library_close (library);
  }
  {
    g_autoptr (AftLibrary) library = place_open (place);

    g_assert_null (aft_library_get_notice (library));
    loaded = aft_library_load (library, "a", NULL);
  }
  g_assert_nonnull (loaded);
  g_assert_true (g_bytes_equal (json, loaded));
  g_assert_cmpint (g_stat (place->path, &status), ==, 0);
  g_assert_cmpint (status.st_mode & 0777, ==, 0600);
}

static void
test_missing (Place *place, gconstpointer unused)
{
  g_autoptr (AftLibrary) library = place_open (place);
  g_autoptr (GError) error = NULL;

  g_assert_null (aft_library_load (library, "none", &error));
  g_assert_error (error, AFT_STORE_ERROR, AFT_STORE_ERROR_NOT_FOUND);
}

/* Each wait has a context of its own, gone as soon as the answer is there: the worker must not look
 * back at it. */
static void
test_many_waits (Place *place, gconstpointer unused)
{
  g_autoptr (AftLibrary) library = place_open (place);

  for (guint i = 0; i < 5000; i++)
    g_assert_null (aft_library_load (library, "none", NULL));
}

static void
test_second (Place *place, gconstpointer unused)
{
  g_autoptr (AftLibrary) first = place_open (place);
  g_autoptr (AftLibrary) second = NULL;
  g_autoptr (GBytes) json = document_bytes ("b", "Other", "");
  g_autoptr (GError) error = NULL;

  library_save (first, "a", "Queue full", "");
  second = place_open (place);
  g_assert_true (aft_library_get_read_only (second));
  g_assert_nonnull (aft_library_get_notice (second));
  g_assert_cmpuint (library_count (second, FALSE), ==, 1);
  g_assert_false (aft_library_save (second, "b", json, &error));
  g_assert_error (error, AFT_STORE_ERROR, AFT_STORE_ERROR_READ_ONLY);
}

static void
test_lookup (Place *place, gconstpointer unused)
{
  g_autoptr (AftLibrary) reader = NULL;
  g_autoptr (AftLibrary) writer = place_open (place);

  library_save (writer, "a", "Queue full", "");
  aft_library_close (writer);
  g_clear_object (&writer);
  reader = aft_library_open_read_only (place->path, NULL);
  g_assert_nonnull (reader);
  g_assert_null (aft_library_get_notice (reader));
  writer = place_open (place);
  g_assert_false (aft_library_get_read_only (writer));
  g_assert_cmpuint (library_count (reader, FALSE), ==, 1);
}

static void
test_header (Place *place, gconstpointer unused)
{
  static const char junk[4096] = { 1 };
  g_autoptr (AftLibrary) library = NULL;

  g_assert_true (g_file_set_contents (place->path, junk, sizeof junk, NULL));
  library = place_open (place);
  g_assert_false (aft_library_get_read_only (library));
  g_assert_nonnull (strstr (aft_library_get_notice (library), "damaged"));
  library_save (library, "a", "After the damage", "");
  g_assert_cmpuint (library_count (library, FALSE), ==, 1);
}

/* The window has just saved, and has had no time for anything else. */
static void
test_lookup_fresh (Place *place, gconstpointer unused)
{
  g_autoptr (AftDatabase) database = aft_database_open (place->path, AFT_DATABASE_WRITE, NULL);
  g_autoptr (AftLibrary) reader = NULL;
  g_autoptr (GPtrArray) entries = NULL;
  g_autoptr (GBytes) json = document_bytes ("a", "Queue full", "");

  g_assert_true (aft_migrations_run (database, place->path, NULL));
  g_assert_true (aft_shelf_put (database, "a", json, FALSE, NULL));
  reader = aft_library_open_read_only (place->path, NULL);
  entries = aft_library_list (reader, FALSE, NULL);
  g_assert_cmpuint (entries->len, ==, 1);
  g_assert_cmpstr (aft_entry_get_title (entries->pdata[0]), ==, "Queue full");
  g_assert_cmpint (aft_entry_get_modified (entries->pdata[0]), ==, FIXTURE_NOW);
  aft_library_close (reader);
}

static void
test_closed_digested (Place *place, gconstpointer unused)
{
  g_autoptr (AftLibrary) writer = place_open (place);
  g_autoptr (AftLibrary) reader = NULL;
  g_autoptr (GPtrArray) found = NULL;

  library_save (writer, "a", "Queue full", "");
  aft_library_close (writer);
  reader = aft_library_open_read_only (place->path, NULL);
  found = aft_library_search (reader, "queue", 5, NULL);
  g_assert_cmpuint (found->len, ==, 1);
  aft_library_close (reader);
}

static const char *program;

/* The other process: this program again, told to write. A fork would take over locks that other
 * threads hold. */
static int
save_until_killed (const char *path)
{
  g_autoptr (AftLibrary) library = aft_library_open (path, NULL);

  for (guint i = 1; library != NULL; i++)
    {
      g_autofree char *title = g_strdup_printf ("Version %u", i);

      library_save (library, "a", title, "");
      if (write (STDOUT_FILENO, &i, sizeof i) != sizeof i)
        break;
    }
  return 1;
}

static guint
crash_once (Place *place, guint n_saves)
{
  const char *argv[] = { program, "--write", place->path, NULL };
  g_autoptr (GError) error = NULL;
  guint last = 0;
  GPid  child;
  int   output;

  g_spawn_async_with_pipes (NULL,
                            (char **) argv,
                            NULL,
                            G_SPAWN_DO_NOT_REAP_CHILD | G_SPAWN_SEARCH_PATH,
                            NULL,
                            NULL,
                            &child,
                            NULL,
                            &output,
                            NULL,
                            &error);
  g_assert_no_error (error);
  for (guint i = 0; i < n_saves; i++)
    g_assert_cmpint (read (output, &last, sizeof last), ==, sizeof last);
  kill (child, SIGKILL);
  waitpid (child, NULL, 0);
  while (read (output, &n_saves, sizeof n_saves) == sizeof n_saves)
    last = n_saves;
  close (output);
  return last;
}

static void
test_crash (Place *place, gconstpointer unused)
{
  for (guint i = 0; i < N_CRASHES; i++)
    {
      guint            last = crash_once (place, 1 + i % 5);
      g_autofree char *kept = g_strdup_printf ("Version %u", last);
      g_autofree char *next = g_strdup_printf ("Version %u", last + 1);
      g_autoptr (AftLibrary) library = place_open (place);
      g_autoptr (GPtrArray) entries = aft_library_list (library, FALSE, NULL);
      const char *title;

      g_assert_null (aft_library_get_notice (library));
      g_assert_cmpuint (entries->len, ==, 1);
      title = aft_entry_get_title (entries->pdata[0]);
      g_assert_true (strcmp (title, kept) == 0 || strcmp (title, next) == 0);
      aft_library_close (library);
    }
}

#define ADD(path, test) g_test_add (path, Place, NULL, place_set_up, test, place_tear_down)

int
main (int argc, char **argv)
{
  if (argc == 3 && g_str_equal (argv[1], "--write"))
    return save_until_killed (argv[2]);
  program = argv[0];
  g_test_init (&argc, &argv, NULL);
  ADD ("/store/library/what is saved is loaded, privately", test_round_trip);
  ADD ("/store/library/a missing document is an error", test_missing);
  ADD ("/store/library/a wait leaves nothing behind", test_many_waits);
  ADD ("/store/library/a second opener reads only", test_second);
  ADD ("/store/library/looking up takes no lock", test_lookup);
  ADD ("/store/library/looking up shows what was just saved", test_lookup_fresh);
  ADD ("/store/library/what was saved can be found after closing", test_closed_digested);
  ADD ("/store/library/an unreadable file is moved aside", test_header);
  ADD ("/store/library/the last save survives a crash", test_crash);
  return g_test_run ();
}
