/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "store/opening.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <sys/file.h>
#include <unistd.h>

#include "store/library.h"
#include "store/migrations.h"
#include "store/shelf.h"

static gboolean
make_folder (const char *path, GError **error)
{
  g_autofree char *folder = g_path_get_dirname (path);

  if (g_mkdir_with_parents (folder, 0700) == 0)
    return TRUE;
  g_set_error (
      error, AFT_STORE_ERROR, AFT_STORE_ERROR_READ_ONLY, "%s: %s", folder, g_strerror (errno));
  return FALSE;
}

/* One writer on one machine: a second process reads only. */
static int
take_lock (const char *path)
{
  g_autofree char *name = g_strconcat (path, ".lock", NULL);
  int              lock = g_open (name, O_RDWR | O_CREAT | O_CLOEXEC, 0600);

  if (lock >= 0 && flock (lock, LOCK_EX | LOCK_NB) == 0)
    return lock;
  if (lock >= 0)
    close (lock);
  return -1;
}

static gboolean
check_after_crash (AftDatabase *database, GError **error)
{
  gint64 is_open;

  if (!aft_database_get_integer (
          database, "SELECT value FROM state WHERE key = 'open'", &is_open, error))
    return FALSE;
  if (is_open != 0 && !aft_database_check (database, error))
    return FALSE;
  return aft_database_do (
      database, error, "INSERT OR REPLACE INTO state (key, value) VALUES ('open', 1)", "");
}

static AftDatabase *
open_writable (const char *path, GError **error)
{
  g_autoptr (AftDatabase) database = aft_database_open (path, FALSE, error);

  if (database == NULL || !aft_migrations_run (database, path, error) ||
      !check_after_crash (database, error))
    return NULL;
  if (*path != '\0')
    g_chmod (path, 0600);
  return g_steal_pointer (&database);
}

static void
move_aside (const char *path, const char *aside)
{
  static const char *const suffixes[] = { "", "-wal", "-shm" };

  for (guint i = 0; i < G_N_ELEMENTS (suffixes); i++)
    {
      g_autofree char *from = g_strconcat (path, suffixes[i], NULL);
      g_autofree char *to = g_strconcat (aside, suffixes[i], NULL);

      g_rename (from, to);
    }
}

static char *
free_name (const char *path)
{
  for (guint i = 1;; i++)
    {
      g_autofree char *name = g_strdup_printf ("%s.damaged-%u", path, i);

      if (!g_file_test (name, G_FILE_TEST_EXISTS))
        return g_steal_pointer (&name);
    }
}

/* Row by row, so that one unreadable page does not hide the others. */
static guint
salvage (AftDatabase *database, const char *aside)
{
  g_autoptr (AftDatabase) damaged = aft_database_open (aside, TRUE, NULL);
  gint64   last = 0;
  guint    n_saved = 0;
  gboolean has_row;

  if (damaged == NULL ||
      !aft_database_get_integer (damaged, "SELECT max (row) FROM documents", &last, NULL))
    return 0;
  for (gint64 row = 1; row <= MIN (last, 1000000); row++)
    {
      g_autoptr (AftStatement) statement = aft_database_prepare (
          damaged, NULL, "SELECT id, json FROM documents WHERE row = ?1", "i", row);
      g_autoptr (GBytes) json = NULL;

      if (statement == NULL || !aft_database_step (damaged, statement, &has_row, NULL) || !has_row)
        continue;
      json = g_bytes_new (sqlite3_column_text (statement, 1), sqlite3_column_bytes (statement, 1));
      if (aft_shelf_put (
              database, (const char *) sqlite3_column_text (statement, 0), json, FALSE, NULL))
        n_saved++;
    }
  return n_saved;
}

static gboolean
recover (AftOpening *self, const char *path, GError **error)
{
  g_autofree char *aside = free_name (path);
  guint            n_saved;

  move_aside (path, aside);
  self->database = open_writable (path, error);
  if (self->database == NULL)
    return FALSE;
  n_saved = salvage (self->database, aside);
  self->notice = g_strdup_printf (
      g_dngettext (GETTEXT_PACKAGE,
                   "The library was damaged. %u document could be brought over; the damaged file "
                   "is kept as %s.",
                   "The library was damaged. %u documents could be brought over; the damaged file "
                   "is kept as %s.",
                   n_saved),
      n_saved,
      aside);
  return TRUE;
}

static gboolean
open_read_only (AftOpening *self, const char *path, const char *notice, GError **error)
{
  self->database = aft_database_open (path, TRUE, error);
  self->is_read_only = TRUE;
  self->notice = g_strdup (notice);
  return self->database != NULL;
}

static gboolean
open_locked (AftOpening *self, const char *path, GError **error)
{
  g_autoptr (GError) local = NULL;

  self->database = open_writable (path, &local);
  if (self->database != NULL)
    return TRUE;
  if (g_error_matches (local, AFT_STORE_ERROR, AFT_STORE_ERROR_CORRUPT))
    return recover (self, path, error);
  if (g_error_matches (local, AFT_STORE_ERROR, AFT_STORE_ERROR_NEWER))
    return open_read_only (self,
                           path,
                           _ ("The library was written by a newer version of Afterword and can "
                              "only be read. Update Afterword to write."),
                           error);
  if (g_error_matches (local, AFT_STORE_ERROR, AFT_STORE_ERROR_READ_ONLY) &&
      g_file_test (path, G_FILE_TEST_EXISTS))
    return open_read_only (
        self, path, _ ("The library cannot be written: changes will not be kept."), error);
  g_propagate_error (error, g_steal_pointer (&local));
  return FALSE;
}

gboolean
aft_opening_open (AftOpening *self, const char *path, GError **error)
{
  *self = (AftOpening){ .lock = -1 };
  if (*path == '\0')
    {
      self->database = open_writable (path, error);
      return self->database != NULL;
    }
  if (!make_folder (path, error))
    return FALSE;
  self->lock = take_lock (path);
  if (self->lock < 0 && g_file_test (path, G_FILE_TEST_EXISTS))
    return open_read_only (
        self, path, _ ("Another Afterword has the library open: here it can only be read."), error);
  return open_locked (self, path, error);
}

gboolean
aft_opening_open_read_only (AftOpening *self, const char *path, GError **error)
{
  *self = (AftOpening){ .lock = -1 };
  return open_read_only (self, path, NULL, error);
}

void
aft_opening_close (AftOpening *self)
{
  if (self->database != NULL && !self->is_read_only)
    {
      aft_database_do (
          self->database, NULL, "INSERT OR REPLACE INTO state (key, value) VALUES ('open', 0)", "");
      aft_database_run (self->database, "PRAGMA wal_checkpoint (TRUNCATE)", NULL);
    }
  g_clear_pointer (&self->database, aft_database_close);
  if (self->lock >= 0)
    close (self->lock);
  self->lock = -1;
  g_clear_pointer (&self->notice, g_free);
}
