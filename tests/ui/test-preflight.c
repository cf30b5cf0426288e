/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/dialogs/export-dialog.h"
#include "ui/dialogs/preflight-window.h"

#include <glib/gstdio.h>

#include "support/fixtures.h"
#include "ui/form.h"
#include "ui/text-place.h"

/* A document in a library of its own, with three things to look at. */
typedef struct
{
  char         *folder;
  AftLibrary   *library;
  AftDocument  *document;
  AftPreflight *preflight;
} Review;

static void
set_up_review (Review *self, gconstpointer data)
{
  g_autofree char *path = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (AftPostmortem) postmortem = fixture_postmortem ();
  AftRecord        *root = aft_postmortem_get_root (postmortem);
  const char *const tags[] = { "queue", "db1.acme.com", NULL };

  self->folder = g_dir_make_tmp ("afterword-preflight-XXXXXX", NULL);
  path = g_build_filename (self->folder, "library.db", NULL);
  self->library = aft_library_open (path, &error);
  g_assert_no_error (error);
  aft_postmortem_set_text (postmortem, root, AFT_DOC_OWNER, "Ada Example");
  aft_postmortem_set_text (
      postmortem, root, AFT_DOC_TRIGGER, "Ada pushed.\nÜber 10.20.30.40, Ada.");
  aft_postmortem_set_words (postmortem, root, AFT_DOC_TAGS, tags);
  self->document = aft_document_new (self->library, postmortem);
  self->preflight = aft_preflight_new (self->document);
  g_assert_false (aft_preflight_is_ready (self->preflight));
  wait_until (aft_preflight_is_ready (self->preflight));
}

static void
tear_down_review (Review *self, gconstpointer data)
{
  g_autoptr (GDir) dir = NULL;
  const char *name;

  let_go (&self->preflight);
  aft_document_flush (self->document, NULL);
  let_go (&self->document);
  aft_library_close (self->library);
  g_clear_object (&self->library);
  dir = g_dir_open (self->folder, 0, NULL);
  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (self->folder, name, NULL);

      g_remove (path);
    }
  g_rmdir (self->folder);
  g_free (self->folder);
}

static guint
n_findings (Review *self)
{
  return aft_preflight_get_n_findings (self->preflight);
}

static const char *
trigger (Review *self)
{
  return aft_record_get_text (aft_document_get_root (self->document), AFT_DOC_TRIGGER);
}

static void
test_findings (Review *self, gconstpointer data)
{
  const AftFinding *finding;
  g_autofree char  *count = aft_preflight_describe (self->preflight);

  g_assert_cmpuint (n_findings (self), ==, 4);
  g_assert_cmpstr (count, ==, "4 things to look at before this leaves");
  finding = aft_preflight_get (self->preflight, 1);
  g_assert_cmpstr (finding->text, ==, "10.20.30.40");
  /* not of the copy that was looked at */
  g_assert_true (finding->record == aft_document_get_root (self->document));
}

static void
test_mark (Review *self, gconstpointer data)
{
  AftPostmortem *postmortem = aft_document_get_postmortem (self->document);

  aft_preflight_mark_private (self->preflight, 1);
  g_assert_cmpstr (trigger (self), ==, "Ada pushed.\nÜber ||10.20.30.40||, Ada.");
  g_assert_cmpuint (n_findings (self), ==, 3);
  /* what was found before is still where it was, but for what was marked */
  aft_preflight_mark_private (self->preflight, 2);
  g_assert_cmpstr (aft_record_get_words (aft_document_get_root (self->document), AFT_DOC_TAGS)[1],
                   ==,
                   "||db1.acme.com||");
  aft_postmortem_undo (postmortem, NULL);
  aft_postmortem_undo (postmortem, NULL);
  g_assert_cmpstr (trigger (self), ==, "Ada pushed.\nÜber 10.20.30.40, Ada.");
  wait_until (n_findings (self) == 4);
}

