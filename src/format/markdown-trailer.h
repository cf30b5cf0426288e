/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "format/markdown-reading.h"

G_BEGIN_DECLS

/* The comment that closes our Markdown: what a reader of the text above it would miss or take for
 * something else. Each correction carries the fingerprint of what it corrects, so that it is passed
 * over where the text was edited. docs/format.md describes it. */

/* Appends what is needed to get from what was read to the document; nothing where they are equal.
 */
void aft_markdown_append_trailer (GString *out, AftRecord *root, AftMarkdownReading *reading);
/* Takes the comment out of the text: its JSON, NULL where there is none. Transfer full. */
char *aft_markdown_take_trailer (GString *text);
/* Applies it to what was read. FALSE where it is not JSON: nothing was changed. */
gboolean aft_markdown_apply_trailer (AftMarkdownReading *reading, const char *json);

#define AFT_MARKDOWN_TRAILER_START "<!-- afterword\n"
#define AFT_MARKDOWN_TRAILER_END   "-->"

G_END_DECLS
