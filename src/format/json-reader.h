/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "format/error.h"
#include "model/record.h"

G_BEGIN_DECLS

#define AFT_FORMAT_VERSION 1

/* A document from the text of a *.postmortem file; strict (see prescan.h), unknown keys kept.
 * A higher "format" is read as far as it is understood: aft_record_get_integer (root,
 * AFT_DOC_FORMAT) tells, and the caller opens it read-only. Transfer full. */
AftRecord *aft_json_read (const char *text, gsize length, GError **error);

G_END_DECLS