/* Its place is of the text before: nothing is marked that was not meant. */
static void
test_mark_late (Review *self, gconstpointer data)
{
  aft_postmortem_set_text (aft_document_get_postmortem (self->document),
                           aft_document_get_root (self->document),
                           AFT_DOC_TRIGGER,
                           "Short");
  aft_preflight_mark_private (self->preflight, 1);
  g_assert_cmpstr (trigger (self), ==, "Short");
  wait_until (n_findings (self) == 1);
}

static void
test_dismiss (Review *self, gconstpointer data)
{
  g_autoptr (AftPreflight) again = NULL;

  aft_preflight_dismiss (self->preflight, 0);
  /* both times that she is named */
  g_assert_cmpuint (n_findings (self), ==, 2);
  again = aft_preflight_new (self->document);
  wait_until (aft_preflight_is_ready (again));
  g_assert_cmpuint (aft_preflight_get_n_findings (again), ==, 2);
}

static void
test_follow (Review *self, gconstpointer data)
{
  aft_postmortem_clear (aft_document_get_postmortem (self->document),
                        aft_document_get_root (self->document),
                        AFT_DOC_TRIGGER);
  wait_until (n_findings (self) == 1);
}

/* ---- the window ---- */

static GtkWidget *
find_button (GtkWidget *widget, const char *tooltip)
{
  if (GTK_IS_BUTTON (widget) && g_strcmp0 (gtk_widget_get_tooltip_text (widget), tooltip) == 0)
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_button (child, tooltip);

      if (found != NULL)
        return found;
    }
  return NULL;
}

static guint
n_rows (GtkListBox *list)
{
  guint n = 0;

  while (gtk_list_box_get_row_at_index (list, (int) n) != NULL)
    n++;
  return n;
}

static guint activated_at;

static void
activated_cb (AftPreflightWindow *window,
              AftRecord          *record,
              guint               field,
              const char         *text,
              guint               at)
{
  g_assert_cmpuint (field, ==, AFT_DOC_TRIGGER);
  g_assert_cmpstr (text, ==, "10.20.30.40");
  activated_at = at;
}

static void
test_window (Review *self, gconstpointer data)
{
  AftPreflightWindow *window = aft_preflight_window_present (NULL, self->preflight, NULL, NULL);
  GObject            *object =
      gtk_widget_get_template_child (GTK_WIDGET (window), AFT_TYPE_PREFLIGHT_WINDOW, "list");
  GtkListBox    *list = GTK_LIST_BOX (object);
  GtkListBoxRow *row = gtk_list_box_get_row_at_index (list, 1);

  g_object_add_weak_pointer (G_OBJECT (window), (gpointer *) &window);
  g_assert_cmpuint (n_rows (list), ==, 4);
  g_assert_cmpstr (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (row)), ==, "10.20.30.40");
  g_assert_cmpstr (adw_action_row_get_subtitle (ADW_ACTION_ROW (row)),
                   ==,
                   "IP address · Root cause, Trigger, line 2");
  g_signal_connect (window, "finding-activated", G_CALLBACK (activated_cb), NULL);
  g_signal_emit_by_name (list, "row-activated", row);
  g_assert_cmpuint (activated_at, ==, 17);

  gtk_widget_grab_focus (find_button (GTK_WIDGET (row), "May Leave"));
  g_signal_emit_by_name (find_button (GTK_WIDGET (row), "May Leave"), "clicked");
  g_assert_cmpuint (n_rows (list), ==, 3);
  /* the next one has the focus, for the same key */
  g_assert_true (gtk_window_get_focus (GTK_WINDOW (window)) ==
                 GTK_WIDGET (gtk_list_box_get_row_at_index (list, 1)));
  row = gtk_list_box_get_row_at_index (list, 0);
  g_signal_emit_by_name (find_button (GTK_WIDGET (row), "Mark as Private"), "clicked");
  g_assert_true (g_str_has_prefix (trigger (self), "||Ada|| pushed."));
  gtk_window_destroy (GTK_WINDOW (window));
  wait_until (window == NULL);
}

