/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is typed into one line, understood: no window is needed. */
#include "support/fixtures.h"
#include "ui/widgets/field-input.h"
#include "ui/widgets/mnemonic.h"
#include "ui/widgets/record-face.h"
#include "ui/widgets/text-splice.h"

#include <string.h>

static void
test_mnemonics (void)
{
  static const struct
  {
    const char *label, *marked;
  } cases[] = {
    { "Trigger", "_Trigger" },
    { "Technical flaw", "Technical _flaw" },
    { "Terms", "T_erms" },
    { "snake_case", "_snake__case" },
    { "Über", "_Über" },
    { "123", "123" },
    { "", "" },
    { "t f", "t f" },
  };
  AftMnemonics used = { NULL };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *marked = aft_mnemonics_take (&used, cases[i].label);

      g_assert_cmpstr (marked, ==, cases[i].marked);
    }
  aft_mnemonics_clear (&used);
}

static void
test_splice (void)
{
  static const struct
  {
    const char *before, *after;
    glong       offset, length;
    const char *inserted; /* NULL where the texts are the same */
  } cases[] = {
    { "", "", 0, 0, NULL },    { "same", "same", 0, 0, NULL },    { "", "new", 0, 0, "new" },
    { "old", "", 0, 3, "" },   { "abc", "abXc", 2, 0, "X" },      { "aaa", "aaaa", 3, 0, "a" },
    { "abc", "ac", 1, 1, "" }, { "größe", "große", 2, 1, "o" },   { "x日y", "x本y", 1, 1, "本" },
    { "éa", "èa", 0, 1, "è" }, { "one two", "one 2", 4, 3, "2" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      AftTextSplice    splice;
      gboolean         differs = aft_text_splice (cases[i].before, cases[i].after, &splice);
      g_autofree char *inserted = NULL;

      g_assert_cmpint (differs, ==, cases[i].inserted != NULL);
      if (!differs)
        continue;
      inserted = g_strndup (cases[i].after + splice.start, splice.end - splice.start);
      g_assert_cmpint (splice.offset, ==, cases[i].offset);
      g_assert_cmpint (splice.length, ==, cases[i].length);
      g_assert_cmpstr (inserted, ==, cases[i].inserted);
    }
}

static const AftField *
field_of (const char *key)
{
  int index = aft_schema_find (&aft_doc_schema, key);

  g_assert_cmpint (index, >=, 0);
  return &aft_doc_schema.fields[index];
}

static AftTimeContext
context (void)
{
  return (AftTimeContext){ aft_zone_get ("Europe/Zurich", NULL), FIXTURE_NOW, AFT_INSTANT_NONE };
}

/* What is typed, and what stands there once it was left. */
static void
test_input (void)
{
  static const struct
  {
    const char *key, *typed, *shown;
  } cases[] = {
    { "title", "  Config   push ", "Config push" },
    { "title", "P&L <b>", "P&L <b>" },
    { "impact.users.count", "12.4k", "12\u202F400" },
    { "impact.users.count", "12,400", "12\u202F400" },
    { "impact.users.count", "7", "7" },
    { "impact.duration.seconds", "1h32", "1 h 32 min" },
    { "impact.duration.seconds", "92 minutes", "1 h 32 min" },
    { "impact.duration.seconds", "45s", "45 s" },
    { "impact.revenue.amount", "12k", "12\u202F000" },
    { "impact.revenue.amount", "12400.5", "12\u202F400.50" },
    { "impact.revenue.amount", "1250.5", "1250.50" },
    { "impact.revenue.amount", "0.001", "0.001" },
    { "impact.revenue.currency", "chf", "CHF" },
    { "impact.users.percent", "12.5 %", "12.5" },
    { "impact.users.percent", "100%", "100" },
    { "impact.team.overtime_hours", "12.5", "12.5" },
    { "impact.team.overtime_hours", "1h30m", "1.5" },
    { "time_zone", "europe/zurich", NULL },
    { "time_zone", "Europe/Zurich", "Europe/Zurich" },
    { "time_zone", "UTC", "UTC" },
    { "services", "ads, search,, ads ", "ads, search, ads" },
    { "authors", "Doe, Jane; Roe, Rik", "Doe, Jane; Roe, Rik" },
    { "authors", "Doe, Jane;", "Doe, Jane;" },
    { "impact.users.count", "", "" },
    { "services", "  ", "" },
    { "impact.users.count", "many", NULL },
    { "impact.users.count", "-3", NULL },
    { "impact.duration.seconds", "90", NULL },
    { "impact.revenue.amount", "a lot", NULL },
    { "impact.revenue.currency", "francs", NULL },
    { "impact.users.percent", "120", NULL },
    { "impact.team.overtime_hours", "long", NULL },
    { "time_zone", "Mars/Olympus", NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      AftTimeContext   now = context ();
      const AftField  *field = field_of (cases[i].key);
      g_autofree char *shown = NULL;
      g_auto (AftFieldInput) input = AFT_FIELD_INPUT_INIT;
      g_auto (AftFieldInput) again = AFT_FIELD_INPUT_INIT;
      g_autoptr (GError) error = NULL;
      gboolean understood = aft_field_input_parse (&input, field, cases[i].typed, &now, &error);

      g_test_message ("%s: %s", cases[i].key, cases[i].typed);
      if (!understood)
        {
          g_assert_null (cases[i].shown);
          g_assert_nonnull (error);
          g_assert_cmpuint (strlen (error->message), >, 10);
          continue;
        }
      shown = aft_field_input_format (field, &input.value);
      if (cases[i].shown == NULL)
        continue;
      g_assert_cmpstr (shown, ==, cases[i].shown);
      g_assert_true (aft_field_input_parse (&again, field, shown, &now, NULL));
      g_assert_true (aft_value_equal (&input.value, &again.value));
    }
}

static void
test_dates (void)
{
  static const struct
  {
    const char *typed, *date;
  } cases[] = {
    { "2026-06-01", "2026-06-01" }, { "1 June", "2026-06-01" },   { "tomorrow", "2026-05-05" },
    { "2026-02-30", NULL },         { "2026-06-01 14:02", NULL }, { "soon", NULL },
  };
  const AftField *field = &aft_action_schema.fields[AFT_ACTION_DUE];

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      AftTimeContext now = context ();
      g_auto (AftFieldInput) input = AFT_FIELD_INPUT_INIT;

      g_test_message ("%s", cases[i].typed);
      g_assert_cmpint (aft_field_input_parse (&input, field, cases[i].typed, &now, NULL),
                       ==,
                       cases[i].date != NULL);
      if (cases[i].date != NULL)
        g_assert_cmpstr (input.value.text, ==, cases[i].date);
      if (cases[i].date != NULL)
        g_assert_nonnull (strstr (input.meaning, "2026"));
    }
}

static void
test_faces (void)
{
  g_autoptr (AftRecord) action = aft_record_new (&aft_action_schema);
  g_autofree char *unnamed = aft_record_face_title (action);
  g_autofree char *facts = aft_record_face_facts (action);

  g_assert_cmpstr (unnamed, ==, "New action item");
  g_assert_cmpstr (facts, ==, "Other · Proposed");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/ui/field-input/mnemonics are given once", test_mnemonics);
  g_test_add_func ("/ui/field-input/a change is one stretch of whole characters", test_splice);
  g_test_add_func ("/ui/field-input/what is typed is understood and shown again", test_input);
  g_test_add_func ("/ui/field-input/days are understood", test_dates);
  g_test_add_func ("/ui/field-input/closed rows say the most of a record", test_faces);
  return g_test_run ();
}
