/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Several events at once: each change is one step, for all or for none. */
#include "model/events-batch.h"

#include "model/events.h"
#include "support/fixtures.h"

typedef struct
{
  AftPostmortem *postmortem;
  AftRecordList *events;
  GPtrArray     *some; /* those that are changed: all but the last */
} Batch;

static void
set_up (Batch *batch, gconstpointer data)
{
  static const char *const times[] = {
    "2026-05-04T14:00:00Z", "2026-05-04T14:05:00Z", NULL, "2026-05-04T14:10:00Z"
  };

  batch->postmortem = fixture_postmortem ();
  batch->events = aft_record_get_list (aft_postmortem_get_root (batch->postmortem), AFT_DOC_EVENTS);
  batch->some = g_ptr_array_new ();
  for (guint i = 0; i < G_N_ELEMENTS (times); i++)
    {
      g_autoptr (AftRecord) event = fixture_event (times[i], "x", i == 0 ? 0 : AFT_CHOICE_NONE);

      aft_postmortem_insert (batch->postmortem, batch->events, G_MAXUINT, event);
      if (i < 3)
        g_ptr_array_add (batch->some, event);
    }
  aft_postmortem_set_integer (batch->postmortem,
                              g_ptr_array_index (batch->some, 1),
                              AFT_EVENT_UNTIL,
                              aft_event_get_at (g_ptr_array_index (batch->some, 1)) + AFT_MINUTE);
  aft_postmortem_break_step (batch->postmortem);
}

static void
tear_down (Batch *batch, gconstpointer data)
{
  g_ptr_array_unref (batch->some);
  g_assert_finalize_object (batch->postmortem);
}

static AftRecord *
event_at (Batch *batch, guint position)
{
  return aft_record_list_get (batch->events, position);
}

static void
test_shift (Batch *batch, gconstpointer data)
{
  AftInstant before = aft_event_get_at (event_at (batch, 0));

  aft_events_shift (batch->postmortem, batch->some, 2 * AFT_MINUTE);
  g_assert_cmpint (aft_event_get_at (event_at (batch, 0)), ==, before + 2 * AFT_MINUTE);
  g_assert_cmpint (aft_event_get_at (event_at (batch, 1)), ==, before + 7 * AFT_MINUTE);
  g_assert_cmpint (aft_event_get_until (event_at (batch, 1)), ==, before + 8 * AFT_MINUTE);
  g_assert_false (aft_record_has (event_at (batch, 2), AFT_EVENT_AT));
  g_assert_cmpint (aft_event_get_at (event_at (batch, 3)), ==, before + 10 * AFT_MINUTE);
  g_assert_true (aft_postmortem_undo (batch->postmortem, NULL));
  g_assert_cmpint (aft_event_get_at (event_at (batch, 0)), ==, before);
  g_assert_cmpint (aft_event_get_until (event_at (batch, 1)), ==, before + 6 * AFT_MINUTE);
  g_assert_cmpuint (aft_record_list_get_length (batch->events), ==, 4);
}

static void
test_shift_limits (Batch *batch, gconstpointer data)
{
  g_autoptr (GPtrArray) untimed = g_ptr_array_new ();

  g_ptr_array_add (untimed, event_at (batch, 2));
  g_assert_false (aft_events_can_shift (untimed, AFT_MINUTE));
  g_assert_true (aft_events_can_shift (batch->some, -AFT_MINUTE));
  g_assert_false (aft_events_can_shift (batch->some, AFT_INSTANT_MAX));
  g_assert_false (aft_events_can_shift (batch->some, -3000 * 366 * AFT_DAY));
  aft_events_shift (batch->postmortem, batch->some, AFT_INSTANT_MAX);
  g_assert_cmpint (aft_event_get_until (event_at (batch, 1)) -
                       aft_event_get_at (event_at (batch, 0)),
                   ==,
                   6 * AFT_MINUTE);
}

static void
test_choices (Batch *batch, gconstpointer data)
{
  g_assert_cmpuint (aft_events_common_choice (batch->some, AFT_EVENT_LANE), ==, AFT_LANE_SYSTEM);
  aft_events_set_choice (batch->postmortem, batch->some, AFT_EVENT_LANE, AFT_LANE_USERS);
  g_assert_cmpuint (aft_events_common_choice (batch->some, AFT_EVENT_LANE), ==, AFT_LANE_USERS);
  g_assert_cmpuint (
      aft_record_get_choice (event_at (batch, 3), AFT_EVENT_LANE), ==, AFT_LANE_SYSTEM);
  g_ptr_array_add (batch->some, event_at (batch, 3));
  g_assert_cmpuint (aft_events_common_choice (batch->some, AFT_EVENT_LANE), ==, AFT_CHOICE_NONE);
  g_assert_true (aft_postmortem_undo (batch->postmortem, NULL));
  g_assert_cmpuint (aft_events_common_choice (batch->some, AFT_EVENT_LANE), ==, AFT_LANE_SYSTEM);
}

