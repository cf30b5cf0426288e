/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <json-glib/json-glib.h>

#include "model/record.h"

G_BEGIN_DECLS

/* Parts of the file format, for what is written elsewhere in the same way. */

/* A quoted string. */
void aft_json_append_string (GString *out, const char *text);
/* The value of a field that is written, on one line. */
void aft_json_append_field (GString *out, AftRecord *record, guint field);
/* Whether the file has the field: not where it is absent. */
gboolean aft_json_is_written (AftRecord *record, guint field);
/* A value into an empty field, rows to the end of a list; FALSE where it does not fit. */
gboolean aft_json_read_field (JsonNode *node, AftRecord *record, guint field);

G_END_DECLS
