/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Follows fenced code from line to line; begins zeroed. A fence that is indented belongs to a list
 * item: the next line that is not indented ends the item, and the code with it. */
typedef struct
{
  gsize length; /* of the open fence; 0 outside of code */
  gsize indent;
  char  mark;
} AftMarkdownFence;

/* Whether the line (length bytes, without its end) is code or a fence of it. */
gboolean aft_markdown_fence_step (AftMarkdownFence *self, const char *line, gsize length);
/* The level of the heading "## …" that the line is, or 0. */
guint aft_markdown_heading_level (const char *line, gsize length);

G_END_DECLS
