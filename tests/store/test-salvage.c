/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What becomes of a damaged library: every document that can be read is there again, the damaged
 * file is kept as it was, and the user is told. */
#include <glib/gstdio.h>
#include <sqlite3.h>
#include <string.h>
#include <unistd.h>

#include "fault-vfs.h"
#include "format/json-reader.h"
#include "library-fixture.h"
#include "model/schema.h"
#include "store/carve.h"
#include "support/corpus.h"

#define N_DOCUMENTS 160
#define SIZE        8000
#define PAGE        4096
#define MIN_BACK    (N_DOCUMENTS * 95 / 100)

/* A healthy library, and one that was killed while its log held everything since. Made once. */
static Place healthy, killed;
static char *program;
static gsize file_size;

static void
save_corpus (AftLibrary *library, guint32 from, guint32 to)
{
  for (guint32 seed = from; seed < to; seed++)
    {
      g_autoptr (AftRecord) root = corpus_document (seed, SIZE);
      g_autoptr (GBytes) json = record_bytes (root);
      g_autoptr (GError) error = NULL;

      aft_library_save (library, aft_record_get_text (root, AFT_DOC_ID), json, &error);
      g_assert_no_error (error);
    }
}

/* The other process: writes and never closes. */
static int
write_and_die (const char *path)
{
  AftLibrary *library = aft_library_open (path, NULL);

  save_corpus (library, 0, 20);
  _exit (0);
}

static void
make_libraries (void)
{
  g_autoptr (AftLibrary) library = NULL;
  g_autoptr (GBytes) file = NULL;

  place_init (&healthy);
  library = place_open (&healthy);
  save_corpus (library, 0, N_DOCUMENTS);
  /* each listing digests some of what was saved: nothing is left that would write to the file */
  for (guint i = 0; i < N_DOCUMENTS; i++)
    library_count (library, FALSE);
  aft_library_close (library);
  file = place_read (&healthy, "library.db");
  file_size = g_bytes_get_size (file);
  place_init (&killed);
  g_assert_cmpint (run_again (program, "--write", killed.path, NULL), ==, 0);
}

/* Documents that can be listed, loaded and read. */
static guint
count_readable (AftLibrary *library)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) entries = aft_library_list (library, FALSE, &error);
  guint n = 0;

  g_assert_no_error (error);
  for (guint i = 0; i < entries->len; i++)
    {
      g_autoptr (GBytes) json =
          aft_library_load (library, aft_entry_get_id (entries->pdata[i]), NULL);
      g_autoptr (AftRecord) root = NULL;
      gsize       length;
      const char *text = json != NULL ? g_bytes_get_data (json, &length) : NULL;

      if (text != NULL)
        root = aft_json_read (text, length, NULL);
      n += root != NULL;
    }
  return n;
}

static void
iterate (void)
{
  while (g_main_context_iteration (NULL, FALSE))
    ;
}

/* That the library in the place can be used, and has at least so many documents. Returns whether it
 * had to be mended; then the file that was there is kept. */
static gboolean
assert_usable (Place *place, guint at_least)
{
  g_autoptr (GBytes) damaged = place_read (place, "library.db");
  g_autoptr (AftLibrary) library = place_open (place);
  g_autoptr (GPtrArray) aside = NULL;
  gboolean is_mended;

  g_assert_false (aft_library_get_read_only (library));
  g_assert_cmpuint (count_readable (library), >=, at_least);
  library_save (library, "after", "After the damage", "");
  iterate ();
  is_mended = aft_library_get_notice (library) != NULL;
  aside = place_list (place, "library.db.damaged-1");
  g_assert_cmpuint (aside->len > 0, ==, is_mended);
  if (is_mended)
    {
      g_autoptr (GBytes) kept = place_read (place, "library.db.damaged-1");

      g_assert_nonnull (strstr (aft_library_get_notice (library), "damaged"));
      g_assert_true (g_bytes_equal (damaged, kept));
    }
  aft_library_close (library);
  return is_mended;
}

/* A copy of the library, with these bytes at that place. */
static void
damage (Place *from, Place *place, const char *name, gsize offset, const guint8 *bytes, gsize n)
{
  g_autoptr (GBytes) file = NULL;
  g_autofree guint8 *copy = NULL;
  gsize              length;

  place_init (place);
  place_copy (from, place);
  file = place_read (place, name);
  length = g_bytes_get_size (file);
  copy = g_memdup2 (g_bytes_get_data (file, NULL), length);
  memcpy (copy + offset, bytes, MIN (n, length - offset));
  place_write (place, name, copy, length);
}

static void
fill_garbage (guint8 *bytes, gsize n)
{
  for (gsize i = 0; i < n; i++)
    bytes[i] = (guint8) g_test_rand_int ();
}

