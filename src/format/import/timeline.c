/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "format/import/timeline.h"

#include <string.h>

#include "base/calendar.h"
#include "format/import/build.h"
#include "format/import/prompts.h"
#include "format/import/table.h"

/* A clock that runs backwards by this much has passed midnight; by less its entries are only out of
 * order. */
#define ROLL_MINUTES (8 * 60)

typedef enum
{
  LEAD_NONE,
  LEAD_HEADING,
  LEAD_ITEM,
  LEAD_TEXT,
} Lead;

typedef struct
{
  AftTimelineReader *reader;
  AftRecord         *entry; /* the one being read, or NULL */
  AftRecord         *made;  /* of the line that is being read, or NULL */
  GString           *text;  /* its text so far */
  Lead               lead;  /* how it began */
  guint              indent;
  guint              body_indent; /* of what stands below it; 0 before the first line of that */
  gboolean           after_blank;
  AftTableColumns    columns; /* of the table that is being read */
  gboolean           in_table;
} Walk;

/* Time */

static const AftZone *
choose_zone (AftTimelineReader *self, const AftStamp *stamp, gboolean *is_inferred)
{
  if (stamp->has_zone && *self->zone == '\0')
    g_strlcpy (self->zone, stamp->zone, sizeof self->zone);
  *is_inferred = !stamp->has_zone && *self->zone == '\0';
  if (stamp->has_zone)
    return aft_zone_get_or_utc (stamp->zone);
  return *self->zone != '\0' ? aft_zone_get_or_utc (self->zone) : self->fallback;
}

void
aft_timeline_set_day (AftTimelineReader *self, const AftStampPart *part)
{
  if (!part->has_year && !self->has_day)
    return;
  if (part->has_year)
    self->year = part->year;
  self->month = part->month;
  self->day = part->day;
  self->has_day = self->day_is_stated = TRUE;
}

static void
move_day (AftTimelineReader *self, int days)
{
  gint64 year;

  aft_calendar_date (aft_calendar_days (self->year, self->month, self->day) + days,
                     &year,
                     &self->month,
                     &self->day);
  self->year = (int) year;
}

/* Past midnight where the clock runs backwards. */
static void
roll (AftTimelineReader *self, const AftZone *zone, const AftStampPart *part)
{
  AftWall last;

  if (self->last == AFT_INSTANT_NONE)
    return;
  aft_zone_to_wall (zone, self->last, &last);
  if (last.year == self->year && last.month == self->month && last.day == self->day &&
      last.hour * 60 + last.minute - part->hour * 60 - part->minute >= ROLL_MINUTES)
    move_day (self, 1);
}

static AftInstant
locate (AftTimelineReader *self, const AftZone *zone, const AftStampPart *part)
{
  AftWall wall = { self->year, self->month, self->day, part->hour, part->minute, part->second, 0 };
  AftInstant instant;

  if (part->hour == 24)
    wall.hour = 23, wall.minute = 59;
  if (wall.second > 59)
    wall.second = 59;
  aft_zone_from_wall (zone, &wall, &instant, NULL);
  return instant;
}

static void
set_times (AftTimelineReader *self, AftRecord *event, const AftStamp *stamp)
{
  gboolean       zone_is_inferred;
  const AftZone *zone = choose_zone (self, stamp, &zone_is_inferred);

  if (stamp->from.has_date)
    aft_timeline_set_day (self, &stamp->from);
  if (!self->has_day || !(stamp->from.has_date || stamp->from.has_time))
    return;
  if (!stamp->from.has_date)
    roll (self, zone, &stamp->from);
  self->last = locate (self, zone, &stamp->from);
  aft_build_set_integer (event, AFT_EVENT_AT, self->last);
  if (!stamp->from.has_date || !stamp->from.has_year || stamp->is_doubtful)
    aft_build_add_word (event, AFT_EVENT_INFERRED, "date");
  if (zone_is_inferred)
    aft_build_add_word (event, AFT_EVENT_INFERRED, "zone");
  if (!stamp->from.has_time)
    aft_build_set_integer (event, AFT_EVENT_PRECISION, AFT_PRECISION_DATE);
  else if (stamp->is_approximate)
    aft_build_set_integer (event, AFT_EVENT_PRECISION, AFT_PRECISION_APPROXIMATE);
  if (stamp->has_until)
    {
      AftInstant until;

      if (stamp->until.has_date)
        aft_timeline_set_day (self, &stamp->until);
      until = locate (self, zone, &stamp->until);
      if (until > self->last)
        aft_build_set_integer (event, AFT_EVENT_UNTIL, until);
    }
}

