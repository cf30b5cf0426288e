/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/window.h"

#include <glib/gi18n-lib.h>
#include <gtksourceview/gtksource.h>

#include "ui/compat/banner.h"
#include "ui/compat/file-chooser.h"
#include "ui/compat/launch.h"
#include "ui/compat/message.h"
#include "ui/dialogs/export-dialog.h"
#include "ui/dialogs/preflight-window.h"
#include "ui/editor.h"
#include "ui/errors.h"
#include "ui/import/importer.h"
#include "ui/library-page.h"
#include "ui/print.h"
#include "ui/settings.h"
#include "ui/text.h"
#include "ui/trash.h"

struct _AftWindow
{
  AdwApplicationWindow parent_instance;

  AdwToastOverlay *toast_overlay;
  GtkStack        *stack;
  AftLibraryPage  *library_page;
  AdwBin          *editor_bin;
  AdwBin          *import_bin;
  AftBanner       *banner;
  GMenuModel      *library_menu;
  GMenuModel      *editor_menu;

  AftImporter  *importer;
  AftEditor    *editor; /* made when the first document is shown: the library starts faster */
  AftDocument  *document;
  GCancellable *opening;
  GtkWindow    *preflight_window; /* weak */
  gboolean      is_restoring;
};

G_DEFINE_FINAL_TYPE (AftWindow, aft_window, ADW_TYPE_APPLICATION_WINDOW)

static AftDocuments *
get_documents (AftWindow *self)
{
  GtkApplication *application = gtk_window_get_application (GTK_WINDOW (self));

  return application != NULL ? aft_application_get_documents (AFT_APPLICATION (application)) : NULL;
}

AftLibrary *
aft_window_get_library (AftWindow *self)
{
  AftDocuments *documents = get_documents (self);

  return documents != NULL ? aft_documents_get_library (documents) : NULL;
}

void
aft_window_say_error (AftWindow *self, const GError *error)
{
  g_autofree char *reason = NULL;

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  reason = aft_ui_describe_error (error);
  aft_window_say (self, reason);
}

/* Which of library and editor */

static void
update_title (AftWindow *self)
{
  g_autofree char *title = NULL;
  g_autofree char *full = NULL;

  if (self->document == NULL)
    {
      gtk_window_set_title (GTK_WINDOW (self), _ ("Afterword"));
      return;
    }
  title = aft_ui_title (aft_document_get_title (self->document));
  /* Translators: the title of a window: the document, then the application */
  full = g_strdup_printf (_ ("%s — Afterword"), title);
  gtk_window_set_title (GTK_WINDOW (self), full);
}

static gboolean
shows_import (AftWindow *self)
{
  return g_strcmp0 (gtk_stack_get_visible_child_name (self->stack), "import") == 0;
}

static void
enable_actions (AftWindow *self)
{
  static const char *const names[] = {
    "win.export",       "win.export-public",   "win.print",     "win.print-review",
    "win.save",         "win.trash",           "win.save-copy", "win.preflight",
    "win.print-public", "win.preflight-print", "win.import"
  };
  gboolean has_document = self->document != NULL && !shows_import (self);

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    gtk_widget_action_set_enabled (GTK_WIDGET (self), names[i], has_document);
  gtk_widget_action_set_enabled (
      GTK_WIDGET (self), "win.find", self->document == NULL && !shows_import (self));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.paste-import", !shows_import (self));
  gtk_widget_action_set_enabled (GTK_WIDGET (self),
                                 "win.show-library",
                                 has_document || aft_library_page_get_trash (self->library_page));
}

static void
review_import_cb (AftWindow *self, gpointer plan)
{
  aft_importer_show (self->importer, plan, TRUE);
}

static void
ensure_editor (AftWindow *self)
{
  if (self->editor != NULL)
    return;
  gtk_source_init ();
  self->editor = AFT_EDITOR (aft_editor_new ());
  aft_editor_set_menu_model (self->editor, self->editor_menu);
  g_signal_connect_object (
      self->editor, "review-import", G_CALLBACK (review_import_cb), self, G_CONNECT_SWAPPED);
  adw_bin_set_child (self->editor_bin, GTK_WIDGET (self->editor));
}

