/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/import/import-job.h"

#include <string.h>

#include "base/caps.h"
#include "base/error.h"
#include "format/markdown-reader.h"
#include "ui/settings.h"

/* What says that a file is a postmortem stands at its beginning. */
#define FORMAT_WITHIN_BYTES 400

typedef struct
{
  GPtrArray *files;  /* (element-type GFile); NULL for a text */
  char      *name;   /* of the text */
  GBytes    *text;   /* the text */
  AftRecord *target; /* of the job alone */
  char      *zone;   /* of the document or the preferences, or chosen */
  char      *date;   /* chosen */
  AftPlan   *before; /* borrowed: to be read again */
  GPtrArray *ours;   /* (element-type GFile) */
  char      *failed; /* name of the file that could not be read */
} Job;

static void
job_free (gpointer data)
{
  Job *job = data;

  g_clear_pointer (&job->files, g_ptr_array_unref);
  g_clear_pointer (&job->text, g_bytes_unref);
  g_clear_object (&job->target);
  g_ptr_array_unref (job->ours);
  g_free (job->failed);
  g_free (job->name);
  g_free (job->zone);
  g_free (job->date);
  g_free (job);
}

static Job *
job_new (AftRecord *target)
{
  Job *job = g_new0 (Job, 1);

  job->target = target != NULL ? aft_record_copy (target) : NULL;
  job->ours = g_ptr_array_new_with_free_func (g_object_unref);
  return job;
}

static gboolean
is_ours (const char *name, GBytes *bytes)
{
  gsize       length;
  const char *text = g_bytes_get_data (bytes, &length);

  return g_str_has_suffix (name, ".postmortem") ||
         g_strstr_len (text, MIN (length, FORMAT_WITHIN_BYTES), "\"format\"") != NULL ||
         (length > 0 && aft_markdown_is_ours (text, length));
}

/* A file that is far too large, or a device without an end, is not even begun. */
static GBytes *
load (GFile *file, GCancellable *cancellable, GError **error)
{
  g_autoptr (GFileInfo) info =
      g_file_query_info (file,
                         G_FILE_ATTRIBUTE_STANDARD_TYPE "," G_FILE_ATTRIBUTE_STANDARD_SIZE,
                         G_FILE_QUERY_INFO_NONE,
                         cancellable,
                         error);

  if (info == NULL)
    return NULL;
  if (g_file_info_get_file_type (info) != G_FILE_TYPE_REGULAR)
    g_set_error_literal (error, AFT_BASE_ERROR, AFT_BASE_ERROR_IO, g_strerror (EINVAL));
  else if (g_file_info_get_size (info) > AFT_CAP_FILE_BYTES)
    g_set_error_literal (error, AFT_BASE_ERROR, AFT_BASE_ERROR_TOO_LARGE, "too large");
  else
    return g_file_load_bytes (file, cancellable, NULL, error);
  return NULL;
}

static char *
dup_name (GFile *file)
{
  g_autofree char *base = g_file_get_basename (file);

  return g_filename_display_name (base != NULL ? base : "");
}

static gboolean
read_file (Job                    *job,
           AftPlan                *plan,
           GFile                  *file,
           const AftImportOptions *options,
           GCancellable           *cancellable,
           GError                **error)
{
  g_autofree char *name = dup_name (file);
  g_autoptr (GBytes) bytes = load (file, cancellable, error);

  if (bytes != NULL && is_ours (name, bytes))
    {
      g_ptr_array_add (job->ours, g_object_ref (file));
      return TRUE;
    }
  if (bytes != NULL && aft_plan_read (plan, name, bytes, options, error))
    return TRUE;
  job->failed = g_steal_pointer (&name);
  return FALSE;
}

static gboolean
read_all (Job *job, AftPlan *plan, GCancellable *cancellable, GError **error)
{
  const AftImportOptions options = { .time_zone = job->zone };

  if (job->files == NULL)
    return aft_plan_read (plan, job->name, job->text, &options, error);
  for (guint i = 0; i < job->files->len; i++)
    if (!read_file (job, plan, g_ptr_array_index (job->files, i), &options, cancellable, error))
      return FALSE;
  return TRUE;
}

static void
read_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Job     *job = data;
  AftPlan *plan;
  GError  *error = NULL;

  if (job->before != NULL)
    {
      g_task_return_pointer (task,
                             aft_plan_read_again (job->before, job->zone, job->date),
                             (GDestroyNotify) aft_plan_free);
      return;
    }
  plan = aft_plan_new (job->target);
  if (read_all (job, plan, cancellable, &error))
    {
      aft_plan_settle (plan);
      g_task_return_pointer (task, plan, (GDestroyNotify) aft_plan_free);
      return;
    }
  aft_plan_free (plan);
  g_task_return_error (task, error);
}

static void
run (Job *job, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, data);

  g_task_set_source_tag (task, aft_import_finish);
  g_task_set_task_data (task, job, job_free);
  g_task_run_in_thread (task, read_thread);
}

/* What is to become part of a document is meant in its zone; else in that of the preferences. */
static char *
choose_zone (AftRecord *target)
{
  const char *zone = target != NULL ? aft_record_get_text (target, AFT_DOC_TIME_ZONE) : "";

  return *zone != '\0' ? g_strdup (zone) : aft_settings_dup_time_zone ();
}

void
aft_import_files_async (GPtrArray          *files,
                        AftRecord          *target,
                        GCancellable       *cancellable,
                        GAsyncReadyCallback callback,
                        gpointer            data)
{
  Job *job = job_new (target);

  job->files = g_ptr_array_ref (files);
  job->zone = choose_zone (target);
  run (job, cancellable, callback, data);
}

void
aft_import_text_async (const char         *name,
                       const char         *text,
                       AftRecord          *target,
                       GCancellable       *cancellable,
                       GAsyncReadyCallback callback,
                       gpointer            data)
{
  Job *job = job_new (target);

  job->name = g_strdup (name);
  job->text = g_bytes_new (text, strlen (text));
  job->zone = choose_zone (target);
  run (job, cancellable, callback, data);
}

void
aft_import_again_async (AftPlan            *plan,
                        const char         *zone,
                        const char         *date,
                        GCancellable       *cancellable,
                        GAsyncReadyCallback callback,
                        gpointer            data)
{
  Job *job = job_new (NULL);

  job->before = plan;
  job->zone = g_strdup (zone);
  job->date = g_strdup (date);
  run (job, cancellable, callback, data);
}

AftPlan *
aft_import_finish (GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, NULL), NULL);
  return g_task_propagate_pointer (G_TASK (result), error);
}

GPtrArray *
aft_import_get_ours (GAsyncResult *result)
{
  return ((Job *) g_task_get_task_data (G_TASK (result)))->ours;
}

const char *
aft_import_get_failed_name (GAsyncResult *result)
{
  const Job *job = g_task_get_task_data (G_TASK (result));

  return job->failed != NULL ? job->failed : "";
}
