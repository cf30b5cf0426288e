/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "format/html-writer.h"

#include <string.h>

#include "format/html-prose.h"
#include "markup/node.h"
#include "model/audience.h"
#include "support/fixtures.h"

static void
test_prose (void)
{
  static const struct
  {
    const char *markdown, *html;
  } cases[] = {
    { "one *two* **three** ~~four~~ `five`",
      "<p>one <em>two</em> <strong>three</strong> <s>four</s> <code>five</code></p>\n" },
    { "a < b & \"c\" 'd'", "<p>a &lt; b &amp; &quot;c&quot; 'd'</p>\n" },
    { "<script>alert(1)</script>", "<p>&lt;script&gt;alert(1)&lt;/script&gt;</p>\n" },
    { "a\x01\x1b\x7f"
      "b",
      "<p>ab</p>\n" },
    { "# a\n\n## b", "<h4>a</h4>\n<h5>b</h5>\n" },
    { "#### a", "<h4>a</h4>\n" },
    { "- a\n- [ ] b\n- [x] c", "<ul>\n<li>a</li>\n<li>☐ b</li>\n<li>☑ c</li>\n</ul>\n" },
    { "3. a", "<ol start=\"3\">\n<li>a</li>\n</ol>\n" },
    { "1. a", "<ol>\n<li>a</li>\n</ol>\n" },
    { "> a", "<blockquote><p>a</p>\n</blockquote>\n" },
    { "```html\n<b>\n```", "<pre><code>&lt;b&gt;</code></pre>\n" },
    { "a\n\n---", "<p>a</p>\n<hr/>\n" },
    { "a  \nb\nc", "<p>a<br/>\nb\nc</p>\n" },
    { "| a |\n|---|\n| b |", "<table>\n<tr><th>a</th></tr>\n<tr><td>b</td></tr>\n</table>\n" },
    { "[a](https://example.com/?b=c&d=\"e\")",
      "<p><a href=\"https://example.com/?b=c&amp;d=&quot;e&quot;\">a</a></p>\n" },
    { "[a](https://example.com/?b=c&d)",
      "<p><a href=\"https://example.com/?b=c&amp;d\">a</a></p>\n" },
    { "[a](javascript:alert(1)) ![b](x.png)", "<p>a b</p>\n" },
    { "a ||b|| c", "<p>a \u2016b\u2016 c</p>\n" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GString) html = g_string_new (NULL);

      aft_html_append_prose (html, cases[i].markdown);
      g_assert_cmpstr (html->str, ==, cases[i].html);
    }
}

static void
test_cell (void)
{
  g_autoptr (GString) line = g_string_new (NULL);
  g_autoptr (GString) blocks = g_string_new (NULL);

  aft_html_append_cell (line, "one *two*");
  aft_html_append_cell (blocks, "one\n\ntwo");
  g_assert_cmpstr (line->str, ==, "one <em>two</em>");
  g_assert_cmpstr (blocks->str, ==, "<p>one</p>\n<p>two</p>\n");
}

static const char *const elements[] = {
  "html", "head",       "meta", "title", "body",  "h1",     "h2",    "h3", "h4", "h5", "h6",
  "p",    "ul",         "ol",   "li",    "table", "thead",  "tbody", "tr", "th", "td", "pre",
  "code", "blockquote", "em",   "s",     "a",     "strong", "br",    "hr", NULL
};

/* Only known elements, attributes and links. */
static void
start_element (GMarkupParseContext *context,
               const char          *name,
               const char         **attributes,
               const char         **values,
               gpointer             data,
               GError             **error)
{
  static const char *const known[] = { "href", "lang", "charset", "start", NULL };

  if (!g_strv_contains (elements, name))
    g_error ("there is an element %s", name);
  for (guint i = 0; attributes[i] != NULL; i++)
    {
      g_assert_true (g_strv_contains (known, attributes[i]));
      if (g_str_equal (attributes[i], "href"))
        g_assert_true (aft_link_is_safe (values[i]));
    }
}

static void
assert_well_formed (const char *html)
{
  static const GMarkupParser parser = { .start_element = start_element };
  g_autoptr (GMarkupParseContext) context =
      g_markup_parse_context_new (&parser, G_MARKUP_DEFAULT_FLAGS, NULL, NULL);
  g_autoptr (GError) error = NULL;

  if (!g_markup_parse_context_parse (context, html, -1, &error) ||
      !g_markup_parse_context_end_parse (context, &error))
    g_error ("%s in\n%s", error->message, html);
}

static void
test_any (void)
{
  for (guint seed = 0; seed < 300; seed++)
    {
      g_autoptr (AftRecord) root = fixture_nasty_document (seed);
      g_autofree char *html = aft_html_write (root);

      assert_well_formed (html);
    }
}

static void
set_text (AftRecord *record, guint field, const char *text)
{
  g_auto (AftValue) value = AFT_VALUE_INIT;

  aft_value_set_text (&value, text);
  aft_record_init_value (record, field, &value);
}

static void
add_event (AftRecord *root, const char *text, gboolean is_private)
{
  g_autoptr (AftRecord) event = fixture_event ("2026-05-04T12:00:00Z", text, AFT_CHOICE_NONE);
  g_auto (AftValue) flag = AFT_VALUE_INIT;

  aft_value_set_integer (&flag, is_private);
  aft_record_init_value (event, AFT_EVENT_PRIVATE, &flag);
  aft_record_list_init_append (aft_record_get_list (root, AFT_DOC_EVENTS), event);
}

static void
test_audience (void)
{
  static const char *const secrets[] = { "the phrase", "the event", "the field" };
  static const char *const fields[] = { "analysis.trigger", NULL };
  g_autoptr (AftRecord) root = aft_record_new (&aft_doc_schema);
  g_auto (AftValue) names = AFT_VALUE_INIT;
  g_autoptr (AftRecord) internal = NULL;
  g_autoptr (AftRecord) shown = NULL;
  g_autofree char *internal_html = NULL;
  g_autofree char *shown_html = NULL;

  set_text (root, AFT_DOC_SUMMARY_OVERVIEW, "Open ||the phrase|| again");
  set_text (root, AFT_DOC_TRIGGER, "the field");
  add_event (root, "the event", TRUE);
  aft_value_set_words (&names, fields);
  aft_record_init_value (root, AFT_DOC_PRIVATE, &names);
  internal = aft_audience_copy (root, AFT_AUDIENCE_INTERNAL, FALSE);
  shown = aft_audience_copy (root, AFT_AUDIENCE_PUBLIC, FALSE);
  internal_html = aft_html_write (internal);
  shown_html = aft_html_write (shown);
  for (guint i = 0; i < G_N_ELEMENTS (secrets); i++)
    {
      g_assert_nonnull (strstr (internal_html, secrets[i]));
      g_assert_null (strstr (shown_html, secrets[i]));
    }
  g_assert_nonnull (strstr (shown_html, "Open"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/format/html-writer/prose becomes elements", test_prose);
  g_test_add_func ("/format/html-writer/a cell of one paragraph has no element for it", test_cell);
  g_test_add_func ("/format/html-writer/any document is well formed and harmless", test_any);
  g_test_add_func ("/format/html-writer/the public does not see what is private", test_audience);
  return g_test_run ();
}
