/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "typeset/flow.h"
#include "typeset/table.h"

#define WIDTH 300.0

typedef struct
{
  PangoContext *context;
  AftStyle     *style;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer unused)
{
  const AftTypesetOptions options = { AFT_PAPER_A4, AFT_LAYOUT_REPORT };

  fixture->context = pango_font_map_create_context (pango_cairo_font_map_get_default ());
  pango_cairo_context_set_resolution (fixture->context, 72);
  fixture->style = aft_style_new (fixture->context, &options);
}

static void
tear_down (Fixture *fixture, gconstpointer unused)
{
  aft_style_free (fixture->style);
  g_object_unref (fixture->context);
}

static AftTable *
new_table (Fixture *fixture, guint n_columns)
{
  static const AftColumn columns[AFT_TABLE_MAX_COLUMNS] = { { 0 } };

  return aft_table_new (fixture->style, columns, n_columns, -1);
}

static void
add_row (AftTable *table, AftRowType type, const char *const *texts)
{
  aft_table_add_row (table, type, -1, NULL);
  for (guint i = 0; i < table->n_columns; i++)
    aft_table_set_text (table, i, texts[i], -1, AFT_INK_TEXT);
}

#define ROW(table, type, ...) add_row (table, type, (const char *const[]){ __VA_ARGS__ })

static const char long_text[] =
    "a text that is by far too long for one line of a column and so is broken into several lines";

static void
test_natural (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (AftTable) table = new_table (fixture, 2);

  ROW (table, AFT_ROW_HEADER, "name", "value");
  ROW (table, AFT_ROW_BODY, "p99", "840 ms");
  aft_table_fit (table, WIDTH, FALSE);
  g_assert_cmpfloat (table->width, <, WIDTH / 2);
  g_assert_cmpint (aft_table_get_row (table, 1)->n_lines, ==, 1);
}

/* A group row is never last on a page, also where the two last rows stay together below it. */
static void
test_followers (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (AftTable) table = new_table (fixture, 1);
  double height;

  ROW (table, AFT_ROW_BODY, "one");
  ROW (table, AFT_ROW_BODY, "two");
  ROW (table, AFT_ROW_BODY, "three");
  ROW (table, AFT_ROW_GROUP, "a day");
  ROW (table, AFT_ROW_BODY, "four");
  ROW (table, AFT_ROW_BODY, "five");
  aft_table_fit (table, WIDTH, TRUE);
  height = aft_table_get_row (table, 0)->height;
  g_assert_cmpfloat_with_epsilon (aft_flow_row_with_followers (table, 0), 2 * height, 0.01);
  g_assert_cmpfloat_with_epsilon (aft_flow_row_with_followers (table, 1), height, 0.01);
  g_assert_cmpfloat_with_epsilon (aft_flow_row_with_followers (table, 3), 3 * height, 0.01);
  g_assert_cmpfloat_with_epsilon (aft_flow_row_with_followers (table, 4), 2 * height, 0.01);
  g_assert_cmpfloat_with_epsilon (aft_flow_row_with_followers (table, 5), height, 0.01);
}

static void
test_fill (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (AftTable) table = new_table (fixture, 2);

  ROW (table, AFT_ROW_BODY, "p99", "840 ms");
  aft_table_fit (table, WIDTH, TRUE);
  g_assert_cmpfloat_with_epsilon (table->width, WIDTH, 0.01);
}

static void
test_share (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (AftTable) table = new_table (fixture, 3);

  ROW (table, AFT_ROW_BODY, "p99", long_text, "fine");
  aft_table_fit (table, WIDTH, FALSE);
  g_assert_cmpfloat (table->width, <=, WIDTH + 0.01);
  /* the short ones are not broken for the sake of the long one */
  g_assert_cmpint (aft_table_get_cell (table, aft_table_get_row (table, 0), 0)->n_lines, ==, 1);
  g_assert_cmpint (aft_table_get_cell (table, aft_table_get_row (table, 0), 2)->n_lines, ==, 1);
  g_assert_cmpint (aft_table_get_row (table, 0)->n_lines, >, 1);
}

static void
test_many (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (AftTable) table = new_table (fixture, AFT_TABLE_MAX_COLUMNS);

  aft_table_add_row (table, AFT_ROW_BODY, -1, NULL);
  for (guint i = 0; i < table->n_columns; i++)
    aft_table_set_text (table, i, "unbreakable", -1, AFT_INK_TEXT);
  aft_table_fit (table, WIDTH, FALSE);
  g_assert_cmpfloat (table->width, <=, WIDTH + 0.01);
}

