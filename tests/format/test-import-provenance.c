/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What each stretch of a source became. */
#include <string.h>

#include "format/import/import.h"
#include "model/record-list.h"
#include "model/schema.h"

static AftImport *
import_text (const char *name, const char *text, const AftImportOptions *options)
{
  const AftImportOptions none = { NULL };
  g_autoptr (GError) error = NULL;
  AftImport *import =
      aft_import (name, text, strlen (text), options != NULL ? options : &none, &error);

  g_assert_no_error (error);
  return import;
}

static const char *const use_names[] = { "none", "heading", "detail", "field",
                                         "item", "event",   "action" };

/* "FIRST-LAST use", for a record its text, for a field its key; a line each. */
static char *
describe (AftImport *import)
{
  GArray  *spans = aft_provenance_get_spans (import->provenance);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < spans->len; i++)
    {
      const AftSpan *span = &g_array_index (spans, AftSpan, i);

      g_string_append_printf (
          text, "%u-%u %s", span->first_line, span->last_line, use_names[span->use]);
      if (span->use == AFT_USE_DETAIL || span->use == AFT_USE_FIELD)
        g_string_append_printf (text, " %s", aft_record_get_field (span->record, span->field)->key);
      else if (span->record != NULL)
        g_string_append_printf (text, " %s", aft_record_get_text (span->record, span->field));
      g_string_append_c (text, '\n');
    }
  return g_string_free (text, FALSE);
}

static void
assert_spans (const char *name, const char *text, const char *expected)
{
  g_autoptr (AftImport) import = import_text (name, text, NULL);
  g_autofree char *told = describe (import);

  g_assert_cmpstr (told, ==, expected);
}

static void
test_document (void)
{
  assert_spans ("queue.md",
                "# The queue was full\n\nOrders waited.\n\n<!-- for the reviewers -->\n"
                "## Impact\n\nOne in five.\n\n## Timeline\n\nAll in UTC.\n\n"
                "- 2026-05-04 14:02 Queue grows\n  and grows\n- 14:10 Paged\n\n"
                "## What went well\n\n- The alert\n- The rollback\n\n"
                "## Action Items\n\n- [ ] Raise the limit\n- [x] Tell them\n",
                "1-1 detail title\n3-3 field summary.overview\n5-5 none\n6-6 heading\n"
                "8-8 field impact.notes\n10-10 heading\n12-12 field appendix\n"
                "14-15 event Queue grows\nand grows\n16-16 event Paged\n18-18 heading\n"
                "20-20 item The alert\n21-21 item The rollback\n23-23 heading\n"
                "25-25 action Raise the limit\n26-26 action Tell them\n");
}

static void
test_labels (void)
{
  assert_spans ("queue.md",
                "---\ntitle: Queue\nauthors: [responder-1]\nlayout: post\n---\n\n"
                "**Severity**: SEV-2\n\n**Impact**: One in five\nwas late.\n",
                "1-1 none\n2-2 detail title\n3-3 detail authors\n4-4 field appendix\n5-5 none\n"
                "7-7 heading\n7-7 detail severity\n9-9 heading\n9-10 field impact.notes\n");
}

static void
test_table (void)
{
  assert_spans ("queue.md",
                "# Queue\n\n## Timeline\n\n| Time (UTC) | What |\n|---|---|\n"
                "| 2026-05-04 14:02 | Grows |\n| 14:10 | Paged |\n\n"
                "## Actions\n\n| Action | Owner |\n|---|---|\n| Raise it | responder-1 |\n",
                "1-1 detail title\n3-6 heading\n7-7 event Grows\n8-8 event Paged\n"
                "10-13 heading\n14-14 action Raise it\n");
}

static void
test_talk (void)
{
  assert_spans ("channel.txt",
                "Monday, 4 May 2026\n[14:02] <responder-1> queue is full\n"
                "[14:03] *** responder-2 has joined\n[14:03] <responder-2> looking\n"
                "  at the graphs\n[14:09] <responder-1> rolled back\n",
                "1-1 heading\n2-2 event queue is full\n3-3 none\n"
                "4-5 event looking\n  at the graphs\n6-6 event rolled back\n");
}

