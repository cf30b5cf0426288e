/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "format/json-writer.h"
#include "support/fixtures.h"
#include "typeset/pages-fixture.h"

static const AftTypesetOptions report = { AFT_PAPER_A4, AFT_LAYOUT_REPORT };
static const AftTypesetOptions review = { AFT_PAPER_A4, AFT_LAYOUT_REVIEW };

/* ---- links ---- */

static void
assert_link (const AftBox *box, guint i, const char *words, const char *target)
{
  const AftPageLink *link;
  g_autofree char   *shown = NULL;

  g_assert_nonnull (box->links);
  g_assert_cmpuint (box->links->len, >, i);
  link = &g_array_index (box->links, AftPageLink, i);
  shown = g_strndup (aft_lines_get_text (box->lines) + link->start, link->end - link->start);
  g_assert_cmpstr (shown, ==, words);
  g_assert_cmpstr (link->target, ==, target);
}

static void
test_references (void)
{
  g_autoptr (AftRecord) root = fixture_with_text (
      AFT_DOC_TRIGGER,
      "See [the runbook](https://example.com/r), [the chart](https://example.com/c) and "
      "[it](https://example.com/r) again.");
  g_autoptr (AftPages) pages = fixture_typeset (root, &report);
  const AftBox *box = fixture_find_text (pages, "See ", NULL);

  assert_link (box, 0, "the runbook[1]", "https://example.com/r");
  assert_link (box, 1, "the chart[2]", "https://example.com/c");
  assert_link (box, 2, "it[1]", "https://example.com/r");
  g_assert_cmpuint (fixture_count_text (pages, 0, "References"), ==, 1);
  g_assert_cmpuint (fixture_count_text (pages, 0, "[1]"), ==, 1);
  g_assert_cmpuint (fixture_count_text (pages, 0, "[2]"), ==, 1);
  g_assert_cmpuint (fixture_count_text (pages, 0, "[3]"), ==, 0);
  assert_link (fixture_find_text (pages, "https://example.com/c", NULL),
               0,
               "https://example.com/c",
               "https://example.com/c");
}

static void
test_own_address (void)
{
  g_autoptr (AftRecord) root =
      fixture_with_text (AFT_DOC_TRIGGER, "See https://example.com/3-5 there.");
  g_autoptr (AftPages) pages = fixture_typeset (root, &report);

  assert_link (fixture_find_text (pages, "See ", NULL),
               0,
               "https://example.com/3-5",
               "https://example.com/3-5");
  g_assert_null (fixture_find_text (pages, "References", NULL));
}

static void
test_cross_references (void)
{
  g_autoptr (AftRecord) root =
      fixture_with_text (AFT_DOC_TRIGGER, "Between E1 and E12 as `E1` says, not E200 nor A1.");
  g_autoptr (AftPages) pages = NULL;
  const AftBox        *box;
  const AftPageAnchor *anchor;
  guint                page;

  fixture_add_events (root, 100, "Something was seen");
  pages = fixture_typeset (root, &report);
  box = fixture_find_text (pages, "Between", NULL);
  g_assert_cmpuint (box->links->len, ==, 2);
  assert_link (box, 0, "E1", "#E1");
  assert_link (box, 1, "E12", "#E12");
  anchor = aft_pages_find_anchor (pages, "#E12");
  box = fixture_find_text (pages, "E12", &page);
  g_assert_cmpint (anchor->page, ==, (int) page);
  g_assert_cmpfloat_with_epsilon (anchor->y, box->rect.y, 5);
  g_assert_null (aft_pages_find_anchor (pages, "#E101"));
  g_assert_null (aft_pages_find_anchor (pages, "#"));
}

