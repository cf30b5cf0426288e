/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What others wrote comes in: the page on which it is looked through, and what becomes of it. */
#include "message.h"

#include <glib/gstdio.h>

#include "ui/application.h"
#include "ui/import/import-choices.h"
#include "ui/import/import-page.h"
#include "ui/import/import-row.h"
#include "ui/import/import-source.h"
#include "ui/import/paste-offer.h"
#include "ui/sections/event-entry.h"
#include "ui/settings.h"
#include "ui/window.h"

#include "form.h"

#define DOCUMENT                                                                                   \
  "# Queue <b>full</b> & more\n\nOrders waited.\n\n## Timeline\n\n- 2026-05-04 14:02 full\n"       \
  "- 14:10 alert fired\n\n## Action items\n\n- Raise the limit\n"
#define CHAT                                                                                       \
  "[2026-05-04 14:02] <responder-1> full\n[2026-05-04 14:05] <responder-2> looking\n"              \
  "[2026-05-04 14:09] <responder-1> rolled back\n"

static AftApplication *the_app;

typedef struct
{
  AftWindow *window;
  char      *folder;
} Shell;

static void
open_shell (Shell *shell, gconstpointer data)
{
  aft_settings_set_string ("open-document", "");
  aft_settings_set_string ("time-zone", "Europe/Zurich");
  shell->folder = g_dir_make_tmp ("afterword-XXXXXX", NULL);
  shell->window = aft_window_new (the_app);
  g_object_add_weak_pointer (G_OBJECT (shell->window), (gpointer *) &shell->window);
  gtk_window_present (GTK_WINDOW (shell->window));
  wait_until (gtk_widget_get_mapped (GTK_WIDGET (shell->window)));
}

static void
close_shell (Shell *shell, gconstpointer data)
{
  gtk_window_close (GTK_WINDOW (shell->window));
  /* A window that something still holds would wait here in vain. */
  wait_until (shell->window == NULL);
  fixture_remove_folder (shell->folder);
  g_free (shell->folder);
}

/* Depth first, of what can be seen; NULL where there is none. */
static GtkWidget *
find_mapped (GtkWidget *widget, GType type, guint *skip)
{
  if (!gtk_widget_get_mapped (widget))
    return NULL;
  if (g_type_is_a (G_OBJECT_TYPE (widget), type) && (*skip)-- == 0)
    return widget;
  for (GtkWidget *below = gtk_widget_get_first_child (widget); below != NULL;
       below = gtk_widget_get_next_sibling (below))
    {
      GtkWidget *found = find_mapped (below, type, skip);

      if (found != NULL)
        return found;
    }
  return NULL;
}

static gpointer
find_nth (Shell *shell, GType type, guint n)
{
  return find_mapped (GTK_WIDGET (shell->window), type, &n);
}

static AftImportPage *
get_page (Shell *shell)
{
  return find_nth (shell, AFT_TYPE_IMPORT_PAGE, 0);
}

static gpointer
page_child (Shell *shell, const char *name)
{
  return gtk_widget_get_template_child (GTK_WIDGET (get_page (shell)), AFT_TYPE_IMPORT_PAGE, name);
}

static AftPlan *
get_plan (Shell *shell)
{
  return aft_import_page_get_plan (get_page (shell));
}

static void
open_texts (Shell *shell, const char *const *names, const char *const *texts)
{
  g_autoptr (GPtrArray) files = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; names[i] != NULL; i++)
    {
      g_autofree char *path = g_build_filename (shell->folder, names[i], NULL);

      g_assert_true (g_file_set_contents (path, texts[i], -1, NULL));
      g_ptr_array_add (files, g_file_new_for_path (path));
    }
  g_application_open (G_APPLICATION (the_app), (GFile **) files->pdata, (int) files->len, "");
  wait_until (get_page (shell) != NULL);
}

static void
open_text (Shell *shell, const char *name, const char *text)
{
  const char *const names[] = { name, NULL };

  open_texts (shell, names, &text);
}

