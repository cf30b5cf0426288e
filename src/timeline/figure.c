/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "timeline/figure.h"

#include "base/quantity.h"
#include "model/events.h"
#include "timeline/layout.h"

static void
clear_phase (gpointer data)
{
  g_free (((AftPhaseBox *) data)->label);
}

static void
clear_lane (gpointer data)
{
  g_free (((AftLaneBox *) data)->text);
}

static void
clear_tick (gpointer data)
{
  g_free (((AftTickBox *) data)->text);
}

static void
clear_gap (gpointer data)
{
  g_free (((AftGapBox *) data)->text);
}

static void
clear_flag (gpointer data)
{
  g_free (((AftFlagBox *) data)->text);
  g_object_unref (((AftFlagBox *) data)->event);
}

static void
clear_event (gpointer data)
{
  g_free (((AftEventBox *) data)->text);
  g_object_unref (((AftEventBox *) data)->event);
}

static GArray *
new_boxes (gsize size, GDestroyNotify clear)
{
  GArray *boxes = g_array_new (FALSE, TRUE, size);

  g_array_set_clear_func (boxes, clear);
  return boxes;
}

static AftFigure *
figure_new (void)
{
  AftFigure *self = g_new0 (AftFigure, 1);

  self->phases = new_boxes (sizeof (AftPhaseBox), clear_phase);
  self->lanes = new_boxes (sizeof (AftLaneBox), clear_lane);
  self->ticks = new_boxes (sizeof (AftTickBox), clear_tick);
  self->gaps = new_boxes (sizeof (AftGapBox), clear_gap);
  self->flags = new_boxes (sizeof (AftFlagBox), clear_flag);
  self->events = new_boxes (sizeof (AftEventBox), clear_event);
  return self;
}

void
aft_figure_free (AftFigure *self)
{
  if (self == NULL)
    return;
  g_array_unref (self->phases);
  g_array_unref (self->lanes);
  g_array_unref (self->ticks);
  g_array_unref (self->gaps);
  g_array_unref (self->flags);
  g_array_unref (self->events);
  g_free (self->caption);
  g_free (self);
}

double
aft_layout_measure (const AftFigureLayout *self, const char *text, gboolean bold)
{
  return self->options->measure (text, bold, self->options->measure_data);
}

/* Halving the number of characters finds the longest start that fits in a few measurements. */
char *
aft_layout_fit (const AftFigureLayout *self, const char *text, double max_width, double *width)
{
  glong low = 0, high = g_utf8_strlen (text, -1);

  *width = aft_layout_measure (self, text, FALSE);
  if (*width <= max_width)
    return g_strdup (text);
  while (high - low > 1)
    {
      glong            middle = (low + high) / 2;
      g_autofree char *start = g_utf8_substring (text, 0, middle);
      g_autofree char *cut = g_strconcat (start, "…", NULL);

      if (aft_layout_measure (self, cut, FALSE) <= max_width)
        low = middle;
      else
        high = middle;
    }
  if (low < 3)
    {
      *width = 0;
      return g_strdup ("");
    }
  else
    {
      g_autofree char *start = g_utf8_substring (text, 0, low);
      char            *cut = g_strconcat (g_strchomp (start), "…", NULL);

      *width = aft_layout_measure (self, cut, FALSE);
      return cut;
    }
}

static double
lane_names_width (AftFigureLayout *self)
{
  const AftField *field = &aft_event_schema.fields[AFT_EVENT_LANE];
  double          width = 0;

  for (guint lane = 0; lane < AFT_N_LANES; lane++)
    width = MAX (width, aft_layout_measure (self, aft_field_get_choice_label (field, lane), FALSE));
  return width + 2 * AFT_FIGURE_PADDING;
}

static void
count_timed (AftFigureLayout *self)
{
  while (self->n_timed < self->sorted->len &&
         aft_event_get_at (g_ptr_array_index (self->sorted, self->n_timed)) != AFT_INSTANT_NONE)
    self->n_timed++;
}

static void
add_gaps (AftFigureLayout *self)
{
  AftFigure *figure = self->figure;

  for (guint i = 0; i < figure->scale.n_breaks; i++)
    {
      const AftScaleBreak *gap = &figure->scale.breaks[i];
      AftGapBox            box = { .from = gap->from, .to = gap->to };

      box.rect = (AftRect){ figure->scale.x0 + gap->offset,
                            figure->plot.y,
                            figure->scale.gap_width,
                            figure->axis_y - figure->plot.y };
      box.text = aft_duration_format ((gap->to - gap->from) / AFT_HOUR > 0
                                          ? (gap->to - gap->from) / AFT_HOUR * 3600
                                          : (gap->to - gap->from) / AFT_MINUTE * 60);
      g_array_append_val (figure->gaps, box);
    }
}

