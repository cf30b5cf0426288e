/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/widgets/prose-view.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>
#include <string.h>

#include "base/caps.h"
#include "base/text.h"
#include "ui/import/paste-watch.h"
#include "ui/text.h"
#include "ui/widgets/private-marks.h"
#include "ui/widgets/text-splice.h"

/* More than this is taller than any card grows. */
#define MAX_MEASURED_CHARS 20000

/* A layout asks for its least height, at no width in particular, and for that at its width. */
#define N_MEASURED 2
#define UNWRAPPED  (1 << 20)

/* Kept free above and below the cursor when the page scrolls to it. */
#define CURSOR_MARGIN_PX 24

struct _AftProseView
{
  GtkSourceView parent_instance;

  GtkTextBuffer *buffer; /* owned by the view */
  gsize          n_bytes;
  gboolean       is_item;
  gboolean       has_message;
  gboolean       in_action; /* of the user, of which "changed" may be a part */
  gboolean       is_dirty;
  int            last_change; /* in characters: where the document last changed the text */
  guint          scroll_source, split_source;
  /* Of the text as it is, at the widths asked for last; a width of 0 where not known. */
  int measured_widths[N_MEASURED], measured_heights[N_MEASURED];
};

enum
{
  PROP_0,
  PROP_FIELD,
};

