/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "paint/pdf.h"

#include <glib/gstdio.h>

#include <string.h>

#include "markup/node.h"
#include "paint/page-painter.h"
#include "paint/pdf-artifacts.h"
#include "paint/pdf-reader.h"
#include "support/fixtures.h"

/* The file as other programs read it. A check whose program is not installed is skipped. */

static GBytes *
write_with (AftRecord *root, AftPaper paper, AftLayout layout)
{
  const AftTypesetOptions options = { paper, layout };
  PangoContext           *context = aft_paint_context ();
  g_autoptr (AftPages) pages = aft_typeset (root, &options, context);
  g_autoptr (GError) error = NULL;
  GBytes *bytes = aft_pdf_write (pages, &error);

  g_assert_no_error (error);
  g_object_unref (context);
  return bytes;
}

static GBytes *
write_report (AftRecord *root)
{
  return write_with (root, AFT_PAPER_A4, AFT_LAYOUT_REPORT);
}

static gboolean
has_tool (const char *name)
{
  g_autofree char *path = g_find_program_in_path (name);

  if (path == NULL)
    {
      g_autofree char *message = g_strconcat (name, " is not installed", NULL);

      g_test_skip (message);
    }
  return path != NULL;
}

/* Runs "tool before… FILE after…" on the bytes; the file's name stands for "%". */
static char *
run_tool (GBytes *pdf, const char *const *command, int *status)
{
  g_autoptr (GSubprocessLauncher) launcher =
      g_subprocess_launcher_new (G_SUBPROCESS_FLAGS_STDOUT_PIPE | G_SUBPROCESS_FLAGS_STDERR_MERGE);
  g_autoptr (GSubprocess) process = NULL;
  g_autoptr (GPtrArray) arguments = g_ptr_array_new ();
  g_autoptr (GError) error = NULL;
  g_autofree char *path = NULL;
  char            *output = NULL;

  g_close (g_file_open_tmp ("afterword-XXXXXX.pdf", &path, &error), NULL);
  g_assert_no_error (error);
  g_assert_true (g_file_set_contents (
      path, g_bytes_get_data (pdf, NULL), (gssize) g_bytes_get_size (pdf), NULL));
  for (guint i = 0; command[i] != NULL; i++)
    g_ptr_array_add (arguments, g_str_equal (command[i], "%") ? path : (char *) command[i]);
  g_ptr_array_add (arguments, NULL);
  process = g_subprocess_launcher_spawnv (launcher, (const char *const *) arguments->pdata, &error);
  g_assert_no_error (error);
  g_subprocess_communicate_utf8 (process, NULL, NULL, &output, NULL, &error);
  g_assert_no_error (error);
  *status = g_subprocess_get_exit_status (process);
  g_remove (path);
  return output;
}

#define RUN(pdf, status, ...) run_tool (pdf, (const char *const[]){ __VA_ARGS__, NULL }, status)

static void
assert_sound (GBytes *pdf)
{
  int              status;
  g_autofree char *output = RUN (pdf, &status, "qpdf", "--check", "%");

  g_test_message ("%s", output);
  g_assert_cmpint (status, ==, 0);
}

static void
test_sound (void)
{
  if (!has_tool ("qpdf"))
    return;
  for (guint32 seed = 1; seed <= 12; seed++)
    {
      g_autoptr (AftRecord) root = fixture_random_document (seed);
      g_autoptr (GBytes) pdf = write_with (
          root, seed % 2 ? AFT_PAPER_A4 : AFT_PAPER_LETTER, (AftLayout) (seed % 3 == 0));

      assert_sound (pdf);
    }
}

static void
test_empty (void)
{
  g_autoptr (AftRecord) root = aft_record_new (&aft_doc_schema);
  g_autoptr (GBytes) pdf = write_report (root);

  if (has_tool ("qpdf"))
    assert_sound (pdf);
}

static void
test_reproducible (void)
{
  for (guint32 seed = 1; seed <= 3; seed++)
    {
      g_autoptr (AftRecord) root = fixture_full_document (seed);
      g_autoptr (GBytes) first = write_report (root);
      g_autoptr (GBytes) second = write_report (root);

      g_assert_true (g_bytes_equal (first, second));
    }
}

