/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/audience.h"
#include "model/completeness.h"
#include "support/fixtures.h"

static const AftSchema *const schemas[] = { &aft_doc_schema,    &aft_event_schema,
                                            &aft_action_schema, &aft_item_schema,
                                            &aft_why_schema,    &aft_link_schema,
                                            &aft_source_schema };

static void
test_fields (void)
{
  for (guint s = 0; s < G_N_ELEMENTS (schemas); s++)
    for (guint i = 0; i < schemas[s]->n_fields; i++)
      {
        const AftField *field = &schemas[s]->fields[i];

        g_test_message ("%s.%s", schemas[s]->name, field->key);
        g_assert_nonnull (field->key);
        g_assert_cmpint (aft_schema_find (schemas[s], field->key), ==, i);
        g_assert_true ((field->choices != NULL) == (field->kind == AFT_KIND_CHOICE));
        g_assert_true ((field->items != NULL) == (field->kind == AFT_KIND_LIST));
        g_assert_true (field->label != NULL || (field->flags & AFT_FIELD_INTERNAL) != 0);
        if (schemas[s] == &aft_doc_schema && (field->flags & AFT_FIELD_INTERNAL) == 0)
          g_assert_nonnull (field->question);
      }
}

static void
test_copy (void)
{
  g_autoptr (AftRecord) root = fixture_full_document (7);
  g_autoptr (AftRecord) copy = aft_record_copy (root);

  for (guint i = 0; i < AFT_DOC_N_FIELDS; i++)
    {
      g_test_message ("%s", aft_record_get_field (root, i)->key);
      g_assert_true (aft_record_has (root, i));
      if (aft_record_get_list (root, i) == NULL)
        g_assert_true (aft_value_equal (aft_record_peek (root, i), aft_record_peek (copy, i)));
      else
        g_assert_cmpuint (aft_record_list_get_length (aft_record_get_list (copy, i)),
                          ==,
                          aft_record_list_get_length (aft_record_get_list (root, i)));
    }
}

static void
test_complete (void)
{
  g_autoptr (AftPostmortem) fresh = fixture_postmortem ();
  g_autoptr (AftRecord) full = fixture_full_document (1);
  AftCompleteness none = aft_completeness_of_document (aft_postmortem_get_root (fresh));
  AftCompleteness all = aft_completeness_of_document (full);

  g_assert_cmpuint (none.filled, ==, 0);
  g_assert_cmpuint (none.expected, >, 20);
  g_assert_cmpuint (all.filled, ==, all.expected);
  for (guint section = 0; section < AFT_N_SECTIONS; section++)
    g_assert_cmpuint (aft_completeness_of_section (full, section).expected, >, 0);
}

static void
set_text (AftRecord *record, guint field, const char *text)
{
  g_auto (AftValue) value = AFT_VALUE_INIT;

  aft_value_set_text (&value, text);
  aft_record_init_value (record, field, &value);
}

static void
set_private (AftRecord *record, const char *const *keys)
{
  g_auto (AftValue) value = AFT_VALUE_INIT;

  aft_value_set_words (&value, keys);
  aft_record_init_value (record, AFT_DOC_PRIVATE, &value);
}

static void
test_public (void)
{
  static const char *const keys[] = { "analysis.human_process", "impact.revenue", "lessons", NULL };
  g_autoptr (AftRecord) root = fixture_full_document (3);
  AftRecordList *events = aft_record_get_list (root, AFT_DOC_EVENTS);
  guint          n_events = aft_record_list_get_length (events);
  g_autoptr (AftRecord) copy = NULL;

  set_private (root, keys);
  set_text (root, AFT_DOC_TRIGGER, "A push ||by the night shift|| failed || and more");
  copy = aft_audience_copy (root, AFT_AUDIENCE_PUBLIC, FALSE);
  g_assert_cmpstr (aft_record_get_text (copy, AFT_DOC_TRIGGER), ==, "A push failed ");
  g_assert_false (aft_record_has (copy, AFT_DOC_HUMAN_PROCESS));
  g_assert_false (aft_record_has (copy, AFT_DOC_REVENUE_AMOUNT));
  g_assert_false (aft_record_has (copy, AFT_DOC_REVENUE_NOTES));
  g_assert_false (aft_record_has (copy, AFT_DOC_WENT_WELL));
  g_assert_false (aft_record_has (copy, AFT_DOC_SOURCES));
  g_assert_false (aft_record_has (copy, AFT_DOC_PRIVATE));
  g_assert_false (aft_record_has (copy, AFT_DOC_REFLECTION));
  g_assert_true (aft_record_has (copy, AFT_DOC_TECHNICAL));
  /* the full document marks every event as private */
  g_assert_cmpuint (n_events, ==, 2);
  g_assert_false (aft_record_has (copy, AFT_DOC_EVENTS));
}

