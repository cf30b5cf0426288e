/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The application from its first window to its last. */
#include "shell.h"

#include "ui/dialogs/preferences-window.h"
#include "ui/preview.h"
#include "ui/print.h"

static void
test_empty (Fixture *fixture, gconstpointer data)
{
  wait_until (g_str_equal (visible_page (fixture), "empty"));
  g_assert_true (shows (fixture, "Nothing Written Yet"));
}

static void
test_untouched (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) entries = NULL;

  act (fixture, "app.new");
  g_assert_cmpstr (aft_document_get_title (document (fixture)), ==, "");
  act (fixture, "win.show-library");
  entries = aft_library_list (library (), FALSE, NULL);
  g_assert_cmpuint (entries->len, ==, 0);
}

static void
test_new (Fixture *fixture, gconstpointer data)
{
  g_autofree char *id = write_one (fixture, HOSTILE);
  g_autoptr (GBytes) json = aft_library_load (library (), id, NULL);

  g_assert_nonnull (json);
  wait_until (g_strcmp0 (visible_page (fixture), "list") == 0);
  g_assert_true (shows (fixture, HOSTILE));
  act_on (fixture, "win.open-document", id);
  wait_until (aft_window_get_document (fixture->window) != NULL);
  g_assert_cmpstr (aft_document_get_title (document (fixture)), ==, HOSTILE);
  g_assert_nonnull (strstr (gtk_window_get_title (GTK_WINDOW (fixture->window)), HOSTILE));
}

static void
test_near_miss (Fixture *fixture, gconstpointer data)
{
  act (fixture, "app.new-near-miss");
  g_assert_cmpuint (
      aft_record_get_choice (aft_document_get_root (document (fixture)), AFT_DOC_KIND),
      ==,
      AFT_DOC_KIND_NEAR_MISS);
}

static void
test_defaults (Fixture *fixture, gconstpointer data)
{
  AftRecord *root;

  aft_settings_set_string ("owner-name", "R. Owner");
  aft_settings_set_string ("time-zone", "Asia/Tokyo");
  act (fixture, "app.new");
  root = aft_document_get_root (document (fixture));
  g_assert_cmpstr (aft_record_get_text (root, AFT_DOC_OWNER), ==, "R. Owner");
  g_assert_cmpstr (aft_record_get_text (root, AFT_DOC_TIME_ZONE), ==, "Asia/Tokyo");
  g_assert_false (aft_postmortem_can_undo (aft_document_get_postmortem (document (fixture))));
  aft_settings_set_string ("owner-name", "");
  aft_settings_set_string ("time-zone", "");
}

static void
test_shared (Fixture *fixture, gconstpointer data)
{
  g_autofree char *id = write_one (fixture, "Shared");
  AftWindow       *other = aft_window_new (the_app);

  act_on (fixture, "win.open-document", id);
  wait_until (aft_window_get_document (fixture->window) != NULL);
  gtk_widget_activate_action (GTK_WIDGET (other), "win.open-document", "s", id);
  wait_until (aft_window_get_document (other) != NULL);
  g_assert_true (aft_window_get_document (other) == document (fixture));
  gtk_window_destroy (GTK_WINDOW (other));
}

static void
type_query (Fixture *fixture, const char *query)
{
  gtk_editable_set_text (GTK_EDITABLE (page_child (fixture, "search_entry")), query);
}

static void
test_search (Fixture *fixture, gconstpointer data)
{
  g_autofree char *one = write_one (fixture, "Configuration push");
  g_autofree char *two = write_one (fixture, "Ledger replica");

  act (fixture, "win.find");
  type_query (fixture, "led");
  settle (fixture);
  wait_until (!shows (fixture, "Configuration push"));
  wait_until (shows (fixture, "Ledger replica"));

  /* Only the last of several answers counts. */
  type_query (fixture, "l");
  type_query (fixture, "ledger");
  type_query (fixture, "push");
  settle (fixture);
  wait_until (shows (fixture, "Configuration push"));
  wait_until (!shows (fixture, "Ledger replica"));

  type_query (fixture, "<b>nowhere & \"*(");
  settle (fixture);
  wait_until (g_str_equal (visible_page (fixture), "no-results"));
  g_assert_true (shows (fixture, "Nothing Found for “<b>nowhere & \"*(”"));

  type_query (fixture, "");
  settle (fixture);
  wait_until (g_str_equal (visible_page (fixture), "list"));
}

