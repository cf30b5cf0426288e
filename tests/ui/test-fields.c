/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The widgets of the forms, each by itself on a document: it shows the value, stores what is typed,
 * follows undo, and keeps what it cannot understand. */
#include "base/caps.h"
#include "form.h"
#include "ui/widgets/choice-row.h"
#include "ui/widgets/flag-row.h"
#include "ui/widgets/input-row.h"
#include "ui/widgets/list-editor.h"
#include "ui/widgets/prose-card.h"

#include <string.h>

static void
test_line (Fixture *fixture, gconstpointer data)
{
  GtkWidget *row = show (fixture, aft_input_row_new ("title"));

  g_assert_cmpstr (entry_text (row), ==, "");
  type (row, "P&L <b>outage");
  g_assert_cmpstr (aft_record_get_text (fixture->root, AFT_DOC_TITLE), ==, "P&L <b>outage");
  aft_postmortem_set_text (fixture->postmortem, fixture->root, AFT_DOC_TITLE, "From elsewhere");
  g_assert_cmpstr (entry_text (row), ==, "From elsewhere");
  g_assert_true (undo (fixture));
  g_assert_cmpstr (entry_text (row), ==, "P&L <b>outage");
  g_assert_true (undo (fixture));
  g_assert_cmpstr (entry_text (row), ==, "");
  g_assert_false (undo (fixture));
}

/* A trailing space is no change of the document, and not taken away while it is typed. */
static void
test_line_typing (Fixture *fixture, gconstpointer data)
{
  GtkWidget *row = show (fixture, aft_input_row_new ("title"));

  type (row, "Config ");
  g_assert_cmpstr (entry_text (row), ==, "Config ");
  g_assert_cmpstr (aft_record_get_text (fixture->root, AFT_DOC_TITLE), ==, "Config");
  aft_field_widget_commit (AFT_FIELD_WIDGET (row));
  g_assert_cmpstr (entry_text (row), ==, "Config");
}

static void
test_figure (Fixture *fixture, gconstpointer data)
{
  GtkWidget *row = show (fixture, aft_input_row_new ("impact.users.count"));

  type (row, "12.4k");
  wait_until (aft_record_has (fixture->root, AFT_DOC_USERS_COUNT));
  g_assert_cmpint (aft_record_get_integer (fixture->root, AFT_DOC_USERS_COUNT, 0), ==, 12400);
  g_assert_cmpstr (entry_text (row), ==, "12.4k");
  aft_field_widget_commit (AFT_FIELD_WIDGET (row));
  g_assert_cmpstr (entry_text (row), ==, "12\u202F400");
  g_assert_true (undo (fixture));
  g_assert_cmpstr (entry_text (row), ==, "");
}

/* One figure is one step, however many keys it took. */
static void
test_figure_steps (Fixture *fixture, gconstpointer data)
{
  GtkWidget *row = show (fixture, aft_input_row_new ("impact.users.count"));

  type (row, "1");
  type (row, "12");
  type (row, "124");
  aft_field_widget_commit (AFT_FIELD_WIDGET (row));
  g_assert_cmpint (aft_record_get_integer (fixture->root, AFT_DOC_USERS_COUNT, 0), ==, 124);
  g_assert_true (undo (fixture));
  g_assert_false (undo (fixture));
}

static void
test_figure_invalid (Fixture *fixture, gconstpointer data)
{
  GtkWidget *row = show (fixture, aft_input_row_new ("impact.users.count"));

  aft_input_row_set_text (AFT_INPUT_ROW (row), "500");
  type (row, "about five hundred");
  g_assert_true (aft_input_row_get_invalid (AFT_INPUT_ROW (row)));
  aft_field_widget_commit (AFT_FIELD_WIDGET (row));
  g_assert_cmpstr (entry_text (row), ==, "about five hundred");
  g_assert_cmpint (aft_record_get_integer (fixture->root, AFT_DOC_USERS_COUNT, 0), ==, 500);
  /* Changes of other fields leave it alone. */
  aft_postmortem_set_text (fixture->postmortem, fixture->root, AFT_DOC_TITLE, "x");
  aft_postmortem_set_read_only (fixture->postmortem, TRUE);
  aft_postmortem_set_read_only (fixture->postmortem, FALSE);
  g_assert_cmpstr (entry_text (row), ==, "about five hundred");
  type (row, "600");
  g_assert_false (aft_input_row_get_invalid (AFT_INPUT_ROW (row)));
}

