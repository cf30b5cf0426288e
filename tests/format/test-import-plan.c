/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What an import brings into a document, and what a person makes of it. */
#include <string.h>

#include "base/zone.h"
#include "format/import/milestones.h"
#include "format/import/plan.h"
#include "format/json-writer.h"
#include "model/events.h"

static const char chat[] = "[2026-05-04 14:02] <responder-1> the queue is full, orders wait\n"
                           "[2026-05-04 14:03] <responder-2> paged, looking into it @responder-1\n"
                           "[2026-05-04 14:20] <responder-1> rolled back the config push\n"
                           "[2026-05-04 14:30] <responder-2> all clear\n";

static const char document[] =
    "# The queue was full\n\nOrders waited.\n\n**Severity**: SEV-2\n\n## Impact\n\nOne in five.\n\n"
    "## Timeline\n\n- 2026-05-04 14:01 The queue is full and orders wait\n"
    "- 2026-05-04 14:45 Closed\n\n## Action items\n\n- Raise the limit\n\n"
    "## What went well\n\n- The rollback\n";

static void
read_source (AftPlan *plan, const char *name, const char *text)
{
  const AftImportOptions options = { .time_zone = "UTC" };
  g_autoptr (GBytes) bytes = g_bytes_new_static (text, strlen (text));
  g_autoptr (GError) error = NULL;

  g_assert_true (aft_plan_read (plan, name, bytes, &options, &error));
  g_assert_no_error (error);
}

static AftPlan *
plan_for (AftRecord *target, const char *text)
{
  AftPlan *plan = aft_plan_new (target);

  read_source (plan, "chat.txt", text);
  aft_plan_settle (plan);
  return plan;
}

static AftPlanItem *
get_item (AftPlan *plan, guint index)
{
  /* the list keeps it */
  g_autoptr (AftPlanItem) item = g_list_model_get_item (aft_plan_get_items (plan), index);

  return item;
}

static AftRecord *
get_event (AftRecord *root, guint index)
{
  return aft_record_list_get (aft_record_get_list (root, AFT_DOC_EVENTS), index);
}

static guint
count_rows (AftRecord *root, guint field)
{
  return aft_record_list_get_length (aft_record_get_list (root, field));
}

static char *
write_json (AftPostmortem *postmortem)
{
  return aft_json_write (aft_postmortem_get_root (postmortem), NULL);
}

static void
test_new_document (void)
{
  g_autoptr (AftPlan) plan = plan_for (NULL, document);
  g_autoptr (AftRecord) root = NULL;

  g_assert_cmpuint (aft_plan_count (plan, AFT_PLAN_EVENT, FALSE), ==, 2);
  g_assert_cmpuint (aft_plan_count (plan, AFT_PLAN_ACTION, TRUE), ==, 1);
  g_assert_cmpuint (aft_plan_count (plan, AFT_PLAN_ENTRY, TRUE), ==, 1);
  root = aft_plan_build (plan);
  g_assert_cmpstr (aft_record_get_text (root, AFT_DOC_TITLE), ==, "The queue was full");
  g_assert_cmpstr (aft_record_get_text (root, AFT_DOC_IMPACT_NOTES), ==, "One in five.");
  g_assert_cmpuint (aft_record_get_choice (root, AFT_DOC_SEVERITY), ==, 1);
  g_assert_cmpstr (aft_record_get_text (root, AFT_DOC_TIME_ZONE), ==, "UTC");
  g_assert_cmpuint (count_rows (root, AFT_DOC_EVENTS), ==, 2);
  g_assert_cmpuint (count_rows (root, AFT_DOC_WENT_WELL), ==, 1);
  g_assert_cmpuint (count_rows (root, AFT_DOC_SOURCES), ==, 1);
  g_assert_true (aft_record_has (root, AFT_DOC_ID));
}