static void
show_section (AftWindow *self, const char *key)
{
  for (guint id = 0; id < AFT_N_SECTIONS; id++)
    if (g_str_equal (aft_section_get (id)->key, key))
      aft_editor_show_section (self->editor, id);
}

/* What is not yet saved is saved before the document is left; where that fails it stays open in
 * memory and the autosave keeps trying. */
static gboolean
leave_document (AftWindow *self, GError **error)
{
  if (self->document == NULL)
    return TRUE;
  return aft_document_flush (self->document, error);
}

void
aft_window_show_document (AftWindow *self, AftDocument *document)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (AftDocument) kept = NULL;

  g_return_if_fail (AFT_IS_WINDOW (self));

  g_cancellable_cancel (self->opening);
  g_clear_object (&self->opening);
  if (shows_import (self))
    {
      aft_window_show_import (self, FALSE);
      aft_importer_cancel (self->importer);
    }
  if (self->document == document)
    return;
  if (!leave_document (self, &error))
    {
      aft_window_say_error (self, error);
      return;
    }
  if (self->preflight_window != NULL)
    gtk_window_destroy (self->preflight_window);
  if (self->document != NULL)
    g_signal_handlers_disconnect_by_func (self->document, update_title, self);
  kept = g_steal_pointer (&self->document);
  if (document != NULL)
    {
      self->document = g_object_ref (document);
      g_signal_connect_object (
          document, "notify::title", G_CALLBACK (update_title), self, G_CONNECT_SWAPPED);
      ensure_editor (self);
    }
  if (self->editor != NULL)
    aft_editor_set_document (self->editor, document);
  gtk_stack_set_visible_child_name (self->stack, document != NULL ? "editor" : "library");
  if (document != NULL)
    aft_editor_focus (self->editor);
  else
    aft_library_page_focus (self->library_page);
  enable_actions (self);
  update_title (self);
  /* Not only at the end: a session may end without one. */
  aft_window_save_state (self);
}

static void
opened_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (AftWindow) self = AFT_WINDOW (data);
  g_autoptr (GError) error = NULL;
  g_autoptr (AftDocument) document =
      aft_documents_open_finish (AFT_DOCUMENTS (source), result, &error);

  if (g_cancellable_is_cancelled (g_task_get_cancellable (G_TASK (result))))
    return;
  g_clear_object (&self->opening);
  if (document != NULL)
    aft_window_show_document (self, document);
  else
    aft_window_say_error (self, error);
}

static void
restored_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (AftWindow) self = AFT_WINDOW (data);
  g_autoptr (AftDocument) document =
      aft_documents_open_finish (AFT_DOCUMENTS (source), result, NULL);
  g_autofree char *section = aft_settings_dup_string ("open-section");

  self->is_restoring = FALSE;
  /* Gone from the library: the library is what is left to show. Opened otherwise meanwhile: that is
   * what was wanted. */
  if (document == NULL || self->document != NULL)
    return;
  aft_window_show_document (self, document);
  show_section (self, section);
  aft_window_save_state (self);
}

void
aft_window_restore_document (AftWindow *self)
{
  g_autofree char *id = aft_settings_dup_string ("open-document");

  g_return_if_fail (AFT_IS_WINDOW (self));

  if (*id == '\0' || get_documents (self) == NULL)
    return;
  self->is_restoring = TRUE;
  aft_documents_open_async (get_documents (self), id, NULL, restored_cb, g_object_ref (self));
}

/* Actions on the library */

static void
open_document_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  AftWindow *self = AFT_WINDOW (widget);

  g_cancellable_cancel (self->opening);
  g_clear_object (&self->opening);
  self->opening = g_cancellable_new ();
  aft_documents_open_async (get_documents (self),
                            g_variant_get_string (parameter, NULL),
                            self->opening,
                            opened_cb,
                            g_object_ref (self));
}

