/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Import of somebody's Markdown of about 200 pages with 5,000 entries of a timeline: whole process
 * against cmark-gfm where that is installed, and in process against what md4c takes to parse the
 * text, which builds nothing; to that comes the writing of JSON, which is told alone. Asserts
 * nothing. bench-import AFTERWORD */
#include <glib/gstdio.h>
#include <md4c.h>
#include <string.h>

#include "format/import/plan.h"
#include "format/json-writer.h"
#include "timing.h"

#define N_ROUNDS     9
#define N_EVENTS     5000
#define N_PARAGRAPHS 1000

static const char *const sentences[] = {
  "Page fired for ledger: p99 latency 840 ms against an objective of 400 ms in eu-west-1",
  "The on-call engineer acknowledged after 4 minutes and took the incident commander role",
  "Rolled back checkout to build 4f2a91c07b in us-east-2; the error rate did not change",
  "Found that the connection pool of `pg-orders` was exhausted: 310 waiting clients, 12 idle",
  "Status page updated: *degraded performance* for customers in ap-south-1",
  "Support reported 120 tickets about failed orders, mostly from one region",
};

static const char *
get_sentence (guint n)
{
  return sentences[n % G_N_ELEMENTS (sentences)];
}

static void
add_paragraphs (GString *text, const char *heading, guint n_paragraphs)
{
  g_string_append_printf (text, "## %s\n\n", heading);
  for (guint i = 0; i < n_paragraphs; i++)
    {
      for (guint k = 0; k < 5; k++)
        g_string_append_printf (text, "%s.\n", get_sentence (i * 3 + k));
      g_string_append (text, i % 25 == 24 ? "\n### What was seen there\n\n" : "\n");
    }
}

static char *
make_text (void)
{
  GString *text = g_string_new ("# Orders failed in three regions\n\n");

  add_paragraphs (text, "Summary", N_PARAGRAPHS / 10);
  add_paragraphs (text, "Impact", N_PARAGRAPHS / 10);
  g_string_append (text, "## Timeline (all times in UTC)\n\n");
  for (guint i = 0; i < N_EVENTS; i++)
    g_string_append_printf (text,
                            "- 2026-05-%02u %02u:%02u **responder-%u**: %s\n",
                            1 + i / 1440,
                            i / 60 % 24,
                            i % 60,
                            i % 7,
                            get_sentence (i));
  g_string_append (text, "\n");
  add_paragraphs (text, "Root cause", N_PARAGRAPHS * 8 / 10);
  g_string_append (text, "## Action items\n\n");
  for (guint i = 0; i < 100; i++)
    g_string_append_printf (text, "- [ ] %s\n", get_sentence (i));
  return g_string_free (text, FALSE);
}

static int
take_block (MD_BLOCKTYPE type, void *detail, void *data)
{
  (*(guint *) data)++;
  return 0;
}

static int
take_span (MD_SPANTYPE type, void *detail, void *data)
{
  (*(guint *) data)++;
  return 0;
}

static int
take_text (MD_TEXTTYPE type, const MD_CHAR *text, MD_SIZE size, void *data)
{
  (*(guint *) data)++;
  return 0;
}

static double
time_parse (const char *text)
{
  const MD_PARSER parser = { 0,          MD_FLAG_TABLES | MD_FLAG_TASKLISTS,
                             take_block, take_block,
                             take_span,  take_span,
                             take_text,  NULL,
                             NULL };
  guint           n_calls = 0;
  gint64          start = g_get_monotonic_time ();

  g_assert_cmpint (md_parse (text, strlen (text), &parser, &n_calls), ==, 0);
  g_assert_cmpuint (n_calls, >, N_EVENTS);
  return (g_get_monotonic_time () - start) / 1000.0;
}

static void
measure_functions (const char *text)
{
  const AftImportOptions options = { NULL };
  double importing[N_ROUNDS], writing[N_ROUNDS], planning[N_ROUNDS], parsing[N_ROUNDS];
  double references[2][N_ROUNDS];

  for (guint i = 0; i < N_ROUNDS; i++)
    {
      g_autoptr (AftImport) import = NULL;
      g_autoptr (AftPlan) plan = aft_plan_new (NULL);
      g_autoptr (GBytes) bytes = g_bytes_new_static (text, strlen (text));
      g_autofree char *json = NULL;
      gint64           start;

      parsing[i] = references[0][i] = references[1][i] = time_parse (text);
      start = g_get_monotonic_time ();
      import = aft_import ("large.md", text, strlen (text), &options, NULL);
      importing[i] = (g_get_monotonic_time () - start) / 1000.0;
      start = g_get_monotonic_time ();
      json = aft_json_write (import->root, NULL);
      writing[i] = (g_get_monotonic_time () - start) / 1000.0;
      start = g_get_monotonic_time ();
      aft_plan_read (plan, "large.md", bytes, &options, NULL);
      aft_plan_settle (plan);
      planning[i] = (g_get_monotonic_time () - start) / 1000.0;
    }
  timing_print ("aft_import, of md4c", importing, parsing, N_ROUNDS);
  timing_print ("aft_json_write, of md4c", writing, references[0], N_ROUNDS);
  timing_print ("aft_plan_read and settle", planning, references[1], N_ROUNDS);
}

static void
measure_process (const char *program, const char *cmark, const char *path)
{
  const char *import[] = { program, "import", "--output=-", path, NULL };
  const char *reference[] = { cmark, "-t", "commonmark", path, NULL };
  double      ours[N_ROUNDS], theirs[N_ROUNDS];

  for (guint i = 0; i < N_ROUNDS; i++)
    {
      g_autofree char *output = NULL;
      g_autofree char *document = NULL;

      theirs[i] = timing_run (reference, &output);
      ours[i] = timing_run (import, &document);
    }
  timing_print ("import, whole process", ours, theirs, N_ROUNDS);
}

int
main (int argc, char **argv)
{
  g_autofree char *cmark = g_find_program_in_path ("cmark-gfm");
  g_autofree char *folder = g_dir_make_tmp ("afterword-bench-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "large.md", NULL);
  g_autofree char *text = make_text ();

  g_print ("%" G_GSIZE_FORMAT " bytes, %u events\n", strlen (text), N_EVENTS);
  g_assert_true (g_file_set_contents (path, text, -1, NULL));
  measure_functions (text);
  if (cmark != NULL)
    measure_process (argv[1], cmark, path);
  else
    g_print ("cmark-gfm is not installed: nothing to compare the process with\n");
  g_remove (path);
  g_rmdir (folder);
  return 0;
}
