/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A table as it stands in the text: cells without the blanks around them, still escaped. */
typedef struct
{
  GStrv      header;
  GPtrArray *rows; /* (element-type GStrv): as many cells each as the row has */
} AftMarkdownTable;

/* The first table at the margin of the text, outside of code; NULL where there is none. start, end:
 * where it stands. Transfer full. */
AftMarkdownTable *aft_markdown_table_find (const char *text, const char **start, const char **end);
void              aft_markdown_table_free (AftMarkdownTable *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AftMarkdownTable, aft_markdown_table_free)

G_END_DECLS