static void
test_information (void)
{
  g_autoptr (AftRecord) root = fixture_full_document (1);
  g_autoptr (GBytes) pdf = write_report (root);
  g_autofree char *output = NULL;
  g_autofree char *title = NULL;
  int              status;

  if (!has_tool ("pdfinfo"))
    return;
  output = RUN (pdf, &status, "pdfinfo", "-isodates", "%");
  title = g_strdup_printf ("Title:           %s\n", aft_record_get_text (root, AFT_DOC_TITLE));
  g_assert_nonnull (strstr (output, "Tagged:          yes"));
  g_assert_nonnull (strstr (output, "JavaScript:      no"));
  g_assert_nonnull (strstr (output, "CreationDate:    2026-05-04T12:00:00Z"));
  g_assert_nonnull (strstr (output, "ModDate:         2026-05-04T13:00:00Z"));
  g_assert_nonnull (strstr (output, title));
}

static void
test_metadata (void)
{
  g_autoptr (AftRecord) root = fixture_full_document (1);
  g_autoptr (GBytes) pdf = write_report (root);
  g_autofree char *output = NULL;
  int              status;

  if (!has_tool ("pdfinfo"))
    return;
  output = RUN (pdf, &status, "pdfinfo", "-meta", "%");
  g_assert_nonnull (strstr (output, "<pdfuaid:part>1</pdfuaid:part>"));
  g_assert_nonnull (strstr (output, "<xmp:CreateDate>2026-05-04T12:00:00Z</xmp:CreateDate>"));
}

static void
test_structure (void)
{
  g_autoptr (AftRecord) root = fixture_full_document (4);
  g_autoptr (GBytes) pdf = write_report (root);
  static const char *const wanted[] = { "Document\n", "H1 (block)",   "H2 (block)", "Table (block)",
                                        "TR\n",       "TH",           "TD\n",       "LBody",
                                        "P (block)",  "Link (inline)" };
  g_autofree char         *output = NULL;
  int                      status;

  if (!has_tool ("pdfinfo"))
    return;
  output = RUN (pdf, &status, "pdfinfo", "-struct-text", "%");
  for (guint i = 0; i < G_N_ELEMENTS (wanted); i++)
    {
      g_test_message ("%s", wanted[i]);
      g_assert_nonnull (strstr (output, wanted[i]));
    }
}

static void
test_fonts (void)
{
  g_autoptr (AftRecord) root = fixture_full_document (1);
  g_autoptr (GBytes) pdf = write_report (root);
  g_autofree char *output = NULL;
  g_auto (GStrv) lines = NULL;
  int status;

  if (!has_tool ("pdffonts"))
    return;
  output = RUN (pdf, &status, "pdffonts", "%");
  lines = g_strsplit (output, "\n", -1);
  g_assert_cmpuint (g_strv_length (lines), >, 4);
  for (guint i = 2; lines[i] != NULL && *lines[i] != '\0'; i++)
    {
      g_auto (GStrv) columns = g_regex_split_simple (" +", lines[i], 0, 0);
      guint n = g_strv_length (columns);

      /* … embedded, subset, has Unicode, object, generation */
      g_test_message ("%s", lines[i]);
      g_assert_cmpuint (n, >, 5);
      g_assert_cmpstr (columns[n - 5], ==, "yes");
      g_assert_cmpstr (columns[n - 3], ==, "yes");
    }
}

/* ---- every word ---- */

/* Letters, digits and signs alone: breaks, marks of direction and hyphens of the layout aside, and
 * dashes as they are typed. */
static char *
squeeze (const char *text)
{
  g_autofree char *composed = g_utf8_normalize (text, -1, G_NORMALIZE_ALL);
  GString         *squeezed = g_string_new (NULL);

  for (const char *p = composed; p != NULL && *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (c == 0x2013)
        c = '-';
      if (!g_unichar_isspace (c) && g_unichar_type (c) != G_UNICODE_FORMAT && c != '\f')
        g_string_append_unichar (squeezed, c);
    }
  return g_string_free (squeezed, FALSE);
}

/* Letters from right to left come out in the order of reading or turned round, as the program
 * has it, and their punctuation on either side. */
static char *
turn_letters (const char *word)
{
  g_autoptr (GString) letters = g_string_new (NULL);
  gboolean is_rtl = FALSE;

  for (const char *p = word; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      is_rtl |= g_unichar_get_script (c) == G_UNICODE_SCRIPT_ARABIC;
      if (g_unichar_isalnum (c))
        g_string_append_unichar (letters, c);
    }
  return is_rtl ? g_utf8_strreverse (letters->str, -1) : NULL;
}

