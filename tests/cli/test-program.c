/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/library.h"

#include <string.h>

#include <gio/gio.h>
#include <glib/gstdio.h>

/* The program as a whole, without a display, in a folder of its own. */
static const char *program;

#define DOCUMENT(id, title, more)                                                                  \
  "{\n  \"format\": 1,\n  \"id\": \"" id "\",\n  \"kind\": \"incident\",\n  \"title\": \"" title   \
  "\",\n  \"status\": \"draft\"" more "\n}\n"
#define PUSH_ID  "11111111-2222-4333-8444-555555555555"
#define OTHER_ID "11111111-2222-4333-8444-666666666666"
#define PUSH                                                                                       \
  DOCUMENT (                                                                                       \
      PUSH_ID,                                                                                     \
      "Push",                                                                                      \
      ",\n  \"time_zone\": \"Europe/Zurich\",\n  \"private\": [\n    \"summary.outcome\"\n  ]"     \
      ",\n  \"summary\": {\n    \"overview\": \"Seen by all\",\n"                                  \
      "    \"outcome\": \"Kept inside\"\n  },\n  \"timeline\": {\n    \"events\": [\n"             \
      "      {\n        \"id\": \"a1111111-2222-4333-8444-555555555555\",\n"                       \
      "        \"at\": \"2026-05-04T12:00:00Z\",\n        \"precision\": \"exact\",\n"             \
      "        \"kind\": \"symptom\",\n        \"milestone\": \"impact-start\",\n"                 \
      "        \"lane\": \"system\",\n        \"text\": \"Errors rise\"\n      },\n"               \
      "      {\n        \"id\": \"b1111111-2222-4333-8444-555555555555\",\n"                       \
      "        \"at\": \"2026-05-04T12:02:00Z\",\n        \"precision\": \"exact\",\n"             \
      "        \"kind\": \"alert\",\n        \"milestone\": \"detected\",\n"                       \
      "        \"lane\": \"system\",\n        \"text\": \"Alert fires\"\n      }\n"                \
      "    ]\n  },\n  \"reflection\": \"Only mine\"")
#define OTHER DOCUMENT (OTHER_ID, "Other", "")

typedef struct
{
  char *folder;
} Fixture;

typedef struct
{
  int   status;
  char *out;
  char *err;
} Result;

static void
clear_result (Result *self)
{
  g_free (self->out);
  g_free (self->err);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Result, clear_result)

static char *
in_folder (Fixture *fixture, const char *name)
{
  return g_build_filename (fixture->folder, name, NULL);
}

static void
write_file (Fixture *fixture, const char *name, const char *text)
{
  g_autofree char *path = in_folder (fixture, name);

  g_assert_true (g_file_set_contents (path, text, -1, NULL));
}

static gboolean
exists (Fixture *fixture, const char *name)
{
  g_autofree char *path = in_folder (fixture, name);

  return g_file_test (path, G_FILE_TEST_EXISTS);
}

static char *
read_file (Fixture *fixture, const char *name)
{
  g_autofree char *path = in_folder (fixture, name);
  char            *text = NULL;

  g_file_get_contents (path, &text, NULL, NULL);
  return text;
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autofree char *out = NULL;

  fixture->folder = g_dir_make_tmp ("afterword-cli-XXXXXX", NULL);
  out = in_folder (fixture, "out");
  g_assert_cmpint (g_mkdir (out, 0700), ==, 0);
  write_file (fixture, "push.postmortem", PUSH);
  write_file (fixture, "other.postmortem", OTHER);
  write_file (fixture, "broken.postmortem", "{\n  \"format\": 1,\n  \"id\": nothing\n}\n");
  write_file (fixture, "empty.postmortem", "");
}

static void
remove_tree (const char *path)
{
  g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *child = g_build_filename (path, name, NULL);

      if (g_file_test (child, G_FILE_TEST_IS_DIR))
        remove_tree (child);
      else
        g_assert_cmpint (g_remove (child), ==, 0);
    }
  g_assert_cmpint (g_rmdir (path), ==, 0);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  remove_tree (fixture->folder);
  g_free (fixture->folder);
}

