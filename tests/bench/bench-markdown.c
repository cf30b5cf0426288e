/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Export of a document of 5,000 events as Markdown, whole process, against cmark-gfm that reads and
 * writes the same text; then the writer and the reader alone, against the same. Asserts nothing.
 * bench-markdown AFTERWORD */
#include <glib/gstdio.h>
#include <string.h>

#include "format/json-writer.h"
#include "format/markdown-reader.h"
#include "format/markdown-writer.h"
#include "support/fixtures.h"
#include "timing.h"

#define N_ROUNDS 9
#define N_EVENTS 5000

static const char *const sentences[] = {
  "Page fired for ledger: p99 latency 840 ms against an objective of 400 ms in eu-west-1",
  "The on-call engineer acknowledged after 4 minutes and took the incident commander role",
  "Rolled back checkout to build 4f2a91c07b in us-east-2; the error rate did not change",
  "Found that the connection pool of `pg-orders` was exhausted: 310 waiting clients, 12 idle",
  "Status page updated: *degraded performance* for customers in ap-south-1",
  "Disabled the flag `routing-v2`; traffic moved back to the old path over 12 minutes. Each retry "
  "opened a new connection, so the pool filled in about two minutes, and health checks began to "
  "compete with customer traffic for the same slots.",
  "Support reported 120 tickets about failed orders | mostly from one region",
};

static void
set_text (AftRecord *record, guint field, const char *text)
{
  g_auto (AftValue) value = AFT_VALUE_INIT;

  aft_value_set_text (&value, text);
  aft_record_init_value (record, field, &value);
}

static void
add_event (AftRecord *root, guint n)
{
  g_autoptr (AftRecord) event =
      fixture_event (NULL, sentences[n % G_N_ELEMENTS (sentences)], AFT_CHOICE_NONE);
  g_autofree char *id = g_uuid_string_random ();
  g_auto (AftValue) at = AFT_VALUE_INIT;

  aft_value_set_integer (&at, FIXTURE_NOW + n * 37 * AFT_SECOND);
  aft_record_init_value (event, AFT_EVENT_AT, &at);
  set_text (event, AFT_EVENT_ID, id);
  set_text (event, AFT_EVENT_SOURCE, "the second responder");
  aft_record_list_init_append (aft_record_get_list (root, AFT_DOC_EVENTS), event);
}

static AftRecord *
make_document (void)
{
  AftRecord *root = fixture_full_document (1);
  g_autoptr (GString) prose = g_string_new (NULL);

  aft_record_list_init_clear (aft_record_get_list (root, AFT_DOC_EVENTS));
  for (guint n = 0; n < N_EVENTS; n++)
    add_event (root, n);
  for (guint n = 0; n < 500; n++)
    g_string_append_printf (prose, "%s.\n\n", sentences[n % G_N_ELEMENTS (sentences)]);
  set_text (root, AFT_DOC_APPENDIX, prose->str);
  return root;
}

static void
measure_process (const char *program, const char *cmark, const char *json, const char *markdown)
{
  g_autofree char *output = g_strconcat ("--output=", markdown, NULL);
  const char *export[] = { program, "export", "--to=markdown", output, json, NULL };
  const char      *reference[] = { cmark, "-e", "table", "-t", "commonmark", markdown, NULL };
  double           ours[N_ROUNDS], theirs[N_ROUNDS];
  g_autofree char *text = NULL;

  timing_run (export, NULL);
  for (guint i = 0; i < N_ROUNDS; i++)
    {
      g_clear_pointer (&text, g_free);
      theirs[i] = timing_run (reference, &text);
      ours[i] = timing_run (export, NULL);
    }
  timing_print ("export, whole process", ours, theirs, N_ROUNDS);
}

static void
measure_functions (AftRecord *root, const char *cmark, const char *markdown)
{
  const char *reference[] = { cmark, "-e", "table", "-t", "commonmark", markdown, NULL };
  double      writing[N_ROUNDS], reading[N_ROUNDS], theirs[N_ROUNDS], again[N_ROUNDS];

  for (guint i = 0; i < N_ROUNDS; i++)
    {
      g_autofree char *output = NULL;
      gint64           start;

      again[i] = theirs[i] = timing_run (reference, &output);
      start = g_get_monotonic_time ();
      {
        g_autofree char *text = aft_markdown_write (root);
        g_autoptr (AftPostmortem) postmortem = NULL;

        writing[i] = (g_get_monotonic_time () - start) / 1000.0;
        start = g_get_monotonic_time ();
        postmortem = aft_markdown_read (text, strlen (text), NULL);
        reading[i] = (g_get_monotonic_time () - start) / 1000.0;
      }
    }
  timing_print ("aft_markdown_write", writing, theirs, N_ROUNDS);
  timing_print ("aft_markdown_read", reading, again, N_ROUNDS);
}

int
main (int argc, char **argv)
{
  g_autofree char *cmark = g_find_program_in_path ("cmark-gfm");
  g_autofree char *folder = g_dir_make_tmp ("afterword-bench-XXXXXX", NULL);
  g_autofree char *json = g_build_filename (folder, "large.postmortem", NULL);
  g_autofree char *markdown = g_build_filename (folder, "large.md", NULL);
  g_autoptr (AftRecord) root = make_document ();
  g_autofree char *text = aft_json_write (root, NULL);

  if (cmark == NULL)
    g_error ("cmark-gfm is not installed: there is nothing to compare with");
  g_assert_true (g_file_set_contents (json, text, -1, NULL));
  measure_process (argv[1], cmark, json, markdown);
  measure_functions (root, cmark, markdown);
  g_remove (json);
  g_remove (markdown);
  g_rmdir (folder);
  return 0;
}
