/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/widgets/private-marks.h"

#include <adwaita.h>

#include "base/private-phrase.h"
#include "ui/widgets/text-splice.h"

#define TAG     "aft-private"
#define LOCK_PX 10
#define LOCK_X  1 /* in the margin, before the text */

static char *
dup_text (GtkTextBuffer *buffer)
{
  GtkTextIter start, end;

  gtk_text_buffer_get_bounds (buffer, &start, &end);
  return gtk_text_buffer_get_text (buffer, &start, &end, TRUE);
}

static GtkTextTag *
get_tag (GtkTextBuffer *buffer)
{
  return gtk_text_tag_table_lookup (gtk_text_buffer_get_tag_table (buffer), TAG);
}

/* ---- what is private ---- */

static void
apply_tag (GtkTextBuffer *buffer, const char *text)
{
  AftPrivatePhrase phrase;
  gsize            from = 0;
  int              offset = 0; /* in characters, of from */

  while (aft_private_phrase_find (text, from, &phrase))
    {
      GtkTextIter start, end;

      offset += (int) g_utf8_strlen (text + from, (gssize) (phrase.start - from));
      gtk_text_buffer_get_iter_at_offset (buffer, &start, offset);
      offset += (int) g_utf8_strlen (text + phrase.start, (gssize) (phrase.end - phrase.start));
      gtk_text_buffer_get_iter_at_offset (buffer, &end, offset);
      gtk_text_buffer_apply_tag_by_name (buffer, TAG, &start, &end);
      from = phrase.end;
    }
}

static gboolean
has_tag (GtkTextBuffer *buffer)
{
  GtkTextIter start;

  gtk_text_buffer_get_start_iter (buffer, &start);
  return gtk_text_iter_starts_tag (&start, get_tag (buffer)) ||
         gtk_text_iter_forward_to_tag_toggle (&start, get_tag (buffer));
}

static void
changed_cb (GtkTextBuffer *buffer, GtkTextView *view)
{
  g_autofree char *text = dup_text (buffer);
  AftPrivatePhrase phrase;
  GtkTextIter      start, end;

  if (has_tag (buffer))
    {
      gtk_text_buffer_get_bounds (buffer, &start, &end);
      gtk_text_buffer_remove_tag_by_name (buffer, TAG, &start, &end);
    }
  else if (!aft_private_phrase_find (text, 0, &phrase))
    return;
  apply_tag (buffer, text);
  gtk_widget_queue_draw (GTK_WIDGET (view));
}

/* ---- looks ---- */

static void
follow_style (GtkTextView *view)
{
  AdwStyleManager *style = adw_style_manager_get_default ();
  gboolean         is_strong = adw_style_manager_get_high_contrast (style);
  GdkRGBA          tint = { 0.57f, 0.25f, 0.67f, is_strong ? 0.35f : 0.16f };

  if (adw_style_manager_get_dark (style))
    tint = (GdkRGBA){ 0.75f, 0.49f, 0.84f, is_strong ? 0.45f : 0.26f };
  g_object_set (get_tag (gtk_text_view_get_buffer (view)),
                "background-rgba",
                &tint,
                "underline",
                is_strong ? PANGO_UNDERLINE_DOUBLE : PANGO_UNDERLINE_SINGLE,
                NULL);
}

void
aft_private_marks_attach (GtkTextView *view)
{
  AdwStyleManager *style = adw_style_manager_get_default ();
  GtkTextBuffer   *buffer = gtk_text_view_get_buffer (view);

  gtk_text_buffer_create_tag (buffer, TAG, NULL);
  g_signal_connect_object (buffer, "changed", G_CALLBACK (changed_cb), view, 0);
  g_signal_connect_object (
      style, "notify::dark", G_CALLBACK (follow_style), view, G_CONNECT_SWAPPED);
  g_signal_connect_object (
      style, "notify::high-contrast", G_CALLBACK (follow_style), view, G_CONNECT_SWAPPED);
  follow_style (view);
}

static GtkIconPaintable *
load_lock (GtkWidget *widget)
{
  return gtk_icon_theme_lookup_icon (
      gtk_icon_theme_get_for_display (gtk_widget_get_display (widget)),
      "changes-prevent-symbolic",
      NULL,
      LOCK_PX,
      gtk_widget_get_scale_factor (widget),
      gtk_widget_get_direction (widget),
      0);
}

