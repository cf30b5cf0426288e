/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "typeset/hyphenation.h"

#include <glib/gstdio.h>
#include <string.h>

/* Patterns of made-up languages, in a data folder of the test's own. */

static const struct
{
  const char *name, *text;
} files[] = {
  { "hyph_xa.dic", "UTF-8\nLEFTHYPHENMIN 2\n# none\nre1pre\nre1sen\nsen1ta\n1tion\n" },
  { "hyph_xb_XB.dic",
    "ISO8859-1\ngr\xF6"
    "1\xDF"
    "en\n\xDF"
    "en1ord\n" },
  { "hyph_xc.dic", "UTF-8\ndaten1bank\nNEXTLEVEL\nda1ten\n.bank1ver\nver1bin\n2b.\n" },
  { "hyph_xc_YY.dic", "UTF-8\nd1aten\n" },
  { "hyph_xd.dic", "no such set\na1b\n" },
  { "hyph_xe.dic", "UTF-8\n" },
};

static char *
spell (const char *language, const char *word)
{
  const AftHyphenation *hyphenation = aft_hyphenation_get (language);
  g_autoptr (GArray) places = NULL;
  GString *divided = g_string_new (word);

  g_test_message ("%s", language);
  g_assert_nonnull (hyphenation);
  places = aft_hyphenation_divide (hyphenation, word, strlen (word));
  for (guint i = places->len; i > 0; i--)
    g_string_insert_c (divided, (gssize) g_array_index (places, gsize, i - 1), '|');
  return g_string_free (divided, FALSE);
}

static void
test_words (void)
{
  static const struct
  {
    const char *language, *word, *expected;
  } cases[] = {
    { "xa", "representation", "repre|sen|ta|tion" },
    { "xa", "Representation", "Repre|sen|ta|tion" },
    { "xa", "station", "sta|tion" },
    { "xa", "action", "action" }, /* two letters before are too few */
    { "xa", "", "" },
    { "xb", "Größenordnung", "Grö|ßen|ordnung" },
    { "xc", "Datenbankverbindung", "Daten|bank|ver|bindung" },
    { "xc-YY", "Datenbank", "Datenbank" },
    { "XC-de", "Datenbank", "Daten|bank" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *divided = spell (cases[i].language, cases[i].word);

      g_assert_cmpstr (divided, ==, cases[i].expected);
    }
}

static void
test_unknown (void)
{
  static const char *const languages[] = { NULL, "", "x", "xz", "xd", "../xa", "xa/..", "-xa" };

  for (guint i = 0; i < G_N_ELEMENTS (languages); i++)
    g_assert_null (aft_hyphenation_get (languages[i]));
}

static void
test_empty (void)
{
  g_autofree char *divided = spell ("xe", "representation");

  g_assert_cmpstr (divided, ==, "representation");
}

static void
test_once (void)
{
  g_assert_true (aft_hyphenation_get ("xa") == aft_hyphenation_get ("xa"));
}

static void
test_long (void)
{
  g_autofree char *word = g_strnfill (3000, 'a');
  g_autofree char *divided = spell ("xa", word);

  g_assert_cmpstr (divided, ==, word);
}

static void
change_files (const char *folder, gboolean write)
{
  for (guint i = 0; i < G_N_ELEMENTS (files); i++)
    {
      g_autofree char *path = g_build_filename (folder, files[i].name, NULL);

      if (write)
        g_assert_true (g_file_set_contents (path, files[i].text, -1, NULL));
      else
        g_remove (path);
    }
}

int
main (int argc, char *argv[])
{
  g_autofree char *data = g_dir_make_tmp ("afterword-XXXXXX", NULL);
  g_autofree char *folder = g_build_filename (data, "hyphen", NULL);
  int              status;

  g_assert_cmpint (g_mkdir (folder, 0700), ==, 0);
  change_files (folder, TRUE);
  g_setenv ("XDG_DATA_DIRS", data, TRUE);
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/typeset/hyphenation/words are divided by their language", test_words);
  g_test_add_func ("/typeset/hyphenation/an unknown language has no places", test_unknown);
  g_test_add_func ("/typeset/hyphenation/a file without patterns divides nothing", test_empty);
  g_test_add_func ("/typeset/hyphenation/patterns are read once", test_once);
  g_test_add_func ("/typeset/hyphenation/what is longer than any word is left whole", test_long);
  status = g_test_run ();
  change_files (folder, FALSE);
  g_rmdir (folder);
  g_rmdir (data);
  return status;
}
