/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "markup/node.h"

#include <string.h>

#include "base/caps.h"

/* A tree as text: "p(text em(text))", with what distinguishes nodes of a type behind a colon. */

static void dump_children (GString *out, const AftNode *node);

static const char *
get_name (AftNodeType type)
{
  static const char *const names[] = {
    [AFT_NODE_DOCUMENT] = "doc",     [AFT_NODE_PARAGRAPH] = "p",     [AFT_NODE_HEADING] = "h",
    [AFT_NODE_LIST] = "list",        [AFT_NODE_ITEM] = "item",       [AFT_NODE_QUOTE] = "quote",
    [AFT_NODE_CODE_BLOCK] = "block", [AFT_NODE_RULE] = "rule",       [AFT_NODE_TABLE] = "table",
    [AFT_NODE_ROW] = "row",          [AFT_NODE_CELL] = "cell",       [AFT_NODE_TEXT] = "text",
    [AFT_NODE_EMPHASIS] = "em",      [AFT_NODE_STRONG] = "strong",   [AFT_NODE_STRIKE] = "strike",
    [AFT_NODE_CODE] = "code",        [AFT_NODE_LINK] = "link",       [AFT_NODE_PRIVATE] = "private",
    [AFT_NODE_SPAN] = "span",        [AFT_NODE_SOFT_BREAK] = "soft", [AFT_NODE_LINE_BREAK] = "br",
  };

  return names[type];
}

static void
dump_details (GString *out, const AftNode *node)
{
  static const char *const aligns[] = { "", ":left", ":center", ":right" };
  static const char *const tasks[] = { "", ":open", ":done" };

  if (node->type == AFT_NODE_HEADING)
    g_string_append_printf (out, "%u", node->level);
  if (node->type == AFT_NODE_LIST && node->ordered)
    g_string_append_printf (out, ":%u", node->start);
  if (node->type == AFT_NODE_LIST && !node->tight)
    g_string_append (out, ":loose");
  g_string_append (out, tasks[node->task]);
  g_string_append (out, aligns[node->align]);
  if (node->type == AFT_NODE_ROW && node->is_header)
    g_string_append (out, ":head");
  if (node->target != NULL)
    g_string_append_printf (out, ":%s", node->target);
}

static void
dump (GString *out, const AftNode *node)
{
  if (node->type == AFT_NODE_TEXT)
    {
      g_string_append (out, node->text);
      return;
    }
  g_string_append (out, get_name (node->type));
  dump_details (out, node);
  if (node->first != NULL || node->text != NULL)
    {
      g_string_append_c (out, '(');
      g_string_append (out, node->text != NULL ? node->text : "");
      dump_children (out, node);
      g_string_append_c (out, ')');
    }
}

static void
dump_children (GString *out, const AftNode *node)
{
  for (const AftNode *child = node->first; child != NULL; child = child->next)
    {
      g_assert_true (child->parent == node);
      g_assert_true (child->next != NULL || node->last == child);
      if (child != node->first)
        g_string_append_c (out, ' ');
      dump (out, child);
    }
}

static char *
parse (const char *markdown)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (AftNode) root = aft_node_parse (markdown, &error);
  GString *out = g_string_new (NULL);

  g_assert_no_error (error);
  g_assert_cmpint (root->type, ==, AFT_NODE_DOCUMENT);
  dump_children (out, root);
  return g_string_free (out, FALSE);
}

