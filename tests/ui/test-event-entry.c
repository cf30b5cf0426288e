/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The line in which an event is typed: what it means, what is offered, what is added. */
#include "form.h"
#include "model/events.h"
#include "ui/sections/event-completion.h"
#include "ui/sections/event-entry.h"

typedef struct
{
  Fixture        form;
  AftEventEntry *entry;
} Typed;

static void
set_up_entry (Typed *fixture, gconstpointer data)
{
  g_autoptr (AftRecord) event =
      fixture_event ("2026-05-04T14:00:00Z", "alert fired", AFT_MILESTONE_DETECTED);

  set_up (&fixture->form, data);
  aft_postmortem_insert (
      fixture->form.postmortem, aft_record_get_list (fixture->form.root, AFT_DOC_EVENTS), 0, event);
  fixture->entry = g_object_new (AFT_TYPE_EVENT_ENTRY, NULL);
  gtk_box_append (GTK_BOX (fixture->form.box), GTK_WIDGET (fixture->entry));
  aft_event_entry_set_postmortem (fixture->entry, fixture->form.postmortem);
}

static void
tear_down_entry (Typed *fixture, gconstpointer data)
{
  aft_event_entry_set_postmortem (fixture->entry, NULL);
  tear_down (&fixture->form, data);
}

static GtkEditable *
editable_of (Typed *fixture)
{
  return GTK_EDITABLE (find (GTK_WIDGET (fixture->entry), GTK_TYPE_ENTRY));
}

static AftEventCompletion *
completion_of (Typed *fixture)
{
  return AFT_EVENT_COMPLETION (find (GTK_WIDGET (fixture->entry), AFT_TYPE_EVENT_COMPLETION));
}

static void
test_meaning (Typed *fixture, gconstpointer data)
{
  static const struct
  {
    const char *typed, *meaning;
  } cases[] = {
    { "14:02", "2026-05-04 14:02 UTC · what happened?" },
    { "14:02 errors", "2026-05-04 14:02 UTC · Enter adds it" },
    { "~14:02 errors", "about 2026-05-04 14:02 UTC · Enter adds it" },
    { "+5m errors", "2026-05-04 14:05 UTC · Enter adds it" },
    { "2026-05-05 errors", "2026-05-05 UTC · Enter adds it" },
    { "14:02-14:20 errors #symptom", "2026-05-04 14:02–14:20 UTC · Symptom · Enter adds it" },
    { "23:50-0:10 errors @users",
      "2026-05-04 23:50 – 2026-05-05 00:10 UTC · Users · Enter adds it" },
    { "? errors", "time not known · Enter adds it" },
    { "errors", "no time understood · Enter adds it" },
    { "14:02 errors !resolved", "2026-05-04 14:02 UTC · Resolved · Enter adds it" },
    { "14:02 errors !detected",
      "2026-05-04 14:02 UTC · Detected, until now at 14:00 · Enter adds it" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      aft_event_entry_set_text (fixture->entry, cases[i].typed);
      g_assert_cmpstr (aft_event_entry_get_meaning (fixture->entry), ==, cases[i].meaning);
    }
}

static void
test_add (Typed *fixture, gconstpointer data)
{
  AftRecordList *events = aft_record_get_list (fixture->form.root, AFT_DOC_EVENTS);
  AftRecord     *event;

  aft_event_entry_set_text (fixture->entry, "14:02-14:20 errors #symptom !detected @users");
  aft_event_entry_add (fixture->entry);
  g_assert_cmpstr (gtk_editable_get_text (editable_of (fixture)), ==, "");
  event = aft_record_list_get (events, 1);
  g_assert_cmpstr (aft_record_get_text (event, AFT_EVENT_TEXT), ==, "errors");
  g_assert_cmpuint (aft_record_get_choice (event, AFT_EVENT_KIND), ==, AFT_EVENT_KIND_SYMPTOM);
  g_assert_cmpuint (aft_record_get_choice (event, AFT_EVENT_LANE), ==, AFT_LANE_USERS);
  g_assert_true (aft_events_find_milestone (events, AFT_MILESTONE_DETECTED) == event);
  g_assert_true (undo (&fixture->form));
  g_assert_cmpuint (aft_record_list_get_length (events), ==, 1);
  g_assert_nonnull (aft_events_find_milestone (events, AFT_MILESTONE_DETECTED));
}

/* As keys do it: behind the cursor. */
static void
type_at_end (Typed *fixture, const char *text)
{
  GtkEditable *delegate = gtk_editable_get_delegate (editable_of (fixture));

  gtk_entry_grab_focus_without_selecting (GTK_ENTRY (editable_of (fixture)));
  wait_until (gtk_widget_has_focus (GTK_WIDGET (delegate)));
  gtk_editable_set_position (delegate, -1);
  g_signal_emit_by_name (delegate, "insert-at-cursor", text);
}

static void
test_completion (Typed *fixture, gconstpointer data)
{
  AftEventCompletion *completion = completion_of (fixture);

  type_at_end (fixture, "14:02 é ");
  g_assert_null (aft_event_completion_get_chosen (completion));
  type_at_end (fixture, "!imp");
  g_assert_cmpstr (aft_event_completion_get_chosen (completion), ==, "!impact-start");
  g_assert_true (aft_event_completion_take (completion));
  g_assert_cmpstr (gtk_editable_get_text (editable_of (fixture)), ==, "14:02 é !impact-start ");
  g_assert_null (aft_event_completion_get_chosen (completion));
  g_assert_false (aft_event_completion_take (completion));
  type_at_end (fixture, "#nothing");
  g_assert_null (aft_event_completion_get_chosen (completion));
  type_at_end (fixture, " @users");
  g_assert_null (aft_event_completion_get_chosen (completion));
}

static void
paste (Typed *fixture, const char *text)
{
  GtkEditable *delegate = gtk_editable_get_delegate (editable_of (fixture));

  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (fixture->entry)), text);
  g_signal_emit_by_name (delegate, "paste-clipboard");
}