/* Ids are those of the standard, and no two are the same. */
static void
test_ids (void)
{
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (AftPlan) plan = NULL;

  for (guint i = 0; i < 500; i++)
    g_string_append_printf (text, "2026-05-04 14:%02u:%02u %u\n", i / 60, i % 60, i);
  plan = plan_for (NULL, text->str);
  g_assert_cmpuint (aft_plan_count (plan, AFT_PLAN_EVENT, FALSE), ==, 500);
  for (guint i = 0; i < 500; i++)
    {
      const char *id =
          aft_record_get_text (aft_plan_item_get_record (get_item (plan, i)), AFT_EVENT_ID);

      g_assert_true (g_uuid_string_is_valid (id));
      g_assert_cmpint (id[14], ==, '4');
      g_assert_true (g_hash_table_add (seen, g_strdup (id)));
    }
}

static void
test_left_out (void)
{
  g_autoptr (AftPlan) plan = plan_for (NULL, document);
  g_autoptr (AftRecord) root = NULL;
  AftPlanItem *impact =
      aft_plan_find (plan, aft_plan_get_import (plan, 0)->root, AFT_DOC_IMPACT_NOTES);

  aft_plan_item_set_included (get_item (plan, 0), FALSE);
  aft_plan_item_set_included (impact, FALSE);
  g_assert_cmpuint (aft_plan_count (plan, AFT_PLAN_EVENT, TRUE), ==, 1);
  root = aft_plan_build (plan);
  g_assert_cmpuint (count_rows (root, AFT_DOC_EVENTS), ==, 1);
  g_assert_false (aft_record_has (root, AFT_DOC_IMPACT_NOTES));
}

static void
test_one_step (void)
{
  g_autoptr (AftPostmortem) postmortem = aft_postmortem_new (AFT_DOC_KIND_INCIDENT);
  AftRecord *root = aft_postmortem_get_root (postmortem);
  g_autoptr (AftPlan) plan = NULL;
  g_autofree char *before = NULL;
  g_autofree char *undone = NULL;
  AftPlace         place;

  aft_postmortem_set_text (postmortem, root, AFT_DOC_TITLE, "Ours");
  aft_postmortem_set_text (postmortem, root, AFT_DOC_IMPACT_NOTES, "Known.");
  aft_postmortem_set_text (postmortem, root, AFT_DOC_TIME_ZONE, "Asia/Tokyo");
  before = write_json (postmortem);
  plan = plan_for (root, document);
  g_assert_cmpstr (aft_plan_get_time_zone (plan), ==, "Asia/Tokyo");
  aft_plan_apply (plan, postmortem);
  g_assert_cmpstr (aft_record_get_text (root, AFT_DOC_TITLE), ==, "Ours");
  g_assert_cmpstr (aft_record_get_text (root, AFT_DOC_IMPACT_NOTES), ==, "Known.\n\nOne in five.");
  g_assert_cmpstr (aft_record_get_text (root, AFT_DOC_TIME_ZONE), ==, "Asia/Tokyo");
  g_assert_cmpuint (count_rows (root, AFT_DOC_EVENTS), ==, 2);
  g_assert_true (aft_postmortem_undo (postmortem, &place));
  undone = write_json (postmortem);
  g_assert_cmpstr (aft_record_get_text (root, AFT_DOC_IMPACT_NOTES), ==, "Known.");
  g_assert_cmpuint (count_rows (root, AFT_DOC_EVENTS), ==, 0);
  g_assert_cmpuint (count_rows (root, AFT_DOC_SOURCES), ==, 0);
  g_assert_cmpuint (strlen (undone), ==, strlen (before));
}

