/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/edit.h"

#include <string.h>

#include "model/record-private.h"

/* A stretch of typing longer than this becomes two undo steps. */
#define MERGE_MAX_BYTES 64

static AftEdit *
new_edit (AftEditType type, AftRecord *record, guint field)
{
  AftEdit *self = g_new0 (AftEdit, 1);

  self->type = type;
  self->record = g_object_ref (record);
  self->field = field;
  return self;
}

void
aft_edit_free (AftEdit *self)
{
  g_clear_object (&self->record);
  g_clear_object (&self->list);
  g_free (self->removed);
  g_free (self->inserted);
  aft_value_clear (&self->before);
  aft_value_clear (&self->after);
  g_free (self);
}

static gboolean
is_continuation (char byte)
{
  return ((guchar) byte & 0xC0) == 0x80;
}

static gsize
common_prefix (const char *a, const char *b)
{
  gsize n = 0;

  while (a[n] != '\0' && a[n] == b[n])
    n++;
  while (n > 0 && (is_continuation (a[n]) || is_continuation (b[n])))
    n--;
  return n;
}

/* Both texts without the prefix. */
static gsize
common_suffix (const char *a, gsize a_length, const char *b, gsize b_length)
{
  gsize n = 0;

  while (n < a_length && n < b_length && a[a_length - 1 - n] == b[b_length - 1 - n])
    n++;
  while (n > 0 && is_continuation (a[a_length - n]))
    n--;
  return n;
}

static AftEdit *
new_splice (AftRecord *record, guint field, const char *before, const char *after)
{
  AftEdit *self = new_edit (AFT_EDIT_SPLICE, record, field);
  gsize    prefix = common_prefix (before, after);
  gsize    before_length = strlen (before + prefix);
  gsize    after_length = strlen (after + prefix);
  gsize    suffix = common_suffix (before + prefix, before_length, after + prefix, after_length);

  self->offset = prefix;
  self->removed = g_strndup (before + prefix, before_length - suffix);
  self->inserted = g_strndup (after + prefix, after_length - suffix);
  return self;
}

static const char *
value_text (const AftValue *value)
{
  return value->type == AFT_VALUE_TEXT ? value->text : "";
}

AftEdit *
aft_edit_new_value (AftRecord *record, guint field, const AftValue *value)
{
  const AftValue *before = aft_record_peek (record, field);
  AftEdit        *self;

  if (aft_value_equal (before, value))
    return NULL;
  if (aft_kind_is_text (aft_record_get_field (record, field)->kind))
    return new_splice (record, field, value_text (before), value_text (value));
  self = new_edit (AFT_EDIT_VALUE, record, field);
  aft_value_copy (before, &self->before);
  aft_value_copy (value, &self->after);
  return self;
}

AftEdit *
aft_edit_new_insert (AftRecordList *list, guint position, AftRecord *record)
{
  AftEdit *self = new_edit (AFT_EDIT_INSERT, record, 0);

  self->list = g_object_ref (list);
  self->position = MIN (position, aft_record_list_get_length (list));
  return self;
}

AftEdit *
aft_edit_new_remove (AftRecordList *list, guint position)
{
  AftEdit *self = new_edit (AFT_EDIT_REMOVE, aft_record_list_get (list, position), 0);

  self->list = g_object_ref (list);
  self->position = position;
  return self;
}

AftEdit *
aft_edit_new_move (AftRecordList *list, guint from, guint to)
{
  AftEdit *self = new_edit (AFT_EDIT_MOVE, aft_record_list_get (list, from), 0);

  self->list = g_object_ref (list);
  self->position = from;
  self->to = to;
  return self;
}

static void
splice (const AftEdit *self, const char *from, const char *to)
{
  const char *text = aft_record_get_text (self->record, self->field);
  g_autoptr (GString) result = g_string_new_len (text, self->offset);
  g_auto (AftValue) value = AFT_VALUE_INIT;

  g_assert (strncmp (text + self->offset, from, strlen (from)) == 0);
  g_string_append (result, to);
  g_string_append (result, text + self->offset + strlen (from));
  aft_value_set_text (&value, result->str);
  aft_record_replace_value (self->record, self->field, &value);
}