static void
test_flexible (Fixture *fixture, gconstpointer unused)
{
  const AftColumn columns[] = { { .width = 40 }, { .flexible = TRUE }, { .width = 50 } };
  g_autoptr (AftTable) table = aft_table_new (fixture->style, columns, G_N_ELEMENTS (columns), -1);

  ROW (table, AFT_ROW_BODY, "one", long_text, "two");
  aft_table_fit (table, WIDTH, TRUE);
  g_assert_cmpfloat_with_epsilon (table->columns[1].width, WIDTH - 90 - 2 * AFT_TABLE_GAP, 0.01);
  g_assert_cmpfloat_with_epsilon (table->x[2], WIDTH - 50, 0.01);
}

/* Row by row, or all at the end: the same. */
static void
test_early (Fixture *fixture, gconstpointer unused)
{
  static const AftColumn columns[] = { { .width = 40 }, { .flexible = TRUE } };
  g_autoptr (AftTable) early = aft_table_new (fixture->style, columns, 2, -1);
  g_autoptr (AftTable) late = aft_table_new (fixture->style, columns, 2, -1);

  aft_table_set_width (early, WIDTH);
  for (guint i = 0; i < 3; i++)
    {
      ROW (early, AFT_ROW_BODY, "Alert", i == 1 ? long_text : "Change");
      ROW (late, AFT_ROW_BODY, "Alert", i == 1 ? long_text : "Change");
    }
  g_assert_null (aft_table_get_cell (early, aft_table_get_row (early, 0), 1)->text);
  aft_table_fit (early, WIDTH, TRUE);
  aft_table_fit (late, WIDTH, TRUE);
  for (guint i = 0; i < 3; i++)
    {
      const AftRow *row = aft_table_get_row (early, i);

      g_assert_cmpfloat (row->height, ==, aft_table_get_row (late, i)->height);
      g_assert_cmpint (row->n_lines, ==, aft_table_get_row (late, i)->n_lines);
    }
  g_assert_cmpfloat (early->width, ==, late->width);
}

static void
test_cache (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (AftTable) table = new_table (fixture, 2);
  AftRow *first, *second;

  ROW (table, AFT_ROW_BODY, "Alert", "Alert");
  ROW (table, AFT_ROW_BODY, "Alert", "Change");
  aft_table_fit (table, WIDTH, TRUE);
  first = aft_table_get_row (table, 0);
  second = aft_table_get_row (table, 1);
  g_assert_true (aft_table_get_cell (table, first, 0)->lines ==
                 aft_table_get_cell (table, second, 0)->lines);
  /* another column may be of another width */
  g_assert_true (aft_table_get_cell (table, first, 0)->lines !=
                 aft_table_get_cell (table, first, 1)->lines);
}

static void
test_heights (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (AftTable) table = new_table (fixture, 2);
  const AftRow *row;

  ROW (table, AFT_ROW_BODY, "", "");
  ROW (table, AFT_ROW_BODY, "one", "two\nthree\nfour");
  aft_table_fit (table, WIDTH, FALSE);
  g_assert_cmpint (aft_table_get_row (table, 0)->n_lines, ==, 1);
  row = aft_table_get_row (table, 1);
  g_assert_cmpint (row->n_lines, ==, 3);
  g_assert_cmpfloat_with_epsilon (row->height, 3 * row->leading + 2 * AFT_TABLE_PAD, 0.01);
}

#define ADD(path, function) g_test_add (path, Fixture, NULL, set_up, function, tear_down)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  ADD ("/typeset/table/is as wide as its text where that fits", test_natural);
  ADD ("/typeset/table/takes the whole width where asked to", test_fill);
  ADD ("/typeset/table/a group row stays with what follows", test_followers);
  ADD ("/typeset/table/gives long columns what short ones leave", test_share);
  ADD ("/typeset/table/never grows wider than its place", test_many);
  ADD ("/typeset/table/fixed columns stay, flexible ones share the rest", test_flexible);
  ADD ("/typeset/table/rows may be fitted one by one", test_early);
  ADD ("/typeset/table/identical cells of a column share their lines", test_cache);
  ADD ("/typeset/table/a row is as tall as its tallest cell", test_heights);
  return g_test_run ();
}
