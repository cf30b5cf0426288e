/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/people.h"

#include "model/record-list.h"
#include "model/schema.h"

static void
test_names (void)
{
  static const struct
  {
    const char *text;
    gboolean    is_name;
  } cases[] = {
    { "Ada Example", TRUE },
    { "Ada B. Example", TRUE },
    { "Ana-Maria O'Neill", TRUE },
    { "Ana O\u2019Neill", TRUE },
    { "Jan van der Berg", TRUE },
    { "Émile Ångström", TRUE },
    { "Ann McDonald", TRUE },
    { "Ада Пример", TRUE },
    { "Prometheus", FALSE },
    { "Ada", FALSE },
    { "Status page", FALSE },
    { "Status Page", FALSE },
    { "Controller Log", FALSE },
    { "New Relic", FALSE },
    { "AWS Health", FALSE },
    { "Amazon CloudWatch", FALSE },
    { "PagerDuty", FALSE },
    { "Incident Channel", FALSE },
    { "Vendor case 4711", FALSE },
    { "Query sample, 10 minutes, 1 in 10,000", FALSE },
    { "Runbook F-3", FALSE },
    { "van Berg", FALSE },
    { "A Very Long Name Of Five", FALSE },
    { "Ada  Example", FALSE },
    { "", FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_test_message ("%s", cases[i].text);
      g_assert_cmpint (aft_people_is_like_name (cases[i].text), ==, cases[i].is_name);
    }
}

static AftPeople *
new_people (void)
{
  static const char *const reviewers[] = { "Grace Tester", "Platform team", NULL };
  g_autoptr (AftRecord) root = aft_record_new (&aft_doc_schema);
  g_autoptr (AftRecord) action = aft_record_new (&aft_action_schema);
  g_auto (AftValue) value = AFT_VALUE_INIT;

  aft_value_set_text (&value, "Ada Example");
  aft_record_init_value (root, AFT_DOC_OWNER, &value);
  aft_value_set_text (&value, "lin");
  aft_record_init_value (action, AFT_ACTION_OWNER, &value);
  aft_record_list_init_append (aft_record_get_list (root, AFT_DOC_ACTIONS), action);
  aft_value_set_words (&value, reviewers);
  aft_record_init_value (root, AFT_DOC_REVIEWERS, &value);
  return aft_people_new (root);
}

/* Each on its own: a letter is given to who is asked for first. */
static void
test_sources (void)
{
  static const struct
  {
    const char *source, *shown;
  } cases[] = {
    { "Ada Example", "Responder A" },
    { "ada example ", "Responder A" },
    { "Ada", "Responder A" },
    { "Example", "Responder A" },
    { "LIN", "Responder A" },
    { "@someone", "Responder A" },
    { "someone@example.org", "Responder A" },
    { "Some One <someone@example.org>", "Responder A" },
    { "Third Person", "Responder A" },
    { "Call with Ada Example", "Call with Responder A" },
    { "Call with Ada Examples", "Call with Ada Examples" },
    { "Prometheus", "Prometheus" },
    { "Status page", "Status page" },
    { "Alert manager", "Alert manager" },
    { "Platform", "Platform" },
    { "team", "team" },
    { "queue @ 14:02", "queue @ 14:02" },
    { "orders-db@replica", "orders-db@replica" },
    { "Incident channel", "Incident channel" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (AftPeople) people = new_people ();
      g_autofree char *shown = aft_people_publish_source (people, cases[i].source);

      g_test_message ("%s", cases[i].source);
      g_assert_cmpstr (shown, ==, cases[i].shown);
    }
}

static void
test_roles (void)
{
  g_autoptr (AftPeople) people = new_people ();
  g_autofree char *first = aft_people_publish_source (people, "Grace");
  g_autofree char *second = aft_people_publish_source (people, "Ada");

  g_assert_cmpstr (first, ==, "Responder A");
  g_assert_cmpstr (second, ==, "Responder B");
  g_assert_cmpstr (aft_people_get_role (people, "ADA EXAMPLE"), ==, "Responder B");
  g_assert_cmpstr (aft_people_get_role (people, "Grace Tester"), ==, "Responder A");
  g_assert_cmpuint (aft_people_get_names (people)->len, ==, 4);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/model/people/a name has the shape of one", test_names);
  g_test_add_func ("/model/people/a person is a role and a system keeps its name", test_sources);
  g_test_add_func ("/model/people/a part of a name has the role of the whole", test_roles);
  return g_test_run ();
}
