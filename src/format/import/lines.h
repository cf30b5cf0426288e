/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Somebody's Markdown as lines, each with what it is: an import keeps the text of every line as its
 * author wrote it, which a tree of nodes does not. Also MediaWiki and simple HTML headings. */
typedef enum
{
  AFT_LINE_BLANK,
  AFT_LINE_HEADING, /* level 1 to 6 */
  AFT_LINE_TEXT,
  AFT_LINE_ITEM,  /* the first line of a list item */
  AFT_LINE_ROW,   /* of a table */
  AFT_LINE_RULER, /* the line below the head of a table, or a thematic break */
  AFT_LINE_CODE,  /* in a fence, or the fence itself */
  AFT_LINE_QUOTE,
  AFT_LINE_COMMENT, /* of HTML; nothing a reader sees */
} AftLineKind;

typedef enum
{
  AFT_CHECK_NONE,
  AFT_CHECK_OPEN,
  AFT_CHECK_DONE,
} AftCheck;

typedef struct
{
  AftLineKind kind;
  const char *start;  /* the line, */
  gsize       length; /* without its end */
  const char
          *body; /* what is in it, without indent, marker and #; for a heading without its tail */
  gsize    body_length;
  guint    indent; /* columns before the marker or the text */
  guint    level;  /* of a heading */
  AftCheck box;    /* of an item */
} AftLine;

/* text: valid UTF-8 with LF, and must outlive the lines. (element-type AftLine) */
GArray *aft_lines_read (const char *text);
/* The cells of a row, trimmed, "\|" as "|". (element-type utf8) */
GPtrArray *aft_line_cells (const AftLine *self);
/* Its body as a string. */
char *aft_line_dup_body (const AftLine *self);

G_END_DECLS