static void
test_trash (Fixture *fixture, gconstpointer data)
{
  g_autofree char *id = write_one (fixture, "Thrown away");

  act_on (fixture, "win.open-document", id);
  wait_until (aft_window_get_document (fixture->window) != NULL);
  act (fixture, "win.trash");
  g_assert_null (aft_window_get_document (fixture->window));
  wait_until (g_str_equal (visible_page (fixture), "empty"));
  wait_until (shows (fixture, "Moved to the trash"));

  act (fixture, "win.show-trash");
  wait_until (g_str_equal (visible_page (fixture), "list"));
  wait_until (shows (fixture, "Thrown away"));
  act_on (fixture, "win.restore-document", id);
  wait_until (g_str_equal (visible_page (fixture), "trash-empty"));
  act (fixture, "win.show-library");
  wait_until (g_str_equal (visible_page (fixture), "list"));
}

static void
test_erase (Fixture *fixture, gconstpointer data)
{
  g_autofree char *id = write_one (fixture, "Gone for good");
  GtkWidget       *dialog;

  act_on (fixture, "win.trash-document", id);
  wait_until (g_str_equal (visible_page (fixture), "empty"));
  act (fixture, "win.show-trash");
  wait_until (g_str_equal (visible_page (fixture), "list"));

  act_on (fixture, "win.erase-document", id);
  dialog = find_message ();
  g_assert_nonnull (dialog);
  answer_message (dialog, "act");
  wait_until (g_str_equal (visible_page (fixture), "trash-empty"));
}

/* Files */

static char *
write_file (Fixture *fixture, const char *name, const char *text)
{
  char *path = g_build_filename (fixture->folder, name, NULL);

  g_assert_true (g_file_set_contents (path, text, -1, NULL));
  return path;
}

static void
open_path (const char *path)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);

  g_application_open (G_APPLICATION (the_app), &file, 1, "");
}

#define FILE_ID "6f1d2c3b-4a59-4687-9a7b-8c9d0e1f2a3b"

static void
test_open_copy (Fixture *fixture, gconstpointer data)
{
  const char *text =
      "{\n  \"format\": 1,\n  \"id\": \"" FILE_ID "\",\n  \"title\": \"From a file\"\n}\n";
  g_autofree char *path = write_file (fixture, "a.postmortem", text);
  g_autofree char *after = NULL;
  g_autofree char *first = NULL;

  open_path (path);
  wait_until (aft_window_get_document (fixture->window) != NULL);
  first = g_strdup (aft_document_get_id (document (fixture)));
  g_assert_cmpstr (first, ==, FILE_ID);
  g_assert_cmpstr (aft_document_get_title (document (fixture)), ==, "From a file");

  /* The library's own has moved on: opening the file again must not touch it. */
  set_title (document (fixture), "Edited since");
  act (fixture, "win.show-library");
  open_path (path);
  wait_until (aft_window_get_document (fixture->window) != NULL);
  g_assert_cmpstr (aft_document_get_id (document (fixture)), !=, FILE_ID);
  g_assert_cmpstr (aft_document_get_title (document (fixture)), ==, "From a file");

  g_assert_true (g_file_get_contents (path, &after, NULL, NULL));
  g_assert_cmpstr (after, ==, text);
}

static void
test_open_same (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = write_file (
      fixture, "a.postmortem", "{ \"format\": 1, \"id\": \"" FILE_ID "\", \"title\": \"Twice\" }");

  open_path (path);
  wait_until (aft_window_get_document (fixture->window) != NULL);
  act (fixture, "win.show-library");
  open_path (path);
  wait_until (aft_window_get_document (fixture->window) != NULL);
  g_assert_cmpstr (aft_document_get_id (document (fixture)), ==, FILE_ID);
}

static void
test_open_bad (Fixture *fixture, gconstpointer data)
{
  static const char *const texts[] = { "", "not json <b>&", "{ \"format\": 1, }", "[]" };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autofree char *path = write_file (fixture, "<i>&.postmortem", texts[i]);

      open_path (path);
      wait_until (find_message () != NULL);
      wait_until (find_widget (
                      find_message (), GTK_TYPE_LABEL, "Could Not Open “<i>&.postmortem”") != NULL);
      close_message (find_message ());
      g_assert_null (aft_window_get_document (fixture->window));
    }
}

