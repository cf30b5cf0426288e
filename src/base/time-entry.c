/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "base/time-entry.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "base/error.h"
#include "base/quantity.h"

/* What has been read so far; p moves along the folded text. */
typedef struct
{
  const char *p;
  AftWall     wall;
  gboolean    has_date;
  gboolean    has_time;
  gboolean    has_zone;
  gint64      offset; /* µs east of UTC, where the text names a zone */
} Reader;

static const char *const month_names[] = { "january",   "february", "march",    "april",
                                           "may",       "june",     "july",     "august",
                                           "september", "october",  "november", "december" };

static void
skip_space (Reader *self)
{
  while (*self->p == ' ' || *self->p == ',')
    self->p++;
}

static gboolean
take (Reader *self, const char *word)
{
  if (!g_str_has_prefix (self->p, word))
    return FALSE;
  self->p += strlen (word);
  return TRUE;
}

static gboolean
take_number (Reader *self, guint min_digits, guint max_digits, int *number)
{
  guint n = 0;

  while (g_ascii_isdigit (self->p[n]))
    n++;
  if (n < min_digits || n > max_digits)
    return FALSE;
  *number = 0;
  while (n-- > 0)
    *number = *number * 10 + *self->p++ - '0';
  return TRUE;
}

static gboolean
is_date (int year, int month, int day)
{
  return year >= 1 && year <= 9999 && month >= 1 && month <= 12 && day >= 1 &&
         day <= g_date_get_days_in_month (month, year);
}

static gboolean
set_date (Reader *self, int year, int month, int day)
{
  if (!is_date (year, month, day))
    return FALSE;
  self->wall.year = year;
  self->wall.month = month;
  self->wall.day = day;
  self->has_date = TRUE;
  return TRUE;
}

static gboolean
take_iso_date (Reader *self)
{
  Reader start = *self;
  int    year, month, day;

  if (take_number (self, 4, 4, &year) && take (self, "-") && take_number (self, 2, 2, &month) &&
      take (self, "-") && take_number (self, 2, 2, &day) && set_date (self, year, month, day))
    {
      if (g_ascii_isdigit (self->p[0] == 't' ? self->p[1] : '\0'))
        self->p++;
      return TRUE;
    }
  *self = start;
  return FALSE;
}

static gboolean
take_month (Reader *self, int *month)
{
  gsize length = 0;

  while (g_ascii_isalpha (self->p[length]))
    length++;
  for (guint i = 0; length >= 3 && i < G_N_ELEMENTS (month_names); i++)
    if (strncmp (month_names[i], self->p, length) == 0)
      {
        *month = i + 1;
        self->p += length;
        if (*self->p == '.')
          self->p++;
        return TRUE;
      }
  return FALSE;
}

static gboolean
take_ordinal_day (Reader *self, int *day)
{
  if (!take_number (self, 1, 2, day))
    return FALSE;
  if (!take (self, "st") && !take (self, "nd") && !take (self, "rd"))
    take (self, "th");
  return TRUE;
}

/* "4 May 2026", "May 4, 2026"; the year may be missing: then it is the one of the context. */
static gboolean
take_named_date (Reader *self, int context_year)
{
  Reader   start = *self;
  int      day, month, year = context_year;
  gboolean is_month_first = take_month (self, &month);

  skip_space (self);
  if (take_ordinal_day (self, &day))
    {
      skip_space (self);
      if (is_month_first || take_month (self, &month))
        {
          skip_space (self);
          if (strspn (self->p, "0123456789") == 4)
            take_number (self, 4, 4, &year);
          if (set_date (self, year, month, day))
            return TRUE;
        }
    }
  *self = start;
  return FALSE;
}

static gboolean
take_relative_day (Reader *self, const AftTimeContext *context)
{
  static const struct
  {
    const char *word;
    int         days;
  } words[] = { { "today", 0 }, { "yesterday", -1 }, { "tomorrow", 1 } };

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    if (take (self, words[i].word))
      {
        AftWall day;
        /* noon keeps clear of clock changes */
        AftInstant noon = aft_zone_day_start (context->zone, context->now) + AFT_DAY / 2;

        aft_zone_to_wall (context->zone, noon + words[i].days * AFT_DAY, &day);
        return set_date (self, day.year, day.month, day.day);
      }
  return FALSE;
}