/* ---- the export ---- */

static void
test_export (Review *self, gconstpointer data)
{
  AftExportDialog *dialog = aft_export_dialog_present (NULL, self->document, NULL, NULL);
  GtkWidget       *widget = GTK_WIDGET (dialog);
  GObject         *audience =
      gtk_widget_get_template_child (widget, AFT_TYPE_EXPORT_DIALOG, "audience_row");
  GObject *row = gtk_widget_get_template_child (widget, AFT_TYPE_EXPORT_DIALOG, "preflight_row");
  GObject *export = gtk_widget_get_template_child (widget, AFT_TYPE_EXPORT_DIALOG, "export_button");

  g_object_add_weak_pointer (G_OBJECT (dialog), (gpointer *) &dialog);
  g_assert_false (gtk_widget_get_visible (GTK_WIDGET (row)));
  adw_combo_row_set_selected (ADW_COMBO_ROW (audience), AFT_AUDIENCE_PUBLIC);
  g_assert_true (gtk_widget_get_visible (GTK_WIDGET (row)));
  wait_until (g_str_equal (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (row)),
                           "4 things to look at before this leaves"));
  /* it stands in nobody's way */
  g_assert_true (gtk_widget_get_sensitive (GTK_WIDGET (export)));
  adw_combo_row_set_selected (ADW_COMBO_ROW (audience), AFT_AUDIENCE_INTERNAL);
  g_assert_false (gtk_widget_get_visible (GTK_WIDGET (row)));
  adw_combo_row_set_selected (ADW_COMBO_ROW (audience), AFT_AUDIENCE_PUBLIC);
  g_signal_emit_by_name (row, "activated");
  wait_until (dialog == NULL);
}

/* ---- places in texts ---- */

static void
test_select (void)
{
  GtkWidget     *view = g_object_ref_sink (gtk_text_view_new ());
  GtkWidget     *entry = g_object_ref_sink (gtk_entry_new ());
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (view));
  GtkTextIter    start, end;
  int            from, to;

  gtk_text_buffer_set_text (buffer, "größer Ada, Ada", -1);
  gtk_editable_set_text (GTK_EDITABLE (entry), "queue, db1");
  g_assert_true (aft_ui_select_text (view, "Ada", 12));
  g_assert_true (gtk_text_buffer_get_selection_bounds (buffer, &start, &end));
  g_assert_cmpint (gtk_text_iter_get_offset (&start), ==, 12);
  g_assert_cmpint (gtk_text_iter_get_offset (&end), ==, 15);
  g_assert_true (aft_ui_select_text (view, "Ada", 3));
  gtk_text_buffer_get_selection_bounds (buffer, &start, &end);
  g_assert_cmpint (gtk_text_iter_get_offset (&start), ==, 7);
  g_assert_true (aft_ui_select_text (entry, "db1", 900));
  g_assert_true (gtk_editable_get_selection_bounds (GTK_EDITABLE (entry), &from, &to));
  g_assert_cmpint (from, ==, 7);
  g_assert_false (aft_ui_select_text (view, "Eve", 0));
  g_object_unref (view);
  g_object_unref (entry);
}

#define ADD(path, function)                                                                        \
  g_test_add ("/ui/preflight/" path, Review, NULL, set_up_review, function, tear_down_review)

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv);
  adw_init ();
  ADD ("findings are of the open document", test_findings);
  ADD ("a finding is marked as private, and that can be undone", test_mark);
  ADD ("what has changed meanwhile is not marked", test_mark_late);
  ADD ("what is dismissed stays away", test_dismiss);
  ADD ("the review follows the document", test_follow);
  ADD ("the window goes to a place and settles it", test_window);
  ADD ("the export tells how much there is", test_export);
  g_test_add_func ("/ui/preflight/a text is selected where it stands", test_select);
  return g_test_run ();
}
