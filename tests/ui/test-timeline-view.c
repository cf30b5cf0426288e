/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The figure in the window: what is selected, shown and named. */
#include "form.h"
#include "model/events.h"
#include "ui/timeline/timeline-event.h"
#include "ui/timeline/timeline-overview.h"
#include "ui/timeline/timeline-view-private.h"

typedef struct
{
  Fixture            form;
  AftTimelineView   *view;
  GtkWidget         *overview;
  AftEventSelection *selection;
} Viewed;

static AftRecordList *
events_of (Viewed *fixture)
{
  return aft_record_get_list (fixture->form.root, AFT_DOC_EVENTS);
}

static AftRecord *
event_at (Viewed *fixture, guint position)
{
  return aft_record_list_get (events_of (fixture), position);
}

static void
add_events (Viewed *fixture, guint n_events, guint seconds)
{
  AftInstant first = FIXTURE_NOW;

  aft_postmortem_begin_group (fixture->form.postmortem);
  for (guint i = 0; i < n_events; i++)
    {
      g_autofree char *at = aft_instant_format (first + i * seconds * AFT_SECOND);
      g_autofree char *text = g_strdup_printf ("event %u", i);
      g_autoptr (AftRecord) event = fixture_event (at, text, AFT_CHOICE_NONE);

      aft_postmortem_insert (fixture->form.postmortem, events_of (fixture), G_MAXUINT, event);
    }
  aft_postmortem_end_group (fixture->form.postmortem);
}

static void
set_up_view (Viewed *fixture, gconstpointer data)
{
  set_up (&fixture->form, data);
  gtk_window_set_default_size (GTK_WINDOW (fixture->form.window), 700, 500);
  fixture->view = AFT_TIMELINE_VIEW (aft_timeline_view_new ());
  fixture->overview = aft_timeline_overview_new ();
  fixture->selection = aft_event_selection_new ();
  gtk_box_append (GTK_BOX (fixture->form.box), GTK_WIDGET (fixture->view));
  gtk_box_append (GTK_BOX (fixture->form.box), fixture->overview);
  g_object_set (fixture->overview, "view", fixture->view, NULL);
  aft_event_selection_set_events (fixture->selection, events_of (fixture));
  aft_timeline_view_set_selection (fixture->view, fixture->selection);
  g_object_set (fixture->view, "events", events_of (fixture), "zone", "UTC", NULL);
  wait_until (gtk_widget_get_width (GTK_WIDGET (fixture->view)) > 400);
}

static void
tear_down_view (Viewed *fixture, gconstpointer data)
{
  tear_down (&fixture->form, data);
  g_assert_finalize_object (fixture->selection);
}

static guint
count_children (Viewed *fixture)
{
  guint n_children = 0;

  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (fixture->view)); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    n_children++;
  return n_children;
}

static GtkWidget *
child_of (Viewed *fixture, AftRecord *event)
{
  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (fixture->view)); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (aft_timeline_event_get_event (AFT_TIMELINE_EVENT (child)) == event)
      return child;
  return NULL;
}

static const AftScale *
scale_of (Viewed *fixture)
{
  return &aft_timeline_view_get_figure (fixture->view)->scale;
}

/* Each event is there in the order of time, with its name; a changed one is told anew. */
static void
test_children (Viewed *fixture, gconstpointer data)
{
  GtkWidget *child;

  add_events (fixture, 5, 60);
  wait_until (count_children (fixture) == 5);
  child = gtk_widget_get_first_child (GTK_WIDGET (fixture->view));
  g_assert_true (aft_timeline_event_get_event (AFT_TIMELINE_EVENT (child)) ==
                 event_at (fixture, 0));
  gtk_test_accessible_assert_property (
      child, GTK_ACCESSIBLE_PROPERTY_LABEL, "12:00, System: event 0");
  gtk_test_accessible_assert_role (child, GTK_ACCESSIBLE_ROLE_LIST_ITEM);
  aft_events_set_milestone (
      fixture->form.postmortem, event_at (fixture, 0), AFT_MILESTONE_DETECTED);
  wait_until (fixture->view->children_source == 0);
  gtk_test_accessible_assert_property (
      child, GTK_ACCESSIBLE_PROPERTY_LABEL, "12:00, Detected, System: event 0");
}

