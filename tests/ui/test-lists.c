/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Lists in the forms: items typed in place, the how/why tree, rows that open. */
#include "form.h"
#include "ui/widgets/input-row.h"
#include "ui/widgets/item-row.h"
#include "ui/widgets/list-editor.h"

static AftRecordList *
list_of (Fixture *fixture, guint field)
{
  return aft_record_get_list (fixture->root, field);
}

static GtkWidget *
row_at (GtkWidget *editor, int index)
{
  return GTK_WIDGET (
      gtk_list_box_get_row_at_index (GTK_LIST_BOX (find (editor, GTK_TYPE_LIST_BOX)), index));
}

static void
write_item (GtkWidget *editor, int index, const char *text)
{
  gtk_text_buffer_set_text (buffer_of (row_at (editor, index)), text, -1);
}

static void
test_items (Fixture *fixture, gconstpointer data)
{
  GtkWidget     *editor = show (fixture, aft_list_editor_new ("lessons.went_well"));
  AftRecordList *list = list_of (fixture, AFT_DOC_WENT_WELL);

  aft_list_editor_add (AFT_LIST_EDITOR (editor));
  write_item (editor, 0, "Alerts were quick");
  g_signal_emit_by_name (find (row_at (editor, 0), AFT_TYPE_PROSE_VIEW), "entered");
  write_item (editor, 1, "Rollback was at hand");
  g_assert_cmpuint (aft_record_list_get_length (list), ==, 2);
  g_assert_cmpstr (
      aft_record_get_text (aft_record_list_get (list, 1), 0), ==, "Rollback was at hand");
  /* Enter in the first puts one between. */
  g_signal_emit_by_name (find (row_at (editor, 0), AFT_TYPE_PROSE_VIEW), "entered");
  g_assert_cmpuint (aft_record_list_get_length (list), ==, 3);
  g_assert_cmpstr (aft_record_get_text (aft_record_list_get (list, 1), 0), ==, "");
  g_signal_emit_by_name (find (row_at (editor, 1), AFT_TYPE_PROSE_VIEW), "emptied");
  g_assert_cmpuint (aft_record_list_get_length (list), ==, 2);
  while (undo (fixture))
    ;
  g_assert_cmpuint (aft_list_editor_get_length (AFT_LIST_EDITOR (editor)), ==, 0);
}

static void
test_items_move (Fixture *fixture, gconstpointer data)
{
  GtkWidget *editor = show (fixture, aft_list_editor_new ("lessons.went_well"));
  GtkWidget *first;

  for (int i = 0; i < 4; i++)
    {
      g_autofree char *text = g_strdup_printf ("item %d", i);

      aft_list_editor_add (AFT_LIST_EDITOR (editor));
      write_item (editor, i, text);
    }
  first = row_at (editor, 0);
  gtk_widget_activate_action (first, "row.move-down", NULL);
  gtk_widget_activate_action (first, "row.move-down", NULL);
  gtk_widget_activate_action (first, "row.move-down", NULL);
  /* The record keeps its row, wherever it goes, and the end is the end. */
  g_assert_true (row_at (editor, 3) == first);
  gtk_widget_activate_action (first, "row.move-down", NULL);
  g_assert_true (row_at (editor, 3) == first);
  assert_prose (row_at (editor, 0), "item 1");
  gtk_widget_activate_action (first, "row.move-up", NULL);
  g_assert_true (row_at (editor, 2) == first);
  for (int i = 0; i < 4; i++)
    undo (fixture);
  g_assert_true (row_at (editor, 0) == first);
  gtk_widget_activate_action (first, "row.remove", NULL);
  g_assert_cmpuint (aft_list_editor_get_length (AFT_LIST_EDITOR (editor)), ==, 3);
  assert_prose (row_at (editor, 0), "item 1");
}

static void
test_items_focus (Fixture *fixture, gconstpointer data)
{
  GtkWidget *editor = show (fixture, aft_list_editor_new ("lessons.went_well"));
  GtkWidget *view;

  aft_list_editor_add (AFT_LIST_EDITOR (editor));
  aft_list_editor_add (AFT_LIST_EDITOR (editor));
  view = find (row_at (editor, 1), AFT_TYPE_PROSE_VIEW);
  g_assert_true (gtk_window_get_focus (GTK_WINDOW (fixture->window)) == view);
  gtk_widget_activate_action (view, "row.move-up", NULL);
  g_assert_true (row_at (editor, 0) == gtk_widget_get_ancestor (view, AFT_TYPE_ITEM_ROW));
  g_assert_true (gtk_window_get_focus (GTK_WINDOW (fixture->window)) == view);
  gtk_widget_activate_action (view, "row.remove", NULL);
  view = find (row_at (editor, 0), AFT_TYPE_PROSE_VIEW);
  g_assert_true (gtk_window_get_focus (GTK_WINDOW (fixture->window)) == view);
}