static void
test_records (void)
{
  assert_spans ("alerts.json",
                "[{\"a\": {\"b\": \"}\\\"{\"}, \"time\": \"2026-05-04T14:02:00Z\", "
                "\"message\": \"one\"},\n {\"x\": 1},\n"
                " {\"time\": \"2026-05-04T14:03:00Z\",\n  \"message\": \"two\"}]\n",
                "1-1 none\n1-1 event one\n1-2 none\n3-4 event two\n4-4 none\n");
  assert_spans ("app.log",
                "{\"time\": \"2026-05-04T14:02:00Z\", \"msg\": \"one\"}\nnoise\n"
                "{\"time\": \"2026-05-04T14:03:00Z\", \"msg\": \"two\"}\n",
                "1-1 event one\n2-2 none\n3-3 event two\n");
  assert_spans ("events.csv",
                "time,event\n2026-05-04 14:02,\"one\nand a half\"\n2026-05-04 14:03,two\n",
                "1-1 heading\n2-3 event one\nand a half\n4-4 event two\n");
}

/* Everything but white space is in one span, in order, whatever the text is. */
static void
test_tiles (void)
{
  static const char *const pieces[] = {
    "# Title\n",       "\n",          "## Timeline\n",      "14:02 paged\n", "- 14:03 looked\n",
    "| 14:04 | x |\n", "|---|---|\n", "## Action items\n",  "- do it\n",     "text\n",
    "<!-- no -->\n",   "```\n",       "**Impact**: none\n", "> said\n",      "## What went well\n",
    "1. luck\n",
  };
  g_autoptr (GRand) random = g_rand_new_with_seed (11);

  for (guint round = 0; round < 300; round++)
    {
      g_autoptr (GString) text = g_string_new (NULL);
      g_autoptr (AftImport) import = NULL;
      GArray *spans;
      gsize   at = 0;

      for (guint i = 0; i < 12; i++)
        g_string_append (text, pieces[g_rand_int_range (random, 0, G_N_ELEMENTS (pieces))]);
      import = import_text ("x.md", text->str, NULL);
      spans = aft_provenance_get_spans (import->provenance);
      for (guint i = 0; i < spans->len; i++)
        {
          const AftSpan *span = &g_array_index (spans, AftSpan, i);

          g_assert_cmpuint (span->start, >=, at);
          g_assert_cmpuint (span->end, >, span->start);
          for (; at < span->start; at++)
            g_assert_true (g_ascii_isspace (import->text[at]));
          at = span->end;
        }
      g_assert_cmpuint (strspn (import->text + at, " \n\t"), ==, strlen (import->text + at));
    }
}

static void
test_overlap (void)
{
  const char *text = "one two three";
  g_autoptr (AftProvenance) provenance = aft_provenance_new (text);
  g_autoptr (AftRecord) event = aft_record_new (&aft_event_schema);
  g_autoptr (AftRecord) action = aft_record_new (&aft_action_schema);
  GArray        *spans;
  const AftSpan *span;

  aft_provenance_mark (provenance, text, text + 13, AFT_USE_EVENT, event, AFT_EVENT_TEXT);
  aft_provenance_mark (provenance, text + 4, text + 7, AFT_USE_ACTION, action, AFT_ACTION_TITLE);
  spans = aft_provenance_get_spans (provenance);
  g_assert_cmpuint (spans->len, ==, 3);
  span = &g_array_index (spans, AftSpan, 1);
  g_assert_true (span->record == action && span->start == 4 && span->end == 7);
  g_assert_true (aft_provenance_find (provenance, 5) == span);
  g_assert_true (aft_provenance_find (provenance, 7)->record == event);
  g_assert_null (aft_provenance_find (provenance, 13));
  g_assert_cmpuint (aft_provenance_find_record (provenance, event)->start, ==, 0);
  g_assert_null (aft_provenance_find_record (provenance, NULL));
}

