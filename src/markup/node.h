/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Markdown as a small tree. Everything md4c reports is mapped to these; what has no place here
 * (raw HTML, images) becomes text. */
typedef enum
{
  /* blocks */
  AFT_NODE_DOCUMENT,
  AFT_NODE_PARAGRAPH,
  AFT_NODE_HEADING, /* level 1 to 6 */
  AFT_NODE_LIST,    /* ordered, start, tight */
  AFT_NODE_ITEM,    /* task: AFT_TASK_… */
  AFT_NODE_QUOTE,
  AFT_NODE_CODE_BLOCK, /* text: the code; target: info string */
  AFT_NODE_RULE,
  AFT_NODE_TABLE, /* children: rows; first is_header */
  AFT_NODE_ROW,   /* is_header; children: cells */
  AFT_NODE_CELL,  /* align */
  /* inlines */
  AFT_NODE_TEXT, /* text */
  AFT_NODE_EMPHASIS,
  AFT_NODE_STRONG,
  AFT_NODE_STRIKE,
  AFT_NODE_CODE,    /* text */
  AFT_NODE_LINK,    /* target: only http, https, mailto; other links are plain text */
  AFT_NODE_PRIVATE, /* ||phrase|| */
  AFT_NODE_SPAN,    /* no meaning of its own: what an unsafe link leaves */
  AFT_NODE_SOFT_BREAK,
  AFT_NODE_LINE_BREAK,
} AftNodeType;

typedef enum
{
  AFT_TASK_NONE,
  AFT_TASK_OPEN,
  AFT_TASK_DONE
} AftTask;
typedef enum
{
  AFT_ALIGN_DEFAULT,
  AFT_ALIGN_LEFT,
  AFT_ALIGN_CENTER,
  AFT_ALIGN_RIGHT
} AftAlign;

typedef struct _AftNode AftNode;
struct _AftNode
{
  AftNodeType type;
  AftNode    *parent, *first, *last, *next;
  char       *text;
  char       *target;
  guint       level;
  guint       start;
  AftTask     task;
  AftAlign    align;
  gboolean    ordered;
  gboolean    tight;
  gboolean    is_header;
};

#define AFT_MARKUP_ERROR (aft_markup_error_quark ())
typedef enum
{
  AFT_MARKUP_ERROR_TOO_LARGE
} AftMarkupError;
GQuark aft_markup_error_quark (void);

/* GitHub-flavoured Markdown -> tree, AFT_NODE_DOCUMENT at the root. Never NULL for valid UTF-8
 * within the caps (AFT_CAP_FIELD_BYTES in, bounded nodes and depth out); over them NULL and
 * AFT_MARKUP_ERROR_TOO_LARGE. Transfer full. */
AftNode *aft_node_parse (const char *markdown, GError **error);
void     aft_node_free (AftNode *self); /* with all below it; recursion free of stack limits */
/* All text below the node, blocks separated by newlines. For search, word counts and labels. */
char *aft_node_to_plain (const AftNode *self);
/* The same for Markdown text at once; for text over the caps the text as it is. */
char    *aft_markup_plain (const char *markdown);
gboolean aft_link_is_safe (const char *target);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AftNode, aft_node_free)

G_END_DECLS
