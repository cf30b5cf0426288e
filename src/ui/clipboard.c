/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/clipboard.h"

#include <string.h>

#include "format/html-writer.h"
#include "format/markdown-writer.h"

typedef struct
{
  AftCopyKind kind;
  AftAudience audience;
  AftRecord  *root; /* of the worker alone */
} Job;

static void
job_free (gpointer data)
{
  Job *job = data;

  g_object_unref (job->root);
  g_free (job);
}

static GdkContentProvider *
provide_text (char *text)
{
  g_auto (GValue) value = G_VALUE_INIT;

  g_value_init (&value, G_TYPE_STRING);
  g_value_take_string (&value, text);
  return gdk_content_provider_new_for_value (&value);
}

static GdkContentProvider *
provide_wiki (AftRecord *root)
{
  char *html = aft_html_write (root);
  g_autoptr (GBytes) bytes = g_bytes_new_take (html, strlen (html));
  GdkContentProvider *providers[] = {
    gdk_content_provider_new_for_bytes ("text/html", bytes),
    provide_text (aft_markdown_write_public (root)),
  };

  return gdk_content_provider_new_union (providers, G_N_ELEMENTS (providers));
}

static void
copy_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  const Job          *job = data;
  GdkContentProvider *provider;

  if (job->kind == AFT_COPY_WIKI)
    provider = provide_wiki (job->root);
  else
    provider =
        provide_text (job->audience == AFT_AUDIENCE_PUBLIC ? aft_markdown_write_public (job->root)
                                                           : aft_markdown_write (job->root));
  g_task_return_pointer (task, provider, g_object_unref);
}

void
aft_copy_async (AftCopyKind         kind,
                AftRecord          *root,
                AftAudience         audience,
                GAsyncReadyCallback callback,
                gpointer            data)
{
  g_autoptr (GTask) task = g_task_new (NULL, NULL, callback, data);
  Job *job = g_new0 (Job, 1);

  g_task_set_source_tag (task, aft_copy_async);
  job->kind = kind;
  job->audience = audience;
  job->root = aft_audience_copy (root, audience, FALSE);
  g_task_set_task_data (task, job, job_free);
  g_task_run_in_thread (task, copy_thread);
}

GdkContentProvider *
aft_copy_finish (GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, NULL), NULL);
  return g_task_propagate_pointer (G_TASK (result), error);
}
