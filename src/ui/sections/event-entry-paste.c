/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/sections/event-entry-paste.h"

#include "format/event-clip.h"
#include "model/events.h"
#include "ui/import/paste-watch.h"

/* Several events, a line each with its time, as a timeline is copied: anything else is text, of
 * which an import may be offered. */
static gboolean
is_timeline (const char *content)
{
  AftTimeContext context = { .zone = aft_zone_utc (), .previous = AFT_INSTANT_NONE };
  g_autoptr (GPtrArray) events = aft_event_clip_read_text (content, &context);

  for (guint i = 0; i < events->len; i++)
    if (aft_event_get_at (events->pdata[i]) == AFT_INSTANT_NONE)
      return FALSE;
  return events->len > 1;
}

static void
read_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GtkWidget) text = data;
  g_autofree char *content = gdk_clipboard_read_text_finish (GDK_CLIPBOARD (source), result, NULL);

  if (content == NULL || gtk_widget_get_root (text) == NULL)
    return;
  if (is_timeline (content))
    {
      gtk_widget_activate_action (text, "event.paste", NULL);
      return;
    }
  gtk_editable_delete_selection (GTK_EDITABLE (text));
  g_signal_emit_by_name (text, "insert-at-cursor", content);
  aft_paste_watch_tell (text, content);
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
