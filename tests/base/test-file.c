/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/error.h"
#include "base/file.h"

#include <signal.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

#include <glib/gstdio.h>

typedef struct
{
  char *folder;
  char *path; /* in it, not there yet */
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->folder = g_dir_make_tmp ("afterword-file-XXXXXX", NULL);
  fixture->path = g_build_filename (fixture->folder, "report.pdf", NULL);
  umask (022);
}

static guint
count_files (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  guint n = 0;

  while (g_dir_read_name (dir) != NULL)
    n++;
  return n;
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GDir) dir = g_dir_open (fixture->folder, 0, NULL);
  const char *name;

  g_chmod (fixture->folder, 0700);
  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (fixture->folder, name, NULL);

      g_assert_cmpint (g_remove (path), ==, 0);
    }
  g_assert_cmpint (g_rmdir (fixture->folder), ==, 0);
  g_free (fixture->folder);
  g_free (fixture->path);
}

static void
assert_content (const char *path, const char *expected)
{
  g_autofree char *content = NULL;
  gsize            length;

  g_assert_true (g_file_get_contents (path, &content, &length, NULL));
  g_assert_cmpmem (content, length, expected, strlen (expected));
}

static int
mode_of (const char *path)
{
  struct stat info;

  g_assert_cmpint (lstat (path, &info), ==, 0);
  return info.st_mode & 07777;
}

static void
write_old (const char *path, int mode)
{
  g_assert_true (g_file_set_contents (path, "old", -1, NULL));
  g_assert_cmpint (g_chmod (path, mode), ==, 0);
}

/* Fails with the path and that reason, and leaves the file as it was. */
static void
assert_refused (const char *path, const char *reason)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *message = g_strdup_printf ("%s: %s", path, reason);

  g_assert_false (aft_file_write (path, "new", 3, &error));
  g_assert_error (error, AFT_BASE_ERROR, AFT_BASE_ERROR_IO);
  g_assert_cmpstr (error->message, ==, message);
}

static void
test_new (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (aft_file_write (fixture->path, "new", 3, &error));
  g_assert_no_error (error);
  assert_content (fixture->path, "new");
  g_assert_cmpint (mode_of (fixture->path), ==, 0600);
  g_assert_true (aft_file_write (fixture->path, "", 0, NULL));
  assert_content (fixture->path, "");
  g_assert_cmpuint (count_files (fixture->folder), ==, 1);
}

static void
test_mode (Fixture *fixture, gconstpointer data)
{
  static const int modes[] = { 0600, 0640, 0644, 0664, 0666, 0755, 02664 };

  for (guint i = 0; i < G_N_ELEMENTS (modes); i++)
    {
      write_old (fixture->path, modes[i]);
      g_assert_true (aft_file_write (fixture->path, "new", 3, NULL));
      assert_content (fixture->path, "new");
      g_assert_cmpint (mode_of (fixture->path), ==, modes[i]);
    }
}

static void
test_symlink (Fixture *fixture, gconstpointer data)
{
  g_autofree char *first = g_build_filename (fixture->folder, "first", NULL);
  g_autofree char *second = g_build_filename (fixture->folder, "second", NULL);

  write_old (fixture->path, 0644);
  g_assert_cmpint (symlink ("report.pdf", second), ==, 0);
  g_assert_cmpint (symlink (second, first), ==, 0);
  g_assert_true (aft_file_write (first, "new", 3, NULL));
  assert_content (fixture->path, "new");
  g_assert_true (g_file_test (first, G_FILE_TEST_IS_SYMLINK));
  g_assert_true (g_file_test (second, G_FILE_TEST_IS_SYMLINK));
  g_assert_false (g_file_test (fixture->path, G_FILE_TEST_IS_SYMLINK));
  g_assert_cmpint (mode_of (fixture->path), ==, 0644);
}

static void
test_dangling_symlink (Fixture *fixture, gconstpointer data)
{
  g_autofree char *link = g_build_filename (fixture->folder, "link", NULL);

  g_assert_cmpint (symlink ("report.pdf", link), ==, 0);
  g_assert_true (aft_file_write (link, "new", 3, NULL));
  g_assert_true (g_file_test (link, G_FILE_TEST_IS_SYMLINK));
  assert_content (fixture->path, "new");
}

static void
test_link_loop (Fixture *fixture, gconstpointer data)
{
  g_autofree char *other = g_build_filename (fixture->folder, "other", NULL);

  g_assert_cmpint (symlink (other, fixture->path), ==, 0);
  g_assert_cmpint (symlink (fixture->path, other), ==, 0);
  g_assert_false (aft_file_write (fixture->path, "new", 3, NULL));
  g_assert_true (g_file_test (fixture->path, G_FILE_TEST_IS_SYMLINK));
  g_assert_true (g_file_test (other, G_FILE_TEST_IS_SYMLINK));
}

static void
test_hard_link (Fixture *fixture, gconstpointer data)
{
  g_autofree char *twin = g_build_filename (fixture->folder, "twin", NULL);

  write_old (fixture->path, 0644);
  g_assert_cmpint (link (fixture->path, twin), ==, 0);
  g_assert_true (aft_file_write (fixture->path, "new", 3, NULL));
  assert_content (fixture->path, "new");
  assert_content (twin, "old");
}

