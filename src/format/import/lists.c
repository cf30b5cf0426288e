/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "format/import/lists.h"

#include <string.h>

#include "base/instant.h"
#include "format/import/build.h"
#include "format/import/prompts.h"
#include "format/import/stamp.h"
#include "format/import/table.h"
#include "model/record-list.h"
#include "model/schema.h"

/* Lessons and factors */

typedef struct
{
  AftRecordList *items, *lucky;
  AftProvenance *provenance;
  GString       *text;  /* of the item that is being read */
  const AftLine *first; /* line of it */
} ItemWalk;

/* end: the line behind the item. */
static void
add_item (ItemWalk *self, const AftLine *end)
{
  g_autofree char *lower = g_utf8_strdown (self->text->str, -1);
  gboolean         is_lucky = self->lucky != NULL && strstr (lower, "luck") != NULL;

  g_strstrip (self->text->str);
  if (*self->text->str != '\0' && !aft_prompts_is_one (self->text->str))
    {
      AftRecord *item = aft_build_append (is_lucky ? self->lucky : self->items);

      aft_build_add_prose (item, AFT_ITEM_TEXT, self->text->str);
      aft_provenance_mark_lines (
          self->provenance, self->first, end, AFT_USE_ITEM, item, AFT_ITEM_TEXT);
    }
  g_string_truncate (self->text, 0);
  self->first = end;
}

static void
append_line (GString *text, const AftLine *line, guint indent)
{
  const char *start = line->start;
  const char *end = line->start + line->length;

  while (indent > 0 && start < end && *start == ' ')
    start++, indent--;
  if (text->len > 0)
    g_string_append_c (text, '\n');
  g_string_append_len (text, start, end - start);
}

static guint
least_indent (const AftLine *first, const AftLine *end)
{
  guint least = G_MAXUINT;

  for (const AftLine *line = first; line < end; line++)
    if (line->kind == AFT_LINE_ITEM)
      least = MIN (least, line->indent);
  return least;
}

void
aft_lists_read_items (const AftLine *first,
                      const AftLine *end,
                      AftRecordList *items,
                      AftRecordList *lucky,
                      AftProvenance *provenance)
{
  g_autoptr (GString) text = g_string_new (NULL);
  ItemWalk walk = { items, lucky, provenance, text, first };
  guint    indent = least_indent (first, end);
  gboolean in_item = FALSE, after_blank = FALSE;

  for (const AftLine *line = first; line < end; line++)
    {
      gboolean is_top = line->kind == AFT_LINE_ITEM && line->indent <= indent + 1;

      if (line->kind == AFT_LINE_COMMENT)
        continue;
      if (is_top || line->kind == AFT_LINE_HEADING ||
          (after_blank && line->kind == AFT_LINE_TEXT && (!in_item || line->indent <= indent)))
        {
          add_item (&walk, line);
          in_item = is_top;
        }
      after_blank = line->kind == AFT_LINE_BLANK;
      if (is_top)
        g_string_append_len (text, line->body, line->body_length);
      else if (line->kind == AFT_LINE_HEADING)
        g_string_append_printf (text, "**%.*s**", (int) line->body_length, line->body);
      else
        append_line (text, line, in_item ? indent + 2 : 0);
      if (line->kind == AFT_LINE_HEADING)
        add_item (&walk, line + 1);
    }
  add_item (&walk, end);
}

/* Actions */

static gboolean
has_word (const char *lower, const char *const *words)
{
  for (; *words != NULL; words++)
    if (strstr (lower, *words) != NULL)
      return TRUE;
  return FALSE;
}

static void
set_status (AftRecord *action, const char *text)
{
  static const char *const done[] = { "done",     "complete", "closed", "fixed", "resolved",
                                      "erledigt", "terminé",  "fatto",  "hecho", "完了",
                                      "✅",        "✔",        NULL };
  static const char *const under_way[] = { "progress", "doing",     "started",
                                           "ongoing",  "in arbeit", NULL };
  static const char *const refused[] = { "won't", "wont", "won’t", "rejected", "cancelled", NULL };
  static const char *const agreed[] = { "agreed", "accepted", "planned", "approved", NULL };
  g_autofree char         *lower = g_utf8_strdown (text, -1);

  if (has_word (lower, refused))
    aft_build_set_integer (action, AFT_ACTION_STATUS, AFT_ACTION_STATUS_WONT_DO);
  else if (has_word (lower, under_way))
    aft_build_set_integer (action, AFT_ACTION_STATUS, AFT_ACTION_STATUS_IN_PROGRESS);
  else if (has_word (lower, done))
    aft_build_set_integer (action, AFT_ACTION_STATUS, AFT_ACTION_STATUS_DONE);
  else if (has_word (lower, agreed))
    aft_build_set_integer (action, AFT_ACTION_STATUS, AFT_ACTION_STATUS_AGREED);
}

