/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "store/opening.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

#include "store/carve.h"
#include "store/library.h"
#include "store/lock.h"
#include "store/mend.h"
#include "store/migrations.h"

#define HEADER_SIZE 100 /* of the file format */

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

/* A file of an older version is read as if it had been migrated, without touching it. */
static AftDatabase *
open_for_reading (const char *path, AftDatabaseMode mode, GError **error)
{
  g_autoptr (AftDatabase) database = aft_database_open (path, mode, error);
  g_autoptr (AftDatabase) copy = NULL;
  gint64 version;

  if (database == NULL ||
      !aft_database_get_integer (database, "PRAGMA user_version", &version, error))
    return NULL;
  if (version >= AFT_SCHEMA_VERSION)
    return g_steal_pointer (&database);
  copy = aft_database_copy_to_memory (database, error);
  if (copy == NULL || !aft_migrations_run (copy, "", error))
    return NULL;
  return g_steal_pointer (&copy);
}

static gboolean
open_read_only (AftOpening *self, const char *notice, GError **error)
{
  g_autoptr (GError) local = NULL;

  self->database = open_for_reading (self->path, AFT_DATABASE_READ, &local);
  /* in a folder that cannot be written SQLite cannot share the file with a writer: there is none */
  if (g_error_matches (local, AFT_STORE_ERROR, AFT_STORE_ERROR_READ_ONLY))
    {
      g_clear_error (&local);
      self->database = open_for_reading (self->path, AFT_DATABASE_FROZEN, &local);
    }
  self->is_read_only = TRUE;
  self->notice = g_strdup (notice);
  if (self->database == NULL)
    g_propagate_error (error, g_steal_pointer (&local));
  return self->database != NULL;
}

static gsize
read_header (const char *path, guint8 *header)
{
  int    file = g_open (path, O_RDONLY | O_CLOEXEC, 0);
  gssize length = file >= 0 ? pread (file, header, HEADER_SIZE, 0) : -1;

  if (file >= 0)
    close (file);
  return MAX (length, 0);
}

/* Whether something is there that is no database, which SQLite may take for a new one: an empty
 * file, of which it throws away the log, or one of a single byte. */
static gboolean
is_something_else (const char *path, const guint8 *header, gsize length)
{
  static const char magic[] = "SQLite format 3";

  return g_file_test (path, G_FILE_TEST_EXISTS) &&
         (length < HEADER_SIZE || memcmp (header, magic, sizeof magic) != 0);
}

/* A log that belongs to another library may fit so well that only this shows it. */
static gboolean
check_identity (AftOpening *self, guint32 identity, GError **error)
{
  gint64 seen;

  if (!aft_database_get_integer (self->database, "PRAGMA application_id", &seen, error))
    return FALSE;
  if (identity == 0 || identity == (guint32) seen)
    return TRUE;
  g_set_error_literal (
      error, AFT_STORE_ERROR, AFT_STORE_ERROR_CORRUPT, "the log belongs to another library");
  return FALSE;
}

static gboolean
open_or_fail (AftOpening *self, GError **error)
{
  guint8 header[HEADER_SIZE];
  gsize  length = read_header (self->path, header);

  if (is_something_else (self->path, header, length))
    {
      g_set_error_literal (
          error, AFT_STORE_ERROR, AFT_STORE_ERROR_CORRUPT, "the file is no database");
      return FALSE;
    }
  self->database = aft_migrations_open (self->path, error);
  return self->database != NULL &&
         check_identity (self, aft_carve_identity (header, length), error);
}

static gboolean
open_locked (AftOpening *self, GError **error)
{
  g_autoptr (GError) local = NULL;

  if (open_or_fail (self, &local))
    return TRUE;
  g_clear_pointer (&self->database, aft_database_close);
  if (g_error_matches (local, AFT_STORE_ERROR, AFT_STORE_ERROR_CORRUPT))
    return aft_opening_mend (self, error);
  if (g_error_matches (local, AFT_STORE_ERROR, AFT_STORE_ERROR_NEWER))
    return open_read_only (self,
                           _ ("The library was written by a newer version of Afterword and can "
                              "only be read. Update Afterword to write."),
                           error);
  if (g_error_matches (local, AFT_STORE_ERROR, AFT_STORE_ERROR_READ_ONLY) &&
      g_file_test (self->path, G_FILE_TEST_EXISTS))
    return open_read_only (
        self, _ ("The library cannot be written: changes will not be kept."), error);
  g_propagate_error (error, g_steal_pointer (&local));
  return FALSE;
}

static gboolean
open_unlocked (AftOpening *self, AftLockResult result, GError **error)
{
  gboolean is_held = result == AFT_LOCK_HELD;

  if (g_file_test (self->path, G_FILE_TEST_EXISTS))
    return open_read_only (
        self,
        is_held ? _ ("Another Afterword has the library open: here it can only be read.")
                : _ ("The library cannot be written: changes will not be kept."),
        error);
  g_set_error (error,
               AFT_STORE_ERROR,
               is_held ? AFT_STORE_ERROR_BUSY : AFT_STORE_ERROR_READ_ONLY,
               "%s: no library could be made",
               self->path);
  return FALSE;
}

gboolean
aft_opening_open (AftOpening *self, const char *path, GError **error)
{
  AftLockResult result;

  *self = (AftOpening){ .path = g_strdup (path), .lock = -1 };
  if (*path == '\0')
    {
      self->database = aft_migrations_open (path, error);
      return self->database != NULL;
    }
  if (!make_folder (path, error))
    return FALSE;
  result = aft_lock_take (path, &self->lock);
  self->needs_check = result == AFT_LOCK_UNCLEAN;
  return self->lock >= 0 ? open_locked (self, error) : open_unlocked (self, result, error);
}

gboolean
aft_opening_open_read_only (AftOpening *self, const char *path, GError **error)
{
  *self = (AftOpening){ .path = g_strdup (path), .lock = -1 };
  return open_read_only (self, NULL, error);
}

gboolean
aft_opening_check (AftOpening *self, GError **error)
{
  if (self->is_read_only || !self->needs_check)
    return TRUE;
  self->needs_check = FALSE;
  return aft_database_check (self->database, error);
}

gboolean
aft_opening_mend (AftOpening *self, GError **error)
{
  char *notice;

  g_clear_pointer (&self->database, aft_database_close);
  if (!aft_mend (self->path, &notice, error))
    return FALSE;
  g_free (self->notice);
  self->notice = notice;
  self->needs_check = FALSE;
  self->database = aft_migrations_open (self->path, error);
  return self->database != NULL;
}

void
aft_opening_close (AftOpening *self)
{
  if (self->database != NULL && !self->is_read_only && !self->needs_check)
    aft_database_settle (self->database);
  g_clear_pointer (&self->database, aft_database_close);
  /* unchecked still means unclean */
  if (self->lock >= 0 && self->needs_check)
    close (self->lock);
  else
    aft_lock_release (self->lock);
  self->lock = -1;
  g_clear_pointer (&self->notice, g_free);
  g_clear_pointer (&self->path, g_free);
}