static void
show_library_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  AftWindow *self = AFT_WINDOW (widget);

  aft_window_show_document (self, NULL);
  aft_library_page_set_trash (self->library_page, FALSE);
  enable_actions (self);
}

static void
show_trash_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  AftWindow *self = AFT_WINDOW (widget);

  aft_window_show_document (self, NULL);
  aft_library_page_set_trash (self->library_page, !aft_library_page_get_trash (self->library_page));
  enable_actions (self);
}

static void
find_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  aft_library_page_find (AFT_WINDOW (widget)->library_page);
}

static void
trash_document_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  aft_trash_document (AFT_WINDOW (widget), g_variant_get_string (parameter, NULL));
}

static void
restore_document_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  aft_trash_restore (AFT_WINDOW (widget), g_variant_get_string (parameter, NULL));
}

static void
erase_document_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  aft_trash_erase (AFT_WINDOW (widget), g_variant_get_string (parameter, NULL));
}

/* What others wrote */

void
aft_window_show_import (AftWindow *self, gboolean shown)
{
  const char *behind = self->document != NULL ? "editor" : "library";

  g_return_if_fail (AFT_IS_WINDOW (self));

  gtk_stack_set_visible_child_name (self->stack, shown ? "import" : behind);
  enable_actions (self);
  if (shown)
    return;
  if (self->document != NULL)
    aft_editor_focus (self->editor);
  else
    aft_library_page_focus (self->library_page);
}

void
aft_window_open_files (AftWindow *self, GPtrArray *files)
{
  g_return_if_fail (AFT_IS_WINDOW (self));
  aft_importer_open (self->importer, files, FALSE);
}

static void
import_chosen_cb (GFile *file, gpointer data)
{
  g_autoptr (AftWindow) self = AFT_WINDOW (data);
  g_autoptr (GPtrArray) files = g_ptr_array_new_with_free_func (g_object_unref);

  if (file == NULL)
    return;
  g_ptr_array_add (files, g_object_ref (file));
  aft_importer_open (self->importer, files, TRUE);
}

static void
import_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  static const char *const patterns[] = { "*.md",  "*.markdown", "*.qmd",  "*.txt",
                                          "*.log", "*.csv",      "*.json", NULL };

  aft_choose_open (GTK_WINDOW (widget),
                   _ ("Import into This Postmortem"),
                   _ ("Texts, chats and logs"),
                   patterns,
                   import_chosen_cb,
                   g_object_ref (widget));
}

static void
paste_import_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  aft_importer_paste (AFT_WINDOW (widget)->importer);
}

/* On the timeline they are meant for it, elsewhere for themselves. */
static gboolean
files_dropped_cb (AftWindow *self, const GValue *value)
{
  g_autoptr (GPtrArray) files = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GSList) dropped = gdk_file_list_get_files (g_value_get_boxed (value));
  gboolean into = self->document != NULL && !shows_import (self) &&
                  aft_editor_get_section (self->editor) == AFT_SECTION_TIMELINE;

  for (GSList *l = dropped; l != NULL; l = l->next)
    g_ptr_array_add (files, g_object_ref (l->data));
  if (files->len > 0)
    aft_importer_open (self->importer, files, into);
  return files->len > 0;
}

void
aft_window_tell_unreadable (AftWindow *self, const char *name, const GError *error)
{
  g_autofree char *reason = NULL;
  g_autofree char *title = NULL;
  g_autofree char *heading = NULL;

  g_return_if_fail (AFT_IS_WINDOW (self));

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  reason = aft_ui_describe_error (error);
  title = aft_ui_title (name);
  /* Translators: the name of a file */
  heading = name != NULL && *name != '\0' ? g_strdup_printf (_ ("Could Not Open “%s”"), title)
                                          : g_strdup (_ ("Could Not Open the File"));
  aft_tell (GTK_WINDOW (self), heading, reason);
}

/* Actions on the document */

static void
trash_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  AftWindow       *self = AFT_WINDOW (widget);
  g_autofree char *id = g_strdup (aft_document_get_id (self->document));

  aft_trash_document (self, id);
}

