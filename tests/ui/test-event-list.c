/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The list of events: order, filter, second zone, changing in place, thousands of them. */
#include "form.h"
#include "model/events.h"
#include "ui/sections/event-list.h"
#include "ui/sections/event-row.h"
#include "ui/sections/event-time.h"
#include "ui/widgets/choice-menu.h"
#include "ui/widgets/flag-row.h"
#include "ui/widgets/input-row.h"

typedef struct
{
  Fixture       form;
  AftEventList *list;
  GtkWidget    *scroller;
} Listed;

static void
set_up_list (Listed *fixture, gconstpointer data)
{
  GtkWidget *list = aft_event_list_new ();

  set_up (&fixture->form, data);
  gtk_window_set_default_size (GTK_WINDOW (fixture->form.window), 600, 700);
  fixture->list = AFT_EVENT_LIST (list);
  fixture->scroller = gtk_scrolled_window_new ();
  gtk_widget_set_vexpand (fixture->scroller, TRUE);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (fixture->scroller), list);
  gtk_box_append (GTK_BOX (fixture->form.box), fixture->scroller);
  aft_field_widget_bind (AFT_FIELD_WIDGET (list), fixture->form.postmortem, fixture->form.root);
}

static void
tear_down_list (Listed *fixture, gconstpointer data)
{
  tear_down (&fixture->form, data);
}

static AftRecordList *
events_of (Listed *fixture)
{
  return aft_record_get_list (fixture->form.root, AFT_DOC_EVENTS);
}

static AftRecord *
add_event (Listed *fixture, const char *at, const char *text)
{
  g_autoptr (AftRecord) event = fixture_event (at, text, AFT_CHOICE_NONE);

  aft_postmortem_insert (fixture->form.postmortem, events_of (fixture), G_MAXUINT, event);
  aft_postmortem_break_step (fixture->form.postmortem);
  return event;
}

static GtkWidget *
row_of (Listed *fixture, AftRecord *event)
{
  GtkWidget *row = aft_event_list_get_row (fixture->list, event);

  g_assert_nonnull (row);
  return row;
}

/* The texts of the rows from top to bottom. */
static char *
read_rows (Listed *fixture)
{
  GtkWidget *first = row_of (fixture, aft_record_list_get (events_of (fixture), 0));
  GString   *texts = g_string_new (NULL);

  for (GtkWidget *row = gtk_widget_get_first_child (gtk_widget_get_parent (first)); row != NULL;
       row = gtk_widget_get_next_sibling (row))
    if (aft_event_row_get_event (AFT_EVENT_ROW (row)) != NULL)
      g_string_append (
          texts,
          aft_record_get_text (aft_event_row_get_event (AFT_EVENT_ROW (row)), AFT_EVENT_TEXT));
  return g_string_free (texts, FALSE);
}

static void
assert_rows (Listed *fixture, const char *expected)
{
  g_autofree char *texts = read_rows (fixture);

  g_assert_cmpstr (texts, ==, expected);
}

static GtkWidget *
field_of (GtkWidget *widget, const char *key)
{
  if (AFT_IS_FIELD_WIDGET (widget) &&
      g_strcmp0 (aft_field_widget_get_key (AFT_FIELD_WIDGET (widget)), key) == 0)
    return widget;
  for (GtkWidget *below = gtk_widget_get_first_child (widget); below != NULL;
       below = gtk_widget_get_next_sibling (below))
    {
      GtkWidget *found = field_of (below, key);

      if (found != NULL)
        return found;
    }
  return NULL;
}

static gboolean
shows (GtkWidget *widget, const char *text)
{
  if (GTK_IS_LABEL (widget) && gtk_widget_get_visible (widget) &&
      strstr (gtk_label_get_text (GTK_LABEL (widget)), text) != NULL)
    return TRUE;
  for (GtkWidget *below = gtk_widget_get_first_child (widget); below != NULL;
       below = gtk_widget_get_next_sibling (below))
    if (shows (below, text))
      return TRUE;
  return FALSE;
}

