/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The time of an event, typed: in the list, in the form, on nights when clocks are changed. */
#include "form.h"
#include "model/events.h"
#include "ui/sections/event-entry.h"
#include "ui/sections/event-time-choice.h"
#include "ui/sections/event-time.h"

typedef struct
{
  Fixture       form;
  AftRecord    *event;
  AftEventTime *time;
} Timed;

static void
set_up_time (Timed *fixture, gconstpointer key)
{
  g_autoptr (AftRecord) event = fixture_event ("2026-05-04T12:02:00Z", "x", AFT_CHOICE_NONE);
  GtkWidget *time = aft_event_time_new (key != NULL ? key : "at");

  set_up (&fixture->form, NULL);
  aft_postmortem_set_text (
      fixture->form.postmortem, fixture->form.root, AFT_DOC_TIME_ZONE, "Europe/Zurich");
  aft_postmortem_insert (
      fixture->form.postmortem, aft_record_get_list (fixture->form.root, AFT_DOC_EVENTS), 0, event);
  fixture->event = event;
  fixture->time = AFT_EVENT_TIME (time);
  gtk_box_append (GTK_BOX (fixture->form.box), time);
  aft_field_widget_bind (AFT_FIELD_WIDGET (time), fixture->form.postmortem, event);
  aft_postmortem_break_step (fixture->form.postmortem);
}

static void
tear_down_time (Timed *fixture, gconstpointer data)
{
  tear_down (&fixture->form, data);
}

static const char *
shown (Timed *fixture)
{
  return entry_text (GTK_WIDGET (fixture->time));
}

static AftInstant
instant_of (const char *text)
{
  AftInstant instant = 0;

  g_assert_true (aft_instant_parse (text, &instant, NULL));
  return instant;
}

static AftEventTimeChoice *
choice_of (GtkWidget *widget)
{
  return AFT_EVENT_TIME_CHOICE (find (widget, AFT_TYPE_EVENT_TIME_CHOICE));
}

static gboolean
has_choice (Timed *fixture)
{
  return gtk_widget_get_visible (GTK_WIDGET (choice_of (GTK_WIDGET (fixture->time))));
}

static void
test_typed (Timed *fixture, gconstpointer data)
{
  g_assert_cmpstr (shown (fixture), ==, "2026-05-04 14:02");
  type (GTK_WIDGET (fixture->time), "14.3");
  g_assert_true (aft_event_time_get_invalid (fixture->time));
  type (GTK_WIDGET (fixture->time), "yesterday");
  type (GTK_WIDGET (fixture->time), "3 May 23:50");
  g_assert_cmpstr (
      aft_event_time_get_meaning (fixture->time), ==, "Sunday, 3 May 2026, 23:50 CEST");
  /* Half a time is not stored; a whole one is, a little later. */
  g_assert_cmpint (aft_event_get_at (fixture->event), ==, instant_of ("2026-05-04T12:02:00Z"));
  wait_until (aft_event_get_at (fixture->event) == instant_of ("2026-05-03T21:50:00Z"));
  g_assert_cmpstr (shown (fixture), ==, "3 May 23:50");
  aft_field_widget_commit (AFT_FIELD_WIDGET (fixture->time));
  g_assert_cmpstr (shown (fixture), ==, "2026-05-03 23:50");
  g_assert_cmpstr (aft_event_time_get_meaning (fixture->time), ==, "");
  g_assert_true (undo (&fixture->form));
  g_assert_cmpstr (shown (fixture), ==, "2026-05-04 14:02");
}

static void
test_precision (Timed *fixture, gconstpointer data)
{
  static const struct
  {
    const char  *typed, *shown;
    AftPrecision precision;
  } cases[] = {
    { "~12:05", "~2026-05-04 12:05", AFT_PRECISION_APPROXIMATE },
    { "2026-05-06", "2026-05-06", AFT_PRECISION_DATE },
    { "-5m", "2026-05-05 23:55", AFT_PRECISION_EXACT },
    { "1402", "2026-05-05 14:02", AFT_PRECISION_EXACT },
    { "2:02 pm UTC", "2026-05-05 16:02", AFT_PRECISION_EXACT },
    { "2026-05-04T14:02:00.5+02:00", "2026-05-04 14:02:00.5", AFT_PRECISION_EXACT },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_test_message ("%s", cases[i].typed);
      aft_event_time_set_text (fixture->time, cases[i].typed);
      g_assert_cmpstr (shown (fixture), ==, cases[i].shown);
      g_assert_cmpuint (
          aft_record_get_choice (fixture->event, AFT_EVENT_PRECISION), ==, cases[i].precision);
    }
}

