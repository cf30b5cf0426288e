/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/import/paste-watch.h"

#include <string.h>

#include "base/caps.h"

typedef struct
{
  GtkTextView *view; /* weak: the buffer owns this, and may outlive the view */
  gboolean     is_pasting;
  int          start, end; /* characters: of what was inserted */
} Watch;

/* Several lines, or a record of another program. */
static gboolean
is_worth_reading (const char *text)
{
  gsize length = strlen (text);

  return length <= AFT_CAP_FIELD_BYTES &&
         (strchr (text, '\n') != NULL || *text == '{' || *text == '[');
}

void
aft_paste_watch_tell (GtkWidget *widget, const char *text)
{
  if (is_worth_reading (text))
    gtk_widget_activate_action (widget, "editor.pasted", "s", text);
}

static void
watch_free (gpointer data)
{
  Watch *watch = data;

  g_clear_weak_pointer (&watch->view);
  g_free (watch);
}

static void
paste_cb (Watch *watch)
{
  watch->is_pasting = gtk_text_view_get_editable (watch->view);
  watch->start = watch->end = 0;
}

static void
inserted_cb (GtkTextBuffer *buffer, GtkTextIter *end, const char *text, int length, Watch *watch)
{
  int n_chars = (int) g_utf8_strlen (text, length);

  if (!watch->is_pasting)
    return;
  /* from another text view of the program it comes piece by piece */
  if (watch->end == watch->start)
    watch->start = gtk_text_iter_get_offset (end) - n_chars;
  watch->end = gtk_text_iter_get_offset (end);
}

static void
pasted_cb (GtkTextBuffer *buffer, GdkClipboard *clipboard, Watch *watch)
{
  GtkTextIter      start, end;
  g_autofree char *text = NULL;

  if (!watch->is_pasting || watch->view == NULL || watch->end <= watch->start)
    return;
  watch->is_pasting = FALSE;
  gtk_text_buffer_get_iter_at_offset (buffer, &start, watch->start);
  gtk_text_buffer_get_iter_at_offset (buffer, &end, watch->end);
  text = gtk_text_buffer_get_text (buffer, &start, &end, TRUE);
  aft_paste_watch_tell (GTK_WIDGET (watch->view), text);
}

void
aft_paste_watch_view (GtkTextView *view)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (view);
  Watch         *watch = g_new0 (Watch, 1);

  g_set_weak_pointer (&watch->view, view);
  g_object_set_data_full (G_OBJECT (buffer), "aft-paste-watch", watch, watch_free);
  g_signal_connect_swapped (view, "paste-clipboard", G_CALLBACK (paste_cb), watch);
  g_signal_connect_after (buffer, "insert-text", G_CALLBACK (inserted_cb), watch);
  g_signal_connect (buffer, "paste-done", G_CALLBACK (pasted_cb), watch);
}