static void
accept (Shell *shell)
{
  g_signal_emit_by_name (page_child (shell, "accept_button"), "clicked");
}

static AftRecord *
get_root (Shell *shell)
{
  return aft_document_get_root (aft_window_get_document (shell->window));
}

static guint
count_rows (Shell *shell, guint field)
{
  return aft_record_list_get_length (aft_record_get_list (get_root (shell), field));
}

static AftPlanItem *
get_item (Shell *shell, guint index)
{
  g_autoptr (AftPlanItem) item =
      g_list_model_get_item (aft_plan_get_items (get_plan (shell)), index);

  return item; /* the list keeps it */
}

static GtkWidget *
find_check (Shell *shell, guint row)
{
  GtkWidget *widget;

  wait_until (find_nth (shell, AFT_TYPE_IMPORT_ROW, row) != NULL);
  widget = find_nth (shell, AFT_TYPE_IMPORT_ROW, row);
  return GTK_WIDGET (gtk_widget_get_template_child (widget, AFT_TYPE_IMPORT_ROW, "check"));
}

/* Nothing is in the library before it is accepted. */
static void
test_new (Shell *shell, gconstpointer data)
{
  open_text (shell, "queue.md", DOCUMENT);
  g_assert_null (aft_window_get_document (shell->window));
  g_assert_cmpstr (gtk_button_get_label (page_child (shell, "accept_button")), ==, "_Create");
  accept (shell);
  accept (shell);
  wait_until (aft_window_get_document (shell->window) != NULL);
  g_assert_cmpstr (
      aft_record_get_text (get_root (shell), AFT_DOC_TITLE), ==, "Queue <b>full</b> & more");
  g_assert_cmpuint (count_rows (shell, AFT_DOC_EVENTS), ==, 2);
  g_assert_cmpuint (count_rows (shell, AFT_DOC_ACTIONS), ==, 1);
  g_assert_cmpuint (count_rows (shell, AFT_DOC_SOURCES), ==, 1);
  /* pressed twice, made once */
  {
    g_autoptr (GPtrArray) entries =
        aft_library_list (aft_window_get_library (shell->window), FALSE, NULL);

    g_assert_cmpuint (entries->len, ==, 1);
  }
}

static void
test_tick (Shell *shell, gconstpointer data)
{
  GtkLabel *summary;

  open_text (shell, "queue.md", DOCUMENT);
  summary = page_child (shell, "summary");
  g_assert_nonnull (strstr (gtk_label_get_text (summary), "2 events"));
  gtk_check_button_set_active (GTK_CHECK_BUTTON (find_check (shell, 0)), FALSE);
  wait_until (strstr (gtk_label_get_text (summary), "1 event ") != NULL);
  accept (shell);
  wait_until (aft_window_get_document (shell->window) != NULL);
  g_assert_cmpuint (count_rows (shell, AFT_DOC_EVENTS), ==, 1);
}

static void
test_names (Shell *shell, gconstpointer data)
{
  open_text (shell, "queue.md", DOCUMENT);
  gtk_test_accessible_assert_role (GTK_ACCESSIBLE (find_check (shell, 0)),
                                   GTK_ACCESSIBLE_ROLE_CHECKBOX);
  g_assert_true (gtk_test_accessible_has_property (GTK_ACCESSIBLE (find_check (shell, 0)),
                                                   GTK_ACCESSIBLE_PROPERTY_LABEL));
  {
    g_autofree char *wrong =
        gtk_test_accessible_check_property (GTK_ACCESSIBLE (find_check (shell, 0)),
                                            GTK_ACCESSIBLE_PROPERTY_LABEL,
                                            "E1, 2026-05-04 14:02: full (line 7 · zone not said)");

    g_assert_cmpstr (wrong, ==, NULL);
  }
}

static void
test_cancel (Shell *shell, gconstpointer data)
{
  open_text (shell, "queue.md", DOCUMENT);
  gtk_widget_activate_action (GTK_WIDGET (get_page (shell)), "import.cancel", NULL);
  wait_until (get_page (shell) == NULL);
  g_assert_null (aft_window_get_document (shell->window));
}

