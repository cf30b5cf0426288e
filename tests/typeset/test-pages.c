/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "typeset/pages.h"

#include <stdlib.h>

#include "support/fixtures.h"
#include "typeset/pages-fixture.h"

/* What must hold for any document, on any paper, in any layout. */
#define N_SEEDS 20 /* AFTERWORD_DOCUMENTS before the program takes as many as you like */

typedef struct
{
  AftTypesetOptions options;
  const char       *name;
} Variant;

static const Variant variants[] = {
  { { AFT_PAPER_A4, AFT_LAYOUT_REPORT }, "A4 report" },
  { { AFT_PAPER_LETTER, AFT_LAYOUT_REPORT }, "Letter report" },
  { { AFT_PAPER_A4, AFT_LAYOUT_REVIEW }, "A4 review" },
  { { AFT_PAPER_LETTER, AFT_LAYOUT_REVIEW }, "Letter review" },
};

static AftPages *kept[N_SEEDS + 1];

typedef void (*Check) (const AftPages *pages, const AftPageArea *area);

static void
check_pages (const AftPages *pages, const AftTypesetOptions *options, Check check)
{
  PangoContext *context = fixture_context ();
  g_autoptr (AftStyle) style = aft_style_new (context, options);

  check (pages, aft_style_get_area (style));
  g_object_unref (context);
}

static void
check_one (AftRecord *root, const AftTypesetOptions *options, Check check)
{
  g_autoptr (AftPages) pages = fixture_typeset (root, options);

  check_pages (pages, options, check);
}

/* ---- documents ---- */

static void
append_paragraphs (GString *prose, guint32 seed)
{
  for (guint i = 0; i < 24; i++)
    {
      g_string_append_printf (prose, "%s", i % 5 == 4 ? "### Heading\n\n" : "");
      for (guint n = 0; n < 3 + (seed * 7 + i * 11) % 60; n++)
        g_string_append (prose, "word and ");
      g_string_append (prose, "end.\n\n");
    }
}

static void
append_table (GString *prose, guint n_rows)
{
  g_string_append (prose, "| name | what it is | n |\n|---|:-:|--:|\n");
  for (guint i = 0; i < n_rows; i++)
    g_string_append_printf (prose,
                            "| row %u | %s | %u |\n",
                            i,
                            i % 7 == 3 ? "a cell whose text is longer than its column is wide, so "
                                         "that it needs some lines of its own, and a few more"
                                       : "short",
                            i * 37);
  g_string_append (prose, "\n");
}

static void
append_code (GString *prose, guint n_lines)
{
  g_string_append (prose, "```\n");
  for (guint i = 0; i < n_lines; i++)
    g_string_append_printf (prose, "%*s line %u of code\n", (int) (i * 13 % 120), "", i);
  g_string_append (prose, "```\n\n");
}

static void
append_lists (GString *prose, guint n)
{
  for (guint i = 0; i < n; i++)
    g_string_append_printf (prose,
                            "%*s%s point %u that %s\n",
                            (int) (i % 4) * 3,
                            "",
                            i % 4 == 1 ? "1." : "-",
                            i,
                            i % 6 == 2 ? "goes on over the end of its line and says a good deal "
                                         "more than one line of the page could hold, E3 too"
                                       : "ends");
  g_string_append (prose, "\n> Quoted words\n>\n> and more of them\n>\n> > deeper\n\n");
}

static void
append_scripts (GString *prose, guint32 seed)
{
  g_autofree char *word = g_strnfill (3000, 'w');

  for (guint i = 0; i < 12 + seed % 7; i++)
    g_string_append (prose,
                     "ارتفع معدل الخطأ في خدمة الدفع بعد النشر. שיעור השגיאות עלה לאחר הפריסה. ");
  g_string_append (prose, "\n\n");
  for (guint i = 0; i < 12 + seed % 5; i++)
    g_string_append (prose, "デプロイ後に決済サービスのエラー率が上昇した。🚒 e\xCC\x81 ");
  g_string_append_printf (prose, "\n\n%s and on\n\n", word);
}

