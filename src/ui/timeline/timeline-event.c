/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/timeline/timeline-event.h"

#include "ui/text.h"

struct _AftTimelineEvent
{
  GtkWidget  parent_instance;
  AftRecord *event;
  guint      index;
};

G_DEFINE_FINAL_TYPE (AftTimelineEvent, aft_timeline_event, GTK_TYPE_WIDGET)

static void
aft_timeline_event_dispose (GObject *object)
{
  g_clear_object (&AFT_TIMELINE_EVENT (object)->event);
  G_OBJECT_CLASS (aft_timeline_event_parent_class)->dispose (object);
}

static void
aft_timeline_event_class_init (AftTimelineEventClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = aft_timeline_event_dispose;
  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (klass), GTK_ACCESSIBLE_ROLE_LIST_ITEM);
  gtk_widget_class_set_css_name (GTK_WIDGET_CLASS (klass), "timeline-event");
}

/* The pointer is the figure's: it knows what lies on top. */
static void
aft_timeline_event_init (AftTimelineEvent *self)
{
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  gtk_widget_set_can_target (GTK_WIDGET (self), FALSE);
}

GtkWidget *
aft_timeline_event_new (void)
{
  return g_object_new (AFT_TYPE_TIMELINE_EVENT, NULL);
}

void
aft_timeline_event_show (AftTimelineEvent *self, AftRecord *event, guint index, const char *name)
{
  g_return_if_fail (AFT_IS_TIMELINE_EVENT (self));

  g_set_object (&self->event, event);
  self->index = index;
  aft_ui_set_accessible_name (GTK_WIDGET (self), name);
}

void
aft_timeline_event_set_selected (AftTimelineEvent *self, gboolean is_selected)
{
  g_return_if_fail (AFT_IS_TIMELINE_EVENT (self));
  gtk_accessible_update_state (
      GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_STATE_SELECTED, is_selected, -1);
}

AftRecord *
aft_timeline_event_get_event (AftTimelineEvent *self)
{
  g_return_val_if_fail (AFT_IS_TIMELINE_EVENT (self), NULL);
  return self->event;
}

guint
aft_timeline_event_get_index (AftTimelineEvent *self)
{
  g_return_val_if_fail (AFT_IS_TIMELINE_EVENT (self), 0);
  return self->index;
}
