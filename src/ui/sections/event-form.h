/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "model/postmortem.h"

G_BEGIN_DECLS

/* All of one event, to be changed in place: below its row in the list. */
#define AFT_TYPE_EVENT_FORM (aft_event_form_get_type ())
G_DECLARE_FINAL_TYPE (AftEventForm, aft_event_form, AFT, EVENT_FORM, GtkWidget)

GtkWidget *aft_event_form_new (AftPostmortem *postmortem, AftRecord *event);
/* Puts the cursor into the field; fields that are not shown stand for the time. */
void aft_event_form_focus (AftEventForm *self, guint field);
void aft_event_form_commit (AftEventForm *self);

G_END_DECLS
