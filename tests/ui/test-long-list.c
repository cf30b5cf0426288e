/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Rows for what can be seen, places for the rest. */
#include "form.h"
#include "ui/widgets/long-list.h"
#include "ui/widgets/row-heights.h"

#define ROW_PX 40

static void
test_heights (void)
{
  g_autoptr (AftRowHeights) heights = aft_row_heights_new ();
  int height;

  g_assert_cmpint (aft_row_heights_get_total (heights), ==, 0);
  g_assert_cmpuint (aft_row_heights_find (heights, 100), ==, 0);
  aft_row_heights_reset (heights, 10);
  aft_row_heights_set (heights, 2, 20);
  aft_row_heights_set (heights, 3, 40);
  /* the others are guessed as the mean of the two */
  g_assert_cmpint (aft_row_heights_get_total (heights), ==, 300);
  g_assert_cmpint (aft_row_heights_get_top (heights, 2), ==, 60);
  g_assert_cmpint (aft_row_heights_get_top (heights, 4), ==, 120);
  g_assert_cmpint (aft_row_heights_get_top (heights, 10), ==, 300);
  g_assert_true (aft_row_heights_get (heights, 3, &height));
  g_assert_cmpint (height, ==, 40);
  g_assert_false (aft_row_heights_get (heights, 9, &height));
  g_assert_cmpint (height, ==, 30);
  aft_row_heights_reset (heights, 3);
  g_assert_false (aft_row_heights_get (heights, 2, &height));
}

/* Every place belongs to the row that is there. */
static void
test_find (void)
{
  g_autoptr (AftRowHeights) heights = aft_row_heights_new ();
  g_autoptr (GRand) rand = g_rand_new_with_seed (5);

  aft_row_heights_reset (heights, 100);
  for (guint i = 0; i < 100; i++)
    aft_row_heights_set (heights, i, g_rand_int_range (rand, 1, 90));
  for (int y = 0; y < aft_row_heights_get_total (heights); y++)
    {
      guint row = aft_row_heights_find (heights, y);

      g_assert_cmpint (aft_row_heights_get_top (heights, row), <=, y);
      g_assert_cmpint (aft_row_heights_get_top (heights, row + 1), >, y);
    }
  g_assert_cmpuint (aft_row_heights_find (heights, -5), ==, 0);
  g_assert_cmpuint (aft_row_heights_find (heights, 1000000), ==, 99);
}

/* The widget: buttons that show a text each */

static GtkWidget *
create_row (gpointer data)
{
  GtkWidget *button = gtk_button_new_with_label ("");

  gtk_widget_set_size_request (button, -1, ROW_PX);
  return button;
}

static void
bind_row (GtkWidget *row, gpointer item, guint position, gpointer data)
{
  gtk_button_set_label (GTK_BUTTON (row), gtk_string_object_get_string (item));
}

static void
unbind_row (GtkWidget *row, gpointer data)
{
  gtk_button_set_label (GTK_BUTTON (row), "");
}

static const AftLongListRows button_rows = { create_row, bind_row, unbind_row };

typedef struct
{
  Fixture        form;
  GtkWidget     *scroller;
  AftLongList   *list;
  GtkStringList *items;
  GtkWidget     *above; /* on the same page */
} Long;

static void
set_up_long (Long *fixture, gconstpointer data)
{
  GtkWidget *page = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  set_up (&fixture->form, data);
  gtk_window_set_default_size (GTK_WINDOW (fixture->form.window), 300, 400);
  fixture->items = gtk_string_list_new (NULL);
  for (guint i = 0; i < 5000; i++)
    gtk_string_list_take (fixture->items, g_strdup_printf ("row %u", i));
  fixture->scroller = gtk_scrolled_window_new ();
  gtk_widget_set_vexpand (fixture->scroller, TRUE);
  fixture->list = g_object_new (AFT_TYPE_LONG_LIST, NULL);
  aft_long_list_set_rows (fixture->list, &button_rows, NULL);
  aft_long_list_set_model (fixture->list, G_LIST_MODEL (fixture->items));
  fixture->above = gtk_label_new (NULL);
  gtk_box_append (GTK_BOX (page), fixture->above);
  gtk_box_append (GTK_BOX (page), GTK_WIDGET (fixture->list));
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (fixture->scroller), page);
  gtk_box_append (GTK_BOX (fixture->form.box), fixture->scroller);
  wait_until (gtk_widget_get_height (GTK_WIDGET (fixture->list)) == 5000 * ROW_PX);
}

static void
tear_down_long (Long *fixture, gconstpointer data)
{
  tear_down (&fixture->form, data);
  g_assert_finalize_object (fixture->items);
}

