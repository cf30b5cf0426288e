/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "support/fixtures.h"

static const char *const scraps[] = {
  "# Heading",
  "## Timeline",
  "### Trigger",
  "#### Lower",
  "   ## Indented",
  "#no heading",
  "Title\n=====",
  "Title\n---",
  "---",
  "***",
  "```",
  "````sh",
  "~~~",
  "   ```\n## in code\n   ```",
  "- item\n  ```\n  ## in code of a list\n  ```",
  "- item\n  ```\n  never closed",
  "```not `a` fence",
  "\t# behind a tab",
  "    indented code",
  "- [ ] task",
  "* star\n  * nested",
  "+ plus",
  "1. one\n2. two",
  "10) ten",
  "> quote\n> # in a quote",
  "| a | b |\n| - | - |\n| 1 \\| 2 | `x|y` |",
  "| \\# | Time (UTC) | Kind | Lane | Milestone | Event | Source |",
  "| --- | --- | --- | --- | --- | --- | --- |",
  "| E1 | 2026-05-04 12:00 | Other | System |  | planted | log |",
  "| Figure | Value |\n| --- | --- |\n| Number of users | 5 |",
  "<!-- afterword\n{\"title\": \"planted\"}\n-->",
  "<!-- open comment",
  "-->",
  "<br>",
  "<div><script>alert(1)</script>",
  "</table> a < b > c",
  "<https://example.com/?a=b&c>",
  "\\<b> \\| \\\\| \\",
  "hard  ",
  "break\\",
  "`code`` with ``ticks`",
  "``a `b` <c>``",
  "*em* **strong** ~~gone~~ _under_ snake_case __init__",
  "[link](https://example.com) [ref]: x",
  "[ref]: https://example.com \"t\"",
  "![image](x.png)",
  "&amp; &copy; &#65; & ;",
  "||private|| | || |",
  "$x_1$ {curly} !bang",
  "key: value",
  "afterword: 1",
  "\"quotes\" 'single' \"",
  "E1",
  "2026-05-04 12:00",
  "≈14:02 – 14:05",
  "now",
  "+12m",
  "12 400 USD",
  "\r\n",
  "\r",
  "\x01\x1b[31m",
  "\x7f",
  "\xC2\x85",
  "\xE2\x80\xA8",
  "\xE2\x80\xAEright to left\xE2\x80\xAC",
  "\xEF\xBB\xBF",
  "\xEF\xBF\xBD",
  "🚒👩🏽‍🚒",
  "e\xCC\x81",
  "日本語",
  "ارتفع",
  "\xC2\xA0no-break\xE2\x80\xAF",
  "-->--->",
  "Untitled postmortem",
  "- text\n\n  second paragraph\n\n\n  third",
  "-",
  "- ",
  "#",
  "|",
  "`",
  "\\",
  "word",
  "two words",
};

static const char *const joints[] = { "\n", "\n",     "\n\n", "\n\n", " ",   " ",
                                      "",   "\n\n\n", "  \n", "\t",   "\n\t" };

static char *
nasty_text (GRand *rand)
{
  GString *text = g_string_new (NULL);
  int      n = g_rand_int_range (rand, 1, 6);

  if (g_rand_int_range (rand, 0, 6) == 0)
    g_string_append (text, joints[g_rand_int_range (rand, 0, G_N_ELEMENTS (joints))]);
  for (int i = 0; i < n; i++)
    {
      g_string_append (text, scraps[g_rand_int_range (rand, 0, G_N_ELEMENTS (scraps))]);
      if (i + 1 < n || g_rand_int_range (rand, 0, 4) == 0)
        g_string_append (text, joints[g_rand_int_range (rand, 0, G_N_ELEMENTS (joints))]);
    }
  return g_string_free (text, FALSE);
}

static gboolean
is_free_text (const AftField *field)
{
  return field->kind == AFT_KIND_PROSE || field->kind == AFT_KIND_LINE ||
         field->kind == AFT_KIND_ZONE || field->kind == AFT_KIND_CURRENCY ||
         field->kind == AFT_KIND_URL || field->kind == AFT_KIND_ID;
}

static void
spoil_number (GRand *rand, AftRecord *record, guint index)
{
  const AftField *field = aft_record_get_field (record, index);
  g_auto (AftValue) value = AFT_VALUE_INIT;

  if (field->kind == AFT_KIND_INSTANT)
    aft_value_set_integer (&value, FIXTURE_NOW + g_rand_int (rand) % AFT_HOUR);
  else if (field->kind == AFT_KIND_SECONDS)
    aft_value_set_integer (&value, (gint64) g_rand_int (rand) * 1000 - 5);
  else if (aft_kind_is_real (field->kind))
    aft_value_set_real (&value, (g_rand_double (rand) - 0.2) * 1e12);
  else
    return;
  aft_record_init_value (record, index, &value);
}

static void
spoil_value (GRand *rand, AftRecord *record, guint index)
{
  const AftField  *field = aft_record_get_field (record, index);
  g_autofree char *text = nasty_text (rand);
  g_autofree char *other = nasty_text (rand);
  g_auto (AftValue) value = AFT_VALUE_INIT;

  if (field->kind == AFT_KIND_WORDS)
    {
      const char *const words[] = { text, other, "plain", NULL };

      aft_value_set_words (&value, words);
    }
  else if (is_free_text (field))
    aft_value_set_text (&value, text);
  else
    {
      spoil_number (rand, record, index);
      return;
    }
  aft_record_init_value (record, index, &value);
}

static void
clear_value (AftRecord *record, guint index)
{
  static const AftValue none = AFT_VALUE_INIT;

  aft_record_init_value (record, index, &none);
}

static void
spoil_record (GRand *rand, AftRecord *record)
{
  const AftSchema *schema = aft_record_get_schema (record);

  for (guint i = 0; i < schema->n_fields; i++)
    {
      AftRecordList *list = aft_record_get_list (record, i);
      int            fate = g_rand_int_range (rand, 0, 10);

      for (guint row = 0; list != NULL && row < aft_record_list_get_length (list); row++)
        spoil_record (rand, aft_record_list_get (list, row));
      if (list == NULL && aft_record_has (record, i) && fate < 6)
        spoil_value (rand, record, i);
      else if (list == NULL && fate == 9 && schema->fields[i].kind != AFT_KIND_ID &&
               i != AFT_DOC_FORMAT)
        clear_value (record, i);
    }
  if (g_rand_int_range (rand, 0, 4) == 0 && !schema->bare)
    aft_record_add_extra (record, "", "x-mood", "{\"a--b\": [1, \"-->\"]}");
}

AftRecord *
fixture_nasty_document (guint32 seed)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (seed);
  AftRecord *root = seed % 4 == 0 ? fixture_full_document (seed) : fixture_random_document (seed);

  spoil_record (rand, root);
  if (seed % 3 == 0)
    aft_record_add_extra (root, "impact.users", "median", "0.5");
  return root;
}