static void
set_type (AftRecord *action, const char *text)
{
  g_autofree char *lower = g_utf8_strdown (text, -1);

  if (strstr (lower, "prevent") != NULL)
    aft_build_set_integer (action, AFT_ACTION_TYPE, AFT_ACTION_TYPE_PREVENTION);
  else if (strstr (lower, "detect") != NULL || strstr (lower, "monitor") != NULL)
    aft_build_set_integer (action, AFT_ACTION_TYPE, AFT_ACTION_TYPE_DETECTION);
  else if (strstr (lower, "mitigat") != NULL)
    aft_build_set_integer (action, AFT_ACTION_TYPE, AFT_ACTION_TYPE_MITIGATION);
}

static void
set_due (AftRecord *action, const char *text)
{
  AftStamp         stamp;
  g_autofree char *date = NULL;

  if (!aft_stamp_find_date (text, strlen (text), &stamp))
    return;
  date = g_strdup_printf ("%04d-%02d-%02d", stamp.from.year, stamp.from.month, stamp.from.day);
  if (aft_date_is_valid (date))
    aft_build_set_line (action, AFT_ACTION_DUE, date);
}

/* "P1", "high" */
static void
set_priority (AftRecord *action, const char *text)
{
  if (g_ascii_toupper (text[0]) == 'P' && text[1] >= '0' && text[1] <= '3' &&
      !g_ascii_isalnum (text[2]))
    aft_build_set_integer (action, AFT_ACTION_PRIORITY, text[1] - '0');
}

/* No field takes the group of an action: it leads the title, so that it is not lost. */
static void
set_title (AftRecord *action, const char *text, const char *group)
{
  g_autofree char *title =
      *group != '\0' && *text != '\0' ? g_strdup_printf ("%s: %s", group, text) : NULL;

  aft_build_set_line (action, AFT_ACTION_TITLE, title != NULL ? title : text);
}

static AftRecord *
begin_action (AftRecordList *actions, const AftLine *line, const char *group)
{
  AftRecord       *action = aft_build_append (actions);
  g_autofree char *text = aft_line_dup_body (line);
  g_autofree char *tail = g_strdup (strlen (text) > 12 ? text + strlen (text) - 12 : text);

  set_title (action, text, group);
  set_type (action, group);
  if (line->box == AFT_CHECK_DONE)
    aft_build_set_integer (action, AFT_ACTION_STATUS, AFT_ACTION_STATUS_DONE);
  else if (line->box == AFT_CHECK_NONE &&
           (strstr (text, "✅") != NULL || strchr (tail, ')') != NULL))
    set_status (action, tail[0] & 0x80 ? text : tail);
  else if (line->box == AFT_CHECK_NONE)
    set_status (action, group);
  return action;
}

static AftRecord *
read_row (AftRecordList *actions, const AftTableColumns *columns, const AftLine *line)
{
  g_autoptr (GPtrArray) cells = aft_line_cells (line);
  const char *title = aft_table_columns_get (columns, cells, AFT_COLUMN_TEXT);
  const char *due = aft_table_columns_get (columns, cells, AFT_COLUMN_DUE);
  AftRecord  *action;

  if (*title == '\0')
    return NULL;
  action = aft_build_append (actions);
  aft_build_set_line (action, AFT_ACTION_TITLE, title);
  aft_build_set_line (
      action, AFT_ACTION_OWNER, aft_table_columns_get (columns, cells, AFT_COLUMN_OWNER));
  aft_build_set_line (
      action, AFT_ACTION_TICKET, aft_table_columns_get (columns, cells, AFT_COLUMN_TICKET));
  set_due (action, *due != '\0' ? due : aft_table_columns_get (columns, cells, AFT_COLUMN_TIME));
  set_priority (action, aft_table_columns_get (columns, cells, AFT_COLUMN_PRIORITY));
  set_status (action, aft_table_columns_get (columns, cells, AFT_COLUMN_STATUS));
  set_type (action, aft_table_columns_get (columns, cells, AFT_COLUMN_TYPE));
  return action;
}

typedef struct
{
  AftRecordList  *actions;
  AftRecord      *action; /* being read */
  GString        *more;   /* of its title, in lines of its own */
  GString        *below;  /* what stands below its title */
  GString        *rest;
  char           *group; /* the sub-heading above */
  guint           indent;
  AftTableColumns columns;
  gboolean        in_table, in_title;
  AftProvenance  *provenance;
  AftRecord      *made;      /* of the line that is being read, or NULL */
  gboolean        is_prompt; /* the line is what a template asks for */
} ActionWalk;

/* A title that goes on in the next lines of the source. */
static void
extend_title (AftRecord *action, const char *more)
{
  g_autofree char *title = g_strconcat (aft_record_get_text (action, AFT_ACTION_TITLE), more, NULL);
  g_auto (AftValue) none = AFT_VALUE_INIT;

  aft_record_init_value (action, AFT_ACTION_TITLE, &none);
  aft_build_set_line (action, AFT_ACTION_TITLE, title);
}

static void
finish_action (ActionWalk *self)
{
  if (self->action != NULL)
    {
      if (self->more->len > 0)
        extend_title (self->action, self->more->str);
      g_strstrip (self->below->str);
      aft_build_set_line (self->action, AFT_ACTION_DONE_WHEN, self->below->str);
    }
  self->action = NULL;
  g_string_truncate (self->more, 0);
  g_string_truncate (self->below, 0);
}

