/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/migrations.h"

#include <string.h>

#include "base/text.h"
#include "fault-vfs.h"
#include "library-fixture.h"
#include "store/database.h"

#define N_OLD 3

/* Makes what the first version left: version-1.sql, with documents of which the last is in the
 * trash. */
static void
make_old (Place *place)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "store", "version-1.sql", NULL);
  g_autofree char *sql = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (AftDatabase) database = NULL;

  g_file_get_contents (path, &sql, NULL, &error);
  g_assert_no_error (error);
  database = aft_database_open (place->path, AFT_DATABASE_WRITE, &error);
  g_assert_no_error (error);
  g_assert_true (aft_database_use_log (database, &error));
  aft_database_run (database, sql, &error);
  g_assert_no_error (error);
  aft_database_settle (database);
}

static void
set_version (Place *place, const char *sql)
{
  g_autoptr (AftDatabase) database = aft_database_open (place->path, AFT_DATABASE_WRITE, NULL);

  g_assert_true (aft_database_run (database, sql, NULL));
  aft_database_settle (database);
}

static gint64
read_version (const char *path)
{
  g_autoptr (AftDatabase) database = aft_database_open (path, AFT_DATABASE_READ, NULL);
  gint64 version;

  g_assert_true (aft_database_get_integer (database, "PRAGMA user_version", &version, NULL));
  return version;
}

static void
assert_old_documents (AftLibrary *library)
{
  g_autofree char *title = library_title (library, "first");
  g_autoptr (GPtrArray) found = NULL;

  g_assert_cmpstr (title, ==, "Queue full");
  g_assert_cmpuint (library_count (library, FALSE), ==, N_OLD - 1);
  g_assert_cmpuint (library_count (library, TRUE), ==, 1);
  found = aft_library_search (library, "worker", 10, NULL);
  g_assert_cmpuint (found->len, ==, 1);
}

static void
test_old (Place *place, gconstpointer unused)
{
  g_autofree char *copy = g_strconcat (place->path, ".v1", NULL);

  make_old (place);
  for (guint i = 0; i < 2; i++)
    {
      g_autoptr (AftLibrary) library = place_open (place);

      g_assert_null (aft_library_get_notice (library));
      g_assert_false (aft_library_get_read_only (library));
      assert_old_documents (library);
      library_save (library, "first", "Queue full", "A worker stood still.");
    }
  g_assert_cmpint (read_version (place->path), ==, AFT_SCHEMA_VERSION);
  g_assert_cmpint (read_version (copy), ==, 1);
}

/* Looking up changes nothing. */
static void
test_old_lookup (Place *place, gconstpointer unused)
{
  g_autoptr (AftLibrary) library = NULL;
  g_autoptr (GBytes) before = NULL;
  g_autoptr (GBytes) after = NULL;
  g_autoptr (GError) error = NULL;

  make_old (place);
  before = place_read (place, "library.db");
  library = aft_library_open_read_only (place->path, &error);
  g_assert_no_error (error);
  assert_old_documents (library);
  aft_library_close (library);
  after = place_read (place, "library.db");
  g_assert_true (g_bytes_equal (before, after));
}

/* The disk fails at any one step: it is the old library or the new one, never a mixture. */
static void
test_interrupted (Place *place, gconstpointer unused)
{
  static const int codes[] = { SQLITE_FULL, SQLITE_IOERR };
  guint            n_failed = 0;

  for (guint n = 0;; n++)
    {
      g_auto (Place) copy = { 0 };
      g_autoptr (AftLibrary) library = NULL;
      g_autoptr (GError) error = NULL;

      place_init (&copy);
      make_old (&copy);
      fault_vfs_fail_after (n, codes[n % G_N_ELEMENTS (codes)]);
      library = aft_library_open (copy.path, &error);
      fault_vfs_heal ();
      if (library != NULL)
        aft_library_close (library);
      g_clear_object (&library);
      n_failed += error != NULL;
      library = place_open (&copy);
      g_assert_null (aft_library_get_notice (library));
      assert_old_documents (library);
      aft_library_close (library);
      if (error == NULL && n > 0 && n_failed > 0)
        break;
    }
  g_assert_cmpuint (n_failed, >, 10);
}

static void
test_newer (Place *place, gconstpointer unused)
{
  g_autofree char *sql = g_strdup_printf ("PRAGMA user_version = %d", AFT_SCHEMA_VERSION + 1);
  g_autoptr (AftLibrary) library = place_open (place);
  g_autoptr (GBytes) before = NULL;
  g_autoptr (GBytes) after = NULL;
  g_autoptr (GBytes) json = document_bytes ("a", "Changed", "");
  g_autoptr (GError) error = NULL;

  library_save (library, "a", "Queue full", "");
  aft_library_close (library);
  g_clear_object (&library);
  set_version (place, sql);
  before = place_read (place, "library.db");
  library = place_open (place);
  g_assert_true (aft_library_get_read_only (library));
  g_assert_nonnull (strstr (aft_library_get_notice (library), "newer version"));
  g_assert_cmpuint (library_count (library, FALSE), ==, 1);
  g_assert_false (aft_library_save (library, "a", json, &error));
  g_assert_error (error, AFT_STORE_ERROR, AFT_STORE_ERROR_READ_ONLY);
  aft_library_close (library);
  after = place_read (place, "library.db");
  g_assert_true (g_bytes_equal (before, after));
}

/* A migration and a new library come to the same tables. */
static char *
describe_schema (const char *path)
{
  g_autoptr (AftDatabase) database = aft_database_open (path, AFT_DATABASE_READ, NULL);
  g_autoptr (AftStatement) statement = aft_database_prepare (
      database, NULL, "SELECT name, sql FROM sqlite_schema ORDER BY name", "");
  g_autoptr (GString) schema = g_string_new (NULL);
  gboolean has_row;

  while (aft_database_step (database, statement, &has_row, NULL) && has_row)
    g_string_append_printf (schema,
                            "%s: %s | ",
                            sqlite3_column_text (statement, 0),
                            sqlite3_column_text (statement, 1));
  /* one blank or two is all the same */
  return aft_text_clean_line (schema->str, -1);
}

static void
test_same (Place *place, gconstpointer unused)
{
  g_auto (Place) fresh = { 0 };
  g_autofree char *migrated = NULL;
  g_autofree char *made = NULL;

  make_old (place);
  g_object_unref (place_open (place));
  place_init (&fresh);
  g_object_unref (place_open (&fresh));
  migrated = describe_schema (place->path);
  made = describe_schema (fresh.path);
  g_assert_cmpstr (migrated, ==, made);
  g_assert_nonnull (strstr (made, "contents"));
}

#define ADD(path, test)                                                                            \
  g_test_add ("/store/migrations/" path, Place, NULL, place_set_up, test, place_tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  fault_vfs_install ();
  ADD ("version 1 is brought up, with a copy beside it", test_old);
  ADD ("version 1 can be looked up as it is", test_old_lookup);
  ADD ("an interrupted one leaves the old or the new", test_interrupted);
  ADD ("a newer version is only read", test_newer);
  ADD ("old and new libraries come to the same tables", test_same);
  return g_test_run ();
}
