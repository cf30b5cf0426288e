/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The editor around a document: sections, undo across pages, saved state, folding; and the parts of
 * its pages that compute something. */
#include "form.h"

#include "base/zone.h"
#include "model/events.h"
#include "model/metrics.h"
#include "ui/completeness-mark.h"
#include "ui/editor.h"
#include "ui/fold-bin.h"
#include "ui/preview.h"
#include "ui/sections/actions-page.h"
#include "ui/sections/analysis-page.h"
#include "ui/sections/compose.h"
#include "ui/sections/details-page.h"
#include "ui/sections/event-entry.h"
#include "ui/sections/event-list.h"
#include "ui/sections/impact-page.h"
#include "ui/sections/lessons-page.h"
#include "ui/sections/metrics-panel.h"
#include "ui/sections/section-stack.h"
#include "ui/sections/summary-page.h"
#include "ui/sections/timeline-page.h"
#include "ui/settings.h"
#include "ui/sidebar-row.h"
#include "ui/sidebar.h"
#include "ui/timeline/timeline-view-private.h"
#include "ui/widgets/choice-row.h"
#include "ui/widgets/flag-row.h"
#include "ui/widgets/input-row.h"
#include "ui/widgets/list-editor.h"
#include "ui/widgets/prose-card.h"
#include "ui/widgets/record-row.h"

typedef struct
{
  AftLibrary    *library;
  AftPostmortem *postmortem;
  AftRecord     *root;
  AftDocument   *document;
  GtkWidget     *window;
  AftEditor     *editor;
} Editing;

static void
set_up_editor (Editing *editing, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  aft_settings_set_boolean ("sidebar-visible", TRUE);
  aft_settings_set_boolean ("preview-visible", TRUE);
  editing->library = aft_library_open ("", &error);
  g_assert_no_error (error);
  editing->postmortem = fixture_postmortem ();
  editing->root = aft_postmortem_get_root (editing->postmortem);
  editing->document = aft_document_new (editing->library, editing->postmortem);
  editing->window = adw_window_new ();
  gtk_window_set_default_size (GTK_WINDOW (editing->window), 1180, 780);
  editing->editor = AFT_EDITOR (aft_editor_new ());
  adw_window_set_content (ADW_WINDOW (editing->window), GTK_WIDGET (editing->editor));
  g_object_add_weak_pointer (G_OBJECT (editing->window), (gpointer *) &editing->window);
  g_object_add_weak_pointer (G_OBJECT (editing->editor), (gpointer *) &editing->editor);
  aft_editor_set_document (editing->editor, editing->document);
  gtk_window_present (GTK_WINDOW (editing->window));
  wait_until (gtk_widget_get_mapped (editing->window));
}

static void
tear_down_editor (Editing *editing, gconstpointer data)
{
  gtk_window_destroy (GTK_WINDOW (editing->window));
  /* What something still held would wait here in vain. */
  wait_until (editing->window == NULL && editing->editor == NULL);
  /* A save that is still under way holds them until it is answered. */
  let_go (&editing->document);
  let_go (&editing->postmortem);
  aft_library_close (editing->library);
  let_go (&editing->library);
}

static gpointer
part (Editing *editing, const char *name)
{
  GObject *object =
      gtk_widget_get_template_child (GTK_WIDGET (editing->editor), AFT_TYPE_EDITOR, name);

  g_assert_nonnull (object);
  return object;
}

static void
act (Editing *editing, const char *name)
{
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (editing->editor), name, NULL));
}

static GtkWidget *
page (Editing *editing)
{
  return GTK_WIDGET (aft_section_stack_get_page (part (editing, "stack")));
}

static GtkWidget *
find_field (GtkWidget *widget, const char *key)
{
  if (AFT_IS_FIELD_WIDGET (widget) &&
      g_strcmp0 (aft_field_widget_get_key (AFT_FIELD_WIDGET (widget)), key) == 0)
    return widget;
  for (GtkWidget *below = gtk_widget_get_first_child (widget); below != NULL;
       below = gtk_widget_get_next_sibling (below))
    {
      GtkWidget *found = find_field (below, key);

      if (found != NULL)
        return found;
    }
  return NULL;
}

