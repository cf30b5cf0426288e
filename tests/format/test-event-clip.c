/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Events as they are copied, and read back. */
#include "format/event-clip.h"

#include <string.h>

#include "model/events.h"
#include "support/fixtures.h"

static GPtrArray *
events_of (AftRecord *root)
{
  AftRecordList *list = aft_record_get_list (root, AFT_DOC_EVENTS);
  GPtrArray     *events = g_ptr_array_new ();

  for (guint i = 0; i < aft_record_list_get_length (list); i++)
    g_ptr_array_add (events, aft_record_list_get (list, i));
  return events;
}

static AftRecord *
create_event (const char *at, const char *until, const char *text)
{
  AftRecord *event = fixture_event (at, text, AFT_CHOICE_NONE);
  g_auto (AftValue) value = AFT_VALUE_INIT;
  AftInstant end;

  if (until == NULL)
    return event;
  g_assert_true (aft_instant_parse (until, &end, NULL));
  aft_value_set_integer (&value, end);
  aft_record_init_value (event, AFT_EVENT_UNTIL, &value);
  return event;
}

static void
set_choice (AftRecord *event, guint field, guint choice)
{
  g_auto (AftValue) value = AFT_VALUE_INIT;

  aft_value_set_integer (&value, choice);
  aft_record_init_value (event, field, &value);
}

static GPtrArray *
create_events (void)
{
  GPtrArray *events = g_ptr_array_new_with_free_func (g_object_unref);
  AftRecord *event = create_event ("2026-05-04T14:02:00Z", NULL, "error rate\nat 5 %");

  set_choice (event, AFT_EVENT_KIND, AFT_EVENT_KIND_ALERT);
  set_choice (event, AFT_EVENT_MILESTONE, AFT_MILESTONE_DETECTED);
  set_choice (event, AFT_EVENT_LANE, AFT_LANE_USERS);
  g_ptr_array_add (events, event);
  event = create_event ("2026-05-04T23:50:30Z", "2026-05-05T00:10:00Z", "told #alert & <b>");
  set_choice (event, AFT_EVENT_PRECISION, AFT_PRECISION_APPROXIMATE);
  g_ptr_array_add (events, event);
  event = create_event ("2026-05-03T22:00:00Z", NULL, "14:02 on that day");
  set_choice (event, AFT_EVENT_PRECISION, AFT_PRECISION_DATE);
  g_ptr_array_add (events, event);
  g_ptr_array_add (events, create_event (NULL, NULL, "nobody knows when"));
  return events;
}

static void
test_text (void)
{
  g_autoptr (GPtrArray) events = create_events ();
  g_autofree char *text = aft_event_clip_write_text (events, "Europe/Zurich");

  g_assert_cmpstr (text,
                   ==,
                   "2026-05-04 14:02 UTC  error rate at 5 % #alert !detected @users\n"
                   "~2026-05-04 23:50:30 – 2026-05-05 00:10 UTC  told \\#alert & <b>\n"
                   "2026-05-04: 14:02 on that day\n"
                   "?  nobody knows when\n");
}

static void
test_text_back (void)
{
  g_autoptr (GPtrArray) events = create_events ();
  g_autofree char     *text = aft_event_clip_write_text (events, "Europe/Zurich");
  const AftTimeContext context = { aft_zone_get_or_utc ("Europe/Zurich"),
                                   FIXTURE_NOW,
                                   AFT_INSTANT_NONE };
  g_autoptr (GPtrArray) read = aft_event_clip_read_text (text, &context);
  g_autofree char *again = aft_event_clip_write_text (read, "Europe/Zurich");

  g_assert_cmpuint (read->len, ==, events->len);
  g_assert_cmpstr (again, ==, text);
  for (guint i = 0; i < read->len; i++)
    {
      AftRecord *event = g_ptr_array_index (events, i);
      AftRecord *copy = g_ptr_array_index (read, i);

      g_assert_cmpint (aft_event_get_at (copy), ==, aft_event_get_at (event));
      g_assert_cmpint (aft_event_get_until (copy), ==, aft_event_get_until (event));
    }
}