static void
test_private (Batch *batch, gconstpointer data)
{
  g_assert_false (aft_events_are_private (batch->some));
  aft_events_set_private (batch->postmortem, batch->some, TRUE);
  g_assert_true (aft_events_are_private (batch->some));
  g_assert_true (aft_postmortem_undo (batch->postmortem, NULL));
  g_assert_false (aft_events_are_private (batch->some));
}

static void
test_remove (Batch *batch, gconstpointer data)
{
  g_autoptr (AftRecord) last = g_object_ref (event_at (batch, 3));
  g_autoptr (AftRecord) first = g_object_ref (event_at (batch, 0));

  aft_events_remove (batch->postmortem, batch->some);
  g_assert_cmpuint (aft_record_list_get_length (batch->events), ==, 1);
  g_assert_true (event_at (batch, 0) == last);
  g_assert_true (aft_postmortem_undo (batch->postmortem, NULL));
  g_assert_cmpuint (aft_record_list_get_length (batch->events), ==, 4);
  g_assert_true (event_at (batch, 0) == first);
}

static void
test_paste (Batch *batch, gconstpointer data)
{
  g_autoptr (GPtrArray) added = aft_events_paste (batch->postmortem, batch->some);

  g_assert_cmpuint (added->len, ==, 3);
  g_assert_cmpuint (aft_record_list_get_length (batch->events), ==, 7);
  for (guint i = 0; i < 3; i++)
    g_assert_cmpstr (aft_record_get_text (event_at (batch, i), AFT_EVENT_ID),
                     !=,
                     aft_record_get_text (event_at (batch, 4 + i), AFT_EVENT_ID));
  g_assert_true (aft_events_find_milestone (batch->events, 0) == event_at (batch, 0));
  g_assert_cmpuint (
      aft_record_get_choice (event_at (batch, 4), AFT_EVENT_MILESTONE), ==, AFT_CHOICE_NONE);
  g_assert_true (aft_postmortem_undo (batch->postmortem, NULL));
  g_assert_cmpuint (aft_record_list_get_length (batch->events), ==, 4);
}

/* Two copies of one milestone in what is pasted: the first has it. */
static void
test_paste_milestone (Batch *batch, gconstpointer data)
{
  g_autoptr (AftPostmortem) other = fixture_postmortem ();
  g_autoptr (GPtrArray) twice = g_ptr_array_new ();
  g_autoptr (GPtrArray) added = NULL;

  g_ptr_array_add (twice, event_at (batch, 0));
  g_ptr_array_add (twice, event_at (batch, 0));
  added = aft_events_paste (other, twice);
  g_assert_cmpuint (
      aft_record_get_choice (g_ptr_array_index (added, 0), AFT_EVENT_MILESTONE), ==, 0);
  g_assert_false (aft_record_has (g_ptr_array_index (added, 1), AFT_EVENT_MILESTONE));
}

static void
test_read_only (Batch *batch, gconstpointer data)
{
  g_autoptr (GPtrArray) added = NULL;

  aft_postmortem_set_read_only (batch->postmortem, TRUE);
  aft_events_remove (batch->postmortem, batch->some);
  aft_events_shift (batch->postmortem, batch->some, AFT_MINUTE);
  added = aft_events_paste (batch->postmortem, batch->some);
  g_assert_cmpuint (added->len, ==, 0);
  g_assert_cmpuint (aft_record_list_get_length (batch->events), ==, 4);
}

static void
test_offsets (void)
{
  static const struct
  {
    const char *text;
    gint64      offset; /* 0: none */
  } cases[] = {
    { "+2 min", 2 * AFT_MINUTE },
    { "2m", 2 * AFT_MINUTE },
    { "-1h", -AFT_HOUR },
    { "−1 h 5 min", -65 * AFT_MINUTE },
    { "– 90 s", -90 * AFT_SECOND },
    { " +0:30 ", 30 * AFT_MINUTE },
    { "0 min", 0 },
    { "", 0 },
    { "+", 0 },
    { "soon", 0 },
    { "5", 0 },
    { "--5m", 0 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      gint64 offset = 0;

      g_test_message ("%s", cases[i].text);
      g_assert_cmpint (aft_events_parse_offset (cases[i].text, &offset), ==, cases[i].offset != 0);
      g_assert_cmpint (offset, ==, cases[i].offset);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define CASE(path, function) g_test_add (path, Batch, NULL, set_up, function, tear_down)
  CASE ("/model/events-batch/all move by one offset", test_shift);
  CASE ("/model/events-batch/no time leaves the years there are", test_shift_limits);
  CASE ("/model/events-batch/a choice is set for all", test_choices);
  CASE ("/model/events-batch/all are private or not", test_private);
  CASE ("/model/events-batch/all go and come back", test_remove);
  CASE ("/model/events-batch/what is pasted is new", test_paste);
  CASE ("/model/events-batch/a milestone is pasted once", test_paste_milestone);
  CASE ("/model/events-batch/what is read only stays", test_read_only);
  g_test_add_func ("/model/events-batch/an offset has a sign and a unit", test_offsets);
  return g_test_run ();
}
