/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/instant.h"
#include "format/html-writer.h"
#include "format/json-reader.h"
#include "format/json-writer.h"
#include "model/audience.h"
#include "model/record-list.h"
#include "model/schema.h"

#include <string.h>

#include <gio/gio.h>
#include <glib/gstdio.h>

/* What is private leaves in no format: every private thing of this document has SECRET in it, and
 * every name a person. */
static const char *program;

static const char *const people[] = { "Ada", "Example", "Grace", "Tester", "lin@", "Someone" };

static void
set_text (AftRecord *record, guint field, const char *text)
{
  g_auto (AftValue) value = AFT_VALUE_INIT;

  aft_value_set_text (&value, text);
  aft_record_init_value (record, field, &value);
}

static void
set_words (AftRecord *record, guint field, const char *first, const char *second)
{
  const char *const words[] = { first, second, NULL };
  g_auto (AftValue) value = AFT_VALUE_INIT;

  aft_value_set_words (&value, words);
  aft_record_init_value (record, field, &value);
}

static void
add_row (AftRecord *root, guint field, AftRecord *row)
{
  aft_record_list_init_append (aft_record_get_list (root, field), row);
  g_object_unref (row);
}

static void
add_item (AftRecord *root, guint field, const char *text)
{
  AftRecord *item = aft_record_new (&aft_item_schema);

  set_text (item, AFT_ITEM_TEXT, text);
  add_row (root, field, item);
}

static void
add_event (AftRecord *root, const char *text, const char *source, gboolean is_private)
{
  AftRecord       *event = aft_record_new (&aft_event_schema);
  g_autofree char *id = g_uuid_string_random ();
  g_auto (AftValue) value = AFT_VALUE_INIT;

  set_text (event, AFT_EVENT_ID, id);
  set_text (event, AFT_EVENT_TEXT, text);
  set_text (event, AFT_EVENT_SOURCE, source);
  aft_value_set_integer (&value, 1777896000 * AFT_SECOND);
  aft_record_init_value (event, AFT_EVENT_AT, &value);
  aft_value_set_integer (&value, is_private);
  if (is_private)
    aft_record_init_value (event, AFT_EVENT_PRIVATE, &value);
  add_row (root, AFT_DOC_EVENTS, event);
}

static void
add_action (AftRecord *root)
{
  AftRecord       *action = aft_record_new (&aft_action_schema);
  g_autofree char *id = g_uuid_string_random ();

  set_text (action, AFT_ACTION_ID, id);
  set_text (action, AFT_ACTION_TITLE, "Cap the queue ||for SECRET||");
  set_text (action, AFT_ACTION_OWNER, "Grace Tester");
  set_text (action, AFT_ACTION_DONE_WHEN, "||SECRET|| It refuses at 90 %");
  add_row (root, AFT_DOC_ACTIONS, action);
}

static void
add_source (AftRecord *root)
{
  AftRecord *source = aft_record_new (&aft_source_schema);

  set_text (source, AFT_SOURCE_NAME, "SECRET.txt");
  set_text (source, AFT_SOURCE_TEXT, "SECRET chat");
  add_row (root, AFT_DOC_SOURCES, source);
}

static AftRecord *
new_document (void)
{
  AftRecord *root = aft_record_new (&aft_doc_schema);
  g_auto (AftValue) format = AFT_VALUE_INIT;

  aft_value_set_integer (&format, 1);
  aft_record_init_value (root, AFT_DOC_FORMAT, &format);
  set_text (root, AFT_DOC_ID, "11111111-2222-4333-8444-555555555555");
  set_text (root, AFT_DOC_TITLE, "Queue full ||SECRET||");
  set_text (root, AFT_DOC_OWNER, "Ada Example");
  set_words (root, AFT_DOC_AUTHORS, "Grace Tester", "lin@example.org");
  set_words (root, AFT_DOC_REVIEWERS, "Someone", "ADA EXAMPLE");
  set_words (root, AFT_DOC_TAGS, "queue", "||SECRET||");
  set_words (root, AFT_DOC_PRIVATE, "analysis.human_process", "impact.revenue");
  set_text (root, AFT_DOC_SUMMARY_OVERVIEW, "The ||SECRET|| queue filled. ||SECRET *two*|| Open.");
  set_text (root, AFT_DOC_HUMAN_PROCESS, "SECRET field");
  set_text (root, AFT_DOC_REVENUE_NOTES, "SECRET part");
  set_text (root, AFT_DOC_TRIGGER, "A push ||SECRET with no end\n\nSECRET");
  set_text (root, AFT_DOC_REFLECTION, "SECRET thoughts");
  add_item (root, AFT_DOC_WENT_WELL, "||SECRET||");
  add_item (root, AFT_DOC_WENT_WELL, "It drained");
  add_event (root, "Queue fills ||SECRET||", "Prometheus", FALSE);
  add_event (root, "SECRET event", "Status page", TRUE);
  add_event (root, "Paged", "Ada", FALSE);
  add_event (root, "Called", "Third Person", FALSE);
  add_action (root);
  add_source (root);
  return root;
}

static char *
write_document (void)
{
  g_autofree char *folder = g_dir_make_tmp ("afterword-public-XXXXXX", NULL);
  char            *path = g_build_filename (folder, "public.postmortem", NULL);
  g_autoptr (AftRecord) root = new_document ();
  g_autofree char *json = aft_json_write (root, NULL);

  g_assert_true (g_file_set_contents (path, json, -1, NULL));
  return path;
}

