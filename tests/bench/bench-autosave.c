/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A durable save into the library against a durable replacement of a file (temporary file, fsync,
 * rename) with the same text, in turn; and what of it the main thread has to wait for. Asserts
 * nothing. bench-autosave SAMPLE… */
#include <glib/gstdio.h>

#include "format/json-reader.h"
#include "format/json-writer.h"
#include "store/library.h"
#include "support/corpus.h"
#include "timing.h"

#define N_ROUNDS 200

static double
elapsed_ms (gint64 start)
{
  return (double) (g_get_monotonic_time () - start) / 1000.0;
}

static void
saved_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GError) error = NULL;

  if (!aft_library_save_finish (AFT_LIBRARY (source), result, &error))
    g_error ("%s", error->message);
  *(gboolean *) data = TRUE;
}

/* As autosave does it. main_ms: until the caller may go on; writing: the text alone. */
static double
save (AftLibrary *library, AftRecord *root, double *writing_ms, double *main_ms)
{
  gint64   start = g_get_monotonic_time ();
  gboolean is_saved = FALSE;
  gsize    length;
  char    *text = aft_json_write (root, &length);
  g_autoptr (GBytes) json = g_bytes_new_take (text, length);

  *writing_ms = elapsed_ms (start);
  aft_library_save_async (library, "a", json, NULL, saved_cb, &is_saved);
  *main_ms = elapsed_ms (start);
  while (!is_saved)
    g_main_context_iteration (NULL, TRUE);
  return elapsed_ms (start);
}

static double
replace (const char *path, AftRecord *root)
{
  gint64           start = g_get_monotonic_time ();
  gsize            length;
  g_autofree char *text = aft_json_write (root, &length);
  g_autoptr (GError) error = NULL;

  if (!g_file_set_contents_full (path,
                                 text,
                                 (gssize) length,
                                 G_FILE_SET_CONTENTS_CONSISTENT | G_FILE_SET_CONTENTS_DURABLE,
                                 0600,
                                 &error))
    g_error ("%s", error->message);
  return elapsed_ms (start);
}

static void
measure (const char *name, AftLibrary *library, const char *path, AftRecord *root)
{
  double saves[N_ROUNDS], files[N_ROUNDS], writing[N_ROUNDS], main_thread[N_ROUNDS];

  for (guint i = 0; i < N_ROUNDS; i++)
    {
      /* what the last save left to do is done before the next one, 250 ms later */
      g_ptr_array_unref (aft_library_list (library, FALSE, NULL));
      saves[i] = save (library, root, &writing[i], &main_thread[i]);
      files[i] = replace (path, root);
    }
  timing_print (name, saves, files, N_ROUNDS);
  g_print ("  p99 %.2f ms, of the file %.2f ms; main thread %.2f ms, p99 %.2f ms, nearly all of it "
           "writing the text (%.2f ms)\n",
           saves[N_ROUNDS * 99 / 100],
           files[N_ROUNDS * 99 / 100],
           timing_median (main_thread, N_ROUNDS),
           main_thread[N_ROUNDS * 99 / 100],
           timing_median (writing, N_ROUNDS));
}

static AftRecord *
read_sample (const char *path)
{
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;
  gsize      length;
  AftRecord *root;

  if (!g_file_get_contents (path, &text, &length, &error))
    g_error ("%s", error->message);
  root = aft_json_read (text, length, &error);
  if (root == NULL)
    g_error ("%s: %s", path, error->message);
  return root;
}

int
main (int argc, char **argv)
{
  g_autofree char *folder = g_dir_make_tmp ("afterword-bench-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "library.db", NULL);
  g_autofree char *file = g_build_filename (folder, "document.postmortem", NULL);
  g_autofree char *lock = g_strconcat (path, ".lock", NULL);
  g_autoptr (AftLibrary) library = aft_library_open (path, NULL);
  g_autoptr (AftRecord) small = corpus_document (1, 8000);
  g_autoptr (AftRecord) large = corpus_document (1, 1000000);

  if (library == NULL)
    g_error ("no library in %s", folder);
  measure ("8 KB", library, file, small);
  for (int i = 1; i < argc; i++)
    {
      g_autofree char *name = g_path_get_basename (argv[i]);
      g_autoptr (AftRecord) root = read_sample (argv[i]);

      measure (name, library, file, root);
    }
  measure ("1 MB", library, file, large);
  aft_library_close (library);
  g_unlink (path);
  g_unlink (lock);
  g_unlink (file);
  g_rmdir (folder);
  return 0;
}