static void
save_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  AftWindow *self = AFT_WINDOW (widget);
  g_autoptr (GError) error = NULL;

  if (leave_document (self, &error))
    aft_window_say (self, _ ("Saved. Afterword does that by itself."));
  else
    aft_window_say_error (self, error);
}

static void
exported_cb (GFile *file, const GError *error, gpointer data)
{
  g_autoptr (AftWindow) self = AFT_WINDOW (data);
  g_autofree char *base_name = NULL;
  g_autofree char *name = NULL;
  g_autofree char *text = NULL;
  AdwToast        *toast;

  if (error != NULL)
    {
      aft_window_say_error (self, error);
      return;
    }
  if (file == NULL)
    return;
  base_name = g_file_get_basename (file);
  name = g_filename_display_name (base_name);
  /* Translators: %s is the name of the file */
  text = g_strdup_printf (_ ("Exported to “%s”"), name);
  toast = aft_ui_toast (text);
  adw_toast_set_button_label (toast, _ ("_Open"));
  adw_toast_set_action_name (toast, "win.open-file");
  {
    g_autofree char *uri = g_file_get_uri (file);

    adw_toast_set_action_target (toast, "s", uri);
  }
  adw_toast_overlay_add_toast (self->toast_overlay, toast);
}

static void
export_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  AftWindow       *self = AFT_WINDOW (widget);
  AftExportDialog *dialog = aft_export_dialog_present (
      GTK_WINDOW (self), self->document, exported_cb, g_object_ref (self));

  /* what was looked through for the public goes to the public */
  if (g_str_equal (name, "win.export-public"))
    aft_export_dialog_set_audience (dialog, AFT_AUDIENCE_PUBLIC);
}

static void
save_copy_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  AftWindow *self = AFT_WINDOW (widget);

  aft_export_copy (GTK_WINDOW (self), self->document, exported_cb, g_object_ref (self));
}

static void
open_file_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  aft_launch_uri (GTK_WINDOW (widget), g_variant_get_string (parameter, NULL));
}

static void
printed_cb (const char *reason, gpointer data)
{
  g_autoptr (AftWindow) self = AFT_WINDOW (data);

  if (reason != NULL)
    aft_tell (GTK_WINDOW (self), _ ("Could Not Print"), reason);
}

static void
print_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  AftWindow     *self = AFT_WINDOW (widget);
  const AftPrint print = {
    .layout = g_str_equal (name, "win.print-review") ? AFT_LAYOUT_REVIEW : AFT_LAYOUT_REPORT,
    .audience =
        g_str_equal (name, "win.print-public") ? AFT_AUDIENCE_PUBLIC : AFT_AUDIENCE_INTERNAL,
  };

  aft_print (GTK_WINDOW (self),
             aft_document_get_root (self->document),
             &print,
             printed_cb,
             g_object_ref (self));
}

/* Before something leaves */

static void
finding_activated_cb (AftWindow *self, AftRecord *record, guint field, const char *text, guint at)
{
  const AftPlace place = { aft_record_get_section (record, field), record, field };

  gtk_window_present (GTK_WINDOW (self));
  aft_editor_show_text (self->editor, &place, text, at);
}

static void
show_preflight (AftWindow *self, AftPreflight *preflight, const char *label, const char *go_on)
{
  AftPreflightWindow *window;

  if (self->preflight_window != NULL)
    gtk_window_destroy (self->preflight_window);
  window = aft_preflight_window_present (GTK_WINDOW (self), preflight, label, go_on);
  g_set_weak_pointer (&self->preflight_window, GTK_WINDOW (window));
  g_signal_connect_object (
      window, "finding-activated", G_CALLBACK (finding_activated_cb), self, G_CONNECT_SWAPPED);
}

static void
preflight_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  AftWindow *self = AFT_WINDOW (widget);
  g_autoptr (AftPreflight) preflight = aft_preflight_new (self->document);
  gboolean will_print = g_str_equal (name, "win.preflight-print");

  show_preflight (self,
                  preflight,
                  will_print ? _ ("_Print…") : _ ("_Export…"),
                  will_print ? "win.print-public" : "win.export-public");
}

