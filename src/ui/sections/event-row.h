/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "base/zone.h"
#include "model/postmortem.h"

G_BEGIN_DECLS

/* An event in the list: a line that says the most of it, and where it is open a form below. One row
 * shows one event after another. Enter or a click opens it; Escape in the form closes it; Shift,
 * Control and Delete remove the event. */
#define AFT_TYPE_EVENT_ROW (aft_event_row_get_type ())
G_DECLARE_FINAL_TYPE (AftEventRow, aft_event_row, AFT, EVENT_ROW, GtkWidget)

/* What a row shows besides its event. */
typedef struct
{
  const AftZone *zone;
  const AftZone *other_zone;       /* of the times below the times; NULL for none */
  gboolean       begins_day;       /* the date stands above */
  gboolean       is_current;       /* selected, alone or with others */
  guint          position, n_rows; /* in the list, as it is read out */
} AftEventRowState;

GtkWidget *aft_event_row_new (void);
/* The same event keeps its form; NULL closes it. */
void       aft_event_row_show (AftEventRow            *self,
                               AftPostmortem          *postmortem,
                               AftRecord              *event,
                               const AftEventRowState *state);
AftRecord *aft_event_row_get_event (AftEventRow *self);
void       aft_event_row_set_current (AftEventRow *self, gboolean is_current);
void       aft_event_row_set_hovered (AftEventRow *self, gboolean is_hovered);
void       aft_event_row_set_open (AftEventRow *self, gboolean is_open);
gboolean   aft_event_row_get_open (AftEventRow *self);
/* Of a row that is open. */
void aft_event_row_focus_field (AftEventRow *self, guint field);
void aft_event_row_commit (AftEventRow *self);

/* signal "activated" (AftEventRow *self): to be opened or closed
 * signal "picked" (AftEventRow *self, GdkModifierType state): clicked with Control or Shift held */

G_END_DECLS
