/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "typeset/patterns.h"

#include <string.h>

static void
add (AftPatterns *patterns, const char *pattern)
{
  aft_patterns_add (patterns, pattern, strlen (pattern));
}

static void
assert_values (AftPatterns *patterns, const char *word, const char *expected)
{
  guint8 values[64];

  g_assert_cmpuint (strlen (word), ==, strlen (expected));
  aft_patterns_apply (patterns, word, strlen (word), values);
  for (gsize i = 0; word[i] != '\0'; i++)
    g_assert_cmpint (values[i], ==, expected[i] - '0');
}

/* The example of Liang's thesis. */
static void
test_highest (void)
{
  g_autoptr (AftPatterns) patterns = aft_patterns_new ();
  static const char *const all[] = { "hy3ph", "he2n", "hena4", "hen5at", "1na",
                                     "n2at",  "1tio", "2io",   "o2n" };

  for (guint i = 0; i < G_N_ELEMENTS (all); i++)
    add (patterns, all[i]);
  assert_values (patterns, ".hyphenation.", "0003002542020");
}

static void
test_ends (void)
{
  g_autoptr (AftPatterns) patterns = aft_patterns_new ();

  add (patterns, ".ab1");
  add (patterns, "5b.");
  assert_values (patterns, ".abab.", "000150");
}

static void
test_change (void)
{
  g_autoptr (AftPatterns) patterns = aft_patterns_new ();

  add (patterns, "f1f/ff=f,1,2");
  assert_values (patterns, ".aff.", "00020");
}

static void
test_bytes (void)
{
  g_autoptr (AftPatterns) patterns = aft_patterns_new ();

  add (patterns, "ö1ß");
  assert_values (patterns, "xößx", "000100");
}

static void
test_many (void)
{
  g_autoptr (AftPatterns) patterns = aft_patterns_new ();

  for (guint i = 0; i < 20000; i++)
    {
      g_autofree char *letters = g_strdup_printf ("%05u", i);
      g_autofree char *pattern = NULL;

      for (char *p = letters; *p != '\0'; p++)
        *p += 'a' - '0';
      pattern = g_strconcat (letters, "3", NULL);
      add (patterns, pattern);
    }
  g_assert_cmpuint (aft_patterns_get_length (patterns), ==, 20000);
  assert_values (patterns, "bjjjjx", "000003");
  assert_values (patterns, "cjjjjx", "000000");
}

static void
test_nothing (void)
{
  g_autoptr (AftPatterns) patterns = aft_patterns_new ();

  add (patterns, "");
  add (patterns, "123");
  add (patterns, "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa1");
  g_assert_cmpuint (aft_patterns_get_length (patterns), ==, 0);
  assert_values (patterns, ".aaa.", "00000");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/typeset/patterns/the highest value counts", test_highest);
  g_test_add_func ("/typeset/patterns/a dot is the end of a word", test_ends);
  g_test_add_func ("/typeset/patterns/a change of spelling speaks against", test_change);
  g_test_add_func ("/typeset/patterns/letters may have several bytes", test_bytes);
  g_test_add_func ("/typeset/patterns/tens of thousands are kept", test_many);
  g_test_add_func ("/typeset/patterns/what is no pattern is left out", test_nothing);
  return g_test_run ();
}
