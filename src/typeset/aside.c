/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "typeset/flow.h"

#define ASIDE_TOP 22.0 /* below the name of the column */
#define ASIDE_GAP 8.0

/* What stands in the note column is set beside its block; where a page has more than fits so, all
 * of it is moved, down first, then up from the foot of the page. */

void
aft_flow_place_aside (AftFlow *self, const AftBlock *aside)
{
  AftAside placed = { self->page->len, aside->boxes->len, self->y, aside->height };

  for (guint i = 0; i < aside->boxes->len; i++)
    {
      AftBox box = g_array_index (aside->boxes, AftBox, i);

      aft_lines_ref (box.lines);
      box.rect.y += self->y;
      aft_flow_place (self, &box);
    }
  g_array_append_val (self->asides, placed);
}

static void
move_aside (AftFlow *self, AftAside *aside, double y)
{
  for (guint i = 0; i < aside->n_boxes; i++)
    g_array_index (self->page, AftBox, aside->first_box + i).rect.y += y - aside->y;
  aside->y = y;
}

void
aft_flow_settle_asides (AftFlow *self)
{
  double top = ASIDE_TOP, bottom = self->area->depth;

  for (guint i = 0; i < self->asides->len; i++)
    {
      AftAside *aside = &g_array_index (self->asides, AftAside, i);

      if (aside->y < top)
        move_aside (self, aside, top);
      top = aside->y + aside->height + ASIDE_GAP;
    }
  for (guint i = self->asides->len; i > 0; i--)
    {
      AftAside *aside = &g_array_index (self->asides, AftAside, i - 1);

      if (aside->y + aside->height > bottom)
        move_aside (self, aside, bottom - aside->height);
      bottom = aside->y - ASIDE_GAP;
    }
  g_array_set_size (self->asides, 0);
}