/* "[3]" behind the words of a link is ours. */
static char *
remove_numbers (const char *text)
{
  g_autoptr (GRegex) numbers = g_regex_new ("\\[[0-9]+\\]", 0, 0, NULL);

  return g_regex_replace_literal (numbers, text, -1, 0, "", 0, NULL);
}

static gboolean
is_in (const char *haystack, const char *word)
{
  g_autofree char *turned = turn_letters (word);
  g_autofree char *back = turned != NULL ? g_utf8_strreverse (turned, -1) : NULL;

  return strstr (haystack, word) != NULL ||
         (turned != NULL && (strstr (haystack, turned) != NULL || strstr (haystack, back) != NULL));
}

static void
assert_words (const char *haystack, const char *plain)
{
  g_auto (GStrv) words = g_strsplit_set (plain, " \n\t", -1);

  for (guint i = 0; words[i] != NULL; i++)
    {
      g_autofree char *word = squeeze (words[i]);

      if (is_in (haystack, word))
        continue;
      g_test_message ("missing: “%s” of “%s”", word, plain);
      g_test_fail ();
    }
}

static void assert_record (const char *haystack, AftRecord *record);

static void
assert_field (const char *haystack, AftRecord *record, guint i)
{
  const AftField  *field = aft_record_get_field (record, i);
  g_autofree char *plain = NULL;

  if (field->kind == AFT_KIND_LIST)
    {
      AftRecordList *list = aft_record_get_list (record, i);

      for (guint row = 0; row < aft_record_list_get_length (list); row++)
        assert_record (haystack, aft_record_list_get (list, row));
      return;
    }
  if (field->kind == AFT_KIND_PROSE)
    plain = aft_markup_plain (aft_record_get_text (record, i));
  else if (field->kind == AFT_KIND_WORDS)
    plain = g_strjoinv (" ", (char **) aft_record_get_words (record, i));
  else if (field->kind == AFT_KIND_CHOICE && aft_record_get_choice (record, i) != AFT_CHOICE_NONE)
    plain = g_strdup (aft_field_get_choice_label (field, aft_record_get_choice (record, i)));
  else if (aft_kind_is_text (field->kind))
    plain = g_strdup (aft_record_get_text (record, i));
  if (plain != NULL)
    assert_words (haystack, plain);
}

/* Precision and lane of an event are signs and places in the figure, not words in the table. */
static gboolean
is_shown_as_words (const AftSchema *schema, guint i)
{
  if (schema == &aft_event_schema && (i == AFT_EVENT_PRECISION || i == AFT_EVENT_LANE))
    return FALSE;
  return (schema->fields[i].flags & AFT_FIELD_INTERNAL) == 0;
}

static void
assert_record (const char *haystack, AftRecord *record)
{
  const AftSchema *schema = aft_record_get_schema (record);

  for (guint i = 0; i < schema->n_fields; i++)
    if (is_shown_as_words (schema, i))
      assert_field (haystack, record, i);
}

static void
test_words (void)
{
  if (!has_tool ("pdftotext"))
    return;
  for (guint32 seed = 1; seed <= 10; seed++)
    {
      g_autoptr (AftRecord) root = fixture_full_document (seed);
      g_autoptr (GBytes) pdf =
          write_with (root, AFT_PAPER_A4, seed % 2 == 0 ? AFT_LAYOUT_REVIEW : AFT_LAYOUT_REPORT);
      g_autofree char *squeezed = NULL;
      g_autofree char *plain = NULL;
      g_autofree char *output = NULL;
      int              status;

      output = RUN (pdf, &status, "pdftotext", "-raw", "%", "-");
      g_assert_cmpint (status, ==, 0);
      plain = remove_numbers (output);
      squeezed = squeeze (plain);
      assert_record (squeezed, root);
    }
}

/* ---- links ---- */

static AftRecord *
document_with_link (const char *url)
{
  AftRecord *root = aft_record_new (&aft_doc_schema);
  g_autoptr (AftRecord) link = aft_record_new (&aft_link_schema);
  g_auto (AftValue) value = AFT_VALUE_INIT;

  aft_value_set_text (&value, url);
  aft_record_init_value (link, AFT_LINK_URL, &value);
  aft_record_list_init_append (aft_record_get_list (root, AFT_DOC_LINKS), link);
  return root;
}

