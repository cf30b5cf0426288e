/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Text for HTML: escaped, controls that HTML does not know left out. */
void aft_html_append_text (GString *out, const char *text);
/* Markdown as blocks of HTML, its headings below those of fields. */
void aft_html_append_prose (GString *out, const char *markdown);
/* The same where a line is enough: one paragraph stands without its element. */
void aft_html_append_cell (GString *out, const char *markdown);

G_END_DECLS