static void
fullscreen_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  if (gtk_window_is_fullscreen (GTK_WINDOW (widget)))
    gtk_window_unfullscreen (GTK_WINDOW (widget));
  else
    gtk_window_fullscreen (GTK_WINDOW (widget));
}

/* Beginning and end */

void
aft_window_save_state (AftWindow *self)
{
  g_return_if_fail (AFT_IS_WINDOW (self));

  /* Closed at once: what was open is still to be shown again. */
  if (self->is_restoring)
    return;
  aft_settings_set_string ("open-document",
                           self->document != NULL ? aft_document_get_id (self->document) : "");
  if (self->editor != NULL)
    aft_settings_set_string ("open-section",
                             aft_section_get (aft_editor_get_section (self->editor))->key);
}

static void
close_anyway_cb (gboolean yes, gpointer data)
{
  g_autoptr (AftWindow) self = AFT_WINDOW (data);

  if (yes)
    gtk_window_destroy (GTK_WINDOW (self));
}

static gboolean
aft_window_close_request (GtkWindow *window)
{
  AftWindow *self = AFT_WINDOW (window);
  g_autoptr (GError) error = NULL;
  g_autofree char *reason = NULL;

  aft_window_save_state (self);
  if (leave_document (self, &error))
    return GTK_WINDOW_CLASS (aft_window_parent_class)->close_request (window);

  reason = aft_ui_describe_error (error);
  aft_ask_destructive (window,
                       _ ("The Last Changes Are Not Saved"),
                       reason,
                       _ ("C_lose and Lose Them"),
                       close_anyway_cb,
                       g_object_ref (self));
  return TRUE;
}

static void
aft_window_dispose (GObject *object)
{
  AftWindow *self = AFT_WINDOW (object);

  g_cancellable_cancel (self->opening);
  g_clear_object (&self->opening);
  if (self->importer != NULL)
    g_object_run_dispose (G_OBJECT (self->importer));
  g_clear_object (&self->importer);
  if (self->editor != NULL)
    aft_editor_set_document (self->editor, NULL);
  self->editor = NULL;
  g_clear_weak_pointer (&self->preflight_window);
  g_clear_object (&self->document);
  gtk_widget_dispose_template (GTK_WIDGET (object), AFT_TYPE_WINDOW);

  G_OBJECT_CLASS (aft_window_parent_class)->dispose (object);
}

static void
install_actions (GtkWidgetClass *widget_class)
{
  static const struct
  {
    const char                 *name, *parameter;
    GtkWidgetActionActivateFunc activate;
  } actions[] = {
    { "win.open-document", "s", open_document_action },
    { "win.trash-document", "s", trash_document_action },
    { "win.restore-document", "s", restore_document_action },
    { "win.erase-document", "s", erase_document_action },
    { "win.open-file", "s", open_file_action },
    { "win.show-library", NULL, show_library_action },
    { "win.show-trash", NULL, show_trash_action },
    { "win.find", NULL, find_action },
    { "win.trash", NULL, trash_action },
    { "win.import", NULL, import_action },
    { "win.paste-import", NULL, paste_import_action },
    { "win.save", NULL, save_action },
    { "win.save-copy", NULL, save_copy_action },
    { "win.export", NULL, export_action },
    { "win.export-public", NULL, export_action },
    { "win.print", NULL, print_action },
    { "win.print-review", NULL, print_action },
    { "win.print-public", NULL, print_action },
    { "win.preflight", NULL, preflight_action },
    { "win.preflight-print", NULL, preflight_action },
    { "win.fullscreen", NULL, fullscreen_action },
  };

  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    gtk_widget_class_install_action (
        widget_class, actions[i].name, actions[i].parameter, actions[i].activate);
}

