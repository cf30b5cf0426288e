/* SPDX-License-Identifier: GPL-3.0-or-later */
/* From spawning the process to its first painted frame: the application with a library of documents
 * against an empty libadwaita window, in turn. Prints medians and their ratio; asserts nothing. */
#include <adwaita.h>
#include <stdlib.h>

#include "format/json-writer.h"
#include "store/library.h"
#include "support/fixtures.h"
#include "timing.h"
#include "ui/application.h"

#define N_ROUNDS 11

static gint64 spawned_at;

static void
painted_cb (GdkFrameClock *clock, gpointer application)
{
  static gboolean is_told;

  if (is_told)
    return;
  is_told = TRUE;
  g_print ("%" G_GINT64_FORMAT "\n", g_get_monotonic_time () - spawned_at);
  /* in order: after a crash the next start would check the library first */
  g_application_quit (application);
}

static void
mapped_cb (GtkWidget *window, gpointer application)
{
  g_signal_connect (
      gtk_widget_get_frame_clock (window), "after-paint", G_CALLBACK (painted_cb), application);
}

static void
window_added_cb (GtkApplication *application, GtkWindow *window, gpointer unused)
{
  g_signal_connect (window, "map", G_CALLBACK (mapped_cb), application);
}

static void
activate_empty_cb (GtkApplication *application, gpointer unused)
{
  gtk_window_present (GTK_WINDOW (adw_application_window_new (application)));
}

static int
run_child (gboolean is_floor)
{
  g_autoptr (GtkApplication) application = NULL;

  if (is_floor)
    {
      application = GTK_APPLICATION (
          adw_application_new ("io.github.afterword_app.Floor", G_APPLICATION_NON_UNIQUE));
      g_signal_connect (application, "activate", G_CALLBACK (activate_empty_cb), NULL);
    }
  else
    application = GTK_APPLICATION (aft_application_new ());
  g_signal_connect (application, "window-added", G_CALLBACK (window_added_cb), NULL);
  return g_application_run (G_APPLICATION (application), 0, NULL);
}

static double
measure (const char *self, const char *mode)
{
  g_autofree char *start = g_strdup_printf ("%" G_GINT64_FORMAT, g_get_monotonic_time ());
  const char      *argv[] = { self, mode, start, NULL };
  g_autofree char *output = NULL;

  timing_run (argv, &output);
  return g_ascii_strtoll (output, NULL, 10) / 1000.0;
}

static void
fill_library (guint n_documents)
{
  g_autofree char *path = aft_library_default_path ();
  g_autoptr (GError) error = NULL;
  g_autoptr (AftLibrary) library = aft_library_open (path, &error);
  g_autoptr (GPtrArray) hits = NULL;

  g_assert_no_error (error);
  for (guint i = 0; i < n_documents; i++)
    {
      g_autoptr (AftRecord) root = fixture_random_document (i);
      gsize length;
      char *json = aft_json_write (root, &length);
      g_autoptr (GBytes) bytes = g_bytes_new_take (json, length);

      aft_library_save (library, aft_record_get_text (root, AFT_DOC_ID), bytes, &error);
      g_assert_no_error (error);
    }
  /* a search brings every document into the index first: not the work of the starts that follow */
  hits = aft_library_search (library, "rollback", 1, &error);
  g_assert_no_error (error);
  aft_library_close (library);
}

int
main (int argc, char **argv)
{
  guint  n_documents = argc == 2 ? atoi (argv[1]) : 1000;
  double floor_ms[N_ROUNDS], app_ms[N_ROUNDS];

  if (argc == 3)
    {
      spawned_at = g_ascii_strtoll (argv[2], NULL, 10);
      return run_child (g_str_equal (argv[1], "--floor"));
    }
  fill_library (n_documents);
  measure (argv[0], "--floor");
  measure (argv[0], "--app");
  for (guint i = 0; i < N_ROUNDS; i++)
    {
      floor_ms[i] = measure (argv[0], "--floor");
      app_ms[i] = measure (argv[0], "--app");
    }
  g_print ("library of %u documents, median of %d\n", n_documents, N_ROUNDS);
  timing_print ("start to first frame", app_ms, floor_ms, N_ROUNDS);
  return 0;
}
