/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/dialogs/export-dialog.h"

#include <glib/gi18n-lib.h>

#include "ui/clipboard.h"
#include "ui/compat/file-chooser.h"
#include "ui/preflight.h"
#include "ui/settings.h"
#include "ui/text.h"

/* Shorter work needs no progress bar. */
#define PROGRESS_AFTER_MS 300
#define PULSE_MS          80

struct _AftExportDialog
{
  AdwWindow parent_instance;

  AdwToastOverlay *toast_overlay;
  GtkWidget       *export_button;
  GtkWidget       *progress_bar;
  GtkWidget       *form;
  AdwComboRow     *format_row;
  AdwComboRow     *audience_row;
  GtkWidget       *page_group;
  AdwComboRow     *paper_row;
  AdwComboRow     *layout_row;
  GtkWidget       *copy_row;
  GtkSpinButton   *copy_spin;
  AdwActionRow    *preflight_row;

  AftDocument  *document;
  AftExported   exported;
  gpointer      data;
  GFile        *file;
  GCancellable *cancellable;
  guint         pulse;
  AftPreflight *preflight; /* NULL as long as it is not for the public */
};

G_DEFINE_FINAL_TYPE (AftExportDialog, aft_export_dialog, ADW_TYPE_WINDOW)

/* Once, and then no more. */
static void
answer (AftExportDialog *self, GFile *file, const GError *error)
{
  AftExported exported = g_steal_pointer (&self->exported);

  if (exported != NULL)
    exported (file, error, self->data);
}

static gboolean
pulse_cb (gpointer data)
{
  AftExportDialog *self = data;

  gtk_widget_set_visible (self->progress_bar, TRUE);
  gtk_progress_bar_pulse (GTK_PROGRESS_BAR (self->progress_bar));
  return G_SOURCE_CONTINUE;
}

static gboolean
begin_progress_cb (gpointer data)
{
  AftExportDialog *self = data;

  self->pulse = g_timeout_add (PULSE_MS, pulse_cb, self);
  return G_SOURCE_REMOVE;
}

static void
finished_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (AftExportDialog) self = AFT_EXPORT_DIALOG (data);
  g_autoptr (GError) error = NULL;

  g_clear_handle_id (&self->pulse, g_source_remove);
  if (aft_export_finish (result, &error))
    answer (self, self->file, NULL);
  else
    answer (self, NULL, error);
  if (self->document != NULL)
    gtk_window_destroy (GTK_WINDOW (self));
}

static void
remember_choices (const AftExport *export)
{
  aft_settings_set_enum ("export-format", (int) export->format);
  aft_settings_set_enum ("export-audience", (int) export->audience);
  aft_settings_set_enum ("export-layout", (int) export->options.layout);
}

void
aft_export_dialog_export_to (AftExportDialog *self, GFile *file)
{
  AftExport export;

  g_return_if_fail (AFT_IS_EXPORT_DIALOG (self) && self->cancellable == NULL);

  aft_export_dialog_get_export (self, &export);
  remember_choices (&export);
  gtk_widget_set_sensitive (self->export_button, FALSE);
  gtk_widget_set_sensitive (self->form, FALSE);
  g_set_object (&self->file, file);
  self->cancellable = g_cancellable_new ();
  self->pulse = g_timeout_add (PROGRESS_AFTER_MS, begin_progress_cb, self);
  aft_export_async (&export,
                    aft_document_get_root (self->document),
                    file,
                    self->cancellable,
                    finished_cb,
                    g_object_ref (self));
}

static void
chosen_cb (GFile *file, gpointer data)
{
  g_autoptr (AftExportDialog) self = AFT_EXPORT_DIALOG (data);

  /* The dialog may have been closed with its parent meanwhile. */
  if (file != NULL && self->document != NULL)
    aft_export_dialog_export_to (self, file);
}

static void
export_clicked_cb (AftExportDialog *self)
{
  AftExport export;
  g_autofree char *name = NULL;

  aft_export_dialog_get_export (self, &export);
  name = aft_export_file_name (&export, aft_document_get_title (self->document));
  aft_choose_save (GTK_WINDOW (self), _ ("Export"), name, chosen_cb, g_object_ref (self));
}

