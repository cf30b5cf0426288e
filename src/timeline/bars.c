/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "timeline/layout.h"

#define MAX_BAR_ROWS 8
#define MIN_BAR      1.4 /* times the size of a mark */
#define PADDING      5.0 /* between the end of a bar and a label within */
#define BESIDE       2.0

typedef struct
{
  AftLaneLayout *lane;
  double         free_to[MAX_BAR_ROWS]; /* where what is already in the row begins */
} Bars;

static gboolean
fits (const Bars *self, const AftPlacement *place, guint row)
{
  return place->end + BESIDE <= self->free_to[row];
}

/* Room for a label to the right of the bar in that row. */
static double
room_beside (const Bars *self, const AftPlacement *place, guint row)
{
  return self->free_to[row] - place->end - AFT_FIGURE_GAP - AFT_FIGURE_APART;
}

static void
put (Bars *self, AftPlacement *place, guint row, double label, double width)
{
  place->is_placed = place->is_bar = TRUE;
  place->mark_row = place->label_row = row;
  place->label = label;
  place->label_width = width;
  self->free_to[row] = width > 0 ? MIN (place->offset, label) : place->offset;
  self->lane->n_rows = MAX (self->lane->n_rows, row + 1);
}

/* The first row where the bar and so much beside it has room, or -1. */
static int
first_row (const Bars *self, const AftPlacement *place, double room)
{
  for (guint row = 0; row < MAX_BAR_ROWS; row++)
    if (fits (self, place, row) && (room <= 0 || room_beside (self, place, row) >= room))
      return row;
  return -1;
}

static double
room_within (const AftPlacement *place)
{
  return place->end - place->offset - 2 * PADDING;
}

static gboolean
put_within (Bars *self, AftPlacement *place, double width)
{
  int row = first_row (self, place, 0);

  if (row < 0)
    return FALSE;
  place->label_inside = TRUE;
  put (self, place, row, place->offset + PADDING, width);
  return TRUE;
}

static gboolean
put_beside (Bars *self, AftPlacement *place, double whole, double least)
{
  int row = first_row (self, place, least);

  if (row < 0)
    return FALSE;
  put (self, place, row, place->end + AFT_FIGURE_GAP, MIN (whole, room_beside (self, place, row)));
  return TRUE;
}

/* Where the whole ends; the row is then taken from the start of the label on. */
static gboolean
put_before (Bars *self, AftPlacement *place, double whole, double least)
{
  int    row = first_row (self, place, 0);
  double room = place->offset - AFT_FIGURE_GAP;

  if (row < 0 || room < least)
    return FALSE;
  put (self, place, row, MAX (room - whole, 0), MIN (whole, room));
  return TRUE;
}

/* The label within the bar where all of it fits, else beside it, else as much as fits. A bar that
 * finds no row stays without a place. */
static void
place_bar (Bars *self, guint index)
{
  AftFigureLayout *layout = self->lane->layout;
  AftPlacement    *place = &layout->places[index];
  double           whole = aft_layout_label_width (layout, index);
  double           good = MIN (whole, self->lane->good);
  double           least = MIN (whole, aft_layout_min_label (layout));
  double           within = room_within (place);

  if (whole <= within && put_within (self, place, whole))
    return;
  if (put_beside (self, place, whole, good))
    return;
  if (within >= least && put_within (self, place, MIN (whole, within)))
    return;
  if (put_beside (self, place, whole, least) || put_before (self, place, whole, least))
    return;
  put_within (self, place, 0);
}

void
aft_layout_bars (AftLaneLayout *lane)
{
  AftFigureLayout *layout = lane->layout;
  Bars             self = { .lane = lane };

  for (guint row = 0; row < MAX_BAR_ROWS; row++)
    self.free_to[row] = aft_scale_get_extent (&layout->figure->scale) + AFT_FIGURE_PADDING;
  for (guint i = lane->n_events; i-- > 0;)
    {
      AftPlacement *place = &layout->places[lane->events[i]];

      if (place->end - place->offset >= MIN_BAR * layout->mark)
        place_bar (&self, lane->events[i]);
    }
}
