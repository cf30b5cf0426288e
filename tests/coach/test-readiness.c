/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "coach/readiness.h"

#include "support/fixtures.h"

/* One text field filled; whether the rule speaks up then. */
static const struct
{
  const char *name, *rule;
  guint       field;
  const char *text;
  gboolean    is_due;
} cases[] = {
  { "a summary without a number", "summary-number", AFT_DOC_SUMMARY_OVERVIEW, "It broke.", TRUE },
  { "a summary with a number", "summary-number", AFT_DOC_SUMMARY_OVERVIEW, "9 minutes.", FALSE },
  { "a short summary", "summary-length", AFT_DOC_SUMMARY_OVERVIEW, "It broke.", FALSE },
  { "a trigger alone", "analysis-flaw", AFT_DOC_TRIGGER, "A deploy", TRUE },
  { "a flaw alone", "analysis-flaw", AFT_DOC_TECHNICAL, "A race", FALSE },
  { "a title without an owner", "details-owner", AFT_DOC_TITLE, "Queue full", TRUE },
  { "an owner", "details-owner", AFT_DOC_OWNER, "On call", FALSE },
};

static gboolean
is_due (AftRecord *root, const char *rule)
{
  g_autoptr (GPtrArray) hints = aft_readiness_review (root, "2026-05-04");

  for (guint i = 0; i < hints->len; i++)
    if (g_str_equal (((AftHint *) hints->pdata[i])->rule, rule))
      return TRUE;
  return FALSE;
}

static void
test_rule (gconstpointer data)
{
  gsize i = GPOINTER_TO_SIZE (data);
  g_autoptr (AftPostmortem) postmortem = fixture_postmortem ();
  AftRecord *root = aft_postmortem_get_root (postmortem);

  aft_postmortem_set_text (postmortem, root, cases[i].field, cases[i].text);
  g_assert_cmpint (is_due (root, cases[i].rule), ==, cases[i].is_due);
}

static void
test_fresh (void)
{
  g_autoptr (AftPostmortem) postmortem = fixture_postmortem ();
  g_autoptr (GPtrArray) hints =
      aft_readiness_review (aft_postmortem_get_root (postmortem), "2026-05-04");

  g_assert_cmpuint (hints->len, ==, 0);
}

static void
test_overdue (void)
{
  g_autoptr (AftPostmortem) postmortem = fixture_postmortem ();
  g_autoptr (AftRecord) action = aft_record_new (&aft_action_schema);
  AftRecord *root = aft_postmortem_get_root (postmortem);

  aft_postmortem_insert (postmortem, aft_record_get_list (root, AFT_DOC_ACTIONS), 0, action);
  aft_postmortem_set_text (postmortem, action, AFT_ACTION_TITLE, "Add a limit");
  g_assert_true (is_due (root, "action-owner"));
  g_assert_true (is_due (root, "action-due"));
  aft_postmortem_set_text (postmortem, action, AFT_ACTION_DUE, "2026-05-04");
  g_assert_false (is_due (root, "action-overdue"));
  aft_postmortem_set_text (postmortem, action, AFT_ACTION_DUE, "2026-05-03");
  g_assert_true (is_due (root, "action-overdue"));
  g_assert_false (is_due (root, "action-due"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/coach/readiness/a fresh document has no hints", test_fresh);
  g_test_add_func ("/coach/readiness/actions need an owner and a date", test_overdue);
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strconcat ("/coach/readiness/", cases[i].name, NULL);

      g_test_add_data_func (path, GSIZE_TO_POINTER (i), test_rule);
    }
  return g_test_run ();
}