static void
add_actions (AftRecord *root, guint n)
{
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (AftRecord) action = aft_record_new (&aft_action_schema);

      fixture_set_text (action, AFT_ACTION_TITLE, "Something that somebody does about it");
      fixture_set_text (
          action, AFT_ACTION_DONE_WHEN, i % 3 == 0 ? "It is done and seen to be" : "");
      aft_record_list_init_append (aft_record_get_list (root, AFT_DOC_ACTIONS), action);
    }
}

/* Long enough that pages break in everything, beside the random fields. */
static void
add_long_text (AftRecord *root, guint32 seed)
{
  g_autoptr (GString) prose = g_string_new (NULL);

  if (seed % 4 == 1)
    append_table (prose, seed % 20 == 1 ? 500 : 20 + seed % 50);
  append_paragraphs (prose, seed);
  if (seed % 3 == 1)
    append_code (prose, seed % 90);
  if (seed % 3 == 2)
    append_lists (prose, 10 + seed % 80);
  if (seed % 5 == 2)
    append_scripts (prose, seed);
  if (seed % 7 == 3)
    g_string_append (prose, "### Heading over nothing\n");
  fixture_set_text (root, AFT_DOC_BACKGROUND, prose->str);
  fixture_add_events (
      root, seed * 37 % 120, "Something was seen by [somebody](https://example.com)");
  add_actions (root, seed * 11 % 30);
  if (seed % 2 == 0)
    fixture_set_text (root, AFT_DOC_LANGUAGE, "en");
}

static guint
n_documents (void)
{
  const char *wanted = g_getenv ("AFTERWORD_DOCUMENTS");

  return wanted != NULL ? (guint) g_ascii_strtoull (wanted, NULL, 10) : N_SEEDS;
}

static AftPages *
typeset_random (guint32 seed, const AftTypesetOptions *options)
{
  g_autoptr (AftRecord) root = fixture_random_document (seed);

  add_long_text (root, seed);
  return fixture_typeset (root, options);
}

/* Kept from one check to the next. */
static AftPages *
get_pages (guint32 seed, const AftTypesetOptions *options)
{
  if (kept[seed] == NULL)
    kept[seed] = typeset_random (seed, options);
  return kept[seed];
}

static const Variant *
get_variant (guint32 seed)
{
  return &variants[seed % G_N_ELEMENTS (variants)];
}

static void
check_all (Check check)
{
  for (guint32 seed = 1; seed <= N_SEEDS; seed++)
    {
      const AftTypesetOptions *options = &get_variant (seed)->options;

      g_test_message ("seed %u, %s", seed, get_variant (seed)->name);
      check_pages (get_pages (seed, options), options, check);
    }
}

static gboolean
is_in_notes (const AftPageArea *area, const AftBox *box)
{
  return area->note_width > 0 && box->rect.x >= area->note_left;
}

static void
check_headings (const AftPages *pages, const AftPageArea *area)
{
  for (guint page = 0; page < pages->pages->len; page++)
    {
      AftTag last = AFT_TAG_ARTIFACT;

      for (guint i = 0; i < fixture_n_boxes (pages, page); i++)
        if (fixture_box (pages, page, i)->node >= 0 &&
            !is_in_notes (area, fixture_box (pages, page, i)))
          last = fixture_tag_of (pages, fixture_box (pages, page, i));
      g_assert_true (last != AFT_TAG_H1 && last != AFT_TAG_H2 && last != AFT_TAG_H3);
    }
}

static void
test_headings (void)
{
  check_all (check_headings);
}

static void
check_lines (const AftPages *pages, const AftPageArea *area)
{
  for (guint page = 0; page < pages->pages->len; page++)
    for (guint i = 0; i < fixture_n_boxes (pages, page); i++)
      {
        const AftBox *box = fixture_box (pages, page, i);
        int           n_lines;

        if (box->type != AFT_BOX_TEXT || box->node < 0 ||
            fixture_is_below (pages, box, AFT_TAG_TABLE))
          continue;
        n_lines = aft_lines_get_length (box->lines);
        if (box->n_lines != n_lines)
          g_assert_cmpint (box->n_lines, >=, 2);
      }
}

