/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/widgets/choices.h"

#include <glib/gi18n-lib.h>

#include "model/events.h"

static gboolean
has_none (const AftField *field)
{
  return (field->flags & AFT_FIELD_ALWAYS) == 0;
}

GListModel *
aft_choices_new (const AftField *field)
{
  GtkStringList *choices = gtk_string_list_new (NULL);

  if (has_none (field))
    gtk_string_list_append (choices, _ ("Not set"));
  for (guint i = 0; i < aft_field_n_choices (field); i++)
    gtk_string_list_append (choices, aft_field_get_choice_label (field, i));
  return G_LIST_MODEL (choices);
}

guint
aft_choices_get_position (const AftField *field, guint choice)
{
  if (!has_none (field))
    return choice;
  return choice == AFT_CHOICE_NONE ? 0 : choice + 1;
}

static guint
position_to_choice (const AftField *field, guint position)
{
  if (!has_none (field))
    return position;
  return position == 0 ? AFT_CHOICE_NONE : position - 1;
}

guint
aft_choices_get_selected (AftFieldWidget *widget)
{
  return aft_choices_get_position (aft_field_widget_get_description (widget),
                                   aft_record_get_choice (aft_field_widget_get_record (widget),
                                                          aft_field_widget_get_index (widget)));
}

/* A milestone is unique among the events: marking one takes the mark from another. */
void
aft_choices_store (AftFieldWidget *widget, guint position)
{
  AftPostmortem *postmortem = aft_field_widget_get_postmortem (widget);
  AftRecord     *record = aft_field_widget_get_record (widget);
  guint          field = aft_field_widget_get_index (widget);
  guint          choice = position_to_choice (aft_field_widget_get_description (widget), position);

  if (aft_record_get_schema (record) == &aft_event_schema && field == AFT_EVENT_MILESTONE)
    aft_events_set_milestone (postmortem, record, choice);
  else
    aft_postmortem_set_choice (postmortem, record, field, choice);
}
