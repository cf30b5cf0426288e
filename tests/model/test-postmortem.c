/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "model/postmortem.h"
#include "support/fixtures.h"

static void
count_cb (GObject *object, gpointer data)
{
  (*(guint *) data)++;
}

static AftInstant
read_clock (gpointer data)
{
  return *(AftInstant *) data;
}

static void
assert_overview (AftPostmortem *postmortem, const char *expected)
{
  g_assert_cmpstr (
      aft_record_get_text (aft_postmortem_get_root (postmortem), AFT_DOC_SUMMARY_OVERVIEW),
      ==,
      expected);
}

static void
set_overview (AftPostmortem *postmortem, const char *text)
{
  aft_postmortem_set_text (
      postmortem, aft_postmortem_get_root (postmortem), AFT_DOC_SUMMARY_OVERVIEW, text);
}

static void
test_new (void)
{
  g_autoptr (AftPostmortem) postmortem = aft_postmortem_new (AFT_DOC_KIND_NEAR_MISS);
  AftRecord *root = aft_postmortem_get_root (postmortem);

  g_assert_true (g_uuid_string_is_valid (aft_postmortem_get_id (postmortem)));
  g_assert_cmpuint (aft_record_get_choice (root, AFT_DOC_KIND), ==, AFT_DOC_KIND_NEAR_MISS);
  g_assert_cmpuint (aft_record_get_choice (root, AFT_DOC_STATUS), ==, AFT_STATUS_DRAFT);
  g_assert_cmpint (aft_record_get_integer (root, AFT_DOC_FORMAT, 0), ==, 1);
  g_assert_false (aft_postmortem_can_undo (postmortem));
}

static void
test_equal_value (void)
{
  g_autoptr (AftPostmortem) postmortem = fixture_postmortem ();
  guint n_changes = 0;

  g_signal_connect (postmortem, "changed", G_CALLBACK (count_cb), &n_changes);
  set_overview (postmortem, "");
  set_overview (postmortem, NULL);
  g_assert_cmpuint (n_changes, ==, 0);
  set_overview (postmortem, "Errors");
  g_assert_cmpuint (n_changes, ==, 1);
  set_overview (postmortem, "Errors");
  g_assert_cmpuint (n_changes, ==, 1);
}

static void
test_modified (void)
{
  g_autoptr (AftPostmortem) postmortem = fixture_postmortem ();

  set_overview (postmortem, "Errors");
  g_assert_cmpint (
      aft_record_get_integer (aft_postmortem_get_root (postmortem), AFT_DOC_MODIFIED, 0),
      ==,
      FIXTURE_NOW);
}

static void
type (AftPostmortem *postmortem, const char *text)
{
  g_autoptr (GString) typed = g_string_new (
      aft_record_get_text (aft_postmortem_get_root (postmortem), AFT_DOC_SUMMARY_OVERVIEW));

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      g_string_append_unichar (typed, g_utf8_get_char (p));
      set_overview (postmortem, typed->str);
    }
}

static guint
count_undo (AftPostmortem *postmortem)
{
  guint n = 0;

  while (aft_postmortem_undo (postmortem, NULL))
    n++;
  return n;
}