static gboolean
contains (GBytes *pdf, const char *text)
{
  gsize       length;
  const char *data = g_bytes_get_data (pdf, &length);

  return memmem (data, length, text, strlen (text)) != NULL;
}

static void
test_links (void)
{
  static const struct
  {
    const char *url, *written;
  } cases[] = {
    { "https://example.com/a?b=c&d=e", "/URI (https://example.com/a?b=c&d=e)" },
    { "mailto:team@example.com", "/URI (mailto:team@example.com)" },
    { "https://example.com/it's", "/URI (https://example.com/it%27s)" },
    { "https://example.com/a)b(c", "/URI (https://example.com/a%29b%28c)" },
    { "https://example.com/ü", "/URI (https://example.com/%C3%BC)" },
    { "javascript:alert(1)", NULL },
    { "file:///etc/passwd", NULL },
    { "data:text/html,x", NULL },
    { "//example.com", NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (AftRecord) root = document_with_link (cases[i].url);
      g_autoptr (GBytes) pdf = write_report (root);

      g_test_message ("%s", cases[i].url);
      g_assert_true (contains (pdf, cases[i].written != NULL ? cases[i].written : "%PDF"));
      g_assert_true (contains (pdf, "/URI") == (cases[i].written != NULL));
      g_assert_false (contains (pdf, "/JavaScript"));
    }
}

/* Marking what is marked changes nothing: so all of it is. */
static void
test_artifacts (void)
{
  g_autoptr (AftRecord) root = fixture_full_document (2);
  g_autoptr (GBytes) pdf = write_with (root, AFT_PAPER_A4, AFT_LAYOUT_REVIEW);
  g_auto (AftPdfReader) reader = { NULL };
  guint n_pages = 0;

  g_assert_true (
      aft_pdf_reader_init (&reader, g_bytes_get_data (pdf, NULL), g_bytes_get_size (pdf)));
  for (guint number = 1; number < reader.size; number++)
    {
      const char *dictionary, *data;
      gsize       length, data_length;
      guint       content;
      g_autoptr (GByteArray) operators = NULL;
      g_autoptr (GString) again = NULL;

      if (!aft_pdf_reader_get_dictionary (&reader, number, &dictionary, &length) ||
          g_strstr_len (dictionary, (gssize) length, "/Type /Page ") == NULL)
        continue;
      g_assert_true (aft_pdf_find_number (dictionary, length, "/Contents ", &content));
      g_assert_true (
          aft_pdf_reader_get_stream (&reader, content, &dictionary, &length, &data, &data_length));
      operators = aft_pdf_inflate (data, data_length);
      again = aft_pdf_mark_artifacts ((const char *) operators->data, operators->len, NULL);
      g_assert_cmpmem (operators->data, operators->len, again->str, again->len);
      g_assert_nonnull (strstr (again->str, "/Artifact BMC"));
      n_pages++;
    }
  g_assert_cmpuint (n_pages, >, 3);
}

static void
test_identifier (void)
{
  g_autoptr (AftRecord) root = fixture_full_document (1);
  g_autoptr (GBytes) pdf = write_report (root);

  g_assert_true (contains (pdf, "/ID [<"));
  g_assert_true (contains (pdf, "/DisplayDocTitle true"));
  g_assert_true (contains (pdf, "/Lang ("));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/paint/pdf/is sound for any document", test_sound);
  g_test_add_func ("/paint/pdf/is sound for an empty document", test_empty);
  g_test_add_func ("/paint/pdf/is the same twice", test_reproducible);
  g_test_add_func ("/paint/pdf/says what the document is", test_information);
  g_test_add_func ("/paint/pdf/carries XMP metadata", test_metadata);
  g_test_add_func ("/paint/pdf/has an identifier, a language and shows its title", test_identifier);
  g_test_add_func ("/paint/pdf/is tagged", test_structure);
  g_test_add_func ("/paint/pdf/has nothing that is neither content nor artifact", test_artifacts);
  g_test_add_func ("/paint/pdf/embeds all fonts", test_fonts);
  g_test_add_func ("/paint/pdf/has every word of every field", test_words);
  g_test_add_func ("/paint/pdf/has live links for safe addresses only", test_links);
  return g_test_run ();
}
