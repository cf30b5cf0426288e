/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The figures: where they come from, what is missing, what contradicts. */
#include "form.h"
#include "model/events.h"
#include "model/metrics.h"
#include "ui/sections/event-picker.h"
#include "ui/sections/metric-cell.h"
#include "ui/sections/metrics-panel.h"

typedef struct
{
  Fixture          form;
  AftMetricsPanel *panel;
  AftRecord       *activated;
} Figures;

static void
activated_cb (AftMetricsPanel *panel, AftRecord *event, Figures *fixture)
{
  fixture->activated = event;
}

static void
set_up_panel (Figures *fixture, gconstpointer data)
{
  set_up (&fixture->form, data);
  fixture->panel = g_object_new (AFT_TYPE_METRICS_PANEL, NULL);
  g_signal_connect (fixture->panel, "event-activated", G_CALLBACK (activated_cb), fixture);
  gtk_box_append (GTK_BOX (fixture->form.box), GTK_WIDGET (fixture->panel));
  g_signal_connect_object (fixture->form.postmortem,
                           "changed",
                           G_CALLBACK (aft_metrics_panel_update),
                           fixture->panel,
                           G_CONNECT_SWAPPED);
  aft_metrics_panel_update (fixture->panel, fixture->form.postmortem);
}

static void
tear_down_panel (Figures *fixture, gconstpointer data)
{
  tear_down (&fixture->form, data);
}

static AftRecord *
add_event (Figures *fixture, const char *at, const char *text, guint milestone)
{
  g_autoptr (AftRecord) event = fixture_event (at, text, milestone);

  aft_postmortem_insert (fixture->form.postmortem,
                         aft_record_get_list (fixture->form.root, AFT_DOC_EVENTS),
                         G_MAXUINT,
                         event);
  aft_postmortem_break_step (fixture->form.postmortem);
  return event;
}

static GtkWidget *
cell_of (Figures *fixture, AftMetricId id)
{
  return aft_metrics_panel_get_cell (fixture->panel, id);
}

static GtkWidget *
part_of (Figures *fixture, AftMetricId id, const char *name)
{
  return GTK_WIDGET (
      gtk_widget_get_template_child (cell_of (fixture, id), AFT_TYPE_METRIC_CELL, name));
}

static const char *
label_of (GtkWidget *button)
{
  return gtk_label_get_text (GTK_LABEL (find (button, GTK_TYPE_LABEL)));
}

static void
test_known (Figures *fixture, gconstpointer data)
{
  AftRecord *start =
      add_event (fixture, "2026-05-04T12:02:00Z", "Errors <rise>", AFT_MILESTONE_IMPACT_START);
  AftRecord *end =
      add_event (fixture, "2026-05-04T12:13:00Z", "Rolled back", AFT_MILESTONE_MITIGATED);
  GtkWidget *from = part_of (fixture, AFT_METRIC_TTM, "from");
  GtkWidget *to = part_of (fixture, AFT_METRIC_TTM, "to");

  g_assert_cmpstr (aft_metrics_panel_get_value (fixture->panel, AFT_METRIC_TTM), ==, "11 min");
  g_assert_cmpstr (gtk_label_get_text (GTK_LABEL (part_of (fixture, AFT_METRIC_TTM, "text"))),
                   ==,
                   "mitigated − impact start");
  g_assert_cmpstr (label_of (from), ==, "12:02 impact start");
  g_assert_cmpstr (label_of (to), ==, "12:13 mitigated");
  gtk_test_accessible_assert_property (
      from, GTK_ACCESSIBLE_PROPERTY_LABEL, "Go to 12:02 impact start: Errors <rise>");
  g_signal_emit_by_name (from, "clicked");
  g_assert_true (fixture->activated == start);
  g_signal_emit_by_name (to, "clicked");
  g_assert_true (fixture->activated == end);
  g_assert_false (gtk_widget_get_visible (part_of (fixture, AFT_METRIC_TTM, "mark")));
  /* In another zone the same figure has other times, on another day their dates. */
  aft_postmortem_set_text (
      fixture->form.postmortem, fixture->form.root, AFT_DOC_TIME_ZONE, "Asia/Kathmandu");
  g_assert_cmpstr (label_of (from), ==, "17:47 impact start");
  aft_postmortem_set_integer (
      fixture->form.postmortem, end, AFT_EVENT_AT, FIXTURE_NOW + AFT_DAY + 2 * AFT_MINUTE);
  g_assert_cmpstr (aft_metrics_panel_get_value (fixture->panel, AFT_METRIC_TTM), ==, "1 d");
  g_assert_cmpstr (label_of (from), ==, "2026-05-04 17:47 impact start");
}

static GtkToggleButton *
button_of (Figures *fixture)
{
  return GTK_TOGGLE_BUTTON (gtk_widget_get_last_child (GTK_WIDGET (fixture->panel)));
}

static gboolean
shows_cell (Figures *fixture, AftMetricId id)
{
  return gtk_widget_get_child_visible (cell_of (fixture, id)) &&
         gtk_widget_get_visible (gtk_widget_get_parent (cell_of (fixture, id)));
}