/* What changed its time changes its place, and keeps its widget and the focus. */
static void
test_focus_stays (Viewed *fixture, gconstpointer data)
{
  GtkWidget *child;

  add_events (fixture, 4, 60);
  wait_until (count_children (fixture) == 4);
  child = child_of (fixture, event_at (fixture, 0));
  g_assert_true (aft_timeline_view_focus_event (fixture->view, event_at (fixture, 0)));
  aft_postmortem_set_integer (
      fixture->form.postmortem, event_at (fixture, 0), AFT_EVENT_AT, FIXTURE_NOW + 10 * AFT_MINUTE);
  wait_until (fixture->view->children_source == 0);
  g_assert_true (gtk_widget_get_last_child (GTK_WIDGET (fixture->view)) == child);
  g_assert_true (gtk_widget_is_focus (child));
  g_assert_true (aft_event_selection_get_current (fixture->selection) == event_at (fixture, 0));
}

static void
test_selection (Viewed *fixture, gconstpointer data)
{
  GtkWidget *child;

  add_events (fixture, 3, 60);
  wait_until (count_children (fixture) == 3);
  child = child_of (fixture, event_at (fixture, 1));
  gtk_test_accessible_assert_state (child, GTK_ACCESSIBLE_STATE_SELECTED, FALSE);
  aft_event_selection_select (fixture->selection, event_at (fixture, 1));
  gtk_test_accessible_assert_state (child, GTK_ACCESSIBLE_STATE_SELECTED, TRUE);
}

/* What is under x stays there; the strip appears and goes. */
static void
test_zoom (Viewed *fixture, gconstpointer data)
{
  AftInstant at;
  double     x;

  add_events (fixture, 20, 60);
  x = aft_scale_to_x (scale_of (fixture), FIXTURE_NOW + 10 * AFT_MINUTE);
  g_assert_false (gtk_widget_get_visible (fixture->overview));
  aft_timeline_view_zoom (fixture->view, x, 4);
  at = aft_scale_to_instant (scale_of (fixture), x);
  g_assert_cmpint (ABS (at - FIXTURE_NOW - 10 * AFT_MINUTE), <, AFT_SECOND);
  g_assert_true (gtk_widget_get_visible (fixture->overview));
  gtk_test_accessible_assert_role (fixture->overview, GTK_ACCESSIBLE_ROLE_SCROLLBAR);
  aft_timeline_view_show_all (fixture->view);
  g_assert_false (gtk_widget_get_visible (fixture->overview));
}

static void
test_pan (Viewed *fixture, gconstpointer data)
{
  double     before;
  AftInstant at;

  add_events (fixture, 20, 60);
  aft_timeline_view_pan (fixture->view, 50);
  g_assert_true (aft_view_state_is_fit (aft_timeline_view_get_view (fixture->view)));
  aft_timeline_view_zoom (fixture->view, 300, 4);
  at = aft_scale_to_instant (scale_of (fixture), 300);
  before = aft_scale_to_x (scale_of (fixture), at);
  aft_timeline_view_pan (fixture->view, 50);
  g_assert_cmpfloat_with_epsilon (aft_scale_to_x (scale_of (fixture), at), before - 50, 0.5);
}

/* An event that becomes the current one comes into sight. */
static void
test_reveal (Viewed *fixture, gconstpointer data)
{
  const AftFigure *figure;
  double           x;

  add_events (fixture, 50, 60);
  aft_timeline_view_zoom (fixture->view, 300, 8);
  aft_event_selection_select (fixture->selection, event_at (fixture, 49));
  figure = aft_timeline_view_get_figure (fixture->view);
  x = aft_scale_to_x (&figure->scale, aft_event_get_at (event_at (fixture, 49)));
  g_assert_cmpfloat (x, <=, figure->plot.x + figure->plot.width);
  aft_event_selection_select (fixture->selection, event_at (fixture, 0));
  figure = aft_timeline_view_get_figure (fixture->view);
  x = aft_scale_to_x (&figure->scale, aft_event_get_at (event_at (fixture, 0)));
  g_assert_cmpfloat (x, >=, figure->plot.x);
}