static void
test_facts (void)
{
  const char *text = "# Queue, 4 May 2026\n\n## Timeline\n\n- 14:02 Grows\n- 14:10 Paged (UTC)\n";
  const AftImportOptions tokyo = { .time_zone = "Asia/Tokyo", .date = "2026-06-01" };
  g_autoptr (AftImport) plain = import_text ("a.md", text, NULL);
  g_autoptr (AftImport) asked = import_text ("a.md", text, &tokyo);
  g_autoptr (AftImport) named = import_text ("2026-07-01-a.md", text, NULL);
  g_autoptr (AftImport) none = import_text ("a.md", "# Queue\n\n## Timeline\n\n- 14:02 x\n", NULL);

  g_assert_cmpstr (plain->facts.day, ==, "2026-05-04");
  g_assert_cmpint (plain->facts.day_origin, ==, AFT_DAY_TITLE);
  g_assert_cmpuint (plain->facts.n_dates_inferred, ==, 2);
  g_assert_cmpuint (plain->facts.n_zones_inferred, ==, 2);
  g_assert_cmpstr (plain->facts.zone, ==, "UTC");
  g_assert_false (plain->facts.zone_is_stated);
  g_assert_cmpstr (asked->facts.zone, ==, "Asia/Tokyo");
  g_assert_cmpint (asked->facts.day_origin, ==, AFT_DAY_ASKED);
  g_assert_cmpint (named->facts.day_origin, ==, AFT_DAY_NAME);
  g_assert_cmpint (none->facts.day_origin, ==, AFT_DAY_UNKNOWN);
  g_assert_cmpstr (none->facts.day, ==, "");
}

/* A zone that is named later holds for the times before it, unless the user chose one. */
static void
test_chosen_zone (void)
{
  const char            *text = "# Queue\n\n## Timeline\n\n- 2026-05-04 14:02 Grows\n"
                                "- 2026-05-04 14:10 PST Paged\n";
  const AftImportOptions asked = { .time_zone = "Asia/Tokyo" };
  const AftImportOptions chosen = { .time_zone = "Asia/Tokyo", .zone_is_chosen = TRUE };
  g_autoptr (AftImport) told = import_text ("a.md", text, &asked);
  g_autoptr (AftImport) forced = import_text ("a.md", text, &chosen);
  AftRecordList *events = aft_record_get_list (told->root, AFT_DOC_EVENTS);
  AftRecordList *moved = aft_record_get_list (forced->root, AFT_DOC_EVENTS);

  g_assert_true (told->facts.zone_is_stated);
  g_assert_false (forced->facts.zone_is_stated);
  g_assert_cmpint (aft_record_get_integer (aft_record_list_get (events, 0), AFT_EVENT_AT, 0) -
                       aft_record_get_integer (aft_record_list_get (moved, 0), AFT_EVENT_AT, 0),
                   ==,
                   17 * G_TIME_SPAN_HOUR);
  g_assert_cmpint (aft_record_get_integer (aft_record_list_get (events, 1), AFT_EVENT_AT, 0),
                   ==,
                   aft_record_get_integer (aft_record_list_get (moved, 1), AFT_EVENT_AT, 0));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/format/import-provenance/each line of a document says what it became",
                   test_document);
  g_test_add_func ("/format/import-provenance/labels and front matter are parts of lines",
                   test_labels);
  g_test_add_func ("/format/import-provenance/rows of tables are events and actions", test_table);
  g_test_add_func ("/format/import-provenance/messages keep their lines, notices are left out",
                   test_talk);
  g_test_add_func ("/format/import-provenance/records are found within their line", test_records);
  g_test_add_func ("/format/import-provenance/spans hold all that is not blank", test_tiles);
  g_test_add_func ("/format/import-provenance/a later mark holds", test_overlap);
  g_test_add_func ("/format/import-provenance/what was worked out is told", test_facts);
  g_test_add_func ("/format/import-provenance/a chosen zone holds", test_chosen_zone);
  return g_test_run ();
}
