/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* One line that Markdown shows as it is: every character that could mean something is escaped. */
char *aft_markdown_escape_line (const char *text);
/* The same for a cell of a table, line ends as <br>. */
char *aft_markdown_escape_cell (const char *text);
/* Prose for a cell: its emphasis, code and links stay; nothing in it ends the cell or begins HTML.
 */
char *aft_markdown_embed_cell (const char *prose);
/* Prose of the user, which is Markdown, for its place in a larger document: its headings come below
 * ours (shift levels down, at most 6), an open fence is closed. */
char *aft_markdown_embed (const char *prose, guint shift);
/* A double-quoted YAML scalar. */
char *aft_markdown_yaml_string (const char *text);

G_END_DECLS
