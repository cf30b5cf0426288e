/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The timeline with 100, 1,000 and 10,000 events: what reading the events, laying them out, drawing
 * them and each frame of a pan cost, beside the least that cairo and Pango need for 10,000 marks
 * and 500 labels. Processor time, of which the two take turns. */
#include "paint/figure-measure.h"
#include "paint/figure-painter.h"
#include "support/fixtures.h"
#include "timing.h"
#include <math.h>
#include <pango/pangocairo.h>

#define WIDTH          1000
#define HEIGHT         800
#define FACE_PX        11.0
#define N_RUNS         61
#define N_FRAMES       120
#define N_FLOOR_MARKS  10000
#define N_FLOOR_LABELS 500

typedef struct
{
  AftPostmortem        *postmortem;
  AftRecordList        *events;
  AftDigest            *digest;
  AftViewState          view;
  AftFigureOptions      options;
  PangoContext         *context;
  PangoFontDescription *face;
  AftFigureMeasure     *measure;
  cairo_surface_t      *surface;
} Bench;

/* An incident of that many events: minutes apart, some in bursts, some ranges, a quiet night. */
static void
add_events (AftRecordList *events, guint n)
{
  static const char *const texts[] = { "Error rate of checkout at 5 %",
                                       "Primary on-call looks at the latency of the API",
                                       "Replica promoted",
                                       "Status page: some orders are delayed" };
  AftInstant               at = FIXTURE_NOW;

  for (guint i = 0; i < n; i++)
    {
      g_autofree char *when = aft_instant_format (at);
      g_autoptr (AftRecord) event =
          fixture_event (when, texts[i % 4], i / 7 % 300 == 0 ? i % 10 : AFT_CHOICE_NONE);
      g_auto (AftValue) lane = AFT_VALUE_INIT;

      aft_value_set_integer (&lane, i * 7919 % AFT_N_LANES);
      aft_record_init_value (event, AFT_EVENT_LANE, &lane);
      aft_record_list_init_append (events, event);
      at += (i % 5 == 0 ? 90 : 11) * AFT_SECOND + (i == n / 2 ? 9 * AFT_HOUR : 0);
    }
}

static void
open_bench (Bench *self, guint n)
{
  self->postmortem = fixture_postmortem ();
  self->events = aft_record_get_list (aft_postmortem_get_root (self->postmortem), AFT_DOC_EVENTS);
  add_events (self->events, n);
  self->digest = aft_digest_new (self->events);
  self->view = (AftViewState) AFT_VIEW_STATE_FIT;
  self->context = pango_font_map_create_context (pango_cairo_font_map_get_default ());
  self->face = aft_figure_face (NULL, FACE_PX);
  self->measure = aft_figure_measure_new (self->context, self->face);
  self->surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, WIDTH, HEIGHT);
  self->options = (AftFigureOptions){ .width = WIDTH,
                                      .min_height = 140,
                                      .text_height = aft_figure_measure_line_height (self->measure),
                                      .zone = "Europe/Zurich",
                                      .view = &self->view,
                                      .measure = aft_figure_measure,
                                      .measure_data = self->measure };
}

static void
close_bench (Bench *self)
{
  cairo_surface_destroy (self->surface);
  aft_figure_measure_free (self->measure);
  pango_font_description_free (self->face);
  g_object_unref (self->context);
  aft_digest_unref (self->digest);
  g_object_unref (self->postmortem);
}

static double
digest (Bench *self)
{
  double start = timing_cpu_msec ();

  aft_digest_unref (self->digest);
  self->digest = aft_digest_new (self->events);
  return timing_cpu_msec () - start;
}

static double
lay_out (Bench *self)
{
  double start = timing_cpu_msec ();

  aft_figure_free (aft_figure_layout (self->digest, &self->options));
  return timing_cpu_msec () - start;
}

static double
draw (Bench *self)
{
  g_autoptr (AftFigure) figure = aft_figure_layout (self->digest, &self->options);
  cairo_t *cr = cairo_create (self->surface);
  double   start = timing_cpu_msec ();

  aft_figure_paint (figure, cr, self->context, self->face, aft_palette_light (), NULL);
  cairo_destroy (cr);
  return timing_cpu_msec () - start;
}

/* Layout and drawing of one step of a pan, at a zoom that shows about a hundred events. */
static double
pan (Bench *self)
{
  g_autoptr (AftFigure) before = aft_figure_layout (self->digest, &self->options);
  g_autoptr (AftFigure) after = NULL;
  cairo_t *cr = cairo_create (self->surface);
  double   start = timing_cpu_msec ();

  aft_view_state_pan (&self->view, &before->scale, 23);
  after = aft_figure_layout (self->digest, &self->options);
  aft_figure_paint (after, cr, self->context, self->face, aft_palette_light (), NULL);
  cairo_destroy (cr);
  return timing_cpu_msec () - start;
}

/* What nobody can do without: so many small shapes, so many lines of text. */
static double
floor_draw (Bench *self)
{
  cairo_t     *cr = cairo_create (self->surface);
  PangoLayout *layout = pango_layout_new (self->context);
  double       start = timing_cpu_msec ();

  pango_layout_set_font_description (layout, self->face);
  for (guint i = 0; i < N_FLOOR_MARKS; i++)
    cairo_rectangle (cr, i * 37 % WIDTH, i * 53 % HEIGHT, 9, 9);
  cairo_fill (cr);
  for (guint i = 0; i < N_FLOOR_LABELS; i++)
    {
      pango_layout_set_text (layout, i % 2 == 0 ? "Error rate at 5 %" : "Replica promoted", -1);
      cairo_move_to (cr, i * 97 % WIDTH, i * 29 % HEIGHT);
      pango_cairo_show_layout (cr, layout);
    }
  g_object_unref (layout);
  cairo_destroy (cr);
  return timing_cpu_msec () - start;
}

typedef double (*Work) (Bench *self);

static void
measure_work (Bench *self, const char *name, guint n_events, Work work, guint n)
{
  g_autofree double *values = g_new (double, n);
  g_autofree double *floors = g_new (double, n);
  g_autofree char   *title = g_strdup_printf ("%s, %u events", name, n_events);
  double             median, floor;

  work (self);
  floor_draw (self);
  for (guint i = 0; i < n; i++)
    {
      values[i] = work (self);
      floors[i] = floor_draw (self);
    }
  median = timing_median (values, n);
  floor = timing_median (floors, n);
  g_print ("%-28s median %6.2f ms  p99 %6.2f ms  floor %6.2f ms  ratio %5.2f\n",
           title,
           median,
           values[n * 99 / 100],
           floor,
           median / floor);
}

static void
run (guint n_events)
{
  Bench self;
  g_autoptr (AftFigure) figure = NULL;

  open_bench (&self, n_events);
  measure_work (&self, "digest", n_events, digest, N_RUNS);
  measure_work (&self, "layout", n_events, lay_out, N_RUNS);
  measure_work (&self, "draw", n_events, draw, N_RUNS);
  figure = aft_figure_layout (self.digest, &self.options);
  aft_view_state_zoom (&self.view, &figure->scale, WIDTH / 2, MAX (n_events / 100.0, 2));
  measure_work (&self, "zoomed layout", n_events, lay_out, N_RUNS);
  measure_work (&self, "zoomed draw", n_events, draw, N_RUNS);
  measure_work (&self, "frame of a pan", n_events, pan, N_FRAMES);
  close_bench (&self);
}

int
main (int argc, char *argv[])
{
  static const guint sizes[] = { 100, 1000, 10000 };

  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    run (sizes[i]);
  return 0;
}