/* What the field cannot hold goes where any text can. */
static void
test_figure_rejected (Fixture *fixture, gconstpointer data)
{
  GtkWidget *row = show (fixture, aft_input_row_new ("impact.users.count"));

  aft_postmortem_set_text (fixture->postmortem, fixture->root, AFT_DOC_APPENDIX, "Notes.");
  type (row, "about five hundred");
  aft_field_widget_commit (AFT_FIELD_WIDGET (row));
  aft_field_widgets_keep_rejected (fixture->box);
  g_assert_cmpstr (aft_record_get_text (fixture->root, AFT_DOC_APPENDIX),
                   ==,
                   "Notes.\n\nNumber of users: about five hundred");
  type (row, "500");
  aft_field_widgets_keep_rejected (fixture->box);
  g_assert_true (
      g_str_has_suffix (aft_record_get_text (fixture->root, AFT_DOC_APPENDIX), "hundred"));
}

/* What the public does not read stays unread where it goes, and comes once. */
static void
test_figure_private (Fixture *fixture, gconstpointer data)
{
  GtkWidget *row = show (fixture, aft_input_row_new ("impact.users.count"));

  aft_postmortem_set_words (
      fixture->postmortem, fixture->root, AFT_DOC_PRIVATE, (const char *const[]){ "impact", NULL });
  type (row, "five || hundred");
  aft_field_widget_commit (AFT_FIELD_WIDGET (row));
  aft_field_widgets_keep_rejected (fixture->box);
  aft_field_widgets_keep_rejected (fixture->box);
  g_assert_cmpstr (aft_record_get_text (fixture->root, AFT_DOC_APPENDIX),
                   ==,
                   "||Number of users: five // hundred||");
}

/* What is typed when the document is closed is not lost. */
static void
test_figure_closing (Fixture *fixture, gconstpointer data)
{
  GtkWidget *row = show (fixture, aft_input_row_new ("impact.users.count"));

  type (row, "77");
  g_assert_false (aft_record_has (fixture->root, AFT_DOC_USERS_COUNT));
  aft_field_widget_unbind (AFT_FIELD_WIDGET (row));
  g_assert_cmpint (aft_record_get_integer (fixture->root, AFT_DOC_USERS_COUNT, 0), ==, 77);
}

static void
test_unit (Fixture *fixture, gconstpointer data)
{
  GtkWidget *row = show (fixture, aft_input_row_new ("impact.revenue.amount"));
  GtkWidget *unit = GTK_WIDGET (gtk_widget_get_template_child (row, AFT_TYPE_INPUT_ROW, "unit"));

  g_assert_false (gtk_widget_get_visible (unit));
  aft_postmortem_set_text (fixture->postmortem, fixture->root, AFT_DOC_REVENUE_CURRENCY, "CHF");
  g_assert_true (gtk_widget_get_visible (unit));
  g_assert_cmpstr (gtk_label_get_text (GTK_LABEL (unit)), ==, "CHF");
}

static void
test_read_only (Fixture *fixture, gconstpointer data)
{
  GtkWidget *row = show (fixture, aft_input_row_new ("title"));
  GtkWidget *card = show (fixture, aft_prose_card_new ("summary.overview"));

  aft_postmortem_set_read_only (fixture->postmortem, TRUE);
  g_assert_false (gtk_editable_get_editable (GTK_EDITABLE (find (row, GTK_TYPE_ENTRY))));
  g_assert_false (gtk_text_view_get_editable (GTK_TEXT_VIEW (find (card, GTK_TYPE_TEXT_VIEW))));
}

