/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The power goes, at any operation: what was acknowledged is there, and the file is sound. */
#include <glib/gstdio.h>

#include "fault-vfs.h"
#include "library-fixture.h"

#define N_SAVES     40
#define N_DOCUMENTS 3

typedef struct
{
  char   *folder; /* of one folder an image */
  guint   every, n_operations, n_images;
  int     n_acknowledged; /* atomic */
  GArray *acknowledged;   /* of each image; written on the worker's thread */
} Recorder;

/* On the worker's thread, after one of the operations. */
static void
operation_cb (gpointer data)
{
  Recorder        *self = data;
  g_autofree char *name = NULL;
  g_autofree char *folder = NULL;
  int              n = g_atomic_int_get (&self->n_acknowledged);

  if (self->n_operations++ % self->every != 0)
    return;
  name = g_strdup_printf ("%u", self->n_images++);
  folder = g_build_filename (self->folder, name, NULL);
  g_mkdir (folder, 0700);
  fault_vfs_write_image (folder, self->n_images % 5);
  g_array_append_val (self->acknowledged, n);
}

/* Saves "Version n" of the documents in turn, over and over, in sessions. */
static void
record (Recorder *self, Place *place)
{
  g_autoptr (AftLibrary) library = NULL;

  fault_vfs_watch (operation_cb, self);
  library = place_open (place);
  for (guint i = 1; i <= N_SAVES; i++)
    {
      g_autofree char *id = g_strdup_printf ("document-%u", i % N_DOCUMENTS);
      g_autofree char *title = g_strdup_printf ("Version %u", i);
      g_autofree char *text = g_strnfill (i * 400, 'x');

      library_save (library, id, title, text);
      g_atomic_int_set (&self->n_acknowledged, (int) i);
    }
  aft_library_close (library);
  fault_vfs_watch (NULL, NULL);
}

static guint
find_version (AftLibrary *library, guint document)
{
  g_autofree char *id = g_strdup_printf ("document-%u", document);
  g_autoptr (GBytes) json = aft_library_load (library, id, NULL);
  g_autofree char *title = NULL;
  guint            version = 0;

  if (json == NULL)
    return 0;
  title = library_title (library, id);
  g_assert_cmpint (sscanf (title, "Version %u", &version), ==, 1);
  return version;
}

/* The last acknowledged version of each, or the next one, which was on its way. */
static void
assert_image (Place *place, guint n_acknowledged)
{
  g_autoptr (AftLibrary) library = NULL;

  place_write (place, "library.db.lock", "1\n", 2);
  library = place_open (place);
  for (guint document = 0; document < N_DOCUMENTS; document++)
    {
      guint version = find_version (library, document);
      guint at_least = n_acknowledged;

      while (at_least > 0 && at_least % N_DOCUMENTS != document)
        at_least--;
      g_assert_cmpuint (version, >=, at_least);
      g_assert_cmpuint (version, <=, n_acknowledged + 1);
    }
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_assert_null (aft_library_get_notice (library));
  aft_library_close (library);
}

static void
test_cut (Place *place, gconstpointer unused)
{
  Recorder recorder = { .every = g_test_thorough () ? 1 : 12 };

  recorder.folder = g_dir_make_tmp ("images-XXXXXX", NULL);
  recorder.acknowledged = g_array_new (FALSE, FALSE, sizeof (int));
  record (&recorder, place);
  g_assert_cmpuint (recorder.n_images, >, 20);
  for (guint i = 0; i < recorder.n_images; i++)
    {
      g_autofree char *name = g_strdup_printf ("%u", i);
      Place            image = { .folder = g_build_filename (recorder.folder, name, NULL) };
      int              n_acknowledged = g_array_index (recorder.acknowledged, int, i);

      image.path = g_build_filename (image.folder, "library.db", NULL);
      g_test_message ("image %u, %d acknowledged", i, n_acknowledged);
      if (n_acknowledged > 0)
        assert_image (&image, (guint) n_acknowledged);
      place_clear (&image);
    }
  g_rmdir (recorder.folder);
  g_free (recorder.folder);
  g_array_unref (recorder.acknowledged);
}

/* Every operation in turn fails once and for all: what was acknowledged stays, and where the disk
 * works again everything can be saved. */
static void
test_failing (Place *place, gconstpointer unused)
{
  static const int codes[] = { 13 /* SQLITE_FULL */, 10 /* SQLITE_IOERR */ };
  guint            step = g_test_thorough () ? 1 : 7;
  guint            n_refused = 1;

  for (guint n = 0; n_refused > 0; n += step)
    {
      g_auto (Place) sweep = { 0 };
      g_autoptr (AftLibrary) library = NULL;
      g_autofree char *title = NULL;

      place_init (&sweep);
      library = place_open (&sweep);
      library_save (library, "a", "Version 1", "");
      n_refused = 0;
      fault_vfs_fail_after (n, codes[n % G_N_ELEMENTS (codes)]);
      for (guint i = 0; i < 4; i++)
        {
          g_autoptr (GBytes) json = document_bytes ("a", "Version 2", "");
          g_autoptr (GError) error = NULL;

          n_refused += !aft_library_save (library, "a", json, &error);
        }
      fault_vfs_heal ();
      library_save (library, "b", "Version 3", "");
      aft_library_close (library);
      g_clear_object (&library);
      library = place_open (&sweep);
      title = library_title (library, "a");
      g_assert_cmpstr (title, ==, n_refused < 4 ? "Version 2" : "Version 1");
      g_assert_cmpuint (library_count (library, FALSE), ==, 2);
      g_assert_null (aft_library_get_notice (library));
      aft_library_close (library);
    }
}

#define ADD(path, test) g_test_add (path, Place, NULL, place_set_up, test, place_tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  fault_vfs_install ();
  ADD ("/store/power/what was acknowledged is there", test_cut);
  ADD ("/store/power/a failing disk loses nothing that was saved", test_failing);
  return g_test_run ();
}
