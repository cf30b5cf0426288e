/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* All time zones, found by any part of their name: "zurich", "new york". */
#define AFT_TYPE_ZONE_CHOOSER (aft_zone_chooser_get_type ())
G_DECLARE_FINAL_TYPE (AftZoneChooser, aft_zone_chooser, AFT, ZONE_CHOOSER, GtkWidget)

GtkWidget *aft_zone_chooser_new (void);
/* Whether the search finds the zone; underscores count as spaces. */
gboolean aft_zone_chooser_matches (const char *zone, const char *query);

/* signal "chosen" (AftZoneChooser *self, const char *zone): an IANA name
 * signal "cancelled" (AftZoneChooser *self) */

G_END_DECLS
