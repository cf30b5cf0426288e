/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Several events of the list: how they are chosen, and what is done to all of them. */
#include "form.h"
#include "model/events.h"
#include "ui/sections/event-actions.h"
#include "ui/sections/event-list-private.h"
#include "ui/sections/event-row.h"
#include "ui/sections/event-shift.h"

typedef struct
{
  Fixture            form;
  AftEventList      *list;
  AftEventSelection *selection;
  AftEventActions   *actions;
} Chosen;

static void
set_up_list (Chosen *fixture, gconstpointer data)
{
  set_up (&fixture->form, data);
  aft_postmortem_begin_group (fixture->form.postmortem);
  for (guint i = 0; i < 5; i++)
    {
      g_autofree char *at = g_strdup_printf ("2026-05-04T14:0%u:00Z", i);
      g_autofree char *text = g_strdup_printf ("%u", i);
      g_autoptr (AftRecord) event = fixture_event (at, text, AFT_CHOICE_NONE);

      aft_postmortem_insert (fixture->form.postmortem,
                             aft_record_get_list (fixture->form.root, AFT_DOC_EVENTS),
                             G_MAXUINT,
                             event);
    }
  aft_postmortem_end_group (fixture->form.postmortem);
  fixture->list = AFT_EVENT_LIST (show (&fixture->form, aft_event_list_new ()));
  fixture->selection = aft_event_list_get_selection (fixture->list);
  fixture->actions = aft_event_actions_new (GTK_WIDGET (fixture->list), fixture->selection);
  aft_event_actions_set_postmortem (fixture->actions, fixture->form.postmortem);
  wait_until (gtk_widget_get_height (GTK_WIDGET (fixture->list)) > 100);
}

static void
tear_down_list (Chosen *fixture, gconstpointer data)
{
  g_assert_finalize_object (fixture->actions);
  tear_down (&fixture->form, data);
}

static AftRecordList *
events_of (Chosen *fixture)
{
  return aft_record_get_list (fixture->form.root, AFT_DOC_EVENTS);
}

static AftRecord *
event_at (Chosen *fixture, guint position)
{
  return aft_record_list_get (events_of (fixture), position);
}

static void
assert_selected (Chosen *fixture, const char *expected)
{
  g_autoptr (GPtrArray) events = aft_event_selection_get_events (fixture->selection);
  g_autoptr (GString) texts = g_string_new (NULL);

  for (guint i = 0; i < events->len; i++)
    g_string_append (texts, aft_record_get_text (g_ptr_array_index (events, i), AFT_EVENT_TEXT));
  g_assert_cmpstr (texts->str, ==, expected);
}

static void
activate (Chosen *fixture, const char *name, GVariant *target)
{
  gtk_widget_activate_action_variant (GTK_WIDGET (fixture->list), name, target);
}

static void
test_pick (Chosen *fixture, gconstpointer data)
{
  GtkWidget *row = aft_event_list_get_row (fixture->list, event_at (fixture, 1));

  g_assert_false (aft_event_list_pick (fixture->list, event_at (fixture, 1), 0));
  aft_event_selection_select (fixture->selection, event_at (fixture, 1));
  g_assert_true (aft_event_list_pick (fixture->list, event_at (fixture, 3), GDK_SHIFT_MASK));
  assert_selected (fixture, "123");
  g_assert_true (aft_event_list_pick (fixture->list, event_at (fixture, 1), GDK_CONTROL_MASK));
  assert_selected (fixture, "23");
  g_assert_true (gtk_widget_is_focus (row));
  gtk_test_accessible_assert_state (row, GTK_ACCESSIBLE_STATE_SELECTED, FALSE);
  gtk_test_accessible_assert_state (aft_event_list_get_row (fixture->list, event_at (fixture, 2)),
                                    GTK_ACCESSIBLE_STATE_SELECTED,
                                    TRUE);
}

static void
test_focus (Chosen *fixture, gconstpointer data)
{
  aft_event_list_select_all (fixture->list);
  assert_selected (fixture, "01234");
  aft_event_list_focus_event (fixture->list, event_at (fixture, 2));
  assert_selected (fixture, "01234");
  aft_event_selection_select (fixture->selection, event_at (fixture, 0));
  aft_event_list_focus_event (fixture->list, event_at (fixture, 2));
  assert_selected (fixture, "2");
}

static void
test_hidden (Chosen *fixture, gconstpointer data)
{
  aft_postmortem_set_choice (
      fixture->form.postmortem, event_at (fixture, 1), AFT_EVENT_LANE, AFT_LANE_USERS);
  aft_event_list_select_all (fixture->list);
  aft_event_list_set_filter (fixture->list, &(AftEventFilter){ AFT_LANE_USERS, AFT_CHOICE_NONE });
  assert_selected (fixture, "1");
}

