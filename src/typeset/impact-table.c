/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "typeset/sections.h"

#include <glib/gi18n-lib.h>

#include "base/quantity.h"
#include "model/metrics.h"

static char *
format_integer (const AftField *field, gint64 value)
{
  if (field->kind == AFT_KIND_CHOICE)
    return g_strdup (aft_field_get_choice_label (field, (guint) value));
  if (field->kind == AFT_KIND_SECONDS)
    return aft_duration_format (value);
  return aft_count_format (value);
}

static char *
format_real (AftComposer *self, const AftField *field, double value)
{
  g_autofree char *number = NULL;

  if (field->kind == AFT_KIND_AMOUNT)
    return aft_money_format (value, aft_record_get_text (self->root, AFT_DOC_REVENUE_CURRENCY));
  number = aft_real_format (value);
  return g_strconcat (number, field->kind == AFT_KIND_PERCENT ? "\u202F%" : "\u00A0h", NULL);
}

static char *
format_field (AftComposer *self, guint i)
{
  const AftField *field = &aft_doc_schema.fields[i];

  if (aft_kind_is_integer (field->kind))
    return format_integer (field, aft_record_get_integer (self->root, i, 0));
  if (aft_kind_is_real (field->kind))
    return format_real (self, field, aft_record_get_real (self->root, i, 0));
  return g_strdup (aft_record_get_text (self->root, i));
}

typedef struct
{
  const char *label;
  char       *value;
} Fact;

static void
clear_fact (Fact *fact)
{
  g_free (fact->value);
}

static GArray *
new_facts (void)
{
  GArray *facts = g_array_new (FALSE, FALSE, sizeof (Fact));

  g_array_set_clear_func (facts, (GDestroyNotify) clear_fact);
  return facts;
}

/* Takes the value. */
static void
add_fact (GArray *facts, const char *label, char *value)
{
  Fact fact = { label, value };

  g_array_append_val (facts, fact);
}

static void
add_field (AftComposer *self, GArray *facts, guint field)
{
  if (aft_record_has (self->root, field))
    add_fact (
        facts, aft_field_get_label (&aft_doc_schema.fields[field]), format_field (self, field));
}

/* Both ends of a range in one row, one alone under its own name. */
static void
add_range (AftComposer *self, GArray *facts, const char *label, guint low, guint high)
{
  g_autofree char *from = NULL;
  g_autofree char *to = NULL;

  if (!aft_record_has (self->root, low) || !aft_record_has (self->root, high))
    {
      add_field (self, facts, low);
      add_field (self, facts, high);
      return;
    }
  from = format_field (self, low);
  to = format_field (self, high);
  /* Translators: a range of figures, from the first to the second */
  add_fact (facts, label, g_strdup_printf (_ ("%s to %s"), from, to));
}

static void
add_computed_duration (AftComposer *self, GArray *facts)
{
  AftMetric        metrics[AFT_N_METRICS];
  g_autofree char *duration = NULL;
  g_autofree char *formula = NULL;

  aft_metrics_compute (aft_record_get_list (self->root, AFT_DOC_EVENTS), metrics);
  if (metrics[AFT_METRIC_DURATION].state != AFT_METRIC_KNOWN)
    return;
  duration = aft_duration_format (metrics[AFT_METRIC_DURATION].seconds);
  formula = aft_metric_get_formula (&metrics[AFT_METRIC_DURATION]);
  /* Translators: a duration, and in brackets how it was computed */
  add_fact (facts,
            aft_metric_get_label (AFT_METRIC_DURATION),
            g_strdup_printf (_ ("%s (%s)"), duration, formula));
}

static GArray *
collect_effects (AftComposer *self)
{
  GArray *facts = new_facts ();

  add_field (self, facts, AFT_DOC_USERS_SCOPE);
  add_field (self, facts, AFT_DOC_USERS_COUNT);
  add_range (self, facts, _ ("Range of users"), AFT_DOC_USERS_LOW, AFT_DOC_USERS_HIGH);
  add_field (self, facts, AFT_DOC_USERS_PERCENT);
  add_field (self, facts, AFT_DOC_REVENUE_AMOUNT);
  add_range (self, facts, _ ("Range of revenue"), AFT_DOC_REVENUE_LOW, AFT_DOC_REVENUE_HIGH);
  /* the currency stands with the amounts; alone it is a row */
  if (!aft_record_has (self->root, AFT_DOC_REVENUE_AMOUNT) &&
      !aft_record_has (self->root, AFT_DOC_REVENUE_LOW) &&
      !aft_record_has (self->root, AFT_DOC_REVENUE_HIGH))
    add_field (self, facts, AFT_DOC_REVENUE_CURRENCY);
  return facts;
}

static GArray *
collect_efforts (AftComposer *self)
{
  GArray *facts = new_facts ();

  add_computed_duration (self, facts);
  add_field (self, facts, AFT_DOC_DURATION_SECONDS);
  add_field (self, facts, AFT_DOC_TEAM_PEOPLE);
  add_field (self, facts, AFT_DOC_TEAM_INTERVENTIONS);
  add_field (self, facts, AFT_DOC_TEAM_OVERTIME);
  add_field (self, facts, AFT_DOC_TEAM_MEETINGS);
  return facts;
}

static void
set_fact (AftComposer *self, AftTable *table, GArray *facts, guint row, guint column)
{
  const Fact *fact;

  if (row >= facts->len)
    return;
  fact = &g_array_index (facts, Fact, row);
  aft_composer_set_cell_tagged (self, table, column, fact->label, AFT_TAG_TH_ROW, AFT_INK_DIM);
  aft_composer_set_cell (self, table, column + 1, fact->value);
}

/* What users and the business felt beside what it took the team: two columns of facts. */
void
aft_section_compose_impact (AftComposer *self)
{
  const AftColumn columns[] = {
    { .width = 92 }, { .flexible = TRUE }, { .width = 92 }, { .flexible = TRUE }
  };
  g_autoptr (GArray) effects = collect_effects (self);
  g_autoptr (GArray) efforts = collect_efforts (self);
  guint     n_rows = MAX (effects->len, efforts->len);
  AftTable *table;
  AftBlock *block;

  if (n_rows == 0)
    return;
  aft_composer_show (self, self->root, AFT_DOC_USERS_SCOPE);
  table = aft_composer_new_table (self, columns, G_N_ELEMENTS (columns));
  for (guint i = 0; i < n_rows; i++)
    {
      aft_composer_add_row (self, table, AFT_ROW_BODY, NULL);
      set_fact (self, table, effects, i, 0);
      set_fact (self, table, efforts, i, effects->len > 0 ? 2 : 0);
    }
  block = aft_composer_add_table (self, table, self->area->full, TRUE);
  block->is_whole = TRUE;
}
