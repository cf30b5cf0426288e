/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/sections/event-row.h"

#include <glib/gi18n-lib.h>

#include "model/events.h"
#include "ui/sections/event-face.h"
#include "ui/sections/event-form.h"
#include "ui/text.h"

struct _AftEventRow
{
  GtkWidget parent_instance;

  GtkWidget *box;
  GtkLabel  *day;
  GtkWidget *line;
  GtkLabel  *time;
  GtkLabel  *other_time;
  GtkLabel  *title;
  GtkLabel  *milestone;
  GtkLabel  *facts;
  GtkImage  *arrow;

  AftPostmortem *postmortem;
  AftRecord     *event;
  GtkWidget     *form; /* NULL while closed */
};

enum
{
  SIGNAL_ACTIVATED,
  SIGNAL_PICKED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (AftEventRow, aft_event_row, GTK_TYPE_WIDGET)

static void
activate (AftEventRow *self)
{
  g_signal_emit (self, signals[SIGNAL_ACTIVATED], 0);
}

static gboolean
activate_cb (GtkWidget *widget, GVariant *args, gpointer data)
{
  if (!gtk_widget_is_focus (widget))
    return FALSE;
  activate (AFT_EVENT_ROW (widget));
  return TRUE;
}

/* Control and Shift choose several; the list knows which. */
static void
clicked_cb (AftEventRow *self, int n_press, double x, double y, GtkEventController *controller)
{
  GdkModifierType state = gtk_event_controller_get_current_event_state (controller);

  if ((state & (GDK_CONTROL_MASK | GDK_SHIFT_MASK)) != 0)
    {
      g_signal_emit (self, signals[SIGNAL_PICKED], 0, state);
      return;
    }
  gtk_widget_grab_focus (GTK_WIDGET (self));
  activate (self);
}

/* Back from the form to the line; a second one is for what is around the list. */
static gboolean
escape_cb (GtkWidget *widget, GVariant *args, gpointer data)
{
  AftEventRow *self = AFT_EVENT_ROW (widget);

  if (self->form == NULL)
    return FALSE;
  gtk_widget_grab_focus (widget);
  activate (self);
  return TRUE;
}

/* The editor offers to take it back; by then this row shows another event. */
static void
remove_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  AftEventRow   *self = AFT_EVENT_ROW (widget);
  AftRecordList *list = self->event != NULL ? aft_record_get_owner (self->event) : NULL;
  GtkWidget     *parent = gtk_widget_get_parent (widget);

  if (list == NULL || aft_postmortem_get_read_only (self->postmortem))
    return;
  aft_postmortem_break_step (self->postmortem);
  aft_postmortem_remove (self->postmortem, list, aft_record_list_find (list, self->event));
  gtk_widget_activate_action (parent, "editor.removed", NULL);
}

/* What it shows */

static void
show_times (AftEventRow *self, const AftEventRowState *state)
{
  g_autofree char *time = aft_event_face_time (self->event, state->zone);
  g_autofree char *day = NULL;

  aft_ui_set_label (self->time, time);
  gtk_widget_set_visible (GTK_WIDGET (self->other_time), state->other_zone != NULL);
  if (state->other_zone != NULL)
    {
      g_autofree char *other =
          aft_event_face_other_time (self->event, state->zone, state->other_zone);

      aft_ui_set_label (self->other_time, other);
    }
  gtk_widget_set_visible (GTK_WIDGET (self->day), state->begins_day);
  if (!state->begins_day)
    return;
  day = aft_record_has (self->event, AFT_EVENT_AT)
            ? aft_ui_format_date (aft_event_get_at (self->event), aft_zone_get_name (state->zone))
            : g_strdup (_ ("Time not known"));
  aft_ui_set_label (self->day, day);
}

