/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>

#include "ui/timeline/timeline-view-private.h"

#define ZOOM_STEP 1.25
#define PAN_STEP  0.1 /* of the window, for a click of the wheel */
#define FRICTION  4.0 /* a second */
#define SLOWEST   20.0

static AftHit
hit_at (AftTimelineView *self, double x, double y)
{
  AftFigure *figure = aft_timeline_view_need_figure (self);

  return figure != NULL ? aft_figure_hit (figure, x, y) : (AftHit){ AFT_HIT_NOTHING, -1 };
}

/* Pointing */

static void
motion_cb (AftTimelineView *self, double x, double y)
{
  AftHit hit = hit_at (self, x, y);

  self->pointer_x = x;
  if (!self->drag.is_moving)
    {
      aft_timeline_view_set_hover (self, hit);
      gtk_widget_set_cursor_from_name (
          GTK_WIDGET (self),
          hit.type == AFT_HIT_RANGE_END && !self->is_read_only                  ? "ew-resize"
          : hit.type == AFT_HIT_NOTHING && !aft_view_state_is_fit (&self->view) ? "grab"
                                                                                : NULL);
    }
}

static void
leave_cb (AftTimelineView *self)
{
  aft_timeline_view_set_hover (self, (AftHit){ AFT_HIT_NOTHING, -1 });
}

/* Clicking */

static AftRecord *
event_of (AftTimelineView *self, AftHit hit)
{
  return g_array_index (self->figure->events, AftEventBox, hit.index).event;
}

static void
extend_to (AftTimelineView *self, AftRecord *event)
{
  g_autoptr (GListStore) order = g_list_store_new (AFT_TYPE_RECORD);

  for (guint i = 0; i < self->figure->events->len; i++)
    g_list_store_append (order, g_array_index (self->figure->events, AftEventBox, i).event);
  aft_event_selection_extend (self->selection, G_LIST_MODEL (order), event);
}

/* The event itself, where it has a child: the page scrolls to what has the focus, and the figure
 * may be larger than the page. */
static void
focus_event (AftTimelineView *self, AftRecord *event)
{
  if (!aft_timeline_view_focus_event (self, event) &&
      gtk_widget_get_focus_child (GTK_WIDGET (self)) == NULL)
    gtk_widget_grab_focus (GTK_WIDGET (self));
}

static void
click_event (AftTimelineView *self, AftRecord *event, int n_press, GdkModifierType state)
{
  if ((state & GDK_SHIFT_MASK) != 0)
    extend_to (self, event);
  else if ((state & GDK_CONTROL_MASK) != 0)
    aft_event_selection_toggle (self->selection, event);
  else
    aft_event_selection_select (self->selection, event);
  if (aft_event_selection_contains (self->selection, event))
    focus_event (self, event);
  if (n_press == 2)
    aft_timeline_view_emit_activated (self, event);
}

static void
toggle_gap (AftTimelineView *self, const AftGapBox *gap)
{
  aft_view_state_set_expanded (
      &self->view, &self->figure->scale, gap->from, gap->to, !gap->is_expanded);
  aft_timeline_view_invalidate (self);
}

static void
show_cluster (AftTimelineView *self, const AftClusterBox *box)
{
  if (box->from != AFT_INSTANT_NONE)
    aft_view_state_show (&self->view, &self->figure->scale, box->from, box->to);
  aft_timeline_view_invalidate (self);
}

/* The lane at that height. */
static guint
lane_at (AftTimelineView *self, double y)
{
  for (guint i = 0; i < self->figure->lanes->len; i++)
    {
      const AftLaneBox *box = &g_array_index (self->figure->lanes, AftLaneBox, i);

      if (y >= box->rect.y && y < box->rect.y + box->rect.height)
        return box->lane;
    }
  return AFT_N_LANES;
}