static void
test_choice (Fixture *fixture, gconstpointer data)
{
  GtkWidget *severity = show (fixture, aft_choice_row_new ("severity"));
  GtkWidget *status = show (fixture, aft_choice_row_new ("status"));

  /* "Not set" comes first, but not where there is always a value. */
  g_assert_cmpuint (adw_combo_row_get_selected (ADW_COMBO_ROW (severity)), ==, 0);
  adw_combo_row_set_selected (ADW_COMBO_ROW (severity), 2);
  g_assert_cmpuint (aft_record_get_choice (fixture->root, AFT_DOC_SEVERITY), ==, 1);
  adw_combo_row_set_selected (ADW_COMBO_ROW (status), 2);
  g_assert_cmpuint (aft_record_get_choice (fixture->root, AFT_DOC_STATUS), ==, AFT_STATUS_REVIEWED);
  undo (fixture);
  g_assert_cmpuint (adw_combo_row_get_selected (ADW_COMBO_ROW (status)), ==, 0);
  adw_combo_row_set_selected (ADW_COMBO_ROW (severity), 0);
  g_assert_false (aft_record_has (fixture->root, AFT_DOC_SEVERITY));
}

/* Binding tells, it never asks: a document that was only looked at has not changed. */
static void
test_binding_is_no_change (Fixture *fixture, gconstpointer data)
{
  const AftSchema *schema = &aft_doc_schema;

  for (guint i = 0; i < schema->n_fields; i++)
    {
      const AftField *field = &schema->fields[i];

      if ((field->flags & AFT_FIELD_INTERNAL) != 0)
        continue;
      if (field->kind == AFT_KIND_LIST)
        show (fixture, aft_list_editor_new (field->key));
      else if (field->kind == AFT_KIND_CHOICE)
        show (fixture, aft_choice_row_new (field->key));
      else if (field->kind == AFT_KIND_PROSE)
        show (fixture, aft_prose_card_new (field->key));
      else
        show (fixture, aft_input_row_new (field->key));
    }
  aft_field_widgets_assign_mnemonics (fixture->box);
  aft_field_widgets_commit (fixture->box);
  g_assert_false (aft_postmortem_can_undo (fixture->postmortem));
  for (guint i = 0; i < schema->n_fields; i++)
    if ((schema->fields[i].flags & AFT_FIELD_INTERNAL) == 0)
      g_assert_true (aft_field_widgets_reveal (fixture->box, fixture->root, i));
}

static void
test_flag (Fixture *fixture, gconstpointer data)
{
  g_autoptr (AftRecord) event = fixture_event ("2026-05-04T12:02:00Z", "x", AFT_CHOICE_NONE);
  GtkWidget *row = aft_flag_row_new ("private");
  GtkSwitch *toggle;

  aft_postmortem_insert (
      fixture->postmortem, aft_record_get_list (fixture->root, AFT_DOC_EVENTS), 0, event);
  gtk_box_append (GTK_BOX (fixture->box), row);
  aft_field_widget_bind (AFT_FIELD_WIDGET (row), fixture->postmortem, event);
  toggle = GTK_SWITCH (find (row, GTK_TYPE_SWITCH));
  gtk_switch_set_active (toggle, TRUE);
  g_assert_true (aft_record_get_flag (event, AFT_EVENT_PRIVATE));
  undo (fixture);
  g_assert_false (gtk_switch_get_active (toggle));
}

/* Prose */

static void
test_prose (Fixture *fixture, gconstpointer data)
{
  GtkWidget     *card = show (fixture, aft_prose_card_new ("summary.overview"));
  GtkTextBuffer *buffer = buffer_of (card);

  gtk_text_buffer_insert_at_cursor (buffer, "Errors *rose*.", -1);
  g_assert_cmpstr (
      aft_record_get_text (fixture->root, AFT_DOC_SUMMARY_OVERVIEW), ==, "Errors *rose*.");
  g_assert_false (gtk_text_buffer_get_enable_undo (buffer));
  undo (fixture);
  assert_prose (card, "");
  aft_postmortem_redo (fixture->postmortem, NULL);
  assert_prose (card, "Errors *rose*.");
}

