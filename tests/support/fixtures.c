/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "support/fixtures.h"

#include <glib/gstdio.h>

AftInstant
fixture_clock (gpointer unused)
{
  return FIXTURE_NOW;
}

AftPostmortem *
fixture_postmortem (void)
{
  AftPostmortem *postmortem = aft_postmortem_new (AFT_DOC_KIND_INCIDENT);

  aft_postmortem_set_clock (postmortem, fixture_clock, NULL);
  return postmortem;
}

static const char *const phrases[] = {
  "The queue filled in two minutes",
  "Error rate reached 5 % on the *checkout* path",
  "Les requêtes ont échoué côté client",
  "エラー率が急増した",
  "ارتفع معدل الخطأ",
  "Der Dienst antwortete nicht",
  "rolled back with `deploy --undo 4f2a`",
  "see [the dashboard](https://example.com/d/1?a=b&c=d)",
  "5 < 6 & 7 > 2, | pipes | and \\backslashes\\",
  "100 % of **all** requests_with_underscores",
  "- not a list item",
  "# not a heading",
  "```not a fence",
  "\"quoted\" and 'quoted'",
  "emoji 🚒 and combining e\xCC\x81",
  "||internal remark|| in the open",
};

static const char *const blocks[] = {
  "- first point\n- second point\n  - nested point",
  "1. one\n2. two",
  "> quoted words\n> on two lines",
  "```sh\nkubectl get pods | grep -v Running\n```",
  "| name | value |\n| --- | --- |\n| p99 | 840 ms |\n| p50 | 12 ms |",
  "### A smaller heading\n\nand its text",
  "- [ ] open task\n- [x] done task",
  "A line\\\nand the next, ~~struck~~.",
};

static char *
random_line (GRand *rand)
{
  GString *line = g_string_new (NULL);
  int      n = g_rand_int_range (rand, 1, 4);

  for (int i = 0; i < n; i++)
    {
      if (i > 0)
        g_string_append (line, "; ");
      g_string_append (line, phrases[g_rand_int_range (rand, 0, G_N_ELEMENTS (phrases))]);
    }
  return g_string_free (line, FALSE);
}

static char *
random_prose (GRand *rand)
{
  GString *prose = g_string_new (NULL);
  int      n = g_rand_int_range (rand, 1, 4);

  for (int i = 0; i < n; i++)
    {
      g_autofree char *line = random_line (rand);

      if (i > 0)
        g_string_append (prose, "\n\n");
      if (g_rand_boolean (rand))
        g_string_append (prose, blocks[g_rand_int_range (rand, 0, G_N_ELEMENTS (blocks))]);
      else
        g_string_append (prose, line);
    }
  return g_string_free (prose, FALSE);
}

static char *
random_id (GRand *rand)
{
  guint32 a = g_rand_int (rand), b = g_rand_int (rand), c = g_rand_int (rand),
          d = g_rand_int (rand);

  return g_strdup_printf (
      "%08x-%04x-4%03x-a%03x-%04x%08x", a, b >> 16, b & 0xfff, c >> 20, c & 0xffff, d);
}

static char *
random_text (GRand *rand, AftKind kind)
{
  static const char *const zones[] = { "UTC", "Europe/Zurich", "America/New_York", "Asia/Kolkata" };

  switch (kind)
    {
    case AFT_KIND_ID:
      return random_id (rand);
    case AFT_KIND_DATE:
      return g_strdup_printf (
          "2026-%02d-%02d", g_rand_int_range (rand, 1, 13), g_rand_int_range (rand, 1, 29));
    case AFT_KIND_ZONE:
      return g_strdup (zones[g_rand_int_range (rand, 0, G_N_ELEMENTS (zones))]);
    case AFT_KIND_CURRENCY:
      return g_strdup (g_rand_boolean (rand) ? "USD" : "CHF");
    case AFT_KIND_URL:
      return g_strdup_printf ("https://example.com/item/%d?a=b&c=%%20",
                              g_rand_int_range (rand, 0, 99));
    case AFT_KIND_PROSE:
      return random_prose (rand);
    default:
      return random_line (rand);
    }
}

static gint64
random_integer (GRand *rand, const AftField *field)
{
  switch (field->kind)
    {
    case AFT_KIND_CHOICE:
      return g_rand_int_range (rand, 0, aft_field_n_choices (field));
    case AFT_KIND_FLAG:
      return 1;
    case AFT_KIND_INSTANT:
      return FIXTURE_NOW + g_rand_int_range (rand, -200000, 200000) * AFT_SECOND;
    default:
      return g_rand_int_range (rand, 0, 100000);
    }
}

static void
random_words (GRand *rand, AftValue *value)
{
  g_autofree char  *line = random_line (rand);
  const char *const words[] = { "checkout", line, "日本語", NULL };

  aft_value_set_words (value, words);
}