static void
test_missing_folder (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = g_build_filename (fixture->folder, "missing", "report.pdf", NULL);
  g_autofree char *below = g_build_filename (fixture->path, "report.pdf", NULL);

  assert_refused (path, "No such file or directory");
  write_old (fixture->path, 0644);
  assert_refused (below, "Not a directory");
  assert_refused (fixture->folder, "Is a directory");
}

/* Root may write anywhere: it is nobody for this. */
static void
test_no_permission (Fixture *fixture, gconstpointer data)
{
  gboolean is_root = geteuid () == 0;

  write_old (fixture->path, 0444);
  g_chmod (fixture->folder, 0777);
  g_assert_true (!is_root || seteuid (65534) == 0);
  assert_refused (fixture->path, "Permission denied");
  g_assert_true (!is_root || seteuid (0) == 0);
  g_assert_cmpint (g_remove (fixture->path), ==, 0);
  g_chmod (fixture->folder, 0555);
  g_assert_true (!is_root || seteuid (65534) == 0);
  assert_refused (fixture->path, "Permission denied");
  g_assert_true (!is_root || seteuid (0) == 0);
  g_assert_cmpuint (count_files (fixture->folder), ==, 0);
}

/* A limit on the size of files stands for a full disk. */
static void
test_full_disk (Fixture *fixture, gconstpointer data)
{
  g_autofree char *large = g_strnfill (100000, 'x');
  struct rlimit    before, small;
  gboolean         is_written;
  g_autoptr (GError) error = NULL;

  write_old (fixture->path, 0644);
  signal (SIGXFSZ, SIG_IGN);
  getrlimit (RLIMIT_FSIZE, &before);
  small = before;
  small.rlim_cur = 4096;
  setrlimit (RLIMIT_FSIZE, &small);
  is_written = aft_file_write (fixture->path, large, 100000, &error);
  setrlimit (RLIMIT_FSIZE, &before);
  g_assert_false (is_written);
  g_assert_error (error, AFT_BASE_ERROR, AFT_BASE_ERROR_IO);
  g_assert_true (g_str_has_prefix (error->message, fixture->path));
  assert_content (fixture->path, "old");
  g_assert_cmpuint (count_files (fixture->folder), ==, 1);
}

static void
test_devices (Fixture *fixture, gconstpointer data)
{
  g_assert_true (aft_file_write ("/dev/null", "new", 3, NULL));
  g_assert_false (g_file_test ("/dev/null", G_FILE_TEST_IS_REGULAR));
  assert_refused ("/dev/full", "No space left on device");
}

static void
test_read (Fixture *fixture, gconstpointer data)
{
  g_autofree char *content = NULL;
  gsize            length = 0;
  g_autoptr (GError) error = NULL;

  g_assert_true (g_file_set_contents (fixture->path, "a\0b", 3, NULL));
  content = aft_file_read (fixture->path, 3, &length, &error);
  g_assert_no_error (error);
  g_assert_cmpmem (content, length, "a\0b", 3);
  g_assert_cmpint (content[3], ==, '\0');
  g_assert_null (aft_file_read (fixture->path, 2, &length, &error));
  g_assert_error (error, AFT_BASE_ERROR, AFT_BASE_ERROR_TOO_LARGE);
}

static void
test_endless (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (aft_file_read ("/dev/zero", 1000000, NULL, &error));
  g_assert_error (error, AFT_BASE_ERROR, AFT_BASE_ERROR_TOO_LARGE);
}

static void
test_unreadable (Fixture *fixture, gconstpointer data)
{
  g_autofree char *missing = g_strconcat (fixture->path, ": No such file or directory", NULL);
  g_autofree char *folder = g_strconcat (fixture->folder, ": Is a directory", NULL);
  g_autoptr (GError) error = NULL;

  g_assert_null (aft_file_read (fixture->path, 10, NULL, &error));
  g_assert_error (error, AFT_BASE_ERROR, AFT_BASE_ERROR_IO);
  g_assert_cmpstr (error->message, ==, missing);
  g_clear_error (&error);
  g_assert_null (aft_file_read (fixture->folder, 10, NULL, &error));
  g_assert_cmpstr (error->message, ==, folder);
}

#define ADD(path, function)                                                                        \
  g_test_add ("/base/file/" path, Fixture, NULL, set_up, function, tear_down)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  ADD ("a new file is for its owner alone", test_new);
  ADD ("the mode is kept", test_mode);
  ADD ("a symbolic link stays one", test_symlink);
  ADD ("the target of a dangling link is made", test_dangling_symlink);
  ADD ("links in a circle are an error", test_link_loop);
  ADD ("another name of the file keeps the old text", test_hard_link);
  ADD ("a missing folder is an error that names the path", test_missing_folder);
  ADD ("what may not be written is left alone", test_no_permission);
  ADD ("a full disk leaves the old file and no other", test_full_disk);
  ADD ("devices are written to", test_devices);
  ADD ("reading stops at the limit", test_read);
  ADD ("an endless file is refused", test_endless);
  ADD ("what cannot be read is named", test_unreadable);
  return g_test_run ();
}
