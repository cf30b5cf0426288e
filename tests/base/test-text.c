/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/caps.h"
#include "base/text.h"

#include <string.h>

#define BYTES(text) (text), sizeof (text) - 1

static void
test_clean (void)
{
  static const struct
  {
    const char *bytes;
    gssize      length;
    const char *clean;
    guint       replaced;
  } cases[] = {
    { BYTES (""), "", 0 },
    { BYTES ("plain äöü 日本 🎉\tand\nmore"), "plain äöü 日本 🎉\tand\nmore", 0 },
    { BYTES ("a\r\nb\rc\n\rd"), "a\nb\nc\n\nd", 0 },
    { BYTES ("\xEF\xBB\xBFtext"), "text", 0 },
    { BYTES ("te\xEF\xBB\xBFxt"), "te\uFFFDxt", 1 },
    { BYTES ("\xEF\xBB\xBF\xEF\xBB\xBFx"), "\uFFFDx", 1 },
    { BYTES ("\uFFFD stays"), "\uFFFD stays", 0 },
    { BYTES ("nul\0here"), "nul\uFFFDhere", 1 },
    { BYTES ("\x1B[31mred\x1B[0m"), "\uFFFD[31mred\uFFFD[0m", 2 },
    { BYTES ("bell\a, back\b, tab\v, form\f, del\x7F"),
      "bell\uFFFD, back\uFFFD, tab\uFFFD, form\uFFFD, del\uFFFD",
      5 },
    { BYTES ("c1 \xC2\x85 \xC2\x9B"), "c1 \uFFFD \uFFFD", 2 },
    { BYTES ("latin1 \xE4 end"), "latin1 \uFFFD end", 1 },
    { BYTES ("\xC0\xAF overlong"), "\uFFFD\uFFFD overlong", 2 },
    { BYTES ("\xED\xA0\x80 surrogate"), "\uFFFD\uFFFD\uFFFD surrogate", 3 },
    { BYTES ("\xF4\x90\x80\x80"), "\uFFFD\uFFFD\uFFFD\uFFFD", 4 },
    { BYTES ("cut \xE2\x82"), "cut \uFFFD\uFFFD", 2 },
    { BYTES ("\xEF\xBF\xBE and \xEF\xBF\xBF"), "\uFFFD and \uFFFD", 2 },
    { BYTES ("\xF0\x9F\xBF\xBF \xEF\xB7\x90"), "\uFFFD \uFFFD", 2 },
    { "until the NUL", -1, "until the NUL", 0 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      guint            replaced = 99;
      g_autofree char *clean = aft_text_clean (cases[i].bytes, cases[i].length, &replaced);
      g_autofree char *again = aft_text_clean (clean, -1, NULL);

      g_assert_cmpstr (clean, ==, cases[i].clean);
      g_assert_cmpuint (replaced, ==, cases[i].replaced);
      g_assert_cmpstr (again, ==, clean);
    }
}

static void
test_noise (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (17);

  for (guint i = 0; i < 10000; i++)
    {
      char             bytes[64];
      gsize            length = g_rand_int_range (rand, 0, sizeof bytes);
      g_autofree char *clean = NULL;
      g_autofree char *line = NULL;

      for (gsize n = 0; n < length; n++)
        bytes[n] = g_rand_int_range (rand, 0, 256);
      clean = aft_text_clean (bytes, length, NULL);
      line = aft_text_clean_line (bytes, length);
      g_assert_true (g_utf8_validate (clean, -1, NULL));
      g_assert_true (g_utf8_validate (line, -1, NULL));
      g_assert_null (strpbrk (line, "\n\r\t\v\f\x1B"));
      g_assert_null (strchr (clean, '\r'));
    }
}

static void
test_line (void)
{
  static const struct
  {
    const char *text, *line;
  } cases[] = {
    { "", "" },
    { "  two   words \n", "two words" },
    { "one\r\n\ttwo\u2028three\u2029four", "one two three four" },
    { "\u3000wide\u3000\u2003space\u3000", "wide space" },
    { "12\u202F400\u00A0users", "12\u202F400\u00A0users" },
    { "\u00A0", "" },
    { "\u00A0 x \u00A0", "x" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *line = aft_text_clean_line (cases[i].text, -1);

      g_assert_cmpstr (line, ==, cases[i].line);
    }
}

static gsize
longest_line (const char *text)
{
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);
  gsize longest = 0;

  for (guint i = 0; lines[i] != NULL; i++)
    longest = MAX (longest, (gsize) g_utf8_strlen (lines[i], -1));
  return longest;
}

static void
assert_split (const char *text)
{
  g_autofree char *split = aft_text_split_long_lines (text);
  g_autoptr (GString) joined = NULL;

  g_assert_nonnull (split);
  g_assert_true (g_utf8_validate (split, -1, NULL));
  g_assert_cmpuint (longest_line (split), <=, AFT_CAP_LINE_CHARS);
  g_assert_null (aft_text_split_long_lines (split));
  joined = g_string_new (split);
  g_string_replace (joined, "\n", "", 0);
  if (strchr (text, '\n') == NULL)
    g_assert_cmpstr (joined->str, ==, text);
}

static void
test_split (void)
{
  g_autofree char *exact = g_strnfill (AFT_CAP_LINE_CHARS, 'x');
  g_autofree char *over = g_strnfill (AFT_CAP_LINE_CHARS + 1, 'x');
  g_autofree char *huge = g_strnfill (300000, 'x');
  g_autofree char *lines = g_strconcat (exact, "\n", exact, "\n", NULL);
  g_autofree char *mixed = g_strconcat ("short\n", huge, "\nshort\n", over, NULL);
  g_autoptr (GString) words = g_string_new (NULL);
  g_autoptr (GString) wide = g_string_new (NULL);

  for (guint i = 0; i < 3000; i++)
    {
      g_string_append (words, "word ");
      g_string_append (wide, "日🎉");
    }
  g_assert_null (aft_text_split_long_lines (""));
  g_assert_null (aft_text_split_long_lines (exact));
  g_assert_null (aft_text_split_long_lines (lines));
  assert_split (over);
  assert_split (huge);
  assert_split (mixed);
  assert_split (words->str);
  assert_split (wide->str);
}

static void
test_split_at_spaces (void)
{
  g_autoptr (GString) words = g_string_new (NULL);
  g_autofree char *split = NULL;
  g_auto (GStrv) lines = NULL;

  while (words->len < 10000)
    g_string_append (words, "word ");
  split = aft_text_split_long_lines (words->str);
  lines = g_strsplit (split, "\n", -1);
  for (guint i = 0; lines[i] != NULL; i++)
    g_assert_true (g_str_has_prefix (lines[i], "word ") && g_str_has_suffix (lines[i], "word "));
}

static void
test_reveal (void)
{
  static const gunichar controls[] = { 0x061C, 0x200E, 0x200F,  0x202A, 0x202B, 0x202C,
                                       0x202D, 0x202E, 0x2066,  0x2067, 0x2068, 0x2069,
                                       0x200B, 0x200C, 0x200D,  0x2060, 0xFEFF, 0x00AD,
                                       0x180E, 0x3164, 0xE0041, 0x0007, 0x001B };
  g_autofree char      *plain = aft_text_reveal ("Zürich 日本 🎉.pdf");
  g_autofree char      *fake = aft_text_reveal ("report\u202Efdp.exe");

  g_assert_cmpstr (plain, ==, "Zürich 日本 🎉.pdf");
  g_assert_cmpstr (fake, ==, "report⟨U+202E⟩fdp.exe");
  for (guint i = 0; i < G_N_ELEMENTS (controls); i++)
    {
      char             text[8] = "";
      g_autofree char *expected = g_strdup_printf ("⟨U+%04X⟩", controls[i]);
      g_autofree char *revealed = NULL;

      g_unichar_to_utf8 (controls[i], text);
      revealed = aft_text_reveal (text);
      g_assert_cmpstr (revealed, ==, expected);
    }
}

static void
test_ellipsize (void)
{
  static const struct
  {
    const char *text;
    guint       max_chars;
    const char *cut;
  } cases[] = {
    { "short", 5, "short" },    { "shorter", 5, "shor…" }, { "日本語文字", 3, "日本…" },
    { "two words", 5, "two…" }, { "x", 0, "…" },           { "", 0, "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *cut = aft_text_ellipsize (cases[i].text, cases[i].max_chars);

      g_assert_cmpstr (cut, ==, cases[i].cut);
    }
}

static void
test_words (void)
{
  g_assert_cmpuint (aft_text_count_words (""), ==, 0);
  g_assert_cmpuint (aft_text_count_words (" \n\t"), ==, 0);
  g_assert_cmpuint (aft_text_count_words ("one"), ==, 1);
  g_assert_cmpuint (aft_text_count_words (" three  little\nwords "), ==, 3);
}

static void
test_file_names (void)
{
  static const struct
  {
    const char *title, *name;
  } cases[] = {
    { "Config push", "Config push.pdf" },
    { "Zürich 日本 🎉", "Zürich 日本 🎉.pdf" },
    { "../../etc/passwd", "etc passwd.pdf" },
    { "/", "postmortem.pdf" },
    { "", "postmortem.pdf" },
    { "...", "postmortem.pdf" },
    { "-rf", "rf.pdf" },
    { "--output=x", "output=x.pdf" },
    { ".hidden", "hidden.pdf" },
    { "~root", "root.pdf" },
    { "CON", "postmortem.pdf" },
    { "con", "postmortem.pdf" },
    { "CON.txt", "postmortem.pdf" },
    { "lpt1", "postmortem.pdf" },
    { "Console", "Console.pdf" },
    { "CON and more", "CON and more.pdf" },
    { "100 %s", "100 s.pdf" },
    { "two\nlines", "two lines.pdf" },
    { "a\tb\\c:d*e?f\"g<h>i|j", "a b c d e f g h i j.pdf" },
    { "ends with a point.", "ends with a point.pdf" },
    { "turned \u202Eround", "turned round.pdf" },
    { "$(reboot) `x`", "(reboot) x.pdf" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *name = aft_text_file_name (cases[i].title, ".pdf");

      g_assert_cmpstr (name, ==, cases[i].name);
    }
}

static char *
random_title (GRand *rand)
{
  static const char *const pieces[] = {
    "../",
    "/",
    "-",
    ".",
    "~",
    "\\",
    "CON",
    "aux",
    "%s",
    "%n",
    "\n",
    "\r",
    "\t",
    "\x1B",
    "\x01",
    "\xFF",
    "ä",
    "日",
    "🎉",
    "\u202E",
    "\u200B",
    " ",
    "a",
    "Z",
    "9",
    "$(x)",
    "`",
    "'",
    "\"",
    "|",
    "*",
    "?",
    ":",
    "COM1",
    ";",
    "&",
    "very long words here ",
  };
  GString *title = g_string_new (NULL);

  for (guint n = g_rand_int_range (rand, 0, 60); n > 0; n--)
    g_string_append (title, pieces[g_rand_int_range (rand, 0, G_N_ELEMENTS (pieces))]);
  return g_string_free (title, FALSE);
}

static void
test_hostile_names (void)
{
  static const char *const suffixes[] = { ".pdf", ".postmortem", "", ".md" };
  g_autoptr (GRand) rand = g_rand_new_with_seed (23);

  for (guint i = 0; i < 1000; i++)
    {
      const char      *suffix = suffixes[i % G_N_ELEMENTS (suffixes)];
      g_autofree char *title = random_title (rand);
      g_autofree char *name = aft_text_file_name (title, suffix);
      g_autofree char *base = g_path_get_basename (name);

      g_assert_cmpstr (base, ==, name);
      g_assert_true (g_utf8_validate (name, -1, NULL));
      g_assert_cmpuint (strlen (name), <=, AFT_CAP_EXPORT_NAME_BYTES);
      g_assert_cmpuint (strlen (name), >, strlen (suffix));
      g_assert_true (g_str_has_suffix (name, suffix));
      g_assert_null (strchr ("-.~ ", name[0]));
      g_assert_null (strpbrk (name, "/\\:*?\"<>|%$`\n\r\t\x1B\x01"));
      g_assert_null (strstr (name, "\u202E"));
      g_assert_null (strstr (name, "  "));
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/base/text/what cannot stay is replaced and counted", test_clean);
  g_test_add_func ("/base/text/any bytes become text", test_noise);
  g_test_add_func ("/base/text/a line has single spaces", test_line);
  g_test_add_func ("/base/text/long lines are split and nothing is lost", test_split);
  g_test_add_func ("/base/text/lines are split at spaces", test_split_at_spaces);
  g_test_add_func ("/base/text/what is invisible is shown", test_reveal);
  g_test_add_func ("/base/text/a cut is marked", test_ellipsize);
  g_test_add_func ("/base/text/words are counted", test_words);
  g_test_add_func ("/base/text/a title becomes a file name", test_file_names);
  g_test_add_func ("/base/text/a hostile title becomes a file name", test_hostile_names);
  return g_test_run ();
}
