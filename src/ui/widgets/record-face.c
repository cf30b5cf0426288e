/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/widgets/record-face.h"

#include <glib/gi18n-lib.h>

#include "base/text.h"
#include "model/schema.h"

#define MAX_TITLE_CHARS 140
#define MAX_FACT_CHARS  60

/* The first of these that says something. */
static const char *
find_text (AftRecord *record)
{
  const AftSchema *schema = aft_record_get_schema (record);

  for (guint i = 0; i < schema->n_fields; i++)
    {
      AftKind kind = schema->fields[i].kind;

      if ((kind == AFT_KIND_LINE || kind == AFT_KIND_PROSE || kind == AFT_KIND_URL) &&
          *aft_record_get_text (record, i) != '\0')
        return aft_record_get_text (record, i);
    }
  return "";
}

static const char *
get_text (AftRecord *record)
{
  const AftSchema *schema = aft_record_get_schema (record);

  if (schema == &aft_action_schema)
    return aft_record_get_text (record, AFT_ACTION_TITLE);
  return find_text (record);
}

static const char *
name_of (AftRecord *record)
{
  const AftSchema *schema = aft_record_get_schema (record);

  if (schema == &aft_action_schema)
    return _ ("New action item");
  return _ ("New link");
}

char *
aft_record_face_title (AftRecord *record)
{
  g_autofree char *line = aft_text_clean_line (get_text (record), -1);
  g_autofree char *visible = NULL;

  if (*line == '\0')
    return g_strdup (name_of (record));
  visible = aft_text_reveal (line);
  return aft_text_ellipsize (visible, MAX_TITLE_CHARS);
}

static void
add_fact (GPtrArray *facts, const char *text)
{
  g_autofree char *line = aft_text_clean_line (text, -1);
  g_autofree char *visible = NULL;

  if (*line == '\0')
    return;
  visible = aft_text_reveal (line);
  g_ptr_array_add (facts, aft_text_ellipsize (visible, MAX_FACT_CHARS));
}

static void
add_choice (GPtrArray *facts, AftRecord *record, guint field)
{
  guint choice = aft_record_get_choice (record, field);

  if (choice != AFT_CHOICE_NONE)
    add_fact (facts, aft_field_get_choice_label (aft_record_get_field (record, field), choice));
}

static void
add_action_facts (GPtrArray *facts, AftRecord *action)
{
  add_choice (facts, action, AFT_ACTION_TYPE);
  add_fact (facts, aft_record_get_text (action, AFT_ACTION_OWNER));
  if (aft_record_has (action, AFT_ACTION_DUE))
    {
      /* Translators: %s is a day: "due 2026-06-01" */
      g_autofree char *due =
          g_strdup_printf (_ ("due %s"), aft_record_get_text (action, AFT_ACTION_DUE));

      add_fact (facts, due);
    }
  add_choice (facts, action, AFT_ACTION_PRIORITY);
  add_choice (facts, action, AFT_ACTION_STATUS);
  add_fact (facts, aft_record_get_text (action, AFT_ACTION_TICKET));
}

char *
aft_record_face_facts (AftRecord *record)
{
  g_autoptr (GPtrArray) facts = g_ptr_array_new_with_free_func (g_free);
  const AftSchema *schema = aft_record_get_schema (record);

  if (schema == &aft_action_schema)
    add_action_facts (facts, record);
  else if (schema == &aft_link_schema && aft_record_has (record, AFT_LINK_LABEL))
    add_fact (facts, aft_record_get_text (record, AFT_LINK_URL));
  g_ptr_array_add (facts, NULL);
  return g_strjoinv (" · ", (char **) facts->pdata);
}
