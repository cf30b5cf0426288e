/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/options.h"
#include "cli/target.h"

#include <unistd.h>

#include <glib/gstdio.h>

static void
test_beside_input (void)
{
  static const struct
  {
    const char *input, *target;
  } cases[] = {
    { "push.postmortem", "push.pdf" },
    { "a/b/push.postmortem", "a/b/push.pdf" },
    { "/a.b/push", "/a.b/push.pdf" },
    { "push.v2.postmortem", "push.v2.pdf" },
    { ".postmortem", ".postmortem.pdf" },
    { "a/.hidden", "a/.hidden.pdf" },
    { "-", "-" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *target = aft_cli_target (cases[i].input, NULL, ".pdf", i % 2, NULL);

      g_assert_cmpstr (target, ==, cases[i].target);
    }
}

typedef struct
{
  char *folder, *input, *slash;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->folder = g_dir_make_tmp ("afterword-target-XXXXXX", NULL);
  fixture->input = g_build_filename (fixture->folder, "push.postmortem", NULL);
  fixture->slash = g_strconcat (fixture->folder, "/", NULL);
  g_assert_true (g_file_set_contents (fixture->input, "{}", -1, NULL));
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_assert_cmpint (g_remove (fixture->input), ==, 0);
  g_assert_cmpint (g_rmdir (fixture->folder), ==, 0);
  g_free (fixture->folder);
  g_free (fixture->input);
  g_free (fixture->slash);
}

static void
test_output (Fixture *fixture, gconstpointer data)
{
  g_autofree char *expected = g_build_filename (fixture->folder, "other.pdf", NULL);
  g_autofree char *in_folder =
      aft_cli_target ("x/other.postmortem", fixture->folder, ".pdf", TRUE, NULL);
  g_autofree char *in_slash =
      aft_cli_target ("x/other.postmortem", fixture->slash, ".pdf", FALSE, NULL);
  g_autofree char *named = aft_cli_target ("x/other.postmortem", "y/z", ".pdf", FALSE, NULL);
  g_autofree char *stream = aft_cli_target ("x/other.postmortem", "-", ".pdf", FALSE, NULL);
  g_autofree char *piped = aft_cli_target ("-", fixture->folder, ".pdf", FALSE, NULL);

  g_assert_cmpstr (in_folder, ==, expected);
  g_assert_cmpstr (in_slash, ==, expected);
  g_assert_cmpstr (named, ==, "y/z");
  g_assert_cmpstr (stream, ==, "-");
  g_assert_true (g_str_has_suffix (piped, "/postmortem.pdf"));
}

static void
assert_refused (const char *input, const char *output, const char *suffix, gboolean many)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (aft_cli_target (input, output, suffix, many, &error));
  g_assert_error (error, AFT_CLI_ERROR, AFT_CLI_ERROR_USAGE);
  g_assert_true (g_str_has_prefix (error->message, output != NULL ? output : input));
}

static void
test_refused (Fixture *fixture, gconstpointer data)
{
  g_autofree char *link = g_build_filename (fixture->folder, "link", NULL);

  g_assert_cmpint (symlink (fixture->input, link), ==, 0);
  assert_refused ("a", "one.pdf", ".pdf", TRUE);
  assert_refused ("a", "-", ".pdf", TRUE);
  assert_refused (fixture->input, NULL, ".postmortem", FALSE);
  assert_refused (fixture->input, fixture->input, ".json", FALSE);
  assert_refused (link, fixture->input, ".json", FALSE);
  g_assert_cmpint (g_remove (link), ==, 0);
}

static void
test_twice (void)
{
  g_autoptr (GPtrArray) paths = g_ptr_array_new ();
  g_autoptr (GError) error = NULL;

  g_ptr_array_add (paths, "out/a.pdf");
  g_ptr_array_add (paths, "out/b.pdf");
  g_assert_true (aft_cli_check_targets (paths, &error));
  g_ptr_array_add (paths, "out/../out/./a.pdf");
  g_assert_false (aft_cli_check_targets (paths, &error));
  g_assert_error (error, AFT_CLI_ERROR, AFT_CLI_ERROR_USAGE);
}

static void
test_names (void)
{
  g_assert_true (aft_cli_is_file_name ("x.pdf"));
  g_assert_true (aft_cli_is_file_name ("/tmp/none/x"));
  g_assert_false (aft_cli_is_file_name (NULL));
  g_assert_false (aft_cli_is_file_name ("-"));
  g_assert_false (aft_cli_is_file_name ("/"));
  g_assert_false (aft_cli_is_file_name ("none/"));
}

#define ADD(path, function)                                                                        \
  g_test_add ("/cli/target/" path, Fixture, NULL, set_up, function, tear_down)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/cli/target/the default is beside the input", test_beside_input);
  ADD ("output is a file or a folder", test_output);
  ADD ("the input is never replaced, nor one file by many", test_refused);
  g_test_add_func ("/cli/target/no file is written twice", test_twice);
  g_test_add_func ("/cli/target/folders and streams have no suffix", test_names);
  return g_test_run ();
}
