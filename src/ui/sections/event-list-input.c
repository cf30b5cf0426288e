/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/sections/event-list-private.h"

#include "ui/sections/event-actions.h"
#include "ui/sections/event-form.h"
#include "ui/sections/event-row.h"

gboolean
aft_event_list_pick (AftEventList *self, AftRecord *event, GdkModifierType state)
{
  AftEventSelection *selection = self->selection;

  if ((state & GDK_SHIFT_MASK) != 0)
    aft_event_selection_extend (selection, G_LIST_MODEL (self->shown), event);
  else if ((state & GDK_CONTROL_MASK) != 0)
    aft_event_selection_toggle (selection, event);
  else
    return FALSE;
  aft_event_list_focus_selected (self, event);
  return TRUE;
}

/* Keys */

static guint
get_position (AftEventList *self)
{
  AftRecord *current = aft_event_selection_get_current (self->selection);

  return current != NULL ? aft_long_list_find (self->rows, current) : G_MAXUINT;
}

/* With Shift: from where the selection began to the next one, the first or the last. */
static gboolean
extend_to (AftEventList *self, gint64 position)
{
  GListModel *model = G_LIST_MODEL (self->shown);
  guint       n_items = g_list_model_get_n_items (model);
  g_autoptr (AftRecord) event = NULL;

  if (n_items == 0)
    return FALSE;
  event = g_list_model_get_item (model, (guint) CLAMP (position, 0, (gint64) n_items - 1));
  aft_event_selection_extend (self->selection, model, event);
  aft_event_list_focus_selected (self, event);
  return TRUE;
}

static gboolean
extend_key (AftEventList *self, guint key)
{
  guint position = get_position (self);

  if (position == G_MAXUINT)
    return FALSE;
  switch (key)
    {
    case GDK_KEY_Up:
    case GDK_KEY_KP_Up:
      return extend_to (self, (gint64) position - 1);
    case GDK_KEY_Down:
    case GDK_KEY_KP_Down:
      return extend_to (self, (gint64) position + 1);
    case GDK_KEY_Home:
      return extend_to (self, 0);
    case GDK_KEY_End:
      return extend_to (self, G_MAXINT);
    default:
      return FALSE;
    }
}

/* One alone again, the current one. */
static gboolean
collapse (AftEventList *self)
{
  AftEventSelection *selection = self->selection;

  if (aft_event_selection_get_length (selection) < 2)
    return FALSE;
  aft_event_selection_select (selection, aft_event_selection_get_current (selection));
  return TRUE;
}

static gboolean
is_moving (guint key)
{
  return key == GDK_KEY_Up || key == GDK_KEY_Down || key == GDK_KEY_Home || key == GDK_KEY_End ||
         key == GDK_KEY_KP_Up || key == GDK_KEY_KP_Down;
}

/* Control with the arrows moves the events in time, as dragging them in the figure does. */
static gboolean
shift_key (AftEventList *self, guint key, GdkModifierType state)
{
  gboolean is_rtl = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;
  gint64   seconds = (state & GDK_SHIFT_MASK) != 0 ? 300 : 60;

  if ((state & GDK_CONTROL_MASK) == 0 || (key != GDK_KEY_Left && key != GDK_KEY_Right))
    return FALSE;
  return gtk_widget_activate_action (
      GTK_WIDGET (self), "event.shift", "x", (key == GDK_KEY_Right) != is_rtl ? seconds : -seconds);
}

static AftRecord *
get_focused (AftEventList *self)
{
  GtkWidget *row = gtk_widget_get_focus_child (GTK_WIDGET (self->rows));

  /* in the form below the line the keys are those of its fields */
  return row != NULL && gtk_widget_is_focus (row) ? aft_event_row_get_event (AFT_EVENT_ROW (row))
                                                  : NULL;
}

static gboolean
key_cb (AftEventList *self, guint key, guint code, GdkModifierType state)
{
  AftRecord *event = get_focused (self);

  state &= GDK_CONTROL_MASK | GDK_ALT_MASK | GDK_SHIFT_MASK;
  if (event == NULL)
    return FALSE;
  if (key == GDK_KEY_Menu || (key == GDK_KEY_F10 && state == GDK_SHIFT_MASK))
    {
      aft_event_list_popup_menu (self);
      return TRUE;
    }
  if (state == 0 && is_moving (key))
    collapse (self);
  else if (state == 0 && key == GDK_KEY_Escape)
    return collapse (self);
  else if (state == GDK_SHIFT_MASK && extend_key (self, key))
    return TRUE;
  else if (state == GDK_CONTROL_MASK && key == GDK_KEY_space)
    return aft_event_list_pick (self, event, state);
  return shift_key (self, key, state) || aft_event_keys_activate (GTK_WIDGET (self), key, state);
}

/* The menu */

void
aft_event_list_popup_menu (AftEventList *self)
{
  GdkRectangle place = aft_event_list_get_place (self);

  place.y += place.height;
  place.height = 1;
  aft_event_menu_popup (GTK_WIDGET (self), &place);
}

/* The row under the pointer, not its form: that has menus of its own. */
static AftRecord *
pick_event (AftEventList *self, double x, double y)
{
  GtkWidget *picked = gtk_widget_pick (GTK_WIDGET (self), x, y, GTK_PICK_DEFAULT);
  GtkWidget *row = picked != NULL ? gtk_widget_get_ancestor (picked, AFT_TYPE_EVENT_ROW) : NULL;

  if (row == NULL || gtk_widget_get_ancestor (picked, AFT_TYPE_EVENT_FORM) != NULL)
    return NULL;
  return aft_event_row_get_event (AFT_EVENT_ROW (row));
}

static void
menu_wanted (AftEventList *self, double x, double y, GtkGesture *gesture)
{
  AftEventSelection *selection = self->selection;
  AftRecord         *event = pick_event (self, x, y);

  if (event == NULL)
    return;
  gtk_gesture_set_state (gesture, GTK_EVENT_SEQUENCE_CLAIMED);
  if (aft_event_selection_contains (selection, event))
    aft_event_selection_set_current (selection, event);
  else
    aft_event_selection_select (selection, event);
  aft_event_list_focus_selected (self, event);
  aft_event_menu_popup (GTK_WIDGET (self), &(GdkRectangle){ (int) x, (int) y, 1, 1 });
}

static void
pressed_cb (AftEventList *self, int n_press, double x, double y, GtkGesture *gesture)
{
  menu_wanted (self, x, y, gesture);
}

static void
long_pressed_cb (AftEventList *self, double x, double y, GtkGesture *gesture)
{
  menu_wanted (self, x, y, gesture);
}

void
aft_event_list_add_input (AftEventList *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkGesture         *click = gtk_gesture_click_new ();
  GtkGesture         *press = gtk_gesture_long_press_new ();

  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (click), GDK_BUTTON_SECONDARY);
  gtk_gesture_single_set_touch_only (GTK_GESTURE_SINGLE (press), TRUE);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (key_cb), self);
  g_signal_connect_swapped (click, "pressed", G_CALLBACK (pressed_cb), self);
  g_signal_connect_swapped (press, "pressed", G_CALLBACK (long_pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (press));
}
