/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "support/fixtures.h"
#include "timeline/describe.h"

typedef struct
{
  const char *at;
  guint       milestone;
} Mark;

static const struct
{
  const char *rule;
  Mark        marks[4];
  const char *expected;
} cases[] = {
  { "no event", { { NULL, 0 } }, "Timeline with 0 events." },
  { "no time", { { "?", AFT_MILESTONE_DETECTED } }, "Timeline with 1 event." },
  { "milestones on one day have times",
    { { "2026-05-04T10:00:00Z", AFT_MILESTONE_IMPACT_START },
      { "2026-05-04T10:11:00Z", AFT_MILESTONE_DETECTED } },
    "Timeline with 2 events. From 2026-05-04 12:00 to 2026-05-04 12:11 (Europe/Zurich). "
    "Impact start: 12:00. Detected: 12:11. Undetected: 11 min." },
  { "milestones on several days have dates",
    { { "2026-05-04T10:00:00Z", AFT_CHOICE_NONE },
      { "2026-05-05T10:11:00Z", AFT_MILESTONE_DETECTED } },
    "Timeline with 2 events. From 2026-05-04 12:00 to 2026-05-05 12:11 (Europe/Zurich). "
    "Detected: 2026-05-05 12:11." },
};

static void
test_words (gconstpointer data)
{
  guint i = GPOINTER_TO_UINT (data);
  g_autoptr (AftPostmortem) postmortem = fixture_postmortem ();
  AftRecordList *events =
      aft_record_get_list (aft_postmortem_get_root (postmortem), AFT_DOC_EVENTS);
  g_autoptr (AftDigest) digest = NULL;
  g_autofree char *text = NULL;

  for (guint k = 0; k < G_N_ELEMENTS (cases[i].marks) && cases[i].marks[k].at != NULL; k++)
    {
      const Mark *mark = &cases[i].marks[k];
      g_autoptr (AftRecord) event =
          fixture_event (*mark->at == '?' ? NULL : mark->at, "event", mark->milestone);

      aft_record_list_init_append (events, event);
    }
  digest = aft_digest_new (events);
  text = aft_digest_describe (digest, "Europe/Zurich");
  g_assert_cmpstr (text, ==, cases[i].expected);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strconcat ("/timeline/describe/", cases[i].rule, NULL);

      g_test_add_data_func (path, GUINT_TO_POINTER (i), test_words);
    }
  return g_test_run ();
}
