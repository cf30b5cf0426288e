/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "timeline/layout.h"

#include <string.h>

#define MAX_RUN      6    /* so many marks in a run get rows of their own */
#define CLUSTER_SPAN 48.0 /* px that a cluster in a longer run covers */
#define APART        1.0  /* between marks */
#define MAX_DIGITS   10   /* of a count */
#define LEADER_GAP   4.0  /* between a leader and its label */

/* The lane is filled from its end to its start. free_to[row]: where what is already in the row, a
 * mark, a label or a leader that passes, begins. So a label that runs into what comes after it goes
 * further down, and no leader crosses a label. */
typedef struct
{
  AftLaneLayout *lane;
  const guint   *events; /* of the lane, without the bars */
  guint          n_events;
  guint          first_row;
  double         free_to[AFT_FIGURE_MAX_ROWS];
  double pills[MAX_DIGITS + 1]; /* widths, by the digits of their counts; 0: not known yet */
} Marks;

/* A way of placing an event. */
typedef struct
{
  int    row; /* of the label; -1: there is none */
  double label, width;
} Choice;

static double
half_mark (const Marks *self)
{
  return self->lane->layout->mark / 2;
}

static AftPlacement *
get_place (const Marks *self, guint i)
{
  return &self->lane->layout->places[self->events[i]];
}

static double
get_offset (const Marks *self, guint i)
{
  return get_place (self, i)->offset;
}

/* From the mark on the base a leader comes down to the row. */
static gboolean
leader_passes (const Marks *self, double offset, guint row)
{
  for (guint r = 1; r < row; r++)
    if (self->free_to[r] < offset + LEADER_GAP)
      return FALSE;
  return TRUE;
}

/* Where the label begins in that row. */
static double
label_start (const Marks *self, double offset, guint row, gboolean on_base)
{
  if (row == 0 || !on_base)
    return offset + half_mark (self) + AFT_FIGURE_GAP;
  return offset + LEADER_GAP;
}

static gboolean
row_takes (const Marks *self, double offset, guint row, gboolean on_base)
{
  if (on_base)
    return leader_passes (self, offset, row);
  return row > 0 && offset + half_mark (self) + APART <= self->free_to[row];
}

/* The first row with good room for the label, else the one with most. */
static Choice
choose_after (const Marks *self, double offset, double whole, gboolean on_base)
{
  AftFigureLayout *layout = self->lane->layout;
  double           good = MIN (whole, self->lane->good);
  Choice           best = { -1, 0, MIN (whole, aft_layout_min_label (layout)) };

  for (guint row = on_base ? 0 : 1; row < self->lane->layout->max_rows; row++)
    {
      double start = label_start (self, offset, row, on_base);
      double room = self->free_to[row] - AFT_FIGURE_APART - start;

      if (!row_takes (self, offset, row, on_base) || room < best.width)
        continue;
      if (best.row < 0 || room > best.width)
        best = (Choice){ row, start, MIN (room, whole) };
      if (room >= good)
        break;
    }
  return best;
}

/* Near the end of the whole: left of the mark, as far as the event before; or of the leader. */
static Choice
choose_before (const Marks *self, guint i, double whole)
{
  double offset = get_offset (self, i);
  double before = i > 0 ? get_offset (self, i - 1) + half_mark (self) + APART : 0;
  double at_mark = offset - half_mark (self) - AFT_FIGURE_GAP;
  double good = MIN (whole, self->lane->good);

  if (at_mark - before - AFT_FIGURE_APART >= good)
    {
      double width = MIN (whole, at_mark - before - AFT_FIGURE_APART);

      return (Choice){ 0, at_mark - width, width };
    }
  for (guint row = 1; row < self->lane->layout->max_rows; row++)
    if (leader_passes (self, offset, row) && self->free_to[row] >= offset + LEADER_GAP &&
        offset - LEADER_GAP >= good)
      {
        double width = MIN (whole, offset - LEADER_GAP);

        return (Choice){ row, offset - LEADER_GAP - width, width };
      }
  return (Choice){ -1, 0, 0 };
}

static void
take_row (Marks *self, guint row, double from)
{
  self->free_to[row] = MIN (self->free_to[row], from);
  self->lane->n_rows = MAX (self->lane->n_rows, self->first_row + row + 1);
}

static void
put (Marks *self, guint i, gboolean on_base, const Choice *choice)
{
  AftPlacement *place = get_place (self, i);
  double        mark = place->offset - half_mark (self);
  guint         mark_row = on_base ? 0 : choice->row;

  place->is_placed = TRUE;
  place->mark_row = self->first_row + mark_row;
  place->label_row = self->first_row + MAX (choice->row, 0);
  place->label = choice->label;
  place->label_width = choice->row >= 0 ? choice->width : 0;
  take_row (self, mark_row, mark - APART);
  if (choice->row < 0)
    return;
  if (place->label_width > 0)
    take_row (self, choice->row, MIN (choice->label, mark) - APART);
  for (int row = 1; on_base && row <= choice->row; row++)
    take_row (self, row, place->offset - LEADER_GAP);
}

