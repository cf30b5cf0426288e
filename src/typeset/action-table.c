/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "typeset/sections.h"

#include <glib/gi18n-lib.h>

#define NUMBER_WIDTH 24.0

/* Number, title and a field a column; what nobody filled has none. A review copy is narrower: one
 * column says all of the state, and the owner is a note. */
typedef struct
{
  AftRecordList *list;
  AftTable      *table;
  guint          fields[6];
  guint          n_fields;
  gboolean       is_narrow;
} ActionTable;

static const char *
field_label (guint field)
{
  return aft_field_get_label (&aft_action_schema.fields[field]);
}

static const char *
get_value (AftRecord *action, guint field)
{
  return aft_action_schema.fields[field].kind == AFT_KIND_CHOICE
             ? aft_choice_label (action, field)
             : aft_record_get_text (action, field);
}

/* When it is due, and below that how urgent it is and how far. */
static char *
describe_state (AftRecord *action)
{
  const char *due = aft_record_get_text (action, AFT_ACTION_DUE);
  const char *priority = aft_choice_label (action, AFT_ACTION_PRIORITY);
  const char *status = aft_choice_label (action, AFT_ACTION_STATUS);

  return g_strconcat (
      due, *due != '\0' ? " \n" : "", priority, *priority != '\0' ? " · " : "", status, NULL);
}

/* ---- columns ---- */

/* As wide as its content, up to that; 0 where no action has any. */
static double
column_width (AftComposer *self, const ActionTable *actions, guint field, double most)
{
  double widest = 0;

  for (guint i = 0; i < aft_record_list_get_length (actions->list); i++)
    {
      AftRecord       *action = aft_record_list_get (actions->list, i);
      g_autofree char *text =
          actions->is_narrow ? describe_state (action) : g_strdup (get_value (action, field));

      if (*text != '\0' && widest < most)
        widest = MAX (widest, aft_style_text_width (self->style, AFT_FACE_CELL, text) + 1);
    }
  if (widest > 0)
    widest = MAX (widest,
                  aft_style_text_width (self->style, AFT_FACE_CELL_HEAD, field_label (field)) + 1);
  return MIN (widest, most);
}

static const struct
{
  guint  field;
  double most; /* 0: what is left */
} wide_columns[] = {
  { AFT_ACTION_TITLE, 0 },     { AFT_ACTION_OWNER, 84 },  { AFT_ACTION_DUE, 54 },
  { AFT_ACTION_PRIORITY, 38 }, { AFT_ACTION_STATUS, 68 },
}, narrow_columns[] = {
  { AFT_ACTION_TITLE, 0 },
  { AFT_ACTION_STATUS, 86 },
};

static void
add_column (AftComposer *self, ActionTable *actions, AftColumn *columns, guint field, double most)
{
  double width = most > 0 ? column_width (self, actions, field, most) : 0;

  if (most > 0 && width == 0)
    return;
  actions->fields[actions->n_fields++] = field;
  columns[actions->n_fields] = (AftColumn){ .width = width, .flexible = most == 0 };
}

static ActionTable
new_table (AftComposer *self, AftRecordList *list)
{
  AftColumn   columns[G_N_ELEMENTS (wide_columns) + 1] = { { .width = NUMBER_WIDTH } };
  ActionTable actions = { .list = list, .is_narrow = self->area->note_width > 0 };

  if (actions.is_narrow)
    for (guint i = 0; i < G_N_ELEMENTS (narrow_columns); i++)
      add_column (self, &actions, columns, narrow_columns[i].field, narrow_columns[i].most);
  else
    for (guint i = 0; i < G_N_ELEMENTS (wide_columns); i++)
      add_column (self, &actions, columns, wide_columns[i].field, wide_columns[i].most);
  actions.table = aft_composer_new_table (self, columns, actions.n_fields + 1);
  return actions;
}

/* ---- rows ---- */

static void
add_header (AftComposer *self, const ActionTable *actions)
{
  aft_composer_add_row (self, actions->table, AFT_ROW_HEADER, NULL);
  aft_composer_set_cell (self, actions->table, 0, _ ("No."));
  for (guint i = 0; i < actions->n_fields; i++)
    aft_composer_set_cell (self, actions->table, i + 1, field_label (actions->fields[i]));
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

static void
set_title (AftComposer *self, const ActionTable *actions, AftRecord *action)
{
  g_auto (AftInline) content = { NULL };

  aft_inline_init_prose (&content, self->references);
  aft_inline_add_words (&content, aft_record_get_text (action, AFT_ACTION_TITLE));
  if (actions->is_narrow)
    add_note (&content, action, AFT_ACTION_OWNER);
  add_note (&content, action, AFT_ACTION_DONE_WHEN);
  add_note (&content, action, AFT_ACTION_TICKET);
  add_note (&content, action, AFT_ACTION_REASON);
  aft_composer_set_cell_inline (self, actions->table, 1, &content);
}

static void
add_row (AftComposer *self, const ActionTable *actions, AftRecord *action, guint number)
{
  char text[16];

  g_snprintf (text, sizeof text, "A%u", number);
  aft_composer_add_row (self, actions->table, AFT_ROW_BODY, action);
  aft_table_name_row (actions->table, 'A', number);
  aft_composer_set_cell (self, actions->table, 0, text);
  set_title (self, actions, action);
  for (guint i = 1; i < actions->n_fields; i++)
    {
      g_autofree char *value = actions->is_narrow
                                   ? describe_state (action)
                                   : g_strdup (get_value (action, actions->fields[i]));

      aft_composer_set_cell (self, actions->table, i + 1, value);
    }
}

/* What prevents, what detects, what mitigates: each under its name; numbers are those of the
 * document. */
static void
add_type (AftComposer *self, const ActionTable *actions, guint type)
{
  gboolean is_first = TRUE;

  for (guint i = 0; i < aft_record_list_get_length (actions->list); i++)
    {
      AftRecord *action = aft_record_list_get (actions->list, i);

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

void
aft_section_compose_actions (AftComposer *self)
{
  AftRecordList *list = aft_record_get_list (self->root, AFT_DOC_ACTIONS);
  ActionTable    actions;

  if (aft_record_list_get_length (list) == 0)
    return;
  aft_composer_show (self, self->root, AFT_DOC_ACTIONS);
  actions = new_table (self, list);
  add_header (self, &actions);
  for (guint type = 0; type <= AFT_ACTION_TYPE_OTHER; type++)
    add_type (self, &actions, type);
  aft_composer_add_table (self, actions.table, self->area->full, TRUE);
}
