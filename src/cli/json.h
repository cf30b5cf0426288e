/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* JSON for --json, laid out like the document: two spaces, no null, no empty text. Calls nest as
 * the values do; key is NULL within arrays and at the top. */
typedef struct
{
  GString *text;
  guint    depth;
  gboolean is_empty; /* nothing yet in the innermost object or array */
} AftCliJson;

void aft_cli_json_init (AftCliJson *self);
void aft_cli_json_clear (AftCliJson *self);
void aft_cli_json_begin_object (AftCliJson *self, const char *key);
void aft_cli_json_end_object (AftCliJson *self);
void aft_cli_json_begin_array (AftCliJson *self, const char *key);
void aft_cli_json_end_array (AftCliJson *self);
/* Nothing where the text is empty and has a key. Bytes that are no text are replaced. */
void aft_cli_json_add_text (AftCliJson *self, const char *key, const char *text);
void aft_cli_json_add_integer (AftCliJson *self, const char *key, gint64 integer);
void aft_cli_json_add_flag (AftCliJson *self, const char *key, gboolean flag);
/* With the final newline; valid until the clear. */
const char *aft_cli_json_finish (AftCliJson *self);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (AftCliJson, aft_cli_json_clear)

G_END_DECLS