/* Without a label: on the base, or in any row that has room for the mark alone. */
static gboolean
put_mark_alone (Marks *self, guint i, gboolean on_base)
{
  Choice none = { -1, 0, 0 };

  if (!on_base)
    for (guint row = 1; row < self->lane->layout->max_rows && none.row < 0; row++)
      if (row_takes (self, get_offset (self, i), row, FALSE))
        none.row = row;
  if (!on_base && none.row < 0)
    return FALSE;
  put (self, i, on_base, &none);
  return TRUE;
}

static gboolean
place_event (Marks *self, guint i)
{
  AftFigureLayout *layout = self->lane->layout;
  double           offset = get_offset (self, i);
  double           whole = aft_layout_label_width (layout, self->events[i]);
  double           extent = aft_scale_get_extent (&layout->figure->scale);
  gboolean         on_base = offset + half_mark (self) + APART <= self->free_to[0];
  Choice           choice;

  if (whole <= 0)
    return put_mark_alone (self, i, on_base);
  choice = choose_after (self, offset, whole, on_base);
  if (on_base && offset + MIN (whole, self->lane->good) + AFT_FIGURE_GAP > extent &&
      (choice.row < 0 || choice.width < whole))
    {
      Choice before = choose_before (self, i, whole);

      choice = before.row >= 0 ? before : choice;
    }
  if (choice.row < 0)
    return put_mark_alone (self, i, on_base);
  put (self, i, on_base, &choice);
  return TRUE;
}

/* How many events up to i are each closer to the next than a mark is wide; looks at no more than
 * matters. */
static guint
count_run (const Marks *self, guint i)
{
  double near = self->lane->layout->mark + APART;
  guint  n = 1;

  while (n <= MAX_RUN && n <= i && get_offset (self, i - n + 1) - get_offset (self, i - n) < near)
    n++;
  return n;
}

/* All of the run, or nothing. */
static gboolean
place_run (Marks *self, guint i, guint n)
{
  double before[AFT_FIGURE_MAX_ROWS];
  guint  n_rows = self->lane->n_rows;

  memcpy (before, self->free_to, sizeof before);
  for (guint k = 0; k < n; k++)
    if (!place_event (self, i - k))
      {
        memcpy (self->free_to, before, sizeof before);
        self->lane->n_rows = n_rows;
        for (guint undo = 0; undo < k; undo++)
          get_place (self, i - undo)->is_placed = FALSE;
        return FALSE;
      }
  return TRUE;
}

/* That of as many eights: a pill is as wide as another, and none is measured for each count. */
static double
cluster_width (Marks *self, guint n)
{
  AftFigureLayout *layout = self->lane->layout;
  char             text[MAX_DIGITS + 1];
  int              n_digits = g_snprintf (text, sizeof text, "%u", n);

  if (self->pills[n_digits] == 0)
    {
      memset (text, '8', (gsize) n_digits);
      self->pills[n_digits] = MAX (aft_layout_measure (layout, text, FALSE) + 10, layout->mark * 2);
    }
  return self->pills[n_digits];
}

/* The event i and those before it: as many as its pill would cover, and as many of the run as keep
 * it handy. Returns how many. */
static guint
place_cluster (Marks *self, guint i)
{
  double right = MIN (self->free_to[0] - APART, get_offset (self, i) + half_mark (self));
  double width = cluster_width (self, 1);
  double left = MIN (get_offset (self, i) - half_mark (self), right - width);
  guint  n = 1;

  while (n <= i)
    {
      double next = get_offset (self, i - n);
      double next_left = next - half_mark (self), next_right = next + half_mark (self);

      if (next_right + APART <= left)
        break;
      if (next_right + APART <= right - width && right - next_left > CLUSTER_SPAN)
        break;
      width = cluster_width (self, ++n);
      left = MIN (next_left, right - width);
    }
  for (guint k = 0; k < n; k++)
    get_place (self, i - k)->mark_row = self->first_row;
  aft_layout_cluster (self->lane, self->events + i - n + 1, n, left, right);
  take_row (self, 0, left - APART);
  return n;
}

static void
place_all (Marks *self)
{
  guint i = self->n_events;

  while (i > 0)
    {
      guint n = count_run (self, i - 1);

      if (n <= MAX_RUN && place_run (self, i - 1, n))
        i -= n;
      else
        i -= place_cluster (self, i - 1);
    }
}

void
aft_layout_marks (AftLaneLayout *lane)
{
  AftFigureLayout  *layout = lane->layout;
  g_autofree guint *events = g_new (guint, lane->n_events);
  Marks             self = { .lane = lane, .events = events, .first_row = lane->n_rows };

  for (guint i = 0; i < lane->n_events; i++)
    if (!layout->places[lane->events[i]].is_placed)
      events[self.n_events++] = lane->events[i];
  for (guint row = 0; row < AFT_FIGURE_MAX_ROWS; row++)
    self.free_to[row] = aft_scale_get_extent (&layout->figure->scale) + AFT_FIGURE_PADDING;
  place_all (&self);
}