static void
test_widows (void)
{
  check_all (check_lines);
}

static void
check_inside (const AftPages *pages, const AftPageArea *area)
{
  for (guint page = 0; page < pages->pages->len; page++)
    for (guint i = 0; i < fixture_n_boxes (pages, page); i++)
      {
        const AftRect *rect = &fixture_box (pages, page, i)->rect;

        if (fixture_box (pages, page, i)->node < 0)
          continue;
        g_assert_cmpfloat (rect->x, >=, area->left - 0.1);
        if (is_in_notes (area, fixture_box (pages, page, i)))
          g_assert_cmpfloat (rect->x + rect->width, <=, area->note_left + area->note_width + 0.1);
        else
          g_assert_cmpfloat (rect->x + rect->width, <=, area->left + area->full + 0.1);
        g_assert_cmpfloat (rect->y, >=, area->top - 0.1);
        g_assert_cmpfloat (rect->y + rect->height, <=, area->top + area->depth + 0.1);
      }
}

static void
test_inside (void)
{
  check_all (check_inside);
}

static void
check_lines_fit (const AftPages *pages, const AftPageArea *area)
{
  for (guint page = 0; page < pages->pages->len; page++)
    for (guint i = 0; i < fixture_n_boxes (pages, page); i++)
      {
        const AftBox *box = fixture_box (pages, page, i);

        if (box->type != AFT_BOX_TEXT || box->node < 0)
          continue;
        g_assert_cmpfloat (aft_lines_get_width (box->lines), <=, MAX (box->rect.width, 10) + 0.5);
      }
}

static void
test_lines_fit (void)
{
  check_all (check_lines_fit);
}

/* Every line of every text is placed exactly once, in the order of the structure. */
static void
check_order (const AftPages *pages, const AftPageArea *area)
{
  g_autofree int *placed = g_new0 (int, pages->structure->len);
  int             last = -1;

  for (guint page = 0; page < pages->pages->len; page++)
    for (guint i = 0; i < fixture_n_boxes (pages, page); i++)
      {
        const AftBox *box = fixture_box (pages, page, i);

        if (box->node < 0)
          continue;
        g_assert_cmpint (box->node, >=, last);
        last = box->node;
        if (box->type != AFT_BOX_TEXT)
          continue;
        g_assert_cmpint (box->first_line, ==, placed[box->node]);
        placed[box->node] += box->n_lines;
        g_assert_cmpint (placed[box->node], <=, aft_lines_get_length (box->lines));
      }
}

static void
test_order (void)
{
  check_all (check_order);
}

static void
check_rows (const AftPages *pages, const AftPageArea *area)
{
  g_autofree int *page_of = g_new0 (int, pages->structure->len);

  for (guint page = 0; page < pages->pages->len; page++)
    for (guint i = 0; i < fixture_n_boxes (pages, page); i++)
      {
        const AftBox *box = fixture_box (pages, page, i);
        int           row;

        if (!fixture_is_below (pages, box, AFT_TAG_TR))
          continue;
        row = g_array_index (pages->structure, AftStructNode, box->node).parent;
        g_assert_true (page_of[row] == 0 || page_of[row] == (int) page + 1);
        page_of[row] = (int) page + 1;
      }
}

static void
test_rows (void)
{
  check_all (check_rows);
}

/* Strictly one by one, over all pages: "line 214" is one line. */
static void
check_numbers (const AftPages *pages, const AftPageArea *area)
{
  int last = 0;

  for (guint page = 0; page < pages->pages->len; page++)
    for (guint i = 0; i < fixture_n_boxes (pages, page); i++)
      {
        const AftBox *box = fixture_box (pages, page, i);

        if (box->ink == AFT_INK_FAINT)
          g_assert_cmpint (atoi (aft_lines_get_text (box->lines)), ==, ++last);
      }
  g_assert_true ((last > 0) == (area->note_width > 0));
}

