/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What each writer makes of the documents in golden/, beside which the answers lie. With
 * AFTERWORD_RENEW set they are written anew instead: look at the difference before it is kept. */
#include "format/csv-writer.h"
#include "format/html-writer.h"
#include "format/ics-writer.h"
#include "format/json-reader.h"
#include "format/json-writer.h"
#include "format/markdown-writer.h"
#include "support/fixtures.h"

static char *
write_json (AftRecord *root)
{
  return aft_json_write (root, NULL);
}

static const struct
{
  const char *suffix;
  char *(*write) (AftRecord *root);
} writers[] = {
  { ".postmortem", write_json },
  { ".md", aft_markdown_write },
  { ".public.md", aft_markdown_write_public },
  { ".html", aft_html_write },
  { ".csv", aft_csv_write },
  { ".ics", aft_ics_write },
};

static const char *const names[] = { "empty", "hostile", "plain" };

static char *
get_path (const char *name, const char *suffix)
{
  g_autofree char *file = g_strconcat (name, suffix, NULL);

  return g_test_build_filename (G_TEST_DIST, "format", "golden", file, NULL);
}

static AftRecord *
load (const char *name)
{
  g_autofree char *path = get_path (name, ".postmortem");
  g_autofree char *json = NULL;
  gsize            length;
  g_autoptr (GError) error = NULL;
  AftRecord *root;

  g_file_get_contents (path, &json, &length, &error);
  g_assert_no_error (error);
  root = aft_json_read (json, length, &error);
  g_assert_no_error (error);
  return root;
}

static void
compare (const char *path, const char *text)
{
  g_autofree char *expected = NULL;
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);
  g_auto (GStrv) expected_lines = NULL;
  g_autoptr (GError) error = NULL;

  g_file_get_contents (path, &expected, NULL, &error);
  g_assert_no_error (error);
  expected_lines = g_strsplit (expected, "\n", -1);
  for (guint i = 0; lines[i] != NULL && expected_lines[i] != NULL; i++)
    if (!g_str_equal (lines[i], expected_lines[i]))
      g_error ("%s:%u: “%s” instead of “%s”", path, i + 1, lines[i], expected_lines[i]);
  g_assert_cmpstr (text, ==, expected);
}

static void
test_golden (gconstpointer data)
{
  const char *name = data;
  g_autoptr (AftRecord) root = load (name);

  for (guint i = 0; i < G_N_ELEMENTS (writers); i++)
    {
      g_autofree char *path = get_path (name, writers[i].suffix);
      g_autofree char *text = writers[i].write (root);

      if (g_getenv ("AFTERWORD_RENEW") != NULL)
        g_assert_true (g_file_set_contents (path, text, -1, NULL));
      else
        compare (path, text);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *path = g_strconcat ("/format/golden/", names[i], NULL);

      g_test_add_data_func (path, names[i], test_golden);
    }
  return g_test_run ();
}