/* In the order of time, equal ones in that of the file, those without a time last. */
static void
test_order (Listed *fixture, gconstpointer data)
{
  AftRecord *late = add_event (fixture, "2026-05-04T12:30:00Z", "e");
  AftRecord *none = add_event (fixture, "2026-05-04T12:00:00Z", "f");

  add_event (fixture, "2026-05-04T12:02:00Z", "b");
  add_event (fixture, "2026-05-04T12:02:00Z", "c");
  add_event (fixture, "2026-05-03T12:02:00Z", "a");
  add_event (fixture, "2026-05-04T12:02:00Z", "d");
  aft_postmortem_clear (fixture->form.postmortem, none, AFT_EVENT_AT);
  assert_rows (fixture, "abcdef");
  aft_postmortem_set_integer (fixture->form.postmortem, late, AFT_EVENT_AT, FIXTURE_NOW);
  assert_rows (fixture, "aebcdf");
  undo (&fixture->form);
  assert_rows (fixture, "abcdef");
}

static void
test_days (Listed *fixture, gconstpointer data)
{
  AftRecord *one = add_event (fixture, "2026-05-04T21:30:00Z", "one");
  AftRecord *two = add_event (fixture, "2026-05-04T22:30:00Z", "two");

  g_assert_true (shows (row_of (fixture, one), "4 May 2026"));
  g_assert_false (shows (row_of (fixture, two), "May 2026"));
  aft_postmortem_set_text (
      fixture->form.postmortem, fixture->form.root, AFT_DOC_TIME_ZONE, "Europe/Zurich");
  g_assert_true (shows (row_of (fixture, one), "23:30"));
  g_assert_true (shows (row_of (fixture, two), "5 May 2026"));
  g_assert_true (shows (row_of (fixture, two), "00:30"));
}

static void
test_other_zone (Listed *fixture, gconstpointer data)
{
  AftRecord *event = add_event (fixture, "2026-05-04T21:30:00Z", "one");

  aft_event_list_set_other_zone (fixture->list, "Asia/Tokyo");
  g_assert_true (shows (row_of (fixture, event), "21:30"));
  g_assert_true (shows (row_of (fixture, event), "06:30 +1 d"));
  aft_event_list_set_other_zone (fixture->list, NULL);
  g_assert_false (shows (row_of (fixture, event), "06:30"));
}

static void
test_filter (Listed *fixture, gconstpointer data)
{
  AftRecord *one = add_event (fixture, "2026-05-04T12:00:00Z", "one");
  AftRecord *two = add_event (fixture, "2026-05-04T12:01:00Z", "two");

  aft_postmortem_set_choice (fixture->form.postmortem, two, AFT_EVENT_LANE, AFT_LANE_USERS);
  aft_event_list_set_filter (fixture->list, &(AftEventFilter){ AFT_LANE_USERS, AFT_CHOICE_NONE });
  g_assert_null (aft_event_list_get_row (fixture->list, one));
  g_assert_nonnull (aft_event_list_get_row (fixture->list, two));
  g_assert_true (shows (GTK_WIDGET (fixture->list), "1 of 2"));
  aft_event_list_set_filter (fixture->list,
                             &(AftEventFilter){ AFT_LANE_USERS, AFT_EVENT_KIND_ALERT });
  g_assert_cmpuint (aft_event_list_get_length (fixture->list), ==, 0);
  g_assert_true (shows (GTK_WIDGET (fixture->list), "No event is of this lane and kind"));
  /* What somebody is led to is not hidden. */
  g_assert_true (aft_field_widget_reveal (AFT_FIELD_WIDGET (fixture->list), one, AFT_EVENT_KIND));
  g_assert_cmpuint (aft_event_list_get_length (fixture->list), ==, 2);
  g_assert_true (aft_event_list_get_open (fixture->list) == one);
}

/* Everything of an event is changed below its row. */
static void
test_form (Listed *fixture, gconstpointer data)
{
  AftRecord *event = add_event (fixture, "2026-05-04T12:02:00Z", "x");
  GtkWidget *row = row_of (fixture, event);

  g_assert_null (field_of (row, "at"));
  g_signal_emit_by_name (row, "activated");
  g_assert_true (aft_event_row_get_open (AFT_EVENT_ROW (row)));
  aft_event_time_set_text (AFT_EVENT_TIME (field_of (row, "at")), "~12:05");
  aft_event_time_set_text (AFT_EVENT_TIME (field_of (row, "until")), "+10m");
  gtk_text_buffer_set_text (buffer_of (field_of (row, "text")), "Errors <rise>", -1);
  gtk_drop_down_set_selected (
      aft_choice_menu_get_drop_down (AFT_CHOICE_MENU (field_of (row, "kind"))),
      AFT_EVENT_KIND_ALERT);
  gtk_drop_down_set_selected (
      aft_choice_menu_get_drop_down (AFT_CHOICE_MENU (field_of (row, "lane"))), AFT_LANE_USERS);
  gtk_drop_down_set_selected (
      aft_choice_menu_get_drop_down (AFT_CHOICE_MENU (field_of (row, "milestone"))),
      AFT_MILESTONE_DETECTED + 1);
  type (field_of (row, "source"), "dashboard");
  gtk_switch_set_active (GTK_SWITCH (find (field_of (row, "private"), GTK_TYPE_SWITCH)), TRUE);
  g_assert_true (shows (row, "~12:05"));
  g_assert_true (shows (row, "Errors <rise>"));
  g_assert_true (shows (row, "Detected"));
  g_assert_true (shows (row, "until 12:15 · Alert · Users · Private · dashboard"));
  g_assert_false (gtk_widget_get_visible (field_of (row, "written")));
  g_signal_emit_by_name (row, "activated");
  g_assert_null (field_of (row, "at"));
  while (undo (&fixture->form))
    ;
  g_assert_cmpuint (aft_event_list_get_length (fixture->list), ==, 0);
}

