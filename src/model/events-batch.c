/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/events-batch.h"

#include <string.h>

#include "base/quantity.h"
#include "model/events.h"

static gboolean
is_in_range (AftInstant instant, gint64 offset)
{
  return offset < 0 ? instant >= AFT_INSTANT_MIN - offset : instant <= AFT_INSTANT_MAX - offset;
}

gboolean
aft_events_can_shift (GPtrArray *events, gint64 offset)
{
  gboolean has_time = FALSE;

  if (offset < AFT_INSTANT_MIN || offset > AFT_INSTANT_MAX)
    return FALSE;
  for (guint i = 0; i < events->len; i++)
    {
      AftRecord *event = g_ptr_array_index (events, i);
      AftInstant at = aft_event_get_at (event);
      AftInstant until = aft_record_get_integer (event, AFT_EVENT_UNTIL, at);

      if (at == AFT_INSTANT_NONE)
        continue;
      has_time = TRUE;
      if (!is_in_range (at, offset) || !is_in_range (until, offset))
        return FALSE;
    }
  return has_time;
}

static void
shift_field (AftPostmortem *postmortem, AftRecord *event, guint field, gint64 offset)
{
  if (aft_record_has (event, field))
    aft_postmortem_set_integer (
        postmortem, event, field, aft_record_get_integer (event, field, 0) + offset);
}

/* A step of its own, and one step only. */
static void
begin (AftPostmortem *postmortem)
{
  aft_postmortem_break_step (postmortem);
  aft_postmortem_begin_group (postmortem);
}

static void
end (AftPostmortem *postmortem)
{
  aft_postmortem_end_group (postmortem);
  aft_postmortem_break_step (postmortem);
}

void
aft_events_shift (AftPostmortem *postmortem, GPtrArray *events, gint64 offset)
{
  if (offset == 0 || !aft_events_can_shift (events, offset))
    return;
  begin (postmortem);
  for (guint i = 0; i < events->len; i++)
    {
      AftRecord *event = g_ptr_array_index (events, i);

      if (!aft_record_has (event, AFT_EVENT_AT))
        continue;
      shift_field (postmortem, event, AFT_EVENT_AT, offset);
      shift_field (postmortem, event, AFT_EVENT_UNTIL, offset);
      aft_postmortem_clear (postmortem, event, AFT_EVENT_INFERRED);
      aft_postmortem_clear (postmortem, event, AFT_EVENT_WRITTEN);
    }
  end (postmortem);
}

void
aft_events_set_choice (AftPostmortem *postmortem, GPtrArray *events, guint field, guint choice)
{
  g_return_if_fail (field == AFT_EVENT_KIND || field == AFT_EVENT_LANE ||
                    field == AFT_EVENT_PRECISION);

  begin (postmortem);
  for (guint i = 0; i < events->len; i++)
    aft_postmortem_set_choice (postmortem, g_ptr_array_index (events, i), field, choice);
  end (postmortem);
}

void
aft_events_set_private (AftPostmortem *postmortem, GPtrArray *events, gboolean is_private)
{
  begin (postmortem);
  for (guint i = 0; i < events->len; i++)
    aft_postmortem_set_flag (
        postmortem, g_ptr_array_index (events, i), AFT_EVENT_PRIVATE, is_private);
  end (postmortem);
}

/* From the end, so that no position moves before it is used; in one walk, as a thousand events
 * of ten thousand may go. */
void
aft_events_remove (AftPostmortem *postmortem, GPtrArray *events)
{
  g_autoptr (GHashTable) doomed = g_hash_table_new (NULL, NULL);
  AftRecordList *list = aft_record_get_list (aft_postmortem_get_root (postmortem), AFT_DOC_EVENTS);

  for (guint i = 0; i < events->len; i++)
    g_hash_table_add (doomed, g_ptr_array_index (events, i));
  begin (postmortem);
  for (guint i = aft_record_list_get_length (list); i > 0; i--)
    if (g_hash_table_contains (doomed, aft_record_list_get (list, i - 1)))
      aft_postmortem_remove (postmortem, list, i - 1);
  end (postmortem);
}

static AftRecord *
copy_event (AftRecord *event, AftRecordList *list)
{
  AftRecord *copy = aft_record_copy (event);
  guint      milestone = aft_record_get_choice (copy, AFT_EVENT_MILESTONE);
  g_auto (AftValue) none = AFT_VALUE_INIT;

  aft_record_init_value (copy, AFT_EVENT_ID, &none);
  if (milestone != AFT_CHOICE_NONE && aft_events_find_milestone (list, milestone) != NULL)
    aft_record_init_value (copy, AFT_EVENT_MILESTONE, &none);
  return copy;
}

GPtrArray *
aft_events_paste (AftPostmortem *postmortem, GPtrArray *events)
{
  AftRecordList *list = aft_record_get_list (aft_postmortem_get_root (postmortem), AFT_DOC_EVENTS);
  GPtrArray     *added = g_ptr_array_new_with_free_func (g_object_unref);

  if (aft_postmortem_get_read_only (postmortem))
    return added;
  begin (postmortem);
  for (guint i = 0; i < events->len; i++)
    {
      AftRecord *copy = copy_event (g_ptr_array_index (events, i), list);

      aft_postmortem_insert (postmortem, list, G_MAXUINT, copy);
      g_ptr_array_add (added, copy);
    }
  end (postmortem);
  return added;
}

guint
aft_events_common_choice (GPtrArray *events, guint field)
{
  guint common = AFT_CHOICE_NONE;

  for (guint i = 0; i < events->len; i++)
    {
      guint choice = aft_record_get_choice (g_ptr_array_index (events, i), field);

      if (i > 0 && choice != common)
        return AFT_CHOICE_NONE;
      common = choice;
    }
  return common;
}

gboolean
aft_events_are_private (GPtrArray *events)
{
  for (guint i = 0; i < events->len; i++)
    if (!aft_record_get_flag (g_ptr_array_index (events, i), AFT_EVENT_PRIVATE))
      return FALSE;
  return events->len > 0;
}

/* The sign of any keyboard: hyphen, minus, dash. */
static const char *
skip_sign (const char *text, gboolean *is_back)
{
  static const char *const signs[] = { "-", "−", "–" };

  for (guint i = 0; i < G_N_ELEMENTS (signs); i++)
    if (g_str_has_prefix (text, signs[i]))
      {
        *is_back = TRUE;
        return text + strlen (signs[i]);
      }
  *is_back = FALSE;
  return *text == '+' ? text + 1 : text;
}

gboolean
aft_events_parse_offset (const char *text, gint64 *offset)
{
  g_autofree char *clean = g_strstrip (g_strdup (text));
  gboolean         is_back;
  const char      *duration = skip_sign (clean, &is_back);
  gint64           seconds;

  if (!aft_duration_parse (duration, &seconds, NULL) || seconds == 0 ||
      seconds > AFT_INSTANT_MAX / AFT_SECOND)
    return FALSE;
  *offset = (is_back ? -seconds : seconds) * AFT_SECOND;
  return TRUE;
}