enum
{
  SIGNAL_MESSAGE,
  SIGNAL_ENTERED,
  SIGNAL_EMPTIED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void field_widget_init (AftFieldWidgetInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (AftProseView,
                               aft_prose_view,
                               GTK_SOURCE_TYPE_VIEW,
                               G_IMPLEMENT_INTERFACE (AFT_TYPE_FIELD_WIDGET, field_widget_init))

static void
say (AftProseView *self, const char *text)
{
  if (!self->has_message && *text == '\0')
    return;
  self->has_message = *text != '\0';
  g_signal_emit (self, signals[SIGNAL_MESSAGE], 0, text);
}

char *
aft_prose_view_dup_text (AftProseView *self)
{
  GtkTextIter start, end;

  g_return_val_if_fail (AFT_IS_PROSE_VIEW (self), NULL);

  gtk_text_buffer_get_bounds (self->buffer, &start, &end);
  return gtk_text_buffer_get_text (self->buffer, &start, &end, TRUE);
}

/* From the document into the buffer */

/* Changes only what differs, so that the cursor and the place on screen stay. */
static void
apply (AftProseView *self, const char *text)
{
  g_autofree char *before = aft_prose_view_dup_text (self);
  AftTextSplice    splice;
  GtkTextIter      start, end;

  if (!aft_text_splice (before, text, &splice))
    return;
  aft_field_widget_begin_update (AFT_FIELD_WIDGET (self));
  gtk_text_buffer_get_iter_at_offset (self->buffer, &start, (int) splice.offset);
  gtk_text_buffer_get_iter_at_offset (self->buffer, &end, (int) (splice.offset + splice.length));
  gtk_text_buffer_delete (self->buffer, &start, &end);
  gtk_text_buffer_insert (
      self->buffer, &start, text + splice.start, (int) (splice.end - splice.start));
  self->last_change = gtk_text_iter_get_offset (&start);
  self->n_bytes = strlen (text);
  aft_field_widget_end_update (AFT_FIELD_WIDGET (self));
}

/* From the buffer into the document */

static void
store_text (AftProseView *self, const char *text)
{
  AftFieldWidget *widget = AFT_FIELD_WIDGET (self);

  self->n_bytes = strlen (text);
  aft_postmortem_set_text (aft_field_widget_get_postmortem (widget),
                           aft_field_widget_get_record (widget),
                           aft_field_widget_get_index (widget),
                           text);
}

static gboolean
split_cb (gpointer data)
{
  AftProseView    *self = AFT_PROSE_VIEW (data);
  g_autofree char *text = aft_prose_view_dup_text (self);
  g_autofree char *split = aft_text_split_long_lines (text);

  self->split_source = 0;
  if (split != NULL)
    {
      apply (self, split);
      say (self, _ ("Very long lines were broken, so that typing stays quick."));
    }
  store_text (self, split != NULL ? split : text);
  return G_SOURCE_REMOVE;
}

/* Overlong lines are broken before the next layout, which they would make slow; not at once, as
 * whoever changed the buffer still has iterators into it. */
static void
store (AftProseView *self)
{
  g_autofree char *text = aft_prose_view_dup_text (self);
  g_autofree char *split = aft_text_split_long_lines (text);

  self->is_dirty = FALSE;
  if (split == NULL)
    store_text (self, text);
  else if (self->split_source == 0)
    self->split_source = g_idle_add_full (G_PRIORITY_HIGH_IDLE, split_cb, self, NULL);
}

static void
forget_size (AftProseView *self)
{
  memset (self->measured_widths, 0, sizeof self->measured_widths);
}

/* Pasting over a selection deletes and inserts: one change of the document. */
static void
buffer_changed_cb (AftProseView *self)
{
  forget_size (self);
  if (aft_field_widget_is_updating (AFT_FIELD_WIDGET (self)))
    return;
  self->is_dirty = TRUE;
  if (!self->in_action)
    store (self);
}

static void
begin_action_cb (AftProseView *self)
{
  self->in_action = TRUE;
}

static void
end_action_cb (AftProseView *self)
{
  self->in_action = FALSE;
  if (self->is_dirty && !aft_field_widget_is_updating (AFT_FIELD_WIDGET (self)))
    store (self);
}

static gboolean
fits (AftProseView *self, int length)
{
  if (self->n_bytes + (gsize) length > AFT_CAP_FIELD_BYTES)
    {
      g_autofree char *text = aft_prose_view_dup_text (self);

      self->n_bytes = strlen (text);
    }
  return self->n_bytes + (gsize) length <= AFT_CAP_FIELD_BYTES;
}

/* Before anything enters the buffer: nothing that a text view or a file cannot hold, and not more
 * than a field takes. */
static void
insert_text_cb (GtkTextBuffer *buffer,
                GtkTextIter   *where,
                char          *text,
                int            length,
                AftProseView  *self)
{
  g_autofree char *clean = NULL;
  guint            replaced = 0;

  if (aft_field_widget_is_updating (AFT_FIELD_WIDGET (self)))
    return;
  if (!fits (self, length))
    {
      g_signal_stop_emission_by_name (buffer, "insert-text");
      gtk_widget_error_bell (GTK_WIDGET (self));
      say (self, _ ("This is more than one field holds (1 MB). Nothing was added."));
      return;
    }
  say (self, "");
  clean = aft_text_clean (text, length, &replaced);
  if (replaced == 0 && strlen (clean) == (gsize) length)
    return;
  g_signal_stop_emission_by_name (buffer, "insert-text");
  g_signal_handlers_block_by_func (buffer, insert_text_cb, self);
  gtk_text_buffer_insert (buffer, where, clean, -1);
  g_signal_handlers_unblock_by_func (buffer, insert_text_cb, self);
  if (replaced > 0)
    {
      g_autofree char *message = g_strdup_printf (
          ngettext ("%u character that cannot be shown was replaced by “\uFFFD”.",
                    "%u characters that cannot be shown were replaced by “\uFFFD”.",
                    replaced),
          replaced);

      say (self, message);
    }
}

/* The cursor stays in sight while the view is as tall as its text: the page scrolls, not the view.
 */

static GtkWidget *
find_viewport (AftProseView *self, GtkWidget **content)
{
  GtkWidget *viewport = gtk_widget_get_ancestor (GTK_WIDGET (self), GTK_TYPE_VIEWPORT);

  if (viewport != NULL)
    *content = gtk_viewport_get_child (GTK_VIEWPORT (viewport));
  return viewport;
}

static gboolean
scroll_to_cursor_cb (gpointer data)
{
  AftProseView  *self = AFT_PROSE_VIEW (data);
  GtkWidget     *content;
  GtkWidget     *viewport = find_viewport (self, &content);
  GtkAdjustment *adjustment;
  GdkRectangle   cursor;
  double         x, y;
  int            window_x, window_y;

  self->scroll_source = 0;
  if (viewport == NULL || content == NULL || !gtk_widget_has_focus (GTK_WIDGET (self)))
    return G_SOURCE_REMOVE;
  gtk_text_view_get_cursor_locations (GTK_TEXT_VIEW (self), NULL, &cursor, NULL);
  gtk_text_view_buffer_to_window_coords (
      GTK_TEXT_VIEW (self), GTK_TEXT_WINDOW_WIDGET, cursor.x, cursor.y, &window_x, &window_y);
  if (!gtk_widget_translate_coordinates (GTK_WIDGET (self), content, window_x, window_y, &x, &y))
    return G_SOURCE_REMOVE;
  adjustment = gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (viewport));
  gtk_adjustment_clamp_page (
      adjustment, MAX (y - CURSOR_MARGIN_PX, 0), y + cursor.height + CURSOR_MARGIN_PX);
  return G_SOURCE_REMOVE;
}

/* After the layout that a change makes necessary. */
static void
cursor_moved_cb (AftProseView *self)
{
  if (self->scroll_source == 0 && gtk_widget_has_focus (GTK_WIDGET (self)))
    self->scroll_source = g_idle_add_full (G_PRIORITY_LOW, scroll_to_cursor_cb, self, NULL);
}

/* Keys of an item */

static gboolean
is_empty (AftProseView *self)
{
  return gtk_text_buffer_get_char_count (self->buffer) == 0;
}

static gboolean
key_pressed_cb (GtkEventControllerKey *controller,
                guint                  key,
                guint                  code,
                GdkModifierType        modifiers,
                AftProseView          *self)
{
  if (!self->is_item || !aft_field_widget_is_editable (AFT_FIELD_WIDGET (self)))
    return GDK_EVENT_PROPAGATE;
  if ((key == GDK_KEY_Return || key == GDK_KEY_KP_Enter) &&
      (modifiers & (GDK_SHIFT_MASK | GDK_CONTROL_MASK)) == 0)
    {
      /* An input method may still be composing: then Enter is its. */
      if (gtk_text_view_im_context_filter_keypress (
              GTK_TEXT_VIEW (self),
              gtk_event_controller_get_current_event (GTK_EVENT_CONTROLLER (controller))))
        return GDK_EVENT_STOP;
      g_signal_emit (self, signals[SIGNAL_ENTERED], 0);
      return GDK_EVENT_STOP;
    }
  if (key == GDK_KEY_BackSpace && is_empty (self))
    {
      g_signal_emit (self, signals[SIGNAL_EMPTIED], 0);
      return GDK_EVENT_STOP;
    }
  return GDK_EVENT_PROPAGATE;
}

/* What the public does not read */

static void
toggle_private_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  AftFieldWidget *field = AFT_FIELD_WIDGET (widget);