static void
test_into (Shell *shell, gconstpointer data)
{
  AftPlace       place;
  AftPostmortem *postmortem;

  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (shell->window), "app.new", NULL));
  postmortem = aft_document_get_postmortem (aft_window_get_document (shell->window));
  aft_postmortem_set_text (postmortem, get_root (shell), AFT_DOC_TITLE, "Ours");
  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (shell->window)), CHAT);
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (shell->window), "win.paste-import", NULL));
  wait_until (get_page (shell) != NULL);
  g_assert_cmpstr (gtk_button_get_label (page_child (shell, "accept_button")), ==, "_Add");
  accept (shell);
  wait_until (get_page (shell) == NULL);
  g_assert_cmpstr (aft_record_get_text (get_root (shell), AFT_DOC_TITLE), ==, "Ours");
  g_assert_cmpuint (count_rows (shell, AFT_DOC_EVENTS), ==, 3);
  g_assert_true (aft_postmortem_undo (postmortem, &place));
  g_assert_cmpuint (count_rows (shell, AFT_DOC_EVENTS), ==, 0);
  g_assert_cmpstr (aft_record_get_text (get_root (shell), AFT_DOC_TITLE), ==, "Ours");
}

static GtkWidget *
begin_document (Shell *shell, AftSectionId section)
{
  GtkWidget *view;

  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (shell->window), "app.new", NULL));
  aft_window_show_section (shell->window, section);
  wait_until (find_nth (shell, AFT_TYPE_PROSE_VIEW, 0) != NULL);
  view = find_nth (shell, AFT_TYPE_PROSE_VIEW, 0);
  gtk_widget_grab_focus (view);
  return view;
}

static void
paste (Shell *shell, GtkWidget *widget, const char *text)
{
  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (shell->window)), text);
  g_signal_emit_by_name (widget, "paste-clipboard");
}

static AftPasteOffer *
get_offer (Shell *shell)
{
  return find_nth (shell, AFT_TYPE_PASTE_OFFER, 0);
}

static void
press (Shell *shell, const char *label)
{
  GtkWidget *button = NULL;

  for (guint i = 0; (button = find_nth (shell, GTK_TYPE_BUTTON, i)) != NULL; i++)
    if (g_strcmp0 (gtk_button_get_label (GTK_BUTTON (button)), label) == 0)
      {
        g_signal_emit_by_name (button, "clicked");
        return;
      }
  g_error ("no button %s", label);
}

static gboolean
is_dated (Shell *shell)
{
  return get_plan (shell) != NULL && aft_plan_count (get_plan (shell), AFT_PLAN_EVENT, FALSE) > 0 &&
         aft_plan_count_undated (get_plan (shell)) == 0;
}

/* A chat without a day gets one at once; which one is to be seen, and can be changed. */
static void
test_clock (Shell *shell, gconstpointer data)
{
  open_text (shell,
             "chat.txt",
             "jana  [2:03 PM]\nthe queue is full\ntom  [2:05 PM]\nlooking\n"
             "jana  [2:20 PM]\nrolled back\n");
  wait_until (is_dated (shell));
  accept (shell);
  wait_until (aft_window_get_document (shell->window) != NULL);
  g_assert_cmpuint (count_rows (shell, AFT_DOC_EVENTS), ==, 3);
  g_assert_true (aft_record_has (
      aft_record_list_get (aft_record_get_list (get_root (shell), AFT_DOC_EVENTS), 0),
      AFT_EVENT_AT));
}

