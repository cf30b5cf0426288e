/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The list of events with thousands of them, beside one with few: what opening it, scrolling
 * through it and a key press in it cost. Processor time, as the frames of a window wait for each
 * other. */
#include "frames.h"
#include "model/events.h"
#include "timing.h"
#include "ui/form.h"
#include "ui/sections/event-list.h"

#define FEW     50
#define MANY    5000
#define N_OPENS 5
#define N_STEPS 60
#define STEP_PX 400

typedef struct
{
  Fixture        form;
  AftEventList  *list;
  GtkAdjustment *adjustment;
} Bench;

static void
add_events (AftRecord *root, guint n_events)
{
  AftRecordList *events = aft_record_get_list (root, AFT_DOC_EVENTS);

  for (guint i = 0; i < n_events; i++)
    {
      /* out of order, as an import may leave them */
      guint            minute = i * 7919 % n_events;
      g_autofree char *at = g_strdup_printf (
          "2026-05-%02uT%02u:%02u:00Z", 1 + minute / 1440, minute / 60 % 24, minute % 60);
      g_autoptr (AftRecord) event =
          fixture_event (at, "An event with a text of ordinary length", AFT_CHOICE_NONE);

      aft_record_list_init_append (events, event);
    }
}

static double
open_list (Bench *bench, guint n_events)
{
  GtkWidget *scroller = gtk_scrolled_window_new ();
  double     start;

  set_up (&bench->form, NULL);
  gtk_window_set_default_size (GTK_WINDOW (bench->form.window), 700, 800);
  gtk_widget_set_vexpand (scroller, TRUE);
  gtk_box_append (GTK_BOX (bench->form.box), scroller);
  add_events (bench->form.root, n_events);
  frames_wait (bench->form.window);
  start = timing_cpu_msec ();
  bench->list = AFT_EVENT_LIST (aft_event_list_new ());
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), GTK_WIDGET (bench->list));
  aft_field_widget_bind (AFT_FIELD_WIDGET (bench->list), bench->form.postmortem, bench->form.root);
  frames_wait (bench->form.window);
  frames_wait (bench->form.window);
  bench->adjustment = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (scroller));
  return timing_cpu_msec () - start;
}

/* What one step costs, frame included. */
static void
scroll (Bench *bench, double *values)
{
  for (guint i = 0; i < N_STEPS; i++)
    {
      double upper = gtk_adjustment_get_upper (bench->adjustment) -
                     gtk_adjustment_get_page_size (bench->adjustment);
      double y = (double) ((int) (i * STEP_PX) % (int) MAX (upper, 1));
      double start = timing_cpu_msec ();

      gtk_adjustment_set_value (bench->adjustment, y);
      frames_wait (bench->form.window);
      values[i] = timing_cpu_msec () - start;
    }
}

static void
type_text (Bench *bench, double *values)
{
  AftRecord *event =
      aft_record_list_get (aft_record_get_list (bench->form.root, AFT_DOC_EVENTS), 0);

  aft_event_list_open (bench->list, event);
  frames_wait (bench->form.window);
  for (guint i = 0; i < N_STEPS; i++)
    {
      g_autofree char *text = g_strdup_printf ("Typed %u", i);
      double           start = timing_cpu_msec ();

      aft_postmortem_set_text (bench->form.postmortem, event, AFT_EVENT_TEXT, text);
      values[i] = timing_cpu_msec () - start;
    }
}

static void
close_list (Bench *bench)
{
  tear_down (&bench->form, NULL);
}

int
main (int argc, char **argv)
{
  double opens[2][N_OPENS], scrolls[2][N_STEPS], keys[2][N_STEPS];
  Bench  bench = { 0 };

  gtk_init ();
  adw_init ();
  gtk_source_init ();
  for (guint i = 0; i < N_OPENS; i++)
    for (guint is_few = 0; is_few < 2; is_few++)
      {
        opens[is_few][i] = open_list (&bench, is_few ? FEW : MANY);
        if (i + 1 == N_OPENS)
          {
            g_print ("%u events, %u rows\n",
                     aft_event_list_get_length (bench.list),
                     aft_event_list_get_n_rows (bench.list));
            scroll (&bench, scrolls[is_few]);
            type_text (&bench, keys[is_few]);
          }
        close_list (&bench);
      }
  timing_print ("open", opens[0], opens[1], N_OPENS);
  timing_print ("scroll", scrolls[0], scrolls[1], N_STEPS);
  timing_print ("key", keys[0], keys[1], N_STEPS);
  return 0;
}