  if (!aft_field_widget_is_editable (field))
    return;
  /* a step of its own, apart from the typing around it */
  aft_postmortem_break_step (aft_field_widget_get_postmortem (field));
  if (!aft_private_marks_toggle (GTK_TEXT_VIEW (widget)))
    gtk_widget_error_bell (widget);
  aft_postmortem_break_step (aft_field_widget_get_postmortem (field));
}

static void
aft_prose_view_snapshot_layer (GtkTextView *view, GtkTextViewLayer layer, GtkSnapshot *snapshot)
{
  GTK_TEXT_VIEW_CLASS (aft_prose_view_parent_class)->snapshot_layer (view, layer, snapshot);
  if (layer == GTK_TEXT_VIEW_LAYER_ABOVE_TEXT)
    aft_private_marks_snapshot (view, snapshot);
}

static void
set_up_menu (GtkTextView *view)
{
  g_autoptr (GMenu) menu = g_menu_new ();

  g_menu_append (menu, _ ("Mark or Unmark as _Private"), "prose.toggle-private");
  gtk_text_view_set_extra_menu (view, G_MENU_MODEL (menu));
}

/* Looks */

static void
follow_style (AftProseView *self)
{
  gboolean                     dark = adw_style_manager_get_dark (adw_style_manager_get_default ());
  GtkSourceStyleSchemeManager *schemes = gtk_source_style_scheme_manager_get_default ();

  gtk_source_buffer_set_style_scheme (
      GTK_SOURCE_BUFFER (self->buffer),
      gtk_source_style_scheme_manager_get_scheme (schemes, dark ? "Adwaita-dark" : "Adwaita"));
}

