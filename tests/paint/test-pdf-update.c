/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "paint/pdf-update.h"

#include <string.h>

#include "paint/figure-file.h"
#include "paint/pdf-artifacts.h"
#include "paint/pdf-reader.h"

#define OPERATORS "0 0 9 9 re f\n"

/* The smallest file that has what the update looks for. */
static const char *const objects[] = {
  "<< /Type /Catalog\n   /Pages 2 0 R\n>>",
  "<< /Type /Pages /Kids [ 6 0 R ] /Count 1 >>",
  "<< /Producer (test) >>",
  "<< /Type /StructElem\n   /S /Figure\n   /P 5 0 R\n>>",
  "<< /Type /StructElem\n   /S /TH\n>>",
  "<< /Type /Page % 1\n   /Parent 2 0 R\n   /Contents 7 0 R\n>>",
  NULL, /* the operators of the page */
  NULL, /* how many bytes they are */
  "<< /Type /Annot\n   /Subtype /Link\n   /A <<\n      /S /URI\n      /URI (afterword:E1)\n"
  "   >>\n   /BS << /W 0 >>>>",
};

static void
append_stream (GString *file)
{
  g_autoptr (GByteArray) deflated = aft_pdf_deflate (OPERATORS, strlen (OPERATORS));

  g_string_append (file, "<< /Length 8 0 R\n   /Filter /FlateDecode\n>>\nstream\n");
  g_string_append_len (file, (const char *) deflated->data, deflated->len);
  g_string_append (file, "\nendstream");
}

static void
append_length (GString *file)
{
  g_autoptr (GByteArray) deflated = aft_pdf_deflate (OPERATORS, strlen (OPERATORS));

  g_string_append_printf (file, "   %u", deflated->len);
}

static GByteArray *
new_file (void)
{
  g_autoptr (GString) file = g_string_new ("%PDF-1.4\n");
  g_autoptr (GString) table = g_string_new ("xref\n0 10\n0000000000 65535 f \n");
  GByteArray *bytes = g_byte_array_new ();
  gsize       start;

  for (guint i = 0; i < G_N_ELEMENTS (objects); i++)
    {
      g_string_append_printf (table, "%010" G_GSIZE_FORMAT " 00000 n \n", file->len);
      g_string_append_printf (file, "%u 0 obj\n", i + 1);
      if (objects[i] != NULL)
        g_string_append (file, objects[i]);
      else if (i == 6)
        append_stream (file);
      else
        append_length (file);
      g_string_append (file, "\nendobj\n");
    }
  start = file->len;
  g_string_append_printf (file,
                          "%strailer\n<< /Size 10\n   /Root 1 0 R\n   /Info 3 0 R\n>>\n"
                          "startxref\n%" G_GSIZE_FORMAT "\n%%%%EOF\n",
                          table->str,
                          start);
  g_byte_array_append (bytes, (const guint8 *) file->str, (guint) file->len);
  return bytes;
}

static GBytes *
update_with (GByteArray           *pdf,
             const char           *title,
             const char           *language,
             const AftPdfElements *elements,
             GError              **error)
{
  AftPages pages = { .title = (char *) title,
                     .height = 800,
                     .language = (char *) language,
                     .created = AFT_INSTANT_NONE,
                     .modified = AFT_INSTANT_NONE };
  GBytes  *updated;

  pages.anchors = g_hash_table_new_full (NULL, NULL, NULL, g_free);
  aft_pages_add_anchor (&pages, 'E', 1, 0, 300);
  updated = aft_pdf_update (pdf, &pages, elements, error);
  g_hash_table_unref (pages.anchors);
  return updated;
}

static GBytes *
update (GByteArray *pdf, const char *title, const char *language, GError **error)
{
  g_autoptr (GPtrArray) descriptions = g_ptr_array_new ();
  g_autoptr (GByteArray) rows = g_byte_array_new ();
  const AftPdfElements elements = { descriptions, rows };

  g_ptr_array_add (descriptions, (char *) "Ä (figure)");
  g_byte_array_append (rows, (const guint8 *) "\1", 1);
  return update_with (pdf, title, language, &elements, error);
}

static gboolean
contains (GBytes *pdf, const char *text)
{
  gsize       length;
  const char *data = g_bytes_get_data (pdf, &length);

  return memmem (data, length, text, strlen (text)) != NULL;
}

static void
test_adds (void)
{
  static const char *const wanted[] = {
    "/Lang (de-CH)", "/Alt <FEFF00C4002000280066006900670075007200650029>",
    "/Scope /Row",   ">A &amp; &lt;B&gt;</rdf:li>",
    "/Tabs /S",      "/DisplayDocTitle true",
    "/ID [<",        "2 0 obj\n<< /Type /Pages /Kids [ 6 0 R ] /Count 1 >>\nendobj\n",
  };
  g_autoptr (GByteArray) pdf = new_file ();
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) updated = update (pdf, "A & <B>", "de-CH", &error);

  g_assert_no_error (error);
  for (guint i = 0; i < G_N_ELEMENTS (wanted); i++)
    {
      g_test_message ("%s", wanted[i]);
      g_assert_true (contains (updated, wanted[i]));
    }
  g_assert_false (contains (updated, "/Prev"));
}