static gboolean
has_focus (Editing *editing, const char *key)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (editing->window));
  GtkWidget *field = find_field (page (editing), key);

  g_assert_nonnull (field);
  return focus != NULL && (focus == field || gtk_widget_is_ancestor (focus, field));
}

static void
test_sections (Editing *editing, gconstpointer data)
{
  g_assert_cmpint (aft_editor_get_section (editing->editor), ==, AFT_SECTION_SUMMARY);
  for (guint id = 0; id < AFT_N_SECTIONS; id++)
    {
      gtk_widget_activate_action (
          GTK_WIDGET (editing->editor), "editor.section", "s", aft_section_get (id)->key);
      g_assert_cmpint (aft_editor_get_section (editing->editor), ==, id);
      g_assert_cmpint (aft_section_page_get_section (AFT_SECTION_PAGE (page (editing))), ==, id);
      g_assert_cmpint (aft_sidebar_get_section (part (editing, "sidebar")), ==, id);
    }
  act (editing, "editor.next-section");
  g_assert_cmpint (aft_editor_get_section (editing->editor), ==, AFT_SECTION_DETAILS);
  act (editing, "editor.previous-section");
  g_assert_cmpint (aft_editor_get_section (editing->editor), ==, AFT_SECTION_ACTIONS);
  g_assert_false (aft_postmortem_can_undo (editing->postmortem));
}

/* With the cursor in the first field, wherever it was before. */
static void
test_turning (Editing *editing, gconstpointer data)
{
  static const char *const first[] = {
    "summary.overview", "impact.users.scope", NULL, "analysis.trigger"
  };

  gtk_widget_grab_focus (find_field (page (editing), first[0]));
  for (guint id = 1; id < G_N_ELEMENTS (first); id++)
    {
      act (editing, "editor.next-section");
      if (first[id] != NULL)
        g_assert_true (has_focus (editing, first[id]));
    }
}

/* Every field of the description that is shown has its widget on the page of its section. */
static void
test_every_field (Editing *editing, gconstpointer data)
{
  for (guint i = 0; i < AFT_DOC_N_FIELDS; i++)
    {
      const AftField *field = aft_record_get_field (editing->root, i);
      const AftPlace  place = { field->section, editing->root, i };

      if ((field->flags & AFT_FIELD_INTERNAL) != 0)
        continue;
      g_test_message ("%s", field->key);
      aft_editor_show_place (editing->editor, &place);
      g_assert_cmpint (aft_editor_get_section (editing->editor), ==, field->section);
      g_assert_true (aft_section_page_focus (AFT_SECTION_PAGE (page (editing)), editing->root, i));
    }
}

static void
test_undo (Editing *editing, gconstpointer data)
{
  aft_editor_show_section (editing->editor, AFT_SECTION_SUMMARY);
  gtk_text_buffer_set_text (
      buffer_of (find_field (page (editing), "summary.overview")), "Errors", -1);
  aft_editor_show_section (editing->editor, AFT_SECTION_IMPACT);
  type (find_field (page (editing), "impact.users.count"), "500");
  aft_field_widget_commit (AFT_FIELD_WIDGET (find_field (page (editing), "impact.users.count")));
  aft_editor_show_section (editing->editor, AFT_SECTION_LESSONS);
  aft_list_editor_add (AFT_LIST_EDITOR (find_field (page (editing), "lessons.lucky")));
  aft_editor_show_section (editing->editor, AFT_SECTION_DETAILS);

  act (editing, "editor.undo");
  g_assert_cmpint (aft_editor_get_section (editing->editor), ==, AFT_SECTION_LESSONS);
  g_assert_true (has_focus (editing, "lessons.lucky"));
  act (editing, "editor.undo");
  g_assert_cmpint (aft_editor_get_section (editing->editor), ==, AFT_SECTION_IMPACT);
  g_assert_true (has_focus (editing, "impact.users.count"));
  g_assert_cmpstr (entry_text (find_field (page (editing), "impact.users.count")), ==, "");
  act (editing, "editor.undo");
  g_assert_cmpint (aft_editor_get_section (editing->editor), ==, AFT_SECTION_SUMMARY);
  g_assert_true (has_focus (editing, "summary.overview"));
  g_assert_false (aft_postmortem_can_undo (editing->postmortem));

  act (editing, "editor.redo");
  act (editing, "editor.redo");
  g_assert_cmpint (aft_editor_get_section (editing->editor), ==, AFT_SECTION_IMPACT);
  g_assert_cmpstr (entry_text (find_field (page (editing), "impact.users.count")), ==, "500");
  act (editing, "editor.redo");
  g_assert_cmpint (aft_editor_get_section (editing->editor), ==, AFT_SECTION_LESSONS);
  g_assert_false (aft_postmortem_can_redo (editing->postmortem));
}

