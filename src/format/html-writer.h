/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/record.h"

G_BEGIN_DECLS

/* The document as an HTML page of headings, paragraphs, lists, tables and code, without styles, for
 * pasting into a wiki or a mail; also well-formed XML. Everything a user wrote is escaped; only
 * http, https and mailto links are live. What may be shown is decided before, with
 * aft_audience_copy(). Transfer full. */
char *aft_html_write (AftRecord *root);

G_END_DECLS
