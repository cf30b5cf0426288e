/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "store/mend.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <unistd.h>

#include "store/library.h"
#include "store/migrations.h"
#include "store/salvage.h"

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

static void
remove_database (const char *path)
{
  static const char *const suffixes[] = { "", "-wal", "-shm" };

  for (guint i = 0; i < G_N_ELEMENTS (suffixes); i++)
    {
      g_autofree char *name = g_strconcat (path, suffixes[i], NULL);

      g_unlink (name);
    }
}

/* The log goes first: in place of the old file the new one must not meet it. Until the last step
 * the damaged file has its name too, so that there is a library at every moment. */
static gboolean
replace (const char *path, const char *mended, const char *aside, GError **error)
{
  g_autofree char *log = g_strconcat (path, "-wal", NULL);
  g_autofree char *shm = g_strconcat (path, "-shm", NULL);
  g_autofree char *log_aside = g_strconcat (aside, "-wal", NULL);

  if (link (path, aside) == 0 || g_rename (path, aside) == 0)
    {
      g_rename (log, log_aside);
      g_unlink (shm);
      if (g_rename (mended, path) == 0)
        return TRUE;
      g_rename (aside, path);
    }
  g_set_error (
      error, AFT_STORE_ERROR, AFT_STORE_ERROR_READ_ONLY, "%s: %s", path, g_strerror (errno));
  return FALSE;
}

static char *
describe (const AftSalvage *salvage, const char *aside)
{
  g_autofree char *saved = g_strdup_printf (
      g_dngettext (GETTEXT_PACKAGE,
                   "The library was damaged. %u document could be brought over; the damaged file "
                   "is kept as %s.",
                   "The library was damaged. %u documents could be brought over; the damaged file "
                   "is kept as %s.",
                   salvage->n_saved),
      salvage->n_saved,
      aside);
  g_autofree char *lost = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE,
                                                        "%u document could not be read.",
                                                        "%u documents could not be read.",
                                                        salvage->n_lost),
                                           salvage->n_lost);
  g_autofree char *old =
      g_strdup_printf (g_dngettext (GETTEXT_PACKAGE,
                                    "%u document is as it was before it was last edited.",
                                    "%u documents are as they were before they were last edited.",
                                    salvage->n_old),
                       salvage->n_old);
  const char *sentences[4] = { saved };
  guint       n = 1;

  if (salvage->n_old > 0)
    sentences[n++] = old;
  if (salvage->n_lost > 0)
    sentences[n++] = lost;
  return g_strjoinv (" ", (GStrv) sentences);
}

/* The new library is whole on disk before it takes the name. */
static gboolean
make_mended (const char *path, const char *mended, AftSalvage *salvage, GError **error)
{
  g_autoptr (AftDatabase) database = NULL;

  remove_database (mended);
  database = aft_migrations_open (mended, error);
  if (database == NULL || !aft_salvage (path, database, salvage, error))
    {
      g_clear_pointer (&database, aft_database_close);
      remove_database (mended);
      return FALSE;
    }
  aft_database_settle (database);
  return TRUE;
}

gboolean
aft_mend (const char *path, char **notice, GError **error)
{
  g_autofree char *aside = free_name (path);
  g_autofree char *mended = g_strconcat (path, ".mending", NULL);
  AftSalvage       salvage;

  if (!make_mended (path, mended, &salvage, error) || !replace (path, mended, aside, error))
    return FALSE;
  *notice = describe (&salvage, aside);
  return TRUE;
}
