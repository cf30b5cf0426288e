/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/sections/event-form.h"

#include "ui/sections/event-time.h"
#include "ui/widgets/choice-menu.h"
#include "ui/widgets/flag-row.h"
#include "ui/widgets/input-row.h"
#include "ui/widgets/prose-card.h"

struct _AftEventForm
{
  GtkWidget parent_instance;

  GtkWidget *box;
  GtkWidget *written; /* a time that could not be read, of an import mostly */

  AftRecord *event;
};

G_DEFINE_FINAL_TYPE (AftEventForm, aft_event_form, GTK_TYPE_WIDGET)

static void
changed_cb (AftEventForm *self)
{
  gtk_widget_set_visible (self->written, aft_record_has (self->event, AFT_EVENT_WRITTEN));
}

static void
aft_event_form_dispose (GObject *object)
{
  AftEventForm *self = AFT_EVENT_FORM (object);

  if (self->box != NULL)
    aft_field_widgets_bind (self->box, NULL, NULL);
  g_clear_object (&self->event);
  gtk_widget_dispose_template (GTK_WIDGET (self), AFT_TYPE_EVENT_FORM);

  G_OBJECT_CLASS (aft_event_form_parent_class)->dispose (object);
}

static void
aft_event_form_class_init (AftEventFormClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = aft_event_form_dispose;

  g_type_ensure (AFT_TYPE_EVENT_TIME);
  g_type_ensure (AFT_TYPE_CHOICE_MENU);
  g_type_ensure (AFT_TYPE_FLAG_ROW);
  g_type_ensure (AFT_TYPE_INPUT_ROW);
  g_type_ensure (AFT_TYPE_PROSE_CARD);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/afterword_app/Afterword/event-form.ui");
  gtk_widget_class_bind_template_child (widget_class, AftEventForm, box);
  gtk_widget_class_bind_template_child (widget_class, AftEventForm, written);
}

static void
aft_event_form_init (AftEventForm *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
aft_event_form_new (AftPostmortem *postmortem, AftRecord *event)
{
  AftEventForm *self = g_object_new (AFT_TYPE_EVENT_FORM, NULL);

  self->event = g_object_ref (event);
  aft_field_widgets_bind (self->box, postmortem, event);
  g_signal_connect_object (event, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  changed_cb (self);
  return GTK_WIDGET (self);
}

void
aft_event_form_focus (AftEventForm *self, guint field)
{
  g_return_if_fail (AFT_IS_EVENT_FORM (self));

  if (!aft_field_widgets_reveal (self->box, self->event, field))
    aft_field_widgets_reveal (self->box, self->event, AFT_EVENT_AT);
}

void
aft_event_form_commit (AftEventForm *self)
{
  g_return_if_fail (AFT_IS_EVENT_FORM (self));
  aft_field_widgets_commit (self->box);
}