static void
test_numbers (void)
{
  check_all (check_numbers);
}

/* Whether the pages that the contents name are those where the headings are. */
static void
check_contents (const AftPages *pages, const AftPageArea *area)
{
  for (guint i = 0; i < fixture_n_boxes (pages, 0); i++)
    {
      const AftBox        *box = fixture_box (pages, 0, i);
      const AftPageAnchor *anchor;
      const char          *text;

      if (fixture_tag_of (pages, box) != AFT_TAG_REFERENCE)
        continue;
      text = aft_lines_get_text (box->lines);
      anchor = aft_pages_find_anchor (pages, g_array_index (box->links, AftPageLink, 0).target);
      g_assert_nonnull (anchor);
      if (g_ascii_isdigit (text[0]))
        g_assert_cmpint (atoi (text), ==, anchor->page + 1);
      else
        g_assert_cmpuint (fixture_count_text (pages, (guint) anchor->page, text), >=, 1);
    }
}

static void
test_contents (void)
{
  check_all (check_contents);
}

/* All of these for further documents, which are set once each. */
static void
test_more (void)
{
  static const Check checks[] = { check_headings, check_lines, check_inside,  check_lines_fit,
                                  check_order,    check_rows,  check_numbers, check_contents };

  for (guint32 seed = N_SEEDS + 1; seed <= n_documents (); seed++)
    {
      const AftTypesetOptions *options = &get_variant (seed)->options;
      g_autoptr (AftPages) pages = typeset_random (seed, options);

      g_test_message ("seed %u, %s", seed, get_variant (seed)->name);
      for (guint i = 0; i < G_N_ELEMENTS (checks); i++)
        check_pages (pages, options, checks[i]);
    }
}

/* ---- single documents ---- */

static void
test_empty (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (variants); i++)
    {
      g_autoptr (AftRecord) root = aft_record_new (&aft_doc_schema);
      g_autoptr (AftPages) pages = fixture_typeset (root, &variants[i].options);

      g_assert_cmpuint (pages->pages->len, ==, 1);
      /* at the head and in the footer */
      g_assert_cmpuint (fixture_count_text (pages, 0, "Untitled"), ==, 2);
      g_assert_cmpuint (fixture_count_text (pages, 0, "Page 1 of 1"), ==, 1);
    }
}

static void
test_repeated_header (void)
{
  g_autoptr (AftRecord) root = fixture_titled ();
  g_autoptr (AftPages) pages = NULL;
  guint first = 0; /* the page on which the table begins, below the figure */

  fixture_add_events (root, 200, "Something was seen");
  pages = fixture_typeset (root, &variants[0].options);
  g_assert_cmpuint (pages->pages->len, >, 3);
  while (first < pages->pages->len && fixture_count_text (pages, first, "Event") == 0)
    first++;
  g_assert_cmpuint (first, <, pages->pages->len / 2);
  for (guint page = first + 1; page + 1 < pages->pages->len; page++)
    g_assert_cmpuint (fixture_count_text (pages, page, "Event"), ==, 1);
  g_assert_cmpuint (fixture_count_text (pages, first, "E1"), ==, 1);
}

static void
test_tall_row (void)
{
  g_autoptr (AftRecord) root = fixture_titled ();
  g_autoptr (GString) text = g_string_new ("Begin");
  g_autoptr (AftPages) pages = NULL;
  int n_lines = 0, n_placed = 0;

  for (guint i = 0; i < 4000; i++)
    g_string_append (text, " word");
  fixture_add_events (root, 1, text->str);
  fixture_add_events (root, 1, "After it");
  pages = fixture_typeset (root, &variants[0].options);
  for (guint page = 0; page < pages->pages->len; page++)
    for (guint i = 0; i < fixture_n_boxes (pages, page); i++)
      {
        const AftBox *box = fixture_box (pages, page, i);

        if (box->type != AFT_BOX_TEXT ||
            !g_str_has_prefix (aft_lines_get_text (box->lines), "Begin"))
          continue;
        n_lines = aft_lines_get_length (box->lines);
        n_placed += box->n_lines;
        g_assert_cmpfloat (box->rect.y + box->rect.height, <=, pages->height - 60);
      }
  g_assert_cmpint (n_lines, >, 100);
  g_assert_cmpint (n_placed, ==, n_lines);
}

