/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/sections/event-actions.h"
#include "ui/timeline/timeline-event.h"
#include "ui/timeline/timeline-view-private.h"

#define ZOOM_STEP 1.25
#define PAGE      0.8 /* of the window */

static gboolean
is_rtl (AftTimelineView *self)
{
  return gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;
}

static int
get_current_index (AftTimelineView *self, const AftFigure *figure)
{
  AftRecord *current = aft_event_selection_get_current (self->selection);

  return current != NULL ? aft_figure_find (figure, current) : -1;
}

/* Selection */

static void
focus_index (AftTimelineView *self, AftFigure *figure, gint64 index, gboolean is_extending)
{
  AftRecord *event;

  if (figure->events->len == 0)
    return;
  index = CLAMP (index, 0, (gint64) figure->events->len - 1);
  event = g_array_index (figure->events, AftEventBox, (guint) index).event;
  if (is_extending)
    {
      g_autoptr (GListStore) order = g_list_store_new (AFT_TYPE_RECORD);

      for (guint i = 0; i < figure->events->len; i++)
        g_list_store_append (order, g_array_index (figure->events, AftEventBox, i).event);
      aft_event_selection_extend (self->selection, G_LIST_MODEL (order), event);
    }
  else
    aft_event_selection_select (self->selection, event);
  aft_timeline_view_reveal (self, event);
  if (!aft_timeline_view_focus_event (self, event))
    gtk_widget_grab_focus (GTK_WIDGET (self));
}

static gboolean
move_key (AftTimelineView *self, AftFigure *figure, guint key, gboolean is_extending)
{
  int current = get_current_index (self, figure);

  if (key == GDK_KEY_Right || key == GDK_KEY_Left || key == GDK_KEY_KP_Right ||
      key == GDK_KEY_KP_Left)
    {
      gboolean is_forward = (key == GDK_KEY_Right || key == GDK_KEY_KP_Right) != is_rtl (self);

      focus_index (self, figure, current + (is_forward ? 1 : -1), is_extending);
    }
  else if (key == GDK_KEY_Home)
    focus_index (self, figure, 0, is_extending);
  else if (key == GDK_KEY_End)
    focus_index (self, figure, G_MAXINT, is_extending);
  else
    return FALSE;
  return TRUE;
}

static gboolean
collapse (AftTimelineView *self)
{
  if (aft_event_selection_get_length (self->selection) < 2)
    return FALSE;
  aft_event_selection_select (self->selection, aft_event_selection_get_current (self->selection));
  return TRUE;
}

/* What is shown */

static void
zoom_at_current (AftTimelineView *self, AftFigure *figure, double factor)
{
  int        current = get_current_index (self, figure);
  AftInstant at =
      current >= 0 ? aft_digest_get (figure->digest, (guint) current)->at : AFT_INSTANT_NONE;
  double middle = figure->plot.x + figure->plot.width / 2;
  double x = at != AFT_INSTANT_NONE ? aft_scale_to_x (&figure->scale, at) : middle;

  if (x < figure->plot.x || x > figure->plot.x + figure->plot.width)
    x = middle;
  aft_timeline_view_zoom (self, x, factor);
}

static gboolean
zoom_key (AftTimelineView *self, AftFigure *figure, guint key)
{
  if (key == GDK_KEY_plus || key == GDK_KEY_KP_Add || key == GDK_KEY_equal)
    zoom_at_current (self, figure, ZOOM_STEP);
  else if (key == GDK_KEY_minus || key == GDK_KEY_KP_Subtract)
    zoom_at_current (self, figure, 1 / ZOOM_STEP);
  else if (key == GDK_KEY_0 || key == GDK_KEY_KP_0)
    aft_timeline_view_show_all (self);
  else
    return FALSE;
  return TRUE;
}

static gboolean
pan_key (AftTimelineView *self, AftFigure *figure, guint key)
{
  double dx = figure->plot.width * PAGE * (is_rtl (self) ? -1 : 1);

  if (aft_view_state_is_fit (&self->view) || (key != GDK_KEY_Page_Up && key != GDK_KEY_Page_Down))
    return FALSE;
  aft_timeline_view_pan (self, key == GDK_KEY_Page_Down ? dx : -dx);
  return TRUE;
}

