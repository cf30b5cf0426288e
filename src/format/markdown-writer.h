/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/record.h"

G_BEGIN_DECLS

/* The document as GitHub-flavoured Markdown with YAML front matter. What may be shown is decided
 * before, with aft_audience_copy(). Transfer full. */
char *aft_markdown_write (AftRecord *root);

G_END_DECLS
