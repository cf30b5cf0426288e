/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "typeset/style.h"
#include "typeset/table.h"

G_BEGIN_DECLS

/* What flows down the pages, one below the other: the paginator knows nothing else. */
typedef enum
{
  AFT_BLOCK_TEXT,  /* may be split between lines */
  AFT_BLOCK_TABLE, /* may be split between rows */
  AFT_BLOCK_GROUP, /* boxes placed relative to its top left corner; never split */
} AftBlockType;

typedef enum
{
  AFT_DECOR_NONE,
  AFT_DECOR_QUOTE, /* a bar at the start side */
  AFT_DECOR_CODE,  /* a tint behind */
} AftDecor;

typedef struct _AftBlock AftBlock;
struct _AftBlock
{
  AftBlockType type;
  double       x, width;     /* from the left of the text area */
  double       above, below; /* wanted space; the larger of two neighbours counts */
  gboolean     keep_next;    /* never last on a page */
  gboolean     page_break;   /* begins a page */
  gboolean     is_whole;     /* a table that is split only where it must */
  AftDecor     decor;
  double       decor_x, decor_width;
  int          node; /* of the text */

  /* text */
  AftLines *lines;
  GArray   *links;
  AftInk    ink;
  double    leading, baseline;
  int       n_lines;
  AftLines *marker; /* of a list item: stands before the first line */
  double    marker_x;
  int       marker_node;

  AftTable *table;

  GArray  *boxes; /* AftBox */
  double   height;
  gboolean shrinks; /* a figure that may be drawn smaller to stay on its page */

  AftBlock  *aside;         /* a group in the note column beside it */
  guint      outline_level; /* 0: not in the outline */
  char      *outline;
  AftRecord *record; /* what it shows; NULL where nothing is edited */
  guint      field;
};

AftBlock *aft_block_new (AftBlockType type);
void      aft_block_free (AftBlock *self);
/* A group's own boxes. */
AftBox *aft_block_add_box (AftBlock *self, const AftBox *box);
void    aft_box_clear (AftBox *self);
GArray *aft_boxes_new (void);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AftBlock, aft_block_free)

G_END_DECLS