static void
test_carve (void)
{
  g_autoptr (GBytes) image = aft_carve_load (healthy.path, NULL);
  g_autoptr (GPtrArray) found = aft_carve (image);
  guint n_texts = 0, n_entries = 0;

  for (guint i = 0; i < found->len; i++)
    {
      const AftCarved *carved = found->pdata[i];
      g_autoptr (AftRecord) root = NULL;

      if (carved->kind == AFT_CARVED_ENTRY)
        n_entries++;
      if (carved->kind != AFT_CARVED_TEXT)
        continue;
      n_texts++;
      root = aft_json_read (
          g_bytes_get_data (carved->json, NULL), g_bytes_get_size (carved->json), NULL);
      g_assert_nonnull (root);
    }
  g_assert_cmpuint (n_texts, ==, N_DOCUMENTS);
  g_assert_cmpuint (n_entries, ==, N_DOCUMENTS);
}

/* What a process that was killed had saved is in the log alone. */
static void
test_carve_log (void)
{
  g_autoptr (GBytes) without = place_read (&killed, "library.db");
  g_autoptr (GBytes) image = aft_carve_load (killed.path, NULL);
  g_autoptr (GPtrArray) none = aft_carve (without);
  g_autoptr (GPtrArray) found = aft_carve (image);
  guint n_texts = 0;

  for (guint i = 0; i < found->len; i++)
    n_texts += ((AftCarved *) found->pdata[i])->kind == AFT_CARVED_TEXT;
  g_assert_cmpuint (n_texts, ==, 20);
  g_assert_cmpuint (none->len, <, found->len);
}

static void
test_header (void)
{
  static const guint8 zeros[PAGE];
  static const gsize  lengths[] = { 16, 100, PAGE };

  for (guint i = 0; i < G_N_ELEMENTS (lengths); i++)
    {
      g_auto (Place) place = { 0 };

      damage (&healthy, &place, "library.db", 0, zeros, lengths[i]);
      g_assert_true (assert_usable (&place, N_DOCUMENTS));
    }
}

/* One page after the other, of noise; damage that nothing reads may stay unnoticed. */
static void
test_page (void)
{
  gsize n_pages = file_size / PAGE;
  gsize step = g_test_thorough () ? 1 : n_pages / 8;
  guint n_mended = 0;

  for (gsize page = 1; page < n_pages; page += step)
    {
      g_auto (Place) place = { 0 };
      guint8 garbage[PAGE];

      fill_garbage (garbage, sizeof garbage);
      g_test_message ("page %" G_GSIZE_FORMAT, page);
      damage (&healthy, &place, "library.db", page * PAGE, garbage, sizeof garbage);
      n_mended += assert_usable (&place, MIN_BACK);
    }
  g_assert_cmpuint (n_mended, >, 0);
}

/* Cut off: what is in the rest is brought over. */
static void
test_truncated (void)
{
  for (guint tenth = 1; tenth < 10; tenth += 4)
    {
      g_auto (Place) place = { 0 };
      g_autoptr (GBytes) file = place_read (&healthy, "library.db");
      gsize length = file_size / PAGE * tenth / 10 * PAGE + 100;

      place_init (&place);
      place_write (&place, "library.db", g_bytes_get_data (file, NULL), length);
      /* of the pages that are left a part is index, and some texts end beyond the cut */
      g_assert_true (assert_usable (&place, N_DOCUMENTS * tenth / 10 / 3));
    }
}

