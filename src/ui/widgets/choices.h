/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ui/widgets/field-widget.h"

G_BEGIN_DECLS

/* A field with choices as a list to select from: "Not set" comes first where the field may be
 * without a value. For the widgets that show such a list. */

/* Of GtkStringObject. Transfer full. */
GListModel *aft_choices_new (const AftField *field);
guint       aft_choices_get_position (const AftField *field, guint choice);
/* The position of what the bound record has. */
guint aft_choices_get_selected (AftFieldWidget *widget);
/* Into the document; a milestone is taken from the event that had it. */
void aft_choices_store (AftFieldWidget *widget, guint position);

G_END_DECLS
