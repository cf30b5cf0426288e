/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "timeline/layout.h"

#define LANE_SPACING   8.0
#define MAX_SENTENCES  60 /* events in a lane for which that is tried */
#define SENTENCE_LABEL 30 /* widths of labels that are long enough, in heights of the text */
#define SHORT_LABEL    10

/* ---- from places to boxes ---- */

static double
to_window (const AftFigureLayout *self, double offset)
{
  return self->figure->plot.x + offset - self->figure->scale.scroll;
}

static double
row_y (const AftFigureLayout *self, double top, guint row)
{
  return top + row * self->row_height;
}

static void
set_mark (AftFigureLayout *self, AftEventBox *box, const AftPlacement *place, double top)
{
  double y = row_y (self, top, place->mark_row);
  double x = to_window (self, place->offset);

  if (place->is_bar)
    box->mark = (AftRect){ x, y + 1.5, place->end - place->offset, self->row_height - 3 };
  else
    box->mark = (AftRect){
      x - self->mark / 2, y + (self->row_height - self->mark) / 2, self->mark, self->mark
    };
}

/* What of the room for a label is in sight: within a bar it moves along with the edge where reading
 * starts, and all end where the window does. FALSE where that is too little. */
static gboolean
clip_label (const AftFigureLayout *self, const AftPlacement *place, double *x, double *width)
{
  const AftRect *plot = &self->figure->plot;
  double         inset = plot->x + AFT_FIGURE_GAP - *x;

  if (place->label_inside && inset > 0)
    {
      *width = MIN (*width, place->end - place->label - inset - AFT_FIGURE_GAP);
      *x += inset;
    }
  *width = MIN (*width, plot->x + plot->width + AFT_FIGURE_PADDING - *x);
  return *width >= MIN (place->label_width, aft_layout_min_label (self)) && *width > 0;
}

static void
set_label (AftFigureLayout *self, AftEventBox *box, const AftPlacement *place, double top)
{
  double width = place->label_width, x = to_window (self, place->label);

  box->label_inside = place->label_inside;
  if (width <= 0 || !clip_label (self, place, &x, &width))
    return;
  box->text = aft_layout_fit (
      self, aft_digest_get_label (self->digest, box->number - 1), width, &box->label.width);
  box->label_hidden = *box->text == '\0';
  /* one that stands before its mark ends there */
  if (place->label < place->offset)
    x += place->label_width - box->label.width;
  box->label.x = x;
  box->label.y = row_y (self, top, place->label_row);
  box->label.height = self->row_height;
}

static void
set_leader (AftFigureLayout *self, AftEventBox *box, const AftPlacement *place)
{
  double top = box->mark.y + box->mark.height;

  box->has_leader = !box->label_hidden && !place->is_bar && place->label_row > place->mark_row;
  if (box->has_leader)
    box->leader = (AftRect){
      to_window (self, place->offset), top, 0, box->label.y + box->label.height / 2 - top
    };
}

/* A label whose mark is out of sight says nothing: it goes with it. */
static gboolean
is_in_window (const AftFigureLayout *self, const AftPlacement *place)
{
  const AftRect *plot = &self->figure->plot;
  double         reach = self->mark / 2;

  return to_window (self, place->end) + reach >= plot->x &&
         to_window (self, place->offset) - reach <= plot->x + plot->width;
}

static void
show_event (AftFigureLayout *self, guint index, double top)
{
  const AftPlacement *place = &self->places[index];
  AftEventBox        *box = &g_array_index (self->figure->events, AftEventBox, index);

  box->cluster = place->cluster;
  if (!place->is_placed || !is_in_window (self, place))
    return;
  box->is_shown = TRUE;
  box->is_bar = place->is_bar;
  set_mark (self, box, place, top);
  set_label (self, box, place, top);
  set_leader (self, box, place);
}

/* ---- lanes ---- */

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
  if (self->names_above)
    {
      box.label.y -= self->row_height;
      box.label.width = figure->plot.width;
    }
  box.text = g_strdup (aft_field_get_choice_label (field, lane));
  g_array_append_val (figure->lanes, box);
}

static void
reset_place (AftPlacement *place)
{
  *place = (AftPlacement){ .offset = place->offset, .end = place->end, .cluster = -1 };
}

/* All of each label, or as much as is long enough; no cluster. */
static gboolean
is_complete (const AftLaneLayout *lane, guint first_cluster)
{
  AftFigureLayout *self = lane->layout;

  if (self->figure->clusters->len > first_cluster)
    return FALSE;
  for (guint i = 0; i < lane->n_events; i++)
    if (self->places[lane->events[i]].label_width <
        MIN (aft_layout_label_width (self, lane->events[i]), lane->good))
      return FALSE;
  return TRUE;
}

