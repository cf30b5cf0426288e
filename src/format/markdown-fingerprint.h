/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/record.h"

G_BEGIN_DECLS

/* 32-bit FNV-1a of what was read, to tell whether it is still what was written. Never 0. */
guint32 aft_markdown_fingerprint_field (AftRecord *record, guint field);
guint32 aft_markdown_fingerprint_record (AftRecord *record);
guint32 aft_markdown_fingerprint_text (const char *text);

G_END_DECLS