static void
test_newer (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = write_file (
      fixture, "a.postmortem", "{ \"format\": 2, \"id\": \"" FILE_ID "\", \"title\": \"Later\" }");

  open_path (path);
  wait_until (aft_window_get_document (fixture->window) != NULL);
  g_assert_true (aft_document_get_read_only (document (fixture)));
  set_title (document (fixture), "Changed");
  g_assert_cmpstr (aft_document_get_title (document (fixture)), ==, "Later");
}

/* State */

static AftEditor *
get_editor (AftWindow *window)
{
  GObject *bin = gtk_widget_get_template_child (GTK_WIDGET (window), AFT_TYPE_WINDOW, "editor_bin");

  return AFT_EDITOR (adw_bin_get_child (ADW_BIN (bin)));
}

static void
test_state (Fixture *fixture, gconstpointer data)
{
  g_autofree char *id = write_one (fixture, "Open at the end");
  g_autofree char *remembered = NULL;
  g_autofree char *restoring = NULL;
  AftWindow       *next;

  act_on (fixture, "win.open-document", id);
  wait_until (aft_window_get_document (fixture->window) != NULL);
  aft_editor_show_section (get_editor (fixture->window), AFT_SECTION_LESSONS);
  remembered = aft_settings_dup_string ("open-document");
  g_assert_cmpstr (remembered, ==, id);

  aft_settings_set_int ("window-width", 900);
  next = aft_window_new (the_app);
  aft_window_restore_document (next);
  /* Closed before it is there: that forgets nothing. */
  aft_window_save_state (next);
  restoring = aft_settings_dup_string ("open-document");
  g_assert_cmpstr (restoring, ==, id);
  wait_until (aft_window_get_document (next) != NULL);
  g_assert_cmpuint (aft_editor_get_section (get_editor (next)), ==, AFT_SECTION_LESSONS);
  g_assert_cmpstr (aft_document_get_id (aft_window_get_document (next)), ==, id);
  {
    int width;

    g_object_get (next, "default-width", &width, NULL);
    g_assert_cmpint (width, ==, 900);
  }
  gtk_window_destroy (GTK_WINDOW (next));
  aft_settings_set_int ("window-width", 1180);
}

/* Export and print */

static void
test_print (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = g_build_filename (fixture->folder, "print.pdf", NULL);
  gsize            lengths[2];

  act (fixture, "app.new");
  set_title (document (fixture), HOSTILE);
  for (AftLayout layout = AFT_LAYOUT_REPORT; layout <= AFT_LAYOUT_REVIEW; layout++)
    {
      AftRecord       *root = aft_document_get_root (document (fixture));
      g_autofree char *text = NULL;

      g_assert_true (aft_print_to_file (root, &(AftPrint){ .layout = layout }, path, NULL));
      g_assert_true (g_file_get_contents (path, &text, &lengths[layout], NULL));
      g_assert_true (g_str_has_prefix (text, "%PDF-"));
    }
  g_assert_cmpuint (lengths[AFT_LAYOUT_REVIEW], >, lengths[AFT_LAYOUT_REPORT]);
}

/* Preview */

static void
test_preview (Fixture *fixture, gconstpointer data)
{
  GtkWindow *host = GTK_WINDOW (gtk_window_new ());
  GtkWidget *preview = aft_preview_new ();
  g_autoptr (AftPostmortem) postmortem = fixture_postmortem ();
  const AftPages *before;

  gtk_window_set_child (host, preview);
  gtk_window_set_default_size (host, 500, 500);
  gtk_window_present (host);
  aft_preview_set_postmortem (AFT_PREVIEW (preview), postmortem);
  wait_until (aft_preview_get_pages (AFT_PREVIEW (preview)) != NULL);
  before = aft_preview_get_pages (AFT_PREVIEW (preview));
  g_assert_cmpuint (before->pages->len, >=, 1);
  g_assert_cmpint (aft_preview_get_typeset_usec (AFT_PREVIEW (preview)), >, 0);

  aft_postmortem_set_text (
      postmortem, aft_postmortem_get_root (postmortem), AFT_DOC_TITLE, "Now with a title");
  wait_until (
      g_strcmp0 (aft_preview_get_pages (AFT_PREVIEW (preview))->title, "Now with a title") == 0);
  gtk_test_widget_wait_for_draw (preview);

  aft_preview_set_postmortem (AFT_PREVIEW (preview), NULL);
  g_assert_null (aft_preview_get_pages (AFT_PREVIEW (preview)));
  gtk_window_destroy (host);
}

