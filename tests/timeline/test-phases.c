/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "support/fixtures.h"
#include "timeline/figure.h"

typedef struct
{
  const char *time;
  guint       milestone;
} Mark;

static const struct
{
  const char *rule;
  Mark        marks[4];
  guint       n_phases;
  AftPhase    first;
} cases[] = {
  { "no milestone no band",
    { { "2026-05-04T10:00:00Z", AFT_CHOICE_NONE }, { "2026-05-04T11:00:00Z", AFT_CHOICE_NONE } },
    0,
    0 },
  { "one end is no band",
    { { "2026-05-04T10:00:00Z", AFT_MILESTONE_IMPACT_START },
      { "2026-05-04T11:00:00Z", AFT_CHOICE_NONE } },
    0,
    0 },
  { "both ends are a band",
    { { "2026-05-04T10:00:00Z", AFT_MILESTONE_IMPACT_START },
      { "2026-05-04T11:00:00Z", AFT_MILESTONE_DETECTED } },
    1,
    AFT_PHASE_UNDETECTED },
  { "a time that is not known is no band",
    { { "2026-05-04T10:00:00Z", AFT_MILESTONE_IMPACT_START }, { "?", AFT_MILESTONE_DETECTED } },
    0,
    0 },
  { "ends in the wrong order are no band",
    { { "2026-05-04T11:00:00Z", AFT_MILESTONE_IMPACT_START },
      { "2026-05-04T10:00:00Z", AFT_MILESTONE_DETECTED } },
    0,
    0 },
  { "mitigation counts from detection where nobody acknowledged",
    { { "2026-05-04T10:00:00Z", AFT_MILESTONE_DETECTED },
      { "2026-05-04T11:00:00Z", AFT_MILESTONE_MITIGATED } },
    1,
    AFT_PHASE_MITIGATING },
};

static double
measure (const char *text, gboolean bold, gpointer unused)
{
  return g_utf8_strlen (text, -1) * 6.0;
}

static void
test_phases (gconstpointer data)
{
  guint i = GPOINTER_TO_UINT (data);
  g_autoptr (AftPostmortem) postmortem = fixture_postmortem ();
  AftRecordList *events =
      aft_record_get_list (aft_postmortem_get_root (postmortem), AFT_DOC_EVENTS);
  AftFigureOptions options = { .width = 800, .text_height = 14, .zone = "UTC", .measure = measure };
  g_autoptr (AftDigest) digest = NULL;
  g_autoptr (AftFigure) figure = NULL;

  for (guint k = 0; k < G_N_ELEMENTS (cases[i].marks) && cases[i].marks[k].time != NULL; k++)
    {
      g_autoptr (AftRecord) event =
          fixture_event (cases[i].marks[k].time, "event", cases[i].marks[k].milestone);

      aft_record_list_init_append (events, event);
    }
  digest = aft_digest_new (events);
  figure = aft_figure_layout (digest, &options);
  g_assert_cmpuint (figure->phases->len, ==, cases[i].n_phases);
  if (cases[i].n_phases > 0)
    g_assert_cmpint (g_array_index (figure->phases, AftPhaseBox, 0).phase, ==, cases[i].first);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strconcat ("/timeline/phases/", cases[i].rule, NULL);

      g_test_add_data_func (path, GUINT_TO_POINTER (i), test_phases);
    }
  return g_test_run ();
}
