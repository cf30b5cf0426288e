/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "timeline/figure.h"

#include <glib/gi18n-lib.h>

#include "timeline/layout.h"

#define MARK            9.0  /* size of a symbol */
#define MARK_SHARE      0.62 /* of the height of the text, where that is more */
#define MAX_NAMES_SHARE 0.22 /* of the width, for the names of lanes */
#define MAX_TRAY_SHARE  0.2

static void
clear_phase (gpointer data)
{
  g_free (((AftPhaseBox *) data)->text);
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
}

static void
clear_event (gpointer data)
{
  g_free (((AftEventBox *) data)->text);
}

static void
clear_cluster (gpointer data)
{
  g_free (((AftClusterBox *) data)->text);
}

static GArray *
new_boxes (gsize size, GDestroyNotify clear)
{
  GArray *boxes = g_array_new (FALSE, TRUE, size);

  g_array_set_clear_func (boxes, clear);
  return boxes;
}

static AftFigure *
figure_new (AftDigest *digest)
{
  AftFigure *self = g_new0 (AftFigure, 1);

  self->digest = aft_digest_ref (digest);
  self->phases = new_boxes (sizeof (AftPhaseBox), clear_phase);
  self->lanes = new_boxes (sizeof (AftLaneBox), clear_lane);
  self->ticks = new_boxes (sizeof (AftTickBox), clear_tick);
  self->gaps = new_boxes (sizeof (AftGapBox), clear_gap);
  self->flags = new_boxes (sizeof (AftFlagBox), clear_flag);
  self->clusters = new_boxes (sizeof (AftClusterBox), clear_cluster);
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
  g_array_unref (self->clusters);
  g_array_unref (self->events);
  aft_digest_unref (self->digest);
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

double
aft_layout_label_width (AftFigureLayout *self, guint index)
{
  AftDigestEvent *event = aft_digest_get (self->digest, index);

  if (event->label_width < 0)
    event->label_width =
        aft_layout_measure (self, aft_digest_get_label (self->digest, index), FALSE);
  return event->label_width;
}

double
aft_layout_min_label (const AftFigureLayout *self)
{
  return self->options->text_height * 4.5;
}

/* ---- all of it ---- */

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
close_bottom (AftFigureLayout *self)
{
  AftFigure *figure = self->figure;
  double     axis_height = 2 * self->row_height + AFT_FIGURE_PADDING;
  double     min_axis = self->options->min_height - axis_height;

  figure->axis_y = MAX (self->top, min_axis);
  figure->plot.height = figure->axis_y - figure->plot.y;
  figure->tray.height = figure->plot.height;
  figure->bounds.height = figure->axis_y + axis_height;
  for (guint i = 0; i < figure->phases->len; i++)
    g_array_index (figure->phases, AftPhaseBox, i).rect.height = figure->plot.height;
}

/* Of a view that has moved, the day on which it begins. */
static char *
write_caption (AftFigureLayout *self)
{
  const AftZone   *zone = aft_zone_get_or_utc (self->options->zone);
  g_autofree char *date = NULL;

  if (self->digest->events->len == 0)
    return g_strdup (_ ("No events"));
  if (self->digest->n_timed == 0)
    return g_strdup (_ ("No event has a time"));
  date = aft_zone_format_date (zone, aft_scale_first_shown (&self->figure->scale));
  return g_strdup_printf ("%s, %s", date, aft_zone_get_name (zone));
}

/* A narrow figure has the names of lanes above them, not beside. */
static void
divide_width (AftFigureLayout *self)
{
  AftFigure *figure = self->figure;
  double     x0 = lane_names_width (self), tray = 0, end;

  self->names_above = x0 > self->options->width * MAX_NAMES_SHARE;
  if (self->names_above)
    x0 = AFT_FIGURE_PADDING;
  if (self->digest->n_timed < self->digest->events->len)
    tray = MIN (4 * (self->mark + AFT_FIGURE_GAP) + AFT_FIGURE_PADDING,
                self->options->width * MAX_TRAY_SHARE);
  end = self->options->width - AFT_FIGURE_PADDING - tray;
  figure->bounds = (AftRect){ 0, 0, self->options->width, 0 };
  figure->plot = (AftRect){ x0, AFT_FIGURE_PADDING, MAX (end - x0, 10), 0 };
  if (tray > 0)
    figure->tray =
        (AftRect){ end + AFT_FIGURE_PADDING, AFT_FIGURE_PADDING, tray - AFT_FIGURE_PADDING, 0 };
}

static void
layout_all (AftFigureLayout *self)
{
  AftFigure *figure = self->figure;

  divide_width (self);
  self->top = AFT_FIGURE_PADDING;
  aft_layout_scale (self, figure->plot.x, figure->plot.width);
  if (self->digest->n_timed > 0)
    {
      aft_layout_phases (self);
      aft_layout_flags (self);
    }
  aft_layout_lanes (self);
  close_bottom (self);
  if (self->digest->n_timed > 0)
    {
      aft_layout_gaps (self);
      aft_layout_ticks (self);
    }
  figure->caption = write_caption (self);
  if (self->options->rtl)
    aft_figure_mirror (figure);
}

AftFigure *
aft_figure_layout (AftDigest *digest, const AftFigureOptions *options)
{
  g_autofree AftPlacement *places = g_new (AftPlacement, MAX (digest->n_timed, 1));
  AftFigureLayout          layout = { .options = options, .digest = digest, .places = places };

  layout.figure = figure_new (digest);
  layout.mark = MAX (MARK, options->text_height * MARK_SHARE);
  layout.row_height = MAX (options->text_height + 5, layout.mark + 5);
  layout.max_rows = AFT_FIGURE_MAX_ROWS;
  if (options->max_rows > 0)
    layout.max_rows = MIN (options->max_rows, AFT_FIGURE_MAX_ROWS);
  aft_digest_set_face (digest, options->text_height, options->numbered);
  layout_all (&layout);
  return layout.figure;
}

int
aft_figure_find (const AftFigure *self, AftRecord *event)
{
  return aft_digest_find (self->digest, event);
}