/* After "2" or "2:02". */
static gboolean
take_half_day (Reader *self, int *hour, gboolean *is_marked)
{
  gboolean is_pm;

  skip_space (self);
  is_pm = *self->p == 'p';
  *is_marked = take (self, "am") || take (self, "pm") || take (self, "a.m.") || take (self, "p.m.");
  if (!*is_marked)
    return TRUE;
  if (*hour < 1 || *hour > 12)
    return FALSE;
  *hour = *hour % 12 + (is_pm ? 12 : 0);
  return TRUE;
}

static gboolean
set_time (Reader *self, int hour, int minute, int second)
{
  if (hour > 23 || minute > 59 || second > 59)
    return FALSE;
  self->wall.hour = hour;
  self->wall.minute = minute;
  self->wall.second = second;
  self->has_time = TRUE;
  return TRUE;
}

/* ".123" behind the seconds; digits past the microsecond are dropped. */
static gboolean
take_fraction (Reader *self)
{
  gint64 unit = AFT_SECOND / 10;

  if (*self->p != '.' && *self->p != ',')
    return TRUE;
  if (!g_ascii_isdigit (self->p[1]))
    return FALSE;
  for (self->p++; g_ascii_isdigit (*self->p); self->p++, unit /= 10)
    self->wall.usec += (*self->p - '0') * unit;
  return TRUE;
}

/* Behind the hour of "14:02:30.5 pm". */
static gboolean
take_minutes (Reader *self, int hour)
{
  gboolean is_marked;
  int      minute, second = 0;

  if (!take_number (self, 2, 2, &minute))
    return FALSE;
  if (take (self, ":") && (!take_number (self, 2, 2, &second) || !take_fraction (self)))
    return FALSE;
  return take_half_day (self, &hour, &is_marked) && set_time (self, hour, minute, second);
}

static gboolean
read_time (Reader *self)
{
  gboolean is_marked;
  int      hour;

  if (strspn (self->p, "0123456789") == 4 && take_number (self, 4, 4, &hour))
    return set_time (self, hour / 100, hour % 100, 0);
  if (!take_number (self, 1, 2, &hour))
    return FALSE;
  if (take (self, ":"))
    return take_minutes (self, hour);
  return take_half_day (self, &hour, &is_marked) && is_marked && set_time (self, hour, 0, 0);
}

/* What is no time stays unread, and is then refused as trailing text. */
static gboolean
take_time (Reader *self)
{
  Reader start = *self;

  if (read_time (self))
    return TRUE;
  *self = start;
  return FALSE;
}

/* "2", "02", "0200" or "02:00". */
static gboolean
take_offset (Reader *self, int *hours, int *minutes)
{
  int both;

  *minutes = 0;
  if (take_number (self, 4, 4, &both))
    {
      *hours = both / 100;
      *minutes = both % 100;
      return TRUE;
    }
  return take_number (self, 1, 2, hours) &&
         (!take (self, ":") || take_number (self, 2, 2, minutes));
}

/* Nothing at all, or a zone that says how far it is from UTC. */
static gboolean
take_zone (Reader *self)
{
  int      hours, minutes;
  gboolean is_west;

  skip_space (self);
  self->has_zone = take (self, "utc") || take (self, "gmt") || take (self, "z");
  if (*self->p != '+' && *self->p != '-')
    return TRUE;
  is_west = *self->p++ == '-';
  if (!take_offset (self, &hours, &minutes) || hours > 14 || minutes > 59)
    return FALSE;
  self->has_zone = TRUE;
  self->offset = (hours * AFT_HOUR + minutes * AFT_MINUTE) * (is_west ? -1 : 1);
  return TRUE;
}

static void
init_wall (Reader *self, const AftTimeContext *context)
{
  gboolean has_previous = context->previous != AFT_INSTANT_NONE;

  aft_zone_to_wall (context->zone, has_previous ? context->previous : context->now, &self->wall);
  self->wall.hour = self->wall.minute = self->wall.second = self->wall.usec = 0;
}

static gboolean
read_all (Reader *self, const AftTimeContext *context)
{
  init_wall (self, context);
  skip_space (self);
  if (!take_relative_day (self, context) && !take_iso_date (self))
    take_named_date (self, self->wall.year);
  skip_space (self);
  if (!take_time (self) && !self->has_date)
    return FALSE;
  skip_space (self);
  if (!self->has_date && !take_iso_date (self))
    take_named_date (self, self->wall.year);
  if (!take_zone (self))
    return FALSE;
  skip_space (self);
  return *self->p == '\0';
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

static void
resolve (Reader *self, const AftTimeContext *context, AftTimeEntry *entry)
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
  Reader reader = { .p = skip_approximate (text, &entry->approximate) };

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
  return TRUE;
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
