/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The whole application in one process, driven through its actions. */
#include "message.h"

#include <glib/gstdio.h>

#include "support/fixtures.h"
#include "ui/application.h"
#include "ui/dialogs/export-dialog.h"
#include "ui/dialogs/preferences-window.h"
#include "ui/editor.h"
#include "ui/library-page.h"
#include "ui/preview.h"
#include "ui/print.h"
#include "ui/sections/event-entry.h"
#include "ui/settings.h"
#include "ui/window.h"

#define HOSTILE "P&L <b>outage</b> & more"

static AftApplication *the_app;

typedef struct
{
  AftWindow *window;
  char      *folder;
} Fixture;

static gboolean
late_cb (gpointer late)
{
  *(gboolean *) late = TRUE;
  return G_SOURCE_REMOVE;
}

/* Runs the main loop until it is so; never a sleep. */
#define wait_until(condition)                                                                      \
  G_STMT_START                                                                                     \
  {                                                                                                \
    gboolean late_ = FALSE;                                                                        \
    guint    id_ = g_timeout_add_seconds (20, late_cb, &late_);                                    \
    while (!(condition) && !late_)                                                                 \
      g_main_context_iteration (NULL, TRUE);                                                       \
    if (late_)                                                                                     \
      g_error ("%s:%d: waited in vain for %s", __FILE__, __LINE__, #condition);                    \
    g_source_remove (id_);                                                                         \
  }                                                                                                \
  G_STMT_END

static AftLibrary *
library (void)
{
  return aft_documents_get_library (aft_application_get_documents (the_app));
}

static gpointer
child (Fixture *fixture, const char *name)
{
  GObject *object =
      gtk_widget_get_template_child (GTK_WIDGET (fixture->window), AFT_TYPE_WINDOW, name);

  g_assert_nonnull (object);
  return object;
}

static gpointer
page_child (Fixture *fixture, const char *name)
{
  GObject *object =
      gtk_widget_get_template_child (child (fixture, "library_page"), AFT_TYPE_LIBRARY_PAGE, name);

  g_assert_nonnull (object);
  return object;
}

/* Depth first; NULL where there is none. Text counts where it can be seen: the page behind keeps
 * its own. */
static GtkWidget *
find_widget (GtkWidget *widget, GType type, const char *text)
{
  if (text != NULL && !gtk_widget_get_mapped (widget))
    return NULL;
  if (g_type_is_a (G_OBJECT_TYPE (widget), type) &&
      (text == NULL || g_str_equal (gtk_label_get_text (GTK_LABEL (widget)), text)))
    return widget;
  for (GtkWidget *below = gtk_widget_get_first_child (widget); below != NULL;
       below = gtk_widget_get_next_sibling (below))
    {
      GtkWidget *found = find_widget (below, type, text);

      if (found != NULL)
        return found;
    }
  return NULL;
}

static gboolean
shows (Fixture *fixture, const char *text)
{
  return find_widget (GTK_WIDGET (fixture->window), GTK_TYPE_LABEL, text) != NULL;
}

static GtkWindow *
find_window (GType type)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWindow) window = g_list_model_get_item (windows, i);

      if (g_type_is_a (G_OBJECT_TYPE (window), type))
        return window;
    }
  return NULL;
}

static const char *
visible_page (Fixture *fixture)
{
  return gtk_stack_get_visible_child_name (page_child (fixture, "stack"));
}

static gboolean
page_is_busy (Fixture *fixture)
{
  gboolean busy;

  g_object_get (child (fixture, "library_page"), "busy", &busy, NULL);
  return busy;
}

static void
settle (Fixture *fixture)
{
  wait_until (!page_is_busy (fixture));
}

static void
act (Fixture *fixture, const char *name)
{
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (fixture->window), name, NULL));
}

static void
act_on (Fixture *fixture, const char *name, const char *id)
{
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (fixture->window), name, "s", id));
}

static AftDocument *
document (Fixture *fixture)
{
  AftDocument *shown = aft_window_get_document (fixture->window);

  g_assert_nonnull (shown);
  return shown;
}

static void
set_title (AftDocument *edited, const char *title)
{
  aft_postmortem_set_text (
      aft_document_get_postmortem (edited), aft_document_get_root (edited), AFT_DOC_TITLE, title);
}