/* Entries */

static void
finish (Walk *self)
{
  if (self->entry != NULL)
    aft_build_add_prose (self->entry, AFT_EVENT_TEXT, self->text->str);
  self->entry = NULL;
  g_string_truncate (self->text, 0);
}

static void
set_written (AftRecord *event, const char *text, gsize length)
{
  g_autofree char *written = NULL;

  while (length > 0 && strchr ("*_`[({ ~", *text))
    text++, length--;
  while (length > 0 && strchr ("*_`])} ", text[length - 1]))
    length--;
  written = g_strndup (text, length);
  aft_build_set_line (event, AFT_EVENT_WRITTEN, written);
}

/* stamp: of text; NULL for an entry without one. */
static void
begin (Walk *self, const char *text, gsize length, const AftStamp *stamp, Lead lead, guint indent)
{
  finish (self);
  self->entry = self->made = aft_build_append (self->reader->events);
  self->lead = lead;
  self->indent = indent;
  self->body_indent = 0;
  if (stamp == NULL)
    {
      g_string_append_len (self->text, text, length);
      return;
    }
  g_string_append_len (self->text, text, stamp->start);
  g_string_append_len (self->text, text + stamp->next, length - stamp->next);
  set_written (self->entry, text + stamp->start, stamp->end - stamp->start);
  set_times (self->reader, self->entry, stamp);
}

static void
keep (Walk *self, const AftLine *line)
{
  GString    *to = self->entry != NULL ? self->text : self->reader->rest;
  const char *start = line->start;
  guint       indent;

  if (self->entry != NULL && self->lead == LEAD_ITEM && self->body_indent == 0 &&
      line->kind != AFT_LINE_BLANK)
    self->body_indent = line->indent;
  indent = self->entry != NULL ? self->body_indent : 0;
  while (indent > 0 && start < line->start + line->length && *start == ' ')
    start++, indent--;
  if (to->len > 0)
    g_string_append_c (to, '\n');
  g_string_append_len (to, start, line->start + line->length - start);
}

/* Lines */

static gboolean
is_time_led (const AftLine *line, gboolean compact)
{
  AftStamp stamp;

  return (line->kind == AFT_LINE_ITEM || line->kind == AFT_LINE_TEXT ||
          line->kind == AFT_LINE_ROW) &&
         aft_stamp_read (line->kind == AFT_LINE_ROW && line->body_length > 0 ? line->body + 1
                                                                             : line->body,
                         line->body_length - (line->kind == AFT_LINE_ROW),
                         compact,
                         &stamp) &&
         stamp.from.has_time;
}

/* Whether times stand below a day, before the next heading. */
static gboolean
has_times_below (const AftLine *line, const AftLine *end)
{
  for (line++; line < end && line->kind != AFT_LINE_HEADING; line++)
    if (line->kind == AFT_LINE_ROW || line->kind == AFT_LINE_ITEM || line->kind == AFT_LINE_TEXT)
      return is_time_led (line, FALSE) ||
             (line->kind == AFT_LINE_ROW && line + 2 < end && is_time_led (line + 2, FALSE));
  return FALSE;
}

static void
walk_heading (Walk *self, const AftLine *line, const AftLine *end)
{
  AftStamp stamp;

  if (!aft_stamp_read (line->body, line->body_length, TRUE, &stamp))
    {
      finish (self);
      keep (self, line);
    }
  else if (!stamp.from.has_time && has_times_below (line, end))
    {
      finish (self);
      aft_timeline_set_day (self->reader, &stamp.from);
      if (stamp.next < line->body_length)
        keep (self, line);
    }
  else
    begin (self, line->body, line->body_length, &stamp, LEAD_HEADING, 0);
}