static const struct
{
  const char *name, *markdown, *tree;
} cases[] = {
  { "nothing", "", "" },
  { "blank lines", "\n \n\t\n", "" },
  { "a paragraph", "one", "p(one)" },
  { "two paragraphs", "one\n\ntwo", "p(one) p(two)" },
  { "a soft break", "one\ntwo", "p(one soft two)" },
  { "hard breaks", "one  \ntwo\\\nthree", "p(one br two br three)" },
  { "headings", "# a\n### b\n###### c", "h1(a) h3(b) h6(c)" },
  { "a heading with a line below it", "a\n===\n\nb\n---", "h1(a) h2(b)" },
  { "seven marks are no heading", "####### a", "p(####### a)" },
  { "a rule", "a\n\n---", "p(a) rule" },
  { "a list", "- a\n- b", "list(item(a) item(b))" },
  { "a loose list", "- a\n\n- b", "list:loose(item(p(a)) item(p(b)))" },
  { "a numbered list", "3. a\n4. b", "list:3(item(a) item(b))" },
  { "a list in a list", "- a\n  - b", "list(item(a list(item(b))))" },
  { "tasks", "- [ ] a\n- [x] b\n- [X] c", "list(item:open(a) item:done(b) item:done(c))" },
  { "a quote", "> a\n>> b", "quote(p(a) quote(p(b)))" },
  { "fenced code", "```sh -x\nls <a> &amp;\n\n# b\n```", "block:sh -x(ls <a> &amp;\n\n# b)" },
  { "indented code", "    a\n      b", "block(a\n  b)" },
  { "a fence that is never closed", "~~~\na", "block(a)" },
  { "a table",
    "| a | b | c | d |\n|---|:--|:-:|--:|\n| 1 | *2* | `3` | |",
    "table(row:head(cell(a) cell:left(b) cell:center(c) cell:right(d)) "
    "row(cell(1) cell:left(em(2)) cell:center(code(3)) cell:right))" },
  { "a pipe in a cell", "| a |\n|---|\n| 1 \\| 2 |", "table(row:head(cell(a)) row(cell(1 | 2)))" },
  { "emphasis",
    "*a* **b** ***c*** ~~d~~ e_f_g",
    "p(em(a)   strong(b)   em(strong(c))   strike(d)  e_f_g)" },
  { "code", "`a *b*` ``c ` d``", "p(code(a *b*)   code(c ` d))" },
  { "code over two lines", "`a\nb`", "p(code(a b))" },
  { "a link", "[a *b*](https://example.com \"t\")", "p(link:https://example.com(a  em(b)))" },
  { "a link by its address",
    "<https://example.com>",
    "p(link:https://example.com(https://example.com))" },
  { "a bare address",
    "see https://example.com.",
    "p(see  link:https://example.com(https://example.com) .)" },
  { "a mail address", "<a@example.com>", "p(link:mailto:a@example.com(a@example.com))" },
  { "a link by reference", "[a][r]\n\n[r]: https://example.com", "p(link:https://example.com(a))" },
  { "a script is no link", "[a](javascript:alert(1))", "p(span(a))" },
  { "data is no link", "[a](data:text/html,x)", "p(span(a))" },
  { "a file is no link", "[a](file:///etc/passwd)", "p(span(a))" },
  { "a path is no link", "[a](../x.md)", "p(span(a))" },
  { "an image keeps its words", "![a](x.png)", "p(span(a))" },
  { "HTML is text", "a <b>c</b>", "p(a <b>c</b>)" },
  { "a block of HTML is text", "<div>\n*a*\n</div>", "p(<div>\n*a*\n</div>)" },
  { "a comment is text", "<!-- a -->", "p(<!-- a -->)" },
  { "entities", "&amp;&lt;&#65;&#x1F692;&nbsp;", "p(&<A🚒\xC2\xA0)" },
  { "entities that are none", "&unknown; &#0; &#xD800;", "p(&unknown; &#0; &#xD800;)" },
  { "escapes", "\\*a\\* \\# \\|", "p(*a* # |)" },
  { "a private phrase", "a ||b|| c", "p(a  private(b)  c)" },
  { "two private phrases", "||a|| ||b||", "p( private(a)   private(b) )" },
  { "an open mark is text", "a || b", "p(a || b)" },
  { "an empty phrase is text", "a |||| b", "p(a |||| b)" },
  { "a phrase behind an empty one", "|||| ||b||", "p(||||  private(b) )" },
  { "a phrase with emphasis in it", "a ||b *c* d|| e", "p(a  private(b  em(c)  d)  e)" },
  { "a phrase over lines", "a ||b\nc|| d ||e||", "p(a  private(b soft c)  d  private(e) )" },
  { "a phrase that ends in emphasis is text", "a ||b *c|| d*", "p(a ||b  em(c|| d))" },
  { "code is not private", "`||a||`", "p(code(||a||))" },
  { "a code block is not private", "```\n||a||\n```", "block(||a||)" },
  { "other scripts", "ارتفع 日本 e\xCC\x81", "p(ارتفع 日本 e\xCC\x81)" },
};

