/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "typeset/flow.h"

void
aft_flow_begin_page (AftFlow *self)
{
  if (self->page != NULL)
    aft_flow_settle_asides (self);
  self->page = aft_boxes_new ();
  g_ptr_array_add (self->pages->pages, self->page);
  self->y = self->owed = 0;
  self->quote_end = -1;
  self->is_empty = TRUE;
}

void
aft_flow_place (AftFlow *self, const AftBox *box)
{
  AftBox placed = *box;

  placed.rect.x += self->area->left;
  placed.rect.y += self->area->top;
  g_array_append_val (self->page, placed);
}

void
aft_flow_place_fill (AftFlow *self, double x, double y, double width, double height, AftInk ink)
{
  AftBox box = { .type = AFT_BOX_FILL, .rect = { x, y, width, height }, .ink = ink, .node = -1 };

  aft_flow_place (self, &box);
}

double
aft_flow_room (const AftFlow *self)
{
  return self->area->depth - self->y;
}

void
aft_flow_note_place (AftFlow        *self,
                     const AftBlock *block,
                     double          x,
                     double          y,
                     double          width,
                     double          height)
{
  AftPageSpot spot = { (int) self->pages->pages->len - 1,
                       { self->area->left + x, self->area->top + y, width, height },
                       block->record,
                       block->field };

  if (block->record != NULL)
    g_array_append_val (self->pages->spots, spot);
}
