/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The figure in its window with ten thousand events, beside one with few: what a frame costs while
 * the view is panned and zoomed, and what it costs to bring the children for assistive technology
 * in step afterwards. Processor time, as the frames of a window wait for each other. */
#include "frames.h"
#include "timing.h"
#include "ui/form.h"
#include "ui/timeline/timeline-view-private.h"

#define FEW     50
#define MANY    10000
#define N_STEPS 120

typedef struct
{
  Fixture          form;
  AftTimelineView *view;
} Bench;

static void
add_events (AftRecord *root, guint n_events)
{
  AftRecordList *events = aft_record_get_list (root, AFT_DOC_EVENTS);

  for (guint i = 0; i < n_events; i++)
    {
      g_autofree char *at = aft_instant_format (FIXTURE_NOW + i * 37 * AFT_SECOND);
      g_autoptr (AftRecord) event =
          fixture_event (at, "An event with a text of ordinary length", AFT_CHOICE_NONE);

      aft_record_list_init_append (events, event);
    }
}

static void
open_view (Bench *bench, guint n_events)
{
  set_up (&bench->form, NULL);
  gtk_window_set_default_size (GTK_WINDOW (bench->form.window), 900, 600);
  add_events (bench->form.root, n_events);
  bench->view = AFT_TIMELINE_VIEW (aft_timeline_view_new ());
  gtk_box_append (GTK_BOX (bench->form.box), GTK_WIDGET (bench->view));
  g_object_set (bench->view,
                "events",
                aft_record_get_list (bench->form.root, AFT_DOC_EVENTS),
                "zone",
                "UTC",
                NULL);
  frames_wait (bench->form.window);
  aft_timeline_view_zoom (bench->view, 400, 8);
  frames_wait (bench->form.window);
}

/* Work and the frame that shows it. */
static void
move (Bench *bench, gboolean is_zoom, double *values)
{
  for (guint i = 0; i < N_STEPS; i++)
    {
      double start = timing_cpu_msec ();

      if (is_zoom)
        aft_timeline_view_zoom (bench->view, 400, i % 20 < 10 ? 1.1 : 1 / 1.1);
      else
        aft_timeline_view_pan (bench->view, i % 40 < 20 ? 9 : -9);
      frames_wait (bench->form.window);
      values[i] = timing_cpu_msec () - start;
    }
}

static void
update_children (Bench *bench, double *values)
{
  for (guint i = 0; i < N_STEPS; i++)
    {
      double start;

      aft_timeline_view_pan (bench->view, i % 40 < 20 ? 90 : -90);
      frames_wait (bench->form.window);
      aft_timeline_view_schedule_children (bench->view, FALSE);
      start = timing_cpu_msec ();
      wait_until (bench->view->children_source == 0);
      values[i] = timing_cpu_msec () - start;
    }
}

static double
largest (const double *values)
{
  double most = 0;

  for (guint i = 0; i < N_STEPS; i++)
    most = MAX (most, values[i]);
  return most;
}

int
main (int argc, char **argv)
{
  double pans[2][N_STEPS], zooms[2][N_STEPS], children[2][N_STEPS];
  Bench  bench = { 0 };

  gtk_init ();
  adw_init ();
  gtk_source_init ();
  for (guint is_few = 0; is_few < 2; is_few++)
    {
      open_view (&bench, is_few ? FEW : MANY);
      move (&bench, FALSE, pans[is_few]);
      move (&bench, TRUE, zooms[is_few]);
      update_children (&bench, children[is_few]);
      tear_down (&bench.form, NULL);
    }
  g_print ("largest of %u events: pan %.1f ms, zoom %.1f ms, children %.1f ms\n",
           MANY,
           largest (pans[0]),
           largest (zooms[0]),
           largest (children[0]));
  timing_print ("pan", pans[0], pans[1], N_STEPS);
  timing_print ("zoom", zooms[0], zooms[1], N_STEPS);
  timing_print ("children", children[0], children[1], N_STEPS);
  return 0;
}