static void
aft_window_class_init (AftWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = aft_window_dispose;
  GTK_WINDOW_CLASS (klass)->close_request = aft_window_close_request;

  g_type_ensure (AFT_TYPE_LIBRARY_PAGE);
  g_type_ensure (AFT_TYPE_BANNER);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/afterword_app/Afterword/window.ui");
  gtk_widget_class_bind_template_child (widget_class, AftWindow, toast_overlay);
  gtk_widget_class_bind_template_child (widget_class, AftWindow, stack);
  gtk_widget_class_bind_template_child (widget_class, AftWindow, library_page);
  gtk_widget_class_bind_template_child (widget_class, AftWindow, editor_bin);
  gtk_widget_class_bind_template_child (widget_class, AftWindow, import_bin);
  gtk_widget_class_bind_template_child (widget_class, AftWindow, banner);
  gtk_widget_class_bind_template_child (widget_class, AftWindow, library_menu);
  gtk_widget_class_bind_template_child (widget_class, AftWindow, editor_menu);
  install_actions (widget_class);
}

static void
aft_window_init (AftWindow *self)
{
  GtkDropTarget *drop = gtk_drop_target_new (GDK_TYPE_FILE_LIST, GDK_ACTION_COPY);

  gtk_widget_init_template (GTK_WIDGET (self));
  self->importer = aft_importer_new (self, self->import_bin);
  /* before a text field takes the names of the files */
  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (drop), GTK_PHASE_CAPTURE);
  g_signal_connect_object (drop, "drop", G_CALLBACK (files_dropped_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (drop));
  aft_library_page_set_menu_model (self->library_page, self->library_menu);
  enable_actions (self);
}

static void
show_health (AftWindow *self, AftLibraryHealth *health)
{
  gboolean can_dismiss = aft_library_health_can_dismiss (health);

  aft_banner_set_text (self->banner, aft_library_health_get_text (health));
  aft_banner_set_action (
      self->banner, can_dismiss ? _ ("_Dismiss") : NULL, can_dismiss ? "app.dismiss-notice" : NULL);
}

AftWindow *
aft_window_new (AftApplication *application)
{
  AftWindow        *self = g_object_new (AFT_TYPE_WINDOW, "application", application, NULL);
  AftLibraryHealth *health = aft_application_get_health (application);

  aft_settings_bind ("window-width", self, "default-width", G_SETTINGS_BIND_DEFAULT);
  aft_settings_bind ("window-height", self, "default-height", G_SETTINGS_BIND_DEFAULT);
  aft_settings_bind ("window-maximized", self, "maximized", G_SETTINGS_BIND_DEFAULT);
  g_signal_connect_object (health, "changed", G_CALLBACK (show_health), self, G_CONNECT_SWAPPED);
  show_health (self, health);
  aft_library_page_set_library (self->library_page, aft_window_get_library (self));
  return self;
}

AftDocument *
aft_window_get_document (AftWindow *self)
{
  g_return_val_if_fail (AFT_IS_WINDOW (self), NULL);
  return self->document;
}

AftDocuments *
aft_window_get_documents (AftWindow *self)
{
  g_return_val_if_fail (AFT_IS_WINDOW (self), NULL);
  return get_documents (self);
}

void
aft_window_show_section (AftWindow *self, AftSectionId section)
{
  g_return_if_fail (AFT_IS_WINDOW (self));
  if (self->editor != NULL)
    aft_editor_show_section (self->editor, section);
}

void
aft_window_add_editor_toast (AftWindow *self, AdwToast *toast)
{
  g_return_if_fail (AFT_IS_WINDOW (self));
  if (self->editor != NULL)
    aft_editor_add_toast (self->editor, toast);
}

void
aft_window_add_toast (AftWindow *self, AdwToast *toast)
{
  g_return_if_fail (AFT_IS_WINDOW (self));
  adw_toast_overlay_add_toast (self->toast_overlay, toast);
}

void
aft_window_say (AftWindow *self, const char *text)
{
  g_return_if_fail (AFT_IS_WINDOW (self));
  aft_window_add_toast (self, aft_ui_toast (text));
}
