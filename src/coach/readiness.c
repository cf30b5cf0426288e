/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "coach/readiness.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "base/text.h"
#include "markup/node.h"
#include "model/completeness.h"
#include "model/events.h"
#include "model/metrics.h"

#define MAX_SUMMARY_WORDS 120

/* A rule looks at one record and says whether its reminder is due. */
typedef gboolean (*Check) (AftRecord *record, const char *today);

typedef struct
{
  const char *name;
  guint       field; /* where the reminder stands */
  Check       is_due;
  const char *message;
} Rule;

void
aft_hint_free (AftHint *self)
{
  g_free (self->message);
  g_free (self);
}

static gboolean
has (AftRecord *record, guint field)
{
  return aft_record_has (record, field);
}

static gboolean
summary_has_no_number (AftRecord *root, const char *today)
{
  const char *text = aft_record_get_text (root, AFT_DOC_SUMMARY_OVERVIEW);

  return *text != '\0' && strpbrk (text, "0123456789") == NULL;
}

static gboolean
summary_is_long (AftRecord *root, const char *today)
{
  g_autofree char *plain = aft_markup_plain (aft_record_get_text (root, AFT_DOC_SUMMARY_OVERVIEW));

  return aft_text_count_words (plain) > MAX_SUMMARY_WORDS;
}

static gboolean
impact_has_no_scope (AftRecord *root, const char *today)
{
  return aft_completeness_of_section (root, AFT_SECTION_IMPACT).filled > 0 &&
         !has (root, AFT_DOC_USERS_SCOPE);
}

static gboolean
lacks_milestone (AftRecord *root, AftMilestone milestone)
{
  AftRecordList *events = aft_record_get_list (root, AFT_DOC_EVENTS);

  return aft_record_list_get_length (events) > 1 &&
         aft_record_get_choice (root, AFT_DOC_KIND) == AFT_DOC_KIND_INCIDENT &&
         aft_events_find_milestone (events, milestone) == NULL;
}

static gboolean
lacks_impact_start (AftRecord *root, const char *today)
{
  return lacks_milestone (root, AFT_MILESTONE_IMPACT_START);
}

static gboolean
lacks_detected (AftRecord *root, const char *today)
{
  return lacks_milestone (root, AFT_MILESTONE_DETECTED);
}

static gboolean
lacks_mitigated (AftRecord *root, const char *today)
{
  return lacks_milestone (root, AFT_MILESTONE_MITIGATED) &&
         lacks_milestone (root, AFT_MILESTONE_RESOLVED);
}

static gboolean
has_conflict (AftRecord *root, const char *today)
{
  AftMetric metrics[AFT_N_METRICS];

  aft_metrics_compute (aft_record_get_list (root, AFT_DOC_EVENTS), metrics);
  for (guint i = 0; i < AFT_N_METRICS; i++)
    if (metrics[i].state == AFT_METRIC_CONFLICT)
      return TRUE;
  return FALSE;
}

static gboolean
events_have_no_zone (AftRecord *root, const char *today)
{
  return has (root, AFT_DOC_EVENTS) && !has (root, AFT_DOC_TIME_ZONE);
}

static gboolean
trigger_without_flaw (AftRecord *root, const char *today)
{
  return has (root, AFT_DOC_TRIGGER) && !has (root, AFT_DOC_TECHNICAL);
}

static gboolean
has_one_factor (AftRecord *root, const char *today)
{
  return aft_record_list_get_length (aft_record_get_list (root, AFT_DOC_FACTORS)) == 1;
}

static gboolean
luck_not_considered (AftRecord *root, const char *today)
{
  return (has (root, AFT_DOC_WENT_WELL) || has (root, AFT_DOC_WENT_POORLY)) &&
         !has (root, AFT_DOC_LUCKY);
}

static gboolean
nothing_prevents (AftRecord *root, const char *today)
{
  AftRecordList *actions = aft_record_get_list (root, AFT_DOC_ACTIONS);

  for (guint i = 0; i < aft_record_list_get_length (actions); i++)
    if (aft_record_get_choice (aft_record_list_get (actions, i), AFT_ACTION_TYPE) ==
        AFT_ACTION_TYPE_PREVENTION)
      return FALSE;
  return aft_record_list_get_length (actions) > 0;
}

static gboolean
priorities_are_one (AftRecord *root, const char *today)
{
  AftRecordList *actions = aft_record_get_list (root, AFT_DOC_ACTIONS);
  guint          n = aft_record_list_get_length (actions);
  guint          first =
      n > 0 ? aft_record_get_choice (aft_record_list_get (actions, 0), AFT_ACTION_PRIORITY) : 0;

  for (guint i = 1; i < n; i++)
    if (aft_record_get_choice (aft_record_list_get (actions, i), AFT_ACTION_PRIORITY) != first)
      return FALSE;
  return n > 2 && first != AFT_CHOICE_NONE;
}

static gboolean
has_no_owner (AftRecord *root, const char *today)
{
  return has (root, AFT_DOC_TITLE) && !has (root, AFT_DOC_OWNER);
}

