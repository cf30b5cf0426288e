/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/record.h"

G_BEGIN_DECLS

/* The document as GitHub-flavoured Markdown with YAML front matter, and a closing comment with what
 * is not shown, so that aft_markdown_read() gives the same document again. What may be shown is
 * decided before, with aft_audience_copy(). Transfer full. */
char *aft_markdown_write (AftRecord *root);
/* The same without the comment: nothing is in it that a reader does not see. Transfer full. */
char *aft_markdown_write_public (AftRecord *root);

G_END_DECLS