static GSubprocess *
start (Fixture *fixture, const char *arguments)
{
  g_autoptr (GSubprocessLauncher) launcher =
      g_subprocess_launcher_new (G_SUBPROCESS_FLAGS_STDIN_PIPE | G_SUBPROCESS_FLAGS_STDOUT_PIPE |
                                 G_SUBPROCESS_FLAGS_STDERR_PIPE);
  g_autofree char *data = in_folder (fixture, "data");
  g_autofree char *line = g_strconcat ("program ", arguments, NULL);
  g_auto (GStrv) argv = NULL;
  g_autoptr (GError) error = NULL;
  GSubprocess *process;

  g_assert_true (g_shell_parse_argv (line, NULL, &argv, NULL));
  g_free (argv[0]);
  argv[0] = g_strdup (program);
  g_subprocess_launcher_set_cwd (launcher, fixture->folder);
  g_subprocess_launcher_setenv (launcher, "HOME", fixture->folder, TRUE);
  g_subprocess_launcher_setenv (launcher, "XDG_DATA_HOME", data, TRUE);
  g_subprocess_launcher_unsetenv (launcher, "DISPLAY");
  g_subprocess_launcher_unsetenv (launcher, "WAYLAND_DISPLAY");
  g_subprocess_launcher_unsetenv (launcher, "DBUS_SESSION_BUS_ADDRESS");
  process = g_subprocess_launcher_spawnv (launcher, (const char *const *) argv, &error);
  g_assert_no_error (error);
  return process;
}

/* Never NULL; may hold NULs, as a PDF does. */
static char *
to_text (GBytes *bytes)
{
  gsize       length;
  const char *data = g_bytes_get_data (bytes, &length);

  return length > 0 ? g_strndup (data, length) : g_strdup ("");
}

/* arguments: as in a shell, without its expansions; input may be NULL. */
static Result
run (Fixture *fixture, const char *arguments, const char *input)
{
  g_autoptr (GSubprocess) process = start (fixture, arguments);
  g_autoptr (GBytes) in =
      g_bytes_new (input != NULL ? input : "", input != NULL ? strlen (input) : 0);
  g_autoptr (GBytes) out = NULL;
  g_autoptr (GBytes) err = NULL;
  g_autoptr (GError) error = NULL;
  Result result = { 0 };

  g_test_message ("afterword %s", arguments);
  g_assert_true (g_subprocess_communicate (process, in, NULL, &out, &err, &error));
  g_assert_no_error (error);
  g_assert_true (g_subprocess_get_if_exited (process));
  result.status = g_subprocess_get_exit_status (process);
  result.out = to_text (out);
  result.err = to_text (err);
  return result;
}

/* Status 0, nothing to complain about; what it printed. */
static char *
run_fine (Fixture *fixture, const char *arguments, const char *input)
{
  g_auto (Result) result = run (fixture, arguments, input);

  g_assert_cmpstr (result.err, ==, "");
  g_assert_cmpint (result.status, ==, 0);
  return g_steal_pointer (&result.out);
}

/* Status 2, nothing printed, and this one line of complaint; message may end in "…". */
static void
run_refused (Fixture *fixture, const char *arguments, const char *input, const char *message)
{
  g_auto (Result) result = run (fixture, arguments, input);
  g_autofree char *pattern = NULL;
  g_autoptr (GString) line = g_string_new (message);

  g_string_prepend (line, "afterword: ");
  g_string_replace (line, "…!", "*", 0);
  g_string_append_c (line, '\n');
  if (!g_pattern_match_simple (line->str, result.err))
    g_assert_cmpstr (result.err, ==, line->str);
  g_assert_true (strchr (result.err, '\n') == result.err + strlen (result.err) - 1);
  g_assert_cmpstr (result.out, ==, "");
  g_assert_cmpint (result.status, ==, 2);
}

static void
assert_holds (const char *text, const char *part)
{
  g_assert_nonnull (text);
  if (strstr (text, part) == NULL)
    g_error ("“%s” is not in:\n%s", part, text);
}

