/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "format/markdown-reading.h"

G_BEGIN_DECLS

/* The tables in the text of a section: its figures, the events, the action items. What is no such
 * table, and cells that cannot be understood, become strays. */
void aft_markdown_read_tables (AftMarkdownReading *reading, AftSectionId section, const char *text);

G_END_DECLS
