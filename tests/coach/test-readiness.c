/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "coach/readiness.h"

#include <string.h>

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

/* A postmortem being written, and shorthand to write it. */
typedef AftPostmortem Draft;

static AftRecord *
root_of (Draft *draft)
{
  return aft_postmortem_get_root (draft);
}

static void
write_text (Draft *draft, guint field)
{
  aft_postmortem_set_text (draft, root_of (draft), field, "12 words");
}

static AftRecord *
add (Draft *draft, guint list)
{
  AftRecordList *rows = aft_record_get_list (root_of (draft), list);
  g_autoptr (AftRecord) row = aft_record_new (aft_record_list_get_schema (rows));

  aft_postmortem_insert (draft, rows, G_MAXUINT, row);
  return row;
}

static void
add_event (Draft *draft, int minute, guint milestone)
{
  AftRecord *event = add (draft, AFT_DOC_EVENTS);

  aft_postmortem_set_integer (draft, event, AFT_EVENT_AT, FIXTURE_NOW + minute * AFT_MINUTE);
  aft_postmortem_set_choice (draft, event, AFT_EVENT_MILESTONE, milestone);
}

static AftRecord *
add_action (Draft *draft, guint type, guint priority)
{
  AftRecord *action = add (draft, AFT_DOC_ACTIONS);

  aft_postmortem_set_text (draft, action, AFT_ACTION_TITLE, "Add a limit");
  aft_postmortem_set_choice (draft, action, AFT_ACTION_TYPE, type);
  aft_postmortem_set_choice (draft, action, AFT_ACTION_PRIORITY, priority);
  return action;
}

static void
long_summary (Draft *draft, guint n_words)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < n_words; i++)
    g_string_append (text, "[word](https://example.com/not/counted) ");
  aft_postmortem_set_text (draft, root_of (draft), AFT_DOC_SUMMARY_OVERVIEW, text->str);
}

static void
summary_of_120_words (Draft *draft)
{
  long_summary (draft, 120);
}

static void
summary_of_121_words (Draft *draft)
{
  long_summary (draft, 121);
}

static void
impact_of_people (Draft *draft)
{
  aft_postmortem_set_integer (draft, root_of (draft), AFT_DOC_TEAM_PEOPLE, 4);
}

static void
impact_with_scope (Draft *draft)
{
  impact_of_people (draft);
  aft_postmortem_set_choice (draft, root_of (draft), AFT_DOC_USERS_SCOPE, AFT_SCOPE_NONE);
}

static void
one_event (Draft *draft)
{
  add_event (draft, 0, AFT_CHOICE_NONE);
}

static void
two_events (Draft *draft)
{
  one_event (draft);
  one_event (draft);
}

static void
near_miss_events (Draft *draft)
{
  two_events (draft);
  aft_postmortem_set_choice (draft, root_of (draft), AFT_DOC_KIND, AFT_DOC_KIND_NEAR_MISS);
}

static void
marked_events (Draft *draft)
{
  add_event (draft, 0, AFT_MILESTONE_IMPACT_START);
  add_event (draft, 5, AFT_MILESTONE_DETECTED);
  add_event (draft, 9, AFT_MILESTONE_MITIGATED);
}

static void
resolved_events (Draft *draft)
{
  add_event (draft, 0, AFT_CHOICE_NONE);
  add_event (draft, 9, AFT_MILESTONE_RESOLVED);
}

static void
conflicting_events (Draft *draft)
{
  add_event (draft, 5, AFT_MILESTONE_IMPACT_START);
  add_event (draft, 0, AFT_MILESTONE_DETECTED);
}

static void
events_in_a_zone (Draft *draft)
{
  one_event (draft);
  aft_postmortem_set_text (draft, root_of (draft), AFT_DOC_TIME_ZONE, "Europe/Zurich");
}

static void
no_zone (Draft *draft)
{
  one_event (draft);
  aft_postmortem_clear (draft, root_of (draft), AFT_DOC_TIME_ZONE);
}

static void
trigger_and_flaw (Draft *draft)
{
  write_text (draft, AFT_DOC_TRIGGER);
  write_text (draft, AFT_DOC_TECHNICAL);
}

static void
one_factor (Draft *draft)
{
  add (draft, AFT_DOC_FACTORS);
}

static void
two_factors (Draft *draft)
{
  one_factor (draft);
  one_factor (draft);
}

