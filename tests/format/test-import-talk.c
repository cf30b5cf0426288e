/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Chats, logs and the records of other programs: each file of tests/format/import/ and, in the file
 * NAME.expected beside it, what becomes of it. AFTERWORD_RENEW=1 writes those anew. */
#include <string.h>

#include "base/instant.h"
#include "format/import/import.h"
#include "model/events.h"
#include "model/record-list.h"
#include "model/schema.h"

static void
describe_event (GString *text, AftRecord *event)
{
  g_autofree char *at = aft_record_has (event, AFT_EVENT_AT)
                            ? aft_instant_format (aft_event_get_at (event))
                            : g_strdup ("-");
  g_autofree char *until = aft_event_get_until (event) != AFT_INSTANT_NONE
                               ? aft_instant_format (aft_event_get_until (event))
                               : g_strdup ("");

  g_string_append_printf (text,
                          "%s %s [%s] %s\n",
                          at,
                          until,
                          aft_record_get_text (event, AFT_EVENT_SOURCE),
                          aft_record_get_text (event, AFT_EVENT_TEXT));
}

static char *
describe (AftImport *import)
{
  AftRecordList *events = aft_record_get_list (import->root, AFT_DOC_EVENTS);
  AftRecordList *actions = aft_record_get_list (import->root, AFT_DOC_ACTIONS);
  GString       *text = g_string_new (NULL);

  for (guint i = 0; i < aft_record_list_get_length (events); i++)
    describe_event (text, aft_record_list_get (events, i));
  for (guint i = 0; i < aft_record_list_get_length (actions); i++)
    g_string_append_printf (
        text,
        "action: %s\n",
        aft_record_get_text (aft_record_list_get (actions, i), AFT_ACTION_TITLE));
  g_string_append_printf (
      text, "zone: %s\n", aft_record_get_text (import->root, AFT_DOC_TIME_ZONE));
  return g_string_free (text, FALSE);
}

static void
test_file (gconstpointer data)
{
  const AftImportOptions options = { NULL, "2026-05-04" };
  g_autofree char       *expected_path = g_strconcat (data, ".expected", NULL);
  g_autofree char       *bytes = NULL;
  g_autofree char       *expected = NULL;
  g_autofree char       *told = NULL;
  g_autoptr (AftImport) import = NULL;
  g_autoptr (GError) error = NULL;
  gsize length;

  g_assert_true (g_file_get_contents (data, &bytes, &length, NULL));
  import = aft_import (data, bytes, length, &options, &error);
  g_assert_no_error (error);
  told = describe (import);
  if (g_getenv ("AFTERWORD_RENEW") != NULL)
    g_assert_true (g_file_set_contents (expected_path, told, -1, NULL));
  g_file_get_contents (expected_path, &expected, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (told, ==, expected);
}

/* Cut short, or with bytes of it replaced by what has a meaning in one of the shapes: either a
 * document or a reason. */
static void
test_damaged_file (gconstpointer data)
{
  static const char      meant[] = "\n\t |-*#`<>[]{}(),:;\"\\'=+/0123456789TZ\xc3\xff";
  const AftImportOptions options = { NULL, NULL };
  g_autoptr (GRand) random = g_rand_new_with_seed (29);
  g_autofree char *bytes = NULL;
  gsize            length;

  g_assert_true (g_file_get_contents (data, &bytes, &length, NULL));
  for (guint round = 0; round < 150; round++)
    {
      g_autofree char *damaged = g_memdup2 (bytes, length);
      gsize            kept = round % 3 == 0 ? g_rand_int_range (random, 0, length) : length;
      g_autoptr (AftImport) import = NULL;
      g_autoptr (GError) error = NULL;

      for (guint i = 0; i < round % 9; i++)
        damaged[g_rand_int_range (random, 0, length)] =
            meant[g_rand_int_range (random, 0, sizeof meant - 1)];
      import = aft_import (data, damaged, kept, &options, &error);
      g_assert_true ((import == NULL) == (error != NULL));
      g_assert_true (import == NULL || aft_record_has (import->root, AFT_DOC_ID));
    }
}

static void
add_case (const char *rule, const char *path, GTestDataFunc test)
{
  g_autofree char *base = g_path_get_basename (path);
  g_autofree char *name = g_strconcat ("/format/import-talk/", base, rule, NULL);

  g_test_add_data_func_full (name, g_strdup (path), test, g_free);
}

int
main (int argc, char **argv)
{
  g_autofree char *folder = NULL;
  g_autoptr (GDir) dir = NULL;
  const char *name;
  guint       n = 0;

  g_test_init (&argc, &argv, NULL);
  folder = g_test_build_filename (G_TEST_DIST, "format", "import", NULL);
  dir = g_dir_open (folder, 0, NULL);
  g_assert_nonnull (dir);
  while ((name = g_dir_read_name (dir)) != NULL)
    if (!g_str_has_suffix (name, ".expected"))
      {
        g_autofree char *path = g_build_filename (folder, name, NULL);

        add_case ("", path, test_file);
        add_case (" damaged", path, test_damaged_file);
        n++;
      }
  g_assert_cmpuint (n, >=, 20);
  return g_test_run ();
}
