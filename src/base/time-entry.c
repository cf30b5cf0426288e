/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "base/time-entry.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "base/error.h"
#include "base/quantity.h"
#include "base/time-reader.h"

static gboolean
take_relative_day (AftTimeReader *self, const AftTimeContext *context)
{
  static const struct
  {
    const char *word;
    int         days;
  } words[] = { { "today", 0 }, { "yesterday", -1 }, { "tomorrow", 1 } };

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    if (aft_time_reader_take (self, words[i].word))
      {
        AftWall day;
        /* noon keeps clear of clock changes */
        AftInstant noon = aft_zone_day_start (context->zone, context->now) + AFT_DAY / 2;

        aft_zone_to_wall (context->zone, noon + words[i].days * AFT_DAY, &day);
        return aft_time_reader_set_date (self, day.year, day.month, day.day);
      }
  return FALSE;
}

static void
init_wall (AftTimeReader *self, const AftTimeContext *context)
{
  gboolean has_previous = context->previous != AFT_INSTANT_NONE;

  aft_zone_to_wall (context->zone, has_previous ? context->previous : context->now, &self->wall);
  self->wall.hour = self->wall.minute = self->wall.second = self->wall.usec = 0;
}

static gboolean
read_all (AftTimeReader *self, const AftTimeContext *context)
{
  init_wall (self, context);
  aft_time_reader_skip_space (self);
  if (!take_relative_day (self, context) && !aft_time_reader_take_iso_date (self))
    aft_time_reader_take_named_date (self, self->wall.year);
  aft_time_reader_skip_space (self);
  if (!aft_time_reader_take_time (self) && !self->has_date)
    return FALSE;
  aft_time_reader_skip_space (self);
  if (!self->has_date && !aft_time_reader_take_iso_date (self))
    aft_time_reader_take_named_date (self, self->wall.year);
  return aft_time_reader_take_zone (self);
}

/* The day of the context is another one in another zone. */
static void
infer_date (AftWall *wall, const AftTimeContext *context, gint64 offset)
{
  AftInstant base = context->previous != AFT_INSTANT_NONE ? context->previous : context->now;
  AftWall    day;

  aft_zone_to_wall (aft_zone_utc (), base + offset, &day);
  wall->year = day.year;
  wall->month = day.month;
  wall->day = day.day;
}

static gboolean
is_abbreviation (const char *text, const AftZone *zone, AftInstant instant)
{
  return instant != AFT_INSTANT_NONE &&
         g_ascii_strcasecmp (text, aft_zone_abbreviation_at (zone, instant)) == 0;
}

/* What is left of the text: nothing, or the short name that tells one reading from the other. */
static gboolean
take_abbreviation (AftTimeReader *self, const AftTimeContext *context, AftTimeEntry *entry)
{
  aft_time_reader_skip_space (self);
  if (*self->p == '\0')
    return TRUE;
  if (self->has_zone || !self->has_time)
    return FALSE;
  if (is_abbreviation (self->p, context->zone, entry->other))
    entry->instant = entry->other;
  else if (!is_abbreviation (self->p, context->zone, entry->instant))
    return FALSE;
  if (entry->state == AFT_WALL_AMBIGUOUS)
    {
      entry->state = AFT_WALL_UNIQUE;
      entry->other = AFT_INSTANT_NONE;
    }
  entry->zone_inferred = FALSE;
  return TRUE;
}

static void
resolve (AftTimeReader *self, const AftTimeContext *context, AftTimeEntry *entry)
{
  entry->date_inferred = !self->has_date;
  entry->date_only = !self->has_time;
  entry->zone_inferred = !self->has_zone;
  entry->other = AFT_INSTANT_NONE;
  if (self->has_zone)
    {
      if (!self->has_date)
        infer_date (&self->wall, context, self->offset);
      aft_zone_from_wall (aft_zone_utc (), &self->wall, &entry->instant, NULL);
      entry->instant -= self->offset;
      entry->state = AFT_WALL_UNIQUE;
    }
  else
    entry->state = aft_zone_from_wall (context->zone, &self->wall, &entry->instant, &entry->other);
}