static void
test_choices (Chosen *fixture, gconstpointer data)
{
  aft_event_list_select_all (fixture->list);
  activate (fixture, "event.kind", g_variant_new_string ("alert"));
  activate (fixture, "event.lane", g_variant_new_string ("users"));
  activate (fixture, "event.private", NULL);
  for (guint i = 0; i < 5; i++)
    {
      g_assert_cmpuint (
          aft_record_get_choice (event_at (fixture, i), AFT_EVENT_KIND), ==, AFT_EVENT_KIND_ALERT);
      g_assert_cmpuint (
          aft_record_get_choice (event_at (fixture, i), AFT_EVENT_LANE), ==, AFT_LANE_USERS);
      g_assert_true (aft_record_get_flag (event_at (fixture, i), AFT_EVENT_PRIVATE));
    }
  activate (fixture, "event.milestone", g_variant_new_string ("detected"));
  g_assert_null (aft_events_find_milestone (events_of (fixture), AFT_MILESTONE_DETECTED));
  for (guint i = 0; i < 3; i++)
    g_assert_true (undo (&fixture->form));
  g_assert_false (aft_record_has (event_at (fixture, 4), AFT_EVENT_KIND));
  g_assert_cmpuint (aft_record_list_get_length (events_of (fixture)), ==, 5);
}

static void
test_milestone (Chosen *fixture, gconstpointer data)
{
  aft_event_selection_select (fixture->selection, event_at (fixture, 1));
  g_assert_true (aft_event_keys_activate (GTK_WIDGET (fixture->list), GDK_KEY_3, GDK_ALT_MASK));
  g_assert_true (aft_events_find_milestone (events_of (fixture), AFT_MILESTONE_DETECTED) ==
                 event_at (fixture, 1));
  aft_event_selection_select (fixture->selection, event_at (fixture, 2));
  activate (fixture, "event.milestone", g_variant_new_string ("detected"));
  g_assert_true (aft_events_find_milestone (events_of (fixture), AFT_MILESTONE_DETECTED) ==
                 event_at (fixture, 2));
  activate (fixture, "event.milestone", g_variant_new_string ("detected"));
  g_assert_null (aft_events_find_milestone (events_of (fixture), AFT_MILESTONE_DETECTED));
  g_assert_true (undo (&fixture->form));
  g_assert_true (undo (&fixture->form));
  g_assert_true (aft_events_find_milestone (events_of (fixture), AFT_MILESTONE_DETECTED) ==
                 event_at (fixture, 1));
}

static void
test_remove (Chosen *fixture, gconstpointer data)
{
  aft_event_selection_select (fixture->selection, event_at (fixture, 1));
  aft_event_list_pick (fixture->list, event_at (fixture, 3), GDK_SHIFT_MASK);
  g_assert_true (aft_event_keys_activate (GTK_WIDGET (fixture->list), GDK_KEY_Delete, 0));
  g_assert_cmpuint (aft_record_list_get_length (events_of (fixture)), ==, 2);
  g_assert_true (undo (&fixture->form));
  g_assert_cmpuint (aft_record_list_get_length (events_of (fixture)), ==, 5);
  g_assert_cmpuint (aft_event_list_get_length (fixture->list), ==, 5);
}

static void
test_shift (Chosen *fixture, gconstpointer data)
{
  AftInstant before = aft_event_get_at (event_at (fixture, 0));

  aft_event_list_select_all (fixture->list);
  activate (fixture, "event.shift", g_variant_new_int64 (-60));
  g_assert_cmpint (aft_event_get_at (event_at (fixture, 0)), ==, before - AFT_MINUTE);
  g_assert_true (undo (&fixture->form));
  g_assert_cmpint (aft_event_get_at (event_at (fixture, 0)), ==, before);
}

static void
shifted_cb (gint64 *shifted, gint64 offset)
{
  *shifted = offset;
}

static void
test_ask (Chosen *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) events = NULL;
  AftEventShift *shift;
  gint64         shifted = 0;

  aft_event_list_select_all (fixture->list);
  events = aft_event_selection_get_events (fixture->selection);
  shift = aft_event_shift_popup (
      GTK_WIDGET (fixture->list), &(GdkRectangle){ 0, 0, 1, 1 }, events, aft_zone_utc ());
  g_signal_connect_swapped (shift, "shifted", G_CALLBACK (shifted_cb), &shifted);
  wait_until (gtk_widget_get_width (GTK_WIDGET (shift)) > 0);
  aft_event_shift_set_text (shift, "+2 min");
  g_assert_cmpstr (aft_event_shift_get_meaning (shift), ==, "14:00 → 14:02  0, and 4 more events");
  aft_event_shift_set_text (shift, "-15h");
  g_assert_cmpstr (aft_event_shift_get_meaning (shift),
                   ==,
                   "2026-05-04 14:00 → 2026-05-03 23:00  0, and 4 more events");
  aft_event_shift_set_text (shift, "soon");
  aft_event_shift_apply (shift);
  g_assert_cmpint (shifted, ==, 0);
  aft_event_shift_set_text (shift, "90 s");
  aft_event_shift_apply (shift);
  g_assert_cmpint (shifted, ==, 90 * AFT_SECOND);
  g_assert_false (gtk_widget_get_visible (GTK_WIDGET (shift)));
}