/* The row stays under the cursor, whatever its time; it finds its place when it is left. */
static void
test_held (Listed *fixture, gconstpointer data)
{
  AftRecord *b = add_event (fixture, "2026-05-04T12:30:00Z", "b");
  GtkWidget *window = fixture->form.window;

  add_event (fixture, "2026-05-04T12:02:00Z", "a");
  add_event (fixture, "2026-05-04T12:40:00Z", "c");
  g_assert_true (aft_field_widget_reveal (AFT_FIELD_WIDGET (fixture->list), b, AFT_EVENT_AT));
  aft_event_time_set_text (AFT_EVENT_TIME (field_of (row_of (fixture, b), "at")), "11:00");
  assert_rows (fixture, "abc");
  gtk_window_set_focus (GTK_WINDOW (window), NULL);
  wait_until (aft_event_list_get_row (fixture->list, b) ==
              gtk_widget_get_first_child (gtk_widget_get_parent (row_of (fixture, b))));
  assert_rows (fixture, "bac");
  g_assert_true (aft_event_list_get_open (fixture->list) == b);
}

static void
test_one_open (Listed *fixture, gconstpointer data)
{
  AftRecord *a = add_event (fixture, "2026-05-04T12:00:00Z", "a");
  AftRecord *b = add_event (fixture, "2026-05-04T12:30:00Z", "b");

  aft_event_list_open (fixture->list, a);
  /* Half typed, and taken over when the next one is opened. */
  type (field_of (row_of (fixture, a), "at"), "12:10");
  g_signal_emit_by_name (row_of (fixture, b), "activated");
  g_assert_false (aft_event_row_get_open (AFT_EVENT_ROW (row_of (fixture, a))));
  g_assert_true (aft_event_row_get_open (AFT_EVENT_ROW (row_of (fixture, b))));
  g_assert_cmpint (aft_event_get_at (a), ==, FIXTURE_NOW + 10 * AFT_MINUTE);
  aft_postmortem_remove (fixture->form.postmortem, events_of (fixture), 1);
  g_assert_null (aft_event_list_get_open (fixture->list));
  undo (&fixture->form);
  g_assert_false (aft_event_row_get_open (AFT_EVENT_ROW (row_of (fixture, b))));
}

static void
test_remove (Listed *fixture, gconstpointer data)
{
  AftRecord *a = add_event (fixture, "2026-05-04T12:00:00Z", "a");
  AftRecord *b = add_event (fixture, "2026-05-04T12:30:00Z", "b");
  GtkWidget *focus;

  aft_event_list_focus_event (fixture->list, a);
  g_assert_true (aft_event_list_get_current (fixture->list) == a);
  gtk_widget_activate_action (row_of (fixture, a), "row.remove", NULL);
  g_assert_cmpuint (aft_record_list_get_length (events_of (fixture)), ==, 1);
  focus = gtk_window_get_focus (GTK_WINDOW (fixture->form.window));
  g_assert_true (focus == row_of (fixture, b));
  g_assert_true (aft_event_list_get_current (fixture->list) == b);
  aft_postmortem_set_read_only (fixture->form.postmortem, TRUE);
  gtk_widget_activate_action (row_of (fixture, b), "row.remove", NULL);
  g_assert_cmpuint (aft_record_list_get_length (events_of (fixture)), ==, 1);
}

