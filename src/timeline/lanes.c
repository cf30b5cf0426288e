/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/text.h"
#include "model/events.h"
#include "timeline/layout.h"

#define MAX_ROWS        5
#define MAX_LABEL_CHARS 80
#define MAX_LABEL_WIDTH 230.0
#define MIN_LABEL_WIDTH 44.0
#define LANE_SPACING    8.0

typedef struct
{
  double   free_x[MAX_ROWS]; /* where the row ends so far */
  guint    n_rows;
  gboolean is_crowded; /* the last row holds marks that found no room for a label */
} Lane;

static AftEventBox
start_box (AftFigureLayout *self, AftRecord *event, guint number)
{
  AftEventBox box = { .event = g_object_ref (event), .number = number };

  box.kind = aft_record_get_choice (event, AFT_EVENT_KIND);
  box.lane = aft_record_get_choice (event, AFT_EVENT_LANE);
  box.milestone = aft_record_get_choice (event, AFT_EVENT_MILESTONE);
  box.approximate = aft_record_get_choice (event, AFT_EVENT_PRECISION) != AFT_PRECISION_EXACT;
  box.is_range = aft_event_get_until (event) != AFT_INSTANT_NONE;
  box.unknown_time = aft_event_get_at (event) == AFT_INSTANT_NONE;
  box.text = g_strdup ("");
  return box;
}

/* Without the marks of emphasis and code: a label is one plain line. */
static char *
plain_label (AftRecord *event)
{
  g_autofree char *start =
      aft_text_ellipsize (aft_record_get_text (event, AFT_EVENT_TEXT), MAX_LABEL_CHARS);
  g_auto (GStrv) parts = g_strsplit_set (start, "`*", -1);
  g_autofree char *plain = g_strjoinv ("", parts);

  return aft_text_clean_line (plain, -1);
}

static void
set_mark_x (AftFigureLayout *self, AftEventBox *box)
{
  const AftScale *scale = &self->figure->scale;
  const AftRect  *plot = &self->figure->plot;
  double          x = aft_scale_to_x (scale, aft_event_get_at (box->event));
  double          end = x;

  if (box->is_range)
    end = aft_scale_to_x (scale, aft_event_get_until (box->event));
  /* what of a range is out of view is not drawn */
  if (box->is_range && end >= plot->x && x <= plot->x + plot->width)
    {
      x = MAX (x, plot->x);
      end = MIN (end, plot->x + plot->width);
    }
  box->mark.x = x - AFT_FIGURE_MARK / 2;
  box->mark.width = MAX (end - x, 0) + AFT_FIGURE_MARK;
  box->mark.height = AFT_FIGURE_MARK;
}

static gboolean
is_visible (const AftFigure *figure, const AftEventBox *box)
{
  return box->mark.x + box->mark.width >= figure->plot.x &&
         box->mark.x <= figure->plot.x + figure->plot.width;
}

static int
find_row (const Lane *lane, double x)
{
  for (int row = 0; row < MAX_ROWS; row++)
    if (lane->free_x[row] <= x)
      return row;
  return -1;
}

static void
put_label (AftFigureLayout *self, AftEventBox *box, double max_width)
{
  g_autofree char *text = plain_label (box->event);
  double           width;

  g_free (box->text);
  box->text = aft_layout_fit (self, text, max_width, &width);
  box->label.width = width;
  box->label_hidden = *box->text == '\0';
}

/* Right of the mark, or left of it at the end of the figure. Where every row is taken, the label is
 * hidden and the mark goes to a row of its kind below. */
static guint
place_in_lane (AftFigureLayout *self, AftEventBox *box, Lane *lane)
{
  double end = self->figure->plot.x + self->figure->plot.width;
  double after = box->mark.x + box->mark.width + AFT_FIGURE_GAP;
  int    row = find_row (lane, box->mark.x - 2);

  box->label_hidden = TRUE;
  if (row < 0)
    {
      lane->is_crowded = TRUE;
      return MAX_ROWS;
    }
  if (end - after >= MIN_LABEL_WIDTH)
    {
      put_label (self, box, MIN (end - after, MAX_LABEL_WIDTH));
      box->label.x = after;
    }
  else
    {
      double room = box->mark.x - AFT_FIGURE_GAP - MAX (lane->free_x[row], self->figure->plot.x);

      if (room >= MIN_LABEL_WIDTH)
        put_label (self, box, MIN (room, MAX_LABEL_WIDTH));
      box->label.x = box->mark.x - AFT_FIGURE_GAP - box->label.width;
    }
  lane->free_x[row] = MAX (after, box->label_hidden ? 0 : box->label.x + box->label.width) + 8;
  lane->n_rows = MAX (lane->n_rows, (guint) row + 1);
  return row;
}

