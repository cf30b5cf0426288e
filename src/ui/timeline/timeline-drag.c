/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "base/quantity.h"
#include "timeline/snap.h"
#include "ui/timeline/timeline-view-private.h"

static GdkModifierType
get_state (GtkGesture *gesture)
{
  return gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (gesture)) &
         (GDK_SHIFT_MASK | GDK_CONTROL_MASK | GDK_ALT_MASK);
}

static void
clear_drag (AftTimelineView *self)
{
  g_clear_object (&self->drag.event);
  g_clear_pointer (&self->drag.text, g_free);
  self->drag = (AftTimelineDrag){ .type = AFT_DRAG_NONE, .now = AFT_INSTANT_NONE };
  gtk_widget_set_cursor (GTK_WIDGET (self), NULL);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/* What the pointer takes hold of. */

static void
take_event (AftTimelineView *self, const AftFigure *figure, AftHit hit)
{
  const AftEventBox *box = &g_array_index (figure->events, AftEventBox, hit.index);
  gboolean           is_end = hit.type == AFT_HIT_RANGE_END;
  AftTimelineDrag   *drag = &self->drag;

  if (self->is_read_only)
    return;
  drag->type = is_end ? AFT_DRAG_END : AFT_DRAG_TIME;
  drag->event = g_object_ref (box->event);
  drag->start = is_end ? aft_event_get_until (box->event) : aft_event_get_at (box->event);
  drag->grip =
      drag->start != AFT_INSTANT_NONE ? aft_scale_to_x (&figure->scale, drag->start) - drag->x0 : 0;
}

static void
begin_cb (AftTimelineView *self, double x, double y, GtkGesture *gesture)
{
  AftFigure *figure = aft_timeline_view_need_figure (self);

  clear_drag (self);
  aft_timeline_view_stop_gliding (self);
  if (figure == NULL)
    return;
  self->drag.x0 = self->drag.x1 = x;
  self->drag.y0 = self->drag.y1 = y;
  self->drag.hit = aft_figure_hit (figure, x, y);
  if ((get_state (gesture) & (GDK_SHIFT_MASK | GDK_CONTROL_MASK)) != 0)
    self->drag.type = AFT_DRAG_BAND;
  else if (self->drag.hit.type == AFT_HIT_EVENT || self->drag.hit.type == AFT_HIT_RANGE_END)
    take_event (self, figure, self->drag.hit);
  else if (!aft_view_state_is_fit (&self->view))
    self->drag.type = AFT_DRAG_PAN;
}

/* While it is dragged */

static char *
format_time (AftTimelineView *self, AftInstant instant)
{
  return aft_zone_format_time (aft_timeline_view_get_zone (self), instant);
}

/* "14:05 (+3 min)" */
static void
set_text (AftTimelineView *self)
{
  AftTimelineDrag *drag = &self->drag;
  g_autofree char *time = format_time (self, drag->now);
  g_autofree char *length = NULL;
  gint64           change;

  g_clear_pointer (&drag->text, g_free);
  if (drag->start == AFT_INSTANT_NONE || drag->start == drag->now)
    {
      drag->text = g_steal_pointer (&time);
      return;
    }
  change = (drag->now - drag->start) / AFT_SECOND;
  length = aft_duration_format (ABS (change));
  drag->text = g_strdup_printf ("%s (%s%s)", time, change < 0 ? "−" : "+", length);
}

/* Alt or Shift: to the second. An end stays behind the beginning. */
static void
move_time (AftTimelineView *self, const AftFigure *figure, GdkModifierType state)
{
  AftTimelineDrag *drag = &self->drag;
  const AftZone   *zone = aft_timeline_view_get_zone (self);
  gboolean         is_free = (state & (GDK_ALT_MASK | GDK_SHIFT_MASK)) != 0;
  gint64           step = is_free ? 0 : aft_snap_get_step (&figure->scale);
  AftInstant       instant = aft_scale_to_instant (&figure->scale, drag->x1 + drag->grip);

  if (drag->type == AFT_DRAG_END)
    drag->now = MAX (aft_snap (instant, step, zone),
                     aft_event_get_at (drag->event) + MAX (MIN (step, AFT_MINUTE), AFT_SECOND));
  else
    drag->now = aft_snap (instant, step, zone);
  drag->now = CLAMP (drag->now, AFT_INSTANT_MIN, AFT_INSTANT_MAX);
  set_text (self);
}

static gboolean
begin_moving (AftTimelineView *self, GtkGesture *gesture)
{
  AftTimelineDrag *drag = &self->drag;
  GtkWidget       *widget = GTK_WIDGET (self);
  gboolean         is_along = ABS (drag->x1 - drag->x0) >= ABS (drag->y1 - drag->y0);

  if (!gtk_drag_check_threshold (
          widget, (int) drag->x0, (int) drag->y0, (int) drag->x1, (int) drag->y1))
    return FALSE;
  /* up or down: that is the page's */
  if (!is_along && drag->type != AFT_DRAG_BAND)
    {
      clear_drag (self);
      gtk_gesture_set_state (gesture, GTK_EVENT_SEQUENCE_DENIED);
      return FALSE;
    }
  drag->is_moving = TRUE;
  gtk_gesture_set_state (gesture, GTK_EVENT_SEQUENCE_CLAIMED);
  if (drag->event != NULL && !aft_event_selection_contains (self->selection, drag->event))
    aft_event_selection_select (self->selection, drag->event);
  if (drag->type == AFT_DRAG_PAN)
    gtk_widget_set_cursor_from_name (widget, "grabbing");
  else if (drag->type != AFT_DRAG_BAND)
    gtk_widget_set_cursor_from_name (widget, "ew-resize");
  return TRUE;
}

static void
update_cb (AftTimelineView *self, double dx, double dy, GtkGesture *gesture)
{
  AftTimelineDrag *drag = &self->drag;
  AftFigure       *figure = aft_timeline_view_need_figure (self);
  double           before = drag->x1;

  if (figure == NULL || drag->type == AFT_DRAG_NONE)
    return;
  drag->x1 = drag->x0 + dx;
  drag->y1 = drag->y0 + dy;
  if (!drag->is_moving)
    {
      if (!begin_moving (self, gesture))
        return;
      before = drag->x0;
    }
  if (drag->type == AFT_DRAG_PAN)
    aft_timeline_view_pan (self, before - drag->x1);
  else if (drag->type != AFT_DRAG_BAND)
    move_time (self, figure, get_state (gesture));
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/* The end of it */

static AftRect
get_band (const AftTimelineDrag *drag)
{
  return (AftRect){ MIN (drag->x0, drag->x1),
                    MIN (drag->y0, drag->y1),
                    ABS (drag->x1 - drag->x0),
                    ABS (drag->y1 - drag->y0) };
}

static gboolean
overlap (const AftRect *a, const AftRect *b)
{
  return a->x < b->x + b->width && b->x < a->x + a->width && a->y < b->y + b->height &&
         b->y < a->y + a->height;
}

static const AftRect *
get_mark (const AftFigure *figure, const AftEventBox *box)
{
  return box->cluster >= 0 ? &g_array_index (figure->clusters, AftClusterBox, box->cluster).rect
                           : &box->mark;
}

/* Those whose mark it touches; nothing of the rest. */
static void
select_band (AftTimelineView *self, const AftFigure *figure)
{
  AftRect band = get_band (&self->drag);
  g_autoptr (GPtrArray) events = g_ptr_array_new ();

  for (guint i = 0; i < figure->events->len; i++)
    {
      const AftEventBox *box = &g_array_index (figure->events, AftEventBox, i);

      if ((box->is_shown || box->cluster >= 0) && overlap (get_mark (figure, box), &band))
        g_ptr_array_add (events, box->event);
    }
  aft_event_selection_select_all (self->selection, events);
  if (events->len > 0)
    aft_timeline_view_focus_event (self, aft_event_selection_get_current (self->selection));
}

static void
drop (AftTimelineView *self)
{
  const AftTimelineDrag *drag = &self->drag;

  if (drag->now == AFT_INSTANT_NONE || drag->now == drag->start)
    return;
  if (drag->type == AFT_DRAG_END)
    aft_timeline_view_emit_time_chosen (self, drag->event, AFT_EVENT_UNTIL, drag->now);
  else if (drag->start == AFT_INSTANT_NONE)
    aft_timeline_view_emit_time_chosen (self, drag->event, AFT_EVENT_AT, drag->now);
  else
    aft_timeline_view_emit_shifted (self, drag->now - drag->start);
}

static void
end_cb (AftTimelineView *self, double dx, double dy, GtkGesture *gesture)
{
  AftFigure *figure = aft_timeline_view_need_figure (self);

  if (self->drag.is_moving && figure != NULL)
    {
      if (self->drag.type == AFT_DRAG_BAND)
        select_band (self, figure);
      else if (self->drag.type != AFT_DRAG_PAN)
        drop (self);
    }
  clear_drag (self);
}

static void
cancel_cb (AftTimelineView *self)
{
  clear_drag (self);
}

gboolean
aft_timeline_view_cancel_drag (AftTimelineView *self)
{
  if (!self->drag.is_moving)
    return FALSE;
  clear_drag (self);
  gtk_gesture_set_state (self->drag_gesture, GTK_EVENT_SEQUENCE_DENIED);
  return TRUE;
}

void
aft_timeline_view_snapshot_band (AftTimelineView *self, GtkSnapshot *snapshot)
{
  AftRect         band = get_band (&self->drag);
  graphene_rect_t rect;
  GdkRGBA         color = { 0.2, 0.5, 0.9, 0.15 };

  if (self->drag.type != AFT_DRAG_BAND || !self->drag.is_moving)
    return;
  gtk_style_context_lookup_color (
      gtk_widget_get_style_context (GTK_WIDGET (self)), "accent_color", &color);
  graphene_rect_init (
      &rect, (float) band.x, (float) band.y, (float) band.width, (float) band.height);
  color.alpha = 0.15f;
  gtk_snapshot_append_color (snapshot, &color, &rect);
}

void
aft_timeline_view_add_drag (AftTimelineView *self)
{
  self->drag.now = AFT_INSTANT_NONE;
  self->drag_gesture = gtk_gesture_drag_new ();
  g_signal_connect_swapped (self->drag_gesture, "drag-begin", G_CALLBACK (begin_cb), self);
  g_signal_connect_swapped (self->drag_gesture, "drag-update", G_CALLBACK (update_cb), self);
  g_signal_connect_swapped (self->drag_gesture, "drag-end", G_CALLBACK (end_cb), self);
  g_signal_connect_swapped (self->drag_gesture, "cancel", G_CALLBACK (cancel_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (self->drag_gesture));
}
