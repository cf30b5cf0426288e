/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "typeset/composer.h"

G_BEGIN_DECLS

/* Markdown as blocks at the composer's indent. Text over the caps is set as it is. */
void aft_prose_add (AftComposer *self, const char *markdown);
/* An item of a list whose node is the composer's parent: what is added until the end is its body,
 * indented. mark stands before the first paragraph. */
typedef struct
{
  guint  first_block;
  double indent;
  int    label_node;
} AftProseItem;

AftProseItem aft_prose_begin_item (AftComposer *self, double indent);
void         aft_prose_end_item (AftComposer *self, const AftProseItem *item, const char *mark);
/* Takes the space between the blocks from there on, where all are of one line. */
void aft_prose_tighten (AftComposer *self, guint first_block);

#define AFT_ITEM_INDENT 16.0

G_END_DECLS
