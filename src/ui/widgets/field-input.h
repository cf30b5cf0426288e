/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "base/time-entry.h"
#include "model/field.h"
#include "model/value.h"

G_BEGIN_DECLS

/* What a person typed into one line, understood as the value of a field: pure, so that it can be
 * tested without a window. For all kinds but prose, instants, choices, flags and lists. */
typedef struct
{
  AftValue value;
  char    *meaning; /* what was understood where that is more than what was typed; may be NULL */
} AftFieldInput;

#define AFT_FIELD_INPUT_INIT                                                                       \
  {                                                                                                \
    AFT_VALUE_INIT, NULL                                                                           \
  }

void aft_field_input_clear (AftFieldInput *self);

/* Blank text is no value. context: for dates and zones. FALSE with AFT_BASE_ERROR_SYNTAX and one
 * translated sentence that says what would be understood. */
gboolean aft_field_input_parse (AftFieldInput        *self,
                                const AftField       *field,
                                const char           *text,
                                const AftTimeContext *context,
                                GError              **error);
/* The value as it is shown for editing: parses back to the same. Transfer full. */
char *aft_field_input_format (const AftField *field, const AftValue *value);
/* What stands behind the entry: "%", "h"; NULL for most. Translated. */
const char *aft_field_input_get_unit (AftKind kind);
/* Whether it is a line of text, rather than a figure or a time. */
gboolean aft_field_input_is_wide (AftKind kind);
/* Typing is undone by stretches of text, so each key press may go into the document at once. */
gboolean aft_field_input_is_continuous (AftKind kind);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (AftFieldInput, aft_field_input_clear)

G_END_DECLS