/* Pasted as it is first; then what is in it is offered. */
static void
test_paste_prose (Shell *shell, gconstpointer data)
{
  GtkWidget       *view = begin_document (shell, AFT_SECTION_SUMMARY);
  AftPostmortem   *postmortem;
  AftPlace         place;
  g_autofree char *text = NULL;
  g_autofree char *before = NULL;

  paste (shell, view, CHAT);
  wait_until (get_offer (shell) != NULL);
  text = aft_prose_view_dup_text (AFT_PROSE_VIEW (view));
  g_assert_cmpstr (text, ==, CHAT);
  g_assert_nonnull (strstr (aft_paste_offer_get_text (get_offer (shell)), "3 events found"));
  press (shell, "_Add Events");
  wait_until (get_offer (shell) == NULL);
  g_assert_cmpuint (count_rows (shell, AFT_DOC_EVENTS), ==, 3);
  g_assert_cmpstr (aft_record_get_text (get_root (shell), AFT_DOC_TITLE), ==, "");
  before = aft_prose_view_dup_text (AFT_PROSE_VIEW (view));
  g_assert_cmpstr (before, ==, "");
  postmortem = aft_document_get_postmortem (aft_window_get_document (shell->window));
  g_assert_true (aft_postmortem_undo (postmortem, &place));
  g_assert_cmpuint (count_rows (shell, AFT_DOC_EVENTS), ==, 0);
  g_free (before);
  before = aft_prose_view_dup_text (AFT_PROSE_VIEW (view));
  g_assert_cmpstr (before, ==, CHAT);
}

/* Cut and pasted within the program the text comes in pieces, as it is highlighted. */
static void
test_paste_cut (Shell *shell, gconstpointer data)
{
  GtkWidget *view = begin_document (shell, AFT_SECTION_SUMMARY);

  gtk_text_buffer_set_text (gtk_text_view_get_buffer (GTK_TEXT_VIEW (view)), CHAT, -1);
  g_signal_emit_by_name (view, "select-all", TRUE);
  g_signal_emit_by_name (view, "cut-clipboard");
  g_signal_emit_by_name (view, "paste-clipboard");
  wait_until (get_offer (shell) != NULL);
}

static void
test_paste_keep (Shell *shell, gconstpointer data)
{
  GtkWidget       *view = begin_document (shell, AFT_SECTION_SUMMARY);
  g_autofree char *text = NULL;

  paste (shell, view, CHAT);
  wait_until (get_offer (shell) != NULL);
  press (shell, "_Keep as Text");
  wait_until (get_offer (shell) == NULL);
  text = aft_prose_view_dup_text (AFT_PROSE_VIEW (view));
  g_assert_cmpstr (text, ==, CHAT);
  g_assert_cmpuint (count_rows (shell, AFT_DOC_EVENTS), ==, 0);
}

static void
test_paste_review (Shell *shell, gconstpointer data)
{
  GtkWidget *view = begin_document (shell, AFT_SECTION_SUMMARY);

  paste (shell, view, CHAT);
  wait_until (get_offer (shell) != NULL);
  press (shell, "_Review…");
  wait_until (get_page (shell) != NULL);
  accept (shell);
  wait_until (get_page (shell) == NULL);
  g_assert_cmpuint (count_rows (shell, AFT_DOC_EVENTS), ==, 3);
}

/* A sentence, a list without times: nothing is asked. */
static void
test_paste_nothing (Shell *shell, gconstpointer data)
{
  static const char *const texts[] = { "The queue was full at 14:02.\nIt was Monday.\n",
                                       "- one\n- two\n- three\n" };
  GtkWidget               *view = begin_document (shell, AFT_SECTION_SUMMARY);

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (view));

      gtk_text_buffer_set_text (buffer, "", -1);
      paste (shell, view, texts[i]);
      wait_until (gtk_text_buffer_get_char_count (buffer) > 10);
    }
  /* what comes later is read later: by then these were */
  paste (shell, view, CHAT);
  wait_until (get_offer (shell) != NULL);
  g_assert_nonnull (strstr (aft_paste_offer_get_text (get_offer (shell)), "3 events found"));
}

