/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "format/ics-writer.h"

#include <string.h>

#include "support/fixtures.h"

static void
set_text (AftRecord *record, guint field, const char *text)
{
  g_auto (AftValue) value = AFT_VALUE_INIT;

  aft_value_set_text (&value, text);
  aft_record_init_value (record, field, &value);
}

static void
set_integer (AftRecord *record, guint field, gint64 integer)
{
  g_auto (AftValue) value = AFT_VALUE_INIT;

  aft_value_set_integer (&value, integer);
  aft_record_init_value (record, field, &value);
}

static AftRecord *
new_document (void)
{
  AftRecord *root = aft_record_new (&aft_doc_schema);

  set_text (root, AFT_DOC_ID, "id-1");
  set_text (root, AFT_DOC_TITLE, "Queue full");
  set_text (root, AFT_DOC_TIME_ZONE, "Europe/Zurich");
  set_integer (root, AFT_DOC_MODIFIED, FIXTURE_NOW);
  return root;
}

static AftRecord *
add_action (AftRecord *root, const char *title, guint status)
{
  g_autoptr (AftRecord) action = aft_record_new (&aft_action_schema);

  set_text (action, AFT_ACTION_ID, title);
  set_text (action, AFT_ACTION_TITLE, title);
  set_integer (action, AFT_ACTION_STATUS, status);
  aft_record_list_init_append (aft_record_get_list (root, AFT_DOC_ACTIONS), action);
  return action;
}

static void
add_event (AftRecord *root, const char *at)
{
  g_autoptr (AftRecord) event = fixture_event (at, "Seen", AFT_CHOICE_NONE);

  aft_record_list_init_append (aft_record_get_list (root, AFT_DOC_EVENTS), event);
}

static void
assert_has_line (const char *ics, const char *line)
{
  g_autofree char *whole = g_strconcat ("\r\n", line, "\r\n", NULL);

  if (strstr (ics, whole) == NULL)
    g_error ("“%s” is no line of\n%s", line, ics);
}

/* No line over 75 octets, none that ends elsewhere than at CRLF, no character torn apart. */
static void
assert_folded (const char *ics)
{
  g_auto (GStrv) lines = g_strsplit (ics, "\r\n", -1);

  for (guint i = 0; lines[i] != NULL; i++)
    {
      g_assert_cmpuint (strlen (lines[i]), <=, 75);
      g_assert_true (g_utf8_validate (lines[i], -1, NULL));
      g_assert_null (strpbrk (lines[i], "\r\n"));
    }
}

static void
test_empty (void)
{
  g_autoptr (AftRecord) root = new_document ();
  g_autofree char *ics = aft_ics_write (root);

  g_assert_cmpstr (ics,
                   ==,
                   "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//Afterword//Afterword//EN\r\n"
                   "END:VCALENDAR\r\n");
}

/* Whatever the zone of the document: the calendar has instants. */
static void
test_incident (void)
{
  g_autoptr (AftRecord) root = new_document ();
  g_autofree char *ics = NULL;

  add_event (root, "2026-05-04T14:30:00+02:00");
  add_event (root, "2026-05-04T12:02:00Z");
  add_event (root, NULL);
  ics = aft_ics_write (root);
  assert_has_line (ics, "UID:id-1");
  assert_has_line (ics, "DTSTAMP:20260504T120000Z");
  assert_has_line (ics, "DTSTART:20260504T120200Z");
  assert_has_line (ics, "DTEND:20260504T123000Z");
  assert_has_line (ics, "SUMMARY:Queue full");
}

static void
test_instant (void)
{
  g_autoptr (AftRecord) root = new_document ();
  g_autofree char *ics = NULL;

  add_event (root, "2026-05-04T12:02:00Z");
  ics = aft_ics_write (root);
  assert_has_line (ics, "DTSTART:20260504T120200Z");
  assert_has_line (ics, "DTEND:20260504T120300Z");
}

static void
test_actions (void)
{
  g_autoptr (AftRecord) root = new_document ();
  AftRecord       *due = add_action (root, "Renew", AFT_ACTION_STATUS_IN_PROGRESS);
  g_autofree char *ics = NULL;

  set_text (due, AFT_ACTION_DUE, "2026-06-01");
  add_action (root, "Alert", AFT_ACTION_STATUS_AGREED);
  add_action (root, "Finished", AFT_ACTION_STATUS_DONE);
  add_action (root, "Dropped", AFT_ACTION_STATUS_WONT_DO);
  ics = aft_ics_write (root);
  assert_has_line (ics, "DUE;VALUE=DATE:20260601");
  assert_has_line (ics, "STATUS:IN-PROCESS");
  assert_has_line (ics, "SUMMARY:Alert");
  assert_has_line (ics, "STATUS:NEEDS-ACTION");
  g_assert_null (strstr (ics, "Finished"));
  g_assert_null (strstr (ics, "Dropped"));
}

static void
test_escape (void)
{
  static const struct
  {
    const char *title, *line;
  } cases[] = {
    { "a;b,c\\d", "SUMMARY:a\\;b\\,c\\\\d" },
    { "one\ntwo", "SUMMARY:one\\ntwo" },
    { "one\r\ntwo\rthree", "SUMMARY:one\\ntwo\\nthree" },
    { "x\r\nEND:VCALENDAR", "SUMMARY:x\\nEND:VCALENDAR" },
    { "bell\x07 and \x7f", "SUMMARY:bell and " },
    { "colon: \"quoted\"", "SUMMARY:colon: \"quoted\"" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (AftRecord) root = new_document ();
      g_autofree char *ics = NULL;

      add_action (root, cases[i].title, AFT_ACTION_STATUS_AGREED);
      ics = aft_ics_write (root);
      assert_has_line (ics, cases[i].line);
    }
}

/* Every length around the edge, in letters of one to four octets. */
static void
test_folding (void)
{
  static const char *const letters[] = { "a", "é", "日", "🚒" };

  for (guint i = 0; i < G_N_ELEMENTS (letters); i++)
    for (guint length = 60; length < 240; length++)
      {
        g_autoptr (AftRecord) root = new_document ();
        g_autoptr (GString) title = g_string_new (NULL);
        g_autofree char *ics = NULL;
        g_auto (GStrv) pieces = NULL;
        g_autofree char *unfolded = NULL;

        for (guint n = 0; n < length; n++)
          g_string_append (title, letters[i]);
        add_action (root, title->str, AFT_ACTION_STATUS_AGREED);
        ics = aft_ics_write (root);
        assert_folded (ics);
        pieces = g_strsplit (ics, "\r\n ", -1);
        unfolded = g_strjoinv ("", pieces);
        g_assert_nonnull (strstr (unfolded, title->str));
      }
}

static void
test_any (void)
{
  for (guint seed = 0; seed < 200; seed++)
    {
      g_autoptr (AftRecord) root = fixture_nasty_document (seed);
      g_autofree char *ics = aft_ics_write (root);

      assert_folded (ics);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/format/ics-writer/a draft is an empty calendar", test_empty);
  g_test_add_func ("/format/ics-writer/the incident spans its events", test_incident);
  g_test_add_func ("/format/ics-writer/one event lasts a minute", test_instant);
  g_test_add_func ("/format/ics-writer/open actions are to be done", test_actions);
  g_test_add_func ("/format/ics-writer/text ends no line", test_escape);
  g_test_add_func ("/format/ics-writer/lines are folded between characters", test_folding);
  g_test_add_func ("/format/ics-writer/any document is well formed", test_any);
  return g_test_run ();
}
