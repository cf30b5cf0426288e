/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "format/markdown-front-matter.h"

#include "base/instant.h"
#include "base/quantity.h"
#include "format/markdown-escape.h"
#include "model/metrics.h"
#include "model/record-list.h"
#include "model/schema.h"

static void
append_scalar (GString *out, const char *key, const char *text)
{
  g_autofree char *quoted = aft_markdown_yaml_string (text);

  if (*text != '\0')
    g_string_append_printf (out, "%s: %s\n", key, quoted);
}

static void
append_choice (GString *out, const char *key, AftRecord *record, guint index)
{
  const AftField *field = aft_record_get_field (record, index);
  guint           choice = aft_record_get_choice (record, index);

  if (choice != AFT_CHOICE_NONE)
    g_string_append_printf (out, "%s: %s\n", key, field->choices[choice].word);
}

static void
append_words (GString *out, const char *key, AftRecord *record, guint index)
{
  const char *const *words = aft_record_get_words (record, index);

  if (words[0] == NULL)
    return;
  g_string_append_printf (out, "%s:\n", key);
  for (guint i = 0; words[i] != NULL; i++)
    {
      g_autofree char *quoted = aft_markdown_yaml_string (words[i]);

      g_string_append_printf (out, "  - %s\n", quoted);
    }
}

static void
append_instant (GString *out, const char *key, AftRecord *record, guint index)
{
  g_autofree char *text = NULL;

  if (!aft_record_has (record, index))
    return;
  text = aft_instant_format (aft_record_get_integer (record, index, 0));
  g_string_append_printf (out, "%s: %s\n", key, text);
}

static void
append_metrics (GString *out, AftRecord *root)
{
  AftMetric metrics[AFT_N_METRICS];
  gboolean  is_open = FALSE;

  aft_metrics_compute (aft_record_get_list (root, AFT_DOC_EVENTS), metrics);
  for (guint i = 0; i < AFT_N_METRICS; i++)
    {
      g_autofree char *duration = aft_duration_format (metrics[i].seconds);

      if (metrics[i].state != AFT_METRIC_KNOWN)
        continue;
      if (!is_open)
        g_string_append (out, "metrics:\n");
      is_open = TRUE;
      g_string_append_printf (out, "  %s: \"%s\"\n", aft_metric_get_key (i), duration);
    }
}

/* Plain fields by the description, so that a new one needs no line here. */
static void
append_field (GString *out, AftRecord *root, guint index)
{
  const AftField *field = aft_record_get_field (root, index);

  if (field->section != AFT_SECTION_DETAILS || index == AFT_DOC_FORMAT)
    return;
  if (field->kind == AFT_KIND_CHOICE)
    append_choice (out, field->key, root, index);
  else if (field->kind == AFT_KIND_WORDS)
    append_words (out, field->key, root, index);
  else if (field->kind == AFT_KIND_INSTANT)
    append_instant (out, field->key, root, index);
  else if (field->kind == AFT_KIND_LINE || field->kind == AFT_KIND_ZONE ||
           field->kind == AFT_KIND_ID)
    append_scalar (out, field->key, aft_record_get_text (root, index));
}

void
aft_markdown_append_front_matter (GString *out, AftRecord *root)
{
  g_string_append_printf (out, "---\nafterword: %d\n", AFT_MARKDOWN_VERSION);
  for (guint i = 0; i < AFT_DOC_N_FIELDS; i++)
    append_field (out, root, i);
  append_metrics (out, root);
  g_string_append (out, "---\n");
}