static void
pasted_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  *(gboolean *) data = TRUE;
}

/* One line is text, and so are several without times; several with times are events, which somebody
 * else adds. */
static void
test_paste (Typed *fixture, gconstpointer data)
{
  static const GActionEntry entries[] = { { .name = "paste", .activate = pasted_cb } };
  g_autoptr (GSimpleActionGroup) group = g_simple_action_group_new ();
  gboolean is_pasted = FALSE;

  g_action_map_add_action_entries (G_ACTION_MAP (group), entries, 1, &is_pasted);
  gtk_widget_insert_action_group (GTK_WIDGET (fixture->entry), "event", G_ACTION_GROUP (group));
  /* what is below looks for its actions when it gets its place */
  g_object_ref (fixture->entry);
  gtk_box_remove (GTK_BOX (fixture->form.box), GTK_WIDGET (fixture->entry));
  gtk_box_append (GTK_BOX (fixture->form.box), GTK_WIDGET (fixture->entry));
  g_object_unref (fixture->entry);
  paste (fixture, "14:02 errors");
  wait_until (g_str_equal (gtk_editable_get_text (editable_of (fixture)), "14:02 errors"));
  g_assert_false (is_pasted);
  paste (fixture, "14:02 errors\n14:03 more\n");
  wait_until (is_pasted);
  g_assert_cmpstr (gtk_editable_get_text (editable_of (fixture)), ==, "14:02 errors");
  is_pasted = FALSE;
  paste (fixture, "[14:02] <responder-1> errors\n[14:03] <responder-2> more\n");
  wait_until (strstr (gtk_editable_get_text (editable_of (fixture)), "responder-1") != NULL);
  g_assert_false (is_pasted);
}

static void
test_read_only (Typed *fixture, gconstpointer data)
{
  AftRecordList *events = aft_record_get_list (fixture->form.root, AFT_DOC_EVENTS);

  aft_postmortem_set_read_only (fixture->form.postmortem, TRUE);
  aft_event_entry_set_text (fixture->entry, "14:02 errors !detected");
  aft_event_entry_add (fixture->entry);
  g_assert_cmpuint (aft_record_list_get_length (events), ==, 1);
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  gtk_source_init ();
#define CASE(path, function) g_test_add (path, Typed, NULL, set_up_entry, function, tear_down_entry)
  CASE ("/ui/event-entry/what it means is said while it is typed", test_meaning);
  CASE ("/ui/event-entry/a line is one event in one step", test_add);
  CASE ("/ui/event-entry/words with a sign are completed", test_completion);
  CASE ("/ui/event-entry/several lines with times are events", test_paste);
  CASE ("/ui/event-entry/nothing is added to what cannot be changed", test_read_only);
  return g_test_run ();
}
