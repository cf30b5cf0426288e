/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "format/markdown-reading.h"

G_BEGIN_DECLS

/* The version in "afterword: 1" of the front matter that the text begins with, 0 where it has none.
 * body: where the text goes on behind it, may be NULL. */
guint aft_markdown_front_version (const char *text, const char **body);
/* The front matter of the text: what the document has a field for. Other keys are kept as keys that
 * are not known, values that cannot be understood as strays. */
void aft_markdown_read_front_matter (AftMarkdownReading *reading, const char *text);

G_END_DECLS
