/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "typeset/block.h"

G_BEGIN_DECLS

/* Sums of many heights: what fits but for rounding fits. */
#define AFT_FLOW_EPSILON 0.01

/* Boxes of the page being filled that stand in its note column. */
typedef struct
{
  guint  first_box, n_boxes;
  double y, height;
} AftAside;

/* The page being filled, from top to bottom. Coordinates are those of the text area. */
typedef struct
{
  AftPages          *pages;
  AftStyle          *style;
  const AftPageArea *area;
  GPtrArray         *blocks;
  GArray            *page;   /* AftBox of the page being filled */
  GArray            *asides; /* AftAside of that page */
  double             y;      /* below the last thing placed; from the top of the text area */
  double             owed;   /* space below the last block */
  gboolean           is_empty;
  AftLines          *wrap_mark;          /* before lines of code that go on; NULL: not needed yet */
  double             quote_x, quote_end; /* of the last bar beside a quote; -1: none on this page */
} AftFlow;

void   aft_flow_begin_page (AftFlow *self);
double aft_flow_room (const AftFlow *self);
/* Takes what the box owns. */
void aft_flow_place (AftFlow *self, const AftBox *box);
void
aft_flow_place_fill (AftFlow *self, double x, double y, double width, double height, AftInk ink);
/* Remembers which field of the block's record is shown there. */
void aft_flow_note_place (AftFlow        *self,
                          const AftBlock *block,
                          double          x,
                          double          y,
                          double          width,
                          double          height);

/* Boxes of a group at the height where the page is filled to; settled once the page is full. */
void aft_flow_place_aside (AftFlow *self, const AftBlock *aside);
void aft_flow_settle_asides (AftFlow *self);

/* Tables: their own way to go over pages. after_heading: a heading went to this page for the sake
 * of the first row, so that a break before it would only leave the heading alone. */
void aft_flow_table (AftFlow *self, const AftBlock *block, gboolean after_heading);
/* Height of the row and of what must stay on its page. */
double aft_flow_row_with_followers (const AftTable *table, guint row);

G_END_DECLS
