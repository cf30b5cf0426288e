/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is selected, and where the keyboard is. */
#include "model/event-selection.h"

#include "model/events.h"
#include "support/fixtures.h"

typedef struct
{
  AftPostmortem     *postmortem;
  AftRecordList     *events;
  AftEventSelection *selection;
  guint              n_changes;
} Selected;

static void
changed_cb (Selected *self)
{
  self->n_changes++;
}

static void
set_up (Selected *self, gconstpointer data)
{
  self->postmortem = fixture_postmortem ();
  self->events = aft_record_get_list (aft_postmortem_get_root (self->postmortem), AFT_DOC_EVENTS);
  for (guint i = 0; i < 5; i++)
    {
      g_autofree char *at = g_strdup_printf ("2026-05-04T14:0%u:00Z", i);
      g_autofree char *text = g_strdup_printf ("%u", i);
      g_autoptr (AftRecord) event = fixture_event (at, text, AFT_CHOICE_NONE);

      aft_postmortem_insert (self->postmortem, self->events, G_MAXUINT, event);
    }
  aft_postmortem_break_step (self->postmortem);
  self->selection = aft_event_selection_new ();
  aft_event_selection_set_events (self->selection, self->events);
  g_signal_connect_swapped (self->selection, "changed", G_CALLBACK (changed_cb), self);
}

static void
tear_down (Selected *self, gconstpointer data)
{
  g_assert_finalize_object (self->selection);
  g_assert_finalize_object (self->postmortem);
}

static AftRecord *
event_at (Selected *self, guint position)
{
  return aft_record_list_get (self->events, position);
}

/* expected: the texts by time; current: position, or -1 */
static void
assert_selected (Selected *self, const char *expected, int current)
{
  g_autoptr (GPtrArray) events = aft_event_selection_get_events (self->selection);
  g_autoptr (GString) texts = g_string_new (NULL);

  for (guint i = 0; i < events->len; i++)
    {
      AftRecord *event = g_ptr_array_index (events, i);

      g_string_append (texts, aft_record_get_text (event, AFT_EVENT_TEXT));
      g_assert_true (aft_event_selection_contains (self->selection, event));
    }
  g_assert_cmpstr (texts->str, ==, expected);
  g_assert_cmpuint (aft_event_selection_get_length (self->selection), ==, events->len);
  g_assert_true (aft_event_selection_get_current (self->selection) ==
                 (current >= 0 ? event_at (self, (guint) current) : NULL));
}

static void
test_single (Selected *self, gconstpointer data)
{
  assert_selected (self, "", -1);
  aft_event_selection_select (self->selection, event_at (self, 2));
  assert_selected (self, "2", 2);
  aft_event_selection_select (self->selection, event_at (self, 3));
  assert_selected (self, "3", 3);
  g_assert_cmpuint (self->n_changes, ==, 2);
  aft_event_selection_select (self->selection, event_at (self, 3));
  g_assert_cmpuint (self->n_changes, ==, 2);
  aft_event_selection_select (self->selection, NULL);
  assert_selected (self, "", -1);
}

static void
test_toggle (Selected *self, gconstpointer data)
{
  aft_event_selection_select (self->selection, event_at (self, 3));
  aft_event_selection_toggle (self->selection, event_at (self, 1));
  assert_selected (self, "13", 1);
  aft_event_selection_toggle (self->selection, event_at (self, 1));
  assert_selected (self, "3", 3);
  aft_event_selection_toggle (self->selection, event_at (self, 3));
  assert_selected (self, "", -1);
}

static void
test_extend (Selected *self, gconstpointer data)
{
  GListModel *order = G_LIST_MODEL (self->events);

  aft_event_selection_select (self->selection, event_at (self, 2));
  aft_event_selection_extend (self->selection, order, event_at (self, 4));
  assert_selected (self, "234", 4);
  aft_event_selection_extend (self->selection, order, event_at (self, 0));
  assert_selected (self, "012", 0);
  aft_event_selection_extend (self->selection, order, event_at (self, 2));
  assert_selected (self, "2", 2);
}

/* Without a beginning it begins there. */
static void
test_extend_nothing (Selected *self, gconstpointer data)
{
  aft_event_selection_extend (self->selection, G_LIST_MODEL (self->events), event_at (self, 3));
  assert_selected (self, "3", 3);
  aft_event_selection_extend (self->selection, G_LIST_MODEL (self->events), event_at (self, 2));
  assert_selected (self, "23", 2);
}

static void
test_current (Selected *self, gconstpointer data)
{
  g_autoptr (GPtrArray) all = aft_events_sort (self->events);

  aft_event_selection_select_all (self->selection, all);
  assert_selected (self, "01234", 4);
  aft_event_selection_set_current (self->selection, event_at (self, 1));
  assert_selected (self, "01234", 1);
  aft_event_selection_toggle (self->selection, event_at (self, 1));
  aft_event_selection_set_current (self->selection, event_at (self, 1));
  assert_selected (self, "1", 1);
}

static void
test_removed (Selected *self, gconstpointer data)
{
  g_autoptr (GPtrArray) all = aft_events_sort (self->events);

  aft_event_selection_select_all (self->selection, all);
  self->n_changes = 0;
  aft_postmortem_remove (self->postmortem, self->events, 4);
  assert_selected (self, "0123", 3);
  g_assert_cmpuint (self->n_changes, ==, 1);
  aft_event_selection_select (self->selection, event_at (self, 0));
  aft_postmortem_remove (self->postmortem, self->events, 0);
  assert_selected (self, "", -1);
}

static void
test_foreign (Selected *self, gconstpointer data)
{
  g_autoptr (AftRecord) foreign = fixture_event (NULL, "x", AFT_CHOICE_NONE);

  aft_event_selection_select (self->selection, foreign);
  assert_selected (self, "", -1);
  aft_event_selection_select (self->selection, event_at (self, 0));
  aft_event_selection_set_events (self->selection, NULL);
  g_assert_cmpuint (aft_event_selection_get_length (self->selection), ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define CASE(path, function) g_test_add (path, Selected, NULL, set_up, function, tear_down)
  CASE ("/model/event-selection/one alone", test_single);
  CASE ("/model/event-selection/one more or one less", test_toggle);
  CASE ("/model/event-selection/from where it began", test_extend);
  CASE ("/model/event-selection/a range without a beginning", test_extend_nothing);
  CASE ("/model/event-selection/the current one is one of them", test_current);
  CASE ("/model/event-selection/what is removed is not selected", test_removed);
  CASE ("/model/event-selection/only events of the list", test_foreign);
  return g_test_run ();
}
