/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* The time zones with a search: by city, country or its code, short name and offset. Enter takes
 * the first that was found. */
#define AFT_TYPE_ZONE_PICKER (aft_zone_picker_get_type ())
G_DECLARE_FINAL_TYPE (AftZonePicker, aft_zone_picker, AFT, ZONE_PICKER, GtkWidget)

GtkWidget *aft_zone_picker_new (void);
/* As if it were typed. */
void aft_zone_picker_search (AftZonePicker *self, const char *query);
/* Of GtkStringObject: the names that were found, best first. */
GListModel *aft_zone_picker_get_found (AftZonePicker *self);

/* signal "chosen" (AftZonePicker *self, const char *zone): an IANA name
 * signal "cancelled" (AftZonePicker *self): Escape in an empty search */

G_END_DECLS
