/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cli/document.h"

#include <glib/gi18n-lib.h>

#include "base/caps.h"
#include "base/file.h"
#include "cli/message.h"
#include "cli/options.h"
#include "format/json-reader.h"
#include "model/schema.h"

/* Whether it begins with "LINE:COL: ", and so follows the file name without a space. */
static gboolean
has_place (const char *message)
{
  const char *p = message;

  while (g_ascii_isdigit (*p))
    p++;
  return p != message && *p == ':' && g_ascii_isdigit (p[1]);
}

static void
warn_newer (const char *path)
{
  g_autofree char *message = g_strdup_printf (
      _ ("%s: written by a newer version; what only that one knows is not shown"), path);

  aft_cli_complain (message);
}

AftRecord *
aft_cli_load (const char *path, GError **error)
{
  gsize            length;
  g_autofree char *text = aft_file_read (path, AFT_CAP_FILE_BYTES, &length, error);
  g_autoptr (AftRecord) root = NULL;
  g_autoptr (GError) local = NULL;

  if (text == NULL)
    return NULL;
  root = aft_json_read (text, length, &local);
  if (root == NULL)
    {
      g_set_error (error,
                   AFT_CLI_ERROR,
                   AFT_CLI_ERROR_INPUT,
                   has_place (local->message) ? "%s:%s" : "%s: %s",
                   path,
                   local->message);
      return NULL;
    }
  if (aft_record_get_integer (root, AFT_DOC_FORMAT, AFT_FORMAT_VERSION) > AFT_FORMAT_VERSION)
    warn_newer (path);
  return g_steal_pointer (&root);
}

static gboolean
check_standard_input (GPtrArray *paths, GError **error)
{
  guint n = 0;

  for (guint i = 0; i < paths->len; i++)
    n += g_str_equal (g_ptr_array_index (paths, i), "-") ? 1 : 0;
  if (n <= 1)
    return TRUE;
  g_set_error_literal (
      error, AFT_CLI_ERROR, AFT_CLI_ERROR_USAGE, _ ("standard input (-) can be read only once"));
  return FALSE;
}

GPtrArray *
aft_cli_load_all (GPtrArray *paths, GError **error)
{
  g_autoptr (GPtrArray) roots = g_ptr_array_new_with_free_func (g_object_unref);

  if (!check_standard_input (paths, error))
    return NULL;
  for (guint i = 0; i < paths->len; i++)
    {
      AftRecord *root = aft_cli_load (g_ptr_array_index (paths, i), error);

      if (root == NULL)
        return NULL;
      g_ptr_array_add (roots, root);
    }
  return g_steal_pointer (&roots);
}