static GtkWidget *
row_of (Long *fixture, guint position)
{
  g_autoptr (GObject) item = g_list_model_get_item (G_LIST_MODEL (fixture->items), position);

  return aft_long_list_get_row (fixture->list, item);
}

static GtkAdjustment *
adjustment_of (Long *fixture)
{
  return gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (fixture->scroller));
}

static void
focus (Long *fixture, guint position)
{
  g_autoptr (GObject) item = g_list_model_get_item (G_LIST_MODEL (fixture->items), position);

  g_assert_true (gtk_widget_grab_focus (aft_long_list_ensure_row (fixture->list, item)));
}

static void
test_rows (Long *fixture, gconstpointer data)
{
  GtkAdjustment *adjustment = adjustment_of (fixture);
  GtkWidget     *row;
  double         y;

  wait_until (row_of (fixture, 9) != NULL);
  g_assert_null (row_of (fixture, 4000));
  g_assert_cmpuint (aft_long_list_get_n_rows (fixture->list), <, 60);
  gtk_adjustment_set_value (adjustment, 4000 * ROW_PX);
  wait_until (row_of (fixture, 4005) != NULL);
  g_assert_null (row_of (fixture, 9));
  g_assert_cmpuint (aft_long_list_get_n_rows (fixture->list), <, 60);
  row = row_of (fixture, 4005);
  g_assert_cmpstr (gtk_button_get_label (GTK_BUTTON (row)), ==, "row 4005");
  wait_until (gtk_widget_translate_coordinates (row, fixture->scroller, 0, 0, &(double){ 0 }, &y) &&
              y >= 5 * ROW_PX && y < 6 * ROW_PX);
}

/* In the order of the items, for those who read the list out. */
static void
test_order (Long *fixture, gconstpointer data)
{
  guint n = 0;

  gtk_adjustment_set_value (adjustment_of (fixture), 200 * ROW_PX);
  wait_until (row_of (fixture, 200) != NULL);
  gtk_adjustment_set_value (adjustment_of (fixture), 195 * ROW_PX);
  wait_until (row_of (fixture, 195) != NULL);
  for (GtkWidget *row = gtk_widget_get_first_child (GTK_WIDGET (fixture->list)); row != NULL;
       row = gtk_widget_get_next_sibling (row))
    {
      GtkWidget *next = gtk_widget_get_next_sibling (row);

      if (next == NULL || !gtk_widget_get_visible (next) || !gtk_widget_get_visible (row))
        continue;
      g_assert_cmpint (atoi (gtk_button_get_label (GTK_BUTTON (row)) + 4) + 1,
                       ==,
                       atoi (gtk_button_get_label (GTK_BUTTON (next)) + 4));
      n++;
    }
  g_assert_cmpuint (n, >, 10);
}

static void
test_focus (Long *fixture, gconstpointer data)
{
  GtkWidget *window = fixture->form.window;

  focus (fixture, 3000);
  g_assert_true (gtk_window_get_focus (GTK_WINDOW (window)) == row_of (fixture, 3000));
  wait_until (gtk_adjustment_get_value (adjustment_of (fixture)) > 2900 * ROW_PX);
  /* It keeps its row wherever the page is. */
  gtk_adjustment_set_value (adjustment_of (fixture), 0);
  wait_until (row_of (fixture, 5) != NULL);
  g_assert_true (gtk_window_get_focus (GTK_WINDOW (window)) == row_of (fixture, 3000));
  g_assert_true (gtk_widget_child_focus (window, GTK_DIR_DOWN));
  g_assert_true (gtk_window_get_focus (GTK_WINDOW (window)) == row_of (fixture, 3001));
  g_assert_true (gtk_widget_child_focus (window, GTK_DIR_UP));
  g_assert_true (gtk_widget_child_focus (window, GTK_DIR_UP));
  g_assert_true (gtk_window_get_focus (GTK_WINDOW (window)) == row_of (fixture, 2999));
  /* Where it was taken from, the next one has it. */
  gtk_string_list_remove (fixture->items, 2999);
  g_assert_true (gtk_window_get_focus (GTK_WINDOW (window)) == row_of (fixture, 2999));
  g_assert_cmpstr (gtk_button_get_label (GTK_BUTTON (row_of (fixture, 2999))), ==, "row 3000");
}

static void
test_held (Long *fixture, gconstpointer data)
{
  g_autoptr (GObject) item = g_list_model_get_item (G_LIST_MODEL (fixture->items), 7);
  GtkWidget *row = aft_long_list_ensure_row (fixture->list, item);

  aft_long_list_hold (fixture->list, item);
  gtk_adjustment_set_value (adjustment_of (fixture), 1000 * ROW_PX);
  wait_until (row_of (fixture, 1000) != NULL);
  g_assert_true (row_of (fixture, 7) == row);
  g_assert_null (row_of (fixture, 8));
  aft_long_list_hold (fixture->list, NULL);
  gtk_adjustment_set_value (adjustment_of (fixture), 2000 * ROW_PX);
  wait_until (row_of (fixture, 7) == NULL);
}

