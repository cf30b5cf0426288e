/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "typeset/block.h"

AftBlock *
aft_block_new (AftBlockType type)
{
  AftBlock *self = g_new0 (AftBlock, 1);

  self->type = type;
  self->node = self->marker_node = -1;
  return self;
}

void
aft_block_free (AftBlock *self)
{
  g_clear_pointer (&self->lines, aft_lines_unref);
  g_clear_pointer (&self->marker, aft_lines_unref);
  g_clear_pointer (&self->links, g_array_unref);
  g_clear_pointer (&self->table, aft_table_free);
  g_clear_pointer (&self->boxes, g_array_unref);
  g_clear_pointer (&self->aside, aft_block_free);
  g_free (self->outline);
  g_free (self);
}

void
aft_box_clear (AftBox *self)
{
  g_clear_pointer (&self->lines, aft_lines_unref);
  g_clear_pointer (&self->links, g_array_unref);
  g_clear_pointer (&self->alt, g_free);
}

GArray *
aft_boxes_new (void)
{
  GArray *boxes = g_array_new (FALSE, TRUE, sizeof (AftBox));

  g_array_set_clear_func (boxes, (GDestroyNotify) aft_box_clear);
  return boxes;
}

AftBox *
aft_block_add_box (AftBlock *self, const AftBox *box)
{
  if (self->boxes == NULL)
    self->boxes = aft_boxes_new ();
  g_array_append_vals (self->boxes, box, 1);
  return &g_array_index (self->boxes, AftBox, self->boxes->len - 1);
}
