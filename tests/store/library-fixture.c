/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "library-fixture.h"

#include <glib/gstdio.h>
#include <string.h>
#include <sys/wait.h>

#include "format/json-reader.h"
#include "format/json-writer.h"
#include "support/fixtures.h"

void
place_init (Place *self)
{
  g_autoptr (GError) error = NULL;

  self->folder = g_dir_make_tmp ("library-XXXXXX", &error);
  g_assert_no_error (error);
  self->path = g_build_filename (self->folder, "library.db", NULL);
}

void
place_clear (Place *self)
{
  g_autoptr (GPtrArray) names = NULL;

  if (self->folder == NULL)
    return;
  names = place_list (self, "");
  for (guint i = 0; i < names->len; i++)
    {
      g_autofree char *path = g_build_filename (self->folder, names->pdata[i], NULL);

      g_unlink (path);
    }
  g_rmdir (self->folder);
  g_clear_pointer (&self->folder, g_free);
  g_clear_pointer (&self->path, g_free);
}

void
place_set_up (Place *self, gconstpointer unused)
{
  place_init (self);
}

void
place_tear_down (Place *self, gconstpointer unused)
{
  place_clear (self);
}

AftLibrary *
place_open (Place *self)
{
  g_autoptr (GError) error = NULL;
  AftLibrary *library = aft_library_open (self->path, &error);

  g_assert_no_error (error);
  g_assert_nonnull (library);
  return library;
}

static int
compare_names (gconstpointer a, gconstpointer b)
{
  return strcmp (*(char *const *) a, *(char *const *) b);
}

GPtrArray *
place_list (Place *self, const char *prefix)
{
  GPtrArray *names = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GDir) dir = g_dir_open (self->folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    if (g_str_has_prefix (name, prefix))
      g_ptr_array_add (names, g_strdup (name));
  g_ptr_array_sort (names, compare_names);
  return names;
}

GBytes *
place_read (Place *self, const char *name)
{
  g_autofree char *path = g_build_filename (self->folder, name, NULL);
  g_autoptr (GError) error = NULL;
  char *bytes;
  gsize length;

  g_file_get_contents (path, &bytes, &length, &error);
  g_assert_no_error (error);
  return g_bytes_new_take (bytes, length);
}

void
place_write (Place *self, const char *name, gconstpointer bytes, gsize length)
{
  g_autofree char *path = g_build_filename (self->folder, name, NULL);
  g_autoptr (GError) error = NULL;

  /* anew, as writing into what is there would neither shorten it nor leave its links alone */
  g_unlink (path);
  g_file_set_contents_full (path, bytes, (gssize) length, G_FILE_SET_CONTENTS_NONE, 0600, &error);
  g_assert_no_error (error);
}

void
place_copy (Place *from, Place *to)
{
  g_autoptr (GPtrArray) names = place_list (from, "library.db");

  for (guint i = 0; i < names->len; i++)
    {
      g_autoptr (GBytes) bytes = NULL;

      if (g_str_has_suffix (names->pdata[i], ".lock"))
        continue;
      bytes = place_read (from, names->pdata[i]);
      place_write (to, names->pdata[i], g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
    }
}

GBytes *
record_bytes (AftRecord *root)
{
  gsize length;
  char *json = aft_json_write (root, &length);

  return g_bytes_new_take (json, length);
}

GBytes *
document_bytes (const char *id, const char *title, const char *overview)
{
  g_autoptr (AftPostmortem) postmortem = fixture_postmortem ();
  AftRecord *root = aft_postmortem_get_root (postmortem);

  aft_postmortem_set_text (postmortem, root, AFT_DOC_ID, id);
  aft_postmortem_set_text (postmortem, root, AFT_DOC_TITLE, title);
  aft_postmortem_set_text (postmortem, root, AFT_DOC_SUMMARY_OVERVIEW, overview);
  return record_bytes (root);
}

void
library_save (AftLibrary *library, const char *id, const char *title, const char *overview)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) json = document_bytes (id, title, overview);

  aft_library_save (library, id, json, &error);
  g_assert_no_error (error);
}

guint
library_count (AftLibrary *library, gboolean trashed)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) entries = aft_library_list (library, trashed, &error);

  g_assert_no_error (error);
  return entries->len;
}

char *
library_title (AftLibrary *library, const char *id)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) json = aft_library_load (library, id, &error);
  g_autoptr (AftRecord) root = NULL;
  gsize       length;
  const char *text;

  g_assert_no_error (error);
  text = g_bytes_get_data (json, &length);
  root = aft_json_read (text, length, &error);
  g_assert_no_error (error);
  return g_strdup (aft_record_get_text (root, AFT_DOC_TITLE));
}

int
run_again (const char *program, ...)
{
  g_autoptr (GPtrArray) argv = g_ptr_array_new ();
  g_autoptr (GError) error = NULL;
  const char *argument;
  va_list     args;
  int         status = 0;

  g_ptr_array_add (argv, (char *) program);
  va_start (args, program);
  while ((argument = va_arg (args, const char *)) != NULL)
    g_ptr_array_add (argv, (char *) argument);
  va_end (args);
  g_ptr_array_add (argv, NULL);
  g_spawn_sync (NULL, (char **) argv->pdata, NULL, 0, NULL, NULL, NULL, NULL, &status, &error);
  g_assert_no_error (error);
  return WIFEXITED (status) ? WEXITSTATUS (status) : 128 + WTERMSIG (status);
}
