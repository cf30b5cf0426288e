/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ui/widgets/input-row.h"

G_BEGIN_DECLS

/* Opens a calendar that writes the chosen day into the row. Transfer floating; the row outlives it.
 */
GtkWidget *aft_date_button_new (AftInputRow *row);

G_END_DECLS
