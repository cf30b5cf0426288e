/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/errors.h"

#include <gio/gio.h>
#include <glib/gi18n-lib.h>

#include "base/error.h"
#include "base/text.h"
#include "format/error.h"
#include "store/library.h"

static char *
describe_store (const GError *error)
{
  switch ((AftStoreError) error->code)
    {
    case AFT_STORE_ERROR_FULL:
      return g_strdup (_ ("The disk is full. Make some room; Afterword keeps trying."));
    case AFT_STORE_ERROR_READ_ONLY:
      return g_strdup (_ ("The library cannot be written to. Check who may write to its folder."));
    case AFT_STORE_ERROR_NEWER:
      return g_strdup (_ ("The library was written by a newer version of Afterword. Update "
                          "Afterword to change it."));
    case AFT_STORE_ERROR_CORRUPT:
      return g_strdup (_ ("The library is damaged. Export what you need and restore a backup."));
    case AFT_STORE_ERROR_BUSY:
      return g_strdup (_ ("Another Afterword is using the library. Close that one first."));
    case AFT_STORE_ERROR_NOT_FOUND:
      return g_strdup (_ ("That postmortem is no longer in the library."));
    case AFT_STORE_ERROR_FAILED:
    default:
      return NULL;
    }
}

static char *
describe_format (const GError *error, const char *message)
{
  switch ((AftFormatError) error->code)
    {
    case AFT_FORMAT_ERROR_LIMIT:
      return g_strdup_printf (_ ("The file is larger or deeper than a postmortem can be: %s"),
                              message);
    case AFT_FORMAT_ERROR_SYNTAX:
    case AFT_FORMAT_ERROR_SCHEMA:
    default:
      return g_strdup_printf (_ ("The file is not a postmortem: %s"), message);
    }
}

static char *
describe_io (const GError *error)
{
  switch (error->code)
    {
    case G_IO_ERROR_NOT_FOUND:
      return g_strdup (_ ("There is no such file."));
    case G_IO_ERROR_PERMISSION_DENIED:
      return g_strdup (_ ("You may not read or write there. Choose another place."));
    case G_IO_ERROR_NO_SPACE:
      return g_strdup (_ ("The disk is full. Make some room and try again."));
    case G_IO_ERROR_READ_ONLY:
      return g_strdup (_ ("That place is read-only. Choose another one."));
    default:
      return NULL;
    }
}

char *
aft_ui_describe_error (const GError *error)
{
  g_autofree char *message = NULL;
  char            *sentence = NULL;

  g_return_val_if_fail (error != NULL, NULL);

  message = aft_text_clean_line (error->message, -1);
  if (error->domain == AFT_STORE_ERROR)
    sentence = describe_store (error);
  else if (error->domain == AFT_FORMAT_ERROR)
    sentence = describe_format (error, message);
  else if (error->domain == G_IO_ERROR)
    sentence = describe_io (error);
  else if (g_error_matches (error, AFT_BASE_ERROR, AFT_BASE_ERROR_TOO_LARGE))
    sentence = g_strdup (_ ("The file is too large to be a postmortem."));
  return sentence != NULL ? sentence : g_steal_pointer (&message);
}
