/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Postmortems in many shapes and languages: each file of tests/format/postmortems/ and, in the file
 * NAME.expected beside it, what a person reads in it. */
#include <string.h>

#include "base/instant.h"
#include "format/import/import.h"
#include "model/events.h"
#include "model/record-list.h"
#include "model/schema.h"

static AftRecordList *
get_list (AftImport *import, guint field)
{
  return aft_record_get_list (import->root, field);
}

/* The earliest or the latest; "-" where no event has a time. */
static char *
format_edge (AftImport *import, gboolean is_last)
{
  AftInstant first, last;

  if (!aft_events_span (get_list (import, AFT_DOC_EVENTS), &first, &last))
    return g_strdup ("-");
  return aft_instant_format (is_last ? last : first);
}

static char *
format_edge_of_events (AftImport *import, gboolean is_last)
{
  g_autoptr (GPtrArray) events = aft_events_sort (get_list (import, AFT_DOC_EVENTS));

  if (!is_last || events->len == 0)
    return format_edge (import, FALSE);
  for (guint i = events->len; i > 0; i--)
    if (aft_record_has (events->pdata[i - 1], AFT_EVENT_AT))
      return aft_instant_format (aft_event_get_at (events->pdata[i - 1]));
  return g_strdup ("-");
}

/* Sections that hold text; background and appendix take what has no field of its own. */
static void
describe_fields (GString *text, AftImport *import)
{
  gsize before = text->len;

  for (guint i = 0; i < aft_doc_schema.n_fields; i++)
    if (aft_doc_schema.fields[i].kind == AFT_KIND_PROSE && aft_record_has (import->root, i) &&
        i != AFT_DOC_APPENDIX)
      g_string_append_printf (
          text, "%s%s", text->len == before ? "fields: " : " ", aft_doc_schema.fields[i].key);
  if (text->len > before)
    g_string_append_c (text, '\n');
}

static void
describe_lists (GString *text, AftImport *import)
{
  static const guint lists[] = {
    AFT_DOC_FACTORS, AFT_DOC_WENT_WELL, AFT_DOC_WENT_POORLY, AFT_DOC_LUCKY
  };
  gsize before = text->len;

  for (guint i = 0; i < G_N_ELEMENTS (lists); i++)
    if (aft_record_list_get_length (get_list (import, lists[i])) > 0)
      g_string_append_printf (text,
                              "%s%s=%u",
                              text->len == before ? "lists: " : " ",
                              aft_doc_schema.fields[lists[i]].key,
                              aft_record_list_get_length (get_list (import, lists[i])));
  if (text->len > before)
    g_string_append_c (text, '\n');
}

static char *
describe (AftImport *import)
{
  GString         *text = g_string_new (NULL);
  g_autofree char *first = format_edge_of_events (import, FALSE);
  g_autofree char *last = format_edge_of_events (import, TRUE);

  g_string_append_printf (text, "title: %s\n", aft_record_get_text (import->root, AFT_DOC_TITLE));
  g_string_append_printf (
      text, "events: %u\n", aft_record_list_get_length (get_list (import, AFT_DOC_EVENTS)));
  g_string_append_printf (text, "first: %s\nlast: %s\n", first, last);
  g_string_append_printf (
      text, "actions: %u\n", aft_record_list_get_length (get_list (import, AFT_DOC_ACTIONS)));
  describe_fields (text, import);
  describe_lists (text, import);
  return g_string_free (text, FALSE);
}

static void
test_file (gconstpointer data)
{
  const AftImportOptions options = { NULL };
  g_autofree char       *expected_path = g_strconcat (data, ".expected", NULL);
  g_autofree char       *bytes = NULL;
  g_autofree char       *expected = NULL;
  g_autofree char       *told = NULL;
  g_autoptr (AftImport) import = NULL;
  g_autoptr (GError) error = NULL;
  gsize length;

  g_assert_true (g_file_get_contents (data, &bytes, &length, NULL));
  g_file_get_contents (expected_path, &expected, NULL, &error);
  g_assert_no_error (error);
  import = aft_import (data, bytes, length, &options, &error);
  g_assert_no_error (error);
  told = describe (import);
  g_assert_cmpstr (told, ==, expected);
}

int
main (int argc, char **argv)
{
  g_autofree char *folder = NULL;
  g_autoptr (GDir) dir = NULL;
  const char *name;
  guint       n = 0;

  g_test_init (&argc, &argv, NULL);
  folder = g_test_build_filename (G_TEST_DIST, "format", "postmortems", NULL);
  dir = g_dir_open (folder, 0, NULL);
  g_assert_nonnull (dir);
  while ((name = g_dir_read_name (dir)) != NULL)
    if (!g_str_has_suffix (name, ".expected"))
      {
        g_autofree char *path = g_build_filename (folder, name, NULL);
        g_autofree char *rule = g_strconcat ("/format/import-document/", name, NULL);

        g_test_add_data_func_full (rule, g_steal_pointer (&path), test_file, g_free);
        n++;
      }
  g_assert_cmpuint (n, >=, 12);
  return g_test_run ();
}
