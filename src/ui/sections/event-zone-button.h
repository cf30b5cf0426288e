/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* Opens the choice of a second zone for the times of the list. */
#define AFT_TYPE_EVENT_ZONE_BUTTON (aft_event_zone_button_get_type ())
G_DECLARE_FINAL_TYPE (AftEventZoneButton, aft_event_zone_button, AFT, EVENT_ZONE_BUTTON, AdwBin)

/* An IANA name, NULL for no second zone. */
const char *aft_event_zone_button_get_zone (AftEventZoneButton *self);
void        aft_event_zone_button_set_zone (AftEventZoneButton *self, const char *zone);

/* signal "changed" (AftEventZoneButton *self) */

G_END_DECLS