static void
copied_to_clipboard_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (AftExportDialog) self = AFT_EXPORT_DIALOG (data);
  g_autoptr (GdkContentProvider) content = aft_copy_finish (result, NULL);

  /* The dialog may have been closed meanwhile: then nothing is put over what else was copied. */
  if (self->document == NULL)
    return;
  gdk_clipboard_set_content (gtk_widget_get_clipboard (GTK_WIDGET (self)), content);
  adw_toast_overlay_add_toast (self->toast_overlay, aft_ui_toast (_ ("Copied")));
}

static void
copy (AftExportDialog *self, AftCopyKind kind)
{
  AftExport export;

  aft_export_dialog_get_export (self, &export);
  aft_copy_async (kind,
                  aft_document_get_root (self->document),
                  export.audience,
                  copied_to_clipboard_cb,
                  g_object_ref (self));
}

static void
markdown_activated_cb (AftExportDialog *self)
{
  copy (self, AFT_COPY_MARKDOWN);
}

static void
wiki_activated_cb (AftExportDialog *self)
{
  copy (self, AFT_COPY_WIKI);
}

static void
format_selected_cb (AftExportDialog *self)
{
  gtk_widget_set_visible (self->page_group,
                          adw_combo_row_get_selected (self->format_row) == AFT_EXPORT_PDF);
}

static void
layout_selected_cb (AftExportDialog *self)
{
  gtk_widget_set_visible (self->copy_row,
                          adw_combo_row_get_selected (self->layout_row) == AFT_LAYOUT_REVIEW);
}

/* ---- before it leaves ---- */

static void
show_preflight (AftExportDialog *self)
{
  g_autofree char *text = aft_preflight_describe (self->preflight);
  guint            n = aft_preflight_get_n_findings (self->preflight);

  aft_ui_set_row_title (ADW_PREFERENCES_ROW (self->preflight_row), text);
  gtk_widget_set_sensitive (GTK_WIDGET (self->preflight_row), n > 0);
}

static void
audience_selected_cb (AftExportDialog *self)
{
  gboolean is_public = adw_combo_row_get_selected (self->audience_row) == AFT_AUDIENCE_PUBLIC;

  gtk_widget_set_visible (GTK_WIDGET (self->preflight_row), is_public && self->document != NULL);
  if (!is_public || self->document == NULL || self->preflight != NULL)
    return;
  self->preflight = aft_preflight_new (self->document);
  g_signal_connect_object (
      self->preflight, "changed", G_CALLBACK (show_preflight), self, G_CONNECT_SWAPPED);
  show_preflight (self);
}

/* The list stands beside the editor: this dialog would be in front of it. */
static void
preflight_activated_cb (AftExportDialog *self)
{
  GtkWindow *parent = gtk_window_get_transient_for (GTK_WINDOW (self));

  if (parent != NULL)
    gtk_widget_activate_action (GTK_WIDGET (parent), "win.preflight", NULL);
  gtk_window_destroy (GTK_WINDOW (self));
}

static void
aft_export_dialog_dispose (GObject *object)
{
  AftExportDialog *self = AFT_EXPORT_DIALOG (object);

  g_clear_handle_id (&self->pulse, g_source_remove);
  g_cancellable_cancel (self->cancellable);
  answer (self, NULL, NULL);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->preflight);
  g_clear_object (&self->document);
  g_clear_object (&self->file);
  gtk_widget_dispose_template (GTK_WIDGET (object), AFT_TYPE_EXPORT_DIALOG);

  G_OBJECT_CLASS (aft_export_dialog_parent_class)->dispose (object);
}