static void
lessons_without_luck (Draft *draft)
{
  add (draft, AFT_DOC_WENT_POORLY);
}

static void
lessons_with_luck (Draft *draft)
{
  add (draft, AFT_DOC_WENT_WELL);
  add (draft, AFT_DOC_LUCKY);
}

static void
only_mitigation (Draft *draft)
{
  add_action (draft, AFT_ACTION_TYPE_MITIGATION, AFT_CHOICE_NONE);
}

static void
with_prevention (Draft *draft)
{
  only_mitigation (draft);
  add_action (draft, AFT_ACTION_TYPE_PREVENTION, AFT_CHOICE_NONE);
}

static void
two_of_one_priority (Draft *draft)
{
  add_action (draft, AFT_ACTION_TYPE_OTHER, 0);
  add_action (draft, AFT_ACTION_TYPE_OTHER, 0);
}

static void
three_of_one_priority (Draft *draft)
{
  two_of_one_priority (draft);
  add_action (draft, AFT_ACTION_TYPE_OTHER, 0);
}

static void
three_of_two_priorities (Draft *draft)
{
  two_of_one_priority (draft);
  add_action (draft, AFT_ACTION_TYPE_OTHER, 1);
}

static void
three_without_priority (Draft *draft)
{
  for (guint i = 0; i < 3; i++)
    add_action (draft, AFT_ACTION_TYPE_OTHER, AFT_CHOICE_NONE);
}

static void
complete_action (Draft *draft)
{
  AftRecord *action = add_action (draft, AFT_ACTION_TYPE_OTHER, 0);

  aft_postmortem_set_text (draft, action, AFT_ACTION_OWNER, "On call");
  aft_postmortem_set_text (draft, action, AFT_ACTION_DUE, "2026-05-04");
  aft_postmortem_set_text (draft, action, AFT_ACTION_DONE_WHEN, "The test passes");
}

static void
action_past_due (Draft *draft)
{
  AftRecord *action = add_action (draft, AFT_ACTION_TYPE_OTHER, 0);

  aft_postmortem_set_text (draft, action, AFT_ACTION_DUE, "2026-05-03");
}

static void
done_past_due (Draft *draft)
{
  AftRecord *action = add_action (draft, AFT_ACTION_TYPE_OTHER, 0);

  aft_postmortem_set_text (draft, action, AFT_ACTION_DUE, "2026-05-03");
  aft_postmortem_set_choice (draft, action, AFT_ACTION_STATUS, AFT_ACTION_STATUS_DONE);
}

static void
untitled_action (Draft *draft)
{
  add (draft, AFT_DOC_ACTIONS);
}

static void
dropped_action (Draft *draft)
{
  AftRecord *action = add_action (draft, AFT_ACTION_TYPE_OTHER, 0);

  aft_postmortem_set_choice (draft, action, AFT_ACTION_STATUS, AFT_ACTION_STATUS_WONT_DO);
}

static void
dropped_for_a_reason (Draft *draft)
{
  dropped_action (draft);
  aft_postmortem_set_text (
      draft,
      aft_record_list_get (aft_record_get_list (root_of (draft), AFT_DOC_ACTIONS), 0),
      AFT_ACTION_REASON,
      "The system is retired");
}

#define DOCUMENT -1

