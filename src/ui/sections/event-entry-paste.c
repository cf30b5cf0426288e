/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/sections/event-entry-paste.h"

#include <string.h>

#include "format/event-clip.h"

static gboolean
has_lines (const char *text)
{
  g_autofree char *stripped = g_strstrip (g_strdup (text));

  return strchr (stripped, '\n') != NULL;
}

static void
read_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GtkWidget) text = data;
  g_autofree char *content = gdk_clipboard_read_text_finish (GDK_CLIPBOARD (source), result, NULL);

  if (content == NULL || gtk_widget_get_root (text) == NULL)
    return;
  if (has_lines (content))
    {
      gtk_widget_activate_action (text, "event.paste", NULL);
      return;
    }
  gtk_editable_delete_selection (GTK_EDITABLE (text));
  g_signal_emit_by_name (text, "insert-at-cursor", content);
}

static void
paste_cb (GtkWidget *text)
{
  GdkClipboard      *clipboard = gtk_widget_get_clipboard (text);
  GdkContentFormats *formats = gdk_clipboard_get_formats (clipboard);

  g_signal_stop_emission_by_name (text, "paste-clipboard");
  if (gdk_content_formats_contain_mime_type (formats, AFT_EVENT_CLIP_TYPE))
    gtk_widget_activate_action (text, "event.paste", NULL);
  else
    gdk_clipboard_read_text_async (clipboard, NULL, read_cb, g_object_ref (text));
}

void
aft_event_entry_paste_watch (GtkEntry *entry)
{
  GtkEditable *text = gtk_editable_get_delegate (GTK_EDITABLE (entry));

  g_signal_connect (text, "paste-clipboard", G_CALLBACK (paste_cb), NULL);
}