/* "+12m" from the event before, or from now where there is none. */
static gboolean
read_offset (const char *text, const AftTimeContext *context, AftTimeEntry *entry)
{
  gboolean   is_back = *text == '-';
  AftInstant base = context->previous != AFT_INSTANT_NONE ? context->previous : context->now;
  gint64     seconds;

  if ((*text != '+' && *text != '-') || !aft_duration_parse (text + 1, &seconds, NULL))
    return FALSE;
  entry->instant = base + (is_back ? -seconds : seconds) * AFT_SECOND;
  return TRUE;
}

/* Lower case, one kind of space and minus. */
static char *
fold (const char *text)
{
  GString *folded = g_string_new (NULL);

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (g_unichar_isspace (c))
        c = ' ';
      else if (c == 0x2212 || c == 0x2013)
        c = '-';
      g_string_append_unichar (folded, g_unichar_tolower (c));
    }
  return g_strstrip (g_string_free (folded, FALSE));
}

static const char *
skip_approximate (const char *text, gboolean *is_approximate)
{
  const char *p = text;

  if (*p == '~')
    p++;
  else if (g_str_has_prefix (p, "≈"))
    p += strlen ("≈");
  *is_approximate = p != text;
  while (*p == ' ')
    p++;
  return p;
}

static gboolean
read_entry (const char *text, const AftTimeContext *context, AftTimeEntry *entry)
{
  AftTimeReader reader = { .p = skip_approximate (text, &entry->approximate) };

  if (g_str_equal (reader.p, "now"))
    {
      entry->instant = context->now;
      return TRUE;
    }
  if (read_offset (reader.p, context, entry))
    return TRUE;
  if (!read_all (&reader, context))
    return FALSE;
  resolve (&reader, context, entry);
  return take_abbreviation (&reader, context, entry);
}

gboolean
aft_time_entry_parse (const char           *text,
                      const AftTimeContext *context,
                      AftTimeEntry         *entry,
                      GError              **error)
{
  g_autofree char *folded = fold (text);

  *entry = (AftTimeEntry){ .other = AFT_INSTANT_NONE };
  if (read_entry (folded, context, entry) && entry->instant >= AFT_INSTANT_MIN &&
      entry->instant <= AFT_INSTANT_MAX)
    return TRUE;
  g_set_error (error,
               AFT_BASE_ERROR,
               AFT_BASE_ERROR_SYNTAX,
               _ ("“%s” is not a time: try 14:02, 2026-05-04 14:02, now or +12m"),
               text);
  return FALSE;
}

static char *
format_wall (const AftWall *wall)
{
  GString *text = g_string_new (NULL);

  g_string_printf (text,
                   "%04d-%02d-%02d %02d:%02d",
                   wall->year,
                   wall->month,
                   wall->day,
                   wall->hour,
                   wall->minute);
  if (wall->second != 0 || wall->usec != 0)
    g_string_append_printf (text, ":%02d", wall->second);
  if (wall->usec != 0)
    {
      g_string_append_printf (text, ".%06d", wall->usec);
      while (text->str[text->len - 1] == '0')
        g_string_truncate (text, text->len - 1);
    }
  return g_string_free (text, FALSE);
}

char *
aft_time_entry_format (const AftZone *zone, AftInstant instant)
{
  AftWall          wall;
  AftInstant       first, second;
  g_autofree char *text = NULL;
  g_autofree char *offset = NULL;

  aft_zone_to_wall (zone, instant, &wall);
  text = format_wall (&wall);
  if (!aft_zone_find_twins (zone, instant, &first, &second))
    return g_steal_pointer (&text);
  offset = aft_zone_format_offset (zone, instant);
  return g_strconcat (text, " ", offset + strlen ("UTC"), NULL);
}
