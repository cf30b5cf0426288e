/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "format/json-writer.h"
#include "store/library.h"
#include "support/fixtures.h"

#define N_RANDOM 2000

static const char *const hostile[] = { "\"", "\"\"",  "*",           "a*",      "^a",      "a AND",
                                       "OR", "NOT a", "NEAR(a b)",   "title:a", "-a",      "(",
                                       ")",  "a + b", "{title} : a", "a:b",     "'",       ";--",
                                       "\\", "%",     "a\"b*",       "\t\n ",   "\xff\xfe" };

static void
save (AftLibrary *library, const char *id, const char *title, const char *overview)
{
  g_autoptr (AftPostmortem) postmortem = fixture_postmortem ();
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) json = NULL;
  AftRecord *root = aft_postmortem_get_root (postmortem);
  gsize      length;
  char      *text;

  aft_postmortem_set_text (postmortem, root, AFT_DOC_ID, id);
  aft_postmortem_set_text (postmortem, root, AFT_DOC_TITLE, title);
  aft_postmortem_set_text (postmortem, root, AFT_DOC_SUMMARY_OVERVIEW, overview);
  text = aft_json_write (root, &length);
  json = g_bytes_new_take (text, length);
  aft_library_save (library, id, json, &error);
  g_assert_no_error (error);
}

static AftLibrary *
make_library (void)
{
  AftLibrary *library = aft_library_open ("", NULL);

  save (library, "body", "Slow pages", "The queue was full in München.");
  save (library, "title", "Queue full", "Workers stood still.");
  return library;
}

static char *
find (AftLibrary *library, const char *query)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) entries = aft_library_search (library, query, 50, &error);
  g_autoptr (GString) ids = g_string_new (NULL);

  g_assert_no_error (error);
  for (guint i = 0; i < entries->len; i++)
    g_string_append_printf (ids, "%s ", aft_entry_get_id (entries->pdata[i]));
  return g_string_free (g_steal_pointer (&ids), FALSE);
}

static void
test_matches (void)
{
  static const char *const cases[][2] = {
    { "queue", "title body " },    { "full queue", "title body " },
    { "queue workers", "title " }, { "mun", "body " },
    { "work", "title " },          { "orkers", "" },
    { "absent queue", "" },
  };
  g_autoptr (AftLibrary) library = make_library ();

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *ids = find (library, cases[i][0]);

      g_assert_cmpstr (ids, ==, cases[i][1]);
    }
  aft_library_close (library);
}

static void
test_hostile (void)
{
  g_autoptr (AftLibrary) library = make_library ();

  for (guint i = 0; i < G_N_ELEMENTS (hostile); i++)
    g_free (find (library, hostile[i]));
  for (guint i = 0; i < N_RANDOM; i++)
    {
      char query[24] = "";

      for (guint j = 0; j < sizeof query - 1; j++)
        query[j] = g_test_rand_int_range (0, 2) ? g_test_rand_int_range (1, 256) : "\"*():^"[j % 6];
      g_free (find (library, query));
    }
  aft_library_close (library);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/store/search/all words, last a prefix, title first", test_matches);
  g_test_add_func ("/store/search/any text is a query", test_hostile);
  return g_test_run ();
}