static void
test_tree (gconstpointer data)
{
  gsize            i = GPOINTER_TO_SIZE (data);
  g_autofree char *tree = parse (cases[i].markdown);

  g_assert_cmpstr (tree, ==, cases[i].tree);
}

static void
test_plain (void)
{
  static const struct
  {
    const char *markdown, *plain;
  } texts[] = {
    { "", "" },
    { "*a* `b` [c](https://example.com) ~~d~~", "a b c d" },
    { "# a\n\nb\nc  \nd", "a\nb c\nd" },
    { "- a\n- b\n  - c", "a\nb\nc" },
    { "| a | b |\n|---|---|\n| 1 | 2 |", "a\tb\n1\t2" },
    { "```\na\n  b\n```\nc", "a\n  b\nc" },
    { "a ||b|| c", "a b c" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autofree char *plain = aft_markup_plain (texts[i].markdown);

      g_assert_cmpstr (plain, ==, texts[i].plain);
    }
}

static void
test_links (void)
{
  static const struct
  {
    const char *target;
    gboolean    is_safe;
  } targets[] = {
    { "https://example.com", TRUE },
    { "HTTP://EXAMPLE.COM", TRUE },
    { "mailto:a@example.com", TRUE },
    { "https://example.com/ünï?a=b&c#d", TRUE },
    { "", FALSE },
    { "https://", FALSE },
    { "mailto:", FALSE },
    { "//example.com", FALSE },
    { "example.com", FALSE },
    { "#here", FALSE },
    { "javascript:alert(1)", FALSE },
    { "JaVaScRiPt:alert(1)", FALSE },
    { " https://example.com", FALSE },
    { "java\nscript:x", FALSE },
    { "vbscript:x", FALSE },
    { "ftp://example.com", FALSE },
    { "https://example.com/a b", FALSE },
    { "https://example.com/\n", FALSE },
    { "https://example.com/\x01", FALSE },
    { "https://example.com/\xE2\x80\xAEgpj.exe", FALSE },
    { "https://example.com/\xE2\x80\x8B", FALSE },
    { "https://example.com/\xFF", FALSE },
  };
  g_autofree char *many = g_strnfill (2100, 'a');
  g_autofree char *endless = g_strconcat ("https://", many, NULL);

  g_assert_false (aft_link_is_safe (endless));
  for (guint i = 0; i < G_N_ELEMENTS (targets); i++)
    {
      g_test_message ("%s", targets[i].target);
      g_assert_cmpint (aft_link_is_safe (targets[i].target), ==, targets[i].is_safe);
    }
}

static char *
repeat (const char *piece, guint n)
{
  GString *text = g_string_sized_new (strlen (piece) * n);

  for (guint i = 0; i < n; i++)
    g_string_append (text, piece);
  return g_string_free (text, FALSE);
}

static void
count (const AftNode *node, guint depth, guint *n_nodes, guint *deepest)
{
  (*n_nodes)++;
  *deepest = MAX (*deepest, depth);
  for (const AftNode *child = node->first; child != NULL; child = child->next)
    count (child, depth + 1, n_nodes, deepest);
}

/* A tree within bounds, or a refusal; in either case an end. */
static void
test_bombs (void)
{
  static const struct
  {
    const char *piece;
    guint       n;
  } bombs[] = {
    { "> ", 40000 },        { "- ", 40000 },       { "[", 60000 },
    { "![", 60000 },        { "*a ", 60000 },      { "**a *a ", 30000 },
    { "_a __a ", 30000 },   { "`", 60000 },        { "a`b``c", 20000 },
    { "||", 60000 },        { "|| a || ", 40000 }, { "<", 60000 },
    { "&amp;", 60000 },     { "a\n", 90000 },      { "a\n\n", 90000 },
    { "| a ", 40000 },      { "|\n", 60000 },      { "- a\n", 90000 },
    { "1. a\n", 60000 },    { "\\", 90000 },       { "```\n", 60000 },
    { "[a](b) ", 40000 },   { "[a][a] ", 40000 },  { "[a]: b\n", 40000 },
    { "<a href='", 30000 }, { "~~a ", 60000 },     { "https://a.b ", 40000 },
    { "    a\n", 90000 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (bombs); i++)
    {
      g_autofree char *text = repeat (bombs[i].piece, bombs[i].n);
      g_autoptr (GError) error = NULL;
      g_autoptr (AftNode) root = aft_node_parse (text, &error);
      guint n_nodes = 0, deepest = 0;

      g_test_message ("%u times “%s”", bombs[i].n, bombs[i].piece);
      g_assert_true ((root == NULL) == (error != NULL));
      if (root == NULL)
        continue;
      count (root, 0, &n_nodes, &deepest);
      g_assert_cmpuint (deepest, <=, 101);
      g_assert_cmpuint (n_nodes, <=, 600000);
    }
}

/* A reference that is long and used often would grow without bound. */
static void
test_definition (void)
{
  g_autofree char *target = repeat ("a", 100000);
  g_autofree char *uses = repeat ("[x] ", 10000);
  g_autofree char *text = g_strconcat (uses, "\n\n[x]: https://", target, "\n", NULL);
  g_autoptr (GError) error = NULL;

  g_assert_null (aft_node_parse (text, &error));
  g_assert_error (error, AFT_MARKUP_ERROR, AFT_MARKUP_ERROR_TOO_LARGE);
}

static void
test_size (void)
{
  g_autofree char *most = repeat ("a", AFT_CAP_FIELD_BYTES);
  g_autofree char *more = repeat ("a", AFT_CAP_FIELD_BYTES + 1);
  g_autofree char *plain = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (AftNode) root = aft_node_parse (most, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (strlen (root->first->first->text), ==, AFT_CAP_FIELD_BYTES);
  g_assert_null (aft_node_parse (more, &error));
  g_assert_error (error, AFT_MARKUP_ERROR, AFT_MARKUP_ERROR_TOO_LARGE);
  plain = aft_markup_plain (more);
  g_assert_cmpstr (plain, ==, more);
}

/* Words stay, however deep they are. */
static void
test_depth (void)
{
  g_autofree char *quotes = repeat ("> ", 500);
  g_autofree char *text = g_strconcat (quotes, "the end", NULL);
  g_autofree char *plain = aft_markup_plain (text);

  g_assert_nonnull (strstr (plain, "the end"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strconcat ("/markup/node/", cases[i].name, NULL);

      g_test_add_data_func (path, GSIZE_TO_POINTER (i), test_tree);
    }
  g_test_add_func ("/markup/node/plain text has the words and their lines", test_plain);
  g_test_add_func ("/markup/node/only web and mail addresses are live", test_links);
  g_test_add_func ("/markup/node/bombs stay within bounds", test_bombs);
  g_test_add_func ("/markup/node/long references are refused", test_definition);
  g_test_add_func ("/markup/node/a field of the largest size is read", test_size);
  g_test_add_func ("/markup/node/deep words are not lost", test_depth);
  return g_test_run ();
}
