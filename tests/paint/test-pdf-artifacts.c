/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "paint/pdf-artifacts.h"

#include <string.h>

static void
test_marks (void)
{
  static const struct
  {
    const char *operators, *expected;
  } cases[] = {
    { "", "" },
    { "q\n1 0 0 1 0 0 cm\nQ\n", "q\n1 0 0 1 0 0 cm\nQ\n" },
    { "0 0 9 9 re f\n", "/Artifact BMC\n0 0 9 9 re f\nEMC\n" },
    { "/P << /MCID 0 >> BDC\nBT (a)Tj ET\nEMC\n", "/P << /MCID 0 >> BDC\nBT (a)Tj ET\nEMC\n" },
    { "q\n0 g f\n/P << /MCID 0 >> BDC\nBT (a)Tj ET\nEMC\nBT (1)Tj\nET\nQ\n",
      "/Artifact BMC\nq\n0 g f\nEMC\n/P << /MCID 0 >> BDC\nBT (a)Tj ET\nEMC\n"
      "/Artifact BMC\nBT (1)Tj\nET\nQ\nEMC\n" },
    /* marked content within marked content is content */
    { "/P BMC\n/Span BMC\nS\nEMC\nS\nEMC\n", "/P BMC\n/Span BMC\nS\nEMC\nS\nEMC\n" },
    /* what looks like an operator may stand in a text */
    { "BT (EMC \\) BDC)Tj <454D43>Tj [(EMC)-1(f)]TJ ET\n",
      "/Artifact BMC\nBT (EMC \\) BDC)Tj <454D43>Tj [(EMC)-1(f)]TJ ET\nEMC\n" },
    { "BT (a (nested BDC) one)Tj ET\n", "/Artifact BMC\nBT (a (nested BDC) one)Tj ET\nEMC\n" },
    { "% f EMC\nq\n", "% f EMC\nq\n" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GString) marked =
          aft_pdf_mark_artifacts (cases[i].operators, strlen (cases[i].operators), NULL);

      g_assert_nonnull (marked);
      g_assert_cmpstr (marked->str, ==, cases[i].expected);
    }
}

/* Texts are not taken apart: what would have to begin in one and end elsewhere is left. */
static void
test_texts (void)
{
  const char *operators = "BT (a)Tj\n/P BMC\n(b)Tj\nEMC\nET\n";
  g_autoptr (GString) marked = aft_pdf_mark_artifacts (operators, strlen (operators), NULL);

  g_assert_cmpstr (marked->str, ==, operators);
}