static void
walk_row (ActionWalk *self, const AftLine *line, const AftLine *end)
{
  if (self->in_table)
    {
      self->made = read_row (self->actions, &self->columns, line);
      return;
    }
  finish_action (self);
  self->in_table = TRUE;
  if (line + 1 < end && line[1].kind == AFT_LINE_RULER)
    {
      g_autoptr (GPtrArray) cells = aft_line_cells (line);

      aft_table_columns_read (&self->columns, cells);
    }
  else
    {
      self->columns.n = 1;
      self->columns.kinds[0] = AFT_COLUMN_TEXT;
      self->made = read_row (self->actions, &self->columns, line);
    }
}

/* Whether items or rows follow before the next heading. */
static gboolean
leads_group (const AftLine *heading, const AftLine *end)
{
  for (const AftLine *line = heading + 1; line < end && line->kind != AFT_LINE_HEADING; line++)
    if (line->kind == AFT_LINE_ITEM || line->kind == AFT_LINE_ROW)
      return TRUE;
  return FALSE;
}

/* A heading with nothing but prose below it: that stays together. */
static void
walk_heading (ActionWalk *self, const AftLine *line, const AftLine *end)
{
  gboolean is_group = leads_group (line, end);

  finish_action (self);
  g_free (self->group);
  self->group = is_group ? aft_line_dup_body (line) : g_strdup ("");
  if (is_group)
    return;
  while (g_str_has_suffix (self->rest->str, "\n"))
    g_string_truncate (self->rest, self->rest->len - 1);
  g_string_append_printf (self->rest,
                          "%s#### %.*s",
                          self->rest->len > 0 ? "\n\n" : "",
                          (int) line->body_length,
                          line->body);
}

static gboolean
is_prompt (const AftLine *line)
{
  g_autofree char *text = aft_line_dup_body (line);

  return aft_prompts_is_one (text);
}

static void
mark (ActionWalk *self, const AftLine *line, gsize rest_before)
{
  AftRecord *action = self->made != NULL ? self->made : self->action;

  if (self->rest->len > rest_before)
    aft_provenance_mark_lines (self->provenance,
                               line,
                               line + 1,
                               AFT_USE_FIELD,
                               aft_record_list_get_parent (self->actions),
                               AFT_DOC_APPENDIX);
  else if (action != NULL)
    aft_provenance_mark_lines (
        self->provenance, line, line + 1, AFT_USE_ACTION, action, AFT_ACTION_TITLE);
  else
    aft_provenance_mark_lines (self->provenance, line, line + 1, AFT_USE_HEADING, NULL, 0);
}

static void
read_any_line (ActionWalk *self, const AftLine *line, const AftLine *end)
{
  if (line->kind == AFT_LINE_ROW)
    walk_row (self, line, end);
  else if (line->kind == AFT_LINE_ITEM && line->indent <= self->indent + 1)
    {
      finish_action (self);
      self->is_prompt = is_prompt (line);
      if (self->is_prompt)
        return;
      self->action = self->made = begin_action (self->actions, line, self->group);
    }
  else if (line->kind == AFT_LINE_HEADING)
    walk_heading (self, line, end);
  else if (self->action != NULL && self->in_title && line->kind == AFT_LINE_TEXT)
    g_string_append_printf (self->more, " %.*s", (int) line->body_length, line->body);
  else if (self->action != NULL && (line->kind == AFT_LINE_BLANK || line->indent > self->indent))
    append_line (self->below, line, self->indent + 2);
  else if (line->kind != AFT_LINE_COMMENT && line->kind != AFT_LINE_RULER)
    append_line (self->rest, line, 0);
}

static void
walk_line (ActionWalk *self, const AftLine *line, const AftLine *end)
{
  gsize rest_before = self->rest->len;

  self->made = NULL;
  read_any_line (self, line, end);
  if (!self->is_prompt)
    mark (self, line, rest_before);
  self->is_prompt = FALSE;
  self->in_title = (line->kind == AFT_LINE_ITEM && line->indent <= self->indent + 1) ||
                   (self->in_title && line->kind == AFT_LINE_TEXT);
  self->in_table &= line->kind == AFT_LINE_ROW || line->kind == AFT_LINE_RULER;
}

char *
aft_lists_read_actions (const AftLine *first,
                        const AftLine *end,
                        AftRecordList *actions,
                        AftProvenance *provenance)
{
  g_autoptr (GString) more = g_string_new (NULL);
  g_autoptr (GString) below = g_string_new (NULL);
  ActionWalk walk = { .actions = actions, .more = more, .below = below, .provenance = provenance };

  walk.rest = g_string_new (NULL);
  walk.group = g_strdup ("");
  walk.indent = least_indent (first, end);
  for (const AftLine *line = first; line < end; line++)
    walk_line (&walk, line, end);
  finish_action (&walk);
  g_free (walk.group);
  return g_strstrip (g_string_free (walk.rest, FALSE));
}