static void
walk_row (Walk *self, const AftLine *line, const AftLine *end)
{
  g_autoptr (GPtrArray) cells = aft_line_cells (line);
  g_autofree char *time = NULL;
  g_autofree char *text = NULL;
  AftStamp         stamp;

  if (self->entry != NULL && self->lead == LEAD_HEADING)
    {
      keep (self, line);
      return;
    }
  if (!self->in_table)
    {
      self->in_table = TRUE;
      if (line + 1 < end && line[1].kind == AFT_LINE_RULER)
        {
          finish (self);
          aft_table_columns_read (&self->columns, cells);
          aft_stamp_find_zone (line->body, line->body_length, self->reader->zone);
          return;
        }
      aft_table_columns_guess (&self->columns);
    }
  finish (self);
  aft_table_columns_look (&self->columns, cells);
  time = aft_table_columns_time (&self->columns, cells);
  text = aft_table_columns_text (&self->columns, cells);
  if (*time == '\0' && *text == '\0')
    return;
  if (aft_stamp_read (time, strlen (time), TRUE, &stamp))
    begin (self, time, strlen (time), &stamp, LEAD_TEXT, 0);
  else
    {
      begin (self, "", 0, NULL, LEAD_TEXT, 0);
      set_written (self->entry, time, strlen (time));
    }
  if (self->text->len > 0)
    g_string_append_c (self->text, ' ');
  g_string_append (self->text, text);
  aft_build_set_line (self->entry,
                      AFT_EVENT_SOURCE,
                      aft_table_columns_get (&self->columns, cells, AFT_COLUMN_SOURCE));
  finish (self);
}

static gboolean
counts (const AftStamp *stamp, const AftLine *line)
{
  return stamp->from.has_time || stamp->is_placeholder ||
         (stamp->from.has_date &&
          (stamp->is_set_off || stamp->next == line->body_length || line->kind == AFT_LINE_ITEM));
}

static gboolean
is_prompt (const AftLine *line)
{
  g_autofree char *text = aft_line_dup_body (line);

  return aft_prompts_is_one (text);
}

static void
walk_item (Walk *self, const AftLine *line, const AftLine *end)
{
  AftStamp stamp;

  if (is_prompt (line))
    return;
  if (self->entry != NULL && (self->lead == LEAD_HEADING || line->indent > self->indent ||
                              (self->lead == LEAD_TEXT && !is_time_led (line, FALSE))))
    {
      keep (self, line);
      return;
    }
  if (aft_stamp_read (line->body, line->body_length, FALSE, &stamp) && counts (&stamp, line))
    {
      if (!stamp.from.has_time && stamp.next == line->body_length && has_times_below (line, end) &&
          line[1].indent > line->indent)
        {
          finish (self);
          aft_timeline_set_day (self->reader, &stamp.from);
          self->indent = G_MAXUINT;
          return;
        }
      begin (self, line->body, line->body_length, &stamp, LEAD_ITEM, line->indent);
    }
  else if (aft_stamp_read_end (line->body, line->body_length, &stamp))
    {
      stamp.next = line->body_length;
      begin (self, line->body, line->body_length, &stamp, LEAD_ITEM, line->indent);
    }
  else if (self->entry != NULL && self->lead == LEAD_ITEM)
    begin (self, line->body, line->body_length, NULL, LEAD_ITEM, line->indent);
  else
    keep (self, line);
}

static void
walk_text (Walk *self, const AftLine *line, const AftLine *end)
{
  gboolean is_start = self->after_blank || self->entry == NULL || self->lead == LEAD_TEXT;
  AftStamp stamp;

  if (self->entry != NULL &&
      (self->lead == LEAD_HEADING || (self->lead == LEAD_ITEM && line->indent > self->indent)))
    is_start = FALSE;
  if (!is_start || !aft_stamp_read (line->body, line->body_length, FALSE, &stamp) ||
      !counts (&stamp, line) || (!stamp.from.has_time && !self->after_blank))
    {
      if (self->entry == NULL)
        aft_stamp_find_zone (line->body, line->body_length, self->reader->zone);
      keep (self, line);
      return;
    }
  if (!stamp.from.has_time && stamp.next == line->body_length && has_times_below (line, end))
    {
      finish (self);
      aft_timeline_set_day (self->reader, &stamp.from);
    }
  else
    begin (self, line->body, line->body_length, &stamp, LEAD_TEXT, line->indent);
}

static void
mark (Walk *self, const AftLine *line, gsize rest_before)
{
  AftTimelineReader *reader = self->reader;
  AftRecord         *record = self->made != NULL ? self->made : self->entry;

  if (record != NULL)
    aft_provenance_mark_lines (
        reader->provenance, line, line + 1, AFT_USE_EVENT, record, AFT_EVENT_TEXT);
  else if (reader->rest->len > rest_before)
    aft_provenance_mark_lines (reader->provenance,
                               line,
                               line + 1,
                               AFT_USE_FIELD,
                               aft_record_list_get_parent (reader->events),
                               AFT_DOC_APPENDIX);
  else
    aft_provenance_mark_lines (reader->provenance, line, line + 1, AFT_USE_HEADING, NULL, 0);
}

