/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/events.h"
#include "timeline/layout.h"

#define GAP_WIDTH   30.0
#define GAPS_SHARE  0.4 /* of the width, at most, for all gaps together */
#define MIN_GAP     (20 * AFT_MINUTE)
#define GAP_SHARE   0.08 /* of the whole span */
#define GAP_MEDIANS 6    /* a quiet stretch is so many times the usual distance */

static int
compare_instants (gconstpointer a, gconstpointer b)
{
  AftInstant x = *(const AftInstant *) a, y = *(const AftInstant *) b;

  return (x > y) - (x < y);
}

/* All ends of events and ranges, sorted. */
static GArray *
collect_instants (AftFigureLayout *self)
{
  GArray *instants = g_array_new (FALSE, FALSE, sizeof (AftInstant));

  for (guint i = 0; i < self->n_timed; i++)
    {
      AftInstant at = aft_event_get_at (g_ptr_array_index (self->sorted, i));
      AftInstant until = aft_event_get_until (g_ptr_array_index (self->sorted, i));

      g_array_append_val (instants, at);
      if (until != AFT_INSTANT_NONE)
        g_array_append_val (instants, until);
    }
  g_array_sort (instants, compare_instants);
  return instants;
}

static gint64
median_distance (GArray *instants)
{
  g_autoptr (GArray) distances = g_array_new (FALSE, FALSE, sizeof (AftInstant));

  for (guint i = 1; i < instants->len; i++)
    {
      gint64 distance =
          g_array_index (instants, AftInstant, i) - g_array_index (instants, AftInstant, i - 1);

      g_array_append_val (distances, distance);
    }
  if (distances->len == 0)
    return 0;
  g_array_sort (distances, compare_instants);
  return g_array_index (distances, gint64, distances->len / 2);
}

/* Nothing happens within a range: one that covers the stretch keeps it to scale. */
static gboolean
is_covered (AftFigureLayout *self, AftInstant from, AftInstant to)
{
  for (guint i = 0; i < self->n_timed; i++)
    {
      AftRecord *event = g_ptr_array_index (self->sorted, i);
      AftInstant until = aft_event_get_until (event);

      if (until != AFT_INSTANT_NONE && aft_event_get_at (event) < to && until > from)
        return TRUE;
    }
  return FALSE;
}

static void
find_breaks (AftFigureLayout *self, AftScale *scale, gint64 span)
{
  g_autoptr (GArray) instants = collect_instants (self);
  gint64 usual = median_distance (instants);
  gint64 threshold = MAX (MAX (MIN_GAP, (gint64) (span * GAP_SHARE)), usual * GAP_MEDIANS);

  for (guint i = 1; i < instants->len && scale->n_breaks < AFT_SCALE_MAX_BREAKS; i++)
    {
      AftInstant from = g_array_index (instants, AftInstant, i - 1);
      AftInstant to = g_array_index (instants, AftInstant, i);
      /* a margin stays to scale on both sides */
      gint64 margin = MIN ((to - from) / 8, MAX (usual, AFT_MINUTE));

      if (to - from <= threshold || from + margin < scale->from || to - margin > scale->to ||
          is_covered (self, from, to))
        continue;
      scale->breaks[scale->n_breaks++] =
          (AftScaleBreak){ .from = from + margin, .to = to - margin };
    }
}

/* The margins at the ends are a share of what is drawn, not of the years that are skipped. */
static void
tighten_ends (AftScale *scale, AftInstant first, AftInstant last)
{
  gint64 shown = last - first;

  for (guint i = 0; i < scale->n_breaks; i++)
    shown -= scale->breaks[i].to - scale->breaks[i].from;
  scale->from = first - MAX (shown / 40, AFT_MINUTE / 2);
  scale->to = last + MAX (shown / 40, AFT_MINUTE / 2);
}

static void
place_breaks (AftScale *scale)
{
  AftInstant at = scale->from;
  double     offset = 0;
  gint64     shown = scale->to - scale->from;

  if (scale->n_breaks > 0)
    scale->gap_width = MIN (GAP_WIDTH, scale->width * GAPS_SHARE / scale->n_breaks);
  for (guint i = 0; i < scale->n_breaks; i++)
    shown -= scale->breaks[i].to - scale->breaks[i].from;
  scale->px_per_usec = (scale->width - scale->n_breaks * scale->gap_width) / MAX (shown, 1);
  for (guint i = 0; i < scale->n_breaks; i++)
    {
      offset += (scale->breaks[i].from - at) * scale->px_per_usec;
      scale->breaks[i].offset = offset;
      offset += scale->gap_width;
      at = scale->breaks[i].to;
    }
}

void
aft_layout_scale (AftFigureLayout *self, double x0, double width)
{
  const AftFigureOptions *options = self->options;
  AftScale               *scale = &self->figure->scale;
  AftInstant              first = 0, last = 0;
  gint64                  margin;

  *scale = (AftScale){ .x0 = x0, .width = MAX (width, 10), .gap_width = GAP_WIDTH };
  aft_events_span (self->events, &first, &last);
  margin = MAX ((last - first) / 40, AFT_MINUTE / 2);
  scale->from = first - margin;
  scale->to = last + margin;
  if (options->view_from != AFT_INSTANT_NONE && options->view_to > options->view_from)
    {
      scale->from = options->view_from;
      scale->to = options->view_to;
    }
  find_breaks (self, scale, last - first);
  if (options->view_from == AFT_INSTANT_NONE)
    tighten_ends (scale, first, last);
  place_breaks (scale);
}
