/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Text that is not Markdown, for a place in Markdown: every mark that could mean something there is
 * escaped. One line; ends of lines become blanks. */
char *aft_markdown_escape_line (const char *text);
/* The same for a cell of a table, line ends as <br>. */
char *aft_markdown_escape_cell (const char *text);
/* The text that either was made from. */
char *aft_markdown_unescape (const char *markdown, gssize length);
/* The length of a line break "<br>", "<br/>" at the start of the text, or 0. */
gsize aft_markdown_break_length (const char *text);
/* A double-quoted YAML scalar. */
char *aft_markdown_yaml_string (const char *text);

G_END_DECLS
