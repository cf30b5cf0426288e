/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/timeline/timeline-event.h"

#include "ui/text.h"

struct _AftTimelineEvent
{
  GtkWidget  parent_instance;
  AftRecord *event;
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

static void
aft_timeline_event_init (AftTimelineEvent *self)
{
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
}

GtkWidget *
aft_timeline_event_new (AftRecord *event, const char *name)
{
  AftTimelineEvent *self = g_object_new (AFT_TYPE_TIMELINE_EVENT, NULL);

  self->event = g_object_ref (event);
  aft_ui_set_accessible_name (GTK_WIDGET (self), name);
  return GTK_WIDGET (self);
}

AftRecord *
aft_timeline_event_get_event (AftTimelineEvent *self)
{
  return self->event;
}
