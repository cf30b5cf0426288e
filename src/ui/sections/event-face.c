/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/sections/event-face.h"

#include <glib/gi18n-lib.h>

#include "base/text.h"
#include "model/events.h"

#define MAX_TITLE_CHARS  200
#define MAX_SOURCE_CHARS 60

static const char *
get_choice_label (AftRecord *event, guint field)
{
  guint choice = aft_record_get_choice (event, field);

  return choice == AFT_CHOICE_NONE
             ? ""
             : aft_field_get_choice_label (aft_record_get_field (event, field), choice);
}

char *
aft_event_face_title (AftRecord *event)
{
  g_autofree char *line = aft_text_clean_line (aft_record_get_text (event, AFT_EVENT_TEXT), -1);
  g_autofree char *visible = NULL;

  if (*line == '\0')
    return g_strdup (_ ("New event"));
  visible = aft_text_reveal (line);
  return aft_text_ellipsize (visible, MAX_TITLE_CHARS);
}

static void
add_source (AftRecord *event, GPtrArray *facts)
{
  g_autofree char *line = aft_text_clean_line (aft_record_get_text (event, AFT_EVENT_SOURCE), -1);
  g_autofree char *visible = NULL;

  if (*line == '\0')
    return;
  visible = aft_text_reveal (line);
  g_ptr_array_add (facts, aft_text_ellipsize (visible, MAX_SOURCE_CHARS));
}

char *
aft_event_face_facts (AftRecord *event, const AftZone *zone)
{
  g_autoptr (GPtrArray) facts = g_ptr_array_new_with_free_func (g_free);
  AftInstant until = aft_event_get_until (event);

  if (until != AFT_INSTANT_NONE)
    {
      g_autofree char *time = aft_zone_format_time (zone, until);

      /* Translators: %s is a time of day: "until 14:20" */
      g_ptr_array_add (facts, g_strdup_printf (_ ("until %s"), time));
    }
  g_ptr_array_add (facts, g_strdup (get_choice_label (event, AFT_EVENT_KIND)));
  g_ptr_array_add (facts, g_strdup (get_choice_label (event, AFT_EVENT_LANE)));
  if (aft_record_get_flag (event, AFT_EVENT_PRIVATE))
    g_ptr_array_add (facts, g_strdup (_ ("Private")));
  add_source (event, facts);
  g_ptr_array_add (facts, NULL);
  return g_strjoinv (" · ", (char **) facts->pdata);
}

char *
aft_event_face_time (AftRecord *event, const AftZone *zone)
{
  g_autofree char *time = NULL;

  if (!aft_record_has (event, AFT_EVENT_AT))
    {
      g_autofree char *written =
          aft_text_clean_line (aft_record_get_text (event, AFT_EVENT_WRITTEN), -1);

      return *written != '\0' ? aft_text_reveal (written) : g_strdup ("–");
    }
  time = aft_zone_format_time (zone, aft_event_get_at (event));
  switch (aft_record_get_choice (event, AFT_EVENT_PRECISION))
    {
    case AFT_PRECISION_APPROXIMATE:
      return g_strconcat ("~", time, NULL);
    case AFT_PRECISION_DATE:
      /* Translators: an event of which only the day is known; short, in a narrow column */
      return g_strdup (_ ("day"));
    default:
      return g_steal_pointer (&time);
    }
}

/* The calendar day that the clock shows, counted from 1970. */
static gint64
count_days (const AftZone *zone, AftInstant instant)
{
  AftInstant local = instant + aft_zone_offset_at (zone, instant) * AFT_SECOND;

  return local / AFT_DAY - (local % AFT_DAY < 0 ? 1 : 0);
}

char *
aft_event_face_other_time (AftRecord *event, const AftZone *zone, const AftZone *other_zone)
{
  AftInstant       at = aft_event_get_at (event);
  gint64           days;
  g_autofree char *time = NULL;

  if (at == AFT_INSTANT_NONE ||
      aft_record_get_choice (event, AFT_EVENT_PRECISION) == AFT_PRECISION_DATE)
    return g_strdup ("");
  time = aft_zone_format_time (other_zone, at);
  days = count_days (other_zone, at) - count_days (zone, at);
  if (days == 0)
    return g_steal_pointer (&time);
  /* Translators: a time of day, a sign and a number of days: "23:02 −1 d" */
  return g_strdup_printf (_ ("%s %s%d d"), time, days < 0 ? "−" : "+", ABS ((int) days));
}

char *
aft_event_face_day (AftRecord *event, const AftZone *zone)
{
  if (!aft_record_has (event, AFT_EVENT_AT))
    return NULL;
  return aft_zone_format_date (zone, aft_event_get_at (event));
}

char *
aft_event_face_name (AftRecord *event, const AftZone *zone)
{
  g_autofree char *time = aft_event_face_time (event, zone);
  g_autofree char *title = aft_event_face_title (event);
  const char      *milestone = get_choice_label (event, AFT_EVENT_MILESTONE);
  const char      *lane = get_choice_label (event, AFT_EVENT_LANE);

  if (*milestone == '\0')
    /* Translators: a time, a lane, what happened: "14:02, System: error rate at 5 %" */
    return g_strdup_printf (_ ("%s, %s: %s"), time, lane, title);
  /* Translators: a time, a milestone, a lane, what happened */
  return g_strdup_printf (_ ("%s, %s, %s: %s"), time, milestone, lane, title);
}
