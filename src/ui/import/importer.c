/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/import/importer.h"

#include <glib/gi18n-lib.h>

#include "ui/compat/message.h"
#include "ui/errors.h"
#include "ui/import/import-job.h"
#include "ui/import/import-page.h"
#include "ui/text.h"

struct _AftImporter
{
  GObject parent_instance;

  AftWindow    *window; /* borrowed: it owns this */
  AdwBin       *bin;    /* likewise */
  GtkWidget    *page;   /* made when it is first shown */
  AftDocument  *target; /* of what is being looked through; NULL for a new one */
  GCancellable *reading;
  gboolean      is_creating; /* a second press makes no second document */
};

G_DEFINE_FINAL_TYPE (AftImporter, aft_importer, G_TYPE_OBJECT)

/* Bringing in */

static void
say_added (AftImporter *self, AftPlan *plan)
{
  guint            n_events = aft_plan_count (plan, AFT_PLAN_EVENT, TRUE);
  g_autofree char *text =
      g_strdup_printf (ngettext ("%u event added", "%u events added", n_events), n_events);
  AdwToast *toast = aft_ui_toast (n_events > 0 ? text : _ ("Added"));

  adw_toast_set_button_label (toast, _ ("_Undo"));
  adw_toast_set_action_name (toast, "editor.undo");
  aft_window_add_editor_toast (self->window, toast);
}

static void
add_to_target (AftImporter *self, AftDocument *target, AftPlan *plan)
{
  aft_plan_apply (plan, aft_document_get_postmortem (target));
  aft_window_show_document (self->window, target);
  if (aft_plan_count (plan, AFT_PLAN_EVENT, TRUE) > 0)
    aft_window_show_section (self->window, AFT_SECTION_TIMELINE);
  say_added (self, plan);
}

static void
created_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (AftImporter) self = AFT_IMPORTER (data);
  g_autoptr (GError) error = NULL;
  g_autoptr (AftDocument) document =
      aft_documents_add_finish (AFT_DOCUMENTS (source), result, &error);

  self->is_creating = FALSE;
  if (self->window == NULL)
    return;
  if (document != NULL)
    {
      aft_importer_cancel (self);
      aft_window_show_document (self->window, document);
    }
  else
    aft_window_say_error (self->window, error);
}

static void
accepted_cb (AftImporter *self)
{
  AftPlan *plan = aft_import_page_get_plan (AFT_IMPORT_PAGE (self->page));
  g_autoptr (AftDocument) target = g_steal_pointer (&self->target);
  g_autoptr (AftRecord) root = NULL;

  if (target != NULL)
    {
      aft_window_show_import (self->window, FALSE);
      add_to_target (self, target, plan);
      aft_importer_cancel (self);
      return;
    }
  if (self->is_creating)
    return;
  self->is_creating = TRUE;
  root = aft_plan_build (plan);
  aft_documents_add_record_async (
      aft_window_get_documents (self->window), root, NULL, created_cb, g_object_ref (self));
}

void
aft_importer_cancel (AftImporter *self)
{
  g_return_if_fail (AFT_IS_IMPORTER (self));

  g_cancellable_cancel (self->reading);
  g_clear_object (&self->reading);
  g_clear_object (&self->target);
  if (self->page != NULL)
    aft_import_page_set_plan (AFT_IMPORT_PAGE (self->page), NULL, NULL);
}

static void
cancelled_cb (AftImporter *self)
{
  aft_window_show_import (self->window, FALSE);
  aft_importer_cancel (self);
}

/* Looking through */

