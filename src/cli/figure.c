/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "base/file.h"
#include "cli/document.h"
#include "cli/target.h"
#include "cli/verbs.h"
#include "paint/figure-file.h"

/* Narrower shows no text, wider is beyond what a PNG reader takes. */
#define MIN_WIDTH_PX     200
#define MAX_WIDTH_PX     16000
#define DEFAULT_WIDTH_PX 1200

static const char *const types[] = { "svg", "png", "pdf" };

/* "svg" for what has no name of its own; NULL with an error. */
static const char *
choose_type (const char *output, GError **error)
{
  g_autofree char *folded = NULL;

  if (!aft_cli_is_file_name (output))
    return types[0];
  folded = g_ascii_strdown (output, -1);
  for (guint i = 0; i < G_N_ELEMENTS (types); i++)
    {
      g_autofree char *suffix = g_strconcat (".", types[i], NULL);

      if (g_str_has_suffix (folded, suffix))
        return types[i];
    }
  g_set_error (error,
               AFT_CLI_ERROR,
               AFT_CLI_ERROR_USAGE,
               _ ("%s: a figure ends in .svg, .png or .pdf"),
               output);
  return NULL;
}

static gboolean
read_width (const char *text, guint64 *width, GError **error)
{
  *width = DEFAULT_WIDTH_PX;
  if (text == NULL ||
      g_ascii_string_to_unsigned (text, 10, MIN_WIDTH_PX, MAX_WIDTH_PX, width, NULL))
    return TRUE;
  g_set_error (error,
               AFT_CLI_ERROR,
               AFT_CLI_ERROR_USAGE,
               _ ("figure: --width is a whole number from %d to %d, not “%s”"),
               MIN_WIDTH_PX,
               MAX_WIDTH_PX,
               text);
  return FALSE;
}

gboolean
aft_cli_figure (const AftCliCall *call, GError **error)
{
  const char      *output = aft_cli_call_get (call, "output");
  const char      *file = g_ptr_array_index (call->arguments, 0);
  const char      *type = choose_type (output, error);
  g_autofree char *suffix = g_strconcat (".", type, NULL);
  g_autofree char *target = NULL;
  g_autoptr (AftRecord) root = NULL;
  g_autoptr (GBytes) bytes = NULL;
  guint64 width;

  if (type == NULL || !read_width (aft_cli_call_get (call, "width"), &width, error))
    return FALSE;
  target = aft_cli_target (file, output, suffix, FALSE, error);
  root = target != NULL ? aft_cli_load (file, error) : NULL;
  bytes = root != NULL ? aft_figure_export (root, type, width, error) : NULL;
  return bytes != NULL &&
         aft_file_write (target, g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), error);
}
