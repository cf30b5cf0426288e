/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "format/error.h"

G_BEGIN_DECLS

/* Strict JSON (RFC 8259) check before json-glib sees it: UTF-8 without BOM, one root, depth, keys
 * and size of base/caps.h, no duplicate keys, integers of at most 15 digits or within 2^53, finite
 * doubles, no -0, no comments. The message begins with "LINE:COL: ". */
gboolean aft_prescan (const char *text, gsize length, GError **error);
/* Where the value at a path like "timeline.events[3].kind" begins, counted from 1; FALSE if the
 * (already checked) text has no such value. */
gboolean
aft_prescan_locate (const char *text, gsize length, const char *path, guint *line, guint *column);

G_END_DECLS