/* What a rule says of a draft, and where: the document, or the action of that number. */
static const struct
{
  const char *rule, *name;
  void (*prepare) (Draft *draft);
  gboolean     is_due;
  AftSectionId section;
  guint        field;
  int          action;
} drafts[] = {
  { "summary-length", "120 words", summary_of_120_words, FALSE, 0, 0, 0 },
  { "summary-length",
    "121 words",
    summary_of_121_words,
    TRUE,
    AFT_SECTION_SUMMARY,
    AFT_DOC_SUMMARY_OVERVIEW,
    DOCUMENT },
  { "impact-scope",
    "people but no scope",
    impact_of_people,
    TRUE,
    AFT_SECTION_IMPACT,
    AFT_DOC_USERS_SCOPE,
    DOCUMENT },
  { "impact-scope", "a scope", impact_with_scope, FALSE, 0, 0, 0 },
  { "timeline-impact-start", "one event", one_event, FALSE, 0, 0, 0 },
  { "timeline-impact-start",
    "two events",
    two_events,
    TRUE,
    AFT_SECTION_TIMELINE,
    AFT_DOC_EVENTS,
    DOCUMENT },
  { "timeline-impact-start", "a near miss", near_miss_events, FALSE, 0, 0, 0 },
  { "timeline-impact-start", "marked", marked_events, FALSE, 0, 0, 0 },
  { "timeline-detected",
    "two events",
    two_events,
    TRUE,
    AFT_SECTION_TIMELINE,
    AFT_DOC_EVENTS,
    DOCUMENT },
  { "timeline-detected", "a near miss", near_miss_events, FALSE, 0, 0, 0 },
  { "timeline-detected", "marked", marked_events, FALSE, 0, 0, 0 },
  { "timeline-mitigated",
    "two events",
    two_events,
    TRUE,
    AFT_SECTION_TIMELINE,
    AFT_DOC_EVENTS,
    DOCUMENT },
  { "timeline-mitigated", "marked", marked_events, FALSE, 0, 0, 0 },
  { "timeline-mitigated", "resolved", resolved_events, FALSE, 0, 0, 0 },
  { "timeline-conflict", "in order", marked_events, FALSE, 0, 0, 0 },
  { "timeline-conflict",
    "detected before it began",
    conflicting_events,
    TRUE,
    AFT_SECTION_TIMELINE,
    AFT_DOC_EVENTS,
    DOCUMENT },
  { "timeline-zone", "no zone", no_zone, TRUE, AFT_SECTION_TIMELINE, AFT_DOC_EVENTS, DOCUMENT },
  { "timeline-zone", "a zone", events_in_a_zone, FALSE, 0, 0, 0 },
  { "analysis-flaw", "trigger and flaw", trigger_and_flaw, FALSE, 0, 0, 0 },
  { "analysis-one-factor",
    "one",
    one_factor,
    TRUE,
    AFT_SECTION_ANALYSIS,
    AFT_DOC_FACTORS,
    DOCUMENT },
  { "analysis-one-factor", "two", two_factors, FALSE, 0, 0, 0 },
  { "lessons-luck",
    "none",
    lessons_without_luck,
    TRUE,
    AFT_SECTION_LESSONS,
    AFT_DOC_LUCKY,
    DOCUMENT },
  { "lessons-luck", "some", lessons_with_luck, FALSE, 0, 0, 0 },
  { "actions-prevention",
    "mitigation only",
    only_mitigation,
    TRUE,
    AFT_SECTION_ACTIONS,
    AFT_DOC_ACTIONS,
    DOCUMENT },
  { "actions-prevention", "one prevents", with_prevention, FALSE, 0, 0, 0 },
  { "actions-priorities", "two alike", two_of_one_priority, FALSE, 0, 0, 0 },
  { "actions-priorities",
    "three alike",
    three_of_one_priority,
    TRUE,
    AFT_SECTION_ACTIONS,
    AFT_DOC_ACTIONS,
    DOCUMENT },
  { "actions-priorities", "two of three alike", three_of_two_priorities, FALSE, 0, 0, 0 },
  { "actions-priorities", "none given", three_without_priority, FALSE, 0, 0, 0 },
  { "action-owner", "none", only_mitigation, TRUE, AFT_SECTION_ACTIONS, AFT_ACTION_OWNER, 0 },
  { "action-owner",
    "each of two",
    with_prevention,
    TRUE,
    AFT_SECTION_ACTIONS,
    AFT_ACTION_OWNER,
    0 },
  { "action-owner", "given", complete_action, FALSE, 0, 0, 0 },
  { "action-owner", "no title yet", untitled_action, FALSE, 0, 0, 0 },
  { "action-owner", "done", done_past_due, FALSE, 0, 0, 0 },
  { "action-due", "none", only_mitigation, TRUE, AFT_SECTION_ACTIONS, AFT_ACTION_DUE, 0 },
  { "action-due", "given", complete_action, FALSE, 0, 0, 0 },
  { "action-overdue", "yesterday", action_past_due, TRUE, AFT_SECTION_ACTIONS, AFT_ACTION_DUE, 0 },
  { "action-overdue", "today", complete_action, FALSE, 0, 0, 0 },
  { "action-overdue", "done", done_past_due, FALSE, 0, 0, 0 },
  { "action-done-when",
    "none",
    only_mitigation,
    TRUE,
    AFT_SECTION_ACTIONS,
    AFT_ACTION_DONE_WHEN,
    0 },
  { "action-done-when", "given", complete_action, FALSE, 0, 0, 0 },
  { "action-reason", "none", dropped_action, TRUE, AFT_SECTION_ACTIONS, AFT_ACTION_REASON, 0 },
  { "action-reason", "given", dropped_for_a_reason, FALSE, 0, 0, 0 },
};