static void
test_actions (void)
{
  g_autoptr (AftRecord) root = fixture_with_text (AFT_DOC_TRIGGER, "As A2 says.");
  g_autoptr (AftPages) pages = NULL;

  for (guint i = 0; i < 2; i++)
    {
      g_autoptr (AftRecord) action = aft_record_new (&aft_action_schema);

      fixture_set_text (action, AFT_ACTION_TITLE, "Do it");
      aft_record_list_init_append (aft_record_get_list (root, AFT_DOC_ACTIONS), action);
    }
  pages = fixture_typeset (root, &report);
  assert_link (fixture_find_text (pages, "As ", NULL), 0, "A2", "#A2");
  g_assert_nonnull (aft_pages_find_anchor (pages, "#A2"));
}

/* ---- prose ---- */

static void
test_last_heading (void)
{
  g_autoptr (AftRecord) root =
      fixture_with_text (AFT_DOC_TRIGGER, "### First\n\nText\n\n### Last\n\n#### Very last");
  g_autoptr (AftPages) pages = fixture_typeset (root, &report);

  g_assert_cmpint (
      fixture_tag_of (pages, fixture_find_text (pages, "First", NULL)), ==, AFT_TAG_H3);
  g_assert_cmpint (fixture_tag_of (pages, fixture_find_text (pages, "Last", NULL)), ==, AFT_TAG_P);
  g_assert_cmpint (
      fixture_tag_of (pages, fixture_find_text (pages, "Very last", NULL)), ==, AFT_TAG_P);
}

/* Wherever on the page it comes to stand. */
static void
test_announcement (void)
{
  for (guint n = 30; n < 60; n++)
    {
      g_autoptr (GString) prose = g_string_new (NULL);
      g_autoptr (AftRecord) root = NULL;
      g_autoptr (AftPages) pages = NULL;
      guint page, code_page;

      for (guint i = 0; i < n; i++)
        g_string_append (prose, "A line.\\\n");
      g_string_append (prose, "A line.\n\nIn the log:\n\n```\ncode\n```");
      root = fixture_with_text (AFT_DOC_TRIGGER, prose->str);
      pages = fixture_typeset (root, &report);
      fixture_find_text (pages, "In the log:", &page);
      fixture_find_text (pages, "code", &code_page);
      g_assert_cmpuint (page, ==, code_page);
    }
}

/* Also where the lines of a list follow one another without space. */
static void
test_heading_in_list (void)
{
  for (guint n = 30; n < 60; n++)
    {
      g_autoptr (GString) prose = g_string_new (NULL);
      g_autoptr (AftRecord) root = NULL;
      g_autoptr (AftPages) pages = NULL;
      guint page, text_page;

      for (guint i = 0; i < n; i++)
        g_string_append (prose, "- An item\n");
      g_string_append (prose, "- ### Heading\n  Text\n- An item\n- An item\n");
      root = fixture_with_text (AFT_DOC_TRIGGER, prose->str);
      pages = fixture_typeset (root, &report);
      fixture_find_text (pages, "Heading", &page);
      fixture_find_text (pages, "Text", &text_page);
      g_assert_cmpuint (page, ==, text_page);
    }
}

static guint
count_marks (const char *markdown)
{
  g_autoptr (AftRecord) root = fixture_with_text (AFT_DOC_TRIGGER, markdown);
  g_autoptr (AftPages) pages = fixture_typeset (root, &report);

  return fixture_count_text (pages, 0, "↳");
}

static void
test_code (void)
{
  g_autofree char *words = g_strnfill (250, 'x');
  g_autofree char *code = g_strconcat ("```\nshort\n", words, "\nshort\n```", NULL);

  g_assert_cmpuint (count_marks ("```\nshort\nlines\n```"), ==, 0);
  g_assert_cmpuint (count_marks (code), >=, 2);
}

/* ---- tables ---- */

static void
add_action (AftRecord *root, const char *title, const char *owner)
{
  g_autoptr (AftRecord) action = aft_record_new (&aft_action_schema);

  fixture_set_text (action, AFT_ACTION_TITLE, title);
  fixture_set_text (action, AFT_ACTION_OWNER, owner);
  aft_record_list_init_append (aft_record_get_list (root, AFT_DOC_ACTIONS), action);
}