/* What is half typed is undone first, not what came before it. */
static void
test_undo_half_typed (Editing *editing, gconstpointer data)
{
  aft_postmortem_set_text (editing->postmortem, editing->root, AFT_DOC_TITLE, "Title");
  aft_editor_show_section (editing->editor, AFT_SECTION_IMPACT);
  type (find_field (page (editing), "impact.users.count"), "500");
  act (editing, "editor.undo");
  g_assert_cmpstr (aft_record_get_text (editing->root, AFT_DOC_TITLE), ==, "Title");
  g_assert_false (aft_record_has (editing->root, AFT_DOC_USERS_COUNT));
}

static const char *
subtitle (Editing *editing)
{
  return adw_window_title_get_subtitle (part (editing, "title"));
}

static void
test_saved (Editing *editing, gconstpointer data)
{
  g_autoptr (GBytes) json = NULL;

  aft_postmortem_set_text (editing->postmortem, editing->root, AFT_DOC_TITLE, "P&L <b>");
  g_assert_cmpstr (adw_window_title_get_title (part (editing, "title")), ==, "P&L <b>");
  g_assert_cmpstr (subtitle (editing), ==, "Saving…");
  wait_until (g_str_equal (subtitle (editing), "Saved"));
  json = aft_library_load (editing->library, aft_document_get_id (editing->document), NULL);
  g_assert_nonnull (json);
}

/* Closing takes over and saves what is half typed. */
static void
test_closing (Editing *editing, gconstpointer data)
{
  g_autoptr (GBytes) json = NULL;
  g_autofree char *text = NULL;

  aft_editor_show_section (editing->editor, AFT_SECTION_IMPACT);
  type (find_field (page (editing), "impact.users.count"), "4711");
  aft_editor_set_document (editing->editor, NULL);
  json = aft_library_load (editing->library, aft_document_get_id (editing->document), NULL);
  g_assert_nonnull (json);
  text = g_strndup (g_bytes_get_data (json, NULL), g_bytes_get_size (json));
  g_assert_nonnull (strstr (text, "4711"));
}

static void
test_other_document (Editing *editing, gconstpointer data)
{
  g_autoptr (AftPostmortem) other = aft_postmortem_new (AFT_DOC_KIND_NEAR_MISS);
  g_autoptr (AftDocument) document = aft_document_new (editing->library, other);

  for (guint id = 0; id < AFT_N_SECTIONS; id++)
    aft_editor_show_section (editing->editor, id);
  aft_postmortem_set_text (
      other, aft_postmortem_get_root (other), AFT_DOC_SUMMARY_OVERVIEW, "Other");
  aft_editor_set_document (editing->editor, document);
  g_assert_cmpint (aft_editor_get_section (editing->editor), ==, AFT_SECTION_SUMMARY);
  assert_prose (find_field (page (editing), "summary.overview"), "Other");
  g_assert_false (aft_postmortem_can_undo (editing->postmortem));
  aft_editor_set_document (editing->editor, NULL);
}

