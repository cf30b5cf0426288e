/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/error.h"
#include "base/quantity.h"

#include <math.h>

static void
test_duration_format (void)
{
  static const struct
  {
    gint64      seconds;
    const char *text;
  } cases[] = {
    { 0, "0 min" },
    { 45, "45 s" },
    { 60, "1 min" },
    { 90, "1 min 30 s" },
    { 3600, "1 h" },
    { 5520, "1 h 32 min" },
    { 5530, "1 h 32 min" },
    { 86400, "1 d" },
    { 273600, "3 d 4 h" },
    { -45, "−45 s" },
    { -5520, "−1 h 32 min" },
    { G_MAXINT64, "106751991167300 d 15 h" },
    { G_MININT64, "−106751991167300 d 15 h" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = aft_duration_format (cases[i].seconds);

      g_assert_cmpstr (text, ==, cases[i].text);
    }
}

static void
test_duration_parse (void)
{
  static const struct
  {
    const char *text;
    gint64      seconds;
  } cases[] = {
    { "1h32m", 5520 },
    { "1 h 32 min", 5520 },
    { "1h32", 5520 },
    { "92 minutes", 5520 },
    { "1:32", 5520 },
    { "1:32:05", 5525 },
    { "45s", 45 },
    { "45 sec", 45 },
    { "1.5 h", 5400 },
    { "1,5 h", 5400 },
    { "3 days", 259200 },
    { "3 d 4 h", 273600 },
    { "2 weeks", 1209600 },
    { "1 h, 32 min", 5520 },
    { " 1 H 32 Min ", 5520 },
    { "0 min", 0 },
    { "0:00", 0 },
    { "1\u00A0h\u202F32\u00A0min", 5520 },
    { "120:00", 432000 },
    { "1 w 2 d 3 h 4 m 5 s", 788645 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      gint64 seconds = -1;

      aft_duration_parse (cases[i].text, &seconds, &error);
      g_assert_no_error (error);
      g_assert_cmpint (seconds, ==, cases[i].seconds);
    }
}

static void
test_duration_refused (void)
{
  static const char *const cases[] = {
    "",
    " ",
    "5",
    "1.5",
    "h",
    "1 x",
    "1h x",
    "-1h",
    "1:60",
    "1:5",
    ":30",
    "1:32:",
    "1:32:60",
    "1:2:3:4",
    "0x10 h",
    "1e5 h",
    "inf h",
    "nan h",
    "1 h h",
    "1 h 2 h",
    "5 min 1 h",
    "1 min 30",
    "1..5 h",
    ". h",
    "999999999999999 d",
    "1 parsec",
    "99999999999999999999 h",
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      gint64 seconds;

      if (aft_duration_parse (cases[i], &seconds, &error))
        g_error ("taken: “%s” as %" G_GINT64_FORMAT, cases[i], seconds);
      g_assert_error (error, AFT_BASE_ERROR, AFT_BASE_ERROR_SYNTAX);
    }
}

/* What a form shows must be read as the same, to the precision that is shown. */
static void
test_duration_round_trip (void)
{
  for (gint64 seconds = 0; seconds < 400000; seconds += 7)
    {
      gint64           unit = seconds >= 86400 ? 3600 : seconds >= 3600 ? 60 : 1;
      g_autofree char *text = aft_duration_format (seconds);
      gint64           again = -1;

      g_assert_true (aft_duration_parse (text, &again, NULL));
      g_assert_cmpint (again, ==, seconds / unit * unit);
    }
}

static void
test_count_format (void)
{
  static const struct
  {
    gint64      value;
    const char *text;
  } cases[] = {
    { 0, "0" },
    { 999, "999" },
    { 1240, "1240" },
    { 12400, "12\u202F400" },
    { 1234567, "1\u202F234\u202F567" },
    { -12400, "−12\u202F400" },
    { G_MININT64, "−9\u202F223\u202F372\u202F036\u202F854\u202F775\u202F808" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = aft_count_format (cases[i].value);

      g_assert_cmpstr (text, ==, cases[i].text);
    }
}

static void
test_count_parse (void)
{
  static const struct
  {
    const char *text;
    gint64      value;
  } cases[] = {
    { "0", 0 },
    { "12400", 12400 },
    { "12 400", 12400 },
    { "12,400", 12400 },
    { "12.400", 12400 },
    { "12'400", 12400 },
    { "12’400", 12400 },
    { "12_400", 12400 },
    { "12\u202F400", 12400 },
    { "12\u00A0400", 12400 },
    { "1,234,567", 1234567 },
    { "1.234.567", 1234567 },
    { "12.4k", 12400 },
    { "12,4 k", 12400 },
    { "1.2 M", 1200000 },
    { "1.250 M", 1250000 },
    { "3b", 3000000000 },
    { "12,34,567", 1234567 },
    { " 42 ", 42 },
    { "007", 7 },
    { "3.0", 3 },
    { "1000000000000000", 1000000000000000 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      gint64 value = -1;

      aft_count_parse (cases[i].text, &value, &error);
      g_assert_no_error (error);
      g_assert_cmpint (value, ==, cases[i].value);
    }
}

static void
test_count_refused (void)
{
  static const char *const cases[] = {
    "",
    " ",
    "k",
    "abc",
    "-5",
    "−5",
    "+5",
    "1.5",
    "10.0.0.1",
    "1,2,3",
    "1 2",
    "12 40",
    "1234 567",
    "1,23,4",
    "12,400.5",
    "12.400,5",
    "0x10",
    "1e5",
    "1000000000000001",
    "inf",
    "1..2",
    "1,",
    ",",
    ".",
    "1.2345k",
    "1 000,000 000",
    "12 400 users",
    "１２",
    "999999999b",
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      gint64 value;

      if (aft_count_parse (cases[i], &value, &error))
        g_error ("taken: “%s” as %" G_GINT64_FORMAT, cases[i], value);
      g_assert_error (error, AFT_BASE_ERROR, AFT_BASE_ERROR_SYNTAX);
    }
}

static void
test_count_round_trip (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (3);

  for (guint i = 0; i < 10000; i++)
    {
      gint64           value = (gint64) pow (10, g_rand_double_range (rand, 0, 15));
      g_autofree char *text = aft_count_format (value);
      gint64           again = -1;

      g_assert_true (aft_count_parse (text, &again, NULL));
      g_assert_cmpint (again, ==, value);
    }
}

static void
test_real_parse (void)
{
  static const struct
  {
    const char *text;
    double      value;
  } cases[] = {
    { "1,250.50", 1250.5 }, { "1250.5", 1250.5 },   { "1 250,50", 1250.5 },
    { "1.250,50", 1250.5 }, { "1'250.50", 1250.5 }, { "12k", 12000 },
    { "0.5", 0.5 },         { ".5", 0.5 },          { "0,5", 0.5 },
    { "0,125", 0.125 },     { "1,250", 1250 },      { "1.250", 1.25 },
    { "99.95", 99.95 },     { "1.2 M", 1200000 },   { "1,234,567.89", 1234567.89 },
  };
  static const char *const refused[] = {
    "", "1.2.3", "1,2,3.4", "nan", "inf", "-1", "1e400", "5 %"
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      double value = -1;

      aft_real_parse (cases[i].text, &value, &error);
      g_assert_no_error (error);
      g_assert_cmpfloat (value, ==, cases[i].value);
    }
  for (guint i = 0; i < G_N_ELEMENTS (refused); i++)
    {
      double value;

      g_assert_false (aft_real_parse (refused[i], &value, NULL));
    }
}

static void
test_real_format (void)
{
  static const struct
  {
    double      value;
    const char *text;
  } cases[] = {
    { 0, "0" },
    { -0.0, "0" },
    { 3, "3" },
    { 12.5, "12.5" },
    { 0.1, "0.1" },
    { 0.1 + 0.2, "0.30000000000000004" },
    { 1e14, "100000000000000" },
    { -2.25, "-2.25" },
    { 1.0 / 3, "0.3333333333333333" },
    { 99.95, "99.95" },
  };
  g_autoptr (GRand) rand = g_rand_new_with_seed (5);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = aft_real_format (cases[i].value);

      g_assert_cmpstr (text, ==, cases[i].text);
    }
  for (guint i = 0; i < 10000; i++)
    {
      double           value = g_rand_double (rand) * pow (10, g_rand_int_range (rand, -20, 20));
      g_autofree char *text = aft_real_format (value);

      g_assert_cmpfloat (g_ascii_strtod (text, NULL), ==, value);
    }
}

static void
test_money (void)
{
  static const struct
  {
    double      value;
    const char *currency, *text;
  } cases[] = {
    { 12400, "CHF", "12\u202F400 CHF" },
    { 12400.5, "CHF", "12\u202F400.50 CHF" },
    { 1250, NULL, "1250" },
    { 1250, "", "1250" },
    { 1.995, "USD", "2 USD" },
    { 1.999, "USD", "2 USD" },
    { 0.05, "USD", "0.05 USD" },
    { 999999.999, "EUR", "1\u202F000\u202F000 EUR" },
    { -3.5, "EUR", "−3.50 EUR" },
    { -0.001, "EUR", "0 EUR" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = aft_money_format (cases[i].value, cases[i].currency);

      g_assert_cmpstr (text, ==, cases[i].text);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/base/quantity/a duration has at most two units", test_duration_format);
  g_test_add_func ("/base/quantity/durations are read as people write them", test_duration_parse);
  g_test_add_func ("/base/quantity/what is no duration is refused", test_duration_refused);
  g_test_add_func ("/base/quantity/a duration that is shown is read back",
                   test_duration_round_trip);
  g_test_add_func ("/base/quantity/counts are grouped", test_count_format);
  g_test_add_func ("/base/quantity/counts are read with any grouping", test_count_parse);
  g_test_add_func ("/base/quantity/what is no count is refused", test_count_refused);
  g_test_add_func ("/base/quantity/a count that is shown is read back", test_count_round_trip);
  g_test_add_func ("/base/quantity/amounts have decimals", test_real_parse);
  g_test_add_func ("/base/quantity/a number has its shortest form", test_real_format);
  g_test_add_func ("/base/quantity/money has two decimals or none", test_money);
  return g_test_run ();
}