static void
random_value (GRand *rand, const AftField *field, AftValue *value)
{
  if (field->kind == AFT_KIND_WORDS)
    random_words (rand, value);
  else if (aft_kind_is_integer (field->kind))
    aft_value_set_integer (value, random_integer (rand, field));
  else if (aft_kind_is_real (field->kind))
    aft_value_set_real (value,
                        g_rand_int_range (rand, 0, 1000000) / (g_rand_boolean (rand) ? 8.0 : 10.0));
  else
    {
      g_autofree char *text = random_text (rand, field->kind);

      aft_value_set_text (value, text);
    }
}

static void fill_record (GRand *rand, AftRecord *record, double density, guint depth);

static void
fill_list (GRand *rand, AftRecordList *list, double density, guint depth)
{
  int n = density >= 1 ? 2 : g_rand_int_range (rand, 0, 5);

  for (int i = 0; i < n && depth < 4; i++)
    {
      g_autoptr (AftRecord) row = aft_record_new (aft_record_list_get_schema (list));

      fill_record (rand, row, aft_record_list_get_schema (list)->bare ? 1 : density, depth + 1);
      aft_record_list_init_append (list, row);
    }
}

/* At most one event carries each milestone: they are dealt out in the order of the rows. */
static gboolean
is_dealt_milestone (AftRecord *record, guint field)
{
  return aft_record_get_schema (record) == &aft_event_schema && field == AFT_EVENT_MILESTONE;
}

static void
fill_record (GRand *rand, AftRecord *record, double density, guint depth)
{
  const AftSchema *schema = aft_record_get_schema (record);

  for (guint i = 0; i < schema->n_fields; i++)
    {
      const AftField *field = &schema->fields[i];
      gboolean is_required = field->kind == AFT_KIND_ID || (field->flags & AFT_FIELD_ALWAYS) != 0;
      g_auto (AftValue) value = AFT_VALUE_INIT;

      if (is_dealt_milestone (record, i) || (!is_required && g_rand_double (rand) >= density))
        continue;
      if (field->kind == AFT_KIND_LIST)
        {
          fill_list (rand, aft_record_get_list (record, i), density, depth);
          continue;
        }
      random_value (rand, field, &value);
      aft_record_init_value (record, i, &value);
    }
}

static void
deal_milestones (AftRecordList *events)
{
  static const AftMilestone order[] = { AFT_MILESTONE_IMPACT_START,
                                        AFT_MILESTONE_DETECTED,
                                        AFT_MILESTONE_MITIGATED,
                                        AFT_MILESTONE_RESOLVED };

  for (guint i = 0; i < aft_record_list_get_length (events) && i < G_N_ELEMENTS (order); i++)
    {
      g_auto (AftValue) value = AFT_VALUE_INIT;

      aft_value_set_integer (&value, order[i]);
      aft_record_init_value (aft_record_list_get (events, i), AFT_EVENT_MILESTONE, &value);
    }
}

static void
init_integer (AftRecord *record, guint field, gint64 integer)
{
  g_auto (AftValue) value = AFT_VALUE_INIT;

  aft_value_set_integer (&value, integer);
  aft_record_init_value (record, field, &value);
}

static AftRecord *
random_document (guint32 seed, double density)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (seed);
  AftRecord *root = aft_record_new (&aft_doc_schema);

  fill_record (rand, root, density, 0);
  init_integer (root, AFT_DOC_FORMAT, 1);
  init_integer (root, AFT_DOC_CREATED, FIXTURE_NOW);
  init_integer (root, AFT_DOC_MODIFIED, FIXTURE_NOW + AFT_HOUR);
  deal_milestones (aft_record_get_list (root, AFT_DOC_EVENTS));
  return root;
}

AftRecord *
fixture_full_document (guint32 seed)
{
  return random_document (seed, 1);
}

AftRecord *
fixture_random_document (guint32 seed)
{
  return random_document (seed, 0.6);
}

AftRecord *
fixture_event (const char *rfc3339, const char *text, guint milestone)
{
  AftRecord *event = aft_record_new (&aft_event_schema);
  AftInstant instant;
  g_auto (AftValue) value = AFT_VALUE_INIT;

  if (rfc3339 != NULL && aft_instant_parse (rfc3339, &instant, NULL))
    init_integer (event, AFT_EVENT_AT, instant);
  aft_value_set_text (&value, text);
  aft_record_init_value (event, AFT_EVENT_TEXT, &value);
  if (milestone != AFT_CHOICE_NONE)
    init_integer (event, AFT_EVENT_MILESTONE, milestone);
  return event;
}

void
fixture_remove_folder (const char *path)
{
  g_autoptr (GDir) folder = g_dir_open (path, 0, NULL);
  const char *name;

  while ((name = g_dir_read_name (folder)) != NULL)
    {
      g_autofree char *file = g_build_filename (path, name, NULL);

      g_assert_cmpint (g_remove (file), ==, 0);
    }
  g_assert_cmpint (g_rmdir (path), ==, 0);
}