/* The skipped stretch beside the current event, behind it first. */
static gboolean
toggle_gap (AftTimelineView *self, AftFigure *figure)
{
  int        current = get_current_index (self, figure);
  AftInstant at =
      current >= 0 ? aft_digest_get (figure->digest, (guint) current)->at : AFT_INSTANT_NONE;
  const AftQuiet *found = NULL;

  for (guint i = 0; i < figure->digest->quiet->len; i++)
    {
      const AftQuiet *quiet = &g_array_index (figure->digest->quiet, AftQuiet, i);

      if (quiet->from <= at || found == NULL)
        found = quiet;
      if (quiet->from >= at)
        {
          found = quiet;
          break;
        }
    }
  if (found == NULL)
    return FALSE;
  aft_view_state_set_expanded (&self->view,
                               &figure->scale,
                               found->from,
                               found->to,
                               aft_scale_find_break (&figure->scale, found->from) >= 0);
  aft_timeline_view_invalidate (self);
  return TRUE;
}

/* Editing */

static gboolean
shift_key (AftTimelineView *self, guint key, GdkModifierType state)
{
  gint64 offset = (state & GDK_SHIFT_MASK) != 0 ? 5 * AFT_MINUTE : AFT_MINUTE;

  if (self->is_read_only || (key != GDK_KEY_Left && key != GDK_KEY_Right) ||
      aft_event_selection_get_length (self->selection) == 0)
    return FALSE;
  aft_timeline_view_emit_shifted (self, (key == GDK_KEY_Right) != is_rtl (self) ? offset : -offset);
  return TRUE;
}

static void
add_at_current (AftTimelineView *self, AftFigure *figure)
{
  AftRecord *current = aft_event_selection_get_current (self->selection);
  AftInstant at = current != NULL ? aft_event_get_at (current) : AFT_INSTANT_NONE;
  guint      lane = current != NULL ? aft_record_get_choice (current, AFT_EVENT_LANE) : AFT_N_LANES;

  if (at == AFT_INSTANT_NONE)
    at = aft_scale_first_shown (&figure->scale);
  aft_timeline_view_emit_add (self, at, lane);
}

static gboolean
plain_key (AftTimelineView *self, AftFigure *figure, guint key)
{
  AftRecord *current = aft_event_selection_get_current (self->selection);

  switch (key)
    {
    case GDK_KEY_Return:
    case GDK_KEY_KP_Enter:
    case GDK_KEY_space:
      if (current != NULL)
        aft_timeline_view_emit_activated (self, current);
      return current != NULL;
    case GDK_KEY_Escape:
      return collapse (self);
    case GDK_KEY_Insert:
      add_at_current (self, figure);
      return TRUE;
    case GDK_KEY_g:
      return toggle_gap (self, figure);
    default:
      return move_key (self, figure, key, FALSE) || pan_key (self, figure, key);
    }
}

static gboolean
control_key (AftTimelineView *self, AftFigure *figure, guint key, GdkModifierType state)
{
  AftRecord *current = aft_event_selection_get_current (self->selection);

  if (key == GDK_KEY_space && current != NULL)
    {
      aft_event_selection_toggle (self->selection, current);
      return TRUE;
    }
  return zoom_key (self, figure, key) || shift_key (self, key, state);
}

static gboolean
popup_menu (AftTimelineView *self)
{
  GdkRectangle place = aft_timeline_view_get_place (self);

  aft_timeline_view_emit_menu (self, &place);
  return TRUE;
}

static gboolean
key_cb (AftTimelineView *self, guint key, guint code, GdkModifierType state)
{
  AftFigure *figure = aft_timeline_view_need_figure (self);

  state &= GDK_CONTROL_MASK | GDK_ALT_MASK | GDK_SHIFT_MASK;
  if (key == GDK_KEY_Escape && aft_timeline_view_cancel_drag (self))
    return TRUE;
  if (figure == NULL || figure->events->len == 0)
    return FALSE;
  if (key == GDK_KEY_Menu || (key == GDK_KEY_F10 && state == GDK_SHIFT_MASK))
    return popup_menu (self);
  /* where plus is there may be Shift; with Control it is the preview's */
  if ((state & ~GDK_SHIFT_MASK) == 0 && zoom_key (self, figure, key))
    return TRUE;
  if (state == 0 && plain_key (self, figure, key))
    return TRUE;
  if (state == GDK_SHIFT_MASK && move_key (self, figure, key, TRUE))
    return TRUE;
  if ((state & GDK_CONTROL_MASK) != 0 && control_key (self, figure, key, state))
    return TRUE;
  return aft_event_keys_activate (GTK_WIDGET (self), key, state);
}

/* Focus that reaches an event by Tab makes it the current one. */
void
aft_timeline_view_focus_changed (AftTimelineView *self, GtkWidget *child)
{
  AftRecord *event =
      child != NULL ? aft_timeline_event_get_event (AFT_TIMELINE_EVENT (child)) : NULL;

  if (event != NULL)
    aft_event_selection_set_current (self->selection, event);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

void
aft_timeline_view_add_keys (AftTimelineView *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (key_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
}