static void
test_typing (void)
{
  static const struct
  {
    const char *text;
    guint       n_steps;
  } cases[] = {
    { "error", 1 }, { "error rate", 2 }, { "öäü 日本語", 2 }, { "one\ntwo", 3 }, { "a  b", 2 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (AftPostmortem) postmortem = fixture_postmortem ();

      type (postmortem, cases[i].text);
      assert_overview (postmortem, cases[i].text);
      g_assert_cmpuint (count_undo (postmortem), ==, cases[i].n_steps);
      assert_overview (postmortem, "");
    }
}

static void
test_backspace (void)
{
  g_autoptr (AftPostmortem) postmortem = fixture_postmortem ();

  set_overview (postmortem, "über alles");
  aft_postmortem_break_step (postmortem);
  set_overview (postmortem, "über alle");
  set_overview (postmortem, "über all");
  set_overview (postmortem, "über al");
  g_assert_true (aft_postmortem_undo (postmortem, NULL));
  assert_overview (postmortem, "über alles");
  g_assert_true (aft_postmortem_redo (postmortem, NULL));
  assert_overview (postmortem, "über al");
}

static void
test_pause (void)
{
  g_autoptr (AftPostmortem) postmortem = aft_postmortem_new (AFT_DOC_KIND_INCIDENT);
  AftInstant clock = FIXTURE_NOW;

  aft_postmortem_set_clock (postmortem, read_clock, &clock);
  set_overview (postmortem, "a");
  clock += AFT_SECOND;
  set_overview (postmortem, "ab");
  clock += 2 * AFT_SECOND;
  set_overview (postmortem, "abc");
  g_assert_true (aft_postmortem_undo (postmortem, NULL));
  assert_overview (postmortem, "ab");
  g_assert_true (aft_postmortem_undo (postmortem, NULL));
  assert_overview (postmortem, "");
}

static void
test_break (void)
{
  g_autoptr (AftPostmortem) postmortem = fixture_postmortem ();

  set_overview (postmortem, "a");
  aft_postmortem_break_step (postmortem);
  set_overview (postmortem, "ab");
  g_assert_cmpuint (count_undo (postmortem), ==, 2);
}

static void
test_rows (void)
{
  g_autoptr (AftPostmortem) postmortem = fixture_postmortem ();
  AftRecordList *events =
      aft_record_get_list (aft_postmortem_get_root (postmortem), AFT_DOC_EVENTS);
  g_autoptr (AftRecord) first = fixture_event ("2026-05-04T14:02:00Z", "first", AFT_CHOICE_NONE);
  g_autoptr (AftRecord) second = fixture_event ("2026-05-04T14:05:00Z", "second", AFT_CHOICE_NONE);

  aft_postmortem_insert (postmortem, events, G_MAXUINT, first);
  aft_postmortem_insert (postmortem, events, 0, second);
  g_assert_true (g_uuid_string_is_valid (aft_record_get_text (first, AFT_EVENT_ID)));
  g_assert_cmpuint (aft_record_list_find (events, first), ==, 1);
  aft_postmortem_move (postmortem, events, 1, 0);
  g_assert_cmpuint (aft_record_list_find (events, first), ==, 0);
  aft_postmortem_remove (postmortem, events, 0);
  g_assert_cmpuint (aft_record_list_get_length (events), ==, 1);
  g_assert_null (aft_record_get_owner (first));

  g_assert_cmpuint (count_undo (postmortem), ==, 4);
  g_assert_cmpuint (aft_record_list_get_length (events), ==, 0);
  while (aft_postmortem_redo (postmortem, NULL))
    ;
  g_assert_cmpuint (aft_record_list_get_length (events), ==, 1);
  g_assert_true (aft_record_list_get (events, 0) == second);
}

static void
test_group (void)
{
  g_autoptr (AftPostmortem) postmortem = fixture_postmortem ();
  AftRecord *root = aft_postmortem_get_root (postmortem);
  guint      n_changes = 0;

  g_signal_connect (postmortem, "changed", G_CALLBACK (count_cb), &n_changes);
  aft_postmortem_begin_group (postmortem);
  aft_postmortem_set_text (postmortem, root, AFT_DOC_TITLE, "Errors");
  aft_postmortem_begin_group (postmortem);
  aft_postmortem_set_choice (postmortem, root, AFT_DOC_SEVERITY, 1);
  aft_postmortem_end_group (postmortem);
  aft_postmortem_set_text (postmortem, root, AFT_DOC_OWNER, "release manager");
  g_assert_cmpuint (n_changes, ==, 0);
  aft_postmortem_end_group (postmortem);
  g_assert_cmpuint (n_changes, ==, 1);

  g_assert_true (aft_postmortem_undo (postmortem, NULL));
  g_assert_false (aft_postmortem_can_undo (postmortem));
  g_assert_false (aft_record_has (root, AFT_DOC_TITLE));
  g_assert_false (aft_record_has (root, AFT_DOC_SEVERITY));
  g_assert_false (aft_record_has (root, AFT_DOC_OWNER));
}

static void
test_place (void)
{
  g_autoptr (AftPostmortem) postmortem = fixture_postmortem ();
  AftRecord     *root = aft_postmortem_get_root (postmortem);
  AftRecordList *lucky = aft_record_get_list (root, AFT_DOC_LUCKY);
  g_autoptr (AftRecord) item = aft_record_new (&aft_item_schema);
  AftPlace place;

  aft_postmortem_set_text (postmortem, root, AFT_DOC_TRIGGER, "A config push");
  aft_postmortem_insert (postmortem, lucky, 0, item);
  aft_postmortem_set_text (postmortem, item, AFT_ITEM_TEXT, "It was Sunday");

  g_assert_true (aft_postmortem_undo (postmortem, &place));
  g_assert_cmpuint (place.section, ==, AFT_SECTION_LESSONS);
  g_assert_true (place.record == item);
  g_assert_true (aft_postmortem_undo (postmortem, &place));
  g_assert_cmpuint (place.section, ==, AFT_SECTION_LESSONS);
  g_assert_true (place.record == root);
  g_assert_cmpuint (place.field, ==, AFT_DOC_LUCKY);
  g_assert_true (aft_postmortem_undo (postmortem, &place));
  g_assert_cmpuint (place.section, ==, AFT_SECTION_ANALYSIS);
  g_assert_cmpuint (place.field, ==, AFT_DOC_TRIGGER);
  g_assert_false (aft_postmortem_undo (postmortem, &place));
}

static void
test_depth (void)
{
  g_autoptr (AftPostmortem) postmortem = fixture_postmortem ();

  for (guint i = 1; i <= 1200; i++)
    {
      g_autofree char *text = g_strdup_printf ("state %u", i);

      aft_postmortem_break_step (postmortem);
      set_overview (postmortem, text);
    }
  g_assert_cmpuint (count_undo (postmortem), ==, 1200);
  assert_overview (postmortem, "");
}

static void
test_memory_cap (void)
{
  g_autoptr (AftPostmortem) postmortem = fixture_postmortem ();
  g_autofree char *large = g_strnfill (100000, 'x');

  for (guint i = 0; i < 1500; i++)
    {
      large[0] = 'a' + i % 26;
      large[99999] = 'A' + i % 26;
      aft_postmortem_break_step (postmortem);
      set_overview (postmortem, large);
    }
  /* 150 MB of history would be over the cap; the promised minimum stays */
  g_assert_cmpuint (count_undo (postmortem), ==, 1000);
}

static void
test_new_edit_forgets_redo (void)
{
  g_autoptr (AftPostmortem) postmortem = fixture_postmortem ();

  set_overview (postmortem, "one");
  g_assert_true (aft_postmortem_undo (postmortem, NULL));
  set_overview (postmortem, "two");
  g_assert_false (aft_postmortem_can_redo (postmortem));
  assert_overview (postmortem, "two");
}

static void
test_read_only (void)
{
  g_autoptr (AftPostmortem) postmortem = fixture_postmortem ();
  AftRecordList *actions =
      aft_record_get_list (aft_postmortem_get_root (postmortem), AFT_DOC_ACTIONS);
  g_autoptr (AftRecord) action = aft_record_new (&aft_action_schema);

  set_overview (postmortem, "before");
  aft_postmortem_set_read_only (postmortem, TRUE);
  set_overview (postmortem, "after");
  aft_postmortem_insert (postmortem, actions, 0, action);
  assert_overview (postmortem, "before");
  g_assert_cmpuint (aft_record_list_get_length (actions), ==, 0);
  g_assert_false (aft_postmortem_undo (postmortem, NULL));
}

static void
random_edit (GRand *rand, AftPostmortem *postmortem)
{
  AftRecord       *root = aft_postmortem_get_root (postmortem);
  AftRecordList   *events = aft_record_get_list (root, AFT_DOC_EVENTS);
  guint            n = aft_record_list_get_length (events);
  g_autofree char *text =
      g_strnfill (g_rand_int_range (rand, 0, 6), "abé "[g_rand_int_range (rand, 0, 2)]);
  g_autoptr (AftRecord) event = NULL;

  switch (g_rand_int_range (rand, 0, 6))
    {
    case 0:
      aft_postmortem_set_text (postmortem, root, AFT_DOC_SUMMARY_OVERVIEW, text);
      break;
    case 1:
      aft_postmortem_set_choice (postmortem, root, AFT_DOC_SEVERITY, g_rand_int_range (rand, 0, 5));
      break;
    case 2:
      event = fixture_event (NULL, text, AFT_CHOICE_NONE);
      aft_postmortem_insert (postmortem, events, g_rand_int_range (rand, 0, n + 1), event);
      break;
    case 3:
      if (n > 0)
        aft_postmortem_remove (postmortem, events, g_rand_int_range (rand, 0, n));
      break;
    case 4:
      if (n > 0)
        aft_postmortem_move (
            postmortem, events, g_rand_int_range (rand, 0, n), g_rand_int_range (rand, 0, n));
      break;
    default:
      if (n > 0)
        aft_postmortem_set_text (postmortem,
                                 aft_record_list_get (events, g_rand_int_range (rand, 0, n)),
                                 AFT_EVENT_TEXT,
                                 text);
    }
}

/* Everything that undo must bring back, in words. */
static char *
describe (AftPostmortem *postmortem)
{
  AftRecord     *root = aft_postmortem_get_root (postmortem);
  AftRecordList *events = aft_record_get_list (root, AFT_DOC_EVENTS);
  GString       *words = g_string_new (aft_record_get_text (root, AFT_DOC_SUMMARY_OVERVIEW));

  g_string_append_printf (words, "|%u", aft_record_get_choice (root, AFT_DOC_SEVERITY));
  for (guint i = 0; i < aft_record_list_get_length (events); i++)
    {
      AftRecord *event = aft_record_list_get (events, i);

      g_string_append_printf (words,
                              "|%s=%s",
                              aft_record_get_text (event, AFT_EVENT_ID),
                              aft_record_get_text (event, AFT_EVENT_TEXT));
    }
  return g_string_free (words, FALSE);
}

static void
test_random (void)
{
  for (guint seed = 0; seed < 100; seed++)
    {
      g_autoptr (AftPostmortem) postmortem = fixture_postmortem ();
      g_autoptr (GRand) rand = g_rand_new_with_seed (seed);
      g_autofree char *empty = describe (postmortem);
      g_autofree char *full = NULL;
      g_autofree char *undone = NULL;
      g_autofree char *redone = NULL;

      for (guint i = 0; i < 1000; i++)
        {
          random_edit (rand, postmortem);
          if (g_rand_int_range (rand, 0, 20) == 0)
            aft_postmortem_undo (postmortem, NULL);
        }
      set_overview (postmortem, "the end: nothing is left to redo");
      full = describe (postmortem);
      count_undo (postmortem);
      undone = describe (postmortem);
      while (aft_postmortem_redo (postmortem, NULL))
        ;
      redone = describe (postmortem);
      g_assert_cmpstr (undone, ==, empty);
      g_assert_cmpstr (redone, ==, full);
    }
}

static void
test_finalize (void)
{
  AftPostmortem *postmortem = fixture_postmortem ();
  AftRecord     *root = g_object_ref (aft_postmortem_get_root (postmortem));
  g_autoptr (AftRecord) event = fixture_event (NULL, "x", AFT_CHOICE_NONE);

  aft_postmortem_insert (postmortem, aft_record_get_list (root, AFT_DOC_EVENTS), 0, event);
  aft_postmortem_undo (postmortem, NULL);
  g_assert_finalize_object (postmortem);
  g_assert_finalize_object (root);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/model/postmortem/a new one is a draft with an id", test_new);
  g_test_add_func ("/model/postmortem/an equal value changes nothing", test_equal_value);
  g_test_add_func ("/model/postmortem/an edit stamps modified", test_modified);
  g_test_add_func ("/model/postmortem/typing is coalesced by word", test_typing);
  g_test_add_func ("/model/postmortem/backspaces are one step", test_backspace);
  g_test_add_func ("/model/postmortem/a pause ends a step", test_pause);
  g_test_add_func ("/model/postmortem/leaving the field ends a step", test_break);
  g_test_add_func ("/model/postmortem/rows come, move and go", test_rows);
  g_test_add_func ("/model/postmortem/a group is one step and one change", test_group);
  g_test_add_func ("/model/postmortem/undo tells the page and the field", test_place);
  g_test_add_func ("/model/postmortem/a thousand steps at least", test_depth);
  g_test_add_func ("/model/postmortem/history is bounded in bytes", test_memory_cap);
  g_test_add_func ("/model/postmortem/a new edit forgets redo", test_new_edit_forgets_redo);
  g_test_add_func ("/model/postmortem/read-only ignores edits", test_read_only);
  g_test_add_func ("/model/postmortem/random edits undo to empty and redo to full", test_random);
  g_test_add_func ("/model/postmortem/nothing is leaked", test_finalize);
  return g_test_run ();
}
