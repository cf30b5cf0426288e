/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "paint/pdf-update.h"

#include <string.h>

#include "paint/figure-file.h"

/* The smallest file that has what the update looks for; offsets are filled in. */
static GByteArray *
new_file (void)
{
  static const char *const objects[] = {
    "1 0 obj\n<< /Type /Catalog\n   /Pages 2 0 R\n>>\nendobj\n",
    "2 0 obj\n<< /Type /Pages /Kids [ ] /Count 0 >>\nendobj\n",
    "3 0 obj\n<< /Producer (test) >>\nendobj\n",
    "4 0 obj\n<< /Type /StructElem\n   /S /Figure\n   /P 5 0 R\n>>\nendobj\n",
    "5 0 obj\n<< /Type /StructElem\n   /S /TH\n>>\nendobj\n",
  };
  g_autoptr (GString) file = g_string_new ("%PDF-1.4\n");
  g_autoptr (GString) table = g_string_new ("xref\n0 6\n0000000000 65535 f \n");
  GByteArray *bytes = g_byte_array_new ();
  gsize       start;

  for (guint i = 0; i < G_N_ELEMENTS (objects); i++)
    {
      g_string_append_printf (table, "%010" G_GSIZE_FORMAT " 00000 n \n", file->len);
      g_string_append (file, objects[i]);
    }
  start = file->len;
  g_string_append_printf (file,
                          "%strailer\n<< /Size 6\n   /Root 1 0 R\n   /Info 3 0 R\n>>\n"
                          "startxref\n%" G_GSIZE_FORMAT "\n%%%%EOF\n",
                          table->str,
                          start);
  g_byte_array_append (bytes, (const guint8 *) file->str, (guint) file->len);
  return bytes;
}

static gboolean
update (GByteArray *pdf, const char *title, const char *language, GError **error)
{
  const AftPages pages = { .title = (char *) title,
                           .language = (char *) language,
                           .created = AFT_INSTANT_NONE,
                           .modified = AFT_INSTANT_NONE };
  g_autoptr (GPtrArray) descriptions = g_ptr_array_new ();
  g_autoptr (GByteArray) rows = g_byte_array_new ();
  const AftPdfElements elements = { descriptions, rows };

  g_ptr_array_add (descriptions, (char *) "Ä (figure)");
  g_byte_array_append (rows, (const guint8 *) "\1", 1);
  return aft_pdf_update (pdf, &pages, &elements, error);
}

static gboolean
contains (GByteArray *pdf, const char *text)
{
  return g_strstr_len ((const char *) pdf->data, pdf->len, text) != NULL;
}

static void
test_adds (void)
{
  g_autoptr (GByteArray) pdf = new_file ();
  g_autoptr (GByteArray) before = new_file ();
  g_autoptr (GError) error = NULL;

  g_assert_true (update (pdf, "A & <B>", "de-CH", &error));
  g_assert_no_error (error);
  /* what was there stays, byte for byte */
  g_assert_cmpmem (pdf->data, before->len, before->data, before->len);
  g_assert_true (contains (pdf, "/Lang (de-CH)"));
  g_assert_true (contains (pdf, "/Alt <FEFF00C4002000280066006900670075007200650029>"));
  g_assert_true (contains (pdf, "/Scope /Row"));
  g_assert_true (contains (pdf, ">A &amp; &lt;B&gt;</rdf:li>"));
  g_assert_true (contains (pdf, "/Prev "));
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

      g_assert_true (update (pdf, "Title", bad[i], NULL));
      g_assert_true (contains (pdf, "/Lang (en)"));
      g_assert_false (contains (pdf, "/OpenAction"));
    }
}

/* Whatever is cut off or overwritten: the bytes are left alone, or the update is whole. */
static void
test_damage (void)
{
  g_autoptr (GByteArray) whole = new_file ();

  for (guint i = 0; i < whole->len; i++)
    {
      g_autoptr (GByteArray) cut = g_byte_array_new ();
      g_autoptr (GByteArray) changed = new_file ();
      g_autoptr (GError) error = NULL;

      g_byte_array_append (cut, whole->data, i);
      if (!update (cut, "Title", "en", &error))
        {
          g_assert_error (error, AFT_PAINT_ERROR, AFT_PAINT_ERROR_DRAWING);
          g_assert_cmpuint (cut->len, ==, i);
        }
      changed->data[i] = '9';
      if (!update (changed, "Title", "en", NULL))
        g_assert_cmpuint (changed->len, ==, whole->len);
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
      g_assert_false (update (pdf, "Title", "en", &error));
      g_assert_error (error, AFT_PAINT_ERROR, AFT_PAINT_ERROR_DRAWING);
    }
}

/* More or fewer figures than descriptions: one would get the words of another. */
static void
test_descriptions (void)
{
  const AftPages pages = { .title = (char *) "Title", .language = (char *) "en" };
  g_autoptr (GPtrArray) none = g_ptr_array_new ();
  g_autoptr (GByteArray) no_rows = g_byte_array_new ();
  const AftPdfElements nothing = { none, no_rows };
  g_autoptr (GByteArray) pdf = new_file ();
  g_autoptr (GError) error = NULL;

  g_assert_false (aft_pdf_update (pdf, &pages, &nothing, &error));
  g_assert_error (error, AFT_PAINT_ERROR, AFT_PAINT_ERROR_DRAWING);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/paint/pdf-update/adds and changes nothing before", test_adds);
  g_test_add_func ("/paint/pdf-update/a language that is none is English", test_language);
  g_test_add_func ("/paint/pdf-update/a damaged file is left alone", test_damage);
  g_test_add_func ("/paint/pdf-update/a file of another kind is refused", test_unknown);
  g_test_add_func ("/paint/pdf-update/every figure has its own description", test_descriptions);
  return g_test_run ();
}