/* Rows of most of a page each: any two of them need two pages. */
static void
test_large_rows (void)
{
  g_autoptr (AftRecord) root = fixture_titled ();
  g_autoptr (GString) text = g_string_new ("Begin");

  for (guint i = 0; i < 480; i++)
    g_string_append (text, " word");
  fixture_add_events (root, 5, text->str);
  check_one (root, &variants[0].options, check_rows);
}

static void
test_metadata (void)
{
  g_autoptr (AftRecord) root = fixture_full_document (1);
  g_autoptr (AftPages) pages = fixture_typeset (root, &variants[0].options);

  g_assert_cmpstr (pages->title, ==, aft_record_get_text (root, AFT_DOC_TITLE));
  g_assert_cmpint (pages->created, ==, FIXTURE_NOW);
  g_assert_cmpint (pages->modified, ==, FIXTURE_NOW + AFT_HOUR);
  g_assert_true (g_str_has_prefix (pages->keywords, "checkout, "));
}

static void
test_outline (void)
{
  g_autoptr (AftRecord) root = fixture_full_document (2);
  g_autoptr (AftPages) pages = fixture_typeset (root, &variants[0].options);
  int last_page = 0;

  g_assert_cmpuint (pages->outline->len, >, 15);
  for (guint i = 0; i < pages->outline->len; i++)
    {
      const AftOutlineItem *item = &g_array_index (pages->outline, AftOutlineItem, i);

      g_assert_cmpint (item->page, >=, last_page);
      g_assert_cmpuint (fixture_count_text (pages, item->page, item->title), >=, 1);
      last_page = item->page;
    }
}

static void
test_spots (void)
{
  g_autoptr (AftRecord) root = fixture_full_document (3);
  g_autoptr (AftPages) pages = fixture_typeset (root, &variants[0].options);
  gboolean found = FALSE;

  for (guint i = 0; i < pages->spots->len; i++)
    {
      const AftPageSpot *spot = &g_array_index (pages->spots, AftPageSpot, i);

      g_assert_cmpint (spot->page, <, (int) pages->pages->len);
      found |= spot->record == root && spot->field == AFT_DOC_TRIGGER;
    }
  g_assert_true (found);
}

int
main (int argc, char *argv[])
{
  int status;

  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/typeset/pages/no heading is last on a page", test_headings);
  g_test_add_func ("/typeset/pages/no widow and no orphan", test_widows);
  g_test_add_func ("/typeset/pages/nothing is outside the margins", test_inside);
  g_test_add_func ("/typeset/pages/no line is wider than its place", test_lines_fit);
  g_test_add_func ("/typeset/pages/boxes come in the order of the structure", test_order);
  g_test_add_func ("/typeset/pages/no row is split", test_rows);
  g_test_add_func ("/typeset/pages/lines are numbered one by one", test_numbers);
  g_test_add_func ("/typeset/pages/the contents name the right pages", test_contents);
  g_test_add_func ("/typeset/pages/all of this holds for as many as wanted", test_more);
  g_test_add_func ("/typeset/pages/an empty document is a page", test_empty);
  g_test_add_func ("/typeset/pages/a table repeats its header on every page", test_repeated_header);
  g_test_add_func ("/typeset/pages/a row taller than a page is split without loss", test_tall_row);
  g_test_add_func ("/typeset/pages/a large row goes to a page of its own", test_large_rows);
  g_test_add_func ("/typeset/pages/metadata comes from the document", test_metadata);
  g_test_add_func ("/typeset/pages/the outline names what is on its pages", test_outline);
  g_test_add_func ("/typeset/pages/spots lead from pages to fields", test_spots);
  status = g_test_run ();
  for (guint seed = 0; seed <= N_SEEDS; seed++)
    g_clear_pointer (&kept[seed], aft_pages_free);
  return status;
}
