/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "coach/preflight.h"

#include "model/record-list.h"
#include "model/schema.h"
#include "support/fixtures.h"

static void
set_text (AftRecord *record, guint field, const char *text)
{
  g_auto (AftValue) value = AFT_VALUE_INIT;

  aft_value_set_text (&value, text);
  aft_record_init_value (record, field, &value);
}

static void
set_words (AftRecord *record, guint field, const char *first, const char *second)
{
  const char *const words[] = { first, second, NULL };
  g_auto (AftValue) value = AFT_VALUE_INIT;

  aft_value_set_words (&value, words);
  aft_record_init_value (record, field, &value);
}

static AftRecord *
new_document (void)
{
  AftRecord *root = aft_record_new (&aft_doc_schema);

  set_text (root, AFT_DOC_OWNER, "Ada Example");
  set_words (root, AFT_DOC_AUTHORS, "ada@acme.com", "Grace Tester");
  return root;
}

static const AftFinding *
get (GPtrArray *findings, guint i)
{
  g_assert_cmpuint (i, <, findings->len);
  return g_ptr_array_index (findings, i);
}

static void
test_place (void)
{
  g_autoptr (AftRecord) root = new_document ();
  g_autoptr (GPtrArray) findings = NULL;
  const AftFinding *finding;

  set_text (root, AFT_DOC_TRIGGER, "First ||line||\nÄdä ||x|| on 10.20.30.40");
  findings = aft_preflight_review (root);
  g_assert_cmpuint (findings->len, ==, 1);
  finding = get (findings, 0);
  g_assert_cmpint (finding->kind, ==, AFT_EXPOSURE_ADDRESS);
  g_assert_cmpint (finding->section, ==, AFT_SECTION_ANALYSIS);
  g_assert_true (finding->record == root);
  g_assert_cmpuint (finding->field, ==, AFT_DOC_TRIGGER);
  g_assert_cmpstr (finding->text, ==, "10.20.30.40");
  g_assert_cmpuint (finding->line, ==, 2);
  g_assert_cmpuint (finding->column, ==, 14);
  g_assert_cmpuint (finding->end - finding->start, ==, 11);
}

/* What becomes a role, and what the public does not read, is no finding. */
static void
test_settled (void)
{
  g_autoptr (AftRecord) root = new_document ();
  g_autoptr (AftRecord) event = fixture_event ("2026-05-04T14:02:00Z", "Up", AFT_CHOICE_NONE);
  g_autoptr (GPtrArray) findings = NULL;

  set_words (root, AFT_DOC_PRIVATE, "analysis.human_process", "lessons");
  set_text (root, AFT_DOC_HUMAN_PROCESS, "Ada forgot");
  set_text (root, AFT_DOC_REFLECTION, "Ada is right");
  set_text (event, AFT_EVENT_SOURCE, "Grace");
  aft_record_list_init_append (aft_record_get_list (root, AFT_DOC_EVENTS), event);
  findings = aft_preflight_review (root);
  g_assert_cmpuint (findings->len, ==, 0);
}

static void
test_rows (void)
{
  g_autoptr (AftRecord) root = new_document ();
  g_autoptr (AftRecord) open = fixture_event ("2026-05-04T14:02:00Z", "Ada came", AFT_CHOICE_NONE);
  g_autoptr (AftRecord) hidden = fixture_event ("2026-05-04T14:03:00Z", "Ada left", 0);
  g_autoptr (AftRecord) action = aft_record_new (&aft_action_schema);
  g_autoptr (GPtrArray) findings = NULL;
  g_auto (AftValue) flag = AFT_VALUE_INIT;

  aft_value_set_integer (&flag, 1);
  aft_record_init_value (hidden, AFT_EVENT_PRIVATE, &flag);
  set_text (action, AFT_ACTION_TITLE, "Ask Grace");
  set_text (action, AFT_ACTION_TICKET, "4711");
  set_words (root, AFT_DOC_TAGS, "queue", "db1.acme.com");
  aft_record_list_init_append (aft_record_get_list (root, AFT_DOC_EVENTS), open);
  aft_record_list_init_append (aft_record_get_list (root, AFT_DOC_EVENTS), hidden);
  aft_record_list_init_append (aft_record_get_list (root, AFT_DOC_ACTIONS), action);
  findings = aft_preflight_review (root);
  g_assert_cmpuint (findings->len, ==, 4);
  g_assert_true (get (findings, 0)->record == open);
  g_assert_cmpstr (get (findings, 1)->text, ==, "Grace");
  g_assert_cmpint (get (findings, 2)->kind, ==, AFT_EXPOSURE_TICKET);
  g_assert_cmpstr (get (findings, 2)->text, ==, "4711");
  g_assert_cmpint (get (findings, 3)->kind, ==, AFT_EXPOSURE_HOST);
  g_assert_cmpuint (get (findings, 3)->word, ==, 1);
}

/* The words of anybody are looked at without a complaint, and places are inside their text. */
static void
test_any_document (void)
{
  for (guint32 seed = 0; seed < 50; seed++)
    {
      g_autoptr (AftRecord) root = fixture_nasty_document (seed);
      g_autoptr (GPtrArray) findings = aft_preflight_review (root);

      for (guint i = 0; i < findings->len; i++)
        {
          const AftFinding *finding = get (findings, i);

          g_assert_cmpuint (finding->start, <, finding->end);
          g_assert_true (g_utf8_validate (finding->text, -1, NULL));
          g_assert_cmpuint (finding->line, >, 0);
          g_assert_cmpuint (finding->column, >, 0);
        }
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/coach/preflight/a finding names its place", test_place);
  g_test_add_func ("/coach/preflight/what is settled is not found", test_settled);
  g_test_add_func ("/coach/preflight/rows and words are looked at", test_rows);
  g_test_add_func ("/coach/preflight/any document can be reviewed", test_any_document);
  return g_test_run ();
}