static void
test_twins (void)
{
  g_autoptr (AftPlan) plan = aft_plan_new (NULL);
  g_autoptr (AftRecord) root = NULL;

  read_source (plan, "postmortem.md", document);
  read_source (plan, "chat.txt", chat);
  aft_plan_settle (plan);
  g_assert_cmpuint (aft_plan_count (plan, AFT_PLAN_EVENT, FALSE), ==, 6);
  g_assert_true (aft_plan_item_get_twin (get_item (plan, 2)) ==
                 aft_plan_item_get_record (get_item (plan, 0)));
  g_assert_false (aft_plan_item_get_included (get_item (plan, 2)));
  root = aft_plan_build (plan);
  g_assert_cmpuint (count_rows (root, AFT_DOC_EVENTS), ==, 5);
  /* the one that stays takes what it lacks */
  g_assert_cmpstr (aft_record_get_text (get_event (root, 0), AFT_EVENT_SOURCE), ==, "responder-1");
  g_assert_cmpuint (count_rows (root, AFT_DOC_SOURCES), ==, 2);
}

/* Twice the same file: nothing comes twice. */
static void
test_again (void)
{
  g_autoptr (AftPostmortem) postmortem = aft_postmortem_new (AFT_DOC_KIND_INCIDENT);
  AftRecord *root = aft_postmortem_get_root (postmortem);

  for (guint i = 0; i < 2; i++)
    {
      g_autoptr (AftPlan) plan = plan_for (root, chat);

      g_assert_cmpuint (aft_plan_count (plan, AFT_PLAN_EVENT, TRUE), ==, i == 0 ? 4 : 0);
      aft_plan_apply (plan, postmortem);
    }
  g_assert_cmpuint (count_rows (root, AFT_DOC_EVENTS), ==, 4);
}

static void
test_skew (void)
{
  g_autoptr (AftPlan) plan = aft_plan_new (NULL);
  g_autoptr (AftRecord) root = NULL;

  read_source (plan, "postmortem.md", document);
  read_source (plan, "chat.txt", chat);
  aft_plan_settle (plan);
  aft_plan_set_skew (plan, 1, 3600);
  g_assert_cmpint (aft_plan_get_skew (plan, 1), ==, 3600);
  /* an hour later it is no longer the same event */
  g_assert_null (aft_plan_item_get_twin (get_item (plan, 2)));
  g_assert_true (aft_plan_item_get_included (get_item (plan, 2)));
  root = aft_plan_build (plan);
  g_assert_cmpint (aft_event_get_at (get_event (root, 2)) -
                       aft_event_get_at (aft_plan_item_get_record (get_item (plan, 2))),
                   ==,
                   G_TIME_SPAN_HOUR);
  aft_plan_set_skew (plan, 1, 0);
  g_assert_nonnull (aft_plan_item_get_twin (get_item (plan, 2)));
}

static void
test_read_again (void)
{
  g_autoptr (AftPlan) plan = aft_plan_new (NULL);
  g_autoptr (AftPlan) moved = NULL;
  AftRecord *event;

  read_source (plan, "notes.txt", "## Timeline\n\n- 14:02 Grows\n- 14:10 Paged\n");
  aft_plan_settle (plan);
  g_assert_cmpint (aft_plan_get_at (plan, get_item (plan, 0)), ==, AFT_INSTANT_NONE);
  aft_plan_item_set_included (get_item (plan, 1), FALSE);
  aft_plan_set_skew (plan, 0, 60);
  moved = aft_plan_read_again (plan, "Asia/Tokyo", "2026-05-04");
  event = aft_plan_item_get_record (get_item (moved, 0));
  g_assert_cmpint (aft_event_get_at (event), ==, G_GINT64_CONSTANT (1777870920) * G_USEC_PER_SEC);
  g_assert_false (aft_plan_item_get_included (get_item (moved, 1)));
  g_assert_cmpint (aft_plan_get_skew (moved, 0), ==, 60);
}

