/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "typeset/paginate.h"

#include <math.h>

#include "typeset/flow.h"

#define QUOTE_BAR       1.5
#define CODE_PAD        4.0
#define WRAP_MARK       "↳"
#define WRAP_MARK_WIDTH 6.0

#define WHOLE_SHARE 0.3 /* of a page: what is taller is split after all */
#define MIN_SCALE   0.8 /* of a figure that would not fit the rest of its page */

/* Space between what is above and this block; none at the top of a page. */
static double
gap_before (const AftFlow *self, const AftBlock *block)
{
  return self->is_empty ? 0 : MAX (self->owed, block->above);
}

/* Prose lines stand on the common rhythm wherever tables or figures end. */
static void
advance_over_gap (AftFlow *self, const AftBlock *block)
{
  self->y += gap_before (self, block);
  if (block->type == AFT_BLOCK_TEXT)
    self->y = aft_style_snap (self->y);
}

static void
note_outline (AftFlow *self, const AftBlock *block)
{
  AftOutlineItem item = { (int) self->pages->pages->len - 1,
                          self->area->top + self->y,
                          block->outline_level,
                          g_strdup (block->outline) };

  if (block->outline_level == 0)
    return;
  g_array_append_val (self->pages->outline, item);
  aft_pages_add_anchor (self->pages, 'S', self->pages->outline->len, item.page, item.y);
}

/* ---- text ---- */

/* How many of the lines left go on this page without leaving a widow or an orphan: 0 = none. */
static int
lines_that_fit (double space, double leading, int n_left, int n_placed)
{
  int n = (int) floor ((space + AFT_FLOW_EPSILON) / leading);

  if (n >= n_left)
    return n_left;
  if (n_left - n < AFT_MIN_LINES)
    n = n_left - AFT_MIN_LINES;
  return n_placed == 0 && n < AFT_MIN_LINES ? 0 : MAX (n, 0);
}

static void
place_marker (AftFlow *self, const AftBlock *block)
{
  AftBox box = { .type = AFT_BOX_TEXT,
                 .rect = { block->marker_x, self->y, 0, block->leading },
                 .ink = AFT_INK_TEXT,
                 .lines = aft_lines_ref (block->marker),
                 .n_lines = 1,
                 .leading = block->leading,
                 .baseline = block->baseline,
                 .node = block->marker_node };

  box.rect.width = aft_lines_get_width (block->marker);
  aft_flow_place (self, &box);
}

/* One bar for all paragraphs of a quote: it bridges the space between them. */
static void
place_quote_bar (AftFlow *self, const AftBlock *block, double height)
{
  double top = self->quote_end >= 0 && self->quote_x == block->decor_x ? self->quote_end : self->y;

  aft_flow_place_fill (
      self, block->decor_x + 4, top, QUOTE_BAR, self->y + height - top, AFT_INK_HAIRLINE);
  self->quote_x = block->decor_x;
  self->quote_end = self->y + height;
}

static void
place_decor (AftFlow *self, const AftBlock *block, double height, gboolean first, gboolean last)
{
  double above = first ? CODE_PAD : 2, below = last ? CODE_PAD : 2;

  if (block->decor == AFT_DECOR_QUOTE)
    place_quote_bar (self, block, height);
  else if (block->decor == AFT_DECOR_CODE)
    aft_flow_place_fill (self,
                         block->decor_x,
                         self->y - above,
                         block->decor_width,
                         height + above + below,
                         AFT_INK_TINT);
}

/* A line of code that is longer than the page is wide goes on below, with a mark before the rest:
 * it is no line of its own. */
static void
place_wrap_marks (AftFlow *self, const AftBlock *block, int first, int n)
{
  AftBox box = { .type = AFT_BOX_TEXT,
                 .rect = { block->decor_x + 1, self->y, WRAP_MARK_WIDTH, block->leading },
                 .ink = AFT_INK_DIM,
                 .n_lines = 1,
                 .leading = block->leading,
                 .baseline = block->baseline,
                 .node = -1 };

  for (int i = first; i < first + n; i++, box.rect.y += block->leading)
    {
      if (!aft_lines_is_continued (block->lines, i))
        continue;
      if (self->wrap_mark == NULL)
        self->wrap_mark = aft_style_set (self->style, AFT_FACE_CODE, WRAP_MARK, -1, NULL, -1);
      box.lines = aft_lines_ref (self->wrap_mark);
      aft_flow_place (self, &box);
    }
}

static void
place_lines (AftFlow *self, const AftBlock *block, int first, int n)
{
  AftBox box = { .type = AFT_BOX_TEXT,
                 .rect = { block->x, self->y, block->width, n * block->leading },
                 .ink = block->ink,
                 .lines = aft_lines_ref (block->lines),
                 .first_line = first,
                 .n_lines = n,
                 .leading = block->leading,
                 .baseline = block->baseline,
                 .links = block->links != NULL ? g_array_ref (block->links) : NULL,
                 .node = block->node };

  place_decor (self, block, n * block->leading, first == 0, first + n == block->n_lines);
  if (block->decor == AFT_DECOR_CODE)
    place_wrap_marks (self, block, first, n);
  if (first == 0 && block->marker != NULL)
    place_marker (self, block);
  aft_flow_place (self, &box);
  aft_flow_note_place (self, block, block->x, self->y, block->width, n * block->leading);
  self->y += n * block->leading;
  self->is_empty = FALSE;
}