static double
title_width (const AftTypesetOptions *options, const char *owner)
{
  g_autoptr (AftRecord) root = fixture_titled ();
  g_autoptr (AftPages) pages = NULL;

  add_action (root, "Something to do", owner);
  pages = fixture_typeset (root, options);
  return fixture_find_text (pages, "Something to do", NULL)->rect.width;
}

static void
test_action_columns (void)
{
  /* columns that nobody filled leave their room to the titles, and short owners most of theirs */
  g_assert_cmpfloat (title_width (&report, ""), >, title_width (&report, "Lead") + 20);
  g_assert_cmpfloat (
      title_width (&report, "Lead"), >, title_width (&report, "Somebody with a long role") + 20);
  g_assert_cmpfloat (title_width (&review, "Somebody with a long role"), >, 180);
}

/* ---- contents ---- */

static void
test_contents (void)
{
  g_autoptr (AftRecord) root = fixture_with_text (AFT_DOC_TRIGGER, "Text");
  g_autoptr (AftPages) few = NULL;
  g_autoptr (AftPages) many = NULL;

  fixture_set_text (root, AFT_DOC_GLOSSARY, "Words");
  fixture_add_events (root, 20, "Something was seen");
  few = fixture_typeset (root, &report);
  g_assert_null (fixture_find_text (few, "Contents", NULL));
  fixture_add_events (root, 400, "Something was seen");
  many = fixture_typeset (root, &report);
  g_assert_cmpuint (many->pages->len, >, 6);
  g_assert_cmpuint (fixture_count_text (many, 0, "Contents"), ==, 1);
  g_assert_cmpint (
      fixture_tag_of (many, fixture_find_text (many, "Glossary", NULL)), ==, AFT_TAG_REFERENCE);
}

/* Sections alone are listed where all headings would not fit below the title. */
static void
test_first_page (void)
{
  for (guint32 seed = 1; seed <= 4; seed++)
    {
      g_autoptr (AftRecord) root = fixture_full_document (seed);
      g_autoptr (AftPages) pages = fixture_typeset (root, seed % 2 ? &report : &review);
      guint page = 99;

      g_assert_cmpuint (pages->pages->len, >, 6);
      fixture_find_text (pages, "Contents", &page);
      g_assert_cmpuint (page, ==, 0);
    }
}

/* ---- review copies ---- */

static void
test_questions (void)
{
  g_autoptr (AftRecord) root = fixture_full_document (1);
  g_autoptr (AftPages) pages = fixture_typeset (root, &review);
  g_autoptr (AftPages) plain = fixture_typeset (root, &report);
  guint         page, heading_page;
  const AftBox *question = fixture_find_text (pages, "Are conditions described", &page);
  const AftBox *heading = fixture_find_text (pages, "Trigger", &heading_page);

  g_assert_cmpuint (page, ==, heading_page);
  g_assert_cmpfloat (question->rect.x, >, heading->rect.x + heading->rect.width);
  g_assert_null (fixture_find_text (plain, "Are conditions described", NULL));
}

/* However many sections a page has. */
static void
test_questions_apart (void)
{
  g_autoptr (AftRecord) root = fixture_with_text (AFT_DOC_TRIGGER, "Text");
  g_autoptr (AftPages) pages = NULL;
  double below = 0;
  guint  n = 0;

  fixture_set_text (root, AFT_DOC_SUMMARY_OVERVIEW, "Text");
  fixture_set_text (root, AFT_DOC_IMPACT_NOTES, "Text");
  fixture_set_text (root, AFT_DOC_RESOLUTION_NOTES, "Text");
  pages = fixture_typeset (root, &review);
  for (guint i = 0; i < fixture_n_boxes (pages, 0); i++)
    {
      const AftBox *box = fixture_box (pages, 0, i);

      if (box->type != AFT_BOX_TEXT || box->node < 0 || box->rect.x < 390)
        continue;
      g_assert_cmpfloat (box->rect.y, >=, below - 0.01);
      below = box->rect.y + box->rect.height;
      n++;
    }
  g_assert_cmpuint (n, >, 8);
  g_assert_cmpfloat (below, <, pages->height - 60);
}

