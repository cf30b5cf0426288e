/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "format/markdown-writer.h"

#include <string.h>

#include "format/markdown-escape.h"
#include "format/markdown-prose.h"
#include "markup/node.h"
#include "support/fixtures.h"

/* No text of a user may change the structure: a Markdown reader finds the headings that were
 * written, and those only. */

static void
append_heading (GString *headings, const AftNode *node)
{
  g_autofree char *plain = aft_node_to_plain (node);

  g_string_append_printf (headings, "%u %s\n", node->level, g_strstrip (plain));
}

static char *
list_headings (const char *markdown)
{
  const char *body = strstr (markdown, "\n---\n") + strlen ("\n---\n");
  g_autoptr (GError) error = NULL;
  g_autoptr (AftNode) root = aft_node_parse (body, &error);
  GString *headings = g_string_new (NULL);

  g_assert_no_error (error);
  for (const AftNode *node = root->first; node != NULL; node = node->next)
    if (node->type == AFT_NODE_HEADING && node->level <= 3)
      append_heading (headings, node);
  return g_string_free (headings, FALSE);
}

static gboolean
is_shown (const AftField *field)
{
  return (field->kind == AFT_KIND_PROSE || field->kind == AFT_KIND_LIST) &&
         (field->flags & AFT_FIELD_INTERNAL) == 0 && strcmp (field->key, "actions") != 0;
}

static gboolean
has_content (AftRecord *root, guint field)
{
  g_autofree char *text = aft_markdown_embed (aft_record_get_text (root, field));

  return aft_record_get_field (root, field)->kind == AFT_KIND_LIST ? aft_record_has (root, field)
                                                                   : *text != '\0';
}

/* Fields by the description; sections are not compared, as their figures decide whether they are
 * there. */
static char *
expect_fields (AftRecord *root)
{
  GString *headings = g_string_new (NULL);

  for (guint section = 0; section < AFT_N_SECTIONS; section++)
    for (guint i = 0; i < AFT_DOC_N_FIELDS; i++)
      {
        const AftField *field = aft_record_get_field (root, i);

        if (field->section == section && is_shown (field) && has_content (root, i))
          g_string_append_printf (headings, "3 %s\n", aft_field_get_label (field));
      }
  return g_string_free (headings, FALSE);
}

static char *
keep_level (const char *headings, char level)
{
  g_auto (GStrv) lines = g_strsplit (headings, "\n", -1);
  GString *kept = g_string_new (NULL);

  for (guint i = 0; lines[i] != NULL; i++)
    if (*lines[i] == level)
      g_string_append_printf (kept, "%s\n", lines[i]);
  return g_string_free (kept, FALSE);
}

/* What md4c alone reads otherwise: a fence behind a tab is no fence, and one at the margin ends the
 * open fence of a list item above it. */
static gboolean
is_misread (const char *markdown)
{
  return g_regex_match_simple ("\t[ \t]*(```|~~~)", markdown, G_REGEX_DEFAULT, 0) ||
         strstr (markdown, "  ```\n  never closed") != NULL;
}

static void
test_structure (void)
{
  guint n_compared = 0;

  for (guint seed = 0; n_compared < 500; seed++)
    {
      g_autoptr (AftRecord) root = fixture_nasty_document (seed);
      g_autofree char *markdown = aft_markdown_write (root);
      g_autofree char *headings = NULL;
      g_autofree char *fields = NULL;
      g_autofree char *expected = NULL;

      if (is_misread (markdown))
        continue;
      n_compared++;
      headings = list_headings (markdown);
      fields = keep_level (headings, '3');
      expected = expect_fields (root);
      if (!g_str_equal (fields, expected))
        g_test_message ("document %u:\n%s", seed, markdown);
      g_assert_cmpstr (fields, ==, expected);
    }
}

static void
test_escape (void)
{
  static const struct
  {
    const char *text, *line, *cell;
  } cases[] = {
    { "plain text, 6.2 %", "plain text, 6.2 %", "plain text, 6.2 %" },
    { "# heading", "\\# heading", "# heading" },
    { "C# and #1", "C# and \\#1", "C# and #1" },
    { "1. one", "1\\. one", "1. one" },
    { "1.5 h", "1.5 h", "1.5 h" },
    { "- dash", "\\- dash", "- dash" },
    { "---", "\\---", "---" },
    { "+ plus", "\\+ plus", "+ plus" },
    { "> quote", "\\> quote", "> quote" },
    { "a | b", "a \\| b", "a \\| b" },
    { "*a* _b_ c_d `e`", "\\*a\\* \\_b\\_ c_d \\`e\\`", "\\*a\\* \\_b\\_ c_d \\`e\\`" },
    { "<b> [x](y)", "\\<b> \\[x\\](y)", "\\<b> \\[x\\](y)" },
    { "C:\\temp \\* \\", "C:\\temp \\\\\\* \\", "C:\\temp \\\\\\* \\" },
    { "AT&T &amp; &", "AT&T \\&amp; &", "AT&T \\&amp; &" },
    { "two\nlines", "two lines", "two<br>lines" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *line = aft_markdown_escape_line (cases[i].text);
      g_autofree char *cell = aft_markdown_escape_cell (cases[i].text);
      g_autofree char *back = aft_markdown_unescape (cell, -1);

      g_assert_cmpstr (line, ==, cases[i].line);
      g_assert_cmpstr (cell, ==, cases[i].cell);
      g_assert_cmpstr (back, ==, cases[i].text);
    }
}

static void
test_cell (void)
{
  static const struct
  {
    const char *prose, *cell;
  } cases[] = {
    { "*as* **it** is", "*as* **it** is" },
    { "a | b", "a \\| b" },
    { "`a | b`", "`a \\| b`" },
    { "<td> and 1 < 2", "\\<td> and 1 < 2" },
    { "`<td>`", "`<td>`" },
    { "<https://example.com>", "<https://example.com>" },
    { "one\ntwo", "one<br>two" },
    { "a\\\\b", "a\\\\b" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *cell = aft_markdown_embed_cell (cases[i].prose);
      g_autofree char *back = aft_markdown_extract_cell (cell, -1);

      g_assert_cmpstr (cell, ==, cases[i].cell);
      g_assert_cmpstr (back, ==, cases[i].prose);
    }
}

static void
test_yaml (void)
{
  static const struct
  {
    const char *text, *scalar;
  } cases[] = {
    { "plain", "\"plain\"" },
    { "a \"b\" \\", "\"a \\\"b\\\" \\\\\"" },
    { "a\nb\tc", "\"a\\nb\\u0009c\"" },
    { "\xC2\x85\xE2\x80\xA8\xEF\xBB\xBF", "\"\\u0085\\u2028\\ufeff\"" },
    { "日本語 🚒", "\"日本語 🚒\"" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *scalar = aft_markdown_yaml_string (cases[i].text);

      g_assert_cmpstr (scalar, ==, cases[i].scalar);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/format/markdown-writer/no prose makes a heading of ours", test_structure);
  g_test_add_func ("/format/markdown-writer/what is no Markdown is escaped", test_escape);
  g_test_add_func ("/format/markdown-writer/prose stays in its cell", test_cell);
  g_test_add_func ("/format/markdown-writer/YAML strings are quoted", test_yaml);
  return g_test_run ();
}