static void
set_y (AftFigureLayout *self, AftEventBox *box, double top, guint row)
{
  double y = top + row * self->row_height;
  double left, right;

  box->mark.y = y + (self->row_height - AFT_FIGURE_MARK) / 2;
  box->label.y = y;
  box->label.height = self->row_height;
  left = box->label_hidden ? box->mark.x : MIN (box->mark.x, box->label.x);
  right = box->mark.x + box->mark.width;
  if (!box->label_hidden)
    right = MAX (right, box->label.x + box->label.width);
  box->hit = (AftRect){ left - 2, y, right - left + 4, self->row_height };
}

static void
add_lane_box (AftFigureLayout *self, guint lane, double top, double height)
{
  const AftField *field = &aft_event_schema.fields[AFT_EVENT_LANE];
  AftFigure      *figure = self->figure;
  AftLaneBox      box = { .lane = lane };

  box.rect = (AftRect){ figure->plot.x, top, figure->plot.width, height };
  box.label = (AftRect){
    AFT_FIGURE_PADDING, top, figure->plot.x - 2 * AFT_FIGURE_PADDING, self->row_height
  };
  box.text = g_strdup (aft_field_get_choice_label (field, lane));
  g_array_append_val (figure->lanes, box);
}

/* Boxes are made in order of time; the lane's place is only known after its rows are. */
static void
layout_lane (AftFigureLayout *self, guint lane)
{
  GArray *boxes = self->figure->events;
  g_autoptr (GArray) rows = g_array_new (FALSE, TRUE, sizeof (guint));
  Lane state = { 0 };

  g_array_set_size (rows, boxes->len);
  for (guint i = 0; i < boxes->len; i++)
    {
      AftEventBox *box = &g_array_index (boxes, AftEventBox, i);

      if (box->lane == lane && !box->unknown_time && is_visible (self->figure, box))
        g_array_index (rows, guint, i) = place_in_lane (self, box, &state) + 1;
    }
  if (state.n_rows == 0)
    return;
  if (state.is_crowded)
    state.n_rows = MAX_ROWS + 1;
  for (guint i = 0; i < boxes->len; i++)
    if (g_array_index (rows, guint, i) > 0)
      set_y (self,
             &g_array_index (boxes, AftEventBox, i),
             self->top,
             g_array_index (rows, guint, i) - 1);
  add_lane_box (self, lane, self->top, state.n_rows * self->row_height);
  self->top += state.n_rows * self->row_height + LANE_SPACING;
}

/* Events without a time stand in a tray at the end, one below the other while there is room. */
static void
layout_tray (AftFigureLayout *self, double top)
{
  AftFigure *figure = self->figure;
  double     x = figure->bounds.width - AFT_FIGURE_TRAY + AFT_FIGURE_GAP;
  guint      n_columns = 4, n = 0;

  for (guint i = 0; i < figure->events->len; i++)
    {
      AftEventBox *box = &g_array_index (figure->events, AftEventBox, i);

      if (!box->unknown_time)
        continue;
      box->mark = (AftRect){
        x + n % n_columns * (AFT_FIGURE_MARK + AFT_FIGURE_GAP), 0, AFT_FIGURE_MARK, AFT_FIGURE_MARK
      };
      box->label_hidden = TRUE;
      set_y (self, box, top, n++ / n_columns);
    }
  self->top = MAX (self->top, top + (n + n_columns - 1) / n_columns * self->row_height);
}

void
aft_layout_lanes (AftFigureLayout *self)
{
  double top = self->top;

  for (guint i = 0; i < self->sorted->len; i++)
    {
      AftEventBox box = start_box (self, g_ptr_array_index (self->sorted, i), i + 1);

      if (!box.unknown_time)
        set_mark_x (self, &box);
      g_array_append_val (self->figure->events, box);
    }
  for (guint lane = 0; lane < AFT_N_LANES; lane++)
    layout_lane (self, lane);
  layout_tray (self, top);
}
