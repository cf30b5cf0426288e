/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/text-place.h"

#include <string.h>

/* In characters; -1 where it is not there. */
static int
find (const char *all, const char *text, guint at)
{
  const char *expected =
      at <= g_utf8_strlen (all, -1) ? g_utf8_offset_to_pointer (all, (glong) at) : all;
  const char *found = g_str_has_prefix (expected, text) ? expected : strstr (all, text);

  return found != NULL ? (int) g_utf8_pointer_to_offset (all, found) : -1;
}

static gboolean
select_in_view (GtkTextView *view, const char *text, guint at)
{
  GtkTextBuffer   *buffer = gtk_text_view_get_buffer (view);
  GtkTextIter      start, end;
  g_autofree char *all = NULL;
  int              place;

  gtk_text_buffer_get_bounds (buffer, &start, &end);
  all = gtk_text_buffer_get_text (buffer, &start, &end, TRUE);
  place = find (all, text, at);
  if (place < 0)
    return FALSE;
  gtk_text_buffer_get_iter_at_offset (buffer, &start, place);
  gtk_text_buffer_get_iter_at_offset (buffer, &end, place + (int) g_utf8_strlen (text, -1));
  /* the cursor at the start: that is what scrolls into sight */
  gtk_text_buffer_select_range (buffer, &start, &end);
  return TRUE;
}

static gboolean
select_in_entry (GtkEditable *entry, const char *text, guint at)
{
  int place = find (gtk_editable_get_text (entry), text, at);

  if (place < 0)
    return FALSE;
  gtk_editable_select_region (entry, place, place + (int) g_utf8_strlen (text, -1));
  return TRUE;
}

gboolean
aft_ui_select_text (GtkWidget *widget, const char *text, guint at)
{
  if (GTK_IS_TEXT_VIEW (widget))
    return select_in_view (GTK_TEXT_VIEW (widget), text, at);
  if (GTK_IS_EDITABLE (widget))
    return select_in_entry (GTK_EDITABLE (widget), text, at);
  return FALSE;
}
