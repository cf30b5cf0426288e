/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "base/zone.h"

G_BEGIN_DECLS

/* Asks by how much events are to be moved in time ("+2 min", for a clock that was wrong), and shows
 * what becomes of the first. */
#define AFT_TYPE_EVENT_SHIFT (aft_event_shift_get_type ())
G_DECLARE_FINAL_TYPE (AftEventShift, aft_event_shift, AFT, EVENT_SHIFT, GtkPopover)

/* events: (element-type AftRecord); opens at the place in parent, and goes when it is closed. */
AftEventShift *aft_event_shift_popup (GtkWidget          *parent,
                                      const GdkRectangle *place,
                                      GPtrArray          *events,
                                      const AftZone      *zone);
void           aft_event_shift_set_text (AftEventShift *self, const char *text);
const char    *aft_event_shift_get_meaning (AftEventShift *self);
/* As Enter does. */
void aft_event_shift_apply (AftEventShift *self);

/* signal "shifted" (AftEventShift *self, gint64 offset): µs */

G_END_DECLS
