/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/zone.h"
#include "ui/sections/event-face.h"
#include "ui/sections/event-list-private.h"
#include "ui/sections/event-row.h"

const AftZone *
aft_event_list_get_zone (AftEventList *self)
{
  return aft_zone_get_or_utc (aft_record_get_text (
      aft_postmortem_get_root (aft_field_widget_get_postmortem (AFT_FIELD_WIDGET (self))),
      AFT_DOC_TIME_ZONE));
}

static void
row_activated_cb (AftEventRow *row, AftEventList *self)
{
  AftRecord *event = aft_event_row_get_event (row);

  aft_event_selection_select (self->selection, event);
  aft_event_list_open (self, event == self->open ? NULL : event);
}

static void
row_picked_cb (AftEventRow *row, GdkModifierType state, AftEventList *self)
{
  aft_event_list_pick (self, aft_event_row_get_event (row), state);
}

static void
row_focused_cb (GtkEventController *controller, AftEventList *self)
{
  AftEventRow *row = AFT_EVENT_ROW (gtk_event_controller_get_widget (controller));

  if (!self->is_picking && aft_event_row_get_event (row) != NULL)
    aft_event_list_set_current (self, aft_event_row_get_event (row));
}

static void
row_entered_cb (GtkEventController *controller, double x, double y, AftEventList *self)
{
  aft_event_list_set_hovered (
      self, aft_event_row_get_event (AFT_EVENT_ROW (gtk_event_controller_get_widget (controller))));
}

static void
row_left_cb (GtkEventController *controller, AftEventList *self)
{
  aft_event_list_set_hovered (self, NULL);
}

static GtkWidget *
create_row (gpointer data)
{
  AftEventList       *self = data;
  GtkWidget          *row = aft_event_row_new ();
  GtkEventController *controller = gtk_event_controller_focus_new ();
  GtkEventController *motion = gtk_event_controller_motion_new ();

  g_signal_connect_object (row, "activated", G_CALLBACK (row_activated_cb), self, 0);
  g_signal_connect_object (row, "picked", G_CALLBACK (row_picked_cb), self, 0);
  g_signal_connect_object (controller, "enter", G_CALLBACK (row_focused_cb), self, 0);
  g_signal_connect_object (motion, "enter", G_CALLBACK (row_entered_cb), self, 0);
  g_signal_connect_object (motion, "leave", G_CALLBACK (row_left_cb), self, 0);
  gtk_widget_add_controller (row, controller);
  gtk_widget_add_controller (row, motion);
  return row;
}

static gboolean
begins_day (AftEventList *self, guint position, const AftZone *zone)
{
  g_autoptr (AftRecord) event = g_list_model_get_item (G_LIST_MODEL (self->shown), position);
  g_autoptr (AftRecord) before = NULL;
  g_autofree char *day = aft_event_face_day (event, zone);
  g_autofree char *day_before = NULL;

  if (position == 0)
    return TRUE;
  before = g_list_model_get_item (G_LIST_MODEL (self->shown), position - 1);
  day_before = aft_event_face_day (before, zone);
  return g_strcmp0 (day, day_before) != 0;
}

static void
bind_row (GtkWidget *row, gpointer item, guint position, gpointer data)
{
  AftEventList    *self = data;
  AftEventRowState state = { .zone = aft_event_list_get_zone (self) };
  const char      *other_zone = aft_event_zone_button_get_zone (self->zone_button);

  state.other_zone = other_zone != NULL ? aft_zone_get_or_utc (other_zone) : NULL;
  state.begins_day = begins_day (self, position, state.zone);
  state.is_current = aft_event_selection_contains (self->selection, item);
  state.position = position;
  state.n_rows = aft_event_list_get_length (self);
  aft_event_row_show (
      AFT_EVENT_ROW (row), aft_field_widget_get_postmortem (AFT_FIELD_WIDGET (self)), item, &state);
  aft_event_row_set_hovered (AFT_EVENT_ROW (row), item == self->hovered);
  aft_event_row_set_open (AFT_EVENT_ROW (row), item == self->open);
}

static void
unbind_row (GtkWidget *row, gpointer data)
{
  aft_event_row_show (AFT_EVENT_ROW (row), NULL, NULL, NULL);
}

const AftLongListRows aft_event_list_rows = { create_row, bind_row, unbind_row };

/* What is lit, where the focus goes */

void
aft_event_list_mark_selected (AftEventList *self)
{
  for (GtkWidget *row = gtk_widget_get_first_child (GTK_WIDGET (self->rows)); row != NULL;
       row = gtk_widget_get_next_sibling (row))
    {
      AftRecord *event = aft_event_row_get_event (AFT_EVENT_ROW (row));

      aft_event_row_set_current (AFT_EVENT_ROW (row),
                                 event != NULL &&
                                     aft_event_selection_contains (self->selection, event));
    }
}

void
aft_event_list_focus_selected (AftEventList *self, AftRecord *event)
{
  GtkWidget *row = aft_long_list_ensure_row (self->rows, event);

  self->is_picking = TRUE;
  if (row != NULL)
    gtk_widget_grab_focus (row);
  self->is_picking = FALSE;
}

GdkRectangle
aft_event_list_get_place (AftEventList *self)
{
  AftRecord      *current = aft_event_list_get_current (self);
  GtkWidget      *row = current != NULL ? aft_long_list_get_row (self->rows, current) : NULL;
  graphene_rect_t bounds;

  if (row == NULL || !gtk_widget_compute_bounds (row, GTK_WIDGET (self), &bounds))
    return (GdkRectangle){ gtk_widget_get_width (GTK_WIDGET (self)) / 2, 0, 1, 1 };
  return (GdkRectangle){ (int) bounds.origin.x + (int) bounds.size.width / 4,
                         (int) bounds.origin.y,
                         1,
                         (int) bounds.size.height };
}
