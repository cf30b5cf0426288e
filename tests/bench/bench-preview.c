/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One key press in a long document: the work until the pages are there again, and how long the main
 * loop was held at most meanwhile, against setting the pages from nothing (the reference). M has
 * 100 events, L 5,000. Asserts nothing. */
#include <adwaita.h>
#include <time.h>

#include "model/audience.h"
#include "model/record-list.h"
#include "paint/page-painter.h"
#include "support/fixtures.h"
#include "timing.h"
#include "ui/preview.h"

#define N_ROUNDS 9

static const char sentence[] =
    "The queue of the region filled up, and the workers stood still while the controller waited "
    "for a limit that nobody had measured. ";

static const guint fields[] = { AFT_DOC_TRIGGER,
                                AFT_DOC_TECHNICAL,
                                AFT_DOC_BACKGROUND,
                                AFT_DOC_APPENDIX };

static void
set_text (AftRecord *record, guint field, const char *text)
{
  g_auto (AftValue) value = AFT_VALUE_INIT;

  aft_value_set_text (&value, text);
  aft_record_init_value (record, field, &value);
}

static void
add_prose (AftRecord *root, guint n_paragraphs)
{
  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    {
      g_autoptr (GString) text = g_string_new (NULL);

      for (guint j = 0; j < n_paragraphs / G_N_ELEMENTS (fields); j++)
        {
          g_string_append_printf (text, "Paragraph %u. ", j);
          for (guint k = 0; k < 3 + j % 3; k++)
            g_string_append (text, sentence);
          g_string_append (text, "\n\n");
        }
      set_text (root, fields[i], text->str);
    }
}

static void
add_events (AftRecord *root, guint n_events)
{
  for (guint i = 0; i < n_events; i++)
    {
      g_autofree char *text = g_strdup_printf (
          "Event %u: errors of region %u rose above **%u** percent", i, i % 7, i % 50);
      g_autofree char *id = g_uuid_string_random ();
      g_autoptr (AftRecord) event = fixture_event ("2026-05-04T14:02:00Z", text, AFT_CHOICE_NONE);
      g_auto (AftValue) at = AFT_VALUE_INIT;

      set_text (event, AFT_EVENT_ID, id);
      aft_value_set_integer (&at, FIXTURE_NOW + (gint64) i * 20 * AFT_SECOND);
      aft_record_init_value (event, AFT_EVENT_AT, &at);
      aft_record_list_init_append (aft_record_get_list (root, AFT_DOC_EVENTS), event);
    }
}

/* What the preview did before: all of it, from nothing. */
static double
set_from_nothing (AftRecord *root, PangoContext *context)
{
  AftTypesetOptions options = { 0 };
  g_autoptr (AftRecord) shown = aft_audience_copy (root, AFT_AUDIENCE_INTERNAL, FALSE);
  gint64    begun = g_get_monotonic_time ();
  AftPages *pages = aft_typeset (shown, &options, context);

  begun = g_get_monotonic_time () - begun;
  aft_pages_free (pages);
  return (double) begun / 1000;
}

/* Of this thread, ms: what others do meanwhile on a busy machine is not counted. */
static double
thread_time (void)
{
  struct timespec now;

  clock_gettime (CLOCK_THREAD_CPUTIME_ID, &now);
  return (double) now.tv_sec * 1000 + (double) now.tv_nsec / 1000000;
}

/* The longest that one turn of the loop took, ms, until newer pages are shown. */
static double
run_until_shown (AftPreview *preview, const AftPages *before)
{
  double longest = 0;

  while (aft_preview_get_pages (preview) == before || aft_preview_is_busy (preview))
    {
      double begun;

      /* waiting is no work */
      while (!g_main_context_pending (NULL))
        g_usleep (200);
      begun = thread_time ();
      g_main_context_iteration (NULL, FALSE);
      longest = MAX (longest, thread_time () - begun);
    }
  return longest;
}

static void
measure (const char *name, guint n_events, guint n_paragraphs)
{
  g_autoptr (AftPostmortem) postmortem = fixture_postmortem ();
  AftRecord       *root = aft_postmortem_get_root (postmortem);
  PangoContext    *context = aft_paint_context ();
  GtkWindow       *host = GTK_WINDOW (gtk_window_new ());
  AftPreview      *preview = AFT_PREVIEW (aft_preview_new ());
  double           ours[N_ROUNDS], held[N_ROUNDS], reference[N_ROUNDS];
  g_autofree char *held_name = g_strconcat (name, ", main loop held", NULL);

  add_prose (root, n_paragraphs);
  add_events (root, n_events);
  gtk_window_set_child (host, GTK_WIDGET (preview));
  gtk_window_set_default_size (host, 500, 700);
  gtk_window_present (host);
  aft_preview_set_postmortem (preview, postmortem);
  run_until_shown (preview, NULL);
  aft_preview_show_field (preview, root, AFT_DOC_TRIGGER);
  set_from_nothing (root, context);
  for (guint i = 0; i < N_ROUNDS; i++)
    {
      const AftPages  *before = aft_preview_get_pages (preview);
      g_autofree char *text = g_strconcat ("x", aft_record_get_text (root, AFT_DOC_TRIGGER), NULL);

      reference[i] = set_from_nothing (root, context);
      aft_postmortem_set_text (postmortem, root, AFT_DOC_TRIGGER, text);
      held[i] = run_until_shown (preview, before);
      ours[i] = (double) aft_preview_get_typeset_usec (preview) / 1000;
    }
  g_print ("%s: %u pages\n", name, aft_preview_get_pages (preview)->pages->len);
  timing_print (name, ours, reference, N_ROUNDS);
  timing_print (held_name, held, reference, N_ROUNDS);
  gtk_window_destroy (host);
  g_object_unref (context);
}

int
main (int argc, char **argv)
{
  gtk_init ();
  adw_init ();
  measure ("M", 100, 90);
  measure ("L", 5000, 450);
  return 0;
}