static void
remove_document (const char *path)
{
  g_autofree char *folder = g_path_get_dirname (path);

  g_assert_cmpint (g_remove (path), ==, 0);
  g_assert_cmpint (g_rmdir (folder), ==, 0);
}

/* Standard output; its length comes with it, as a PDF has NULs. */
static GBytes *
run (const char *const *argv)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GSubprocess) process =
      g_subprocess_newv (argv, G_SUBPROCESS_FLAGS_STDOUT_PIPE, &error);
  GBytes *output = NULL;

  g_assert_no_error (error);
  g_assert_true (g_subprocess_communicate (process, NULL, NULL, &output, NULL, &error));
  g_assert_no_error (error);
  g_assert_true (g_subprocess_get_successful (process));
  return output;
}

static gboolean
contains (GBytes *bytes, const char *word)
{
  gsize       length;
  const char *data = g_bytes_get_data (bytes, &length);

  return g_strstr_len (data, (gssize) length, word) != NULL;
}

static void
assert_public (GBytes *bytes)
{
  g_assert_false (contains (bytes, "SECRET"));
  g_assert_false (contains (bytes, "||"));
  g_assert_false (contains (bytes, "Third Person"));
  for (guint i = 0; i < G_N_ELEMENTS (people); i++)
    {
      if (contains (bytes, people[i]))
        g_test_message ("%s is named", people[i]);
      g_assert_false (contains (bytes, people[i]));
    }
}

static GBytes *
export_to (const char *path, const char *format, const char *target)
{
  g_autofree char  *to = g_strconcat ("--to=", format, NULL);
  g_autofree char  *output = g_strconcat ("--output=", target, NULL);
  const char *const argv[] = { program, "export", "--audience=public", to, output, path, NULL };

  return run (argv);
}

static void
test_texts (void)
{
  static const char *const formats[] = { "markdown", "json", "csv", "ics" };
  g_autofree char         *path = write_document ();

  for (guint i = 0; i < G_N_ELEMENTS (formats); i++)
    {
      g_autoptr (GBytes) bytes = export_to (path, formats[i], "-");

      g_test_message ("%s", formats[i]);
      assert_public (bytes);
      g_assert_true (contains (bytes, "Cap the queue"));
      g_assert_cmpint (contains (bytes, "Prometheus"), ==, !g_str_equal (formats[i], "ics"));
    }
  remove_document (path);
}

static void
test_html (void)
{
  g_autoptr (AftRecord) root = new_document ();
  g_autoptr (AftRecord) shown = aft_audience_copy (root, AFT_AUDIENCE_PUBLIC, FALSE);
  char *html = aft_html_write (shown);
  g_autoptr (GBytes) bytes = g_bytes_new_take (html, strlen (html));

  assert_public (bytes);
  g_assert_true (contains (bytes, "Prometheus"));
  g_assert_true (contains (bytes, "Responder A"));
}

static gboolean
has_tool (const char *name)
{
  g_autofree char *path = g_find_program_in_path (name);

  if (path == NULL)
    g_test_skip (name);
  return path != NULL;
}

/* Its objects unpacked, and what a reader copies out of it: letters may be numbers of glyphs. */
static void
test_pdf (void)
{
  g_autofree char  *path = write_document ();
  g_autofree char  *pdf = g_strconcat (path, ".pdf", NULL);
  g_autofree char  *unpacked = g_strconcat (path, ".qdf", NULL);
  const char *const unpack[] = { "qpdf", "--qdf", "--object-streams=disable", pdf, unpacked, NULL };
  const char *const read[] = { "pdftotext", pdf, "-", NULL };
  g_autoptr (GBytes) none = export_to (path, "pdf", pdf);

  if (has_tool ("qpdf") && has_tool ("pdftotext"))
    {
      g_autoptr (GBytes) printed = run (unpack);
      g_autoptr (GBytes) text = run (read);
      g_autoptr (GBytes) objects = NULL;
      char *data;
      gsize length;

      g_assert_true (g_file_get_contents (unpacked, &data, &length, NULL));
      objects = g_bytes_new_take (data, length);
      assert_public (objects);
      g_assert_true (contains (objects, "Responder"));
      assert_public (text);
      g_assert_true (contains (text, "Prometheus"));
      g_assert_cmpint (g_remove (unpacked), ==, 0);
    }
  g_assert_cmpint (g_remove (pdf), ==, 0);
  remove_document (path);
}

/* The same document for those inside has all of it: so that the rules above can fail. */
static void
test_internal (void)
{
  g_autofree char  *path = write_document ();
  const char *const argv[] = { program, "export", "--to=markdown", "--output=-", path, NULL };
  g_autoptr (GBytes) bytes = run (argv);

  g_assert_true (contains (bytes, "SECRET event"));
  g_assert_true (contains (bytes, "SECRET field"));
  for (guint i = 0; i < G_N_ELEMENTS (people); i++)
    g_assert_true (contains (bytes, people[i]));
  remove_document (path);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_assert_cmpint (argc, ==, 2);
  program = argv[1];
  g_test_add_func ("/cli/public/nothing private is in a text", test_texts);
  g_test_add_func ("/cli/public/nothing private is on the clipboard", test_html);
  g_test_add_func ("/cli/public/nothing private is in a PDF", test_pdf);
  g_test_add_func ("/cli/public/those inside read all of it", test_internal);
  return g_test_run ();
}
