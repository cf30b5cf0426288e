/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "format/markdown-reading.h"

G_BEGIN_DECLS

/* Title, sections and fields, by their headings. */
void aft_markdown_read_body (AftMarkdownReading *reading, const char *body);

G_END_DECLS
