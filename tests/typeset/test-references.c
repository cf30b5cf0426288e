/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "typeset/references.h"

static void
test_numbers (void)
{
  g_autoptr (AftReferences) references = aft_references_new (0, 0);

  g_assert_cmpuint (aft_references_number (references, "https://example.com/a"), ==, 1);
  g_assert_cmpuint (aft_references_number (references, "https://example.com/b"), ==, 2);
  g_assert_cmpuint (aft_references_number (references, "https://example.com/a"), ==, 1);
  g_assert_cmpuint (aft_references_get_length (references), ==, 2);
  g_assert_cmpstr (aft_references_get_address (references, 1), ==, "https://example.com/b");
}

static void
test_has (void)
{
  g_autoptr (AftReferences) references = aft_references_new (12, 3);

  g_assert_true (aft_references_has (references, 'E', 1));
  g_assert_true (aft_references_has (references, 'E', 12));
  g_assert_false (aft_references_has (references, 'E', 13));
  g_assert_true (aft_references_has (references, 'A', 3));
  g_assert_false (aft_references_has (references, 'A', 4));
  g_assert_false (aft_references_has (references, 'A', 0));
}

static void
test_find (void)
{
  static const struct
  {
    const char *text;
    gsize       start;
    char        letter;
    guint       number; /* 0: nothing is found */
  } cases[] = {
    { "E12", 0, 'E', 12 },   { "see A3.", 4, 'A', 3 },  { "(E7)", 1, 'E', 7 },
    { "E1, E2", 0, 'E', 1 }, { "für E12", 5, 'E', 12 }, { "CODE12 and E5", 11, 'E', 5 },
    { "E12a", 0, 0, 0 },     { "E-12", 0, 0, 0 },       { "INC-E12", 0, 0, 0 },
    { "E012", 0, 0, 0 },     { "E0", 0, 0, 0 },         { "äE12", 0, 0, 0 },
    { "E12ß", 0, 0, 0 },     { "a/E12", 0, 0, 0 },      { "E12345678", 0, 0, 0 },
    { "E", 0, 0, 0 },        { "", 0, 0, 0 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      gsize start = 0, end = 0;
      char  letter = 0;
      guint number = 0;

      g_test_message ("%s", cases[i].text);
      g_assert_cmpint (aft_references_find (cases[i].text, 0, &start, &end, &letter, &number),
                       ==,
                       cases[i].number > 0);
      if (cases[i].number == 0)
        continue;
      g_assert_cmpuint (start, ==, cases[i].start);
      g_assert_cmpint (letter, ==, cases[i].letter);
      g_assert_cmpuint (number, ==, cases[i].number);
    }
}

static void
test_next (void)
{
  const char *text = "from E3 to E14";
  gsize       start, end = 0;
  char        letter;
  guint       number;

  g_assert_true (aft_references_find (text, end, &start, &end, &letter, &number));
  g_assert_cmpuint (number, ==, 3);
  g_assert_true (aft_references_find (text, end, &start, &end, &letter, &number));
  g_assert_cmpuint (number, ==, 14);
  g_assert_cmpuint (end, ==, 14);
  g_assert_false (aft_references_find (text, end, &start, &end, &letter, &number));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/typeset/references/an address has one number", test_numbers);
  g_test_add_func ("/typeset/references/what is not in the document is not named", test_has);
  g_test_add_func ("/typeset/references/events and actions are words of their own", test_find);
  g_test_add_func ("/typeset/references/the next word is found behind the last", test_next);
  return g_test_run ();
}