static void
test_read_only (Editing *editing, gconstpointer data)
{
  g_autoptr (AftPostmortem) other = aft_postmortem_new (AFT_DOC_KIND_INCIDENT);
  g_autoptr (AftDocument) document = NULL;

  aft_postmortem_set_read_only (other, TRUE);
  document = aft_document_new (editing->library, other);
  aft_editor_set_document (editing->editor, document);
  g_assert_cmpstr (subtitle (editing), ==, "Read-only");
  g_assert_true (gtk_widget_get_visible (part (editing, "banner")));
  for (guint id = 0; id < AFT_N_SECTIONS; id++)
    aft_editor_show_section (editing->editor, id);
  aft_editor_show_section (editing->editor, AFT_SECTION_TIMELINE);
  aft_event_entry_set_text (AFT_EVENT_ENTRY (find (page (editing), AFT_TYPE_EVENT_ENTRY)),
                            "14:02 x");
  aft_event_entry_add (AFT_EVENT_ENTRY (find (page (editing), AFT_TYPE_EVENT_ENTRY)));
  g_assert_false (aft_record_has (aft_postmortem_get_root (other), AFT_DOC_EVENTS));
  aft_editor_set_document (editing->editor, editing->document);
  g_assert_false (gtk_widget_get_visible (part (editing, "banner")));
}

/* The removal of a row can be taken back at once. */
static void
test_removed (Editing *editing, gconstpointer data)
{
  GtkWidget *list;

  aft_editor_show_section (editing->editor, AFT_SECTION_ACTIONS);
  list = find_field (page (editing), "actions");
  aft_list_editor_add (AFT_LIST_EDITOR (list));
  gtk_widget_activate_action (find (list, AFT_TYPE_RECORD_ROW), "row.remove", NULL);
  g_assert_cmpuint (aft_list_editor_get_length (AFT_LIST_EDITOR (list)), ==, 0);
  wait_until (find (part (editing, "toast_overlay"), g_type_from_name ("AdwToastWidget")) != NULL);
  act (editing, "editor.undo");
  g_assert_cmpuint (aft_list_editor_get_length (AFT_LIST_EDITOR (list)), ==, 1);
}

static gboolean
shows_label (GtkWidget *widget, const char *text)
{
  if (GTK_IS_LABEL (widget) && g_str_equal (gtk_label_get_text (GTK_LABEL (widget)), text))
    return gtk_widget_get_visible (widget);
  for (GtkWidget *below = gtk_widget_get_first_child (widget); below != NULL;
       below = gtk_widget_get_next_sibling (below))
    if (shows_label (below, text))
      return TRUE;
  return FALSE;
}

static double
get_mark (Editing *editing, int index)
{
  GtkListBox    *list = GTK_LIST_BOX (find (part (editing, "sidebar"), GTK_TYPE_LIST_BOX));
  GtkListBoxRow *row = gtk_list_box_get_row_at_index (list, index);

  return aft_completeness_mark_get_fraction (
      AFT_COMPLETENESS_MARK (find (GTK_WIDGET (row), AFT_TYPE_COMPLETENESS_MARK)));
}

static void
test_marks (Editing *editing, gconstpointer data)
{
  g_assert_cmpfloat (get_mark (editing, AFT_SECTION_SUMMARY), ==, 0);
  aft_postmortem_set_text (editing->postmortem, editing->root, AFT_DOC_SUMMARY_OVERVIEW, "x");
  aft_postmortem_set_text (editing->postmortem, editing->root, AFT_DOC_SUMMARY_OUTCOME, "x");
  aft_postmortem_set_text (editing->postmortem, editing->root, AFT_DOC_SUMMARY_DESCRIPTION, "x");
  wait_until (get_mark (editing, AFT_SECTION_SUMMARY) == 1);
}

static int
shown_width (Editing *editing)
{
  int width;

  g_object_get (part (editing, "fold_bin"), "width", &width, NULL);
  return width;
}

/* The window's own border, drawn where nobody composites, is within its size. */
static void
resize (Editing *editing, int width)
{
  gtk_window_set_default_size (GTK_WINDOW (editing->window), width, 780);
  wait_until (ABS (width - 10 - shown_width (editing)) <= 10);
}