static void
test_paste_entry (Shell *shell, gconstpointer data)
{
  GtkWidget   *entry;
  GtkEditable *text;

  begin_document (shell, AFT_SECTION_TIMELINE);
  wait_until (find_nth (shell, AFT_TYPE_EVENT_ENTRY, 0) != NULL);
  entry = find_nth (shell, AFT_TYPE_EVENT_ENTRY, 0);
  gtk_widget_grab_focus (entry);
  text = GTK_EDITABLE (gtk_root_get_focus (GTK_ROOT (shell->window)));
  paste (shell, GTK_WIDGET (text), CHAT);
  wait_until (get_offer (shell) != NULL);
  g_assert_cmpstr (gtk_editable_get_text (text), !=, "");
  press (shell, "_Add Events");
  g_assert_cmpuint (count_rows (shell, AFT_DOC_EVENTS), ==, 3);
  wait_until (*gtk_editable_get_text (text) == '\0');
}

/* What was offered goes with the document. */
static void
test_paste_leave (Shell *shell, gconstpointer data)
{
  GtkWidget *view = begin_document (shell, AFT_SECTION_SUMMARY);

  paste (shell, view, CHAT);
  wait_until (get_offer (shell) != NULL);
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (shell->window), "win.show-library", NULL));
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (shell->window), "app.new", NULL));
  g_assert_null (get_offer (shell));
  g_assert_cmpuint (count_rows (shell, AFT_DOC_EVENTS), ==, 0);
}

/* As if the file manager had let go of it over the window. */
static void
drop_text (Shell *shell, const char *name, const char *text)
{
  g_autofree char *path = g_build_filename (shell->folder, name, NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (GTK_WIDGET (shell->window));
  GSList list = { file, NULL };
  g_auto (GValue) value = G_VALUE_INIT;

  g_assert_true (g_file_set_contents (path, text, -1, NULL));
  g_value_init (&value, GDK_TYPE_FILE_LIST);
  g_value_take_boxed (&value, gdk_file_list_new_from_list (&list));
  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);
      gboolean taken = FALSE;

      if (GTK_IS_DROP_TARGET (controller))
        g_signal_emit_by_name (controller, "drop", &value, 0.0, 0.0, &taken);
      if (taken)
        return;
    }
  g_error ("nothing took %s", name);
}

/* On the timeline a file is meant for it, elsewhere for itself. */
static void
test_drop (Shell *shell, gconstpointer data)
{
  begin_document (shell, AFT_SECTION_TIMELINE);
  drop_text (shell, "chat.txt", CHAT);
  wait_until (get_page (shell) != NULL);
  g_assert_cmpstr (gtk_button_get_label (page_child (shell, "accept_button")), ==, "_Add");
  gtk_widget_activate_action (GTK_WIDGET (get_page (shell)), "import.cancel", NULL);
  wait_until (get_page (shell) == NULL);

  aft_window_show_section (shell->window, AFT_SECTION_SUMMARY);
  drop_text (shell, "chat.txt", CHAT);
  wait_until (get_page (shell) != NULL);
  g_assert_cmpstr (gtk_button_get_label (page_child (shell, "accept_button")), ==, "_Create");
}

static void
test_two_sources (Shell *shell, gconstpointer data)
{
  const char *const names[] = { "queue.md", "chat.txt", NULL };
  const char *const texts[] = { DOCUMENT, CHAT, NULL };

  open_texts (shell, names, texts);
  g_assert_cmpuint (aft_plan_get_n_sources (get_plan (shell)), ==, 2);
  g_assert_cmpuint (aft_plan_count (get_plan (shell), AFT_PLAN_EVENT, FALSE), ==, 5);
  /* "full" is said by both */
  g_assert_nonnull (aft_plan_item_get_twin (get_item (shell, 2)));
  accept (shell);
  wait_until (aft_window_get_document (shell->window) != NULL);
  g_assert_cmpuint (count_rows (shell, AFT_DOC_EVENTS), ==, 4);
}