static void
show_texts (AftEventRow *self, const AftEventRowState *state)
{
  guint            milestone = aft_record_get_choice (self->event, AFT_EVENT_MILESTONE);
  const AftField  *field = aft_record_get_field (self->event, AFT_EVENT_MILESTONE);
  g_autofree char *title = aft_event_face_title (self->event);
  g_autofree char *facts = aft_event_face_facts (self->event, state->zone);
  g_autofree char *name = aft_event_face_name (self->event, state->zone);

  aft_ui_set_label (self->title, title);
  aft_ui_set_label (self->facts, facts);
  gtk_widget_set_visible (GTK_WIDGET (self->milestone), milestone != AFT_CHOICE_NONE);
  if (milestone != AFT_CHOICE_NONE)
    aft_ui_set_label (self->milestone, aft_field_get_choice_label (field, milestone));
  aft_ui_set_accessible_name (GTK_WIDGET (self), name);
}

static void
set_event (AftEventRow *self, AftPostmortem *postmortem, AftRecord *event)
{
  if (self->event == event)
    return;
  aft_event_row_set_open (self, FALSE);
  g_set_object (&self->postmortem, postmortem);
  g_set_object (&self->event, event);
}

void
aft_event_row_show (AftEventRow            *self,
                    AftPostmortem          *postmortem,
                    AftRecord              *event,
                    const AftEventRowState *state)
{
  g_return_if_fail (AFT_IS_EVENT_ROW (self));

  set_event (self, postmortem, event);
  if (event == NULL)
    return;
  show_times (self, state);
  show_texts (self, state);
  aft_event_row_set_current (self, state->is_current);
  gtk_accessible_update_relation (GTK_ACCESSIBLE (self),
                                  GTK_ACCESSIBLE_RELATION_POS_IN_SET,
                                  (int) state->position + 1,
                                  GTK_ACCESSIBLE_RELATION_SET_SIZE,
                                  (int) state->n_rows,
                                  -1);
}

/* The widget */

/* The line is one stop of the keyboard, then what is in the form. */
static gboolean
aft_event_row_focus (GtkWidget *widget, GtkDirectionType direction)
{
  AftEventRow *self = AFT_EVENT_ROW (widget);
  gboolean     is_back = direction == GTK_DIR_TAB_BACKWARD || direction == GTK_DIR_UP;
  gboolean     is_inside = gtk_widget_get_focus_child (widget) != NULL;

  if (is_inside || gtk_widget_is_focus (widget))
    {
      if (!(is_back && !is_inside) && self->form != NULL &&
          gtk_widget_child_focus (self->form, direction))
        return TRUE;
      return is_inside && is_back && gtk_widget_grab_focus (widget);
    }
  if (is_back && self->form != NULL && gtk_widget_child_focus (self->form, direction))
    return TRUE;
  return gtk_widget_grab_focus (widget);
}

static void
aft_event_row_dispose (GObject *object)
{
  AftEventRow *self = AFT_EVENT_ROW (object);

  if (self->form != NULL)
    aft_event_row_set_open (self, FALSE);
  g_clear_object (&self->event);
  g_clear_object (&self->postmortem);
  gtk_widget_dispose_template (GTK_WIDGET (self), AFT_TYPE_EVENT_ROW);

  G_OBJECT_CLASS (aft_event_row_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/afterword_app/Afterword/event-row.ui");
  gtk_widget_class_bind_template_child (widget_class, AftEventRow, box);
  gtk_widget_class_bind_template_child (widget_class, AftEventRow, day);
  gtk_widget_class_bind_template_child (widget_class, AftEventRow, line);
  gtk_widget_class_bind_template_child (widget_class, AftEventRow, time);
  gtk_widget_class_bind_template_child (widget_class, AftEventRow, other_time);
  gtk_widget_class_bind_template_child (widget_class, AftEventRow, title);
  gtk_widget_class_bind_template_child (widget_class, AftEventRow, milestone);
  gtk_widget_class_bind_template_child (widget_class, AftEventRow, facts);
  gtk_widget_class_bind_template_child (widget_class, AftEventRow, arrow);
  gtk_widget_class_bind_template_callback (widget_class, clicked_cb);
}

static void
add_keys (GtkWidgetClass *widget_class)
{
  static const guint keys[] = { GDK_KEY_Return, GDK_KEY_KP_Enter, GDK_KEY_space, GDK_KEY_KP_Space };

  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    gtk_widget_class_add_binding (widget_class, keys[i], 0, activate_cb, NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Escape, 0, escape_cb, NULL);
  gtk_widget_class_install_action (widget_class, "row.remove", NULL, remove_cb);
  gtk_widget_class_add_binding_action (
      widget_class, GDK_KEY_Delete, GDK_CONTROL_MASK | GDK_SHIFT_MASK, "row.remove", NULL);
}

static void
aft_event_row_class_init (AftEventRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = aft_event_row_dispose;
  widget_class->focus = aft_event_row_focus;
  signals[SIGNAL_ACTIVATED] = g_signal_new ("activated",
                                            G_TYPE_FROM_CLASS (klass),
                                            G_SIGNAL_RUN_LAST,
                                            0,
                                            NULL,
                                            NULL,
                                            NULL,
                                            G_TYPE_NONE,
                                            0);
  signals[SIGNAL_PICKED] = g_signal_new ("picked",
                                         G_TYPE_FROM_CLASS (klass),
                                         G_SIGNAL_RUN_LAST,
                                         0,
                                         NULL,
                                         NULL,
                                         NULL,
                                         G_TYPE_NONE,
                                         1,
                                         GDK_TYPE_MODIFIER_TYPE);
  bind_template (widget_class);
  add_keys (widget_class);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_LIST_ITEM);
  gtk_widget_class_set_css_name (widget_class, "eventrow");
}

