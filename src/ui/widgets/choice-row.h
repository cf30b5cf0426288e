/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "ui/widgets/field-widget.h"

G_BEGIN_DECLS

/* One of a few choices; "Not set" among them unless the field always has a value. */
#define AFT_TYPE_CHOICE_ROW (aft_choice_row_get_type ())
G_DECLARE_FINAL_TYPE (AftChoiceRow, aft_choice_row, AFT, CHOICE_ROW, AdwComboRow)

GtkWidget *aft_choice_row_new (const char *key);

G_END_DECLS
