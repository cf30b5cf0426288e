/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "base/caps.h"
#include "base/file.h"
#include "base/zone.h"
#include "cli/message.h"
#include "cli/options.h"
#include "cli/target.h"
#include "cli/verbs.h"
#include "format/import/import.h"
#include "format/json-writer.h"

static gboolean
read_options (const AftCliCall *call, AftImportOptions *options, GError **error)
{
  options->time_zone = aft_cli_call_get (call, "time-zone");
  options->date = aft_cli_call_get (call, "date");
  if (options->time_zone != NULL && aft_zone_get (options->time_zone, NULL) == NULL)
    {
      g_set_error (error,
                   AFT_CLI_ERROR,
                   AFT_CLI_ERROR_USAGE,
                   _ ("--time-zone: there is no zone “%s”; write one such as Europe/Zurich"),
                   options->time_zone);
      return FALSE;
    }
  if (options->date != NULL && !aft_date_is_valid (options->date))
    {
      g_set_error (error,
                   AFT_CLI_ERROR,
                   AFT_CLI_ERROR_USAGE,
                   _ ("--date: “%s” is no day such as 2026-05-04"),
                   options->date);
      return FALSE;
    }
  return TRUE;
}

static GBytes *
import_file (const char *path, const AftImportOptions *options, GError **error)
{
  gsize            length;
  g_autofree char *text = aft_file_read (path, AFT_CAP_FILE_BYTES, &length, error);
  g_autoptr (AftImport) import = NULL;
  g_autoptr (GError) local = NULL;
  char *json;

  if (text == NULL)
    return NULL;
  import = aft_import (path, text, length, options, &local);
  if (import == NULL)
    {
      g_set_error (error, AFT_CLI_ERROR, AFT_CLI_ERROR_INPUT, "%s: %s", path, local->message);
      return NULL;
    }
  for (guint i = 0; i < import->notes->len; i++)
    {
      g_autofree char *note =
          g_strdup_printf ("%s: %s", path, (char *) g_ptr_array_index (import->notes, i));

      aft_cli_complain (note);
    }
  json = aft_json_write (import->root, &length);
  return g_bytes_new_take (json, length);
}

/* Nothing is written before everything could be read. */
gboolean
aft_cli_import (const AftCliCall *call, GError **error)
{
  g_autoptr (GPtrArray) targets = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) made = g_ptr_array_new_with_free_func ((GDestroyNotify) g_bytes_unref);
  AftImportOptions options;
  guint            n = call->arguments->len;

  if (!read_options (call, &options, error))
    return FALSE;
  for (guint i = 0; i < n; i++)
    {
      const char *path = g_ptr_array_index (call->arguments, i);
      char       *target =
          aft_cli_target (path, aft_cli_call_get (call, "output"), ".postmortem", n > 1, error);
      GBytes *bytes;

      if (target == NULL)
        return FALSE;
      g_ptr_array_add (targets, target);
      bytes = import_file (path, &options, error);
      if (bytes == NULL)
        return FALSE;
      g_ptr_array_add (made, bytes);
    }
  if (!aft_cli_check_targets (targets, error))
    return FALSE;
  for (guint i = 0; i < n; i++)
    {
      gsize       length;
      const char *data = g_bytes_get_data (g_ptr_array_index (made, i), &length);

      if (!aft_file_write (g_ptr_array_index (targets, i), data, length, error))
        return FALSE;
    }
  return TRUE;
}