static void
test_folding (Editing *editing, gconstpointer data)
{
  resize (editing, 1180);
  g_assert_true (adw_flap_get_reveal_flap (part (editing, "flap")));
  g_assert_true (gtk_widget_get_visible (part (editing, "preview")));
  resize (editing, 400);
  g_assert_false (adw_flap_get_reveal_flap (part (editing, "flap")));
  g_assert_false (gtk_widget_get_visible (part (editing, "preview")));
  g_assert_true (gtk_widget_get_visible (part (editing, "stack")));
  /* Form and pages take turns. */
  act (editing, "editor.preview");
  g_assert_true (gtk_widget_get_visible (part (editing, "preview")));
  g_assert_false (gtk_widget_get_visible (part (editing, "stack")));
  act (editing, "editor.sidebar");
  g_assert_true (adw_flap_get_reveal_flap (part (editing, "flap")));
  resize (editing, 1180);
  g_assert_true (gtk_widget_get_visible (part (editing, "stack")));
  g_assert_true (gtk_widget_get_visible (part (editing, "preview")));
  act (editing, "editor.sidebar");
  g_assert_false (adw_flap_get_reveal_flap (part (editing, "flap")));
  g_assert_false (aft_settings_get_boolean ("sidebar-visible", TRUE));
}

/* Twice as large a text leaves half the room. */
static void
test_large_text (Editing *editing, gconstpointer data)
{
  GtkSettings *settings = gtk_widget_get_settings (editing->window);
  int          dpi;

  resize (editing, 1180);
  g_object_get (settings, "gtk-xft-dpi", &dpi, NULL);
  g_object_set (settings, "gtk-xft-dpi", 2 * 96 * 1024, NULL);
  wait_until (shown_width (editing) < 600);
  g_assert_false (gtk_widget_get_visible (part (editing, "preview")));
  g_assert_false (adw_flap_get_reveal_flap (part (editing, "flap")));
  g_object_set (settings, "gtk-xft-dpi", dpi, NULL);
  wait_until (shown_width (editing) > 1100);
  g_assert_true (gtk_widget_get_visible (part (editing, "preview")));
}

/* Pages */

static AftRecord *
add_event (Editing *editing, const char *at, const char *text, guint milestone)
{
  g_autoptr (AftRecord) event = fixture_event (at, text, milestone);

  aft_postmortem_insert (
      editing->postmortem, aft_record_get_list (editing->root, AFT_DOC_EVENTS), G_MAXUINT, event);
  return event;
}

static void
test_event_entry (Editing *editing, gconstpointer data)
{
  AftRecordList *events = aft_record_get_list (editing->root, AFT_DOC_EVENTS);
  AftEventEntry *entry;
  AftRecord     *event;

  aft_editor_show_section (editing->editor, AFT_SECTION_TIMELINE);
  entry = AFT_EVENT_ENTRY (find (page (editing), AFT_TYPE_EVENT_ENTRY));
  add_event (editing, "2026-05-04T12:00:00Z", "first", AFT_CHOICE_NONE);
  aft_event_entry_set_text (entry, "14:02 error rate at 5 %");
  g_assert_nonnull (strstr (aft_event_entry_get_meaning (entry), "2026-05-04 14:02"));
  aft_event_entry_add (entry);
  event = aft_record_list_get (events, 1);
  g_assert_cmpint (aft_event_get_at (event), ==, FIXTURE_NOW + 2 * AFT_HOUR + 2 * AFT_MINUTE);
  g_assert_cmpstr (aft_record_get_text (event, AFT_EVENT_TEXT), ==, "error rate at 5 %");

  aft_event_entry_set_text (entry, "+12m rolled back");
  aft_event_entry_add (entry);
  g_assert_cmpint (aft_event_get_at (aft_record_list_get (events, 2)),
                   ==,
                   aft_event_get_at (event) + 12 * AFT_MINUTE);
  aft_event_entry_set_text (entry, "somebody noticed");
  aft_event_entry_add (entry);
  g_assert_false (aft_record_has (aft_record_list_get (events, 3), AFT_EVENT_AT));
  aft_event_entry_set_text (entry, "   ");
  aft_event_entry_add (entry);
  g_assert_cmpuint (aft_record_list_get_length (events), ==, 4);
}

