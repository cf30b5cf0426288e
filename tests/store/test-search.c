/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "format/json-writer.h"
#include "library-fixture.h"
#include "model/schema.h"
#include "store/shelf.h"
#include "support/fixtures.h"

#define N_RANDOM 2000

static const char *const hostile[] = { "\"", "\"\"",  "*",           "a*",      "^a",      "a AND",
                                       "OR", "NOT a", "NEAR(a b)",   "title:a", "-a",      "(",
                                       ")",  "a + b", "{title} : a", "a:b",     "'",       ";--",
                                       "\\", "%",     "a\"b*",       "\t\n ",   "\xff\xfe" };

static AftLibrary *
make_library (void)
{
  AftLibrary *library = aft_library_open ("", NULL);

  library_save (library, "body", "Slow pages", "The queue was full in München.");
  library_save (library, "title", "Queue full", "Workers stood still.");
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

/* The first letters of each step find what the whole word finds. */
static void
test_typing (void)
{
  static const char *const words[] = { "queue", "München", "was the queue full in" };
  g_autoptr (AftLibrary) library = make_library ();

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    for (const char *p = words[i]; *p != '\0'; p = g_utf8_next_char (p))
      {
        g_autofree char *typed = g_strndup (words[i], g_utf8_next_char (p) - words[i]);
        g_autofree char *ids = find (library, typed);

        g_assert_nonnull (strstr (ids, "body"));
      }
  aft_library_close (library);
}

static void
test_diacritics (void)
{
  static const char *const cases[][2] = {
    { "Größe ist naïve", "grosse" }, /* sharp s is a letter of its own: not found */
    { "Größe ist naïve", "GROẞE" },
    { "Größe ist naïve", "große" },
    { "Größe ist naïve", "NAIVE" },
    { "échoué côté", "echoue COTE" },
    { "e\xCC\x81"
      "chec",
      "échec" },
    { "Ångström", "angstrom" },
    { "ошибка Ёлка", "ОШИБКА" },
    { "Việt Nam", "viet" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (AftLibrary) library = aft_library_open ("", NULL);
      g_autofree char *ids = NULL;

      library_save (library, "a", "", cases[i][0]);
      ids = find (library, cases[i][1]);
      g_assert_cmpstr (ids, ==, i < 1 ? "" : "a ");
    }
}

/* n words "w0 w1 …", or last to first. */
static char *
count_words (guint n, gboolean backwards)
{
  GString *words = g_string_new (NULL);

  for (guint i = 0; i < n; i++)
    g_string_append_printf (words, "w%u ", backwards ? n - 1 - i : i);
  return g_string_free (words, FALSE);
}

static void
test_many_words (void)
{
  static const guint counts[] = { 1, 15, 16, 17, 40, 300, 5000 };
  g_autoptr (AftLibrary) library = aft_library_open ("", NULL);
  g_autofree char *all = count_words (5000, FALSE);

  library_save (library, "a", "", all);
  for (guint i = 0; i < G_N_ELEMENTS (counts); i++)
    {
      g_autofree char *query = count_words (counts[i], TRUE);
      g_autofree char *ids = find (library, query);

      g_assert_cmpstr (ids, ==, "a ");
    }
}

static void
test_narrowing (void)
{
  g_autoptr (AftLibrary) library = aft_library_open ("", NULL);
  g_autofree char *all = count_words (40, FALSE);
  g_autofree char *query = g_strconcat (all, "missing", NULL);
  g_autofree char *ids = NULL;

  library_save (library, "a", "", all);
  ids = find (library, query);
  g_assert_cmpstr (ids, ==, "");
}

static void
test_snippet (void)
{
  g_autoptr (AftLibrary) library = aft_library_open ("", NULL);
  g_autoptr (GPtrArray) entries = NULL;
  g_autofree char *filler = g_strnfill (4000, 'x');
  g_autofree char *text = NULL;
  const char      *snippet;

  for (guint i = 10; i < 4000; i += 10)
    filler[i] = ' ';
  text = g_strconcat (filler, "\n\nthe **certificate** had expired\n\n", filler, NULL);
  library_save (library, "a", "Title", text);
  entries = aft_library_search (library, "certif", 5, NULL);
  g_assert_cmpuint (entries->len, ==, 1);
  snippet = aft_entry_get_snippet (entries->pdata[0]);
  g_assert_nonnull (strstr (snippet, "the certificate had expired"));
  g_assert_null (strchr (snippet, '\n'));
  g_assert_cmpuint (strlen (snippet), <, 400);
}

/* Every text that a person can write is found, and none that nobody wrote. */
static void
assert_all_found (AftLibrary *library, AftRecord *record)
{
  const AftSchema *schema = aft_record_get_schema (record);

  for (guint i = 0; i < schema->n_fields; i++)
    {
      const AftField *field = &schema->fields[i];
      AftRecordList  *list = aft_record_get_list (record, i);
      gboolean        is_text = field->kind == AFT_KIND_LINE || field->kind == AFT_KIND_PROSE;

      for (guint row = 0; list != NULL && row < aft_record_list_get_length (list); row++)
        assert_all_found (library, aft_record_list_get (list, row));
      if (list == NULL && is_text && (field->flags & AFT_FIELD_INTERNAL) == 0)
        {
          g_autofree char *ids = find (library, aft_record_get_text (record, i));

          g_assert_cmpstr (ids, !=, "");
        }
    }
}

/* Gives each text field of the document a word of its own. */
static void
number_texts (AftRecord *record, guint *n)
{
  const AftSchema *schema = aft_record_get_schema (record);

  for (guint i = 0; i < schema->n_fields; i++)
    {
      const AftField *field = &schema->fields[i];
      AftRecordList  *list = aft_record_get_list (record, i);
      g_auto (AftValue) value = AFT_VALUE_INIT;
      g_autofree char *word = g_strdup_printf ("word%uend", (*n)++);

      for (guint row = 0; list != NULL && row < aft_record_list_get_length (list); row++)
        number_texts (aft_record_list_get (list, row), n);
      if (list != NULL || (field->kind != AFT_KIND_LINE && field->kind != AFT_KIND_PROSE))
        continue;
      aft_value_set_text (&value, word);
      aft_record_init_value (record, i, &value);
    }
}

static void
test_fields (void)
{
  g_autoptr (AftLibrary) library = aft_library_open ("", NULL);
  g_autoptr (AftRecord) root = fixture_full_document (1);
  g_autoptr (GBytes) json = NULL;
  g_autofree char *word = NULL;
  g_autofree char *ids = NULL;
  guint            n = 0;
  gsize            length;
  char            *text;

  number_texts (root, &n);
  text = aft_json_write (root, &length);
  json = g_bytes_new_take (text, length);
  g_assert_true (aft_library_save (library, aft_record_get_text (root, AFT_DOC_ID), json, NULL));
  assert_all_found (library, root);
  g_assert_cmpuint (n, >, 60);
  word = g_strdup_printf ("word%uend", n);
  ids = find (library, word);
  g_assert_cmpstr (ids, ==, "");
}

static void
test_order (void)
{
  g_autoptr (AftLibrary) library = aft_library_open ("", NULL);
  g_autofree char *ids = NULL;
  g_autofree char *newest = NULL;

  library_save (library, "old", "", "cache cache cache and nothing else of note");
  library_save (library, "new", "", "one cache among many other words that say something else");
  library_save (library, "titled", "The cache", "words");
  ids = find (library, "cache");
  g_assert_cmpstr (ids, ==, "titled old new ");
  newest = find (library, "ca");
  g_assert_cmpstr (newest, ==, "titled new old ");
}

static void
test_saved_again (void)
{
  g_autoptr (AftLibrary) library = make_library ();
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;

  library_save (library, "body", "Slow pages", "The disk was full.");
  before = find (library, "munchen");
  g_assert_cmpstr (before, ==, "");
  after = find (library, "disk");
  g_assert_cmpstr (after, ==, "body ");
}

static void
test_long_query (void)
{
  static const char *const parts[] = { "\"", "a", "(", "\" OR \"", "é", "NEAR(", "word ", "\xff" };

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      g_autoptr (AftLibrary) library = make_library ();
      g_autoptr (GString) query = g_string_new (NULL);

      while (query->len < 10000)
        g_string_append (query, parts[i]);
      g_free (find (library, query->str));
      aft_library_close (library);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/store/search/all words, last a prefix, title first", test_matches);
  g_test_add_func ("/store/search/any text is a query", test_hostile);
  g_test_add_func ("/store/search/10,000 characters are a query", test_long_query);
  g_test_add_func ("/store/search/each letter typed keeps the match", test_typing);
  g_test_add_func ("/store/search/case and diacritics do not matter", test_diacritics);
  g_test_add_func ("/store/search/any number of words, in any order", test_many_words);
  g_test_add_func ("/store/search/each of forty words narrows", test_narrowing);
  g_test_add_func ("/store/search/the snippet shows the match on one line", test_snippet);
  g_test_add_func ("/store/search/every text field is found", test_fields);
  g_test_add_func ("/store/search/by rank, by age while it is short", test_order);
  g_test_add_func ("/store/search/what was saved again is found as it is now", test_saved_again);
  return g_test_run ();
}