static void
test_roles (void)
{
  g_autoptr (AftPlan) plan = plan_for (NULL, chat);
  g_autoptr (AftRecord) root = NULL;
  AftRoles          *roles = aft_plan_get_roles (plan);
  const AftRoleName *first = g_ptr_array_index (aft_roles_get_names (roles), 0);
  AftRecord         *source;

  g_assert_cmpuint (aft_roles_get_names (roles)->len, ==, 2);
  g_assert_cmpstr (first->name, ==, "responder-1");
  g_assert_cmpuint (first->n_uses, ==, 2);
  aft_roles_set (roles, "responder-1", "Incident lead");
  root = aft_plan_build (plan);
  g_assert_cmpstr (
      aft_record_get_text (get_event (root, 0), AFT_EVENT_SOURCE), ==, "Incident lead");
  g_assert_cmpstr (aft_record_get_text (get_event (root, 1), AFT_EVENT_TEXT),
                   ==,
                   "paged, looking into it Incident lead");
  source = aft_record_list_get (aft_record_get_list (root, AFT_DOC_SOURCES), 0);
  g_assert_null (strstr (aft_record_get_text (source, AFT_SOURCE_TEXT), "responder-1"));
  g_assert_nonnull (strstr (aft_record_get_text (source, AFT_SOURCE_TEXT), "responder-2"));
}

static void
test_role_words (void)
{
  static const struct
  {
    const char *text, *expected;
  } cases[] = {
    { "Al told Al Other", "A told B" },
    { "AL, al; @al", "A, A; A" },
    { "Also alone (Al)", "Also alone (A)" },
    { "me@al.example", "me@al.example" },
    { "", "" },
    { "C++ and Al.", "C and A." },
  };
  g_autoptr (AftRecord) root = aft_record_new (&aft_doc_schema);
  g_autoptr (AftRoles) roles = aft_roles_new ();
  static const char *const names[] = { "Al", "Al Other", "C++", NULL };
  g_auto (AftValue) value = AFT_VALUE_INIT;

  aft_value_set_words (&value, names);
  aft_record_init_value (root, AFT_DOC_AUTHORS, &value);
  aft_roles_collect (roles, root);
  aft_roles_set (roles, "Al", "A");
  aft_roles_set (roles, "Al Other", "B");
  aft_roles_set (roles, "C++", "C");
  aft_roles_set (roles, "nobody", "D");
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *told = aft_roles_replace (roles, cases[i].text);

      g_assert_cmpstr (told, ==, cases[i].expected);
    }
}

static void
test_milestones_offered (void)
{
  g_autoptr (AftPlan) plan = plan_for (NULL, chat);
  g_autoptr (AftRecord) root = NULL;
  AftPlanItem *rollback = get_item (plan, 2);

  g_assert_cmpuint (aft_plan_item_get_milestone (rollback), ==, AFT_MILESTONE_MITIGATED);
  g_assert_cmpuint (aft_plan_item_get_milestone (get_item (plan, 3)), ==, AFT_MILESTONE_RESOLVED);
  aft_plan_item_set_milestone_taken (rollback, TRUE);
  root = aft_plan_build (plan);
  g_assert_true (aft_events_find_milestone (aft_record_get_list (root, AFT_DOC_EVENTS),
                                            AFT_MILESTONE_MITIGATED) == get_event (root, 2));
  /* offered, never set */
  g_assert_null (aft_events_find_milestone (aft_record_get_list (root, AFT_DOC_EVENTS),
                                            AFT_MILESTONE_RESOLVED));
}

