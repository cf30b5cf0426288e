/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What stands below one heading, up to the next of level 1 to 3. */
typedef struct
{
  guint level;   /* 0: what stands before any heading */
  char *heading; /* unescaped; "" at level 0 */
  char *text;
} AftMarkdownPart;

/* The body of a document by its headings at the margin; those in fenced code are none.
 * (element-type AftMarkdownPart), transfer full. */
GPtrArray *aft_markdown_outline (const char *body);

G_END_DECLS