static void
flow_text (AftFlow *self, const AftBlock *block)
{
  for (int first = 0; first < block->n_lines;)
    {
      int n_left = block->n_lines - first;
      int n = lines_that_fit (aft_flow_room (self), block->leading, n_left, first);

      if (n == 0 && !self->is_empty)
        {
          aft_flow_begin_page (self);
          continue;
        }
      /* a line taller than a page is placed all the same */
      n = MAX (n, 1);
      place_lines (self, block, first, n);
      first += n;
      if (first < block->n_lines)
        aft_flow_begin_page (self);
    }
}

/* ---- groups ---- */

/* A figure that shrinks leaves so much room below itself. */
static void
flow_group (AftFlow *self, const AftBlock *block, double reserved)
{
  double room = aft_flow_room (self) - reserved;
  double scale = block->shrinks ? CLAMP (room / block->height, MIN_SCALE, 1) : 1;

  aft_flow_note_place (self, block, block->x, self->y, block->width, block->height * scale);
  for (guint i = 0; block->boxes != NULL && i < block->boxes->len; i++)
    {
      AftBox box = g_array_index (block->boxes, AftBox, i);

      if (box.lines != NULL)
        aft_lines_ref (box.lines);
      if (box.links != NULL)
        g_array_ref (box.links);
      box.alt = g_strdup (box.alt);
      box.rect.x += block->x;
      box.rect.y += self->y;
      box.rect.width *= scale;
      box.rect.height *= scale;
      aft_flow_place (self, &box);
    }
  self->y += block->height * scale;
  self->is_empty = FALSE;
}

/* ---- what stays together ---- */

static double
table_height (const AftTable *table)
{
  double height = 0;

  for (guint i = 0; i < table->rows->len; i++)
    height += aft_table_get_row (table, i)->height;
  return height;
}

/* A large table that moved to the next page would leave a hole. */
static gboolean
is_kept_whole (const AftFlow *self, const AftBlock *block)
{
  return block->is_whole && table_height (block->table) <= self->area->depth * WHOLE_SHARE;
}

/* The least of a block that may stand at the foot of a page. */
static double
head_height (const AftFlow *self, const AftBlock *block)
{
  switch (block->type)
    {
    case AFT_BLOCK_TEXT:
      /* three lines cannot be split into two halves of two */
      return block->leading *
             (block->n_lines <= 2 * AFT_MIN_LINES - 1 ? block->n_lines : AFT_MIN_LINES);
    case AFT_BLOCK_TABLE:
      return is_kept_whole (self, block) ? table_height (block->table)
                                         : aft_flow_row_with_followers (block->table, 0);
    default:
      return block->height * (block->shrinks ? MIN_SCALE : 1);
    }
}

static double
whole_height (const AftFlow *self, const AftBlock *block)
{
  return block->type == AFT_BLOCK_TEXT ? block->leading * block->n_lines
                                       : head_height (self, block);
}

/* Headings from there on and the beginning of what follows them. */
static double
chain_height (const AftFlow *self, guint index)
{
  double height = 0;
  double owed = self->owed;

  for (guint i = index; i < self->blocks->len; i++)
    {
      const AftBlock *block = g_ptr_array_index (self->blocks, i);
      double          gap = i == index && self->is_empty ? 0 : MAX (owed, block->above);

      height += gap;
      /* at most, as snapping will have it */
      if (block->type == AFT_BLOCK_TEXT)
        height = aft_style_snap (self->y + height) - self->y;
      if (!block->keep_next)
        return height + head_height (self, block);
      height += whole_height (self, block);
      owed = block->below;
    }
  return height;
}

static gboolean
follows_heading (const AftFlow *self, guint index)
{
  return ((const AftBlock *) g_ptr_array_index (self->blocks, index - 1))->keep_next;
}

/* Beside the last line, where the block has one: a heading is not split. */
static void
place_beside (AftFlow *self, const AftBlock *block)
{
  double below = self->y;

  if (block->type == AFT_BLOCK_TEXT)
    self->y -= block->n_lines * block->leading;
  aft_flow_place_aside (self, block->aside);
  self->y = below;
}

/* For what must follow the block on its page, once that is begun. */
static double
height_below (const AftFlow *self, guint index)
{
  const AftBlock *block = g_ptr_array_index (self->blocks, index);

  if (!block->keep_next)
    return 0;
  return chain_height (self, index) - gap_before (self, block) - whole_height (self, block);
}

static void
flow_block (AftFlow *self, guint index)
{
  const AftBlock *block = g_ptr_array_index (self->blocks, index);
  double          reserved;

  if (!self->is_empty &&
      (block->page_break || chain_height (self, index) > aft_flow_room (self) + AFT_FLOW_EPSILON))
    aft_flow_begin_page (self);
  reserved = height_below (self, index);
  advance_over_gap (self, block);
  if (block->decor != AFT_DECOR_QUOTE)
    self->quote_end = -1;
  note_outline (self, block);
  switch (block->type)
    {
    case AFT_BLOCK_TEXT:
      flow_text (self, block);
      break;
    case AFT_BLOCK_TABLE:
      aft_flow_table (self, block, index > 0 && follows_heading (self, index));
      break;
    default:
      flow_group (self, block, reserved);
    }
  if (block->aside != NULL)
    place_beside (self, block);
  self->owed = block->below;
}

void
aft_paginate (GPtrArray *blocks, AftStyle *style, AftPages *pages)
{
  AftFlow flow = {
    .pages = pages,
    .style = style,
    .area = aft_style_get_area (style),
    .blocks = blocks,
    .asides = g_array_new (FALSE, FALSE, sizeof (AftAside)),
  };

  aft_flow_begin_page (&flow);
  for (guint i = 0; i < blocks->len; i++)
    flow_block (&flow, i);
  aft_flow_settle_asides (&flow);
  g_array_unref (flow.asides);
  g_clear_pointer (&flow.wrap_mark, aft_lines_unref);
}