/* A part of a cluster can be reached as well. */
static void
test_cluster (Viewed *fixture, gconstpointer data)
{
  const AftFigure *figure;
  AftRecord       *inside = NULL;

  add_events (fixture, 250, 1);
  figure = aft_timeline_view_get_figure (fixture->view);
  g_assert_cmpuint (figure->clusters->len, >, 0);
  for (guint i = 0; i < figure->events->len && inside == NULL; i++)
    if (g_array_index (figure->events, AftEventBox, i).cluster >= 0)
      inside = g_array_index (figure->events, AftEventBox, i).event;
  g_assert_true (aft_timeline_view_focus_event (fixture->view, inside));
  g_assert_true (aft_event_selection_get_current (fixture->selection) == inside);
}

/* The pointer is told what it is on. */
static void
test_names (Viewed *fixture, gconstpointer data)
{
  g_autofree char *event = NULL;
  g_autofree char *cluster = NULL;
  g_autofree char *nothing = NULL;

  add_events (fixture, 250, 1);
  aft_timeline_view_get_figure (fixture->view);
  event = aft_timeline_view_name_hit (fixture->view, (AftHit){ AFT_HIT_EVENT, 0 });
  cluster = aft_timeline_view_name_hit (fixture->view, (AftHit){ AFT_HIT_CLUSTER, 0 });
  nothing = aft_timeline_view_name_hit (fixture->view, (AftHit){ AFT_HIT_NOTHING, -1 });
  g_assert_nonnull (strstr (event, "System: event 0"));
  g_assert_nonnull (strstr (cluster, " events, "));
  g_assert_nonnull (strstr (cluster, "\nevent "));
  g_assert_null (nothing);
}

/* Ten thousand are as few children as there is room for. */
static void
test_many (Viewed *fixture, gconstpointer data)
{
  add_events (fixture, 10000, 30);
  wait_until (fixture->view->children_source == 0);
  g_assert_cmpuint (count_children (fixture), <=, 300);
  aft_timeline_view_zoom (fixture->view, 300, 1000);
  wait_until (fixture->view->children_source == 0);
  g_assert_cmpuint (count_children (fixture), >, 0);
  g_assert_cmpuint (count_children (fixture), <, 300);
}

static void
test_other_document (Viewed *fixture, gconstpointer data)
{
  add_events (fixture, 20, 60);
  aft_timeline_view_zoom (fixture->view, 300, 4);
  g_object_set (fixture->view, "events", NULL, NULL);
  g_assert_null (aft_timeline_view_get_figure (fixture->view));
  wait_until (count_children (fixture) == 0);
  g_assert_true (aft_view_state_is_fit (aft_timeline_view_get_view (fixture->view)));
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  gtk_source_init ();
#define CASE(path, function) g_test_add (path, Viewed, NULL, set_up_view, function, tear_down_view)
  CASE ("/ui/timeline-view/each event has a name, in order", test_children);
  CASE ("/ui/timeline-view/the focus stays with its event", test_focus_stays);
  CASE ("/ui/timeline-view/what is selected is told", test_selection);
  CASE ("/ui/timeline-view/zooming keeps what is under the pointer", test_zoom);
  CASE ("/ui/timeline-view/panning moves what is shown", test_pan);
  CASE ("/ui/timeline-view/the current event comes into sight", test_reveal);
  CASE ("/ui/timeline-view/an event in a cluster can be reached", test_cluster);
  CASE ("/ui/timeline-view/what is pointed at is named", test_names);
  CASE ("/ui/timeline-view/many events have few children", test_many);
  CASE ("/ui/timeline-view/another document is shown in full", test_other_document);
  return g_test_run ();
}