static void
test_prose_cursor (Fixture *fixture, gconstpointer data)
{
  GtkWidget     *card = show (fixture, aft_prose_card_new ("summary.overview"));
  GtkTextBuffer *buffer = buffer_of (card);
  GtkTextIter    where;
  int            position;

  gtk_text_buffer_insert_at_cursor (buffer, "one two three", -1);
  gtk_text_buffer_get_iter_at_offset (buffer, &where, 10);
  gtk_text_buffer_place_cursor (buffer, &where);
  aft_postmortem_set_text (
      fixture->postmortem, fixture->root, AFT_DOC_SUMMARY_OVERVIEW, "one 2 three");
  assert_prose (card, "one 2 three");
  g_object_get (buffer, "cursor-position", &position, NULL);
  g_assert_cmpint (position, ==, 8);
}

/* Replacing a selection is one step. */
static void
test_prose_paste (Fixture *fixture, gconstpointer data)
{
  GtkWidget     *card = show (fixture, aft_prose_card_new ("summary.overview"));
  GtkTextBuffer *buffer = buffer_of (card);
  GtkTextIter    start, end;

  gtk_text_buffer_insert_at_cursor (buffer, "old text", -1);
  aft_postmortem_break_step (fixture->postmortem);
  gtk_text_buffer_begin_user_action (buffer);
  gtk_text_buffer_get_bounds (buffer, &start, &end);
  gtk_text_buffer_delete (buffer, &start, &end);
  gtk_text_buffer_insert_at_cursor (buffer, "new", -1);
  gtk_text_buffer_end_user_action (buffer);
  g_assert_cmpstr (aft_record_get_text (fixture->root, AFT_DOC_SUMMARY_OVERVIEW), ==, "new");
  undo (fixture);
  assert_prose (card, "old text");
}

static const char *
message_of (GtkWidget *card)
{
  return gtk_label_get_text (
      GTK_LABEL (gtk_widget_get_template_child (card, AFT_TYPE_PROSE_CARD, "message")));
}

static void
test_prose_cap (Fixture *fixture, gconstpointer data)
{
  GtkWidget       *card = show (fixture, aft_prose_card_new ("summary.overview"));
  g_autofree char *huge = g_malloc (AFT_CAP_FIELD_BYTES + 2);

  memset (huge, 'x', AFT_CAP_FIELD_BYTES + 1);
  huge[AFT_CAP_FIELD_BYTES + 1] = '\0';
  gtk_text_buffer_insert_at_cursor (buffer_of (card), "kept", -1);
  gtk_text_buffer_insert_at_cursor (buffer_of (card), huge, -1);
  assert_prose (card, "kept");
  g_assert_nonnull (strstr (message_of (card), "1 MB"));
  gtk_text_buffer_insert_at_cursor (buffer_of (card), "!", -1);
  assert_prose (card, "kept!");
  g_assert_cmpstr (message_of (card), ==, "");
}

static guint
longest_line (GtkTextBuffer *buffer)
{
  guint longest = 0;

  for (int i = 0; i < gtk_text_buffer_get_line_count (buffer); i++)
    {
      GtkTextIter line;

      gtk_text_buffer_get_iter_at_line (buffer, &line, i);
      longest = MAX (longest, (guint) gtk_text_iter_get_chars_in_line (&line));
    }
  return longest;
}