static void
test_whys (Fixture *fixture, gconstpointer data)
{
  GtkWidget     *editor = show (fixture, aft_list_editor_new ("analysis.whys"));
  AftRecordList *whys = list_of (fixture, AFT_DOC_WHYS);
  AftRecordList *because;

  aft_list_editor_add (AFT_LIST_EDITOR (editor));
  write_item (editor, 0, "The push broke");
  g_signal_emit_by_name (row_at (editor, 0), "branched");
  write_item (editor, 1, "No check ran");
  g_signal_emit_by_name (row_at (editor, 1), "branched");
  write_item (editor, 2, "Nobody had asked for one");
  aft_list_editor_add (AFT_LIST_EDITOR (editor));
  write_item (editor, 3, "It was seen late");

  g_assert_cmpuint (aft_record_list_get_length (whys), ==, 2);
  because = aft_record_get_list (aft_record_list_get (whys, 0), AFT_WHY_BECAUSE);
  g_assert_cmpuint (aft_record_list_get_length (because), ==, 1);
  g_assert_cmpstr (
      aft_record_get_text (aft_record_list_get (because, 0), AFT_WHY_TEXT), ==, "No check ran");
  /* A branch goes as a whole. */
  gtk_widget_activate_action (row_at (editor, 1), "row.remove", NULL);
  g_assert_cmpuint (aft_list_editor_get_length (AFT_LIST_EDITOR (editor)), ==, 2);
  undo (fixture);
  g_assert_cmpuint (aft_list_editor_get_length (AFT_LIST_EDITOR (editor)), ==, 4);
  assert_prose (row_at (editor, 2), "Nobody had asked for one");
}

/* Rows that open */

static GtkWidget *
field_row (GtkWidget *row, const char *key)
{
  if (AFT_IS_FIELD_WIDGET (row) &&
      g_strcmp0 (aft_field_widget_get_key (AFT_FIELD_WIDGET (row)), key) == 0)
    return row;
  for (GtkWidget *below = gtk_widget_get_first_child (row); below != NULL;
       below = gtk_widget_get_next_sibling (below))
    {
      GtkWidget *found = field_row (below, key);

      if (found != NULL)
        return found;
    }
  return NULL;
}

static void
test_action_reason (Fixture *fixture, gconstpointer data)
{
  GtkWidget *editor = show (fixture, aft_list_editor_new ("actions"));
  GtkWidget *row;

  aft_list_editor_add (AFT_LIST_EDITOR (editor));
  row = row_at (editor, 0);
  g_assert_true (adw_expander_row_get_expanded (ADW_EXPANDER_ROW (row)));
  type (field_row (row, "title"), "Check <each> push");
  g_assert_cmpstr (
      adw_preferences_row_get_title (ADW_PREFERENCES_ROW (row)), ==, "Check <each> push");
  g_assert_false (gtk_widget_get_visible (field_row (row, "reason")));
  adw_combo_row_set_selected (ADW_COMBO_ROW (field_row (row, "status")), AFT_ACTION_STATUS_WONT_DO);
  g_assert_true (gtk_widget_get_visible (field_row (row, "reason")));
  aft_input_row_set_text (AFT_INPUT_ROW (field_row (row, "due")), "1 June 2026");
  g_assert_cmpstr (entry_text (field_row (row, "due")), ==, "2026-06-01");
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  gtk_source_init ();
#define CASE(path, function) g_test_add (path, Fixture, NULL, set_up, function, tear_down)
  CASE ("/ui/lists/items are added, entered and emptied", test_items);
  CASE ("/ui/lists/items move with their rows", test_items_move);
  CASE ("/ui/lists/the focus goes with the row", test_items_focus);
  CASE ("/ui/lists/whys branch", test_whys);
  CASE ("/ui/lists/a reason is asked for where it is due", test_action_reason);
  return g_test_run ();
}
