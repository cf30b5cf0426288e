/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "typeset/microtype.h"

#define JOINER "\u2060"

typedef struct
{
  const char *text, *expected;
} Case;

static void
assert_cases (const Case *cases, guint n)
{
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (GString) out = g_string_new (NULL);

      g_test_message ("%s", cases[i].text);
      aft_microtype_append (out, cases[i].text, -1);
      g_assert_cmpstr (out->str, ==, cases[i].expected);
    }
}

static void
test_units (void)
{
  static const Case cases[] = {
    { "took 840 ms", "took 840\u00A0ms" }, { "5 % of them", "5\u00A0% of them" },
    { "(1.5 GB)", "(1.5\u00A0GB)" },       { "at 14:02 UTC, again", "at 14:02\u00A0UTC, again" },
    { "76 900 USD", "76 900\u00A0USD" },   { "≈ 3 h.", "≈ 3\u00A0h." },
  };

  assert_cases (cases, G_N_ELEMENTS (cases));
}

static void
test_no_units (void)
{
  static const Case cases[] = {
    { "5 servers", "5 servers" },
    { "12 months", "12 months" },
    { "v2 m", "v2 m" },
    { "at 5  ms", "at 5  ms" },
    { "p99 ms", "p99 ms" },
    { "3 h-long", "3 h-long" },
    { "ends in 7 ", "ends in 7 " },
    { "7", "7" },
    { "", "" },
  };

  assert_cases (cases, G_N_ELEMENTS (cases));
}

static void
test_ranges (void)
{
  static const Case cases[] = {
    { "3-5 of them", "3–" JOINER "5 of them" },
    { "from 14:02-14:09.", "from 14:02–" JOINER "14:09." },
    { "23:50-00:10", "23:50–" JOINER "00:10" },
    { "10:02:10-10:02:45, then", "10:02:10–" JOINER "10:02:45, then" },
    { "0.5-1.5 %", "0.5–" JOINER "1.5\u00A0%" },
    { "90-120 ms", "90–" JOINER "120\u00A0ms" },
    { "(404-500)", "(404–" JOINER "500)" },
    { "3-5%", "3–" JOINER "5%" },
  };

  assert_cases (cases, G_N_ELEMENTS (cases));
}

static void
test_no_ranges (void)
{
  static const Case cases[] = {
    { "2026-05-04", "2026-05-04" },
    { "2026-05", "2026-05" },
    { "CVE-2021-44228", "CVE-2021-44228" },
    { "1.2.3-4", "1.2.3-4" },
    { "5-3", "5-3" },
    { "10-K", "10-K" },
    { "a 4-2 win", "a 4-2 win" },
    { "3-5x", "3-5x" },
    { "5550123-5550199", "5550123-5550199" },
    { "1-2-3", "1-2-3" },
    { "10/3-5", "10/3-5" },
    { "4f2a-77", "4f2a-77" },
    { "14:02-9", "14:02-9" },
    { "-5-7", "-5-7" },
    { "2-fach", "2-fach" },
    { "eu-west-1", "eu-west-1" },
  };

  assert_cases (cases, G_N_ELEMENTS (cases));
}

static void
test_length (void)
{
  g_autoptr (GString) out = g_string_new ("at ");

  /* what is beyond the length is not looked at */
  aft_microtype_append (out, "840 msec", 6);
  g_assert_cmpstr (out->str, ==, "at 840\u00A0ms");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/typeset/microtype/a figure stays with its unit", test_units);
  g_test_add_func ("/typeset/microtype/words that are no units go their own way", test_no_units);
  g_test_add_func ("/typeset/microtype/a range has an en dash", test_ranges);
  g_test_add_func ("/typeset/microtype/dates, names and codes keep hyphens", test_no_ranges);
  g_test_add_func ("/typeset/microtype/a stretch of a text is enough", test_length);
  return g_test_run ();
}