static void
test_zone (Shell *shell, gconstpointer data)
{
  AftImportChoices *choices;
  AftInstant        before;
  AftPlan          *plan;

  open_text (shell, "queue.md", DOCUMENT);
  plan = get_plan (shell);
  before = aft_plan_get_at (plan, get_item (shell, 0));
  choices = page_child (shell, "choices");
  g_signal_emit_by_name (choices, "reread", "Asia/Tokyo", NULL);
  wait_until (get_plan (shell) != plan);
  g_assert_cmpint (
      before - aft_plan_get_at (get_plan (shell), get_item (shell, 0)), ==, 7 * G_TIME_SPAN_HOUR);
  g_assert_true (gtk_widget_get_sensitive (page_child (shell, "accept_button")));
}

/* The preferences say Zurich, the document New York. */
static void
test_zone_of_document (Shell *shell, gconstpointer data)
{
  g_autofree char *at = NULL;

  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (shell->window), "app.new", NULL));
  aft_postmortem_set_text (aft_document_get_postmortem (aft_window_get_document (shell->window)),
                           get_root (shell),
                           AFT_DOC_TIME_ZONE,
                           "America/New_York");
  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (shell->window)), CHAT);
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (shell->window), "win.paste-import", NULL));
  wait_until (get_page (shell) != NULL);
  at = aft_instant_format (aft_plan_get_at (get_plan (shell), get_item (shell, 0)));
  g_assert_cmpstr (at, ==, "2026-05-04T18:02:00Z");
}

/* Left while the sources are read again. */
static void
test_leave_reading (Shell *shell, gconstpointer data)
{
  open_text (shell, "queue.md", DOCUMENT);
  g_signal_emit_by_name (page_child (shell, "choices"), "reread", NULL, "2026-05-05");
  gtk_widget_activate_action (GTK_WIDGET (get_page (shell)), "import.cancel", NULL);
  wait_until (get_page (shell) == NULL);
}

/* The cursor in the source finds what came of it, and the row what it is made of. */
static void
test_sides (Shell *shell, gconstpointer data)
{
  AftImportSource *source;
  GtkTextView     *view;
  GtkTextBuffer   *buffer;
  GtkTextIter      iter, end;
  AftPlanItem     *pointed = NULL;
  g_autofree char *line = NULL;

  open_text (shell, "queue.md", DOCUMENT);
  source = page_child (shell, "source");
  view = GTK_TEXT_VIEW (
      gtk_widget_get_template_child (GTK_WIDGET (source), AFT_TYPE_IMPORT_SOURCE, "view"));
  buffer = gtk_text_view_get_buffer (view);
  g_signal_connect_swapped (source, "pointed", G_CALLBACK (g_set_object), &pointed);
  gtk_text_buffer_get_iter_at_line_offset (buffer, &iter, 7, 4);
  gtk_text_buffer_place_cursor (buffer, &iter);
  g_assert_true (pointed == get_item (shell, 1));
  g_clear_object (&pointed);

  aft_import_source_show_item (source, get_item (shell, 0));
  gtk_text_buffer_get_iter_at_mark (buffer, &iter, gtk_text_buffer_get_insert (buffer));
  end = iter;
  gtk_text_iter_forward_to_line_end (&end);
  line = gtk_text_iter_get_text (&iter, &end);
  g_assert_cmpstr (line, ==, "- 2026-05-04 14:02 full");
}

/* A line that a text view could not lay out is broken; places behind it are still found. */
static void
test_long_line (Shell *shell, gconstpointer data)
{
  g_autoptr (GString) text = g_string_new ("# Queue\n\n");
  AftImportSource *source;
  GtkTextBuffer   *buffer;
  GtkTextIter      iter, end;
  g_autofree char *line = NULL;

  for (guint i = 0; i < 3000; i++)
    g_string_append (text, "wörd ");
  g_string_append (text, "\n\n## Timeline\n\n- 2026-05-04 14:02 full\n");
  open_text (shell, "queue.md", text->str);
  source = page_child (shell, "source");
  buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (
      gtk_widget_get_template_child (GTK_WIDGET (source), AFT_TYPE_IMPORT_SOURCE, "view")));
  g_assert_cmpint (gtk_text_buffer_get_line_count (buffer), >, 12);
  aft_import_source_show_item (source, get_item (shell, 0));
  gtk_text_buffer_get_iter_at_mark (buffer, &iter, gtk_text_buffer_get_insert (buffer));
  end = iter;
  gtk_text_iter_forward_to_line_end (&end);
  line = gtk_text_iter_get_text (&iter, &end);
  g_assert_cmpstr (line, ==, "- 2026-05-04 14:02 full");
}