static void
test_milestone (Listed *fixture, gconstpointer data)
{
  AftRecord *events[] = { add_event (fixture, "2026-05-04T12:02:00Z", "one"),
                          add_event (fixture, "2026-05-04T12:03:00Z", "two") };

  for (guint i = 0; i < 2; i++)
    {
      aft_event_list_open (fixture->list, events[i]);
      gtk_drop_down_set_selected (aft_choice_menu_get_drop_down (AFT_CHOICE_MENU (
                                      field_of (row_of (fixture, events[i]), "milestone"))),
                                  AFT_MILESTONE_DETECTED + 1);
    }
  g_assert_false (aft_record_has (events[0], AFT_EVENT_MILESTONE));
  g_assert_false (shows (row_of (fixture, events[0]), "Detected"));
  g_assert_true (shows (row_of (fixture, events[1]), "Detected"));
  undo (&fixture->form);
  g_assert_true (shows (row_of (fixture, events[0]), "Detected"));
}

/* What assistive technology is told. */
static void
test_accessible (Listed *fixture, gconstpointer data)
{
  AftRecord *event = add_event (fixture, "2026-05-04T12:02:00Z", "Errors rise");
  GtkWidget *row = row_of (fixture, event);

  add_event (fixture, "2026-05-04T12:03:00Z", "two");
  aft_events_set_milestone (fixture->form.postmortem, event, AFT_MILESTONE_DETECTED);
  gtk_test_accessible_assert_role (row, GTK_ACCESSIBLE_ROLE_LIST_ITEM);
  gtk_test_accessible_assert_property (
      row, GTK_ACCESSIBLE_PROPERTY_LABEL, "12:02, Detected, System: Errors rise");
  gtk_test_accessible_assert_relation (row, GTK_ACCESSIBLE_RELATION_SET_SIZE, 2);
  gtk_test_accessible_assert_relation (row, GTK_ACCESSIBLE_RELATION_POS_IN_SET, 1);
  gtk_test_accessible_assert_role (gtk_widget_get_parent (row), GTK_ACCESSIBLE_ROLE_LIST);
}

/* Thousands of events: rows for those that can be seen, and each can be reached. */
static void
test_many (Listed *fixture, gconstpointer data)
{
  AftRecord *last = NULL;
  AftRecord *middle;

  aft_postmortem_begin_group (fixture->form.postmortem);
  for (guint i = 0; i < 5000; i++)
    {
      g_autofree char *at =
          g_strdup_printf ("2026-05-%02uT%02u:%02u:00Z", 1 + i / 1440, i / 60 % 24, i % 60);

      last = add_event (fixture, at, "many");
    }
  aft_postmortem_end_group (fixture->form.postmortem);
  g_assert_cmpuint (aft_event_list_get_length (fixture->list), ==, 5000);
  wait_until (gtk_widget_get_height (GTK_WIDGET (fixture->list)) > 5000 * 20);
  g_assert_cmpuint (aft_event_list_get_n_rows (fixture->list), <, 80);
  aft_event_list_focus_event (fixture->list, last);
  g_assert_true (gtk_window_get_focus (GTK_WINDOW (fixture->form.window)) ==
                 row_of (fixture, last));
  middle = aft_record_list_get (events_of (fixture), 2500);
  g_assert_true (
      aft_field_widget_reveal (AFT_FIELD_WIDGET (fixture->list), middle, AFT_EVENT_TEXT));
  wait_until (gtk_widget_get_mapped (field_of (row_of (fixture, middle), "text")));
  g_assert_cmpuint (aft_event_list_get_n_rows (fixture->list), <, 80);
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  gtk_source_init ();
#define CASE(path, function) g_test_add (path, Listed, NULL, set_up_list, function, tear_down_list)
  CASE ("/ui/event-list/events are in the order of time", test_order);
  CASE ("/ui/event-list/a day has its date above", test_days);
  CASE ("/ui/event-list/times are shown in another zone on request", test_other_zone);
  CASE ("/ui/event-list/the filter hides others", test_filter);
  CASE ("/ui/event-list/all of an event is changed in place", test_form);
  CASE ("/ui/event-list/an event stays where it is edited", test_held);
  CASE ("/ui/event-list/one event is open at a time", test_one_open);
  CASE ("/ui/event-list/a removed event leaves the focus to the next", test_remove);
  CASE ("/ui/event-list/a milestone is one event's", test_milestone);
  CASE ("/ui/event-list/rows are named and counted", test_accessible);
  CASE ("/ui/event-list/thousands of events have few rows", test_many);
  return g_test_run ();
}
