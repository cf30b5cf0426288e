/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Folders and files that cannot be written, disks that are full, other processes. */
#include <fcntl.h>
#include <glib/gstdio.h>
#include <signal.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include "library-fixture.h"

#define NOBODY 65534

static char *program;

static void
make_library (Place *place)
{
  g_autoptr (AftLibrary) library = place_open (place);

  library_save (library, "a", "Queue full", "");
  aft_library_close (library);
}

/* In a process of its own, which is not root: 0 where the library there can be read, and only
 * that, and says so. */
static int
read_as_nobody (const char *path)
{
  g_autoptr (AftLibrary) library = NULL;
  g_autoptr (GPtrArray) entries = NULL;
  g_autoptr (GBytes) json = document_bytes ("a", "Changed", "");
  g_autoptr (GError) error = NULL;

  if (geteuid () == 0 && setuid (NOBODY) != 0)
    return 77;
  library = aft_library_open (path, &error);
  if (library == NULL)
    return 2;
  entries = aft_library_list (library, FALSE, NULL);
  if (entries == NULL || entries->len != 1)
    return 3;
  if (!aft_library_get_read_only (library) || aft_library_get_notice (library) == NULL ||
      strstr (aft_library_get_notice (library), "cannot be written") == NULL)
    return 4;
  if (aft_library_save (library, "a", json, &error) ||
      !g_error_matches (error, AFT_STORE_ERROR, AFT_STORE_ERROR_READ_ONLY))
    return 5;
  aft_library_close (library);
  return 0;
}

static void
test_read_only (Place *place, gconstpointer unused)
{
  g_autofree char *lock = g_strconcat (place->path, ".lock", NULL);
  g_autoptr (GBytes) before = NULL;
  g_autoptr (GBytes) after = NULL;
  int status;

  make_library (place);
  before = place_read (place, "library.db");
  g_unlink (lock);
  g_chmod (place->path, 0444);
  g_chmod (place->folder, 0555);
  status = run_again (program, "--read", place->path, NULL);
  g_chmod (place->folder, 0755);
  g_assert_cmpint (status, ==, 0);
  after = place_read (place, "library.db");
  g_assert_true (g_bytes_equal (before, after));
}

/* Only the file: the lock can be had. */
static void
test_read_only_file (Place *place, gconstpointer unused)
{
  g_autofree char *lock = g_strconcat (place->path, ".lock", NULL);
  int              status;

  make_library (place);
  g_chmod (place->path, 0444);
  g_chmod (lock, 0666);
  g_chmod (place->folder, 0777);
  status = run_again (program, "--read", place->path, NULL);
  g_chmod (place->folder, 0755);
  g_assert_cmpint (status, ==, 0);
}

static int
fail_as_nobody (const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (AftLibrary) library = NULL;

  if (geteuid () == 0 && setuid (NOBODY) != 0)
    return 77;
  library = aft_library_open (path, &error);
  return g_error_matches (error, AFT_STORE_ERROR, AFT_STORE_ERROR_READ_ONLY) ? 0 : 1;
}

static void
test_no_folder (Place *place, gconstpointer unused)
{
  g_autofree char *path = g_build_filename (place->folder, "deep", "library.db", NULL);

  g_chmod (place->folder, 0555);
  g_assert_cmpint (run_again (program, "--fail", path, NULL), ==, 0);
  g_assert_cmpint (run_again (program, "--fail", place->path, NULL), ==, 0);
  g_chmod (place->folder, 0755);
}

static void
test_new_folder (Place *place, gconstpointer unused)
{
  g_autofree char *folder = g_build_filename (place->folder, "deep", NULL);
  g_autofree char *path = g_build_filename (folder, "library.db", NULL);
  g_autofree char *lock = g_strconcat (path, ".lock", NULL);
  g_autoptr (AftLibrary) library = aft_library_open (path, NULL);
  GStatBuf status;

  library_save (library, "a", "Queue full", "");
  aft_library_close (library);
  g_assert_cmpint (g_stat (folder, &status), ==, 0);
  g_assert_cmpint (status.st_mode & 0777, ==, 0700);
  g_unlink (path);
  g_unlink (lock);
  g_rmdir (folder);
}

/* In a process of its own: a disk on which files cannot grow beyond 300 KB. 0 where a save is
 * refused as it should, nothing is lost, and all is saved when there is room again. */
static int
fill_disk (const char *path)
{
  struct rlimit    small = { 300 * 1024, RLIM_INFINITY };
  struct rlimit    large = { RLIM_INFINITY, RLIM_INFINITY };
  g_autofree char *text = g_strnfill (600 * 1024, 'x');
  g_autoptr (GBytes) big = document_bytes ("b", "Too large", text);
  g_autoptr (AftLibrary) library = aft_library_open (path, NULL);
  g_autoptr (GError) error = NULL;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;

  signal (SIGXFSZ, SIG_IGN);
  library_save (library, "a", "Kept", "");
  setrlimit (RLIMIT_FSIZE, &small);
  if (aft_library_save (library, "b", big, &error) || error->domain != AFT_STORE_ERROR)
    return 2;
  before = library_title (library, "a");
  setrlimit (RLIMIT_FSIZE, &large);
  if (!aft_library_save (library, "b", big, NULL))
    return 3;
  after = library_title (library, "b");
  aft_library_close (library);
  return g_str_equal (before, "Kept") && g_str_equal (after, "Too large") ? 0 : 4;
}