static void
read_any_line (Walk *self, const AftLine *line, const AftLine *end)
{
  switch (line->kind)
    {
    case AFT_LINE_HEADING:
      walk_heading (self, line, end);
      break;
    case AFT_LINE_ROW:
      walk_row (self, line, end);
      break;
    case AFT_LINE_ITEM:
      walk_item (self, line, end);
      break;
    case AFT_LINE_TEXT:
      walk_text (self, line, end);
      break;
    case AFT_LINE_RULER:
      if (!self->in_table)
        keep (self, line);
      break;
    case AFT_LINE_COMMENT:
      break;
    default:
      keep (self, line);
    }
}

static void
walk_line (Walk *self, const AftLine *line, const AftLine *end)
{
  gsize rest_before = self->reader->rest->len;

  self->made = NULL;
  read_any_line (self, line, end);
  mark (self, line, rest_before);
  self->after_blank = line->kind == AFT_LINE_BLANK;
  if (line->kind != AFT_LINE_ROW && line->kind != AFT_LINE_RULER)
    self->in_table = FALSE;
}

void
aft_timeline_read (AftTimelineReader *self,
                   const AftLine     *first,
                   const AftLine     *end,
                   const char        *heading)
{
  g_autoptr (GString) text = g_string_new (NULL);
  Walk     walk = { .reader = self, .text = text, .after_blank = TRUE, .indent = G_MAXUINT };
  AftStamp stamp;

  aft_stamp_find_zone (heading, strlen (heading), self->zone);
  if (aft_stamp_find_date (heading, strlen (heading), &stamp))
    aft_timeline_set_day (self, &stamp.from);
  for (const AftLine *line = first; line < end; line++)
    walk_line (&walk, line, end);
  finish (&walk);
}

/* Of a day that is not known: what the clock said is not lost. */
static void
keep_clock (AftRecord *event, const AftStampPart *part)
{
  char clock[16];

  if (aft_record_has (event, AFT_EVENT_AT) || !part->has_time)
    return;
  g_snprintf (clock, sizeof clock, "%02d:%02d:%02d", part->hour, part->minute, part->second);
  if (part->second == 0)
    clock[strlen ("00:00")] = '\0';
  aft_build_set_line (event, AFT_EVENT_WRITTEN, clock);
}

AftRecord *
aft_timeline_add (AftTimelineReader *self, const AftStamp *stamp, const char *text)
{
  AftRecord *event = aft_build_append (self->events);

  set_times (self, event, stamp);
  keep_clock (event, &stamp->from);
  aft_build_add_prose (event, AFT_EVENT_TEXT, text);
  return event;
}

void
aft_timeline_settle (AftTimelineReader *self)
{
  const AftZone *zone = *self->zone != '\0' ? aft_zone_get_or_utc (self->zone) : self->fallback;
  const guint    fields[] = { AFT_EVENT_AT, AFT_EVENT_UNTIL };

  if (self->zone_is_chosen)
    return;
  for (guint i = 0; zone != self->fallback && i < aft_record_list_get_length (self->events); i++)
    {
      AftRecord *event = aft_record_list_get (self->events, i);

      if (!g_strv_contains (aft_record_get_words (event, AFT_EVENT_INFERRED), "zone"))
        continue;
      for (guint k = 0; k < G_N_ELEMENTS (fields); k++)
        {
          AftWall    wall;
          AftInstant instant;

          if (!aft_record_has (event, fields[k]))
            continue;
          aft_zone_to_wall (self->fallback, aft_record_get_integer (event, fields[k], 0), &wall);
          aft_zone_from_wall (zone, &wall, &instant, NULL);
          aft_build_set_integer (event, fields[k], instant);
        }
    }
}

static gboolean
begins_with_time (const AftLine *line, gboolean compact)
{
  AftStamp stamp;

  return aft_stamp_read (line->body, line->body_length, compact, &stamp) && stamp.from.has_time;
}

gboolean
aft_timeline_is_one (const AftLine *first, const AftLine *end)
{
  guint n_items = 0, n_dated = 0, n_headings = 0, n_times = 0;

  for (const AftLine *line = first; line < end; line++)
    if (line->kind == AFT_LINE_ITEM)
      {
        n_items++;
        n_dated += begins_with_time (line, FALSE);
      }
    else if (line->kind == AFT_LINE_HEADING)
      {
        n_headings++;
        n_times += begins_with_time (line, TRUE);
      }
  return (n_dated >= 3 && n_dated * 2 > n_items) || (n_times >= 3 && n_times * 2 > n_headings);
}
