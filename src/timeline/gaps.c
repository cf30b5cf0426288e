/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/quantity.h"
#include "timeline/layout.h"

/* "14 h": of long gaps nobody counts the minutes. */
static char *
format_gap (AftInstant from, AftInstant to)
{
  gint64 unit = to - from >= AFT_HOUR ? AFT_HOUR : AFT_MINUTE;

  return aft_duration_format ((to - from) / unit * (unit / AFT_SECOND));
}

/* The name stands in the middle, cut off by no other's. */
static void
place_label (AftFigureLayout *self, AftGapBox *box, double *free_x)
{
  double width = aft_layout_measure (self, box->text, FALSE);
  double x = box->rect.x + (box->rect.width - width) / 2;
  double end = self->figure->plot.x + self->figure->plot.width;

  box->label = (AftRect){ x, self->figure->axis_y + 5, width, self->row_height };
  if (x < *free_x || x + width > end + AFT_FIGURE_PADDING)
    box->label.width = 0;
  else
    *free_x = x + width + AFT_FIGURE_GAP;
}

static void
add_gap (AftFigureLayout *self, const AftQuiet *quiet, double *free_x)
{
  AftFigure *figure = self->figure;
  AftGapBox  box = { .from = quiet->from, .to = quiet->to };
  double     left = MAX (aft_scale_to_x (&figure->scale, quiet->from), figure->plot.x);
  double     right =
      MIN (aft_scale_to_x (&figure->scale, quiet->to), figure->plot.x + figure->plot.width);

  if (right <= left)
    return;
  box.is_expanded = aft_scale_find_break (&figure->scale, quiet->from) < 0;
  /* in a strip, and at its ends, quiet stretches are drawn as they are */
  if (box.is_expanded &&
      (self->options->view == NULL ||
       !aft_view_state_is_expanded (self->options->view, quiet->from, quiet->to)))
    return;
  box.rect = (AftRect){ left, figure->plot.y, right - left, figure->axis_y - figure->plot.y };
  box.text = format_gap (quiet->from, quiet->to);
  place_label (self, &box, free_x);
  g_array_append_val (figure->gaps, box);
}

void
aft_layout_gaps (AftFigureLayout *self)
{
  double free_x = self->figure->plot.x - AFT_FIGURE_PADDING;

  for (guint i = 0; i < self->digest->quiet->len; i++)
    add_gap (self, &g_array_index (self->digest->quiet, AftQuiet, i), &free_x);
}