/* Its own product is read again by the same reader: every offset is right. */
static void
test_offsets (void)
{
  g_autoptr (GByteArray) pdf = new_file ();
  g_autoptr (GBytes) updated = update (pdf, "Title", "en", NULL);
  g_auto (AftPdfReader) reader = { NULL };
  const char *start, *data;
  gsize       length, data_length;
  g_autoptr (GByteArray) operators = NULL;

  g_assert_true (
      aft_pdf_reader_init (&reader, g_bytes_get_data (updated, NULL), g_bytes_get_size (updated)));
  g_assert_cmpuint (reader.size, ==, 11);
  for (guint number = 1; number < reader.size; number++)
    g_assert_true (number == 7 || number == 8 || number == 10 ||
                   aft_pdf_reader_get_dictionary (&reader, number, &start, &length));
  g_assert_true (aft_pdf_reader_get_stream (&reader, 7, &start, &length, &data, &data_length));
  operators = aft_pdf_inflate (data, data_length);
  g_assert_cmpmem (operators->data,
                   operators->len,
                   "/Artifact BMC\n" OPERATORS "EMC\n",
                   strlen ("/Artifact BMC\n" OPERATORS "EMC\n"));
}

static void
test_place (void)
{
  g_autoptr (GByteArray) pdf = new_file ();
  g_autoptr (GBytes) updated = update (pdf, "Title", "en", NULL);

  g_assert_true (contains (updated, "/Dest [6 0 R /XYZ 0 500.00 0]"));
  g_assert_true (contains (updated, "/Contents <FEFF00450031>"));
  g_assert_false (contains (updated, "/URI"));
}

static void
test_language (void)
{
  static const char *const bad[] = {
    "", "en) /OpenAction (x", "a b", "x\n", "deutschland-deutschland-deutschland-de"
  };

  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      g_autoptr (GByteArray) pdf = new_file ();
      g_autoptr (GBytes) updated = update (pdf, "Title", bad[i], NULL);

      g_assert_true (contains (updated, "/Lang (en)"));
      g_assert_false (contains (updated, "/OpenAction"));
    }
}

/* Whatever is cut off or overwritten ends in a file or in an error. */
static void
test_damage (void)
{
  g_autoptr (GByteArray) whole = new_file ();

  for (guint i = 0; i < whole->len; i++)
    {
      g_autoptr (GByteArray) cut = g_byte_array_new ();
      g_autoptr (GByteArray) changed = new_file ();
      g_autoptr (GError) error = NULL;
      g_autoptr (GError) change_error = NULL;
      g_autoptr (GBytes) of_cut = NULL;
      g_autoptr (GBytes) of_changed = NULL;

      g_byte_array_append (cut, whole->data, i);
      of_cut = update (cut, "Title", "en", &error);
      if (of_cut == NULL)
        g_assert_error (error, AFT_PAINT_ERROR, AFT_PAINT_ERROR_DRAWING);
      changed->data[i] = '9';
      of_changed = update (changed, "Title", "en", &change_error);
      g_assert_true ((of_changed == NULL) == (change_error != NULL));
    }
}

static void
test_unknown (void)
{
  static const char *const files[] = { "",
                                       "startxref",
                                       "startxref\n99999999999999999999\n",
                                       "xref\n0 4294967295\nstartxref\n0\n",
                                       "xref\ntrailer\n<< >>\nstartxref\n0\n" };

  for (guint i = 0; i < G_N_ELEMENTS (files); i++)
    {
      g_autoptr (GByteArray) pdf = g_byte_array_new ();
      g_autoptr (GError) error = NULL;

      g_byte_array_append (pdf, (const guint8 *) files[i], (guint) strlen (files[i]));
      g_assert_null (update (pdf, "Title", "en", &error));
      g_assert_error (error, AFT_PAINT_ERROR, AFT_PAINT_ERROR_DRAWING);
    }
}

/* More or fewer figures than descriptions: one would get the words of another. */
static void
test_descriptions (void)
{
  g_autoptr (GPtrArray) none = g_ptr_array_new ();
  g_autoptr (GByteArray) no_rows = g_byte_array_new ();
  const AftPdfElements nothing = { none, no_rows };
  g_autoptr (GByteArray) pdf = new_file ();
  g_autoptr (GError) error = NULL;

  g_assert_null (update_with (pdf, "Title", "en", &nothing, &error));
  g_assert_error (error, AFT_PAINT_ERROR, AFT_PAINT_ERROR_DRAWING);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/paint/pdf-update/adds what cairo does not know", test_adds);
  g_test_add_func ("/paint/pdf-update/every object is where the table says", test_offsets);
  g_test_add_func ("/paint/pdf-update/links lead to places in the document", test_place);
  g_test_add_func ("/paint/pdf-update/a language that is none is English", test_language);
  g_test_add_func ("/paint/pdf-update/a damaged file ends in a file or an error", test_damage);
  g_test_add_func ("/paint/pdf-update/a file of another kind is refused", test_unknown);
  g_test_add_func ("/paint/pdf-update/every figure has its own description", test_descriptions);
  return g_test_run ();
}