static void
test_metrics (Editing *editing, gconstpointer data)
{
  AftMetricsPanel *panel;
  AftRecord       *end;

  aft_editor_show_section (editing->editor, AFT_SECTION_TIMELINE);
  panel = AFT_METRICS_PANEL (find (page (editing), AFT_TYPE_METRICS_PANEL));
  g_assert_nonnull (strstr (aft_metrics_panel_get_value (panel, AFT_METRIC_TTM), "unknown"));
  add_event (editing, "2026-05-04T12:00:00Z", "start", AFT_MILESTONE_IMPACT_START);
  end = add_event (editing, "2026-05-04T12:11:00Z", "end", AFT_MILESTONE_MITIGATED);
  g_assert_cmpstr (aft_metrics_panel_get_value (panel, AFT_METRIC_TTM), ==, "11 min");
  aft_editor_show_section (editing->editor, AFT_SECTION_IMPACT);
  g_assert_true (shows_label (page (editing), "11 min"));
  aft_postmortem_set_integer (editing->postmortem, end, AFT_EVENT_AT, FIXTURE_NOW - AFT_MINUTE);
  g_assert_null (strstr (aft_metrics_panel_get_value (panel, AFT_METRIC_TTM), "unknown"));
  g_assert_true (shows_label (page (editing), "unknown"));
}

/* The list and the figure show the same event. */
static void
test_selection (Editing *editing, gconstpointer data)
{
  AftRecord    *one = add_event (editing, "2026-05-04T12:00:00Z", "one", AFT_CHOICE_NONE);
  AftRecord    *two = add_event (editing, "2026-05-04T12:11:00Z", "two", AFT_CHOICE_NONE);
  AftEventList *list;
  GObject      *view;

  aft_editor_show_section (editing->editor, AFT_SECTION_TIMELINE);
  list = AFT_EVENT_LIST (find_field (page (editing), "timeline.events"));
  view = gtk_widget_get_template_child (page (editing), AFT_TYPE_TIMELINE_PAGE, "view");
  g_assert_true (AFT_TIMELINE_VIEW (view)->selection == aft_event_list_get_selection (list));
  aft_event_selection_select (AFT_TIMELINE_VIEW (view)->selection, one);
  g_assert_true (aft_event_list_get_current (list) == one);
  aft_event_list_focus_event (list, two);
  wait_until (aft_event_list_get_current (list) == two);
  g_signal_emit_by_name (view, "event-activated", one);
  g_assert_true (aft_event_list_get_open (list) == one);
  aft_postmortem_remove (
      editing->postmortem, aft_record_get_list (editing->root, AFT_DOC_EVENTS), 0);
  g_assert_true (aft_event_list_get_current (list) != one);
  g_assert_null (aft_event_list_get_open (list));
}

/* Nothing opens below where somebody works in the figure; what was changed is the current one. */
static void
test_undo_in_figure (Editing *editing, gconstpointer data)
{
  AftRecord    *one = add_event (editing, "2026-05-04T12:00:00Z", "one", AFT_CHOICE_NONE);
  AftEventList *list;
  GObject      *view;

  add_event (editing, "2026-05-04T12:11:00Z", "two", AFT_CHOICE_NONE);
  aft_editor_show_section (editing->editor, AFT_SECTION_TIMELINE);
  list = AFT_EVENT_LIST (find_field (page (editing), "timeline.events"));
  view = gtk_widget_get_template_child (page (editing), AFT_TYPE_TIMELINE_PAGE, "view");
  wait_until (gtk_widget_get_width (GTK_WIDGET (view)) > 0);
  aft_postmortem_break_step (editing->postmortem);
  aft_postmortem_set_integer (editing->postmortem, one, AFT_EVENT_AT, FIXTURE_NOW + AFT_MINUTE);
  gtk_widget_grab_focus (GTK_WIDGET (view));
  act (editing, "editor.undo");
  g_assert_null (aft_event_list_get_open (list));
  g_assert_true (aft_event_list_get_current (list) == one);
  act (editing, "editor.redo");
  g_assert_null (aft_event_list_get_open (list));
  aft_event_list_focus_event (list, one);
  act (editing, "editor.undo");
  g_assert_true (aft_event_list_get_open (list) == one);
}

