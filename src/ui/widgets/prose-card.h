/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ui/widgets/field-widget.h"

G_BEGIN_DECLS

/* A field of prose: its label, a card that grows with the text, the question as help. */
#define AFT_TYPE_PROSE_CARD (aft_prose_card_get_type ())
G_DECLARE_FINAL_TYPE (AftProseCard, aft_prose_card, AFT, PROSE_CARD, GtkWidget)

GtkWidget *aft_prose_card_new (const char *key);
/* The same as a row of a boxed list: no card of its own. */
GtkWidget *aft_prose_card_new_row (const char *key);

G_END_DECLS