static void
ensure_page (AftImporter *self)
{
  if (self->page != NULL)
    return;
  self->page = aft_import_page_new ();
  g_signal_connect_object (
      self->page, "accepted", G_CALLBACK (accepted_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (
      self->page, "cancelled", G_CALLBACK (cancelled_cb), self, G_CONNECT_SWAPPED);
  adw_bin_set_child (self->bin, self->page);
}

/* Only what can be changed can take something in. */
static AftDocument *
find_target (AftImporter *self, gboolean into)
{
  AftDocument *document = into ? aft_window_get_document (self->window) : NULL;

  return document != NULL && !aft_document_get_read_only (document) ? document : NULL;
}

void
aft_importer_show (AftImporter *self, AftPlan *plan, gboolean into)
{
  AftDocument *target;

  g_return_if_fail (AFT_IS_IMPORTER (self));

  ensure_page (self);
  target = find_target (self, into);
  g_set_object (&self->target, target);
  aft_import_page_set_plan (
      AFT_IMPORT_PAGE (self->page), plan, target != NULL ? aft_document_get_title (target) : NULL);
  aft_window_show_import (self->window, TRUE);
  gtk_widget_grab_focus (self->page);
}

/* Reading */

typedef struct
{
  AftImporter *self;
  char        *name; /* of the file */
} Adding;

static void
ours_added_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  Adding *adding = data;
  g_autoptr (AftImporter) self = adding->self;
  g_autofree char *name = adding->name;
  g_autoptr (GError) error = NULL;
  g_autoptr (AftDocument) document =
      aft_documents_add_finish (AFT_DOCUMENTS (source), result, &error);

  g_free (adding);
  if (self->window == NULL)
    return;
  if (document != NULL)
    aft_window_show_document (self->window, document);
  else
    aft_window_tell_unreadable (self->window, name, error);
}

static void
open_ours (AftImporter *self, GPtrArray *files)
{
  for (guint i = 0; i < files->len; i++)
    {
      GFile           *file = g_ptr_array_index (files, i);
      g_autofree char *base = g_file_get_basename (file);
      Adding          *adding = g_new0 (Adding, 1);

      adding->self = g_object_ref (self);
      adding->name = g_filename_display_name (base);
      aft_documents_add_async (
          aft_window_get_documents (self->window), file, NULL, ours_added_cb, adding);
    }
}

typedef struct
{
  AftImporter *self;
  gboolean     into;
} Reading;

static void
read_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  Reading *reading = data;
  g_autoptr (AftImporter) self = reading->self;
  gboolean into = reading->into;
  g_autoptr (GError) error = NULL;
  g_autoptr (AftPlan) plan = aft_import_finish (result, &error);

  g_free (reading);
  if (self->window == NULL || g_cancellable_is_cancelled (g_task_get_cancellable (G_TASK (result))))
    return;
  g_clear_object (&self->reading);
  if (plan == NULL)
    {
      aft_window_tell_unreadable (self->window, aft_import_get_failed_name (result), error);
      return;
    }
  open_ours (self, aft_import_get_ours (result));
  if (aft_plan_get_n_sources (plan) > 0)
    aft_importer_show (self, g_steal_pointer (&plan), into);
}

static Reading *
begin_reading (AftImporter *self, gboolean into)
{
  Reading *reading = g_new0 (Reading, 1);

  g_cancellable_cancel (self->reading);
  g_clear_object (&self->reading);
  self->reading = g_cancellable_new ();
  reading->self = g_object_ref (self);
  reading->into = into;
  return reading;
}

static AftRecord *
get_root (AftImporter *self, gboolean into)
{
  AftDocument *target = find_target (self, into);

  return target != NULL ? aft_document_get_root (target) : NULL;
}

void
aft_importer_open (AftImporter *self, GPtrArray *files, gboolean into)
{
  Reading *reading;

  g_return_if_fail (AFT_IS_IMPORTER (self));

  reading = begin_reading (self, into);
  aft_import_files_async (files, get_root (self, into), self->reading, read_cb, reading);
}

void
aft_importer_read (AftImporter *self, const char *name, const char *text, gboolean into)
{
  Reading *reading;

  g_return_if_fail (AFT_IS_IMPORTER (self));

  reading = begin_reading (self, into);
  aft_import_text_async (name, text, get_root (self, into), self->reading, read_cb, reading);
}

static void
clipboard_read_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (AftImporter) self = AFT_IMPORTER (data);
  g_autofree char *text = gdk_clipboard_read_text_finish (GDK_CLIPBOARD (source), result, NULL);

  if (self->window == NULL)
    return;
  if (text == NULL || *text == '\0')
    aft_window_say (self->window, _ ("There is no text in the clipboard."));
  else
    aft_importer_read (self, _ ("Pasted text"), text, TRUE);
}

void
aft_importer_paste (AftImporter *self)
{
  g_return_if_fail (AFT_IS_IMPORTER (self));

  gdk_clipboard_read_text_async (gtk_widget_get_clipboard (GTK_WIDGET (self->window)),
                                 NULL,
                                 clipboard_read_cb,
                                 g_object_ref (self));
}

static void
aft_importer_dispose (GObject *object)
{
  AftImporter *self = AFT_IMPORTER (object);

  g_cancellable_cancel (self->reading);
  g_clear_object (&self->reading);
  g_clear_object (&self->target);
  self->page = NULL;
  self->window = NULL;

  G_OBJECT_CLASS (aft_importer_parent_class)->dispose (object);
}

static void
aft_importer_class_init (AftImporterClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = aft_importer_dispose;
}

static void
aft_importer_init (AftImporter *self)
{
}

AftImporter *
aft_importer_new (AftWindow *window, AdwBin *bin)
{
  AftImporter *self = g_object_new (AFT_TYPE_IMPORTER, NULL);

  self->window = window;
  self->bin = bin;
  return self;
}