static void
test_compose (Editing *editing, gconstpointer data)
{
  AftPostmortem   *postmortem = editing->postmortem;
  AftRecord       *root = editing->root;
  g_autofree char *nothing = aft_compose_description (root);
  g_autofree char *text = NULL;

  g_assert_cmpstr (nothing, ==, "");
  aft_postmortem_set_text (postmortem, root, AFT_DOC_TITLE, "Errors after a push.");
  aft_postmortem_set_text (postmortem, root, AFT_DOC_TIME_ZONE, "Europe/Zurich");
  aft_postmortem_set_choice (postmortem, root, AFT_DOC_SEVERITY, 1);
  aft_postmortem_set_integer (postmortem, root, AFT_DOC_USERS_COUNT, 12400);
  add_event (editing, "2026-05-04T12:02:00Z", "start", AFT_MILESTONE_IMPACT_START);
  add_event (editing, "2026-05-04T12:13:00Z", "end", AFT_MILESTONE_MITIGATED);
  text = aft_compose_description (root);
  g_assert_cmpstr (text,
                   ==,
                   "From 2026-05-04 14:02 to 14:13 CEST, for 11 min. Errors after a push (SEV-2). "
                   "12\u202F400 users were affected.");
  aft_editor_show_section (editing->editor, AFT_SECTION_SUMMARY);
  g_signal_emit_by_name (
      gtk_widget_get_template_child (page (editing), AFT_TYPE_SUMMARY_PAGE, "compose_button"),
      "clicked");
  assert_prose (find_field (page (editing), "summary.description"), text);
}

/* Each template is complete by itself, and nothing holds the widget when it goes. */
static void
test_templates (void)
{
  const GType types[] = {
    AFT_TYPE_ACTIONS_PAGE,  AFT_TYPE_ANALYSIS_PAGE, AFT_TYPE_DETAILS_PAGE,  AFT_TYPE_IMPACT_PAGE,
    AFT_TYPE_LESSONS_PAGE,  AFT_TYPE_SUMMARY_PAGE,  AFT_TYPE_TIMELINE_PAGE, AFT_TYPE_EVENT_ENTRY,
    AFT_TYPE_METRICS_PANEL, AFT_TYPE_INPUT_ROW,     AFT_TYPE_CHOICE_ROW,    AFT_TYPE_FLAG_ROW,
    AFT_TYPE_PROSE_CARD,    AFT_TYPE_LIST_EDITOR,   AFT_TYPE_SIDEBAR_ROW,   AFT_TYPE_EDITOR,
    AFT_TYPE_FOLD_BIN,
  };

  for (guint i = 0; i < G_N_ELEMENTS (types); i++)
    {
      GtkWidget *widget = g_object_ref_sink (g_object_new (types[i], NULL));

      g_test_message ("%s", g_type_name (types[i]));
      g_assert_finalize_object (widget);
    }
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  gtk_source_init ();
#define CASE(path, function)                                                                       \
  g_test_add (path, Editing, NULL, set_up_editor, function, tear_down_editor)
  CASE ("/ui/editor/each section has its page", test_sections);
  CASE ("/ui/editor/turning a page puts the cursor into its first field", test_turning);
  CASE ("/ui/editor/each field is on the page of its section", test_every_field);
  CASE ("/ui/editor/undo returns to the page and the field", test_undo);
  CASE ("/ui/editor/undo begins with what is half typed", test_undo_half_typed);
  CASE ("/ui/editor/the title says whether it is saved", test_saved);
  CASE ("/ui/editor/closing saves what is half typed", test_closing);
  CASE ("/ui/editor/another document takes its place", test_other_document);
  CASE ("/ui/editor/a read-only document says so and stays as it is", test_read_only);
  CASE ("/ui/editor/a removed row can be had back", test_removed);
  CASE ("/ui/editor/the marks fill", test_marks);
  CASE ("/ui/editor/narrow windows show one pane", test_folding);
  CASE ("/ui/editor/with large text every window is narrower", test_large_text);
  CASE ("/ui/editor/one line adds an event", test_event_entry);
  CASE ("/ui/editor/the figures follow the events", test_metrics);
  CASE ("/ui/editor/list and figure select the same event", test_selection);
  CASE ("/ui/editor/what is undone in the figure is shown there", test_undo_in_figure);
  CASE ("/ui/editor/the description is composed of what is known", test_compose);
  g_test_add_func ("/ui/editor/each template is complete", test_templates);
  return g_test_run ();
}
