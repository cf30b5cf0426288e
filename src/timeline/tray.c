/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "timeline/layout.h"

#define MAX_ROWS 6

/* Events without a time stand in a tray at the end, in the order of the list; what does not fit is
 * one cluster. */
static void
add_rest (AftFigureLayout *self, const AftRect *cell, guint first, guint n)
{
  AftFigure    *figure = self->figure;
  AftClusterBox box = { .first = first, .last = first + n - 1, .n_events = n };

  box.from = box.to = AFT_INSTANT_NONE;
  box.rect = *cell;
  box.text = g_strdup_printf ("%u", n);
  g_array_append_val (figure->clusters, box);
  for (guint i = first; i < first + n; i++)
    g_array_index (figure->events, AftEventBox, i).cluster = figure->clusters->len - 1;
}

static void
show (AftFigureLayout *self, guint index, const AftRect *cell)
{
  AftEventBox *box = &g_array_index (self->figure->events, AftEventBox, index);

  box->is_shown = TRUE;
  box->mark =
      (AftRect){ cell->x, cell->y + (self->row_height - self->mark) / 2, self->mark, self->mark };
}

/* top: below the heading of the tray. */
void
aft_layout_tray (AftFigureLayout *self, double top)
{
  AftFigure *figure = self->figure;
  guint      first = self->digest->n_timed, n = figure->events->len - first;
  double     step = self->mark + AFT_FIGURE_GAP;
  guint      n_columns = MAX ((guint) (figure->tray.width / step), 1);
  guint      n_cells = n_columns * MAX_ROWS;

  if (n == 0)
    return;
  for (guint i = 0; i < n; i++)
    {
      AftRect cell = { figure->tray.x + i % n_columns * step,
                       top + (1 + i / n_columns) * self->row_height,
                       step,
                       self->row_height };

      if (i + n_columns >= n_cells && n > n_cells)
        {
          cell = (AftRect){ figure->tray.x, cell.y + 1, figure->tray.width, self->row_height - 2 };
          add_rest (self, &cell, first + i, n - i);
          n = i + 1;
          break;
        }
      show (self, first + i, &cell);
    }
  self->top = MAX (self->top, top + (2 + (n - 1) / n_columns) * self->row_height);
}