static void
close_bottom (AftFigureLayout *self)
{
  AftFigure *figure = self->figure;
  double     axis_height = 2 * self->row_height + AFT_FIGURE_PADDING;
  double     min_axis = self->options->min_height - axis_height;

  figure->axis_y = MAX (self->top, min_axis);
  figure->plot.height = figure->axis_y - figure->plot.y;
  figure->bounds.height = figure->axis_y + axis_height;
  for (guint i = 0; i < figure->phases->len; i++)
    g_array_index (figure->phases, AftPhaseBox, i).rect.height = figure->plot.height;
}

static void
mirror_rect (AftRect *rect, double width)
{
  rect->x = width - rect->x - rect->width;
}

static void
mirror (AftFigure *self)
{
  double width = self->bounds.width;

  mirror_rect (&self->plot, width);
  self->scale.rtl = self->rtl = TRUE;
  self->scale.x0 = width - self->scale.x0 - self->scale.width;
  for (guint i = 0; i < self->phases->len; i++)
    mirror_rect (&g_array_index (self->phases, AftPhaseBox, i).rect, width);
  for (guint i = 0; i < self->gaps->len; i++)
    mirror_rect (&g_array_index (self->gaps, AftGapBox, i).rect, width);
  for (guint i = 0; i < self->ticks->len; i++)
    g_array_index (self->ticks, AftTickBox, i).x =
        width - g_array_index (self->ticks, AftTickBox, i).x;
  for (guint i = 0; i < self->lanes->len; i++)
    {
      mirror_rect (&g_array_index (self->lanes, AftLaneBox, i).rect, width);
      mirror_rect (&g_array_index (self->lanes, AftLaneBox, i).label, width);
    }
  for (guint i = 0; i < self->flags->len; i++)
    {
      AftFlagBox *flag = &g_array_index (self->flags, AftFlagBox, i);

      flag->x = width - flag->x;
      mirror_rect (&flag->label, width);
    }
  for (guint i = 0; i < self->events->len; i++)
    {
      AftEventBox *box = &g_array_index (self->events, AftEventBox, i);

      mirror_rect (&box->mark, width);
      mirror_rect (&box->label, width);
      mirror_rect (&box->hit, width);
    }
}

static void
set_caption (AftFigureLayout *self)
{
  const AftZone   *zone = aft_zone_get_or_utc (self->options->zone);
  g_autofree char *date = aft_zone_format_date (zone, self->figure->scale.from);

  self->figure->caption = g_strdup_printf ("%s, %s", date, aft_zone_get_name (zone));
}

static void
layout_all (AftFigureLayout *self)
{
  AftFigure *figure = self->figure;
  gboolean   has_tray = self->n_timed < self->sorted->len;
  double     x0 = lane_names_width (self);
  double     end = self->options->width - AFT_FIGURE_PADDING - (has_tray ? AFT_FIGURE_TRAY : 0);

  figure->bounds = (AftRect){ 0, 0, self->options->width, 0 };
  figure->plot = (AftRect){ x0, AFT_FIGURE_PADDING, MAX (end - x0, 10), 0 };
  self->top = AFT_FIGURE_PADDING;
  aft_layout_scale (self, x0, figure->plot.width);
  if (self->n_timed > 0)
    {
      aft_layout_phases (self);
      aft_layout_flags (self);
    }
  aft_layout_lanes (self);
  close_bottom (self);
  add_gaps (self);
  if (self->n_timed > 0)
    {
      aft_layout_ticks (self);
      set_caption (self);
    }
  if (self->options->rtl)
    mirror (figure);
}

AftFigure *
aft_figure_layout (AftRecordList *events, const AftFigureOptions *options)
{
  g_autoptr (GPtrArray) sorted = aft_events_sort (events);
  AftFigureLayout layout = { .options = options, .events = events, .sorted = sorted };

  layout.figure = figure_new ();
  layout.row_height = MAX (options->text_height + 5, AFT_FIGURE_MARK + 5);
  count_timed (&layout);
  layout_all (&layout);
  return layout.figure;
}

static gboolean
contains (const AftRect *rect, double x, double y)
{
  return x >= rect->x && x <= rect->x + rect->width && y >= rect->y && y <= rect->y + rect->height;
}

/* The mark decides where hit areas of a crowd lie over each other. */
int
aft_figure_hit (const AftFigure *self, double x, double y)
{
  int hit = -1;

  for (guint i = 0; i < self->events->len; i++)
    {
      const AftEventBox *box = &g_array_index (self->events, AftEventBox, i);

      if (box->hit.width > 0 && contains (&box->mark, x, y))
        return i;
      if (box->hit.width > 0 && contains (&box->hit, x, y))
        hit = i;
    }
  return hit;
}

int
aft_figure_find (const AftFigure *self, AftRecord *event)
{
  for (guint i = 0; i < self->events->len; i++)
    if (g_array_index (self->events, AftEventBox, i).event == event)
      return i;
  return -1;
}
