/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "format/error.h"
#include "format/markdown-reading.h"
#include "model/postmortem.h"

G_BEGIN_DECLS

/* Whether the bytes begin as aft_markdown_write() begins, with the version that we can read.
 * length: in bytes. */
gboolean aft_markdown_is_ours (const char *text, gsize length);
/* The document of our own Markdown: the one it was written from, but for what was edited since.
 * What was added and has no field stays in the prose of its section or in the appendix. Any bytes
 * are taken; errors are AFT_FORMAT_ERROR_SYNTAX for text that is not ours and
 * AFT_FORMAT_ERROR_LIMIT or _SCHEMA where it would not make a valid file. Transfer full. */
AftPostmortem *aft_markdown_read (const char *text, gsize length, GError **error);

/* Internal: what is read of the text alone, without the comment that closes it. */
AftMarkdownReading *aft_markdown_read_shown_text (const char *text);

G_END_DECLS
