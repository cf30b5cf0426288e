/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "markup/node.h"
#include "typeset/pages.h"
#include "typeset/references.h"

G_BEGIN_DECLS

/* One stretch of text with its attributes and links, ready for a layout. */
typedef struct
{
  GString       *text;
  PangoAttrList *attrs;      /* NULL while there are none */
  GArray        *links;      /* AftPageLink; NULL while there are none */
  AftReferences *references; /* unowned; NULL: addresses get no number, "E12" is a word */
  guint          n_raw;      /* addresses around the node being added: their text stays as it is */
} AftInline;

void aft_inline_init (AftInline *self);
/* For prose: its links are numbered, and what names an event or an action leads there. */
void aft_inline_init_prose (AftInline *self, AftReferences *references);
void aft_inline_clear (AftInline *self);
void aft_inline_add (AftInline *self, const char *text);
/* The same as a typesetter has it, see aft_microtype_append(); with references for prose. */
void aft_inline_add_words (AftInline *self, const char *text);
void aft_inline_add_bold (AftInline *self, const char *text);
void aft_inline_add_dim (AftInline *self, const char *text);
/* A new line; readers of the structure find a space there. */
void aft_inline_break (AftInline *self);
/* A live link where the address is safe, else plain text. */
void aft_inline_add_link (AftInline *self, const char *text, const char *address);
void aft_inline_add_node (AftInline *self, const AftNode *node);
/* The inline children of a paragraph, heading or cell. */
void aft_inline_add_children (AftInline *self, const AftNode *parent);
/* Everything below the node as lines of one text, for table cells: paragraphs and items each
 * begin a line, items with their mark. */
void aft_inline_add_blocks (AftInline *self, const AftNode *document);
/* Markdown for a cell. */
void aft_inline_add_prose (AftInline *self, const char *markdown);

GArray *aft_page_links_new (void);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (AftInline, aft_inline_clear)

G_END_DECLS