static void
draw_lock (GtkTextView       *view,
           GtkSnapshot       *snapshot,
           GtkIconPaintable  *lock,
           const GtkTextIter *where,
           const GdkRGBA     *color)
{
  gboolean     is_rtl = gtk_widget_get_direction (GTK_WIDGET (view)) == GTK_TEXT_DIR_RTL;
  GdkRectangle place, visible;
  int          x = LOCK_X;

  gtk_text_view_get_iter_location (view, where, &place);
  gtk_text_view_get_visible_rect (view, &visible);
  if (place.y + place.height < visible.y || place.y > visible.y + visible.height)
    return;
  if (is_rtl)
    x = gtk_widget_get_width (GTK_WIDGET (view)) - LOCK_X - LOCK_PX;
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (
      snapshot, &GRAPHENE_POINT_INIT ((float) x, (float) (place.y + (place.height - LOCK_PX) / 2)));
  gtk_symbolic_paintable_snapshot_symbolic (
      GTK_SYMBOLIC_PAINTABLE (lock), snapshot, LOCK_PX, LOCK_PX, color, 1);
  gtk_snapshot_restore (snapshot);
}

void
aft_private_marks_snapshot (GtkTextView *view, GtkSnapshot *snapshot)
{
  GtkTextTag *tag = get_tag (gtk_text_view_get_buffer (view));
  g_autoptr (GtkIconPaintable) lock = NULL;
  GtkTextIter where;
  GdkRGBA     color;
  int         last_line = -1;

  gtk_text_buffer_get_start_iter (gtk_text_view_get_buffer (view), &where);
  gtk_style_context_get_color (gtk_widget_get_style_context (GTK_WIDGET (view)), &color);
  while (gtk_text_iter_starts_tag (&where, tag) ||
         gtk_text_iter_forward_to_tag_toggle (&where, tag))
    {
      if (gtk_text_iter_starts_tag (&where, tag) && gtk_text_iter_get_line (&where) != last_line)
        {
          if (lock == NULL)
            lock = load_lock (GTK_WIDGET (view));
          draw_lock (view, snapshot, lock, &where, &color);
          last_line = gtk_text_iter_get_line (&where);
        }
      if (!gtk_text_iter_forward_to_tag_toggle (&where, tag))
        break;
    }
}

/* ---- the key ---- */

static gsize
to_bytes (const char *text, const GtkTextIter *iter)
{
  return (gsize) (g_utf8_offset_to_pointer (text, gtk_text_iter_get_offset (iter)) - text);
}

/* Only what differs, so that the place on screen stays. */
static void
replace (GtkTextBuffer *buffer, const char *before, const char *after)
{
  AftTextSplice splice;
  GtkTextIter   start, end;

  if (!aft_text_splice (before, after, &splice))
    return;
  gtk_text_buffer_begin_user_action (buffer);
  gtk_text_buffer_get_iter_at_offset (buffer, &start, (int) splice.offset);
  gtk_text_buffer_get_iter_at_offset (buffer, &end, (int) (splice.offset + splice.length));
  gtk_text_buffer_delete (buffer, &start, &end);
  gtk_text_buffer_insert (buffer, &start, after + splice.start, (int) (splice.end - splice.start));
  gtk_text_buffer_end_user_action (buffer);
}

static void
select_bytes (GtkTextBuffer *buffer, const char *text, gsize from, gsize to)
{
  GtkTextIter start, end;

  gtk_text_buffer_get_iter_at_offset (
      buffer, &start, (int) g_utf8_pointer_to_offset (text, text + from));
  gtk_text_buffer_get_iter_at_offset (
      buffer, &end, (int) g_utf8_pointer_to_offset (text, text + to));
  gtk_text_buffer_select_range (buffer, &end, &start);
}

gboolean
aft_private_marks_toggle (GtkTextView *view)
{
  GtkTextBuffer   *buffer = gtk_text_view_get_buffer (view);
  g_autofree char *text = dup_text (buffer);
  g_autofree char *toggled = NULL;
  GtkTextIter      from, to;
  gsize            start, end;

  gtk_text_buffer_get_selection_bounds (buffer, &from, &to);
  start = to_bytes (text, &from);
  end = to_bytes (text, &to);
  toggled = aft_private_phrase_toggle (text, &start, &end);
  if (toggled == NULL)
    return FALSE;
  replace (buffer, text, toggled);
  select_bytes (buffer, toggled, start, end);
  return TRUE;
}