/* Lossless into the same document; what comes in is selected and one step. */
static void
test_paste (Chosen *fixture, gconstpointer data)
{
  aft_postmortem_set_text (
      fixture->form.postmortem, event_at (fixture, 1), AFT_EVENT_SOURCE, "chat");
  aft_event_selection_select (fixture->selection, event_at (fixture, 1));
  aft_event_list_pick (fixture->list, event_at (fixture, 2), GDK_SHIFT_MASK);
  activate (fixture, "event.copy", NULL);
  activate (fixture, "event.paste", NULL);
  wait_until (aft_record_list_get_length (events_of (fixture)) == 7);
  g_assert_cmpstr (aft_record_get_text (event_at (fixture, 5), AFT_EVENT_SOURCE), ==, "chat");
  wait_until (aft_event_selection_contains (fixture->selection, event_at (fixture, 5)));
  assert_selected (fixture, "12");
  g_assert_true (undo (&fixture->form));
  g_assert_cmpuint (aft_record_list_get_length (events_of (fixture)), ==, 5);
}

static void
test_paste_text (Chosen *fixture, gconstpointer data)
{
  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (fixture->list)),
                          "14:30 first #alert\n14:31 second\n");
  activate (fixture, "event.paste", NULL);
  wait_until (aft_record_list_get_length (events_of (fixture)) == 7);
  g_assert_cmpint (aft_event_get_at (event_at (fixture, 6)) -
                       aft_event_get_at (event_at (fixture, 0)),
                   ==,
                   31 * AFT_MINUTE);
  g_assert_cmpuint (
      aft_record_get_choice (event_at (fixture, 5), AFT_EVENT_KIND), ==, AFT_EVENT_KIND_ALERT);
}

static void
test_cut (Chosen *fixture, gconstpointer data)
{
  aft_event_selection_select (fixture->selection, event_at (fixture, 4));
  activate (fixture, "event.cut", NULL);
  g_assert_cmpuint (aft_record_list_get_length (events_of (fixture)), ==, 4);
  activate (fixture, "event.paste", NULL);
  wait_until (aft_record_list_get_length (events_of (fixture)) == 5);
  g_assert_cmpstr (aft_record_get_text (event_at (fixture, 4), AFT_EVENT_TEXT), ==, "4");
}

static void
test_read_only (Chosen *fixture, gconstpointer data)
{
  aft_event_list_select_all (fixture->list);
  aft_postmortem_set_read_only (fixture->form.postmortem, TRUE);
  activate (fixture, "event.delete", NULL);
  activate (fixture, "event.shift", g_variant_new_int64 (60));
  activate (fixture, "event.lane", g_variant_new_string ("users"));
  g_assert_cmpuint (aft_record_list_get_length (events_of (fixture)), ==, 5);
  g_assert_false (aft_record_has (event_at (fixture, 0), AFT_EVENT_LANE));
}

static void
test_menu (Chosen *fixture, gconstpointer data)
{
  GtkWidget *menu;

  aft_event_list_focus_event (fixture->list, event_at (fixture, 1));
  aft_event_list_popup_menu (fixture->list);
  menu = gtk_widget_get_last_child (GTK_WIDGET (fixture->list));
  g_assert_true (GTK_IS_POPOVER_MENU (menu));
  wait_until (gtk_widget_get_width (menu) > 0);
  gtk_popover_popdown (GTK_POPOVER (menu));
  aft_event_list_popup_menu (fixture->list);
  g_assert_true (gtk_widget_get_last_child (GTK_WIDGET (fixture->list)) != menu);
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  gtk_source_init ();
#define CASE(path, function) g_test_add (path, Chosen, NULL, set_up_list, function, tear_down_list)
  CASE ("/ui/event-select/control and shift choose several", test_pick);
  CASE ("/ui/event-select/the focus keeps what is selected", test_focus);
  CASE ("/ui/event-select/what is hidden is not selected", test_hidden);
  CASE ("/ui/event-select/a choice is set for all in one step", test_choices);
  CASE ("/ui/event-select/a milestone is one event's", test_milestone);
  CASE ("/ui/event-select/all are removed in one step", test_remove);
  CASE ("/ui/event-select/all are shifted in one step", test_shift);
  CASE ("/ui/event-select/what becomes of the first is shown", test_ask);
  CASE ("/ui/event-select/a copy is complete", test_paste);
  CASE ("/ui/event-select/lines of text are events", test_paste_text);
  CASE ("/ui/event-select/what is cut can be pasted", test_cut);
  CASE ("/ui/event-select/what is read only stays", test_read_only);
  CASE ("/ui/event-select/a menu goes when it is closed", test_menu);
  return g_test_run ();
}
