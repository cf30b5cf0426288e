/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* All time zones on a page of its own, see zone-picker.h. */
#define AFT_TYPE_ZONE_CHOOSER (aft_zone_chooser_get_type ())
G_DECLARE_FINAL_TYPE (AftZoneChooser, aft_zone_chooser, AFT, ZONE_CHOOSER, GtkWidget)

GtkWidget *aft_zone_chooser_new (void);

/* signal "chosen" (AftZoneChooser *self, const char *zone): an IANA name
 * signal "cancelled" (AftZoneChooser *self) */

G_END_DECLS
