/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The duration of the impact: from the timeline, or stated with a reason. */
#include "form.h"
#include "ui/sections/impact-page.h"
#include "ui/widgets/input-row.h"

typedef struct
{
  Fixture    form;
  GtkWidget *page;
} Impact;

static void
set_up_page (Impact *fixture, gconstpointer data)
{
  set_up (&fixture->form, data);
  fixture->page = g_object_new (AFT_TYPE_IMPACT_PAGE, NULL);
  gtk_box_append (GTK_BOX (fixture->form.box), fixture->page);
  aft_section_page_set_postmortem (AFT_SECTION_PAGE (fixture->page), fixture->form.postmortem);
}

static void
tear_down_page (Impact *fixture, gconstpointer data)
{
  tear_down (&fixture->form, data);
}

static GtkWidget *
part_of (Impact *fixture, const char *name)
{
  return GTK_WIDGET (gtk_widget_get_template_child (fixture->page, AFT_TYPE_IMPACT_PAGE, name));
}

static const char *
value_of (Impact *fixture)
{
  return gtk_label_get_text (GTK_LABEL (part_of (fixture, "duration")));
}

static const char *
source_of (Impact *fixture)
{
  return adw_action_row_get_subtitle (ADW_ACTION_ROW (part_of (fixture, "duration_row")));
}

static void
add_event (Impact *fixture, const char *at, guint milestone)
{
  g_autoptr (AftRecord) event = fixture_event (at, "x", milestone);

  aft_postmortem_insert (fixture->form.postmortem,
                         aft_record_get_list (fixture->form.root, AFT_DOC_EVENTS),
                         G_MAXUINT,
                         event);
}

static void
state (Impact *fixture, gint64 seconds)
{
  aft_postmortem_break_step (fixture->form.postmortem);
  aft_postmortem_set_integer (
      fixture->form.postmortem, fixture->form.root, AFT_DOC_DURATION_SECONDS, seconds);
}

static void
test_computed (Impact *fixture, gconstpointer data)
{
  g_assert_cmpstr (value_of (fixture), ==, "unknown");
  g_assert_cmpstr (source_of (fixture), ==, "unknown: no event is marked as impact start");
  add_event (fixture, "2026-05-04T12:02:00Z", AFT_MILESTONE_IMPACT_START);
  add_event (fixture, "2026-05-04T12:13:00Z", AFT_MILESTONE_MITIGATED);
  g_assert_cmpstr (value_of (fixture), ==, "11 min");
  g_assert_cmpstr (source_of (fixture),
                   ==,
                   "From the timeline: mitigated − impact start, 2026-05-04 12:02 – 12:13");
  g_assert_true (gtk_widget_get_visible (part_of (fixture, "timeline_button")));
  g_assert_false (gtk_widget_get_visible (part_of (fixture, "reset_row")));
  g_assert_false (gtk_widget_get_visible (part_of (fixture, "reason")));
  aft_postmortem_set_text (
      fixture->form.postmortem, fixture->form.root, AFT_DOC_TIME_ZONE, "Etc/GMT-12");
  g_assert_cmpstr (source_of (fixture),
                   ==,
                   "From the timeline: mitigated − impact start, 2026-05-05 00:02 – 00:13");
}

static void
test_stated (Impact *fixture, gconstpointer data)
{
  add_event (fixture, "2026-05-04T12:02:00Z", AFT_MILESTONE_IMPACT_START);
  add_event (fixture, "2026-05-04T12:13:00Z", AFT_MILESTONE_MITIGATED);
  state (fixture, 1800);
  g_assert_cmpstr (value_of (fixture), ==, "30 min");
  g_assert_nonnull (strstr (source_of (fixture), "say why"));
  g_assert_true (gtk_widget_get_visible (part_of (fixture, "reason")));
  g_assert_cmpstr (
      adw_preferences_row_get_title (ADW_PREFERENCES_ROW (part_of (fixture, "reset_row"))),
      ==,
      "The timeline says 11 min");
  aft_postmortem_set_text (
      fixture->form.postmortem, fixture->form.root, AFT_DOC_DURATION_NOTES, "Caches lagged.");
  g_assert_cmpstr (source_of (fixture), ==, "As stated below, for the reason given");
  g_signal_emit_by_name (part_of (fixture, "reset_button"), "clicked");
  g_assert_cmpstr (value_of (fixture), ==, "11 min");
  /* The reason is kept: nothing typed is lost. */
  g_assert_true (gtk_widget_get_visible (part_of (fixture, "reason")));
  undo (&fixture->form);
  g_assert_cmpstr (value_of (fixture), ==, "30 min");
}

/* A stated duration stands where the timeline does not tell. */
static void
test_stated_alone (Impact *fixture, gconstpointer data)
{
  state (fixture, 600);
  g_assert_cmpstr (value_of (fixture), ==, "10 min");
  g_assert_false (gtk_widget_get_visible (part_of (fixture, "reset_row")));
  aft_postmortem_set_read_only (fixture->form.postmortem, TRUE);
  aft_section_page_set_postmortem (AFT_SECTION_PAGE (fixture->page), NULL);
  aft_section_page_set_postmortem (AFT_SECTION_PAGE (fixture->page), fixture->form.postmortem);
  g_assert_false (gtk_widget_get_sensitive (part_of (fixture, "reset_button")));
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  gtk_source_init ();
#define CASE(path, function) g_test_add (path, Impact, NULL, set_up_page, function, tear_down_page)
  CASE ("/ui/impact-page/the duration has its formula and times", test_computed);
  CASE ("/ui/impact-page/another is stated with a reason", test_stated);
  CASE ("/ui/impact-page/a stated one stands alone", test_stated_alone);
  return g_test_run ();
}
