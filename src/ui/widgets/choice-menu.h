/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ui/widgets/field-widget.h"

G_BEGIN_DECLS

/* A field with choices where there is little room: its label, and below it a button that opens the
 * list. */
#define AFT_TYPE_CHOICE_MENU (aft_choice_menu_get_type ())
G_DECLARE_FINAL_TYPE (AftChoiceMenu, aft_choice_menu, AFT, CHOICE_MENU, GtkWidget)

GtkDropDown *aft_choice_menu_get_drop_down (AftChoiceMenu *self);

G_END_DECLS