static void
test_unknown (void)
{
  static const char *const cases[] = {
    "EMC\n", "/P BMC\nf\n", "BI /W 1 ID xEMC EI\n", "/P BMC\nEMC\nEMC\n"
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_null (aft_pdf_mark_artifacts (cases[i], strlen (cases[i]), NULL));
}

/* Wherever it ends. */
static void
test_cut (void)
{
  const char *operators = "q\n/P << /MCID 0 >> BDC\nBT [(a\\)b)-4(c)]TJ <00> Tj ET\nEMC\nf\nQ\n";

  for (gsize length = 0; length <= strlen (operators); length++)
    {
      g_autofree char *copy = g_memdup2 (operators, MAX (length, 1));
      GString         *marked = aft_pdf_mark_artifacts (copy, length, NULL);

      if (marked != NULL)
        g_string_free (marked, TRUE);
    }
}

static void
test_streams (void)
{
  g_autofree char *text = g_strnfill (100000, 'x');
  g_autoptr (GByteArray) deflated = aft_pdf_deflate (text, strlen (text));
  g_autoptr (GByteArray) inflated = aft_pdf_inflate ((const char *) deflated->data, deflated->len);

  g_assert_cmpuint (deflated->len, <, 1000);
  g_assert_cmpmem (inflated->data, inflated->len, text, strlen (text));
  g_assert_null (aft_pdf_inflate ("no such stream", 14));
  g_assert_null (aft_pdf_inflate ((const char *) deflated->data, deflated->len / 2));
}

/* Newer cairo says that the footer is content of the section. */
static void
test_dropped (void)
{
  const char *operators = "/Sect << /MCID 0 >> BDC\nf\nEMC\n/P << /MCID 1 >> BDC\nf\nEMC\n"
                          "/P << /MCID 10 >> BDC\nf\nEMC\n";
  g_autoptr (GHashTable) dropped = g_hash_table_new (NULL, NULL);
  g_autoptr (GString) marked = NULL;
  g_autoptr (GString) again = NULL;

  g_hash_table_add (dropped, GUINT_TO_POINTER (0));
  g_hash_table_add (dropped, GUINT_TO_POINTER (10));
  marked = aft_pdf_mark_artifacts (operators, strlen (operators), dropped);
  g_assert_cmpstr (marked->str,
                   ==,
                   "/Artifact BMC\nf\nEMC\n/P << /MCID 1 >> BDC\nf\nEMC\n"
                   "/Artifact BMC\nf\nEMC\n");
  again = aft_pdf_mark_artifacts (marked->str, marked->len, dropped);
  g_assert_cmpstr (again->str, ==, marked->str);
}

static void
test_content (void)
{
  static const struct
  {
    const char *dictionary, *expected; /* NULL: as it is */
  } cases[] = {
    { "<< /S /Sect /Pg 5 0 R\n /K [  14 0 R 59  15 0 R << /Type /MCR /Pg 8 0 R /MCID 3 >> ]\n",
      "<< /S /Sect /Pg 5 0 R\n /K [ 14 0 R 15 0 R ]\n" },
    { "<< /S /P\n /K [ 3 14 0 R << /Type /OBJR /Obj 9 0 R >> ]\n",
      "<< /S /P\n /K [ 14 0 R << /Type /OBJR /Obj 9 0 R >> ]\n" },
    { "<< /S /Link\n /K [ << /Type /OBJR /Obj 9 0 R >> 3 ]\n", NULL },
    { "<< /S /TR\n /K [  14 0 R  15 0 R ]\n", NULL },
    { "<< /S /P\n /K [ 3 ]\n", NULL },
    { "<< /S /Sect\n /K [ 14 0 R 3 (text) ]\n", NULL },
    { "<< /S /Sect\n /K [ 14 0 R 3\n", NULL },
    { "<< /S /Sect\n", NULL },
    { "", NULL },
  };
  g_autoptr (GArray) contents = g_array_new (FALSE, FALSE, sizeof (AftPdfContent));

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GString) dropped =
          aft_pdf_drop_content (cases[i].dictionary, strlen (cases[i].dictionary), contents);

      g_assert_cmpstr (dropped != NULL ? dropped->str : NULL, ==, cases[i].expected);
    }
  g_assert_cmpuint (contents->len, ==, 3);
  g_assert_cmpuint (g_array_index (contents, AftPdfContent, 0).page, ==, 5);
  g_assert_cmpuint (g_array_index (contents, AftPdfContent, 0).id, ==, 59);
  g_assert_cmpuint (g_array_index (contents, AftPdfContent, 1).page, ==, 8);
  g_assert_cmpuint (g_array_index (contents, AftPdfContent, 1).id, ==, 3);
  g_assert_cmpuint (g_array_index (contents, AftPdfContent, 2).id, ==, 3);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/paint/pdf-artifacts/what is outside of content is marked", test_marks);
  g_test_add_func ("/paint/pdf-artifacts/a text is not taken apart", test_texts);
  g_test_add_func ("/paint/pdf-artifacts/content that is none is marked", test_dropped);
  g_test_add_func ("/paint/pdf-artifacts/elements lose it", test_content);
  g_test_add_func ("/paint/pdf-artifacts/what is not understood is refused", test_unknown);
  g_test_add_func ("/paint/pdf-artifacts/operators may end anywhere", test_cut);
  g_test_add_func ("/paint/pdf-artifacts/streams come back as they were", test_streams);
  return g_test_run ();
}