static void
test_milestone_words (void)
{
  static const struct
  {
    const char *text;
    guint       milestone;
  } cases[] = {
    { "**[Outage start]** Requests fail", AFT_MILESTONE_IMPACT_START },
    { "Alert fires for the queue", AFT_MILESTONE_ALERTED },
    { "An incident was declared", AFT_CHOICE_NONE },
    { "Incident declared", AFT_MILESTONE_DECLARED },
    { "The problem is not resolved", AFT_CHOICE_NONE },
    { "Storing alertness", AFT_CHOICE_NONE },
    { "Störung beginnt: keine Antworten", AFT_CHOICE_NONE },
    { "Die Änderung wurde zurückgerollt", AFT_MILESTONE_MITIGATED },
    { "Le service est rétabli", AFT_MILESTONE_RESOLVED },
    { "Servicio restablecido", AFT_MILESTONE_RESOLVED },
    { "Servizio ripristinato", AFT_MILESTONE_RESOLVED },
    { "サービス復旧を確認", AFT_MILESTONE_RESOLVED },
    { "", AFT_CHOICE_NONE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (AftRecord) event = aft_record_new (&aft_event_schema);
      g_autoptr (GPtrArray) events = g_ptr_array_new ();
      AftRecord *candidates[AFT_N_MILESTONES];
      g_auto (AftValue) value = AFT_VALUE_INIT;

      aft_value_set_text (&value, cases[i].text);
      aft_record_init_value (event, AFT_EVENT_TEXT, &value);
      g_ptr_array_add (events, event);
      aft_milestones_suggest (events, candidates);
      for (guint k = 0; k < AFT_N_MILESTONES; k++)
        if ((candidates[k] != NULL) != (k == cases[i].milestone))
          g_error ("“%s”: milestone %u", cases[i].text, k);
    }
}

static void
test_refused (void)
{
  const AftImportOptions options = { NULL };
  g_autoptr (AftPlan) plan = aft_plan_new (NULL);
  g_autofree char *zeros = g_malloc0 (4096);
  g_autoptr (GBytes) bytes = g_bytes_new_static (zeros, 4096);
  g_autoptr (GError) error = NULL;

  g_assert_false (aft_plan_read (plan, "photo.png", bytes, &options, &error));
  g_assert_error (error, AFT_FORMAT_ERROR, AFT_FORMAT_ERROR_SYNTAX);
  g_assert_cmpuint (aft_plan_get_n_sources (plan), ==, 0);
}

/* A copied chat has the clock and no day. */
static void
test_day (void)
{
  static const char clocks[] = "jana  [2:03 PM]\nthe queue is full\ntom  [2:05 PM]\nlooking\n"
                               "jana  [2:20 PM]\nrolled back\n";
  const AftInstant  now = G_GINT64_CONSTANT (1779900000000000); /* 2026-05-27 */
  g_autoptr (AftPlan) plan = plan_for (NULL, clocks);
  g_autoptr (AftPlan) dated = plan_for (NULL, chat);
  g_autoptr (AftRecord) target = aft_plan_build (dated);
  g_autoptr (AftPlan) into = plan_for (target, clocks);
  g_autofree char *today = aft_plan_suggest_day (plan, now);
  g_autofree char *theirs = aft_plan_suggest_day (into, now);

  g_assert_cmpuint (aft_plan_count_undated (plan), ==, 3);
  g_assert_cmpstr (
      aft_record_get_text (aft_plan_item_get_record (get_item (plan, 0)), AFT_EVENT_WRITTEN),
      ==,
      "14:03");
  g_assert_cmpstr (today, ==, "2026-05-27");
  g_assert_cmpstr (theirs, ==, "2026-05-04");
  g_assert_cmpuint (aft_plan_count_undated (dated), ==, 0);
  g_assert_null (aft_plan_suggest_day (dated, now));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/format/import-plan/a new document has all of it", test_new_document);
  g_test_add_func ("/format/import-plan/each event has an id of its own", test_ids);
  g_test_add_func ("/format/import-plan/what is left out does not come", test_left_out);
  g_test_add_func ("/format/import-plan/a document takes it as one step", test_one_step);
  g_test_add_func ("/format/import-plan/what two sources say comes once", test_twins);
  g_test_add_func ("/format/import-plan/what was imported before does not come again", test_again);
  g_test_add_func ("/format/import-plan/a wrong clock is set right", test_skew);
  g_test_add_func ("/format/import-plan/zone and date can be said later", test_read_again);
  g_test_add_func ("/format/import-plan/people come in as roles", test_roles);
  g_test_add_func ("/format/import-plan/names are whole words", test_role_words);
  g_test_add_func ("/format/import-plan/milestones are offered", test_milestones_offered);
  g_test_add_func ("/format/import-plan/milestones are told by words", test_milestone_words);
  g_test_add_func ("/format/import-plan/what is no text is refused", test_refused);
  g_test_add_func ("/format/import-plan/a day is suggested where none is told", test_day);
  return g_test_run ();
}