static const AftHint *
find_hint (GPtrArray *hints, const char *rule)
{
  for (guint i = 0; i < hints->len; i++)
    if (g_str_equal (((const AftHint *) hints->pdata[i])->rule, rule))
      return hints->pdata[i];
  return NULL;
}

static void
test_draft (gconstpointer data)
{
  gsize i = GPOINTER_TO_SIZE (data);
  g_autoptr (AftPostmortem) draft = fixture_postmortem ();
  AftRecord *root = root_of (draft);
  g_autoptr (GPtrArray) hints = NULL;
  const AftHint *hint;
  AftRecord     *record = root;

  drafts[i].prepare (draft);
  hints = aft_readiness_review (root, "2026-05-04");
  hint = find_hint (hints, drafts[i].rule);
  g_assert_true ((hint != NULL) == drafts[i].is_due);
  if (hint == NULL)
    return;
  if (drafts[i].action != DOCUMENT)
    record = aft_record_list_get (aft_record_get_list (root, AFT_DOC_ACTIONS), drafts[i].action);
  g_assert_true (hint->record == record);
  g_assert_cmpint (hint->section, ==, drafts[i].section);
  g_assert_cmpuint (hint->field, ==, drafts[i].field);
  g_assert_cmpuint (strlen (hint->message), >, 10);
}

/* Each rule is there with a draft that it speaks up for and one that it keeps silent about. */
static void
test_all_rules (void)
{
  static const char *const rules[] = {
    "summary-number",     "summary-length",      "impact-scope",      "timeline-impact-start",
    "timeline-detected",  "timeline-mitigated",  "timeline-conflict", "timeline-zone",
    "analysis-flaw",      "analysis-one-factor", "lessons-luck",      "actions-prevention",
    "actions-priorities", "details-owner",       "action-owner",      "action-due",
    "action-overdue",     "action-done-when",    "action-reason",     NULL,
  };

  for (guint i = 0; rules[i] != NULL; i++)
    {
      gboolean speaks = FALSE, is_silent = FALSE;

      for (guint k = 0; k < G_N_ELEMENTS (drafts); k++)
        if (g_str_equal (drafts[k].rule, rules[i]))
          *(drafts[k].is_due ? &speaks : &is_silent) = TRUE;
      for (guint k = 0; k < G_N_ELEMENTS (cases); k++)
        if (g_str_equal (cases[k].rule, rules[i]))
          *(cases[k].is_due ? &speaks : &is_silent) = TRUE;
      g_test_message ("%s", rules[i]);
      g_assert_true (speaks && is_silent);
    }
  for (guint seed = 0; seed < 200; seed++)
    {
      g_autoptr (AftRecord) root = fixture_random_document (seed);
      g_autoptr (GPtrArray) hints = aft_readiness_review (root, "2026-05-04");

      for (guint i = 0; i < hints->len; i++)
        g_assert_true (g_strv_contains (rules, ((const AftHint *) hints->pdata[i])->rule));
    }
}

/* In the order of the sections, whatever the order of the rules. */
static void
test_order (void)
{
  for (guint seed = 0; seed < 200; seed++)
    {
      g_autoptr (AftRecord) root = fixture_random_document (seed);
      g_autoptr (GPtrArray) hints = aft_readiness_review (root, "2026-05-04");

      for (guint i = 1; i < hints->len; i++)
        g_assert_cmpint (((const AftHint *) hints->pdata[i - 1])->section,
                         <=,
                         ((const AftHint *) hints->pdata[i])->section);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/coach/readiness/a fresh document has no hints", test_fresh);
  g_test_add_func ("/coach/readiness/every rule has a draft for it and one against",
                   test_all_rules);
  g_test_add_func ("/coach/readiness/hints come in the order of sections", test_order);
  for (gsize i = 0; i < G_N_ELEMENTS (drafts); i++)
    {
      g_autofree char *path =
          g_strconcat ("/coach/readiness/", drafts[i].rule, ": ", drafts[i].name, NULL);

      g_test_add_data_func (path, GSIZE_TO_POINTER (i), test_draft);
    }
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strconcat ("/coach/readiness/", cases[i].name, NULL);

      g_test_add_data_func (path, GSIZE_TO_POINTER (i), test_rule);
    }
  return g_test_run ();
}
