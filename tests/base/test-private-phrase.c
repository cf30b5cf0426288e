/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/private-phrase.h"

#include <string.h>

static void
test_find (void)
{
  AftPrivatePhrase phrase;
  const char      *text = "a ||b|| c |||| d || e";

  g_assert_false (aft_private_phrase_find ("a | b", 0, &phrase));
  g_assert_true (aft_private_phrase_find (text, 0, &phrase));
  g_assert_cmpuint (phrase.start, ==, 2);
  g_assert_cmpuint (phrase.end, ==, 7);
  g_assert_true (aft_private_phrase_find (text, phrase.end, &phrase));
  g_assert_cmpuint (phrase.start, ==, 10);
  g_assert_cmpuint (phrase.end, ==, 14);
  g_assert_true (aft_private_phrase_find (text, phrase.end, &phrase));
  g_assert_true (phrase.is_open);
  g_assert_cmpuint (phrase.end, ==, strlen (text));
  g_assert_false (aft_private_phrase_find (text, phrase.end, &phrase));
}

static void
test_remove (void)
{
  static const struct
  {
    const char *text, *kept;
  } cases[] = {
    { "", "" },
    { "nothing | here", "nothing | here" },
    { "a ||b|| c", "a c" },
    { "a||b||c", "ac" },
    { "||b|| c", "c" },
    { "a ||b||", "a " },
    { "a ||b||, c", "a , c" },
    { "a || b", "a " },
    { "a ||b|| ||c|| d", "a d" },
    { "a ||b\nc|| d", "a d" },
    { "||a||\nb", "b" },
    { "a\n||b||", "a" },
    { "a\n||b||\nc\n", "a\nc\n" },
    { "- a\n- ||b||\n- c", "- a\n- c" },
    { "- a\n- [ ] ||b||", "- a" },
    { "1. ||a||\n2. b", "2. b" },
    { "> ||a||\n> b", "> b" },
    { "# ||a||\n\nb", "\nb" },
    { "||a||", "" },
    { "-\n||a||\n-", "-\n-" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *kept = aft_private_phrase_remove (cases[i].text);

      g_test_message ("%s", cases[i].text);
      g_assert_cmpstr (kept, ==, cases[i].kept);
    }
}

/* In the texts, [ and ] are the ends of the selection, ^ is the cursor. */
static char *
toggle (const char *marked)
{
  g_autoptr (GString) text = g_string_new (marked);
  const char *cursor = strchr (marked, '^');
  gsize       start = strcspn (marked, "[^");
  gsize       end = start;
  char       *result;

  g_string_erase (text, (gssize) start, 1);
  if (cursor == NULL)
    {
      end = strcspn (text->str, "]");
      g_string_erase (text, (gssize) end, 1);
    }
  result = aft_private_phrase_toggle (text->str, &start, &end);
  if (result == NULL)
    return NULL;
  g_string_assign (text, result);
  g_string_insert_c (text, (gssize) end, ']');
  g_string_insert_c (text, (gssize) start, '[');
  g_free (result);
  return g_strdup (text->str);
}

static void
test_toggle (void)
{
  static const struct
  {
    const char *before, *after;
  } cases[] = {
    { "told [Acme Ltd] late", "told [||Acme Ltd||] late" },
    { "told[ Acme ]late", "told [||Acme||] late" },
    { "told Ac^me, late", "told [||Acme||], late" },
    { "told ^Acme", "told [||Acme||]" },
    { "to (ada@example.org^).", "to ([||ada@example.org||])." },
    { "told ||Ac^me|| late", "told [Acme] late" },
    { "told ||[Acme]|| late", "told [Acme] late" },
    { "told [||Acme||] late", "told [Acme] late" },
    { "told ||Acme ^late", "told [Acme late]" },
    { "[told ||Acme|| late]", "[||told Acme late||]" },
    { "[told ||Ac]me|| late", "[||told Acme||] late" },
    { "||told|| [Acme]", "||told|| [||Acme||]" },
    { "||told|| ||Ac^me||", "||told|| [Acme]" },
    { "[one\ntwo]", "[||one||\n||two||]" },
    { "- [one\n- two]", "- [||one||\n- ||two||]" },
    { "größ^er", "[||größer||]" },
    { "a ^ b", NULL },
    { "^", NULL },
    { "a ^, b", NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *after = toggle (cases[i].before);

      g_test_message ("%s", cases[i].before);
      g_assert_cmpstr (after, ==, cases[i].after);
    }
}

/* Marked and unmarked is the text as it was. */
static void
test_round_trip (void)
{
  static const char text[] = "The queue of Acme Ltd. filled up at 14:02.";

  for (gsize start = 0; start < strlen (text); start++)
    for (gsize end = start; end <= strlen (text); end++)
      {
        gsize            from = start, to = end;
        g_autofree char *marked = aft_private_phrase_toggle (text, &from, &to);
        g_autofree char *again =
            marked != NULL ? aft_private_phrase_toggle (marked, &from, &to) : g_strdup (text);

        g_assert_cmpstr (again, ==, text);
      }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/base/private-phrase/a phrase ends at the next mark", test_find);
  g_test_add_func ("/base/private-phrase/nothing tells where one was", test_remove);
  g_test_add_func ("/base/private-phrase/the key marks and unmarks", test_toggle);
  g_test_add_func ("/base/private-phrase/twice the key changes nothing", test_round_trip);
  return g_test_run ();
}
