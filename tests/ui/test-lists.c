/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Lists in the forms: items typed in place, the how/why tree, rows that open. */
#include "form.h"
#include "model/events.h"
#include "ui/widgets/input-row.h"
#include "ui/widgets/item-row.h"
#include "ui/widgets/list-editor.h"
#include "ui/widgets/record-row.h"

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

/* Events */

static AftRecord *
add_event (Fixture *fixture, const char *at, const char *text)
{
  g_autoptr (AftRecord) event = fixture_event (at, text, AFT_CHOICE_NONE);

  aft_postmortem_insert (fixture->postmortem, list_of (fixture, AFT_DOC_EVENTS), G_MAXUINT, event);
  return event;
}

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
test_events (Fixture *fixture, gconstpointer data)
{
  GtkWidget *editor = show (fixture, aft_list_editor_new ("timeline.events"));
  AftRecord *late = add_event (fixture, "2026-05-04T12:30:00Z", "late");
  AftRecord *early = add_event (fixture, "2026-05-04T12:02:00Z", "early");
  GtkWidget *row = aft_list_editor_find_row (AFT_LIST_EDITOR (editor), late);

  g_assert_true (row_at (editor, 0) == aft_list_editor_find_row (AFT_LIST_EDITOR (editor), early));
  /* Closed a row costs no form. */
  g_assert_null (field_row (row, "at"));
  aft_record_row_reveal (AFT_RECORD_ROW (row), AFT_EVENT_AT);
  g_assert_nonnull (field_row (row, "at"));
  g_assert_false (gtk_widget_get_visible (field_row (row, "written")));

  /* The row stays under the cursor, whatever its time; it finds its place when it is left. */
  aft_input_row_set_text (AFT_INPUT_ROW (field_row (row, "at")), "2026-05-04 11:00");
  g_assert_cmpint (aft_event_get_at (late), ==, aft_event_get_at (early) - 62 * AFT_MINUTE);
  g_assert_true (row_at (editor, 1) == row);
  gtk_window_set_focus (GTK_WINDOW (fixture->window), NULL);
  wait_until (row_at (editor, 0) == row);
  undo (fixture);
  wait_until (row_at (editor, 1) == row);
}

static void
test_event_time (Fixture *fixture, gconstpointer data)
{
  GtkWidget *editor = show (fixture, aft_list_editor_new ("timeline.events"));
  AftRecord *event = add_event (fixture, "2026-05-04T12:02:00Z", "x");
  GtkWidget *row = aft_list_editor_find_row (AFT_LIST_EDITOR (editor), event);
  GtkWidget *time;

  aft_record_row_reveal (AFT_RECORD_ROW (row), AFT_EVENT_AT);
  time = field_row (row, "at");
  g_assert_cmpstr (entry_text (time), ==, "2026-05-04 12:02");
  aft_input_row_set_text (AFT_INPUT_ROW (time), "~12:05");
  g_assert_cmpuint (
      aft_record_get_choice (event, AFT_EVENT_PRECISION), ==, AFT_PRECISION_APPROXIMATE);
  g_assert_cmpstr (entry_text (time), ==, "~2026-05-04 12:05");
  undo (fixture);
  g_assert_cmpuint (aft_record_get_choice (event, AFT_EVENT_PRECISION), ==, AFT_PRECISION_EXACT);
  g_assert_cmpstr (entry_text (time), ==, "2026-05-04 12:02");
  aft_postmortem_set_text (fixture->postmortem, fixture->root, AFT_DOC_TIME_ZONE, "Europe/Zurich");
  g_assert_cmpstr (entry_text (time), ==, "2026-05-04 14:02");
}

/* A time that nothing reads stays in the document as it was written. */
static void
test_event_unreadable (Fixture *fixture, gconstpointer data)
{
  GtkWidget *editor = show (fixture, aft_list_editor_new ("timeline.events"));
  AftRecord *event = add_event (fixture, "2026-05-04T12:02:00Z", "x");
  GtkWidget *row = aft_list_editor_find_row (AFT_LIST_EDITOR (editor), event);
  GtkWidget *time;

  aft_record_row_reveal (AFT_RECORD_ROW (row), AFT_EVENT_AT);
  time = field_row (row, "at");
  aft_input_row_set_text (AFT_INPUT_ROW (time), "");
  g_assert_false (aft_record_has (event, AFT_EVENT_AT));
  aft_input_row_set_text (AFT_INPUT_ROW (time), "around noon");
  g_assert_true (aft_input_row_get_invalid (AFT_INPUT_ROW (time)));
  g_assert_cmpstr (aft_record_get_text (event, AFT_EVENT_WRITTEN), ==, "around noon");
  g_assert_cmpstr (entry_text (time), ==, "around noon");
  aft_input_row_set_text (AFT_INPUT_ROW (time), "2026-05-04 12:00");
  g_assert_true (aft_record_has (event, AFT_EVENT_AT));
  g_assert_false (aft_record_has (event, AFT_EVENT_WRITTEN));
}

static void
test_milestone (Fixture *fixture, gconstpointer data)
{
  GtkWidget *editor = show (fixture, aft_list_editor_new ("timeline.events"));
  AftRecord *one = add_event (fixture, "2026-05-04T12:02:00Z", "one");
  AftRecord *two = add_event (fixture, "2026-05-04T12:03:00Z", "two");
  GtkWidget *rows[] = { aft_list_editor_find_row (AFT_LIST_EDITOR (editor), one),
                        aft_list_editor_find_row (AFT_LIST_EDITOR (editor), two) };

  for (guint i = 0; i < 2; i++)
    {
      aft_record_row_reveal (AFT_RECORD_ROW (rows[i]), AFT_EVENT_MILESTONE);
      adw_combo_row_set_selected (ADW_COMBO_ROW (field_row (rows[i], "milestone")),
                                  AFT_MILESTONE_DETECTED + 1);
    }
  g_assert_false (aft_record_has (one, AFT_EVENT_MILESTONE));
  g_assert_cmpuint (aft_record_get_choice (two, AFT_EVENT_MILESTONE), ==, AFT_MILESTONE_DETECTED);
  undo (fixture);
  g_assert_cmpuint (aft_record_get_choice (one, AFT_EVENT_MILESTONE), ==, AFT_MILESTONE_DETECTED);
  g_assert_cmpuint (
      adw_combo_row_get_selected (ADW_COMBO_ROW (field_row (rows[1], "milestone"))), ==, 0);
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
  CASE ("/ui/lists/events are in the order of time, but not under the cursor", test_events);
  CASE ("/ui/lists/the time of an event has its precision and zone", test_event_time);
  CASE ("/ui/lists/an unreadable time is kept as written", test_event_unreadable);
  CASE ("/ui/lists/a milestone is one event's", test_milestone);
  CASE ("/ui/lists/a reason is asked for where it is due", test_action_reason);
  return g_test_run ();
}