static void
aft_event_row_init (AftEventRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
aft_event_row_new (void)
{
  return g_object_new (AFT_TYPE_EVENT_ROW, NULL);
}

AftRecord *
aft_event_row_get_event (AftEventRow *self)
{
  g_return_val_if_fail (AFT_IS_EVENT_ROW (self), NULL);
  return self->event;
}

void
aft_event_row_set_current (AftEventRow *self, gboolean is_current)
{
  g_return_if_fail (AFT_IS_EVENT_ROW (self));

  if (is_current)
    gtk_widget_add_css_class (GTK_WIDGET (self), "current");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "current");
  gtk_accessible_update_state (
      GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_STATE_SELECTED, is_current, -1);
}

/* Pointed at here or in the figure. */
void
aft_event_row_set_hovered (AftEventRow *self, gboolean is_hovered)
{
  g_return_if_fail (AFT_IS_EVENT_ROW (self));

  if (is_hovered)
    gtk_widget_add_css_class (GTK_WIDGET (self), "hovered");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "hovered");
}

void
aft_event_row_set_open (AftEventRow *self, gboolean is_open)
{
  g_return_if_fail (AFT_IS_EVENT_ROW (self));

  if (is_open == (self->form != NULL))
    return;
  if (is_open)
    {
      self->form = aft_event_form_new (self->postmortem, self->event);
      gtk_box_append (GTK_BOX (self->box), self->form);
      gtk_widget_add_css_class (GTK_WIDGET (self), "open");
    }
  else
    {
      gtk_box_remove (GTK_BOX (self->box), g_steal_pointer (&self->form));
      gtk_widget_remove_css_class (GTK_WIDGET (self), "open");
    }
  gtk_image_set_from_icon_name (self->arrow, is_open ? "pan-up-symbolic" : "pan-down-symbolic");
  gtk_accessible_update_state (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_STATE_EXPANDED, is_open, -1);
}

gboolean
aft_event_row_get_open (AftEventRow *self)
{
  g_return_val_if_fail (AFT_IS_EVENT_ROW (self), FALSE);
  return self->form != NULL;
}

void
aft_event_row_focus_field (AftEventRow *self, guint field)
{
  g_return_if_fail (AFT_IS_EVENT_ROW (self) && self->form != NULL);
  aft_event_form_focus (AFT_EVENT_FORM (self->form), field);
}

void
aft_event_row_commit (AftEventRow *self)
{
  g_return_if_fail (AFT_IS_EVENT_ROW (self));

  if (self->form != NULL)
    aft_event_form_commit (AFT_EVENT_FORM (self->form));
}
