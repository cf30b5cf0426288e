/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "typeset/flow.h"

#include <math.h>

#define HAIRLINE  0.4
#define HEAD_RULE 0.8
#define TALL_ROW  3 /* lines: enough below the head of a table */

static void
place_cell (AftFlow        *self,
            const AftBlock *block,
            const AftRow   *row,
            guint           column,
            int             first,
            int             n,
            gboolean        repeated)
{
  const AftTable *table = block->table;
  AftCell        *cell = aft_table_get_cell (table, row, column);
  AftBox          box = { .type = AFT_BOX_TEXT, .ink = cell->ink, .first_line = first };

  box.n_lines = MIN (n, cell->n_lines - first);
  if (cell->lines == NULL || box.n_lines <= 0)
    return;
  box.leading = row->leading;
  box.baseline = aft_style_baseline (self->style, AFT_FACE_CELL, row->leading);
  box.rect = (AftRect){ block->x + table->x[column],
                        self->y + AFT_TABLE_PAD,
                        aft_table_cell_width (table, row, column),
                        box.n_lines * row->leading };
  box.lines = aft_lines_ref (cell->lines);
  box.links = cell->links != NULL && !repeated ? g_array_ref (cell->links) : NULL;
  box.node = repeated ? -1 : cell->node;
  aft_flow_place (self, &box);
}

static double
piece_height (const AftRow *row, int n)
{
  return n * row->leading + 2 * AFT_TABLE_PAD;
}

static void
place_row (AftFlow        *self,
           const AftBlock *block,
           const AftRow   *row,
           int             first,
           int             n,
           gboolean        repeated)
{
  const AftTable *table = block->table;
  double          height = piece_height (row, n);
  gboolean        is_header = row->type == AFT_ROW_HEADER;

  if (row->type == AFT_ROW_GROUP)
    aft_flow_place_fill (self, block->x, self->y, table->width, height, AFT_INK_TINT);
  for (guint i = 0; i < table->n_columns; i++)
    place_cell (self, block, row, i, first, n, repeated);
  aft_flow_place_fill (self,
                       block->x,
                       self->y + height - (is_header ? HEAD_RULE : HAIRLINE),
                       table->width,
                       is_header ? HEAD_RULE : HAIRLINE,
                       is_header ? AFT_INK_ACCENT : AFT_INK_HAIRLINE);
  if (row->record != NULL && !repeated)
    {
      AftBlock of_row = { .record = row->record };

      aft_flow_note_place (self, &of_row, block->x, self->y, table->width, height);
    }
  if (row->letter != '\0' && !repeated && first == 0)
    aft_pages_add_anchor (self->pages,
                          row->letter,
                          row->number,
                          (int) self->pages->pages->len - 1,
                          self->area->top + self->y);
  self->y += height;
  self->is_empty = FALSE;
}

/* What a page begins with where a table goes on: its header, and the group the row belongs to. */
typedef struct
{
  const AftRow *header, *group;
} Repeat;

static double
repeat_height (const Repeat *repeat)
{
  return (repeat->header != NULL ? repeat->header->height : 0) +
         (repeat->group != NULL ? repeat->group->height : 0);
}

static void
continue_table (AftFlow *self, const AftBlock *block, const Repeat *repeat)
{
  aft_flow_begin_page (self);
  if (repeat->header != NULL)
    place_row (self, block, repeat->header, 0, repeat->header->n_lines, TRUE);
  if (repeat->group != NULL)
    place_row (self, block, repeat->group, 0, repeat->group->n_lines, TRUE);
}

/* A row taller than any page is the only one that may be split. */
static void
split_row (AftFlow *self, const AftBlock *block, const AftRow *row, const Repeat *repeat)
{
  for (int first = 0; first < row->n_lines;)
    {
      int n = (int) floor ((aft_flow_room (self) - 2 * AFT_TABLE_PAD + AFT_FLOW_EPSILON) /
                           row->leading);

      n = CLAMP (n, 1, row->n_lines - first);
      place_row (self, block, row, first, n, FALSE);
      first += n;
      if (first < row->n_lines)
        continue_table (self, block, repeat);
    }
}

/* Height of the row and of what must stay on its page: below a header or group row at least one,
 * below the head of a table two or a tall one, and of the last two rows neither stands alone. */
double
aft_flow_row_with_followers (const AftTable *table, guint i)
{
  double height = 0;
  guint  n_wanted = i == 0 ? 2 : 1;

  for (; i < table->rows->len && n_wanted > 0; i++)
    {
      const AftRow *row = aft_table_get_row (table, i);

      height += row->height;
      if (row->type == AFT_ROW_BODY && i + 2 != table->rows->len)
        n_wanted = row->n_lines >= TALL_ROW ? 0 : n_wanted - 1;
    }
  return height;
}

static gboolean
breaks_before_row (const AftFlow *self, const AftBlock *block, guint i, const Repeat *repeat)
{
  double needed = aft_flow_row_with_followers (block->table, i);

  return needed > aft_flow_room (self) + AFT_FLOW_EPSILON &&
         needed <= self->area->depth - repeat_height (repeat) + AFT_FLOW_EPSILON;
}

static void
flow_row (AftFlow *self, const AftBlock *block, guint i, gboolean may_break, const Repeat *repeat)
{
  const AftRow *row = aft_table_get_row (block->table, i);

  if (may_break && breaks_before_row (self, block, i, repeat))
    continue_table (self, block, repeat);
  if (row->height <= aft_flow_room (self) + AFT_FLOW_EPSILON)
    {
      place_row (self, block, row, 0, row->n_lines, FALSE);
      return;
    }
  if (may_break && aft_flow_room (self) < self->area->depth / 2)
    continue_table (self, block, repeat);
  split_row (self, block, row, repeat);
}

void
aft_flow_table (AftFlow *self, const AftBlock *block, gboolean after_heading)
{
  Repeat   repeat = { NULL, NULL };
  gboolean may_break = !after_heading;

  aft_flow_note_place (
      self, block, block->x, self->y, block->width, aft_table_get_row (block->table, 0)->height);
  for (guint i = 0; i < block->table->rows->len; i++)
    {
      const AftRow *row = aft_table_get_row (block->table, i);

      if (row->type == AFT_ROW_GROUP)
        repeat.group = NULL;
      flow_row (self, block, i, may_break, &repeat);
      if (row->type == AFT_ROW_HEADER)
        repeat.header = row;
      else if (row->type == AFT_ROW_GROUP)
        repeat.group = row;
      else
        may_break = TRUE;
    }
}