static void
click_background (AftTimelineView *self, int n_press, double x, double y)
{
  const AftRect *plot = &self->figure->plot;

  if (n_press == 2 && x >= plot->x && x <= plot->x + plot->width)
    aft_timeline_view_emit_add (
        self, aft_scale_to_instant (&self->figure->scale, x), lane_at (self, y));
}

/* On release, when it is known to be no drag. */
static void
released_cb (AftTimelineView *self, int n_press, double x, double y, GtkGesture *gesture)
{
  GdkModifierType state =
      gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (gesture));
  AftHit hit = hit_at (self, x, y);

  if (self->figure == NULL)
    return;
  switch (hit.type)
    {
    case AFT_HIT_EVENT:
    case AFT_HIT_RANGE_END:
      click_event (self, event_of (self, hit), n_press, state);
      break;
    case AFT_HIT_FLAG:
      click_event (
          self, g_array_index (self->figure->flags, AftFlagBox, hit.index).event, n_press, state);
      break;
    case AFT_HIT_GAP:
      toggle_gap (self, &g_array_index (self->figure->gaps, AftGapBox, hit.index));
      break;
    case AFT_HIT_CLUSTER:
      show_cluster (self, &g_array_index (self->figure->clusters, AftClusterBox, hit.index));
      break;
    case AFT_HIT_NOTHING:
    default:
      click_background (self, n_press, x, y);
    }
}

static void
pressed_cb (AftTimelineView *self)
{
  aft_timeline_view_stop_gliding (self);
  if (gtk_widget_get_focus_child (GTK_WIDGET (self)) == NULL)
    gtk_widget_grab_focus (GTK_WIDGET (self));
}

static void
menu_wanted (AftTimelineView *self, double x, double y, GtkGesture *gesture)
{
  AftHit     hit = hit_at (self, x, y);
  AftRecord *event;

  if (hit.type != AFT_HIT_EVENT && hit.type != AFT_HIT_RANGE_END)
    return;
  event = event_of (self, hit);
  gtk_gesture_set_state (gesture, GTK_EVENT_SEQUENCE_CLAIMED);
  if (!aft_event_selection_contains (self->selection, event))
    aft_event_selection_select (self->selection, event);
  focus_event (self, event);
  aft_timeline_view_emit_menu (self, &(GdkRectangle){ (int) x, (int) y, 1, 1 });
}

static void
menu_pressed_cb (AftTimelineView *self, int n_press, double x, double y, GtkGesture *gesture)
{
  menu_wanted (self, x, y, gesture);
}

static void
long_pressed_cb (AftTimelineView *self, double x, double y, GtkGesture *gesture)
{
  menu_wanted (self, x, y, gesture);
}

/* Wheel and touchpad */

static gboolean
scroll_cb (AftTimelineView *self, double dx, double dy, GtkEventControllerScroll *controller)
{
  GdkModifierType state =
      gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (controller));
  AftFigure *figure = aft_timeline_view_need_figure (self);
  gboolean   is_wheel = gtk_event_controller_scroll_get_unit (controller) == GDK_SCROLL_UNIT_WHEEL;

  if (figure == NULL || figure->digest->n_timed == 0)
    return FALSE;
  if ((state & GDK_CONTROL_MASK) != 0)
    {
      aft_timeline_view_zoom (self, self->pointer_x, pow (ZOOM_STEP, is_wheel ? -dy : -dy / 20.0));
      return TRUE;
    }
  if ((state & GDK_SHIFT_MASK) != 0 && dx == 0)
    dx = dy;
  else if (ABS (dy) > ABS (dx))
    return FALSE;
  if (dx == 0 || aft_view_state_is_fit (&self->view))
    return FALSE;
  aft_timeline_view_pan (self, is_wheel ? dx * PAN_STEP * figure->plot.width : dx);
  return TRUE;
}