static void
remove_row (const AftEdit *self)
{
  g_autoptr (AftRecord) taken = aft_record_list_take (self->list, self->position);

  g_assert (taken == self->record);
}

void
aft_edit_apply (const AftEdit *self)
{
  switch (self->type)
    {
    case AFT_EDIT_SPLICE:
      splice (self, self->removed, self->inserted);
      break;
    case AFT_EDIT_VALUE:
      aft_record_replace_value (self->record, self->field, &self->after);
      break;
    case AFT_EDIT_INSERT:
      aft_record_list_insert (self->list, self->position, self->record);
      break;
    case AFT_EDIT_REMOVE:
      remove_row (self);
      break;
    case AFT_EDIT_MOVE:
      aft_record_list_move (self->list, self->position, self->to);
      break;
    default:
      g_assert_not_reached ();
    }
}

void
aft_edit_revert (const AftEdit *self)
{
  switch (self->type)
    {
    case AFT_EDIT_SPLICE:
      splice (self, self->inserted, self->removed);
      break;
    case AFT_EDIT_VALUE:
      aft_record_replace_value (self->record, self->field, &self->before);
      break;
    case AFT_EDIT_INSERT:
      remove_row (self);
      break;
    case AFT_EDIT_REMOVE:
      aft_record_list_insert (self->list, self->position, self->record);
      break;
    case AFT_EDIT_MOVE:
      aft_record_list_move (self->list, self->to, self->position);
      break;
    default:
      g_assert_not_reached ();
    }
}

static gboolean
ends_a_word (const char *text)
{
  gsize length = strlen (text);

  return length > 0 && (text[length - 1] == ' ' || text[length - 1] == '\n');
}

/* Typing goes on where the last text ended; a new word begins a new step. */
static gboolean
merge_typing (AftEdit *self, const AftEdit *next)
{
  g_autofree char *inserted = NULL;

  if (*self->inserted == '\0' || *next->removed != '\0' ||
      next->offset != self->offset + strlen (self->inserted))
    return FALSE;
  if (strchr (next->inserted, '\n') != NULL ||
      (ends_a_word (self->inserted) && !ends_a_word (next->inserted)))
    return FALSE;
  inserted = g_strconcat (self->inserted, next->inserted, NULL);
  g_free (self->inserted);
  self->inserted = g_steal_pointer (&inserted);
  return TRUE;
}

/* Backspace eats to the left, Delete from the right of the same place. */
static gboolean
merge_deleting (AftEdit *self, const AftEdit *next)
{
  g_autofree char *removed = NULL;

  if (*self->inserted != '\0' || *next->inserted != '\0')
    return FALSE;
  if (next->offset + strlen (next->removed) == self->offset)
    removed = g_strconcat (next->removed, self->removed, NULL);
  else if (next->offset == self->offset)
    removed = g_strconcat (self->removed, next->removed, NULL);
  else
    return FALSE;
  self->offset = next->offset;
  g_free (self->removed);
  self->removed = g_steal_pointer (&removed);
  return TRUE;
}

gboolean
aft_edit_merge (AftEdit *self, const AftEdit *next)
{
  if (self->type != AFT_EDIT_SPLICE || next->type != AFT_EDIT_SPLICE ||
      self->record != next->record || self->field != next->field)
    return FALSE;
  if (strlen (self->inserted) + strlen (next->inserted) > MERGE_MAX_BYTES ||
      strlen (self->removed) + strlen (next->removed) > MERGE_MAX_BYTES)
    return FALSE;
  return merge_typing (self, next) || merge_deleting (self, next);
}

static gsize
value_size (const AftValue *value)
{
  gsize size = 0;

  if (value->type == AFT_VALUE_TEXT)
    size = strlen (value->text);
  else if (value->type == AFT_VALUE_WORDS)
    for (guint i = 0; value->words[i] != NULL; i++)
      size += strlen (value->words[i]) + 1;
  return size;
}

gsize
aft_edit_get_size (const AftEdit *self)
{
  gsize size = sizeof *self + value_size (&self->before) + value_size (&self->after);

  if (self->removed != NULL)
    size += strlen (self->removed) + strlen (self->inserted);
  return size;
}