/* The time is that of the event whatever its text begins with. */
static void
test_odd_texts (void)
{
  static const char *const texts[] = {
    "+5 servers",
    "-07:00 is the zone",
    "UTC is the zone",
    "pm was told",
    "14:20 and later",
    "– and later",
    "2026-05-05 was next",
    "? and what",
    "~ 5",
    "#alert !detected @users",
    "\\#alert",
    "12 h later",
    "",
    "éé",
    "(why)",
  };
  const AftTimeContext context = { aft_zone_utc (), FIXTURE_NOW, AFT_INSTANT_NONE };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (GPtrArray) events = g_ptr_array_new_with_free_func (g_object_unref);
      g_autoptr (GPtrArray) read = NULL;
      g_autofree char *text = NULL;
      AftRecord       *copy;

      g_ptr_array_add (events, create_event ("2026-05-04T14:02:00Z", NULL, texts[i]));
      text = aft_event_clip_write_text (events, "UTC");
      g_test_message ("%s", text);
      read = aft_event_clip_read_text (text, &context);
      g_assert_cmpuint (read->len, ==, 1);
      copy = g_ptr_array_index (read, 0);
      g_assert_cmpint (aft_event_get_at (copy), ==, aft_event_get_at (events->pdata[0]));
      g_assert_false (aft_record_has (copy, AFT_EVENT_KIND));
      g_assert_false (aft_record_has (copy, AFT_EVENT_UNTIL));
      if (!g_str_has_prefix (texts[i], "–") && *texts[i] != '-' && *texts[i] != '\\')
        g_assert_cmpstr (aft_record_get_text (copy, AFT_EVENT_TEXT), ==, texts[i]);
    }
}

static void
test_foreign_text (void)
{
  const AftTimeContext context = { aft_zone_utc (), FIXTURE_NOW, AFT_INSTANT_NONE };
  g_autoptr (GPtrArray) read = aft_event_clip_read_text (
      "\n2026-05-03 23:58 first\r\n\n  00:05 second\nthird\n+3m fourth", &context);
  static const char *const times[] = {
    "2026-05-03 23:58", "2026-05-03 00:05", NULL, "2026-05-03 00:08"
  };

  g_assert_cmpuint (read->len, ==, G_N_ELEMENTS (times));
  for (guint i = 0; i < read->len; i++)
    {
      AftRecord       *event = g_ptr_array_index (read, i);
      g_autofree char *time = NULL;

      if (aft_record_has (event, AFT_EVENT_AT))
        time = aft_zone_format (aft_zone_utc (), aft_event_get_at (event));
      g_assert_cmpstr (time, ==, times[i]);
    }
}

static void
test_html (void)
{
  g_autoptr (GPtrArray) events = create_events ();
  g_autofree char *html = aft_event_clip_write_html (events, "UTC");

  g_assert_nonnull (strstr (html, "<th>Event</th>"));
  g_assert_nonnull (strstr (html,
                            "<tr><td>2026-05-04 14:02 UTC</td><td>error rate at 5 %</td>"
                            "<td>Alert</td><td>Detected</td><td>Users</td></tr>"));
  g_assert_nonnull (strstr (html, "told #alert &amp; &lt;b&gt;"));
}

/* Everything comes back, of any document. */
static void
test_json (void)
{
  for (guint32 seed = 0; seed < 50; seed++)
    {
      g_autoptr (AftRecord) root =
          seed == 0 ? fixture_full_document (seed) : fixture_random_document (seed);
      g_autoptr (GPtrArray) events = events_of (root);
      g_autofree char *json = aft_event_clip_write_json (events);
      g_autoptr (GPtrArray) read = aft_event_clip_read_json (json, strlen (json), NULL);
      g_autofree char *again = aft_event_clip_write_json (read);

      g_assert_cmpuint (read->len, ==, events->len);
      g_assert_cmpstr (again, ==, json);
    }
}

static void
test_bad_json (void)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (aft_event_clip_read_json ("[", 1, &error));
  g_assert_nonnull (error);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/format/event-clip/a line an event", test_text);
  g_test_add_func ("/format/event-clip/lines are read back", test_text_back);
  g_test_add_func ("/format/event-clip/no text is taken for a time", test_odd_texts);
  g_test_add_func ("/format/event-clip/lines of others are read", test_foreign_text);
  g_test_add_func ("/format/event-clip/a table for a wiki", test_html);
  g_test_add_func ("/format/event-clip/nothing is lost between documents", test_json);
  g_test_add_func ("/format/event-clip/what is no clip is refused", test_bad_json);
  return g_test_run ();
}
