/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "ui/widgets/field-widget.h"

G_BEGIN_DECLS

/* One line to type into: a text, a figure, a duration, a day, a zone, words; which of them
 * the description of the field says. What cannot be understood stays as typed, with a sentence on
 * what would be; the document keeps what it had. */
#define AFT_TYPE_INPUT_ROW (aft_input_row_get_type ())
G_DECLARE_FINAL_TYPE (AftInputRow, aft_input_row, AFT, INPUT_ROW, AdwPreferencesRow)

GtkWidget *aft_input_row_new (const char *key);
/* As if it had been typed and left; for a calendar, a list. */
void aft_input_row_set_text (AftInputRow *self, const char *text);
/* Whether what stands in the entry is not understood. */
gboolean aft_input_row_get_invalid (AftInputRow *self);

G_END_DECLS
