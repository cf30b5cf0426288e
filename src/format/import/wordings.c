/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "format/import/wordings.h"

#include <gio/gio.h>
#include <string.h>

#include "import-resources.h"

static void
add_line (GArray *wordings, char *line)
{
  char      *tab = strchr (line, '\t');
  AftWording wording;

  if (*line == '#' || tab == NULL)
    return;
  *tab = '\0';
  wording.key = g_strdup (line);
  wording.phrase = g_strdup (tab + 1);
  g_array_append_val (wordings, wording);
}

static GArray *
load (const char *name)
{
  GArray          *wordings = g_array_new (FALSE, FALSE, sizeof (AftWording));
  g_autofree char *path =
      g_strdup_printf ("/io/github/afterword_app/Afterword/import/%s.tsv", name);
  g_autoptr (GBytes) bytes =
      g_resource_lookup_data (aft_import_get_resource (), path, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);
  g_auto (GStrv) lines = NULL;

  g_assert (bytes != NULL);
  lines = g_strsplit (g_bytes_get_data (bytes, NULL), "\n", -1);
  for (guint i = 0; lines[i] != NULL; i++)
    add_line (wordings, lines[i]);
  return wordings;
}

const GArray *
aft_wordings_get (const char *name)
{
  static GMutex      mutex;
  static GHashTable *loaded = NULL;
  GArray            *wordings;

  g_mutex_lock (&mutex);
  if (loaded == NULL)
    loaded = g_hash_table_new (g_str_hash, g_str_equal);
  wordings = g_hash_table_lookup (loaded, name);
  if (wordings == NULL)
    {
      wordings = load (name);
      g_hash_table_insert (loaded, g_strdup (name), wordings);
    }
  g_mutex_unlock (&mutex);
  return wordings;
}
