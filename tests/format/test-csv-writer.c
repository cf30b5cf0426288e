/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "format/csv-writer.h"

#include <string.h>

#include "support/fixtures.h"

/* A reader of RFC 4180: rows of cells. (element-type GPtrArray) */
static GPtrArray *
parse (const char *csv)
{
  GPtrArray *rows = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);
  GPtrArray *row = NULL;

  for (const char *p = csv; *p != '\0';)
    {
      GString *cell = g_string_new (NULL);

      g_assert_true (*p == '"');
      for (p++; *p != '"' || p[1] == '"'; p++)
        {
          g_assert_true (*p != '\0');
          p += *p == '"' ? 1 : 0;
          g_string_append_c (cell, *p);
        }
      if (row == NULL)
        {
          row = g_ptr_array_new_with_free_func (g_free);
          g_ptr_array_add (rows, row);
        }
      g_ptr_array_add (row, g_string_free (cell, FALSE));
      p++;
      if (*p == ',')
        {
          p++;
          continue;
        }
      g_assert_true (g_str_has_prefix (p, "\r\n"));
      p += 2;
      row = NULL;
    }
  return rows;
}

static const char *
get_cell (GPtrArray *rows, guint row, const char *column)
{
  GPtrArray *titles = g_ptr_array_index (rows, 0);

  for (guint i = 0; i < titles->len; i++)
    if (g_str_equal (g_ptr_array_index (titles, i), column))
      return g_ptr_array_index ((GPtrArray *) g_ptr_array_index (rows, row), i);
  g_error ("there is no column %s", column);
}

static AftRecord *
new_with_event (const char *text)
{
  AftRecord *root = aft_record_new (&aft_doc_schema);
  g_autoptr (AftRecord) event =
      fixture_event ("2026-05-04T14:02:00+02:00", text, AFT_MILESTONE_DETECTED);

  aft_record_list_init_append (aft_record_get_list (root, AFT_DOC_EVENTS), event);
  return root;
}

static void
test_event (void)
{
  g_autoptr (AftRecord) root = new_with_event ("Seen");
  g_autofree char *csv = aft_csv_write (root);
  g_autoptr (GPtrArray) rows = parse (csv);

  g_assert_cmpuint (rows->len, ==, 2);
  g_assert_cmpstr (get_cell (rows, 1, "record"), ==, "event");
  g_assert_cmpstr (get_cell (rows, 1, "event_at"), ==, "2026-05-04T12:02:00Z");
  g_assert_cmpstr (get_cell (rows, 1, "event_milestone"), ==, "detected");
  g_assert_cmpstr (get_cell (rows, 1, "event_lane"), ==, "system");
  g_assert_cmpstr (get_cell (rows, 1, "event_until"), ==, "");
  g_assert_cmpstr (get_cell (rows, 1, "action_title"), ==, "");
}

static void
test_cells (void)
{
  static const struct
  {
    const char *text, *cell;
  } cases[] = {
    { "a, b; c", "a, b; c" },
    { "\"quoted\"", "\"quoted\"" },
    { "two\nlines", "two\nlines" },
    { "=SUM(A1:A9)", "'=SUM(A1:A9)" },
    { "+1", "'+1" },
    { "-1", "'-1" },
    { "@cmd", "'@cmd" },
    { "\tx", "'\tx" },
    { "\r=x", "'\r=x" },
    { "5 = 5", "5 = 5" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (AftRecord) root = new_with_event (cases[i].text);
      g_autofree char *csv = aft_csv_write (root);
      g_autoptr (GPtrArray) rows = parse (csv);

      g_assert_cmpstr (get_cell (rows, 1, "event_text"), ==, cases[i].cell);
    }
}

static void
test_any (void)
{
  for (guint seed = 0; seed < 200; seed++)
    {
      g_autoptr (AftRecord) root = fixture_nasty_document (seed);
      g_autofree char *csv = aft_csv_write (root);
      g_autoptr (GPtrArray) rows = parse (csv);
      guint n_records = aft_record_list_get_length (aft_record_get_list (root, AFT_DOC_EVENTS)) +
                        aft_record_list_get_length (aft_record_get_list (root, AFT_DOC_ACTIONS));

      g_assert_cmpuint (rows->len, ==, 1 + n_records);
      for (guint i = 0; i < rows->len; i++)
        g_assert_cmpuint (((GPtrArray *) g_ptr_array_index (rows, i))->len,
                          ==,
                          1 + AFT_EVENT_N_FIELDS + AFT_ACTION_N_FIELDS);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/format/csv-writer/an event is a row", test_event);
  g_test_add_func ("/format/csv-writer/cells are text, never formulas", test_cells);
  g_test_add_func ("/format/csv-writer/any document is a full table", test_any);
  return g_test_run ();
}
