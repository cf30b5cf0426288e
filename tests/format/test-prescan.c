/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "format/prescan.h"

#define TEXT(literal) literal, sizeof (literal) - 1

static void
test_refused (void)
{
  static const struct
  {
    const char *text;
    gsize       length;
    const char *place;
  } cases[] = {
    { TEXT (""), "1:1: " },
    { TEXT (" \n "), "1:1: " },
    { TEXT ("\xEF\xBB\xBF{}"), "1:1: " },
    { TEXT ("{\"a\": 1e999}"), "1:7: " },
    { TEXT ("{\"a\": 12345678901234567890}"), "1:7: " },
    { TEXT ("{\"a\": -99999999999999999999}"), "1:7: " },
    { TEXT ("[-0]"), "1:2: " },
    { TEXT ("[-0.0]"), "1:2: " },
    { TEXT ("[010]"), "1:2: " },
    { TEXT ("[.5]"), "1:2: " },
    { TEXT ("[5.]"), "1:4: " },
    { TEXT ("[1e]"), "1:4: " },
    { TEXT ("[+1]"), "1:2: " },
    { TEXT ("[0x10]"), "1:3: " },
    { TEXT ("{\"a\": 1,\n \"a\": 2}"), "2:2: " },
    { TEXT ("{\"a\": 1, \"\\u0061\": 2}"), "1:10: " },
    { TEXT ("[NaN]"), "1:2: " },
    { TEXT ("[Infinity]"), "1:2: " },
    { TEXT ("[True]"), "1:2: " },
    { TEXT ("// hello\n{}"), "1:1: " },
    { TEXT ("{} // hello"), "1:4: " },
    { TEXT ("{\"a\": /* x */ 1}"), "1:7: " },
    { TEXT ("{}\n{}"), "2:1: " },
    { TEXT ("[1,]"), "1:4: " },
    { TEXT ("{\"a\":1,}"), "1:8: " },
    { TEXT ("{a:1}"), "1:2: " },
    { TEXT ("{'a':1}"), "1:2: " },
    { TEXT ("{\"a\" 1}"), "1:6: " },
    { TEXT ("{\"a\":1 \"b\":2}"), "1:8: " },
    { TEXT ("[1 2]"), "1:4: " },
    { TEXT ("[\"é\", \"no end]"), "1:7: " },
    { TEXT ("[\"tab\there\"]"), "1:6: " },
    { TEXT ("[\"\\x41\"]"), "1:4: " },
    { TEXT ("[\"\\u12\"]"), "1:7: " },
    { TEXT ("[\"\\ud800\"]"), "1:3: " },
    { TEXT ("[\"\\ud800\\u0041\"]"), "1:3: " },
    { TEXT ("[\"\\udc00\"]"), "1:3: " },
    { TEXT ("[\"\\u0000\"]"), "1:3: " },
    { TEXT ("[\"a\0b\"]"), "1:4: " },
    { TEXT ("[\"\xC3\x28\"]"), "1:3: " },
    { TEXT ("[\"\xC0\xAF\"]"), "1:3: " },
    { TEXT ("[\"\xED\xA0\x80\"]"), "1:3: " },
    { TEXT ("{\"a\":"), "1:6: " },
    { TEXT ("["), "1:2: " },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;

      g_test_message ("%s", cases[i].text);
      g_assert_false (aft_prescan (cases[i].text, cases[i].length, &error));
      g_assert_nonnull (error);
      if (!g_str_has_prefix (error->message, cases[i].place))
        g_error ("%s instead of %s", error->message, cases[i].place);
    }
}

static void
test_accepted (void)
{
  static const char *const texts[] = {
    "{}",
    "[]",
    " [1, -1, 0, 0.5, 1e3, 9007199254740992, 1E-2] ",
    "{\"a\": {\"a\": [true, false, null, \"\"]}}",
    "\"\\ud83d\\ude92 \\u00e9 \\n\"",
    "[\"🚒é日本\"]",
  };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_true (aft_prescan (texts[i], strlen (texts[i]), &error));
      g_assert_no_error (error);
    }
}

static void
assert_bomb (const char *text, gsize length)
{
  g_autoptr (GError) error = NULL;
  gint64 start = g_get_monotonic_time ();

  g_assert_false (aft_prescan (text, length, &error));
  g_assert_error (error, AFT_FORMAT_ERROR, AFT_FORMAT_ERROR_LIMIT);
  g_test_message ("%s in %.1f ms", error->message, (g_get_monotonic_time () - start) / 1000.0);
}

static void
test_bombs (void)
{
  g_autofree char *deep = g_strnfill (60000, '[');
  g_autofree char *wide = g_strnfill (10 * 1024 * 1024, '[');
  g_autofree char *huge = g_strnfill (51 * 1024 * 1024, ' ');
  g_autoptr (GString) keys = g_string_new ("{");

  for (guint i = 0; i < 1000000; i++)
    g_string_append_printf (keys, "%s\"k%u\":1", i > 0 ? "," : "", i);
  g_string_append_c (keys, '}');
  assert_bomb (deep, 60000);
  assert_bomb (wide, 10 * 1024 * 1024);
  assert_bomb (huge, 51 * 1024 * 1024);
  assert_bomb (keys->str, keys->len);
}

static void
test_depth (void)
{
  for (guint depth = 64; depth <= 65; depth++)
    {
      g_autofree char *open = g_strnfill (depth, '[');
      g_autofree char *close = g_strnfill (depth, ']');
      g_autofree char *text = g_strconcat (open, close, NULL);

      g_assert_true (aft_prescan (text, strlen (text), NULL) == (depth == 64));
    }
}

static void
test_locate (void)
{
  static const char text[] =
      "{\n  \"timeline\": {\"events\": [\n    {\"kind\": \"x\"}, {\"kind\": 5}]}}";
  guint line, column;

  g_assert_true (aft_prescan_locate (TEXT (text), "timeline.events[1].kind", &line, &column));
  g_assert_cmpuint (line, ==, 3);
  g_assert_cmpuint (column, ==, 29);
  g_assert_false (aft_prescan_locate (TEXT (text), "timeline.events[2]", &line, &column));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/format/prescan/what is not strict JSON is refused with its place",
                   test_refused);
  g_test_add_func ("/format/prescan/strict JSON passes", test_accepted);
  g_test_add_func ("/format/prescan/bombs are refused", test_bombs);
  g_test_add_func ("/format/prescan/64 levels are the limit", test_depth);
  g_test_add_func ("/format/prescan/a value is found by its path", test_locate);
  return g_test_run ();
}