static const Rule document_rules[] = {
  { "summary-number",
    AFT_DOC_SUMMARY_OVERVIEW,
    summary_has_no_number,
    N_ ("How long, how many, how much? A number makes the summary concrete.") },
  { "summary-length",
    AFT_DOC_SUMMARY_OVERVIEW,
    summary_is_long,
    N_ ("The summary is longer than a reader with one minute can take in.") },
  { "impact-scope",
    AFT_DOC_USERS_SCOPE,
    impact_has_no_scope,
    N_ ("Were all users affected, a subset, or none?") },
  { "timeline-impact-start",
    AFT_DOC_EVENTS,
    lacks_impact_start,
    N_ ("Which event is the start of the impact? Most metrics begin there.") },
  { "timeline-detected",
    AFT_DOC_EVENTS,
    lacks_detected,
    N_ ("Which event is the first sign that anyone or anything could act on?") },
  { "timeline-mitigated", AFT_DOC_EVENTS, lacks_mitigated, N_ ("Which event ended the impact?") },
  { "timeline-conflict",
    AFT_DOC_EVENTS,
    has_conflict,
    N_ ("Two milestones are in an order that cannot be: see the metrics.") },
  { "timeline-zone",
    AFT_DOC_EVENTS,
    events_have_no_zone,
    N_ ("In which time zone are these times meant?") },
  { "analysis-flaw",
    AFT_DOC_TECHNICAL,
    trigger_without_flaw,
    N_ ("How did the trigger turn into impact?") },
  { "analysis-one-factor",
    AFT_DOC_FACTORS,
    has_one_factor,
    N_ ("What else had to be true? A single factor is rarely the whole story.") },
  { "lessons-luck",
    AFT_DOC_LUCKY,
    luck_not_considered,
    N_ ("Where did luck help? It will not be there next time.") },
  { "actions-prevention",
    AFT_DOC_ACTIONS,
    nothing_prevents,
    N_ ("Does any action keep this from happening again?") },
  { "actions-priorities",
    AFT_DOC_ACTIONS,
    priorities_are_one,
    N_ ("All actions have the same priority: which comes first?") },
  { "details-owner",
    AFT_DOC_OWNER,
    has_no_owner,
    N_ ("Which one person sees this document through?") },
};

static gboolean
is_open (AftRecord *action)
{
  return aft_record_get_choice (action, AFT_ACTION_STATUS) < AFT_ACTION_STATUS_DONE &&
         has (action, AFT_ACTION_TITLE);
}

static gboolean
action_has_no_owner (AftRecord *action, const char *today)
{
  return is_open (action) && !has (action, AFT_ACTION_OWNER);
}

static gboolean
action_has_no_due (AftRecord *action, const char *today)
{
  return is_open (action) && !has (action, AFT_ACTION_DUE);
}

static gboolean
action_is_overdue (AftRecord *action, const char *today)
{
  return is_open (action) && has (action, AFT_ACTION_DUE) &&
         strcmp (aft_record_get_text (action, AFT_ACTION_DUE), today) < 0;
}

static gboolean
action_has_no_end (AftRecord *action, const char *today)
{
  return is_open (action) && !has (action, AFT_ACTION_DONE_WHEN);
}

static gboolean
action_has_no_reason (AftRecord *action, const char *today)
{
  return aft_record_get_choice (action, AFT_ACTION_STATUS) == AFT_ACTION_STATUS_WONT_DO &&
         !has (action, AFT_ACTION_REASON);
}

static const Rule action_rules[] = {
  { "action-owner", AFT_ACTION_OWNER, action_has_no_owner, N_ ("This action has no owner yet.") },
  { "action-due", AFT_ACTION_DUE, action_has_no_due, N_ ("By when will this action be done?") },
  { "action-overdue",
    AFT_ACTION_DUE,
    action_is_overdue,
    N_ ("The due date of this action is past.") },
  { "action-done-when",
    AFT_ACTION_DONE_WHEN,
    action_has_no_end,
    N_ ("How can anyone tell that this action is finished?") },
  { "action-reason",
    AFT_ACTION_REASON,
    action_has_no_reason,
    N_ ("Why will this action not be done?") },
};

static void
review (GPtrArray *hints, AftRecord *record, const Rule *rules, guint n_rules, const char *today)
{
  for (guint i = 0; i < n_rules; i++)
    {
      AftHint *hint;

      if (!rules[i].is_due (record, today))
        continue;
      hint = g_new0 (AftHint, 1);
      hint->rule = rules[i].name;
      hint->record = record;
      hint->field = rules[i].field;
      hint->section = aft_record_get_section (record, rules[i].field);
      hint->message = g_strdup (_ (rules[i].message));
      g_ptr_array_add (hints, hint);
    }
}

static int
compare_sections (gconstpointer a, gconstpointer b)
{
  return (int) (*(AftHint *const *) a)->section - (int) (*(AftHint *const *) b)->section;
}

GPtrArray *
aft_readiness_review (AftRecord *root, const char *today)
{
  GPtrArray     *hints = g_ptr_array_new_with_free_func ((GDestroyNotify) aft_hint_free);
  AftRecordList *actions = aft_record_get_list (root, AFT_DOC_ACTIONS);

  review (hints, root, document_rules, G_N_ELEMENTS (document_rules), today);
  for (guint i = 0; i < aft_record_list_get_length (actions); i++)
    review (
        hints, aft_record_list_get (actions, i), action_rules, G_N_ELEMENTS (action_rules), today);
  g_ptr_array_sort (hints, compare_sections);
  return hints;
}