static void
fill_lane (AftLaneLayout *lane, double good)
{
  lane->good = good;
  lane->n_rows = 0;
  for (guint i = 0; i < lane->n_events; i++)
    reset_place (&lane->layout->places[lane->events[i]]);
  aft_layout_bars (lane);
  aft_layout_marks (lane);
}

/* With whole sentences where they all find room, else with shorter labels for more events. */
static void
fill_rows (AftLaneLayout *lane)
{
  AftFigureLayout *self = lane->layout;
  guint            first_cluster = self->figure->clusters->len;

  if (lane->n_events <= MAX_SENTENCES)
    {
      fill_lane (lane, self->options->text_height * SENTENCE_LABEL);
      if (is_complete (lane, first_cluster))
        return;
      g_array_set_size (self->figure->clusters, first_cluster);
    }
  fill_lane (lane, self->options->text_height * SHORT_LABEL);
}

static void
layout_lane (AftFigureLayout *self, guint lane, const guint *events, guint n_events)
{
  AftFigure    *figure = self->figure;
  guint         first_cluster = figure->clusters->len;
  AftLaneLayout state = { .layout = self, .lane = lane, .events = events, .n_events = n_events };

  fill_rows (&state);
  if (self->names_above)
    self->top += self->row_height;
  for (guint i = 0; i < n_events; i++)
    show_event (self, events[i], self->top);
  for (guint i = first_cluster; i < figure->clusters->len; i++)
    aft_layout_show_cluster (self, &g_array_index (figure->clusters, AftClusterBox, i), self->top);
  add_lane_box (self, lane, self->top, state.n_rows * self->row_height);
  self->top += state.n_rows * self->row_height + LANE_SPACING;
}

/* ---- all of them ---- */

static void
add_event_box (AftFigureLayout *self, guint index)
{
  const AftDigestEvent *event = aft_digest_get (self->digest, index);
  AftEventBox          *box = &g_array_index (self->figure->events, AftEventBox, index);

  box->event = event->event;
  box->number = index + 1;
  box->kind = event->kind;
  box->lane = event->lane;
  box->milestone = event->milestone;
  box->approximate = event->approximate;
  box->unknown_time = event->at == AFT_INSTANT_NONE;
  box->label_hidden = TRUE;
  box->cluster = -1;
}

static gboolean
is_in_strip (const AftFigureLayout *self, const AftDigestEvent *event)
{
  const AftFigureOptions *options = self->options;
  AftInstant              end = MAX (event->at, event->until);

  if (options->strip_to <= options->strip_from)
    return TRUE;
  return event->at < options->strip_to &&
         (event->at >= options->strip_from || end > options->strip_from);
}

/* In a strip, what of a range lies before it is not drawn. */
static gboolean
set_place (AftFigureLayout *self, guint index)
{
  const AftDigestEvent *event = aft_digest_get (self->digest, index);
  const AftScale       *scale = &self->figure->scale;
  AftPlacement         *place = &self->places[index];

  *place = (AftPlacement){ .cluster = -1 };
  if (!is_in_strip (self, event))
    return FALSE;
  place->offset = MAX (aft_scale_to_offset (scale, MAX (event->at, scale->from)), 0);
  place->end = place->offset;
  if (event->until != AFT_INSTANT_NONE)
    place->end = aft_scale_to_offset (scale, MIN (event->until, scale->to));
  return TRUE;
}

void
aft_layout_lanes (AftFigureLayout *self)
{
  guint             n_timed = self->digest->n_timed, n[AFT_N_LANES] = { 0 };
  g_autofree guint *events = g_new (guint, MAX (n_timed, 1) * AFT_N_LANES);
  double            top = self->top;

  g_array_set_size (self->figure->events, self->digest->events->len);
  for (guint i = 0; i < self->digest->events->len; i++)
    add_event_box (self, i);
  for (guint i = 0; i < n_timed; i++)
    {
      guint lane = aft_digest_get (self->digest, i)->lane;

      if (set_place (self, i))
        events[lane * n_timed + n[lane]++] = i;
    }
  for (guint lane = 0; lane < AFT_N_LANES; lane++)
    if (n[lane] > 0)
      layout_lane (self, lane, events + lane * n_timed, n[lane]);
  aft_layout_tray (self, top);
}
