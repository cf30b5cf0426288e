/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The hint about a quiet stretch: shown, answered, put away. */
#include "form.h"
#include "ui/sections/event-gap-hint.h"

typedef struct
{
  Fixture          form;
  AftEventGapHint *hint;
} Hinted;

static void
set_up_hint (Hinted *fixture, gconstpointer data)
{
  static const char *const times[] = { "2026-05-04T14:00:00Z",
                                       "2026-05-04T14:20:00Z",
                                       "2026-05-04T15:00:00Z" };

  set_up (&fixture->form, data);
  for (guint i = 0; i < G_N_ELEMENTS (times); i++)
    {
      g_autoptr (AftRecord) event = fixture_event (times[i], "x", AFT_CHOICE_NONE);

      aft_postmortem_insert (fixture->form.postmortem,
                             aft_record_get_list (fixture->form.root, AFT_DOC_EVENTS),
                             G_MAXUINT,
                             event);
    }
  fixture->hint = g_object_new (AFT_TYPE_EVENT_GAP_HINT, NULL);
  gtk_box_append (GTK_BOX (fixture->form.box), GTK_WIDGET (fixture->hint));
  aft_event_gap_hint_set_postmortem (fixture->hint, fixture->form.postmortem);
}

static void
tear_down_hint (Hinted *fixture, gconstpointer data)
{
  aft_event_gap_hint_set_postmortem (fixture->hint, NULL);
  g_assert_false (gtk_widget_get_visible (GTK_WIDGET (fixture->hint)));
  tear_down (&fixture->form, data);
}

static void
test_dismiss (Hinted *fixture, gconstpointer data)
{
  g_assert_true (gtk_widget_get_visible (GTK_WIDGET (fixture->hint)));
  g_assert_cmpstr (aft_event_gap_hint_get_text (fixture->hint),
                   ==,
                   "40 min with no event between 14:20 and 15:00");
  aft_event_gap_hint_dismiss (fixture->hint);
  g_assert_cmpstr (aft_event_gap_hint_get_text (fixture->hint),
                   ==,
                   "20 min with no event between 14:00 and 14:20");
  aft_event_gap_hint_dismiss (fixture->hint);
  g_assert_false (gtk_widget_get_visible (GTK_WIDGET (fixture->hint)));
  aft_event_gap_hint_update (fixture->hint);
  g_assert_false (gtk_widget_get_visible (GTK_WIDGET (fixture->hint)));
}

static void
add_wanted_cb (gint64 *wanted, gint64 instant)
{
  *wanted = instant;
}

static void
test_add (Hinted *fixture, gconstpointer data)
{
  AftInstant expected;
  gint64     wanted = 0;

  g_assert_true (aft_instant_parse ("2026-05-04T14:40:00Z", &expected, NULL));
  g_signal_connect_swapped (fixture->hint, "add-wanted", G_CALLBACK (add_wanted_cb), &wanted);
  aft_event_gap_hint_add (fixture->hint);
  g_assert_cmpint (wanted, ==, expected);
}

static void
test_read_only (Hinted *fixture, gconstpointer data)
{
  aft_postmortem_set_read_only (fixture->form.postmortem, TRUE);
  aft_event_gap_hint_update (fixture->hint);
  g_assert_false (gtk_widget_get_visible (GTK_WIDGET (fixture->hint)));
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  gtk_source_init ();
#define CASE(path, function) g_test_add (path, Hinted, NULL, set_up_hint, function, tear_down_hint)
  CASE ("/ui/event-gap-hint/what is put away stays away", test_dismiss);
  CASE ("/ui/event-gap-hint/an event is added in the middle", test_add);
  CASE ("/ui/event-gap-hint/nothing is asked where nothing can be changed", test_read_only);
  return g_test_run ();
}