static void
test_no_library (void)
{
  static const struct
  {
    const char *bytes;
    gsize       length;
  } files[] = {
    { "", 0 },
    { "\0", 1 },
    { "Dear diary,\n", 12 },
    { "SQLite format 3\0\x10", 17 },
    { "{\n  \"format\": 1\n}\n", 18 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (files); i++)
    {
      g_auto (Place) place = { 0 };

      place_init (&place);
      place_write (&place, "library.db", files[i].bytes, files[i].length);
      g_assert_true (assert_usable (&place, 0));
    }
}

/* An empty file beside a log that has everything: SQLite would drop the log. */
static void
test_empty_with_log (void)
{
  g_auto (Place) place = { 0 };

  place_init (&place);
  place_copy (&killed, &place);
  place_write (&place, "library.db", "", 0);
  g_assert_true (assert_usable (&place, 20));
}

static void
test_log (void)
{
  static const guint8 zeros[32];
  g_autoptr (GBytes) other = place_read (&killed, "library.db-wal");

  {
    g_auto (Place) place = { 0 };

    /* the log of another library */
    place_init (&place);
    place_copy (&healthy, &place);
    place_write (
        &place, "library.db-wal", g_bytes_get_data (other, NULL), g_bytes_get_size (other));
    place_write (&place, "library.db.lock", "1\n", 2);
    assert_usable (&place, MIN_BACK);
  }
  {
    g_auto (Place) place = { 0 };

    /* a log of nothing is no log: what was before it is there */
    damage (&killed, &place, "library.db-wal", 0, zeros, sizeof zeros);
    place_write (&place, "library.db.lock", "1\n", 2);
    assert_usable (&place, 0);
  }
}

/* The index of the log is made anew, whatever it says. */
static void
test_shared_memory (void)
{
  g_auto (Place) place = { 0 };
  guint8 garbage[1024];

  fill_garbage (garbage, sizeof garbage);
  damage (&killed, &place, "library.db-shm", 0, garbage, sizeof garbage);
  g_assert_false (assert_usable (&place, 20));
}

/* Any byte: nothing crashes, nothing hangs, it can be used. */
static void
test_bytes (void)
{
  guint n = g_test_thorough () ? 200 : 8;

  for (guint i = 0; i < n; i++)
    {
      g_auto (Place) place = { 0 };
      guint8 byte = (guint8) g_test_rand_int ();
      gsize  offset = g_test_rand_int_range (0, (gint32) file_size);

      g_test_message ("byte %" G_GSIZE_FORMAT, offset);
      damage (&healthy, &place, "library.db", offset, &byte, 1);
      place_write (&place, "library.db.lock", "1\n", 2);
      assert_usable (&place, MIN_BACK);
    }
}

static void
count_cb (GObject *object, GParamSpec *pspec, guint *n)
{
  ++*n;
}

static int
first_column_cb (void *data, int n_columns, char **values, char **names)
{
  *(gsize *) data = g_ascii_strtoull (values[0], NULL, 10);
  return 0;
}

static gsize
find_root_page (Place *place, const char *sql)
{
  sqlite3 *connection;
  gsize    page = 0;

  g_assert_cmpint (sqlite3_open (place->path, &connection), ==, SQLITE_OK);
  sqlite3_exec (connection, sql, first_column_cb, &page, NULL);
  sqlite3_close (connection);
  g_assert_cmpuint (page, >, 1);
  return page;
}

/* Damage that shows after the library was opened: it is mended under way, and asked again. */
static void
test_later (void)
{
  static const char *const sqls[] = {
    "SELECT rootpage FROM sqlite_schema WHERE name = 'documents'",
    "SELECT rootpage FROM sqlite_schema WHERE name = 'contents'",
    "SELECT rootpage FROM sqlite_schema WHERE name = 'texts_data'",
  };

  for (guint i = 0; i < G_N_ELEMENTS (sqls); i++)
    {
      g_auto (Place) place = { 0 };
      g_autoptr (AftLibrary) library = NULL;
      g_autoptr (GPtrArray) found = NULL;
      g_autoptr (GError) error = NULL;
      guint8 garbage[PAGE];
      guint  n_told = 0;

      fill_garbage (garbage, sizeof garbage);
      damage (&healthy,
              &place,
              "library.db",
              (find_root_page (&healthy, sqls[i]) - 1) * PAGE,
              garbage,
              sizeof garbage);
      library = place_open (&place);
      g_assert_null (aft_library_get_notice (library));
      g_signal_connect (library, "notify::notice", G_CALLBACK (count_cb), &n_told);
      g_assert_cmpuint (count_readable (library), ==, N_DOCUMENTS);
      found = aft_library_search (library, "ta", 10, &error);
      g_assert_no_error (error);
      iterate ();
      g_assert_cmpuint (n_told, ==, 1);
      g_assert_nonnull (aft_library_get_notice (library));
      aft_library_close (library);
    }
}

static void
run_sql (Place *place, const char *sql)
{
  sqlite3 *connection;

  g_assert_cmpint (sqlite3_open (place->path, &connection), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (connection, sql, NULL, NULL, NULL), ==, SQLITE_OK);
  sqlite3_close (connection);
}

/* Databases of others, and ours with something to run in it. */
static void
test_foreign (void)
{
  static const char *const sqls[] = {
    "CREATE TABLE secrets (password)",
    "CREATE TRIGGER t AFTER UPDATE ON documents BEGIN DELETE FROM contents; END",
    "CREATE VIEW v AS SELECT json FROM contents",
  };

  for (guint i = 0; i < G_N_ELEMENTS (sqls); i++)
    {
      g_auto (Place) place = { 0 };

      place_init (&place);
      if (i > 0)
        place_copy (&healthy, &place);
      run_sql (&place, sqls[i]);
      g_assert_true (assert_usable (&place, i > 0 ? N_DOCUMENTS : 0));
    }
}

/* A text of which a page is gone is as it was before the last session; what was in the trash stays
 * there, and history is kept. */
static void
test_older (void)
{
  g_auto (Place) place = { 0 };
  g_autofree char *filler = g_strnfill (20000, 'x');
  g_autofree char *marked = g_strconcat ("UNIQUE-MARK ", filler, NULL);
  g_autoptr (GBytes) file = NULL;
  g_autofree guint8 *copy = NULL;
  guint8            *mark;

  place_init (&place);
  {
    g_autoptr (AftLibrary) library = place_open (&place);

    library_save (library, "a", "First", "");
    aft_library_close (library);
  }
  {
    g_autoptr (AftLibrary) library = place_open (&place);

    library_save (library, "a", "Second", marked);
    library_save (library, "b", "Other", "");
    aft_library_close (library);
  }
  run_sql (&place,
           "UPDATE documents SET trashed = 1000000 * CAST (strftime ('%s', 'now') AS INTEGER) "
           "WHERE id = 'b'");
  file = place_read (&place, "library.db");
  copy = g_memdup2 (g_bytes_get_data (file, NULL), g_bytes_get_size (file));
  while ((mark = memmem (copy, g_bytes_get_size (file), "UNIQUE-MARK", 11)) != NULL)
    memset (mark, 0, 11);
  place_write (&place, "library.db", copy, g_bytes_get_size (file));
  {
    g_autoptr (AftLibrary) library = place_open (&place);
    g_autofree char *title = library_title (library, "a");

    iterate ();
    g_assert_cmpstr (title, ==, "First");
    g_assert_nonnull (strstr (aft_library_get_notice (library), "before it was last edited"));
    g_assert_cmpuint (library_count (library, FALSE), ==, 1);
    g_assert_cmpuint (library_count (library, TRUE), ==, 1);
    aft_library_close (library);
  }
}

/* Each damaged file is kept under a name of its own. */
static void
test_twice (void)
{
  g_auto (Place) place = { 0 };

  place_init (&place);
  for (guint i = 1; i <= 3; i++)
    {
      g_autofree char *text = g_strdup_printf ("Damage %u", i);
      g_autofree char *name = g_strdup_printf ("library.db.damaged-%u", i);
      g_autoptr (AftLibrary) library = NULL;
      g_autoptr (GBytes) kept = NULL;

      place_write (&place, "library.db", text, strlen (text));
      library = place_open (&place);
      aft_library_close (library);
      kept = place_read (&place, name);
      g_assert_cmpmem (g_bytes_get_data (kept, NULL), g_bytes_get_size (kept), text, strlen (text));
    }
}

/* Where there is no room to mend, the damaged file stays what and where it is. */
static void
test_no_room (void)
{
  static const guint8 zeros[100];

  for (guint n = 0; n < 60; n += 20)
    {
      g_auto (Place) place = { 0 };
      g_autoptr (GBytes) before = NULL;
      g_autoptr (GBytes) after = NULL;
      g_autoptr (GError) error = NULL;
      g_autoptr (AftLibrary) library = NULL;

      damage (&healthy, &place, "library.db", 0, zeros, sizeof zeros);
      before = place_read (&place, "library.db");
      fault_vfs_fail_after (n, SQLITE_FULL);
      library = aft_library_open (place.path, &error);
      fault_vfs_heal ();
      g_assert_null (library);
      g_assert_error (error, AFT_STORE_ERROR, AFT_STORE_ERROR_FULL);
      after = place_read (&place, "library.db");
      g_assert_true (g_bytes_equal (before, after));
      assert_usable (&place, N_DOCUMENTS);
    }
}

#define ADD(path, test) g_test_add_func ("/store/salvage/" path, test)

int
main (int argc, char **argv)
{
  int result;

  if (argc == 3 && g_str_equal (argv[1], "--write"))
    return write_and_die (argv[2]);
  program = argv[0];
  g_test_init (&argc, &argv, NULL);
  fault_vfs_install ();
  make_libraries ();
  ADD ("pages give back every document", test_carve);
  ADD ("pages in the log count", test_carve_log);
  ADD ("without its header", test_header);
  ADD ("with a page of noise", test_page);
  ADD ("cut short", test_truncated);
  ADD ("what is no library at all", test_no_library);
  ADD ("an empty file beside its log", test_empty_with_log);
  ADD ("a log that is not its own, or none", test_log);
  ADD ("noise in the shared memory", test_shared_memory);
  ADD ("with any byte changed", test_bytes);
  ADD ("damage that shows later", test_later);
  ADD ("what others made, or something to run", test_foreign);
  ADD ("a lost text is as it was before, trash stays trash", test_older);
  ADD ("damage after damage", test_twice);
  ADD ("no room to mend", test_no_room);
  result = g_test_run ();
  place_clear (&healthy);
  place_clear (&killed);
  return result;
}