static void
set_up_buffer (AftProseView *self)
{
  GtkSourceLanguageManager *languages = gtk_source_language_manager_get_default ();
  /* the view's own: replacing it while the view is made leaves GtkSourceView 5.6 holding the old
   * one */
  GtkSourceBuffer *buffer = GTK_SOURCE_BUFFER (gtk_text_view_get_buffer (GTK_TEXT_VIEW (self)));

  gtk_source_buffer_set_language (buffer,
                                  gtk_source_language_manager_get_language (languages, "markdown"));
  gtk_source_buffer_set_highlight_matching_brackets (buffer, FALSE);
  gtk_text_buffer_set_enable_undo (GTK_TEXT_BUFFER (buffer), FALSE);
  self->buffer = GTK_TEXT_BUFFER (buffer);
  g_signal_connect_object (
      buffer, "changed", G_CALLBACK (buffer_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (
      buffer, "notify::cursor-position", G_CALLBACK (cursor_moved_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (
      buffer, "begin-user-action", G_CALLBACK (begin_action_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (
      buffer, "end-user-action", G_CALLBACK (end_action_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (buffer, "insert-text", G_CALLBACK (insert_text_cb), self, 0);
  aft_private_marks_attach (GTK_TEXT_VIEW (self));
  follow_style (self);
  g_signal_connect_object (adw_style_manager_get_default (),
                           "notify::dark",
                           G_CALLBACK (follow_style),
                           self,
                           G_CONNECT_SWAPPED);
}

/* The field */

static void
aft_prose_view_bind (AftFieldWidget *widget)
{
  AftProseView *self = AFT_PROSE_VIEW (widget);

  aft_ui_set_accessible_name (GTK_WIDGET (self),
                              aft_field_get_label (aft_field_widget_get_description (widget)));
  say (self, "");
  self->last_change = 0;
}

static void
aft_prose_view_unbind (AftFieldWidget *widget)
{
  aft_field_widget_begin_update (widget);
  gtk_text_buffer_set_text (AFT_PROSE_VIEW (widget)->buffer, "", 0);
  AFT_PROSE_VIEW (widget)->n_bytes = 0;
  aft_field_widget_end_update (widget);
}

static void
aft_prose_view_update (AftFieldWidget *widget)
{
  AftProseView *self = AFT_PROSE_VIEW (widget);

  apply (self,
         aft_record_get_text (aft_field_widget_get_record (widget),
                              aft_field_widget_get_index (widget)));
  gtk_text_view_set_editable (GTK_TEXT_VIEW (self), aft_field_widget_is_editable (widget));
}

static void
aft_prose_view_commit (AftFieldWidget *widget)
{
  AftProseView *self = AFT_PROSE_VIEW (widget);

  if (self->split_source == 0)
    return;
  g_clear_handle_id (&self->split_source, g_source_remove);
  split_cb (self);
}

/* Undo shows what it undid. */
static void
aft_prose_view_focus_field (AftFieldWidget *widget)
{
  AftProseView *self = AFT_PROSE_VIEW (widget);
  GtkTextIter   where;

  if (self->last_change > 0)
    {
      gtk_text_buffer_get_iter_at_offset (self->buffer, &where, self->last_change);
      gtk_text_buffer_place_cursor (self->buffer, &where);
      self->last_change = 0;
    }
  gtk_widget_grab_focus (GTK_WIDGET (self));
  cursor_moved_cb (self);
}

/* Another font, another size. */
static void
aft_prose_view_css_changed (GtkWidget *widget, GtkCssStyleChange *change)
{
  GTK_WIDGET_CLASS (aft_prose_view_parent_class)->css_changed (widget, change);
  forget_size (AFT_PROSE_VIEW (widget));
}

static void
field_widget_init (AftFieldWidgetInterface *iface)
{
  iface->bind = aft_prose_view_bind;
  iface->unbind = aft_prose_view_unbind;
  iface->update = aft_prose_view_update;
  iface->commit = aft_prose_view_commit;
  iface->focus_field = aft_prose_view_focus_field;
}

static void
aft_prose_view_dispose (GObject *object)
{
  AftProseView *self = AFT_PROSE_VIEW (object);

  g_clear_handle_id (&self->scroll_source, g_source_remove);
  g_clear_handle_id (&self->split_source, g_source_remove);

  G_OBJECT_CLASS (aft_prose_view_parent_class)->dispose (object);
}

static void
aft_prose_view_class_init (AftProseViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = aft_prose_view_dispose;
  GTK_WIDGET_CLASS (klass)->css_changed = aft_prose_view_css_changed;
  GTK_TEXT_VIEW_CLASS (klass)->snapshot_layer = aft_prose_view_snapshot_layer;
  gtk_widget_class_install_action (
      GTK_WIDGET_CLASS (klass), "prose.toggle-private", NULL, toggle_private_action);
  gtk_widget_class_add_binding_action (GTK_WIDGET_CLASS (klass),
                                       GDK_KEY_p,
                                       GDK_CONTROL_MASK | GDK_SHIFT_MASK,
                                       "prose.toggle-private",
                                       NULL);
  aft_field_widget_install_property (object_class, PROP_FIELD);

  signals[SIGNAL_MESSAGE] = g_signal_new ("message",
                                          G_TYPE_FROM_CLASS (klass),
                                          G_SIGNAL_RUN_LAST,
                                          0,
                                          NULL,
                                          NULL,
                                          NULL,
                                          G_TYPE_NONE,
                                          1,
                                          G_TYPE_STRING);
  signals[SIGNAL_ENTERED] = g_signal_new (
      "entered", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[SIGNAL_EMPTIED] = g_signal_new (
      "emptied", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
aft_prose_view_init (AftProseView *self)
{
  GtkTextView        *view = GTK_TEXT_VIEW (self);
  GtkEventController *keys = gtk_event_controller_key_new ();

  set_up_buffer (self);
  gtk_text_view_set_wrap_mode (view, GTK_WRAP_WORD_CHAR);
  gtk_text_view_set_accepts_tab (view, FALSE);
  gtk_text_view_set_left_margin (view, 12);
  gtk_text_view_set_right_margin (view, 12);
  gtk_text_view_set_top_margin (view, 9);
  gtk_text_view_set_bottom_margin (view, 9);
  gtk_widget_set_hexpand (GTK_WIDGET (self), TRUE);
  gtk_widget_add_css_class (GTK_WIDGET (self), "prose");
  aft_paste_watch_view (view);
  set_up_menu (view);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
}

GtkWidget *
aft_prose_view_new (const char *key)
{
  return g_object_new (AFT_TYPE_PROSE_VIEW, "field", key, NULL);
}

void
aft_prose_view_set_is_item (AftProseView *self, gboolean is_item)
{
  g_return_if_fail (AFT_IS_PROSE_VIEW (self));
  self->is_item = is_item;
}

static int
get_margins (AftProseView *self)
{
  GtkTextView *view = GTK_TEXT_VIEW (self);

  return gtk_text_view_get_top_margin (view) + gtk_text_view_get_bottom_margin (view);
}

int
aft_prose_view_measure_lines (AftProseView *self, int n_lines)
{
  g_autoptr (PangoLayout) layout = NULL;
  int height;

  g_return_val_if_fail (AFT_IS_PROSE_VIEW (self), 0);

  layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), "X");
  pango_layout_get_pixel_size (layout, NULL, &height);
  return n_lines * height + get_margins (self);
}

/* As the text view will lay it out, but for what the highlighting makes bold. */
static int
measure_text (AftProseView *self, int width)
{
  GtkTextView     *view = GTK_TEXT_VIEW (self);
  g_autofree char *text = aft_prose_view_dup_text (self);
  g_autoptr (PangoLayout) layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), text);
  int height;

  width -= gtk_text_view_get_left_margin (view) + gtk_text_view_get_right_margin (view);
  pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
  pango_layout_set_width (layout, MAX (width, 1) * PANGO_SCALE);
  pango_layout_get_pixel_size (layout, NULL, &height);
  return height + get_margins (self);
}

static int
recall_height (AftProseView *self, int width)
{
  guint entry = width == UNWRAPPED ? 0 : 1;

  if (width != self->measured_widths[entry])
    {
      self->measured_heights[entry] = measure_text (self, width);
      self->measured_widths[entry] = width;
    }
  return self->measured_heights[entry];
}

int
aft_prose_view_measure_height (AftProseView *self, int width)
{
  int measured, laid_out;

  g_return_val_if_fail (AFT_IS_PROSE_VIEW (self), 0);

  if (gtk_text_buffer_get_char_count (self->buffer) > MAX_MEASURED_CHARS)
    return G_MAXINT;
  measured = recall_height (self, width < 0 ? UNWRAPPED : width);
  if (width != gtk_widget_get_width (GTK_WIDGET (self)))
    return measured;
  gtk_widget_measure (GTK_WIDGET (self), GTK_ORIENTATION_VERTICAL, -1, NULL, &laid_out, NULL, NULL);
  return MAX (laid_out, measured);
}