static void
test_prose_long_line (Fixture *fixture, gconstpointer data)
{
  GtkWidget       *card = show (fixture, aft_prose_card_new ("appendix"));
  g_autofree char *line = g_malloc (300001);
  g_autofree char *text = NULL;

  memset (line, '7', 300000);
  line[300000] = '\0';
  gtk_text_buffer_insert_at_cursor (buffer_of (card), line, -1);
  wait_until (aft_record_has (fixture->root, AFT_DOC_APPENDIX));
  g_assert_cmpuint (longest_line (buffer_of (card)), <=, AFT_CAP_LINE_CHARS + 1);
  text = prose_of (card);
  g_assert_cmpstr (aft_record_get_text (fixture->root, AFT_DOC_APPENDIX), ==, text);
  g_assert_cmpuint (strlen (text), >=, 300000);
  undo (fixture);
  assert_prose (card, "");
}

static void
test_prose_clean (Fixture *fixture, gconstpointer data)
{
  GtkWidget *card = show (fixture, aft_prose_card_new ("summary.overview"));

  gtk_text_buffer_insert_at_cursor (buffer_of (card), "a\x1b[0mb\r\nc", -1);
  assert_prose (card, "a\uFFFD[0mb\nc");
  g_assert_nonnull (strstr (message_of (card), "1 character"));
}

static gboolean
takes_wheel (GtkWidget *scroller)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (scroller);

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_EVENT_CONTROLLER_SCROLL (controller) &&
          gtk_event_controller_get_propagation_phase (controller) == GTK_PHASE_BUBBLE)
        return TRUE;
    }
  return FALSE;
}

/* The wheel moves the page over a text that is wholly in sight, and a text that is not. */
static void
test_wheel (Fixture *fixture, gconstpointer data)
{
  GtkWidget *card = show (fixture, aft_prose_card_new ("summary.overview"));
  GtkWidget *scroller = find (card, GTK_TYPE_SCROLLED_WINDOW);
  g_autoptr (GString) text = g_string_new ("A line");

  wait_until (gtk_widget_get_height (scroller) > 0 && !takes_wheel (scroller));
  for (guint i = 0; i < 100; i++)
    g_string_append (text, "\nand another");
  aft_postmortem_set_text (fixture->postmortem, fixture->root, AFT_DOC_SUMMARY_OVERVIEW, text->str);
  wait_until (takes_wheel (scroller));
  undo (fixture);
  wait_until (!takes_wheel (scroller));
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  gtk_source_init ();
#define CASE(path, function) g_test_add (path, Fixture, NULL, set_up, function, tear_down)
  CASE ("/ui/fields/the wheel is for the page where there is no more text", test_wheel);
  CASE ("/ui/fields/a line follows undo and other hands", test_line);
  CASE ("/ui/fields/a line is left alone while it is typed", test_line_typing);
  CASE ("/ui/fields/a figure is stored, and grouped once it is left", test_figure);
  CASE ("/ui/fields/a figure is one step", test_figure_steps);
  CASE ("/ui/fields/what is no figure is kept as typed", test_figure_invalid);
  CASE ("/ui/fields/what is no figure is not lost", test_figure_rejected);
  CASE ("/ui/fields/what is private is not told elsewhere", test_figure_private);
  CASE ("/ui/fields/what is half typed is taken over at closing", test_figure_closing);
  CASE ("/ui/fields/an amount has its currency", test_unit);
  CASE ("/ui/fields/a read-only document takes no typing", test_read_only);
  CASE ("/ui/fields/a choice can be taken back", test_choice);
  CASE ("/ui/fields/looking at a document does not change it", test_binding_is_no_change);
  CASE ("/ui/fields/a flag follows undo", test_flag);
  CASE ("/ui/fields/prose follows undo", test_prose);
  CASE ("/ui/fields/the cursor stays where its text is", test_prose_cursor);
  CASE ("/ui/fields/pasting over a selection is one step", test_prose_paste);
  CASE ("/ui/fields/more than a field holds is refused", test_prose_cap);
  CASE ("/ui/fields/overlong lines are broken", test_prose_long_line);
  CASE ("/ui/fields/what a text view cannot hold is replaced", test_prose_clean);
  return g_test_run ();
}
