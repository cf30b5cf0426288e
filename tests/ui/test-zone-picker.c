/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "form.h"
#include "ui/dialogs/zone-chooser.h"
#include "ui/widgets/input-row.h"
#include "ui/widgets/zone-picker.h"

static void
keep_cb (AftZonePicker *picker, const char *zone, char **kept)
{
  g_free (*kept);
  *kept = g_strdup (zone);
}

static AftZonePicker *
show_picker (Fixture *fixture, char **chosen)
{
  GtkWidget *picker = aft_zone_picker_new ();

  gtk_box_append (GTK_BOX (fixture->box), picker);
  g_signal_connect (picker, "chosen", G_CALLBACK (keep_cb), chosen);
  return AFT_ZONE_PICKER (picker);
}

static void
test_search (Fixture *fixture, gconstpointer data)
{
  g_autofree char *chosen = NULL;
  AftZonePicker   *picker = show_picker (fixture, &chosen);
  GListModel      *found = aft_zone_picker_get_found (picker);
  guint            all = g_list_model_get_n_items (found);

  g_assert_cmpuint (all, >, 300);
  aft_zone_picker_search (picker, "CH");
  g_assert_cmpuint (g_list_model_get_n_items (found), <, all);
  g_signal_emit_by_name (find (GTK_WIDGET (picker), GTK_TYPE_SEARCH_ENTRY), "activate");
  g_assert_cmpstr (chosen, ==, "Europe/Zurich");
  aft_zone_picker_search (picker, "new york");
  g_signal_emit_by_name (find (GTK_WIDGET (picker), GTK_TYPE_LIST_VIEW), "activate", 0);
  g_assert_cmpstr (chosen, ==, "America/New_York");
  aft_zone_picker_search (picker, "atlantis");
  g_assert_cmpuint (g_list_model_get_n_items (found), ==, 0);
  g_signal_emit_by_name (find (GTK_WIDGET (picker), GTK_TYPE_SEARCH_ENTRY), "activate");
  g_assert_cmpstr (chosen, ==, "America/New_York");
}

/* The dialog around it tells the same. */
static void
test_chooser (Fixture *fixture, gconstpointer data)
{
  g_autofree char *chosen = NULL;
  GtkWidget       *chooser = aft_zone_chooser_new ();
  GtkWidget       *picker;

  gtk_box_append (GTK_BOX (fixture->box), chooser);
  g_signal_connect (chooser, "chosen", G_CALLBACK (keep_cb), &chosen);
  picker = find (chooser, AFT_TYPE_ZONE_PICKER);
  g_assert_true (gtk_widget_grab_focus (chooser));
  g_assert_true (
      gtk_widget_is_ancestor (gtk_window_get_focus (GTK_WINDOW (fixture->window)), picker));
  aft_zone_picker_search (AFT_ZONE_PICKER (picker), "tokyo");
  g_signal_emit_by_name (find (picker, GTK_TYPE_SEARCH_ENTRY), "activate");
  g_assert_cmpstr (chosen, ==, "Asia/Tokyo");
}

/* The document's zone changes what is shown; the instants stay. */
static void
test_document (Fixture *fixture, gconstpointer data)
{
  g_autoptr (AftRecord) event = fixture_event ("2026-05-04T12:02:00Z", "x", AFT_CHOICE_NONE);
  GtkWidget *row = show (fixture, aft_input_row_new ("time_zone"));
  GtkWidget *button = find (row, GTK_TYPE_MENU_BUTTON);
  GtkWidget *picker;

  aft_postmortem_insert (
      fixture->postmortem, aft_record_get_list (fixture->root, AFT_DOC_EVENTS), 0, event);
  gtk_menu_button_popup (GTK_MENU_BUTTON (button));
  picker = find (GTK_WIDGET (gtk_menu_button_get_popover (GTK_MENU_BUTTON (button))),
                 AFT_TYPE_ZONE_PICKER);
  aft_zone_picker_search (AFT_ZONE_PICKER (picker), "+9 jp");
  g_signal_emit_by_name (find (picker, GTK_TYPE_SEARCH_ENTRY), "activate");
  g_assert_cmpstr (aft_record_get_text (fixture->root, AFT_DOC_TIME_ZONE), ==, "Asia/Tokyo");
  g_assert_cmpint (
      aft_record_get_integer (event, AFT_EVENT_AT, 0), ==, FIXTURE_NOW + 2 * AFT_MINUTE);
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  gtk_source_init ();
#define CASE(path, function) g_test_add (path, Fixture, NULL, set_up, function, tear_down)
  CASE ("/ui/zone-picker/enter and a click choose what was found", test_search);
  CASE ("/ui/zone-picker/the dialog tells what was chosen", test_chooser);
  CASE ("/ui/zone-picker/a document changes its zone, not its instants", test_document);
  return g_test_run ();
}