static void
test_roles (void)
{
  static const char *const authors[] = { "Second Person", "first person ", NULL };
  g_autoptr (AftRecord) root = aft_record_new (&aft_doc_schema);
  g_autoptr (AftRecord) event = fixture_event ("2026-05-04T14:02:00Z", "Seen", AFT_CHOICE_NONE);
  g_autoptr (AftRecord) action = aft_record_new (&aft_action_schema);
  g_autoptr (AftRecord) copy = NULL;
  g_auto (AftValue) words = AFT_VALUE_INIT;
  const char *const *shown;

  set_text (root, AFT_DOC_OWNER, "First Person");
  aft_value_set_words (&words, authors);
  aft_record_init_value (root, AFT_DOC_AUTHORS, &words);
  set_text (event, AFT_EVENT_SOURCE, "Third Person");
  aft_record_list_init_append (aft_record_get_list (root, AFT_DOC_EVENTS), event);
  set_text (action, AFT_ACTION_OWNER, "SECOND PERSON");
  aft_record_list_init_append (aft_record_get_list (root, AFT_DOC_ACTIONS), action);
  copy = aft_audience_copy (root, AFT_AUDIENCE_PUBLIC, FALSE);
  shown = aft_record_get_words (copy, AFT_DOC_AUTHORS);
  g_assert_cmpstr (aft_record_get_text (copy, AFT_DOC_OWNER), ==, "Responder A");
  g_assert_cmpstr (shown[0], ==, "Responder B");
  g_assert_cmpstr (shown[1], ==, "Responder A");
  g_assert_cmpstr (
      aft_record_get_text (aft_record_list_get (aft_record_get_list (copy, AFT_DOC_EVENTS), 0),
                           AFT_EVENT_SOURCE),
      ==,
      "Responder C");
  g_assert_cmpstr (
      aft_record_get_text (aft_record_list_get (aft_record_get_list (copy, AFT_DOC_ACTIONS), 0),
                           AFT_ACTION_OWNER),
      ==,
      "Responder B");
}

/* More people than letters: each still has a role of its own. */
static void
test_many_roles (void)
{
  g_autoptr (AftRecord) root = aft_record_new (&aft_doc_schema);
  g_autoptr (AftRecord) copy = NULL;
  g_autoptr (GStrvBuilder) names = g_strv_builder_new ();
  g_auto (AftValue) words = AFT_VALUE_INIT;
  g_auto (GStrv) list = NULL;

  for (guint i = 0; i < 30; i++)
    {
      g_autofree char *name = g_strdup_printf ("Person %u", i);

      g_strv_builder_add (names, name);
    }
  list = g_strv_builder_end (names);
  aft_value_set_words (&words, (const char *const *) list);
  aft_record_init_value (root, AFT_DOC_AUTHORS, &words);
  copy = aft_audience_copy (root, AFT_AUDIENCE_PUBLIC, FALSE);
  g_assert_cmpstr (aft_record_get_words (copy, AFT_DOC_AUTHORS)[25], ==, "Responder Z");
  g_assert_cmpstr (aft_record_get_words (copy, AFT_DOC_AUTHORS)[26], ==, "Responder AA");
  g_assert_cmpstr (aft_record_get_words (copy, AFT_DOC_AUTHORS)[29], ==, "Responder AD");
}

static void
test_internal (void)
{
  g_autoptr (AftRecord) root = fixture_full_document (3);
  g_autoptr (AftRecord) plain = aft_audience_copy (root, AFT_AUDIENCE_INTERNAL, FALSE);
  g_autoptr (AftRecord) asked = aft_audience_copy (root, AFT_AUDIENCE_INTERNAL, TRUE);

  g_assert_false (aft_record_has (plain, AFT_DOC_REFLECTION));
  g_assert_true (aft_record_has (asked, AFT_DOC_REFLECTION));
  g_assert_true (aft_record_has (plain, AFT_DOC_EVENTS));
}

/* A phrase is gone with all that would tell of it. */
static void
test_words_and_items (void)
{
  static const char *const tags[] = { "queue", "||acme||", "||acme|| import", NULL };
  g_autoptr (AftRecord) root = aft_record_new (&aft_doc_schema);
  g_autoptr (AftRecord) kept = aft_record_new (&aft_item_schema);
  g_autoptr (AftRecord) hidden = aft_record_new (&aft_item_schema);
  g_autoptr (AftRecord) copy = NULL;
  g_auto (AftValue) words = AFT_VALUE_INIT;
  AftRecordList *items;

  aft_value_set_words (&words, tags);
  aft_record_init_value (root, AFT_DOC_TAGS, &words);
  set_text (kept, AFT_ITEM_TEXT, "The queue ||of Acme|| drained");
  set_text (hidden, AFT_ITEM_TEXT, "||Acme was told late||");
  aft_record_list_init_append (aft_record_get_list (root, AFT_DOC_WENT_WELL), hidden);
  aft_record_list_init_append (aft_record_get_list (root, AFT_DOC_WENT_WELL), kept);
  copy = aft_audience_copy (root, AFT_AUDIENCE_PUBLIC, FALSE);
  items = aft_record_get_list (copy, AFT_DOC_WENT_WELL);
  g_assert_cmpuint (g_strv_length ((GStrv) aft_record_get_words (copy, AFT_DOC_TAGS)), ==, 2);
  g_assert_cmpstr (aft_record_get_words (copy, AFT_DOC_TAGS)[1], ==, "import");
  g_assert_cmpuint (aft_record_list_get_length (items), ==, 1);
  g_assert_cmpstr (
      aft_record_get_text (aft_record_list_get (items, 0), AFT_ITEM_TEXT), ==, "The queue drained");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/model/schema/every field is described in full", test_fields);
  g_test_add_func ("/model/record/a copy holds every field", test_copy);
  g_test_add_func ("/model/completeness/empty is none and full is all", test_complete);
  g_test_add_func ("/model/audience/nothing private is public", test_public);
  g_test_add_func ("/model/audience/the public reads roles for names", test_roles);
  g_test_add_func ("/model/audience/a phrase leaves nothing behind", test_words_and_items);
  g_test_add_func ("/model/audience/any number of people has roles", test_many_roles);
  g_test_add_func ("/model/audience/the reflection is asked for by name", test_internal);
  return g_test_run ();
}
