/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "typeset/sections.h"

#include <glib/gi18n-lib.h>

/* A field a column, besides the number. A review copy is narrower: there the owner is a note. */
typedef struct
{
  AftTable *table;
  guint     fields[6];
  guint     n_fields;
} ActionTable;

static const char *
field_label (guint field)
{
  return aft_field_get_label (&aft_action_schema.fields[field]);
}

static const char *
column_title (guint field)
{
  return field == AFT_ACTION_PRIORITY ? _ ("Prio.") : field_label (field);
}

static void
add_header (AftComposer *self, const ActionTable *actions)
{
  aft_composer_add_row (self, actions->table, AFT_ROW_HEADER, NULL);
  aft_composer_set_cell (self, actions->table, 0, _ ("No."));
  for (guint i = 0; i < actions->n_fields; i++)
    aft_composer_set_cell (self, actions->table, i + 1, column_title (actions->fields[i]));
}

static void
add_note (AftInline *content, AftRecord *action, guint field)
{
  const char      *text = aft_record_get_text (action, field);
  g_autofree char *label = NULL;

  if (*text == '\0')
    return;
  /* Translators: the name of a field, before what it holds */
  label = g_strdup_printf (_ ("%s: "), field_label (field));
  if (content->text->len > 0)
    aft_inline_break (content);
  aft_inline_add_dim (content, label);
  aft_inline_add_link (content, text, text);
}

static gboolean
has_column (const ActionTable *actions, guint field)
{
  for (guint i = 0; i < actions->n_fields; i++)
    if (actions->fields[i] == field)
      return TRUE;
  return FALSE;
}

static void
set_title (AftComposer *self, const ActionTable *actions, AftRecord *action)
{
  g_auto (AftInline) content = { NULL };

  aft_inline_init (&content);
  aft_inline_add (&content, aft_record_get_text (action, AFT_ACTION_TITLE));
  if (!has_column (actions, AFT_ACTION_OWNER))
    add_note (&content, action, AFT_ACTION_OWNER);
  add_note (&content, action, AFT_ACTION_DONE_WHEN);
  add_note (&content, action, AFT_ACTION_TICKET);
  add_note (&content, action, AFT_ACTION_REASON);
  aft_composer_set_cell_inline (self, actions->table, 1, &content);
}

static const char *
get_value (AftRecord *action, guint field)
{
  return aft_action_schema.fields[field].kind == AFT_KIND_CHOICE
             ? aft_choice_label (action, field)
             : aft_record_get_text (action, field);
}

static void
add_row (AftComposer *self, const ActionTable *actions, AftRecord *action, guint number)
{
  char text[16];

  g_snprintf (text, sizeof text, "A%u", number);
  aft_composer_add_row (self, actions->table, AFT_ROW_BODY, action);
  aft_composer_set_cell (self, actions->table, 0, text);
  set_title (self, actions, action);
  for (guint i = 1; i < actions->n_fields; i++)
    aft_composer_set_cell (self, actions->table, i + 1, get_value (action, actions->fields[i]));
}

/* What prevents, what detects, what mitigates: each under its name; numbers are those of the
 * document. */
static void
add_type (AftComposer *self, const ActionTable *actions, AftRecordList *list, guint type)
{
  gboolean is_first = TRUE;

  for (guint i = 0; i < aft_record_list_get_length (list); i++)
    {
      AftRecord *action = aft_record_list_get (list, i);

      if (aft_record_get_choice (action, AFT_ACTION_TYPE) != type)
        continue;
      if (is_first)
        {
          aft_composer_add_row (self, actions->table, AFT_ROW_GROUP, NULL);
          aft_composer_set_cell (
              self, actions->table, 0, aft_choice_label (action, AFT_ACTION_TYPE));
        }
      is_first = FALSE;
      add_row (self, actions, action, i + 1);
    }
}

static ActionTable
new_table (AftComposer *self)
{
  static const struct
  {
    guint  field;
    double width;
  } wanted[] = {
    { AFT_ACTION_TITLE, 0 },     { AFT_ACTION_OWNER, 74 },  { AFT_ACTION_DUE, 50 },
    { AFT_ACTION_PRIORITY, 22 }, { AFT_ACTION_STATUS, 50 },
  };
  AftColumn   columns[G_N_ELEMENTS (wanted) + 1] = { { .width = 22 } };
  ActionTable actions = { NULL };

  for (guint i = 0; i < G_N_ELEMENTS (wanted); i++)
    {
      if (wanted[i].field == AFT_ACTION_OWNER && self->area->note_width > 0)
        continue;
      actions.fields[actions.n_fields++] = wanted[i].field;
      columns[actions.n_fields].width = wanted[i].width;
      columns[actions.n_fields].flexible = wanted[i].width == 0;
    }
  actions.table = aft_composer_new_table (self, columns, actions.n_fields + 1);
  return actions;
}

void
aft_section_compose_actions (AftComposer *self)
{
  AftRecordList *list = aft_record_get_list (self->root, AFT_DOC_ACTIONS);
  ActionTable    actions;

  if (aft_record_list_get_length (list) == 0)
    return;
  aft_composer_show (self, self->root, AFT_DOC_ACTIONS);
  actions = new_table (self);
  add_header (self, &actions);
  for (guint type = 0; type <= AFT_ACTION_TYPE_OTHER; type++)
    add_type (self, &actions, list, type);
  aft_composer_add_table (self, actions.table, self->area->full, TRUE);
}
