/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Search as you type in libraries of 5,000 and 10,000 documents of about 8 KB: the time of each key
 * press, against ripgrep, or else grep, over the same documents as files, for the whole word.
 * Asserts nothing. */
#include <glib/gstdio.h>
#include <string.h>
#include <time.h>

#include "format/json-writer.h"
#include "model/schema.h"
#include "store/database.h"
#include "store/library.h"
#include "support/corpus.h"
#include "timing.h"

#define SIZE      8000
#define N_RESULTS 20
#define N_ROUNDS  5
#define POLL_USEC 50000

typedef struct
{
  char       *folder, *files, *path;
  AftLibrary *library;
  guint       n_waiting;
} Bench;

static void
saved_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  Bench *self = data;
  g_autoptr (GError) error = NULL;

  if (!aft_library_save_finish (AFT_LIBRARY (source), result, &error))
    g_error ("%s", error->message);
  self->n_waiting--;
}

static void
add (Bench *self, guint32 seed)
{
  g_autoptr (AftRecord) root = corpus_document (seed, SIZE);
  const char      *id = aft_record_get_text (root, AFT_DOC_ID);
  g_autofree char *path = g_build_filename (self->files, id, NULL);
  g_autoptr (GBytes) json = NULL;
  gsize length;
  char *text = aft_json_write (root, &length);

  json = g_bytes_new_take (text, length);
  g_file_set_contents_full (path, text, (gssize) length, G_FILE_SET_CONTENTS_NONE, 0600, NULL);
  self->n_waiting++;
  aft_library_save_async (self->library, id, json, NULL, saved_cb, self);
  while (self->n_waiting > 100)
    g_main_context_iteration (NULL, TRUE);
}

/* The index is made while nobody asks for anything. */
static void
wait_for_index (Bench *self)
{
  g_autoptr (AftDatabase) database = aft_database_open (self->path, AFT_DATABASE_READ, NULL);
  gint64 n_left = 1;

  while (self->n_waiting > 0)
    g_main_context_iteration (NULL, TRUE);
  while (aft_database_get_integer (
             database, "SELECT count (*) FROM documents WHERE indexed = 0", &n_left, NULL) &&
         n_left > 0)
    g_usleep (POLL_USEC);
}

static void
fill (Bench *self, guint32 from, guint32 to)
{
  gint64 start = g_get_monotonic_time ();

  for (guint32 seed = from; seed < to; seed++)
    add (self, seed);
  wait_for_index (self);
  g_print ("%u documents: %.0f a second saved and indexed\n",
           to,
           (to - from) * 1e6 / (double) (g_get_monotonic_time () - start));
}

/* Of one query: what a key press takes, by the clock and of the processor (all threads), which does
 * not count what other programs do meanwhile. */
typedef struct
{
  GArray *wall_ms, *cpu_ms;
} Times;

static double
read_clock (clockid_t clock)
{
  struct timespec time;

  clock_gettime (clock, &time);
  return time.tv_sec * 1e3 + time.tv_nsec / 1e6;
}

static void
press (Bench *self, const char *typed, Times *times)
{
  double wall = read_clock (CLOCK_MONOTONIC), cpu = read_clock (CLOCK_PROCESS_CPUTIME_ID);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) entries = aft_library_search (self->library, typed, N_RESULTS, &error);

  if (entries == NULL)
    g_error ("%s", error->message);
  wall = read_clock (CLOCK_MONOTONIC) - wall;
  cpu = read_clock (CLOCK_PROCESS_CPUTIME_ID) - cpu;
  g_array_append_val (times->wall_ms, wall);
  g_array_append_val (times->cpu_ms, cpu);
}

/* Key by key, several times over. */
static void
type (Bench *self, const char *query, Times *times)
{
  for (guint round = 0; round < N_ROUNDS; round++)
    for (const char *p = query; *p != '\0'; p++)
      {
        g_autofree char *typed = g_strndup (query, p + 1 - query);

        press (self, typed, times);
      }
}

static double
percentile (GArray *sorted, guint percent)
{
  return g_array_index (sorted, double, sorted->len *percent / 100);
}