/* A saved document with that title; leaves the library on show. Transfer full: the id. */
static char *
write_one (Fixture *fixture, const char *title)
{
  char *id;

  act (fixture, "app.new");
  id = g_strdup (aft_document_get_id (document (fixture)));
  set_title (document (fixture), title);
  act (fixture, "win.show-library");
  g_assert_null (aft_window_get_document (fixture->window));
  wait_until (gtk_widget_get_mapped (child (fixture, "library_page")));
  settle (fixture);
  return id;
}

static void
empty_library (void)
{
  for (int trashed = 0; trashed < 2; trashed++)
    {
      g_autoptr (GPtrArray) entries = aft_library_list (library (), trashed, NULL);

      for (guint i = 0; i < entries->len; i++)
        {
          if (!trashed)
            aft_library_set_trashed_async (
                library (), aft_entry_get_id (entries->pdata[i]), TRUE, NULL, NULL, NULL);
          else
            aft_library_erase_async (
                library (), aft_entry_get_id (entries->pdata[i]), NULL, NULL, NULL);
        }
    }
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  empty_library ();
  aft_settings_set_string ("open-document", "");
  fixture->folder = g_dir_make_tmp ("afterword-XXXXXX", NULL);
  fixture->window = aft_window_new (the_app);
  g_object_add_weak_pointer (G_OBJECT (fixture->window), (gpointer *) &fixture->window);
  gtk_window_present (GTK_WINDOW (fixture->window));
  wait_until (gtk_widget_get_mapped (GTK_WIDGET (fixture->window)));
  settle (fixture);
}

static void
remove_folder (const char *path)
{
  g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);
  const char *name;

  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *file = g_build_filename (path, name, NULL);

      g_unlink (file);
    }
  g_rmdir (path);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  gtk_window_close (GTK_WINDOW (fixture->window));
  /* A window that something still holds would wait here in vain. */
  wait_until (fixture->window == NULL);
  remove_folder (fixture->folder);
  g_free (fixture->folder);
}

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

static GFile   *exported_file;
static GError  *export_error;
static gboolean export_done;

static void
exported_cb (GFile *file, const GError *error, gpointer data)
{
  g_set_object (&exported_file, file);
  g_clear_error (&export_error);
  export_error = error != NULL ? g_error_copy (error) : NULL;
  export_done = TRUE;
}

static void
export_to (Fixture *fixture, guint format, const char *path)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  AftExportDialog *dialog = aft_export_dialog_present (
      GTK_WINDOW (fixture->window), document (fixture), exported_cb, NULL);

  export_done = FALSE;
  g_object_add_weak_pointer (G_OBJECT (dialog), (gpointer *) &dialog);
  adw_combo_row_set_selected (ADW_COMBO_ROW (gtk_widget_get_template_child (
                                  GTK_WIDGET (dialog), AFT_TYPE_EXPORT_DIALOG, "format_row")),
                              format);
  aft_export_dialog_export_to (dialog, file);
  wait_until (export_done);
  wait_until (dialog == NULL);
}

static void
test_export (Fixture *fixture, gconstpointer data)
{
  static const struct
  {
    AftExportFormat format;
    const char     *name, *begins;
  } cases[] = {
    { AFT_EXPORT_PDF, "o.pdf", "%PDF-" },
    { AFT_EXPORT_MARKDOWN, "o.md", "---\n" },
    { AFT_EXPORT_JSON, "o.postmortem", "{\n  \"format\": 1,\n" },
  };

  act (fixture, "app.new");
  set_title (document (fixture), HOSTILE);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_build_filename (fixture->folder, cases[i].name, NULL);
      g_autofree char *text = NULL;

      export_to (fixture, cases[i].format, path);
      g_assert_no_error (export_error);
      g_assert_nonnull (exported_file);
      g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
      g_assert_true (g_str_has_prefix (text, cases[i].begins));
    }
  g_clear_object (&exported_file);
}

static void
test_export_failure (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = g_build_filename (fixture->folder, "missing", "o.pdf", NULL);

  act (fixture, "app.new");
  export_to (fixture, AFT_EXPORT_PDF, path);
  g_assert_null (exported_file);
  g_assert_nonnull (export_error);
  g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));
  g_clear_error (&export_error);
}