static void
test_narrow (Shell *shell, gconstpointer data)
{
  gtk_window_set_default_size (GTK_WINDOW (shell->window), 400, 700);
  open_text (shell, "queue.md", DOCUMENT);
  wait_until (gtk_widget_get_mapped (page_child (shell, "bar")));
  g_assert_false (gtk_widget_get_visible (page_child (shell, "source")));
  gtk_toggle_button_set_active (page_child (shell, "source_button"), TRUE);
  g_assert_true (gtk_widget_get_visible (page_child (shell, "source")));
  g_assert_false (gtk_widget_get_visible (page_child (shell, "result")));
}

static void
test_refused (Shell *shell, gconstpointer data)
{
  g_autofree char *path = g_build_filename (shell->folder, "photo.png", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  char zeros[4096] = { 0 };

  g_assert_true (g_file_set_contents (path, zeros, sizeof zeros, NULL));
  g_application_open (G_APPLICATION (the_app), &file, 1, "");
  while (find_message () == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_null (get_page (shell));
  close_message (find_message ());
}

static int result = 1;

static void
run_tests (GApplication *application, gpointer data)
{
  result = g_test_run ();
  /* No window is wanted after the tests: without one the application ends. */
  g_signal_stop_emission_by_name (application, "activate");
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
#define CASE(path, function) g_test_add (path, Shell, NULL, open_shell, function, close_shell)
  CASE ("/ui/import-page/a text becomes a postmortem when that is wanted", test_new);
  CASE ("/ui/import-page/what is not ticked stays out", test_tick);
  CASE ("/ui/import-page/each tick says what it is for", test_names);
  CASE ("/ui/import-page/turning back leaves nothing", test_cancel);
  CASE ("/ui/import-page/what is pasted goes into the open one as one step", test_into);
  CASE ("/ui/import-page/a file that is dropped is looked through", test_drop);
  CASE ("/ui/import-page/two sources come together", test_two_sources);
  CASE ("/ui/import-page/a chat without a day gets one", test_clock);
  CASE ("/ui/import-page/a chat that is pasted is offered as events", test_paste_prose);
  CASE ("/ui/import-page/a chat that is cut and pasted is offered", test_paste_cut);
  CASE ("/ui/import-page/what is pasted stays text where that is wanted", test_paste_keep);
  CASE ("/ui/import-page/what is pasted can be looked through", test_paste_review);
  CASE ("/ui/import-page/plain text is pasted without a question", test_paste_nothing);
  CASE ("/ui/import-page/a chat pasted into the timeline is offered", test_paste_entry);
  CASE ("/ui/import-page/an offer goes with its document", test_paste_leave);
  CASE ("/ui/import-page/a zone is set once for all", test_zone);
  CASE ("/ui/import-page/what goes into a document is in its zone", test_zone_of_document);
  CASE ("/ui/import-page/the page can be left while it reads", test_leave_reading);
  CASE ("/ui/import-page/each side finds the other", test_sides);
  CASE ("/ui/import-page/places are found behind a long line", test_long_line);
  CASE ("/ui/import-page/narrow windows show one side", test_narrow);
  CASE ("/ui/import-page/what is no text is refused", test_refused);

  the_app = aft_application_new ();
  g_application_set_flags (G_APPLICATION (the_app),
                           G_APPLICATION_HANDLES_OPEN | G_APPLICATION_NON_UNIQUE);
  g_signal_connect (the_app, "activate", G_CALLBACK (run_tests), NULL);
  g_application_run (G_APPLICATION (the_app), 1, argv);
  g_assert_finalize_object (the_app);
  return result;
}