static double
grep (Bench *self, const char *word)
{
  g_autofree char *rg = g_find_program_in_path ("rg");
  g_autofree char *plain = g_find_program_in_path ("grep");
  const char      *rg_argv[] = { rg, "-l", "-F", "-i", word, self->files, NULL };
  const char      *grep_argv[] = { plain, "-r", "-l", "-F", "-i", word, self->files, NULL };
  g_autofree char *output = NULL;

  return timing_run (rg != NULL ? rg_argv : grep_argv, &output);
}

static void
measure (Bench *self, const char *name, const char *query)
{
  g_autoptr (GArray) wall_ms = g_array_new (FALSE, FALSE, sizeof (double));
  g_autoptr (GArray) cpu_ms = g_array_new (FALSE, FALSE, sizeof (double));
  Times       times = { wall_ms, cpu_ms };
  const char *space = strrchr (query, ' ');
  double      reference[3];
  double      median;

  for (guint i = 0; i < G_N_ELEMENTS (reference); i++)
    {
      type (self, query, &times);
      reference[i] = grep (self, space != NULL ? space + 1 : query);
    }
  median = timing_median ((double *) wall_ms->data, wall_ms->len);
  timing_median ((double *) cpu_ms->data, cpu_ms->len);
  g_print ("  %-20s median %6.2f ms  p99 %6.2f ms  cpu %6.2f, p99 %6.2f ms  grep %7.1f ms  ratio "
           "%6.3f\n",
           name,
           median,
           percentile (wall_ms, 99),
           percentile (cpu_ms, 50),
           percentile (cpu_ms, 99),
           timing_median (reference, G_N_ELEMENTS (reference)),
           median / reference[G_N_ELEMENTS (reference) / 2]);
}

static void
measure_all (Bench *self)
{
  /* ranks in the frequency of words: in every document, in many, in some, in few */
  static const guint       ranks[] = { 0, 20, 400, 8000 };
  static const char *const names[] = {
    "the commonest word", "a common word", "a rare word", "a very rare word"
  };
  g_autoptr (GString) several = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (ranks); i++)
    {
      g_autofree char *word = corpus_word (ranks[i]);

      measure (self, names[i], word);
      g_string_append_printf (several, "%s%s", i > 0 ? " " : "", word);
    }
  g_string_truncate (several, strrchr (several->str, ' ') - several->str);
  measure (self, "three words", several->str);
}

/* What a start waits for: opening, and the list. */
static void
measure_start (Bench *self)
{
  double opening[N_ROUNDS], listing[N_ROUNDS];

  for (guint i = 0; i < N_ROUNDS; i++)
    {
      g_autoptr (GPtrArray) entries = NULL;
      gint64 start;

      aft_library_close (self->library);
      g_object_unref (self->library);
      start = g_get_monotonic_time ();
      self->library = aft_library_open (self->path, NULL);
      opening[i] = (double) (g_get_monotonic_time () - start) / 1000.0;
      start = g_get_monotonic_time ();
      entries = aft_library_list (self->library, FALSE, NULL);
      listing[i] = (double) (g_get_monotonic_time () - start) / 1000.0;
    }
  g_print ("  open %.2f ms, list all %.2f ms\n",
           timing_median (opening, N_ROUNDS),
           timing_median (listing, N_ROUNDS));
}

static void
remove_folder (const char *folder)
{
  g_autofree char *rm = g_find_program_in_path ("rm");
  const char      *argv[] = { rm, "-r", folder, NULL };

  timing_run (argv, NULL);
}

int
main (int argc, char **argv)
{
  static const guint32 sizes[] = { 5000, 10000 };
  g_autoptr (GError) error = NULL;
  Bench self = { .folder = g_dir_make_tmp ("afterword-bench-XXXXXX", NULL) };

  self.files = g_build_filename (self.folder, "files", NULL);
  self.path = g_build_filename (self.folder, "library.db", NULL);
  g_mkdir (self.files, 0700);
  self.library = aft_library_open (self.path, &error);
  if (self.library == NULL)
    g_error ("%s", error->message);
  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      fill (&self, i > 0 ? sizes[i - 1] : 0, sizes[i]);
      measure_all (&self);
      measure_start (&self);
    }
  aft_library_close (self.library);
  g_object_unref (self.library);
  remove_folder (self.folder);
  g_free (self.folder);
  g_free (self.files);
  g_free (self.path);
  return 0;
}
