/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What leaves the application, and what is kept when a document is left. */
#include "shell.h"

#include "ui/dialogs/export-dialog.h"
#include "ui/sections/event-entry.h"

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

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  CASE ("/ui/shell-export/export writes each format", test_export);
  CASE ("/ui/shell-export/a failed export leaves nothing", test_export_failure);
  CASE ("/ui/shell-export/what was looked through for the public is exported for it",
        test_export_public);
  CASE ("/ui/shell-export/an event half typed is kept", test_typed_event);
  g_test_add_func ("/ui/shell-export/export names stay in their folder", test_export_names);
  return run_application (argv);
}