static void
assert_lacks (const char *text, const char *part)
{
  if (strstr (text, part) != NULL)
    g_error ("“%s” is in:\n%s", part, text);
}

static void
test_help (Fixture *fixture, gconstpointer data)
{
  static const char *const verbs[] = { "export", "import", "check", "metrics",
                                       "figure", "list",   "search" };
  g_autofree char         *help = run_fine (fixture, "--help", NULL);
  g_autofree char         *version = run_fine (fixture, "--version", NULL);

  g_assert_true (g_str_has_prefix (version, "afterword "));
  g_assert_true (g_str_has_prefix (help, "Usage: afterword [FILE…]\n"));
  for (guint i = 0; i < G_N_ELEMENTS (verbs); i++)
    {
      g_autofree char *arguments = g_strconcat (verbs[i], " --help", NULL);
      g_autofree char *usage = g_strconcat ("Usage: afterword ", verbs[i], " ", NULL);
      g_autofree char *row = g_strconcat ("\n  ", verbs[i], " ", NULL);
      g_autofree char *verb_help = run_fine (fixture, arguments, NULL);

      g_assert_true (g_str_has_prefix (verb_help, usage));
      assert_holds (help, row);
    }
}

static void
test_usage (Fixture *fixture, gconstpointer data)
{
  static const struct
  {
    const char *arguments, *message;
  } cases[] = {
    { "--nonsense", "unknown option --nonsense: see “afterword --help”" },
    { "export", "export: FILE… is missing: see “afterword export --help”" },
    { "export --tu=pdf push.postmortem",
      "export: unknown option --tu=pdf: see “afterword export --help”" },
    { "export --to=doc push.postmortem",
      "export: --to is pdf|markdown|json|csv|ics, not “doc”: see “afterword export --help”" },
    { "export --paper=a5 push.postmortem", "export: --paper is a4|letter, not “a5”: …!" },
    { "export --layout=poster push.postmortem", "export: --layout is report|review, …!" },
    { "export --copy=0 push.postmortem", "export: --copy is a number from 1 to 9999, …!" },
    { "export --copy=2 --to=csv push.postmortem", "export: --copy is for pdf, not for csv" },
    { "export --audience=all push.postmortem", "export: --audience is internal|public, …!" },
    { "export --include=all push.postmortem", "export: --include is reflection, not “all”: …!" },
    { "export --to=csv --paper=a4 push.postmortem", "export: --paper is for pdf, not for csv" },
    { "export --output=x.doc push.postmortem",
      "x.doc: its ending says no format: name one with --to" },
    { "export --output=x.pdf push.postmortem other.postmortem",
      "x.pdf: is no folder, which --output must be with several files" },
    { "export --to=json - -", "standard output: two of the files would be written to it" },
    { "export --to=json --output=out - -", "out/postmortem.json: two of …!" },
    { "metrics - -", "standard input (-) can be read only once" },
    { "export --output=push.postmortem push.postmortem",
      "push.postmortem: would be replaced by its own export: name another with --output" },
    { "metrics", "metrics: FILE… is missing: …!" },
    { "metrics --json=yes push.postmortem", "metrics: --json takes no value: …!" },
    { "figure", "figure: FILE is missing: …!" },
    { "figure push.postmortem other.postmortem",
      "figure: unexpected argument “other.postmortem”: …!" },
    { "figure --output=x.gif push.postmortem", "x.gif: a figure ends in .svg, .png or .pdf" },
    { "figure --width=wide push.postmortem",
      "figure: --width is a whole number from 200 to 16000, not “wide”" },
    { "figure --width=100 push.postmortem", "figure: --width is a whole …!" },
    { "figure --width=99999999999999999999 push.postmortem", "figure: --width is a whole …!" },
    { "list all", "list: unexpected argument “all”: …!" },
    { "search", "search: QUERY is missing: …!" },
    { "import --time-zone=Mars notes.md",
      "--time-zone: there is no zone “Mars”; write one such as Europe/Zurich" },
    { "import --date=today notes.md", "--date: “today” is no day such as 2026-05-04" },
    { "import --output=x.postmortem a.md b.md",
      "x.postmortem: is no folder, which --output must be with several files" },
    { "check", "check: FILE… is missing: …!" },
    { "check --audience=all push.postmortem", "check: --audience is internal|public, …!" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    run_refused (fixture, cases[i].arguments, NULL, cases[i].message);
  g_assert_false (exists (fixture, "push.pdf"));
}

static void
test_unreadable (Fixture *fixture, gconstpointer data)
{
  static const struct
  {
    const char *arguments, *input, *message;
  } cases[] = {
    { "metrics none.postmortem", NULL, "none.postmortem: No such file or directory" },
    { "metrics out", NULL, "out: Is a directory" },
    { "metrics broken.postmortem", NULL, "broken.postmortem:3:9: …!" },
    { "metrics empty.postmortem", NULL, "empty.postmortem:1:1: …!" },
    { "metrics -", "[", "-:1:2: …!" },
    { "metrics -", "", "-:1:1: …!" },
    { "export none.postmortem", NULL, "none.postmortem: No such file or directory" },
    { "export broken.postmortem", NULL, "broken.postmortem:3:9: …!" },
    { "figure broken.postmortem", NULL, "broken.postmortem:3:9: …!" },
    { "import none.md", NULL, "none.md: No such file or directory" },
    { "export push.postmortem none.postmortem", NULL, "none.postmortem: No such …!" },
    { "metrics push.postmortem broken.postmortem", NULL, "broken.postmortem:3:9: …!" },
    { "metrics 'two\nlines\033[31m'", NULL, "two lines\uFFFD[31m: No such file or directory" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    run_refused (fixture, cases[i].arguments, cases[i].input, cases[i].message);
  g_assert_false (exists (fixture, "push.pdf"));
}

static void
test_unwritable (Fixture *fixture, gconstpointer data)
{
  static const struct
  {
    const char *arguments, *message;
  } cases[] = {
    { "export --output=none/x.pdf push.postmortem", "none/x.pdf: No such file or directory" },
    { "export --to=json --output=none/ push.postmortem", "none/push.json: No such file …!" },
    { "export --to=json --output=/dev/full push.postmortem", "/dev/full: No space left on device" },
    { "figure --output=none/x.svg push.postmortem", "none/x.svg: No such file or directory" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    run_refused (fixture, cases[i].arguments, NULL, cases[i].message);
}

static void
test_formats (Fixture *fixture, gconstpointer data)
{
  static const struct
  {
    const char *arguments, *file, *start;
  } cases[] = {
    { "push.postmortem", "push.pdf", "%PDF-" },
    { "--to=pdf --output=a.bin push.postmortem", "a.bin", "%PDF-" },
    { "--output=b.pdf --layout=review --copy=2 --paper=letter push.postmortem", "b.pdf", "%PDF-" },
    { "--to=markdown push.postmortem", "push.md", "---\n" },
    { "--output=c.MD push.postmortem", "c.MD", "---\n" },
    { "--to json push.postmortem", "push.json", "{\n  \"format\": 1,\n" },
    { "--output=d.postmortem push.postmortem", "d.postmortem", "{\n  \"format\": 1,\n" },
    { "--to=csv push.postmortem", "push.csv", "" },
    { "--to=ics push.postmortem", "push.ics", "BEGIN:VCALENDAR\r\n" },
    { "--output=out push.postmortem", "out/push.pdf", "%PDF-" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *arguments = g_strconcat ("export ", cases[i].arguments, NULL);
      g_autofree char *printed = run_fine (fixture, arguments, NULL);
      g_autofree char *content = read_file (fixture, cases[i].file);

      g_assert_cmpstr (printed, ==, "");
      g_assert_nonnull (content);
      g_assert_cmpint (strlen (content), >, 0);
      g_assert_true (g_str_has_prefix (content, cases[i].start));
    }
}

static void
test_streams (Fixture *fixture, gconstpointer data)
{
  g_autofree char *from_file =
      run_fine (fixture, "export --to=json --output=- push.postmortem", NULL);
  g_autofree char *from_input = run_fine (fixture, "export --to=json --include=reflection -", PUSH);
  g_autofree char *pdf = run_fine (fixture, "export -", PUSH);
  g_autofree char *svg = run_fine (fixture, "figure -", PUSH);

  assert_holds (from_file, "\"title\": \"Push\"");
  g_assert_cmpstr (from_input, ==, PUSH);
  g_assert_true (g_str_has_prefix (pdf, "%PDF-"));
  assert_holds (svg, "<svg");
}

static void
test_several (Fixture *fixture, gconstpointer data)
{
  g_autofree char *beside =
      run_fine (fixture, "export --to=markdown push.postmortem other.postmortem", NULL);
  g_autofree char *inside =
      run_fine (fixture, "export --output=out/ push.postmortem other.postmortem", NULL);

  g_assert_true (exists (fixture, "push.md"));
  g_assert_true (exists (fixture, "other.md"));
  g_assert_true (exists (fixture, "out/push.pdf"));
  g_assert_true (exists (fixture, "out/other.pdf"));
}

static void
test_all_or_nothing (Fixture *fixture, gconstpointer data)
{
  g_autofree char *old = NULL;

  write_file (fixture, "push.md", "old");
  run_refused (fixture,
               "export --to=markdown push.postmortem broken.postmortem",
               NULL,
               "broken.postmortem:3:9: …!");
  old = read_file (fixture, "push.md");
  g_assert_cmpstr (old, ==, "old");
}

static void
test_audience (Fixture *fixture, gconstpointer data)
{
  static const char *const formats[] = { "json", "markdown" };

  for (guint i = 0; i < G_N_ELEMENTS (formats); i++)
    {
      g_autofree char *base = g_strdup_printf ("export --to=%s --output=-", formats[i]);
      g_autofree char *public_line = g_strconcat (base, " --audience=public push.postmortem", NULL);
      g_autofree char *mine_line =
          g_strconcat (base, " --include=reflection push.postmortem", NULL);
      g_autofree char *internal_line = g_strconcat (base, " push.postmortem", NULL);
      g_autofree char *for_public = run_fine (fixture, public_line, NULL);
      g_autofree char *internal = run_fine (fixture, internal_line, NULL);
      g_autofree char *mine = run_fine (fixture, mine_line, NULL);

      assert_holds (for_public, "Seen by all");
      assert_lacks (for_public, "Kept inside");
      assert_lacks (for_public, "Only mine");
      assert_holds (internal, "Kept inside");
      assert_lacks (internal, "Only mine");
      assert_holds (mine, "Only mine");
    }
}

static void
test_newer (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GString) newer = g_string_new (PUSH);
  g_autofree char *path = in_folder (fixture, "newer.postmortem");
  g_auto (Result) result = { 0 };

  g_string_replace (newer, "\"format\": 1", "\"format\": 2", 1);
  g_assert_true (g_file_set_contents (path, newer->str, -1, NULL));
  result = run (fixture, "metrics newer.postmortem", NULL);
  g_assert_cmpint (result.status, ==, 0);
  assert_holds (result.out, "2 min");
  g_assert_true (g_str_has_prefix (result.err, "afterword: newer.postmortem: written by a newer"));
}

static void
test_metrics (Fixture *fixture, gconstpointer data)
{
  g_autofree char *text = run_fine (fixture, "metrics push.postmortem other.postmortem", NULL);
  g_autofree char *json = run_fine (fixture, "metrics --json push.postmortem", NULL);

  g_assert_true (g_str_has_prefix (text, "push.postmortem: Push\n"));
  assert_holds (text, "\n\nother.postmortem: Other\n");
  assert_holds (text, "Time to detect          2 min\n    detected − impact start\n");
  assert_holds (text, "2026-05-04 14:02 CEST  Detected: Alert fires\n");
  assert_holds (text, "unknown: no event is marked as mitigated");
  g_assert_true (g_str_has_prefix (json, "[\n  {\n    \"file\": \"push.postmortem\",\n"));
  assert_holds (json, "\"seconds\": 120,\n");
}

static void
test_import (Fixture *fixture, gconstpointer data)
{
  g_autofree char *json = run_fine (fixture,
                                    "import --time-zone=Europe/Zurich --date=2026-05-04 -",
                                    "# Push\n\n## Timeline\n\n- 14:02 errors\n");

  assert_holds (json, "\"title\": \"Push\",\n");
  assert_holds (json, "\"at\": \"2026-05-04T12:02:00Z\",\n");
  assert_holds (json, "\"inferred\": [\n          \"date\",\n          \"zone\"\n");
}

static void
test_figure (Fixture *fixture, gconstpointer data)
{
  static const struct
  {
    const char *arguments, *file, *start;
  } cases[] = {
    { "push.postmortem", "push.svg", "<?xml" },
    { "--output=a.SVG push.postmortem", "a.SVG", "<?xml" },
    { "--output=b.png --width=640 push.postmortem", "b.png", "\x89PNG" },
    { "--output=c.pdf push.postmortem", "c.pdf", "%PDF-" },
    { "--output=out push.postmortem", "out/push.svg", "<?xml" },
    { "--output=empty.svg other.postmortem", "empty.svg", "<?xml" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *arguments = g_strconcat ("figure ", cases[i].arguments, NULL);
      g_autofree char *printed = run_fine (fixture, arguments, NULL);
      g_autofree char *content = read_file (fixture, cases[i].file);

      g_assert_cmpstr (printed, ==, "");
      g_assert_true (g_str_has_prefix (content, cases[i].start));
    }
}

static void
test_no_library (Fixture *fixture, gconstpointer data)
{
  g_autofree char *list = run_fine (fixture, "list", NULL);
  g_autofree char *json = run_fine (fixture, "list --json", NULL);
  g_autofree char *found = run_fine (fixture, "search push", NULL);
  g_autofree char *found_json = run_fine (fixture, "search --json push", NULL);

  g_assert_cmpstr (list, ==, "");
  g_assert_cmpstr (json, ==, "[]\n");
  g_assert_cmpstr (found, ==, "");
  g_assert_cmpstr (found_json, ==, "[]\n");
  g_assert_false (exists (fixture, "data"));
}

/* Still open; transfer full. */
static AftLibrary *
fill_library (Fixture *fixture)
{
  g_autofree char *folder = in_folder (fixture, "data/afterword");
  g_autofree char *path = g_build_filename (folder, "library.db", NULL);
  g_autoptr (GBytes) push = g_bytes_new_static (PUSH, strlen (PUSH));
  g_autoptr (GBytes) other = g_bytes_new_static (OTHER, strlen (OTHER));
  AftLibrary *library;
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (g_mkdir_with_parents (folder, 0700), ==, 0);
  library = aft_library_open (path, &error);
  g_assert_no_error (error);
  g_assert_true (aft_library_save (library, PUSH_ID, push, &error));
  g_assert_true (aft_library_save (library, OTHER_ID, other, &error));
  return library;
}

static void
test_library (Fixture *fixture, gconstpointer data)
{
  g_autoptr (AftLibrary) library = NULL;
  g_autofree char *list = NULL;
  g_autofree char *json = NULL;
  g_autofree char *found = NULL;
  g_autofree char *odd = NULL;

  library = fill_library (fixture);
  aft_library_close (library);
  list = run_fine (fixture, "list", NULL);
  assert_holds (list, "2026-05-04  ");
  assert_holds (list, "  Push\n");
  assert_holds (list, "  Other\n");
  json = run_fine (fixture, "list --json", NULL);
  assert_holds (json, "\"id\": \"" PUSH_ID "\",\n    \"kind\": \"incident\",\n");
  assert_holds (json, "\"start\": \"2026-05-04T12:00:00Z\"");
  found = run_fine (fixture, "search errors ri", NULL);
  assert_holds (found, "  Push\n");
  assert_lacks (found, "Other");
  odd = run_fine (fixture, "search -- '\"' 'C++' 'foo AND'", NULL);
  g_assert_cmpstr (odd, ==, "");
}

static void
test_busy_library (Fixture *fixture, gconstpointer data)
{
  g_autoptr (AftLibrary) library = fill_library (fixture);
  g_autofree char *list = run_fine (fixture, "list", NULL);
  g_autofree char *found = run_fine (fixture, "search alert", NULL);

  assert_holds (list, "  Other\n");
  assert_holds (found, "  Push\n");
  aft_library_close (library);
}

static void
test_damaged_library (Fixture *fixture, gconstpointer data)
{
  g_autofree char *folder = in_folder (fixture, "data/afterword/library.db");
  g_auto (Result) result = { 0 };

  g_assert_cmpint (g_mkdir_with_parents (folder, 0700), ==, 0);
  result = run (fixture, "list", NULL);
  g_assert_cmpint (result.status, ==, 2);
  g_assert_cmpstr (result.out, ==, "");
  assert_holds (result.err, "afterword: ");
  assert_holds (result.err, "library.db: ");
}

/* Status 1, and what it printed. */
static char *
run_check (Fixture *fixture, const char *arguments)
{
  g_auto (Result) result = run (fixture, arguments, NULL);

  g_assert_cmpstr (result.err, ==, "");
  g_assert_cmpint (result.status, ==, 1);
  return g_steal_pointer (&result.out);
}

static void
test_check (Fixture *fixture, gconstpointer data)
{
  static const char text[] =
      DOCUMENT (PUSH_ID,
                "Push",
                ",\n  \"owner\": \"Ada Example\",\n  \"analysis\": {\n    \"trigger\": "
                "\"One\\nAda on 10.20.30.40 with ||db1.acme.com||\"\n  }");
  g_autofree char *internal = NULL, *public = NULL, *json = NULL, *nothing = NULL;

  write_file (fixture, "told.postmortem", text);
  write_file (fixture, "quiet.postmortem", DOCUMENT (OTHER_ID, "", ""));
  internal = run_check (fixture, "check told.postmortem");
  public = run_check (fixture, "check --audience=public told.postmortem");
  json = run_check (fixture, "check --audience=public --json told.postmortem");
  nothing = run_fine (fixture, "check --audience=public quiet.postmortem", NULL);
  assert_holds (internal, "told.postmortem:analysis/technical:1:1: analysis-flaw: How did ");
  assert_lacks (internal, "public-");
  assert_holds (public, internal);
  assert_holds (
      public,
      "told.postmortem:analysis/trigger:2:1: public-person: Name of a person: “Ada”\n"
      "told.postmortem:analysis/trigger:2:8: public-address: IP address: “10.20.30.40”\n");
  assert_lacks (public, "db1");
  assert_holds (json, "\"column\": 8,\n    \"rule\": \"public-address\",\n");
  g_assert_cmpstr (nothing, ==, "");
}

#define ADD(path, function)                                                                        \
  g_test_add ("/cli/program/" path, Fixture, NULL, set_up, function, tear_down)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_assert_cmpint (argc, ==, 2);
  program = argv[1];
  ADD ("help and version need nothing", test_help);
  ADD ("bad usage is one line and status 2", test_usage);
  ADD ("unreadable input is named with its place", test_unreadable);
  ADD ("what cannot be written is named", test_unwritable);
  ADD ("every format is written", test_formats);
  ADD ("a dash is standard input or output", test_streams);
  ADD ("several files go beside their inputs or into a folder", test_several);
  ADD ("nothing is written where one input is broken", test_all_or_nothing);
  ADD ("private text stays with its audience", test_audience);
  ADD ("a newer file is read with a warning", test_newer);
  ADD ("metrics show formula and times", test_metrics);
  ADD ("an import is told zone and day", test_import);
  ADD ("a check has findings with their places", test_check);
  ADD ("a figure is written as its ending says", test_figure);
  ADD ("asking for the library makes none", test_no_library);
  ADD ("the library is listed and searched", test_library);
  ADD ("the library is listed while the window has it", test_busy_library);
  ADD ("a library that cannot be opened is an error", test_damaged_library);
  return g_test_run ();
}
