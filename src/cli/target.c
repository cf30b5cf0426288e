/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cli/target.h"

#include <glib/gi18n-lib.h>
#include <string.h>
#include <sys/stat.h>

#include "cli/options.h"

static gboolean
is_stream (const char *path)
{
  return g_str_equal (path, "-");
}

static gboolean
is_folder (const char *path)
{
  return g_str_has_suffix (path, "/") || g_file_test (path, G_FILE_TEST_IS_DIR);
}

gboolean
aft_cli_is_file_name (const char *output)
{
  return output != NULL && !is_stream (output) && !is_folder (output);
}

/* "push.postmortem" -> "push.pdf"; what has no suffix gets one. */
static char *
replace_suffix (const char *path, const char *suffix)
{
  const char      *name = strrchr (path, '/') != NULL ? strrchr (path, '/') + 1 : path;
  const char      *point = strrchr (name, '.');
  g_autofree char *stem = NULL;

  if (point == NULL || point == name)
    return g_strconcat (path, suffix, NULL);
  stem = g_strndup (path, point - path);
  return g_strconcat (stem, suffix, NULL);
}

static char *
target_in_folder (const char *folder, const char *input, const char *suffix)
{
  g_autofree char *base = is_stream (input) ? g_strdup ("postmortem") : g_path_get_basename (input);
  g_autofree char *name = replace_suffix (base, suffix);

  return g_build_filename (folder, name, NULL);
}

static gboolean
is_same_file (const char *a, const char *b)
{
  struct stat info_a, info_b;

  return stat (a, &info_a) == 0 && stat (b, &info_b) == 0 && info_a.st_dev == info_b.st_dev &&
         info_a.st_ino == info_b.st_ino;
}

static char *
choose (const char *input, const char *output, const char *suffix)
{
  if (output == NULL)
    return is_stream (input) ? g_strdup ("-") : replace_suffix (input, suffix);
  if (!is_stream (output) && is_folder (output))
    return target_in_folder (output, input, suffix);
  return g_strdup (output);
}

char *
aft_cli_target (const char *input,
                const char *output,
                const char *suffix,
                gboolean    many,
                GError    **error)
{
  g_autofree char *target = choose (input, output, suffix);

  if (many && output != NULL && (is_stream (output) || !is_folder (output)))
    {
      g_set_error (error,
                   AFT_CLI_ERROR,
                   AFT_CLI_ERROR_USAGE,
                   _ ("%s: is no folder, which --output must be with several files"),
                   output);
      return NULL;
    }
  if (!is_stream (input) && is_same_file (input, target))
    {
      g_set_error (error,
                   AFT_CLI_ERROR,
                   AFT_CLI_ERROR_USAGE,
                   _ ("%s: would be replaced by its own export: name another with --output"),
                   target);
      return NULL;
    }
  return g_steal_pointer (&target);
}

gboolean
aft_cli_check_targets (GPtrArray *paths, GError **error)
{
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < paths->len; i++)
    {
      const char *path = g_ptr_array_index (paths, i);

      if (g_hash_table_add (seen, g_canonicalize_filename (path, NULL)))
        continue;
      g_set_error (error,
                   AFT_CLI_ERROR,
                   AFT_CLI_ERROR_USAGE,
                   _ ("%s: two of the files would be written to it"),
                   is_stream (path) ? _ ("standard output") : path);
      return FALSE;
    }
  return TRUE;
}