static void
test_preferences (Fixture *fixture, gconstpointer data)
{
  GtkWindow       *window;
  g_autofree char *owner = NULL;

  act (fixture, "app.preferences");
  window = find_window (AFT_TYPE_PREFERENCES_WINDOW);
  g_assert_nonnull (window);
  gtk_editable_set_text (GTK_EDITABLE (gtk_widget_get_template_child (
                             GTK_WIDGET (window), AFT_TYPE_PREFERENCES_WINDOW, "owner_row")),
                         "Ada <b>&");
  owner = aft_settings_dup_string ("owner-name");
  g_assert_cmpstr (owner, ==, "Ada <b>&");
  adw_combo_row_set_selected (ADW_COMBO_ROW (gtk_widget_get_template_child (
                                  GTK_WIDGET (window), AFT_TYPE_PREFERENCES_WINDOW, "paper_row")),
                              AFT_PAPER_LETTER);
  g_assert_cmpint (aft_settings_get_paper (), ==, AFT_PAPER_LETTER);
  aft_settings_set_paper (AFT_PAPER_A4);
  aft_settings_set_string ("owner-name", "");
  gtk_window_destroy (window);
}

/* A shown window other than the application's; NULL where there is none. */
static GtkWindow *
find_other_window (Fixture *fixture)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWindow) window = g_list_model_get_item (windows, i);

      if (window != GTK_WINDOW (fixture->window) && gtk_widget_get_mapped (GTK_WIDGET (window)))
        return window;
    }
  return NULL;
}

static void
check_keys (GtkWidget *widget)
{
  g_autofree char *action = NULL;
  g_autofree char *keys = NULL;

  if (GTK_IS_SHORTCUTS_SHORTCUT (widget))
    {
      g_object_get (widget, "action-name", &action, "accelerator", &keys, NULL);
      if (keys == NULL || *keys == '\0')
        g_error ("no keys are shown for %s", action);
    }
  for (GtkWidget *below = gtk_widget_get_first_child (widget); below != NULL;
       below = gtk_widget_get_next_sibling (below))
    check_keys (below);
}

static void
test_windows (Fixture *fixture, gconstpointer data)
{
  static const char *const names[] = { "app.about", "app.help", "app.shortcuts" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_assert_null (find_other_window (fixture));
      act (fixture, names[i]);
      wait_until (find_other_window (fixture) != NULL);
      gtk_test_widget_wait_for_draw (GTK_WIDGET (find_other_window (fixture)));
      check_keys (GTK_WIDGET (find_other_window (fixture)));
      gtk_window_close (find_other_window (fixture));
      wait_until (find_other_window (fixture) == NULL);
    }
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  CASE ("/ui/shell/an empty library says so and offers a beginning", test_empty);
  CASE ("/ui/shell/a new document that stays empty leaves nothing behind", test_untouched);
  CASE ("/ui/shell/a new document is in the library with its first change", test_new);
  CASE ("/ui/shell/a near miss is one", test_near_miss);
  CASE ("/ui/shell/a new document has the owner and zone of the preferences", test_defaults);
  CASE ("/ui/shell/two windows share one document", test_shared);
  CASE ("/ui/shell/search follows what is typed", test_search);
  CASE ("/ui/shell/trash can be undone", test_trash);
  CASE ("/ui/shell/delete for ever asks once", test_erase);
  CASE ("/ui/shell/a file is added as a copy", test_open_copy);
  CASE ("/ui/shell/the same file twice is one document", test_open_same);
  CASE ("/ui/shell/what is no postmortem is told plainly", test_open_bad);
  CASE ("/ui/shell/a later format is read-only", test_newer);
  CASE ("/ui/shell/document, section and size are restored", test_state);
  CASE ("/ui/shell/printing gives pages", test_print);
  CASE ("/ui/shell/the preview follows an edit", test_preview);
  CASE ("/ui/shell/preferences are bound", test_preferences);
  CASE ("/ui/shell/about, help and shortcuts open", test_windows);

  return run_application (argv);
}