/* The other zone shows it otherwise; the instant is the same. */
static void
test_zone (Timed *fixture, gconstpointer data)
{
  AftInstant before = aft_event_get_at (fixture->event);

  aft_postmortem_set_text (
      fixture->form.postmortem, fixture->form.root, AFT_DOC_TIME_ZONE, "Asia/Tokyo");
  g_assert_cmpstr (shown (fixture), ==, "2026-05-04 21:02");
  aft_field_widget_commit (AFT_FIELD_WIDGET (fixture->time));
  g_assert_cmpint (aft_event_get_at (fixture->event), ==, before);
}

/* A time that nothing reads stays in the document as it was written. */
static void
test_unreadable (Timed *fixture, gconstpointer data)
{
  aft_event_time_set_text (fixture->time, "around noon");
  g_assert_true (aft_event_time_get_invalid (fixture->time));
  g_assert_true (aft_record_has (fixture->event, AFT_EVENT_AT));
  aft_event_time_set_text (fixture->time, "");
  g_assert_false (aft_record_has (fixture->event, AFT_EVENT_AT));
  aft_event_time_set_text (fixture->time, "around noon");
  g_assert_cmpstr (aft_record_get_text (fixture->event, AFT_EVENT_WRITTEN), ==, "around noon");
  g_assert_cmpstr (shown (fixture), ==, "around noon");
  aft_event_time_set_text (fixture->time, "2026-05-04 12:00");
  g_assert_true (aft_record_has (fixture->event, AFT_EVENT_AT));
  g_assert_false (aft_record_has (fixture->event, AFT_EVENT_WRITTEN));
  g_assert_false (aft_event_time_get_invalid (fixture->time));
}

/* Nights in several zones: what is typed, which two instants it may be, and which is taken. */
static const struct
{
  const char *zone, *typed;
  const char *instants[2];
  guint       taken;
  const char *shown[2];
} nights[] = {
  { "Europe/Zurich",
    "2026-10-25 02:30",
    { "2026-10-25T00:30:00Z", "2026-10-25T01:30:00Z" },
    0,
    { "2026-10-25 02:30 +02:00", "2026-10-25 02:30 +01:00" } },
  { "America/New_York",
    "2026-11-01 01:15",
    { "2026-11-01T05:15:00Z", "2026-11-01T06:15:00Z" },
    0,
    { "2026-11-01 01:15 -04:00", "2026-11-01 01:15 -05:00" } },
  { "Australia/Lord_Howe",
    "2026-04-05 01:45",
    { "2026-04-04T14:45:00Z", "2026-04-04T15:15:00Z" },
    0,
    { "2026-04-05 01:45 +11:00", "2026-04-05 01:45 +10:30" } },
  { "Europe/Zurich",
    "2026-10-25 02:30 CET",
    { "2026-10-25T00:30:00Z", "2026-10-25T01:30:00Z" },
    1,
    { "2026-10-25 02:30 +02:00", "2026-10-25 02:30 +01:00" } },
  { "Europe/Zurich",
    "2026-03-29 02:30",
    { "2026-03-29T00:30:00Z", "2026-03-29T01:30:00Z" },
    1,
    { "2026-03-29 01:30", "2026-03-29 03:30" } },
  { "America/New_York",
    "2026-03-08 02:45",
    { "2026-03-08T06:45:00Z", "2026-03-08T07:45:00Z" },
    1,
    { "2026-03-08 01:45", "2026-03-08 03:45" } },
};

static void
test_nights (Timed *fixture, gconstpointer data)
{
  AftEventTimeChoice *choice = choice_of (GTK_WIDGET (fixture->time));

  for (guint i = 0; i < G_N_ELEMENTS (nights); i++)
    {
      guint taken = nights[i].taken;

      g_test_message ("%s %s", nights[i].zone, nights[i].typed);
      aft_postmortem_set_text (
          fixture->form.postmortem, fixture->form.root, AFT_DOC_TIME_ZONE, nights[i].zone);
      type (GTK_WIDGET (fixture->time), nights[i].typed);
      g_assert_true (has_choice (fixture));
      aft_event_time_choice_choose (choice, !taken);
      g_assert_cmpint (
          aft_event_get_at (fixture->event), ==, instant_of (nights[i].instants[!taken]));
      g_assert_cmpstr (shown (fixture), ==, nights[i].shown[!taken]);
      /* Without a choice one is taken, and left alone it stays what it is. */
      aft_event_time_set_text (fixture->time, nights[i].typed);
      g_assert_cmpint (
          aft_event_get_at (fixture->event), ==, instant_of (nights[i].instants[taken]));
      g_assert_cmpstr (shown (fixture), ==, nights[i].shown[taken]);
      aft_event_time_set_text (fixture->time, nights[i].shown[taken]);
      g_assert_cmpint (
          aft_event_get_at (fixture->event), ==, instant_of (nights[i].instants[taken]));
    }
  aft_event_time_set_text (fixture->time, "2026-07-01 02:30");
  g_assert_false (has_choice (fixture));
}