static void
assert_on_each_page (const AftPages *pages, const char *words)
{
  for (guint page = 0; page < pages->pages->len; page++)
    {
      gboolean found = FALSE;

      for (guint i = 0; i < fixture_n_boxes (pages, page); i++)
        {
          const AftBox *box = fixture_box (pages, page, i);

          found |= box->type == AFT_BOX_TEXT && box->node < 0 &&
                   strstr (aft_lines_get_text (box->lines), words) != NULL;
        }
      g_assert_true (found);
    }
}

static void
test_footer (void)
{
  g_autoptr (AftRecord) root = fixture_full_document (1);
  AftTypesetOptions options = { AFT_PAPER_A4, AFT_LAYOUT_REVIEW, 3 };
  g_autoptr (AftPages) pages = fixture_typeset (root, &options);
  g_autofree char *json = aft_json_write (root, NULL);
  g_autofree char *sum = g_compute_checksum_for_string (G_CHECKSUM_SHA256, json, -1);

  sum[12] = '\0';
  assert_on_each_page (pages, "Copy 3");
  assert_on_each_page (pages, sum);
  assert_on_each_page (pages, "Revision of 2026-05-04 ");
  assert_on_each_page (pages, "DRAFT");
}

static void
test_plain_footer (void)
{
  g_autoptr (AftRecord) root = fixture_full_document (1);
  g_autoptr (AftPages) pages = fixture_typeset (root, &report);

  assert_on_each_page (pages, "Revision of 2026-05-04 ");
  g_assert_null (fixture_find_text (pages, "DRAFT", NULL));
  g_assert_null (fixture_find_text (pages, "Notes", NULL));
}

static void
test_note_column (void)
{
  g_autoptr (AftStyle) style = NULL;
  PangoContext      *context = fixture_context ();
  const AftPageArea *area;

  style = aft_style_new (context, &review);
  area = aft_style_get_area (style);
  g_assert_cmpfloat_with_epsilon (area->note_left, area->width * 2 / 3, 1);
  g_assert_cmpfloat (area->left + area->full, <, area->note_left);
  g_object_unref (context);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/typeset/document/links are numbered and listed", test_references);
  g_test_add_func ("/typeset/document/an address needs no number", test_own_address);
  g_test_add_func ("/typeset/document/numbers of events lead to their rows", test_cross_references);
  g_test_add_func ("/typeset/document/numbers of actions lead to their rows", test_actions);
  g_test_add_func ("/typeset/document/a heading over nothing is a line", test_last_heading);
  g_test_add_func ("/typeset/document/a heading in a list stays with its text",
                   test_heading_in_list);
  g_test_add_func ("/typeset/document/what announces stays with what follows", test_announcement);
  g_test_add_func ("/typeset/document/code that goes on is marked", test_code);
  g_test_add_func ("/typeset/document/titles of actions have what room there is",
                   test_action_columns);
  g_test_add_func ("/typeset/document/a long document has contents", test_contents);
  g_test_add_func ("/typeset/document/contents are on the first page", test_first_page);
  g_test_add_func ("/typeset/document/questions stand beside their sections", test_questions);
  g_test_add_func ("/typeset/document/questions keep apart", test_questions_apart);
  g_test_add_func ("/typeset/document/each page of a review copy says which it is", test_footer);
  g_test_add_func ("/typeset/document/a report is no draft", test_plain_footer);
  g_test_add_func ("/typeset/document/a third of a review copy is for notes", test_note_column);
  return g_test_run ();
}
