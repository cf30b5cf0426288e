/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ui/widgets/input-row.h"

G_BEGIN_DECLS

/* Opens the list of time zones, see zone-picker.h; writes the chosen one into the row. Transfer
 * floating; the row outlives it. */
GtkWidget *aft_zone_button_new (AftInputRow *row);

G_END_DECLS