/* What lies in a repeated hour can be made the other one at any time. */
static void
test_stored_twin (Timed *fixture, gconstpointer data)
{
  AftEventTimeChoice *choice = choice_of (GTK_WIDGET (fixture->time));

  g_assert_false (has_choice (fixture));
  aft_postmortem_set_integer (
      fixture->form.postmortem, fixture->event, AFT_EVENT_AT, instant_of ("2026-10-25T01:30:00Z"));
  g_assert_true (has_choice (fixture));
  g_assert_cmpstr (shown (fixture), ==, "2026-10-25 02:30 +01:00");
  aft_event_time_choice_choose (choice, FALSE);
  g_assert_cmpint (aft_event_get_at (fixture->event), ==, instant_of ("2026-10-25T00:30:00Z"));
  g_assert_true (has_choice (fixture));
}

static void
test_until (Timed *fixture, gconstpointer data)
{
  aft_event_time_set_text (fixture->time, "+18m");
  g_assert_cmpint (aft_event_get_until (fixture->event), ==, instant_of ("2026-05-04T12:20:00Z"));
  g_assert_false (aft_event_time_get_invalid (fixture->time));
  aft_event_time_set_text (fixture->time, "13:00");
  g_assert_true (aft_event_time_get_invalid (fixture->time));
  aft_event_time_set_text (fixture->time, "");
  g_assert_false (aft_record_has (fixture->event, AFT_EVENT_UNTIL));
}

/* The line that adds an event asks the same. */
static void
test_entry (Timed *fixture, gconstpointer data)
{
  GtkWidget     *entry = g_object_new (AFT_TYPE_EVENT_ENTRY, NULL);
  AftRecordList *events = aft_record_get_owner (fixture->event);

  gtk_box_append (GTK_BOX (fixture->form.box), entry);
  aft_event_entry_set_postmortem (AFT_EVENT_ENTRY (entry), fixture->form.postmortem);
  aft_event_entry_set_text (AFT_EVENT_ENTRY (entry), "2026-10-25 02:30 errors");
  g_assert_true (gtk_widget_get_visible (GTK_WIDGET (choice_of (entry))));
  aft_event_time_choice_choose (choice_of (entry), TRUE);
  aft_event_entry_add (AFT_EVENT_ENTRY (entry));
  g_assert_cmpint (
      aft_event_get_at (aft_record_list_get (events, 1)), ==, instant_of ("2026-10-25T01:30:00Z"));
  g_assert_false (gtk_widget_get_visible (GTK_WIDGET (choice_of (entry))));
  aft_event_entry_set_text (AFT_EVENT_ENTRY (entry), "2026-10-25 02:30 errors");
  aft_event_entry_add (AFT_EVENT_ENTRY (entry));
  g_assert_cmpint (
      aft_event_get_at (aft_record_list_get (events, 2)), ==, instant_of ("2026-10-25T00:30:00Z"));
  aft_event_entry_set_postmortem (AFT_EVENT_ENTRY (entry), NULL);
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  gtk_source_init ();
#define CASE(path, key, function)                                                                  \
  g_test_add (path, Timed, key, set_up_time, function, tear_down_time)
  CASE ("/ui/event-time/what it means is said while it is typed", "at", test_typed);
  CASE ("/ui/event-time/the precision is part of what is typed", "at", test_precision);
  CASE ("/ui/event-time/another zone, the same instant", "at", test_zone);
  CASE ("/ui/event-time/an unreadable time is kept as written", "at", test_unreadable);
  CASE ("/ui/event-time/clock changes are a choice", "at", test_nights);
  CASE ("/ui/event-time/what is stored can be made the other", "at", test_stored_twin);
  CASE ("/ui/event-time/an end is after its beginning", "until", test_until);
  CASE ("/ui/event-time/the line that adds an event asks as well", "at", test_entry);
  return g_test_run ();
}
