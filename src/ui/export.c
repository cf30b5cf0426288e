/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/export.h"

#include <glib/gi18n-lib.h>

#include "base/file.h"
#include "base/text.h"
#include "format/json-writer.h"
#include "format/markdown-writer.h"
#include "paint/page-painter.h"
#include "paint/pdf.h"

/* Belongs to the worker alone: nothing of it is shared with the document being edited. */
typedef struct
{
  AftExport export;
  AftRecord *root;
  GFile     *file;
} Job;

static void
job_free (Job *self)
{
  g_clear_object (&self->root);
  g_clear_object (&self->file);
  g_free (self);
}

static GBytes *
make_pdf (const Job *job, GError **error)
{
  PangoContext *context = aft_paint_context ();
  AftPages     *pages = aft_typeset (job->root, &job->export.options, context);

  g_object_unref (context);
  return aft_pdf_write_and_free (pages, error);
}

static GBytes *
make_bytes (const Job *job, GError **error)
{
  gsize length = 0;
  char *text;

  switch (job->export.format)
    {
    case AFT_EXPORT_PDF:
      return make_pdf (job, error);
    case AFT_EXPORT_MARKDOWN:
      text = job->export.audience == AFT_AUDIENCE_PUBLIC ? aft_markdown_write_public (job->root)
                                                         : aft_markdown_write (job->root);
      return g_bytes_new_take (text, strlen (text));
    case AFT_EXPORT_JSON:
    default:
      text = aft_json_write (job->root, &length);
      return g_bytes_new_take (text, length);
    }
}

/* Portals hand out files beside which nothing may be created; those without a path are written
 * through GIO. */
static gboolean
write_bytes (GFile *file, GBytes *bytes, GCancellable *cancellable, GError **error)
{
  g_autofree char *path = g_file_get_path (file);
  gsize            length;
  const char      *data = g_bytes_get_data (bytes, &length);

  if (path != NULL)
    return aft_file_write (path, data, length, error);
  return g_file_replace_contents (
      file, data, length, NULL, FALSE, G_FILE_CREATE_NONE, NULL, cancellable, error);
}

static void
export_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  const Job *job = data;
  GError    *error = NULL;
  g_autoptr (GBytes) bytes = make_bytes (job, &error);

  if (g_task_return_error_if_cancelled (task))
    {
      g_clear_error (&error);
      return;
    }
  if (bytes == NULL || !write_bytes (job->file, bytes, cancellable, &error))
    g_task_return_error (task, error);
  else
    g_task_return_boolean (task, TRUE);
}

char *
aft_export_file_name (const AftExport *self, const char *title)
{
  static const char *const suffixes[] = { ".pdf", ".md", ".postmortem" };
  g_autofree char         *suffix = NULL;

  if (self->audience == AFT_AUDIENCE_PUBLIC)
    /* Translators: comes behind the title in the name of a file */
    suffix = g_strconcat (_ (" (public)"), suffixes[self->format], NULL);
  else
    suffix = g_strdup (suffixes[self->format]);
  return aft_text_file_name (*title != '\0' ? title : _ ("Postmortem"), suffix);
}

void
aft_export_async (const AftExport    *self,
                  AftRecord          *root,
                  GFile              *file,
                  GCancellable       *cancellable,
                  GAsyncReadyCallback callback,
                  gpointer            data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, data);
  Job *job = g_new0 (Job, 1);

  g_task_set_source_tag (task, aft_export_async);
  job->export = *self;
  job->root = aft_audience_copy (root, self->audience, self->with_reflection);
  job->file = g_object_ref (file);
  g_task_set_task_data (task, job, (GDestroyNotify) job_free);
  g_task_run_in_thread (task, export_thread);
}

gboolean
aft_export_finish (GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, NULL), FALSE);
  return g_task_propagate_boolean (G_TASK (result), error);
}