/* Rows keep their items where others come and go above; what can be seen does not move. */
static void
test_change_above (Long *fixture, gconstpointer data)
{
  static const char *const two[] = { "one more", "another", NULL };
  GtkWidget               *row;

  gtk_adjustment_set_value (adjustment_of (fixture), 1000 * ROW_PX);
  wait_until (row_of (fixture, 1000) != NULL);
  row = row_of (fixture, 1000);
  gtk_string_list_splice (fixture->items, 0, 0, two);
  g_assert_true (row_of (fixture, 1002) == row);
  g_assert_cmpstr (gtk_button_get_label (GTK_BUTTON (row)), ==, "row 1000");
  wait_until (gtk_widget_get_height (GTK_WIDGET (fixture->list)) == 5002 * ROW_PX);
  gtk_string_list_splice (fixture->items, 0, 5002, NULL);
  g_assert_cmpuint (aft_long_list_get_n_rows (fixture->list), ==, 0);
  gtk_string_list_splice (fixture->items, 0, 0, two);
  wait_until (gtk_widget_get_height (GTK_WIDGET (fixture->list)) >= 2 * ROW_PX &&
              row_of (fixture, 1) != NULL);
}

static double
place_of (Long *fixture, guint position)
{
  double x = 0, y = -1;

  gtk_widget_translate_coordinates (row_of (fixture, position), fixture->scroller, 0, 0, &x, &y);
  return y;
}

/* The page above grows and shrinks: what has the focus, or is read, stays where it is. */
static void
test_page_above (Long *fixture, gconstpointer data)
{
  GtkAdjustment *adjustment = adjustment_of (fixture);
  double         y;

  focus (fixture, 3);
  wait_until (place_of (fixture, 3) > 0);
  y = place_of (fixture, 3);
  gtk_widget_set_size_request (fixture->above, -1, 150);
  wait_until (gtk_adjustment_get_value (adjustment) > 100);
  wait_until (place_of (fixture, 3) == y);
  gtk_widget_set_size_request (fixture->above, -1, 60);
  wait_until (gtk_adjustment_get_value (adjustment) < 100);
  wait_until (place_of (fixture, 3) == y);
  gtk_window_set_focus (GTK_WINDOW (fixture->form.window), NULL);
  gtk_adjustment_set_value (adjustment, 1000 * ROW_PX);
  wait_until (row_of (fixture, 1003) != NULL);
  wait_until (place_of (fixture, 1003) < 5 * ROW_PX);
  y = place_of (fixture, 1003);
  gtk_widget_set_size_request (fixture->above, -1, 300);
  wait_until (gtk_adjustment_get_value (adjustment) > 1000 * ROW_PX + 200);
  wait_until (place_of (fixture, 1003) == y);
}

/* A row that grows below the page is scrolled up, one higher than the page to its beginning. */
static void
test_in_full (Long *fixture, gconstpointer data)
{
  g_autoptr (GObject) item = NULL;
  GtkWidget *row;

  focus (fixture, 8);
  wait_until (place_of (fixture, 8) > 0);
  item = g_list_model_get_item (G_LIST_MODEL (fixture->items), 8);
  row = row_of (fixture, 8);
  gtk_widget_set_size_request (row, -1, 200);
  aft_long_list_show_in_full (fixture->list, item);
  wait_until (gtk_widget_get_height (row) > 150 &&
              place_of (fixture, 8) <= gtk_widget_get_height (fixture->scroller) - 190);
  gtk_widget_set_size_request (row, -1, 2000);
  aft_long_list_show_in_full (fixture->list, item);
  wait_until (gtk_widget_get_height (row) > 1500 && place_of (fixture, 8) < ROW_PX);
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  gtk_source_init ();
#define CASE(path, function) g_test_add (path, Long, NULL, set_up_long, function, tear_down_long)
  g_test_add_func ("/ui/long-list/heights are measured or guessed", test_heights);
  g_test_add_func ("/ui/long-list/every place has its row", test_find);
  CASE ("/ui/long-list/there are rows for what can be seen", test_rows);
  CASE ("/ui/long-list/rows are read in order", test_order);
  CASE ("/ui/long-list/the focus keeps its row and goes along", test_focus);
  CASE ("/ui/long-list/what is held keeps its row", test_held);
  CASE ("/ui/long-list/what is above moves nothing", test_page_above);
  CASE ("/ui/long-list/a row is shown in full", test_in_full);
  CASE ("/ui/long-list/rows stay with their items", test_change_above);
  return g_test_run ();
}
