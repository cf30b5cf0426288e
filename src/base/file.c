/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/file.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <sys/stat.h>
#include <unistd.h>

#include <glib/gstdio.h>

#include "base/error.h"

/* New files are for the user alone: incident texts are confidential. */
#define NEW_FILE_MODE 0600
/* As many links in a row as the kernel follows. */
#define MAX_LINKS 40

static gboolean
fail (GError **error, const char *path, const char *reason)
{
  g_set_error (error, AFT_BASE_ERROR, AFT_BASE_ERROR_IO, "%s: %s", path, reason);
  return FALSE;
}

static gboolean
fail_errno (GError **error, const char *path, int number)
{
  return fail (error, path, g_strerror (number));
}

static gboolean
write_stream (FILE *stream, const char *path, const char *data, gsize length, GError **error)
{
  if (fwrite (data, 1, length, stream) != length || fflush (stream) != 0)
    return fail_errno (error, path, errno);
  return TRUE;
}

static gboolean
write_special (const char *path, const char *data, gsize length, GError **error)
{
  FILE    *stream = g_fopen (path, "wbe");
  gboolean is_written;

  if (stream == NULL)
    return fail_errno (error, path, errno);
  is_written = write_stream (stream, path, data, length, error);
  if (fclose (stream) != 0 && is_written)
    return fail_errno (error, path, errno);
  return is_written;
}

/* Where a chain of symbolic links ends, also where nothing is there yet: the links stay. NULL for a
 * circle. */
static char *
resolve_target (const char *path)
{
  g_autofree char *target = g_strdup (path);

  for (guint i = 0; i < MAX_LINKS; i++)
    {
      g_autofree char *link = g_file_read_link (target, NULL);
      g_autofree char *directory = NULL;

      if (link == NULL)
        return g_steal_pointer (&target);
      directory = g_path_get_dirname (target);
      g_free (target);
      target =
          g_path_is_absolute (link) ? g_strdup (link) : g_build_filename (directory, link, NULL);
    }
  return NULL;
}

/* GLib's own messages name the temporary file, which says nothing to a reader. */
static const char *
describe (const GError *error)
{
  static const struct
  {
    int code, number;
  } reasons[] = {
    { G_FILE_ERROR_NOSPC, ENOSPC }, { G_FILE_ERROR_ROFS, EROFS },
    { G_FILE_ERROR_ACCES, EACCES }, { G_FILE_ERROR_PERM, EPERM },
    { G_FILE_ERROR_NOENT, ENOENT }, { G_FILE_ERROR_NOTDIR, ENOTDIR },
    { G_FILE_ERROR_IO, EIO },       { G_FILE_ERROR_NAMETOOLONG, ENAMETOOLONG },
    { G_FILE_ERROR_LOOP, ELOOP },   { G_FILE_ERROR_NFILE, ENFILE },
    { G_FILE_ERROR_MFILE, EMFILE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (reasons); i++)
    if (g_error_matches (error, G_FILE_ERROR, reasons[i].code))
      return g_strerror (reasons[i].number);
  return error->message;
}

static gboolean
replace (const char *path,
         const char *target,
         int         mode,
         const char *data,
         gsize       length,
         GError    **error)
{
  g_autoptr (GError) local = NULL;

  if (!g_file_set_contents_full (target,
                                 data,
                                 length,
                                 G_FILE_SET_CONTENTS_CONSISTENT | G_FILE_SET_CONTENTS_DURABLE,
                                 mode,
                                 &local))
    return fail (error, path, describe (local));
  /* the temporary file was created under the umask */
  if (mode != NEW_FILE_MODE && g_chmod (target, mode) != 0)
    return fail_errno (error, path, errno);
  return TRUE;
}

gboolean
aft_file_write (const char *path, const char *data, gsize length, GError **error)
{
  g_autofree char *target = NULL;
  struct stat      info;

  if (g_str_equal (path, "-"))
    return write_stream (stdout, "standard output", data, length, error);
  target = resolve_target (path);
  if (target == NULL)
    return fail_errno (error, path, ELOOP);
  if (stat (target, &info) != 0)
    return replace (path, target, NEW_FILE_MODE, data, length, error);
  if (S_ISDIR (info.st_mode))
    return fail_errno (error, path, EISDIR);
  /* a read-only file in a writable folder could be replaced, but is not meant to be */
  if (faccessat (AT_FDCWD, target, W_OK, AT_EACCESS) != 0)
    return fail_errno (error, path, errno);
  if (!S_ISREG (info.st_mode))
    return write_special (path, data, length, error);
  return replace (path, target, info.st_mode & 07777, data, length, error);
}

static gboolean
read_stream (FILE *stream, const char *path, gsize max_bytes, GByteArray *bytes, GError **error)
{
  guint8 chunk[65536];
  gsize  n;

  while ((n = fread (chunk, 1, sizeof chunk, stream)) > 0)
    {
      if (bytes->len + n > max_bytes)
        {
          g_set_error (error,
                       AFT_BASE_ERROR,
                       AFT_BASE_ERROR_TOO_LARGE,
                       "%s: larger than %" G_GSIZE_FORMAT " bytes",
                       path,
                       max_bytes);
          return FALSE;
        }
      g_byte_array_append (bytes, chunk, n);
    }
  return ferror (stream) ? fail_errno (error, path, errno) : TRUE;
}

char *
aft_file_read (const char *path, gsize max_bytes, gsize *length, GError **error)
{
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  gboolean is_stdin = g_str_equal (path, "-");
  FILE    *stream = is_stdin ? stdin : g_fopen (path, "rbe");
  gboolean is_read;

  if (stream == NULL)
    {
      fail_errno (error, path, errno);
      return NULL;
    }
  is_read = read_stream (stream, is_stdin ? "standard input" : path, max_bytes, bytes, error);
  if (!is_stdin)
    fclose (stream);
  if (!is_read)
    return NULL;
  if (length != NULL)
    *length = bytes->len;
  g_byte_array_append (bytes, (const guint8 *) "", 1);
  return (char *) g_byte_array_free (g_steal_pointer (&bytes), FALSE);
}