static void
test_full (Place *place, gconstpointer unused)
{
  g_autoptr (AftLibrary) library = NULL;

  g_assert_cmpint (run_again (program, "--fill", place->path, NULL), ==, 0);
  library = place_open (place);
  g_assert_null (aft_library_get_notice (library));
  g_assert_cmpuint (library_count (library, FALSE), ==, 2);
  aft_library_close (library);
}

/* In a process of its own: holds the library until its input ends. */
static int
hold (const char *path)
{
  g_autoptr (AftLibrary) library = aft_library_open (path, NULL);
  char byte = 0;

  library_save (library, "a", "Queue full", "");
  if (write (STDOUT_FILENO, "1", 1) != 1 || read (STDIN_FILENO, &byte, 1) < 0)
    return 1;
  _exit (0);
}

static GPid
start_holder (Place *place, int *input)
{
  const char *argv[] = { program, "--hold", place->path, NULL };
  g_autoptr (GError) error = NULL;
  GPid child;
  int  output;
  char byte;

  g_spawn_async_with_pipes (NULL,
                            (char **) argv,
                            NULL,
                            G_SPAWN_DO_NOT_REAP_CHILD,
                            NULL,
                            NULL,
                            &child,
                            input,
                            &output,
                            NULL,
                            &error);
  g_assert_no_error (error);
  g_assert_cmpint (read (output, &byte, 1), ==, 1);
  close (output);
  return child;
}

static void
test_held (Place *place, gconstpointer unused)
{
  int  input;
  GPid holder = start_holder (place, &input);

  {
    g_autoptr (AftLibrary) library = place_open (place);

    g_assert_true (aft_library_get_read_only (library));
    g_assert_nonnull (strstr (aft_library_get_notice (library), "Another Afterword"));
    g_assert_cmpuint (library_count (library, FALSE), ==, 1);
    aft_library_close (library);
  }
  kill (holder, SIGKILL);
  waitpid (holder, NULL, 0);
  close (input);
  {
    g_autoptr (AftLibrary) library = place_open (place);

    g_assert_false (aft_library_get_read_only (library));
    g_assert_cmpuint (library_count (library, FALSE), ==, 1);
    aft_library_close (library);
  }
}

/* Held by somebody who has not made it yet. */
static void
test_held_empty (Place *place, gconstpointer unused)
{
  int  input;
  GPid holder = start_holder (place, &input);
  g_autoptr (AftLibrary) library = NULL;
  g_autoptr (GError) error = NULL;

  g_unlink (place->path);
  library = aft_library_open (place->path, &error);
  g_assert_null (library);
  g_assert_error (error, AFT_STORE_ERROR, AFT_STORE_ERROR_BUSY);
  close (input);
  waitpid (holder, NULL, 0);
}

/* The folder goes away under an open library: saving says so, or goes on in what is left. */
static void
test_vanished (Place *place, gconstpointer unused)
{
  g_autoptr (AftLibrary) library = place_open (place);
  g_autoptr (GPtrArray) names = NULL;
  g_autoptr (GBytes) json = document_bytes ("a", "Changed", "");
  g_autofree char *title = NULL;

  library_save (library, "a", "Queue full", "");
  names = place_list (place, "");
  for (guint i = 0; i < names->len; i++)
    {
      g_autofree char *path = g_build_filename (place->folder, names->pdata[i], NULL);

      g_unlink (path);
    }
  g_rmdir (place->folder);
  aft_library_save (library, "a", json, NULL);
  title = library_title (library, "a");
  g_assert_nonnull (title);
  aft_library_close (library);
}

#define ADD(path, test)                                                                            \
  g_test_add ("/store/access/" path, Place, NULL, place_set_up, test, place_tear_down)

static int
run_child (const char *what, const char *path)
{
  if (g_str_equal (what, "--read"))
    return read_as_nobody (path);
  if (g_str_equal (what, "--fail"))
    return fail_as_nobody (path);
  if (g_str_equal (what, "--fill"))
    return fill_disk (path);
  return hold (path);
}

int
main (int argc, char **argv)
{
  if (argc == 3 && !g_str_equal (argv[1], "-p"))
    return run_child (argv[1], argv[2]);
  program = argv[0];
  g_test_init (&argc, &argv, NULL);
  ADD ("a folder that can only be read", test_read_only);
  ADD ("a file that can only be read", test_read_only_file);
  ADD ("no folder, and none can be made", test_no_folder);
  ADD ("the folder is made, for its owner alone", test_new_folder);
  ADD ("a full disk refuses, and takes all when there is room", test_full);
  ADD ("another process holds it, then is killed", test_held);
  ADD ("another process holds it and it is not there", test_held_empty);
  ADD ("the folder goes away", test_vanished);
  return g_test_run ();
}
