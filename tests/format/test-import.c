/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Postmortems as other people write them. */
#include <string.h>

#include "base/caps.h"
#include "base/instant.h"
#include "format/import/import.h"
#include "format/import/prompts.h"
#include "format/import/words.h"
#include "format/markdown-reader.h"
#include "format/markdown-writer.h"
#include "model/events.h"
#include "model/record-list.h"
#include "model/schema.h"

static AftImport *
import_text (const char *name, const char *text)
{
  const AftImportOptions options = { NULL, NULL };
  g_autoptr (GError) error = NULL;
  AftImport *import = aft_import (name, text, strlen (text), &options, &error);

  g_assert_no_error (error);
  return import;
}

static const char *
get_text (AftImport *import, guint field)
{
  return aft_record_get_text (import->root, field);
}

/* "2026-05-04T14:02:00Z[/until] text", a line each; "-" where there is no time. */
static char *
describe_events (AftImport *import)
{
  AftRecordList *events = aft_record_get_list (import->root, AFT_DOC_EVENTS);
  GString       *lines = g_string_new (NULL);

  for (guint i = 0; i < aft_record_list_get_length (events); i++)
    {
      AftRecord       *event = aft_record_list_get (events, i);
      g_autofree char *at = aft_record_has (event, AFT_EVENT_AT)
                                ? aft_instant_format (aft_event_get_at (event))
                                : g_strdup ("-");
      g_autofree char *until = aft_event_get_until (event) != AFT_INSTANT_NONE
                                   ? aft_instant_format (aft_event_get_until (event))
                                   : NULL;

      g_string_append_printf (lines,
                              "%s%s%s %s\n",
                              at,
                              until != NULL ? "/" : "",
                              until != NULL ? until : "",
                              aft_record_get_text (event, AFT_EVENT_TEXT));
    }
  return g_string_free (lines, FALSE);
}

static char *
describe_list (AftImport *import, guint field, guint text_field)
{
  AftRecordList *list = aft_record_get_list (import->root, field);
  GString       *lines = g_string_new (NULL);

  for (guint i = 0; i < aft_record_list_get_length (list); i++)
    g_string_append_printf (
        lines, "%s\n", aft_record_get_text (aft_record_list_get (list, i), text_field));
  return g_string_free (lines, FALSE);
}

static void
assert_list (AftImport *import, guint field, guint text_field, const char *lines)
{
  g_autofree char *told = describe_list (import, field, text_field);

  g_assert_cmpstr (told, ==, lines);
}

static void
assert_events (AftImport *import, const char *lines)
{
  g_autofree char *told = describe_events (import);

  g_assert_cmpstr (told, ==, lines);
}

/* The name of a column is cut between two characters, never within one. */
static void
test_long_column (void)
{
  g_autoptr (AftImport) import =
      import_text ("a.md",
                   "# Queue\n\n## Timeline (UTC)\n\n| Time | What | ÄÖÜÄÖÜÄÖÜÄÖÜÄÖÜÄÖÜ |\n"
                   "|---|---|---|\n| 2026-05-04 14:02 | full | ja |\n");

  assert_events (import, "2026-05-04T14:02:00Z full · ÄÖÜÄÖÜÄÖÜÄÖÜÄÖÜ: ja\n");
}

/* A few bytes that are no text are shown and counted; many, or too much, are refused in a sentence.
 */