static void
test_export_names (void)
{
  const AftExport pdf = { .format = AFT_EXPORT_PDF };
  const AftExport markdown = { .format = AFT_EXPORT_MARKDOWN };
  const AftExport public = { .audience = AFT_AUDIENCE_PUBLIC };
  g_autofree char *path = aft_export_file_name (&pdf, "../../etc/passwd");
  g_autofree char *unnamed = aft_export_file_name (&markdown, "");
  g_autofree char *published = aft_export_file_name (&public, "Queue");

  g_assert_null (strchr (path, '/'));
  g_assert_true (g_str_has_suffix (path, ".pdf"));
  g_assert_cmpstr (unnamed, ==, "Postmortem.md");
  g_assert_cmpstr (published, ==, "Queue (public).pdf");
}

/* What was looked through for the public is not exported for somebody else. */
static void
test_export_public (Fixture *fixture, gconstpointer data)
{
  GtkWindow *dialog;
  AftExport export;

  act (fixture, "app.new");
  act (fixture, "win.export-public");
  dialog = find_window (AFT_TYPE_EXPORT_DIALOG);
  g_assert_nonnull (dialog);
  aft_export_dialog_get_export (AFT_EXPORT_DIALOG (dialog), &export);
  g_assert_cmpint (export.audience, ==, AFT_AUDIENCE_PUBLIC);
  gtk_window_destroy (dialog);
}

/* A line that was typed and not entered is an event for who comes back; it alone makes the document
 * one. */
static void
test_typed_event (Fixture *fixture, gconstpointer data)
{
  g_autofree char *id = NULL;
  AftRecordList   *events;
  GtkWidget       *entry;

  act (fixture, "app.new");
  id = g_strdup (aft_document_get_id (document (fixture)));
  aft_editor_show_section (
      AFT_EDITOR (find_widget (GTK_WIDGET (fixture->window), AFT_TYPE_EDITOR, NULL)),
      AFT_SECTION_TIMELINE);
  wait_until (find_widget (GTK_WIDGET (fixture->window), AFT_TYPE_EVENT_ENTRY, NULL) != NULL);
  entry = find_widget (GTK_WIDGET (fixture->window), AFT_TYPE_EVENT_ENTRY, NULL);
  aft_event_entry_set_text (AFT_EVENT_ENTRY (entry), "errors rose");
  act (fixture, "win.show-library");
  wait_until (g_str_equal (visible_page (fixture), "list"));
  act_on (fixture, "win.open-document", id);
  wait_until (aft_window_get_document (fixture->window) != NULL);
  events = aft_record_get_list (aft_document_get_root (document (fixture)), AFT_DOC_EVENTS);
  g_assert_cmpuint (aft_record_list_get_length (events), ==, 1);
  g_assert_cmpstr (
      aft_record_get_text (aft_record_list_get (events, 0), AFT_EVENT_TEXT), ==, "errors rose");
}

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
#define CASE(path, function) g_test_add (path, Fixture, NULL, set_up, function, tear_down)
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
  CASE ("/ui/shell/export writes each format", test_export);
  CASE ("/ui/shell/a failed export leaves nothing", test_export_failure);
  CASE ("/ui/shell/what was looked through for the public is exported for it", test_export_public);
  CASE ("/ui/shell/an event half typed is kept", test_typed_event);
  CASE ("/ui/shell/printing gives pages", test_print);
  CASE ("/ui/shell/the preview follows an edit", test_preview);
  CASE ("/ui/shell/preferences are bound", test_preferences);
  CASE ("/ui/shell/about, help and shortcuts open", test_windows);
  g_test_add_func ("/ui/shell/export names stay in their folder", test_export_names);

  the_app = aft_application_new ();
  g_application_set_flags (G_APPLICATION (the_app),
                           G_APPLICATION_HANDLES_OPEN | G_APPLICATION_NON_UNIQUE);
  g_signal_connect (the_app, "activate", G_CALLBACK (run_tests), NULL);
  g_application_run (G_APPLICATION (the_app), 1, argv);
  g_assert_finalize_object (the_app);
  return result;
}