/* A touchpad that was let go in a movement. */
static gboolean
glide_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer data)
{
  AftTimelineView *self = AFT_TIMELINE_VIEW (widget);
  gint64           now = gdk_frame_clock_get_frame_time (clock);
  double           seconds = (double) (now - self->last_frame) / G_USEC_PER_SEC;

  if (self->last_frame > 0)
    {
      aft_timeline_view_pan (self, self->velocity * seconds);
      self->velocity *= exp (-FRICTION * seconds);
    }
  self->last_frame = now;
  if (ABS (self->velocity) > SLOWEST)
    return G_SOURCE_CONTINUE;
  self->glide = 0;
  return G_SOURCE_REMOVE;
}

static void
decelerate_cb (AftTimelineView *self, double velocity_x, double velocity_y)
{
  aft_timeline_view_stop_gliding (self);
  if (aft_view_state_is_fit (&self->view) || ABS (velocity_x) <= SLOWEST ||
      ABS (velocity_x) < ABS (velocity_y))
    return;
  self->velocity = velocity_x;
  self->last_frame = 0;
  self->glide = gtk_widget_add_tick_callback (GTK_WIDGET (self), glide_cb, NULL, NULL);
}

void
aft_timeline_view_stop_gliding (AftTimelineView *self)
{
  if (self->glide != 0)
    gtk_widget_remove_tick_callback (GTK_WIDGET (self), self->glide);
  self->glide = 0;
}

/* Two fingers */

static void
pinch_begin_cb (AftTimelineView *self)
{
  AftFigure *figure = aft_timeline_view_need_figure (self);

  aft_timeline_view_cancel_drag (self);
  self->pinch_view = self->view;
  if (figure != NULL)
    self->pinch_scale = figure->scale;
}

static void
pinch_cb (AftTimelineView *self, double factor, GtkGesture *gesture)
{
  AftFigure *figure = aft_timeline_view_need_figure (self);
  double     x, y;

  if (figure == NULL || figure->digest->n_timed == 0 ||
      !gtk_gesture_get_bounding_box_center (gesture, &x, &y))
    return;
  self->view = self->pinch_view;
  aft_view_state_zoom (&self->view, &self->pinch_scale, x, factor);
  aft_timeline_view_invalidate (self);
}

static void
add_pointing (AftTimelineView *self)
{
  GtkEventController *motion = gtk_event_controller_motion_new ();
  GtkGesture         *click = gtk_gesture_click_new ();
  GtkGesture         *menu = gtk_gesture_click_new ();
  GtkGesture         *press = gtk_gesture_long_press_new ();

  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (menu), GDK_BUTTON_SECONDARY);
  gtk_gesture_single_set_touch_only (GTK_GESTURE_SINGLE (press), TRUE);
  g_signal_connect_swapped (motion, "motion", G_CALLBACK (motion_cb), self);
  g_signal_connect_swapped (motion, "leave", G_CALLBACK (leave_cb), self);
  g_signal_connect_swapped (click, "pressed", G_CALLBACK (pressed_cb), self);
  g_signal_connect_swapped (click, "released", G_CALLBACK (released_cb), self);
  g_signal_connect_swapped (menu, "pressed", G_CALLBACK (menu_pressed_cb), self);
  g_signal_connect_swapped (press, "pressed", G_CALLBACK (long_pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), motion);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (menu));
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (press));
}

void
aft_timeline_view_add_input (AftTimelineView *self)
{
  GtkEventController *scroll = gtk_event_controller_scroll_new (
      GTK_EVENT_CONTROLLER_SCROLL_BOTH_AXES | GTK_EVENT_CONTROLLER_SCROLL_KINETIC);
  GtkGesture *pinch = gtk_gesture_zoom_new ();

  add_pointing (self);
  g_signal_connect_swapped (scroll, "scroll", G_CALLBACK (scroll_cb), self);
  g_signal_connect_swapped (scroll, "decelerate", G_CALLBACK (decelerate_cb), self);
  g_signal_connect_swapped (pinch, "begin", G_CALLBACK (pinch_begin_cb), self);
  g_signal_connect_swapped (pinch, "scale-changed", G_CALLBACK (pinch_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), scroll);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (pinch));
}
