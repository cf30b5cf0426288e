/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "ui/sections/event-filter.h"

G_BEGIN_DECLS

/* Opens the choice of a lane and a kind. */
#define AFT_TYPE_EVENT_FILTER_BUTTON (aft_event_filter_button_get_type ())
G_DECLARE_FINAL_TYPE (AftEventFilterButton,
                      aft_event_filter_button,
                      AFT,
                      EVENT_FILTER_BUTTON,
                      AdwBin)

AftEventFilter aft_event_filter_button_get_filter (AftEventFilterButton *self);
void aft_event_filter_button_set_filter (AftEventFilterButton *self, const AftEventFilter *filter);

/* signal "changed" (AftEventFilterButton *self) */

G_END_DECLS