/* Those that are not known take one line. */
static void
test_unknown (Figures *fixture, gconstpointer data)
{
  AftRecord *end;

  add_event (fixture, "2026-05-04T12:02:00Z", "Errors", AFT_MILESTONE_IMPACT_START);
  g_assert_false (shows_cell (fixture, AFT_METRIC_TTM));
  g_assert_cmpstr (
      gtk_button_get_label (GTK_BUTTON (button_of (fixture))), ==, "8 figures are not known yet");
  gtk_toggle_button_set_active (button_of (fixture), TRUE);
  g_assert_true (shows_cell (fixture, AFT_METRIC_TTM));
  gtk_toggle_button_set_active (button_of (fixture), FALSE);
  end = add_event (fixture, "2026-05-04T12:13:00Z", "Rolled back", AFT_MILESTONE_MITIGATED);
  g_assert_true (shows_cell (fixture, AFT_METRIC_TTM));
  /* one that cannot be is not hidden */
  aft_postmortem_set_integer (fixture->form.postmortem, end, AFT_EVENT_AT, FIXTURE_NOW - AFT_DAY);
  g_assert_true (shows_cell (fixture, AFT_METRIC_TTM));
}

static void
test_missing (Figures *fixture, gconstpointer data)
{
  GtkWidget *mark = part_of (fixture, AFT_METRIC_TTD, "mark");
  AftRecord *alert = add_event (fixture, "2026-05-04T12:05:00Z", "Alert fired", AFT_CHOICE_NONE);
  AftRecord *start;
  GtkWidget *picker;

  g_assert_cmpstr (aft_metrics_panel_get_value (fixture->panel, AFT_METRIC_TTD),
                   ==,
                   "unknown: no event is marked as impact start");
  start = add_event (fixture, "2026-05-04T12:02:00Z", "Errors", AFT_MILESTONE_IMPACT_START);
  g_assert_cmpstr (label_of (mark), ==, "Mark detected");
  gtk_toggle_button_set_active (button_of (fixture), TRUE);
  gtk_menu_button_popup (GTK_MENU_BUTTON (mark));
  picker = find (GTK_WIDGET (gtk_menu_button_get_popover (GTK_MENU_BUTTON (mark))),
                 AFT_TYPE_EVENT_PICKER);
  g_assert_cmpuint (
      g_list_model_get_n_items (aft_event_picker_get_found (AFT_EVENT_PICKER (picker))), ==, 2);
  aft_event_picker_search (AFT_EVENT_PICKER (picker), " ALERT");
  g_assert_cmpuint (
      g_list_model_get_n_items (aft_event_picker_get_found (AFT_EVENT_PICKER (picker))), ==, 1);
  aft_event_picker_choose (AFT_EVENT_PICKER (picker), 0);
  g_assert_cmpuint (aft_record_get_choice (alert, AFT_EVENT_MILESTONE), ==, AFT_MILESTONE_DETECTED);
  g_assert_cmpstr (aft_metrics_panel_get_value (fixture->panel, AFT_METRIC_TTD), ==, "3 min");
  g_assert_false (gtk_widget_get_visible (mark));
  undo (&fixture->form);
  g_assert_true (gtk_widget_get_visible (mark));
  aft_postmortem_set_read_only (fixture->form.postmortem, TRUE);
  aft_metric_cell_mark (AFT_METRIC_CELL (cell_of (fixture, AFT_METRIC_TTD)), start);
  g_assert_cmpuint (
      aft_record_get_choice (start, AFT_EVENT_MILESTONE), ==, AFT_MILESTONE_IMPACT_START);
}

/* A milestone whose event has no time: there is nothing to mark, but an event to go to. */
static void
test_untimed (Figures *fixture, gconstpointer data)
{
  AftRecord *start =
      add_event (fixture, "2026-05-04T12:02:00Z", "Errors", AFT_MILESTONE_IMPACT_START);

  add_event (fixture, "2026-05-04T12:05:00Z", "Alert", AFT_MILESTONE_DETECTED);
  aft_postmortem_clear (fixture->form.postmortem, start, AFT_EVENT_AT);
  g_assert_cmpstr (aft_metrics_panel_get_value (fixture->panel, AFT_METRIC_TTD),
                   ==,
                   "unknown: the event marked as impact start has no time");
  g_assert_false (gtk_widget_get_visible (part_of (fixture, AFT_METRIC_TTD, "mark")));
  g_signal_emit_by_name (part_of (fixture, AFT_METRIC_TTD, "from"), "clicked");
  g_assert_true (fixture->activated == start);
}

static void
test_conflict (Figures *fixture, gconstpointer data)
{
  const char *text;

  add_event (fixture, "2026-05-04T12:20:00Z", "Errors", AFT_MILESTONE_IMPACT_START);
  add_event (fixture, "2026-05-04T12:13:00Z", "Rolled back", AFT_MILESTONE_MITIGATED);
  text = aft_metrics_panel_get_value (fixture->panel, AFT_METRIC_TTM);
  g_assert_nonnull (strstr (text, "mitigated (“Rolled back”, 12:13)"));
  g_assert_nonnull (strstr (text, "impact start (“Errors”, 12:20)"));
  g_assert_true (gtk_widget_has_css_class (cell_of (fixture, AFT_METRIC_TTM), "conflict"));
  g_assert_true (gtk_widget_get_visible (part_of (fixture, AFT_METRIC_TTM, "from")));
  g_assert_true (gtk_widget_get_visible (part_of (fixture, AFT_METRIC_TTM, "to")));
  undo (&fixture->form);
  g_assert_true (gtk_widget_has_css_class (cell_of (fixture, AFT_METRIC_TTM), "unknown"));
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  gtk_source_init ();
#define CASE(path, function)                                                                       \
  g_test_add (path, Figures, NULL, set_up_panel, function, tear_down_panel)
  CASE ("/ui/metrics-panel/a figure leads to its events", test_known);
  CASE ("/ui/metrics-panel/what is missing can be marked", test_missing);
  CASE ("/ui/metrics-panel/those that are not known take one line", test_unknown);
  CASE ("/ui/metrics-panel/an event without a time is led to", test_untimed);
  CASE ("/ui/metrics-panel/a conflict names both events", test_conflict);
  return g_test_run ();
}