static void
aft_export_dialog_class_init (AftExportDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = aft_export_dialog_dispose;

  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/afterword_app/Afterword/export-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, AftExportDialog, toast_overlay);
  gtk_widget_class_bind_template_child (widget_class, AftExportDialog, export_button);
  gtk_widget_class_bind_template_child (widget_class, AftExportDialog, progress_bar);
  gtk_widget_class_bind_template_child (widget_class, AftExportDialog, form);
  gtk_widget_class_bind_template_child (widget_class, AftExportDialog, format_row);
  gtk_widget_class_bind_template_child (widget_class, AftExportDialog, audience_row);
  gtk_widget_class_bind_template_child (widget_class, AftExportDialog, page_group);
  gtk_widget_class_bind_template_child (widget_class, AftExportDialog, paper_row);
  gtk_widget_class_bind_template_child (widget_class, AftExportDialog, layout_row);
  gtk_widget_class_bind_template_child (widget_class, AftExportDialog, copy_row);
  gtk_widget_class_bind_template_child (widget_class, AftExportDialog, copy_spin);
  gtk_widget_class_bind_template_child (widget_class, AftExportDialog, preflight_row);
  gtk_widget_class_bind_template_callback (widget_class, export_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, format_selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, layout_selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, markdown_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, wiki_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, audience_selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, preflight_activated_cb);
}

static void
aft_export_dialog_init (AftExportDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  adw_combo_row_set_selected (self->format_row, (guint) aft_settings_get_enum ("export-format"));
  adw_combo_row_set_selected (self->audience_row,
                              (guint) aft_settings_get_enum ("export-audience"));
  adw_combo_row_set_selected (self->layout_row, (guint) aft_settings_get_enum ("export-layout"));
  adw_combo_row_set_selected (self->paper_row, aft_settings_get_paper ());
}

AftExportDialog *
aft_export_dialog_present (GtkWindow   *parent,
                           AftDocument *document,
                           AftExported  exported,
                           gpointer     data)
{
  AftExportDialog *self = g_object_new (AFT_TYPE_EXPORT_DIALOG, "transient-for", parent, NULL);

  self->document = g_object_ref (document);
  self->exported = exported;
  self->data = data;
  audience_selected_cb (self);
  gtk_window_present (GTK_WINDOW (self));
  return self;
}

void
aft_export_dialog_get_export (AftExportDialog *self, AftExport *export)
{
  g_return_if_fail (AFT_IS_EXPORT_DIALOG (self));

  *export = (AftExport){
    .format = adw_combo_row_get_selected (self->format_row),
    .audience = adw_combo_row_get_selected (self->audience_row),
    .options = { .paper = adw_combo_row_get_selected (self->paper_row),
                 .layout = adw_combo_row_get_selected (self->layout_row),
                 .copy = (guint) gtk_spin_button_get_value_as_int (self->copy_spin) },
  };
}

void
aft_export_dialog_set_audience (AftExportDialog *self, AftAudience audience)
{
  g_return_if_fail (AFT_IS_EXPORT_DIALOG (self));
  adw_combo_row_set_selected (self->audience_row, audience);
}

/* The copy */

typedef struct
{
  AftDocument *document;
  GFile       *file;
  AftExported  exported;
  gpointer     data;
} Copy;

static void
copy_finish (Copy *copy, GFile *file, const GError *error)
{
  copy->exported (file, error, copy->data);
  g_object_unref (copy->document);
  g_clear_object (&copy->file);
  g_free (copy);
}

static void
copied_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  Copy *copy = data;
  g_autoptr (GError) error = NULL;

  if (aft_export_finish (result, &error))
    copy_finish (copy, copy->file, NULL);
  else
    copy_finish (copy, NULL, error);
}

static void
copy_chosen_cb (GFile *file, gpointer data)
{
  const AftExport export = { .format = AFT_EXPORT_JSON, .with_reflection = TRUE };
  Copy *copy = data;

  if (file == NULL)
    {
      copy_finish (copy, NULL, NULL);
      return;
    }
  copy->file = g_object_ref (file);
  aft_export_async (&export, aft_document_get_root (copy->document), file, NULL, copied_cb, copy);
}

void
aft_export_copy (GtkWindow *parent, AftDocument *document, AftExported exported, gpointer data)
{
  const AftExport export = { .format = AFT_EXPORT_JSON };
  g_autofree char *name = aft_export_file_name (&export, aft_document_get_title (document));
  Copy            *copy = g_new0 (Copy, 1);

  copy->document = g_object_ref (document);
  copy->exported = exported;
  copy->data = data;
  aft_choose_save (parent, _ ("Save a Copy"), name, copy_chosen_cb, copy);
}
