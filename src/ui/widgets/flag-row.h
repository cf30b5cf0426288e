/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "ui/widgets/field-widget.h"

G_BEGIN_DECLS

/* Yes, or not said. (AdwSwitchRow came with libadwaita 1.4.) */
#define AFT_TYPE_FLAG_ROW (aft_flag_row_get_type ())
G_DECLARE_FINAL_TYPE (AftFlagRow, aft_flag_row, AFT, FLAG_ROW, AdwActionRow)

GtkWidget *aft_flag_row_new (const char *key);

G_END_DECLS
