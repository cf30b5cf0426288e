/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/sections/event-clipboard.h"

#include <string.h>

#include "format/event-clip.h"

/* Of a clipboard that others fill; some ten thousand lines. */
#define MAX_BYTES (4 * 1024 * 1024)

static GdkContentProvider *
provide (const char *type, char *text)
{
  g_autoptr (GBytes) bytes = g_bytes_new_take (text, strlen (text));

  return gdk_content_provider_new_for_bytes (type, bytes);
}

static GdkContentProvider *
provide_text (char *text)
{
  g_auto (GValue) value = G_VALUE_INIT;

  g_value_init (&value, G_TYPE_STRING);
  g_value_take_string (&value, text);
  return gdk_content_provider_new_for_value (&value);
}

void
aft_event_clipboard_copy (GdkClipboard *clipboard, GPtrArray *events, const char *zone)
{
  GdkContentProvider *providers[] = {
    provide (AFT_EVENT_CLIP_TYPE, aft_event_clip_write_json (events)),
    provide ("text/html", aft_event_clip_write_html (events, zone)),
    provide_text (aft_event_clip_write_text (events, zone)),
  };
  g_autoptr (GdkContentProvider) all =
      gdk_content_provider_new_union (providers, G_N_ELEMENTS (providers));

  gdk_clipboard_set_content (clipboard, all);
}

/* Pasting: read on the main context, understood on a thread. */

typedef struct
{
  AftTimeContext context;
  gboolean       is_own;
  GBytes        *content;
} Paste;

static void
paste_free (gpointer data)
{
  Paste *paste = data;

  g_clear_pointer (&paste->content, g_bytes_unref);
  g_free (paste);
}

static void
understand_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Paste           *paste = data;
  GError          *error = NULL;
  GPtrArray       *events;
  gsize            length;
  const char      *content = g_bytes_get_data (paste->content, &length);
  g_autofree char *text = NULL;

  if (paste->is_own)
    {
      events = aft_event_clip_read_json (content, length, &error);
      if (events == NULL)
        g_task_return_error (task, error);
      else
        g_task_return_pointer (task, events, (GDestroyNotify) g_ptr_array_unref);
      return;
    }
  text = g_strndup (content != NULL ? content : "", length);
  g_task_return_pointer (
      task, aft_event_clip_read_text (text, &paste->context), (GDestroyNotify) g_ptr_array_unref);
}

static void
spliced_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GTask) task = data;
  Paste  *paste = g_task_get_task_data (task);
  GError *error = NULL;

  if (g_output_stream_splice_finish (G_OUTPUT_STREAM (source), result, &error) < 0)
    {
      g_task_return_error (task, error);
      return;
    }
  paste->content = g_memory_output_stream_steal_as_bytes (G_MEMORY_OUTPUT_STREAM (source));
  if (g_bytes_get_size (paste->content) > MAX_BYTES)
    g_task_return_new_error (task, G_IO_ERROR, G_IO_ERROR_MESSAGE_TOO_LARGE, "too much to paste");
  else
    g_task_run_in_thread (task, understand_thread);
}

static void
own_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GTask) task = data;
  g_autoptr (GInputStream) in = NULL;
  g_autoptr (GOutputStream) out = NULL;
  GError *error = NULL;

  in = gdk_clipboard_read_finish (GDK_CLIPBOARD (source), result, NULL, &error);
  if (in == NULL)
    {
      g_task_return_error (task, error);
      return;
    }
  out = g_memory_output_stream_new_resizable ();
  g_output_stream_splice_async (out,
                                in,
                                G_OUTPUT_STREAM_SPLICE_CLOSE_SOURCE |
                                    G_OUTPUT_STREAM_SPLICE_CLOSE_TARGET,
                                G_PRIORITY_DEFAULT,
                                NULL,
                                spliced_cb,
                                g_steal_pointer (&task));
}

static void
text_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GTask) task = data;
  Paste           *paste = g_task_get_task_data (task);
  GError          *error = NULL;
  g_autofree char *text = gdk_clipboard_read_text_finish (GDK_CLIPBOARD (source), result, &error);

  if (error != NULL)
    {
      g_task_return_error (task, error);
      return;
    }
  paste->content =
      g_bytes_new (text != NULL ? text : "", text != NULL ? MIN (strlen (text), MAX_BYTES) : 0);
  g_task_run_in_thread (task, understand_thread);
}

void
aft_event_clipboard_paste_async (GdkClipboard         *clipboard,
                                 const AftTimeContext *context,
                                 GAsyncReadyCallback   callback,
                                 gpointer              data)
{
  static const char *types[] = { AFT_EVENT_CLIP_TYPE, NULL };
  GTask             *task = g_task_new (clipboard, NULL, callback, data);
  Paste             *paste = g_new0 (Paste, 1);

  paste->context = *context;
  paste->is_own = gdk_content_formats_contain_mime_type (gdk_clipboard_get_formats (clipboard),
                                                         AFT_EVENT_CLIP_TYPE);
  g_task_set_source_tag (task, aft_event_clipboard_paste_async);
  g_task_set_task_data (task, paste, paste_free);
  if (paste->is_own)
    gdk_clipboard_read_async (clipboard, types, G_PRIORITY_DEFAULT, NULL, own_cb, task);
  else
    gdk_clipboard_read_text_async (clipboard, NULL, text_cb, task);
}

GPtrArray *
aft_event_clipboard_paste_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}