static void
test_bytes (void)
{
  const AftImportOptions options = { NULL };
  const char             few[] = "# Queue \xff\xfe full\n\nLate\x01.\n";
  g_autofree char       *zeros = g_malloc0 (4096);
  g_autoptr (AftImport) import = NULL;
  g_autoptr (GError) error = NULL;

  import = aft_import ("a.md", few, sizeof few - 1, &options, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (import->facts.n_replaced, ==, 3);
  g_assert_cmpuint (import->notes->len, ==, 1);
  g_assert_cmpstr (get_text (import, AFT_DOC_TITLE), ==, "Queue \uFFFD\uFFFD full");
  g_assert_null (aft_import ("a.md", zeros, 4096, &options, &error));
  g_assert_error (error, AFT_FORMAT_ERROR, AFT_FORMAT_ERROR_SYNTAX);
  g_assert_null (strchr (error->message, '\n'));
  g_clear_error (&error);
  /* not even looked at */
  g_assert_null (aft_import ("a.md", few, AFT_CAP_FILE_BYTES + 1, &options, &error));
  g_assert_error (error, AFT_FORMAT_ERROR, AFT_FORMAT_ERROR_LIMIT);
}

/* What looks like a tag and is none comes in as it is, and goes out and comes back. */
static void
test_less_than (void)
{
  g_autoptr (AftImport) import =
      import_text ("2026-05-04.md",
                   "# Queue\n\n## Impact\n\nLate by <60 mins, a<b & c>d.\n\n"
                   "## Timeline (UTC)\n\n- 14:02 back in <5 min\n");
  g_autofree char *text = aft_markdown_write (import->root);
  g_autoptr (AftPostmortem) again = aft_markdown_read (text, strlen (text), NULL);
  AftRecord *root = aft_postmortem_get_root (again);

  g_assert_cmpstr (get_text (import, AFT_DOC_IMPACT_NOTES), ==, "Late by <60 mins, a<b & c>d.");
  g_assert_cmpstr (
      aft_record_get_text (root, AFT_DOC_IMPACT_NOTES), ==, "Late by <60 mins, a<b & c>d.");
  assert_events (import, "2026-05-04T14:02:00Z back in <5 min\n");
}

static void
test_words (void)
{
  static const struct
  {
    const char *heading;
    AftTarget   target;
  } cases[] = {
    { "Why?", AFT_TARGET_ROOT_CAUSE },
    { "Why we moved the queue", AFT_TARGET_NONE },
    { "5 Whys", AFT_TARGET_ROOT_CAUSE },
    { "Gut:", AFT_TARGET_WELL },
    { "Gut zu wissen", AFT_TARGET_NONE },
    { "Déroulé", AFT_TARGET_TIMELINE },
    { "Actionables", AFT_TARGET_ACTIONS },
    { "Causa principale", AFT_TARGET_ROOT_CAUSE },
    { "Cosa è andato storto", AFT_TARGET_POORLY },
    { "Qué salió bien", AFT_TARGET_WELL },
    { "Wo wir Glück hatten", AFT_TARGET_LUCKY },
    { "再発防止策", AFT_TARGET_ACTIONS },
    { "How the queue works", AFT_TARGET_NONE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    if (aft_words_find (cases[i].heading, strlen (cases[i].heading), FALSE) != cases[i].target)
      g_error ("“%s”", cases[i].heading);
}

static void
test_prompts (void)
{
  static const struct
  {
    const char *text;
    gboolean    is_prompt;
  } cases[] = {
    { "", TRUE },
    { "TBD", TRUE },
    { "{link to the issue}", TRUE },
    { "{ \"error\": \"queue is full\" }", FALSE },
    { "> Include:\n> - what happened\n> - when", TRUE },
    { "> Include:\nThe queue was full.", FALSE },
    { "- n/a", TRUE },
    { "{{ summary }}", TRUE },
    { "<link to the ticket>", TRUE },
    { "- [ ] ", TRUE },
    { "_Describe what happened._", TRUE },
    { "> Who was affected? How badly?\n> For how long?", TRUE },
    { "*Beschreibe, was geschah.*", TRUE },
    { "_Décrivez l'incident._", TRUE },
    { "> ¿Qué salió mal?", TRUE },
    { "*Descrivi l'accaduto*", TRUE },
    { "_ここに概要を書く_", TRUE },
    { "_Describe what happened._\n\nThe queue was full.", FALSE },
    { "Describe the limits better next time.", FALSE },
    { "*Orders* waited for an hour.", FALSE },
    { "> we roll back now", FALSE },
    { "Was the alert silenced? Yes.", FALSE },
    { "[the ticket](https://example.org/1)", FALSE },
    { "<https://example.org/1>", FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    if (aft_prompts_is_one (cases[i].text) != cases[i].is_prompt)
      g_error ("“%s”: %d", cases[i].text, !cases[i].is_prompt);
}

static void
test_sections (void)
{
  g_autoptr (AftImport) import =
      import_text ("2026-05-04-queue.md",
                   "# Postmortem: the queue was full\n\n"
                   "Orders waited for an hour.\n\n"
                   "## Impact\n\nOne order in five was late.\n\n### In Europe\n\nNone.\n\n"
                   "## Root Causes and Trigger\n\nA limit.\n\n"
                   "## Lessons Learned\n\n### What went well\n\n- The alert fired.\n"
                   "- The rollback\n  was quick.\n\n### What went wrong\n\n* Nobody was told.\n\n"
                   "### Where we got lucky\n\n1. It was Sunday.\n\n"
                   "## Action Items\n\n- [x] Raise the limit\n- [ ] Alert on the length\n"
                   "  of the queue\n    - per region\n\n"
                   "## How the queue works\n\nIt is a queue.\n");

  g_assert_cmpstr (get_text (import, AFT_DOC_TITLE), ==, "Postmortem: the queue was full");
  g_assert_cmpstr (get_text (import, AFT_DOC_SUMMARY_OVERVIEW), ==, "Orders waited for an hour.");
  g_assert_cmpstr (get_text (import, AFT_DOC_IMPACT_NOTES),
                   ==,
                   "One order in five was late.\n\n### In Europe\n\nNone.");
  g_assert_cmpstr (get_text (import, AFT_DOC_TECHNICAL), ==, "A limit.");
  assert_list (import, AFT_DOC_WENT_WELL, 0, "The alert fired.\nThe rollback\nwas quick.\n");
  assert_list (import, AFT_DOC_WENT_POORLY, 0, "Nobody was told.\n");
  assert_list (import, AFT_DOC_LUCKY, 0, "It was Sunday.\n");
  assert_list (import,
               AFT_DOC_ACTIONS,
               AFT_ACTION_TITLE,
               "Raise the limit\nAlert on the length of the queue\n");
  g_assert_cmpuint (
      aft_record_get_choice (
          aft_record_list_get (aft_record_get_list (import->root, AFT_DOC_ACTIONS), 0),
          AFT_ACTION_STATUS),
      ==,
      AFT_ACTION_STATUS_DONE);
  g_assert_cmpstr (
      get_text (import, AFT_DOC_APPENDIX), ==, "### How the queue works\n\nIt is a queue.");
}

static const struct
{
  const char *name, *text, *events;
} timelines[] = {
  { "2026-05-04.md",
    "## Timeline\n\n- 14:02 pushed\n- 14:05 alert\n  - page sent\n- 23:58 waiting\n- 00:10 over\n",
    "2026-05-04T14:02:00Z pushed\n2026-05-04T14:05:00Z alert\n- page sent\n"
    "2026-05-04T23:58:00Z waiting\n2026-05-05T00:10:00Z over\n" },
  { "a.md",
    "# Outage\n\n## Timeline (all times PST)\n\n### 2026-01-18 4:19\n\nSeen first.\n\n"
    "- no entry: 4:20 is in a list\n\n```\n04:21 nor this\n```\n\n### 4:33 - 4:40\n\nRestarted.\n",
    "2026-01-18T12:19:00Z Seen first.\n\n- no entry: 4:20 is in a list\n\n```\n04:21 nor "
    "this\n```\n2026-01-18T12:33:00Z/2026-01-18T12:40:00Z Restarted.\n" },
  { "a.md",
    "## Timeline\n\n| Time (UTC) | Event | Phase |\n| --- | --- | --- |\n"
    "| 2026-05-04 14:02 | pushed | before |\n| 14:05 | alert | |\n| soon after | page | |\n",
    "2026-05-04T14:02:00Z pushed · Phase: before\n2026-05-04T14:05:00Z alert\n- page\n" },
  { "a.md",
    "**Timeline**\n\n05-14-2026 2:14 pm - request approved,\nand merged\n\n"
    "05-15-2026 11:51 am - seen\n",
    "2026-05-14T14:14:00Z request approved,\nand merged\n2026-05-15T11:51:00Z seen\n" },
  { "a.md",
    "---\ntitle: Masters\n---\n\n- **Key events**\n  - Fault occurs 2026-02-25 07:32\n"
    "  - Team aware 2026-02-25 07:36\n\n- **Impact**: slow\n",
    "2026-02-25T07:32:00Z Fault occurs\n2026-02-25T07:36:00Z Team aware\n" },
  { "a.md",
    "== Summary ==\nX\n\n== Timeline ==\n* On 2026-05-04, at 09:00, the push began.\n"
    "* Around 09:10, errors.\n* In the next hours, nothing.\n",
    "2026-05-04T09:00:00Z the push began.\n2026-05-04T09:10:00Z errors.\n"
    "- In the next hours, nothing.\n" },
  { "a.md",
    "## Zeitlicher Ablauf\n\n**4. Mai 2026**\n\n14:02 Uhr – Einspielung\n\n14:05 Uhr – Alarm\n",
    "2026-05-04T14:02:00Z Einspielung\n2026-05-04T14:05:00Z Alarm\n" },
  { "a.md",
    "<h2>Timeline</h2>\n\n2026-05-04 14:02 CEST: one\n2026-05-04 14:03 CEST: two\n",
    "2026-05-04T12:02:00Z one\n2026-05-04T12:03:00Z two\n" },
  { "a.md",
    "## Timeline\n\n- 2023-03-03:\n    built\n- 2024-06-28 7:09 AM Eastern:\n    reported\n",
    "2023-03-03T05:00:00Z built\n2024-06-28T11:09:00Z reported\n" },
  { "a.md",
    "## Timeline\n\n- 2026-01-11 14:22 one\n- 2025-01-11 14:40 two\n- 2026-01-11 14:50 three\n",
    "2026-01-11T14:22:00Z one\n2026-01-11T14:40:00Z two\n2026-01-11T14:50:00Z three\n" },
};

static void
test_timelines (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (timelines); i++)
    {
      g_autoptr (AftImport) import = import_text (timelines[i].name, timelines[i].text);

      g_test_message ("%s", timelines[i].text);
      assert_events (import, timelines[i].events);
    }
}

static void
test_action_table (void)
{
  g_autoptr (AftImport) import =
      import_text ("a.md",
                   "## Actions\n\n| Action | Owner | Due date | Priority | Status | Ticket |\n"
                   "|---|---|---|---|---|---|\n| Stage pushes | Config team | 2026-06-01 | P1 | "
                   "Done | CFG-1 |\n");
  AftRecord *action = aft_record_list_get (aft_record_get_list (import->root, AFT_DOC_ACTIONS), 0);

  g_assert_cmpstr (aft_record_get_text (action, AFT_ACTION_TITLE), ==, "Stage pushes");
  g_assert_cmpstr (aft_record_get_text (action, AFT_ACTION_OWNER), ==, "Config team");
  g_assert_cmpstr (aft_record_get_text (action, AFT_ACTION_DUE), ==, "2026-06-01");
  g_assert_cmpstr (aft_record_get_text (action, AFT_ACTION_TICKET), ==, "CFG-1");
  g_assert_cmpuint (aft_record_get_choice (action, AFT_ACTION_PRIORITY), ==, 1);
  g_assert_cmpuint (aft_record_get_choice (action, AFT_ACTION_STATUS), ==, AFT_ACTION_STATUS_DONE);
}

/* What no field of an action takes is still there to be read. */
static void
test_action_groups (void)
{
  g_autoptr (AftImport) import =
      import_text ("a.md",
                   "## Action Items\n\n### Short term\n\n- Raise the limit\n- Tell the owners\n\n"
                   "### Detection\n\n- Alert on the length\n\n"
                   "### 1) Ask for a larger queue\n\nIt is too small.\n");

  assert_list (import,
               AFT_DOC_ACTIONS,
               AFT_ACTION_TITLE,
               "Short term: Raise the limit\nShort term: Tell the owners\n"
               "Detection: Alert on the length\n");
  g_assert_cmpstr (get_text (import, AFT_DOC_APPENDIX),
                   ==,
                   "### Action items\n\n#### 1) Ask for a larger queue\n\nIt is too small.");
}

/* "#" is an item of a list where headings are "== so ==", and no title. */
static void
test_wiki (void)
{
  g_autoptr (AftImport) import =
      import_text ("queue.mediawiki",
                   "== What went right ==\n* The alert\n\n== Action items ==\n"
                   "# Raise the limit\n# Tell the owners\n## and the callers\n");

  g_assert_cmpstr (get_text (import, AFT_DOC_TITLE), ==, "queue");
  assert_list (import, AFT_DOC_WENT_WELL, AFT_ITEM_TEXT, "The alert\n");
  assert_list (import, AFT_DOC_ACTIONS, AFT_ACTION_TITLE, "Raise the limit\nTell the owners\n");
}

/* A label is kept as it was written where its field takes less than it says. */
static void
test_labels (void)
{
  g_autoptr (AftImport) import =
      import_text ("a.md",
                   "# The queue\n\n**Severity:** SEV2 (orders were late)\n"
                   "**Date:** 2026-05-04\n\n## Summary\n\nIt was full.\n");

  g_assert_cmpuint (aft_record_get_choice (import->root, AFT_DOC_SEVERITY), ==, 1);
  g_assert_cmpstr (get_text (import, AFT_DOC_APPENDIX),
                   ==,
                   "**Severity:** SEV2 (orders were late)\n\n**Date:** 2026-05-04");
}

static void
test_front_matter (void)
{
  g_autoptr (AftImport) import =
      import_text ("a.md",
                   "---\ntitle: \"The queue\"\ndate: 2026-05-04\nauthors:\n  - One\n  - Two\n"
                   "tags: [queue, limit]\nseverity: sev2\nweight: 31\n---\n\n"
                   "## Timeline\n\n- 14:02 full\n");

  g_assert_cmpstr (get_text (import, AFT_DOC_TITLE), ==, "The queue");
  g_assert_cmpuint (
      g_strv_length ((char **) aft_record_get_words (import->root, AFT_DOC_AUTHORS)), ==, 2);
  g_assert_cmpuint (
      g_strv_length ((char **) aft_record_get_words (import->root, AFT_DOC_TAGS)), ==, 2);
  g_assert_cmpuint (aft_record_get_choice (import->root, AFT_DOC_SEVERITY), ==, 1);
  g_assert_cmpstr (get_text (import, AFT_DOC_APPENDIX), ==, "- weight: 31");
  assert_events (import, "2026-05-04T14:02:00Z full\n");
}

static void
test_options (void)
{
  const AftImportOptions options = { "Europe/Zurich", "2026-05-04" };
  const char            *text = "## Timeline\n\n- 14:02 full\n";
  g_autoptr (AftImport) import = aft_import ("a.md", text, strlen (text), &options, NULL);

  assert_events (import, "2026-05-04T12:02:00Z full\n");
  g_assert_cmpstr (get_text (import, AFT_DOC_TIME_ZONE), ==, "Europe/Zurich");
}

/* The whole source is kept, and bytes that are no text are counted. */
static void
test_source (void)
{
  const char            *bytes = "\xef\xbb\xbf# T\r\n\r\nOne \xff two\r\n";
  const AftImportOptions options = { NULL, NULL };
  g_autoptr (AftImport) import =
      aft_import ("/tmp/notes.md", bytes, strlen (bytes), &options, NULL);
  AftRecord *source = aft_record_list_get (aft_record_get_list (import->root, AFT_DOC_SOURCES), 0);

  g_assert_cmpstr (aft_record_get_text (source, AFT_SOURCE_NAME), ==, "notes.md");
  g_assert_cmpstr (
      aft_record_get_text (source, AFT_SOURCE_TEXT), ==, "# T\n\nOne \357\277\275 two\n");
  g_assert_cmpuint (import->notes->len, ==, 1);
}

static void
test_binary (void)
{
  const AftImportOptions options = { NULL, NULL };
  g_autofree char       *bytes = g_malloc (4096);
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < 4096; i++)
    bytes[i] = (char) (i * 37);
  g_assert_null (aft_import ("a.png", bytes, 4096, &options, &error));
  g_assert_error (error, AFT_FORMAT_ERROR, AFT_FORMAT_ERROR_SYNTAX);
}

/* Whatever it is given, it ends, and what it makes is a document. */
static void
test_mutations (void)
{
  static const char      marks[] = "\n|-*#`>:[]0123456789\t _~\xe5";
  const AftImportOptions options = { NULL, NULL };
  g_autoptr (GRand) random = g_rand_new_with_seed (17);

  for (guint round = 0; round < 4000; round++)
    {
      const char      *seed = timelines[round % G_N_ELEMENTS (timelines)].text;
      g_autofree char *text = g_strdup (seed);
      gsize            length = strlen (text);
      g_autoptr (AftImport) import = NULL;

      for (guint i = 0; i < 1 + round % 12; i++)
        text[g_rand_int_range (random, 0, length)] =
            marks[g_rand_int_range (random, 0, sizeof marks - 1)];
      import = aft_import ("2026-05-04.md", text, length - round % length, &options, NULL);
      g_assert_true (import == NULL || aft_record_has (import->root, AFT_DOC_ID));
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/format/import/a long name of a column stays text", test_long_column);
  g_test_add_func ("/format/import/bytes that are no text are counted", test_bytes);
  g_test_add_func ("/format/import/headings are told by their words", test_words);
  g_test_add_func ("/format/import/a less-than sign is no tag", test_less_than);
  g_test_add_func ("/format/import/what a template asks for is nothing", test_prompts);
  g_test_add_func ("/format/import/sections go where their headings say", test_sections);
  g_test_add_func ("/format/import/timelines of every shape are read", test_timelines);
  g_test_add_func ("/format/import/a table of actions fills their fields", test_action_table);
  g_test_add_func ("/format/import/groups of actions stay with them", test_action_groups);
  g_test_add_func ("/format/import/lists of a wiki are no headings", test_wiki);
  g_test_add_func ("/format/import/labels are kept as they were", test_labels);
  g_test_add_func ("/format/import/front matter fills the details", test_front_matter);
  g_test_add_func ("/format/import/zone and day can be told", test_options);
  g_test_add_func ("/format/import/the source is kept", test_source);
  g_test_add_func ("/format/import/what is no text is refused", test_binary);
  g_test_add_func ("/format/import/any text ends in a document", test_mutations);
  return g_test_run ();
}
