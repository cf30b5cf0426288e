/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

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
  shown = g_strndup (pango_layout_get_text (box->layout) + link->start, link->end - link->start);
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

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/typeset/document/links are numbered and listed", test_references);
  g_test_add_func ("/typeset/document/an address needs no number", test_own_address);
  g_test_add_func ("/typeset/document/numbers of events lead to their rows", test_cross_references);
  g_test_add_func ("/typeset/document/numbers of actions lead to their rows", test_actions);
  g_test_add_func ("/typeset/document/a heading over nothing is a line", test_last_heading);
  g_test_add_func ("/typeset/document/code that goes on is marked", test_code);
  g_test_add_func ("/typeset/document/titles of actions have what room there is",
                   test_action_columns);
  return g_test_run ();
}
