/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/time-reader.h"

#include <string.h>

static const char *const month_names[] = { "january",   "february", "march",    "april",
                                           "may",       "june",     "july",     "august",
                                           "september", "october",  "november", "december" };

void
aft_time_reader_skip_space (AftTimeReader *self)
{
  while (*self->p == ' ' || *self->p == ',')
    self->p++;
}

gboolean
aft_time_reader_take (AftTimeReader *self, const char *word)
{
  if (!g_str_has_prefix (self->p, word))
    return FALSE;
  self->p += strlen (word);
  return TRUE;
}

static gboolean
take_number (AftTimeReader *self, guint min_digits, guint max_digits, int *number)
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

gboolean
aft_time_reader_set_date (AftTimeReader *self, int year, int month, int day)
{
  if (!is_date (year, month, day))
    return FALSE;
  self->wall.year = year;
  self->wall.month = month;
  self->wall.day = day;
  self->has_date = TRUE;
  return TRUE;
}

gboolean
aft_time_reader_take_iso_date (AftTimeReader *self)
{
  AftTimeReader start = *self;
  int           year, month, day;

  if (take_number (self, 4, 4, &year) && aft_time_reader_take (self, "-") &&
      take_number (self, 2, 2, &month) && aft_time_reader_take (self, "-") &&
      take_number (self, 2, 2, &day) && aft_time_reader_set_date (self, year, month, day))
    {
      if (g_ascii_isdigit (self->p[0] == 't' ? self->p[1] : '\0'))
        self->p++;
      return TRUE;
    }
  *self = start;
  return FALSE;
}

static gboolean
take_month (AftTimeReader *self, int *month)
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
take_ordinal_day (AftTimeReader *self, int *day)
{
  if (!take_number (self, 1, 2, day))
    return FALSE;
  if (!aft_time_reader_take (self, "st") && !aft_time_reader_take (self, "nd") &&
      !aft_time_reader_take (self, "rd"))
    aft_time_reader_take (self, "th");
  return TRUE;
}

gboolean
aft_time_reader_take_named_date (AftTimeReader *self, int context_year)
{
  AftTimeReader start = *self;
  int           day, month, year = context_year;
  gboolean      is_month_first = take_month (self, &month);

  aft_time_reader_skip_space (self);
  if (take_ordinal_day (self, &day))
    {
      aft_time_reader_skip_space (self);
      if (is_month_first || take_month (self, &month))
        {
          aft_time_reader_skip_space (self);
          if (strspn (self->p, "0123456789") == 4)
            take_number (self, 4, 4, &year);
          if (aft_time_reader_set_date (self, year, month, day))
            return TRUE;
        }
    }
  *self = start;
  return FALSE;
}

/* After "2" or "2:02". */
static gboolean
take_half_day (AftTimeReader *self, int *hour, gboolean *is_marked)
{
  gboolean is_pm;

  aft_time_reader_skip_space (self);
  is_pm = *self->p == 'p';
  *is_marked = aft_time_reader_take (self, "am") || aft_time_reader_take (self, "pm") ||
               aft_time_reader_take (self, "a.m.") || aft_time_reader_take (self, "p.m.");
  if (!*is_marked)
    return TRUE;
  if (*hour < 1 || *hour > 12)
    return FALSE;
  *hour = *hour % 12 + (is_pm ? 12 : 0);
  return TRUE;
}

static gboolean
set_time (AftTimeReader *self, int hour, int minute, int second)
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
take_fraction (AftTimeReader *self)
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
take_minutes (AftTimeReader *self, int hour)
{
  gboolean is_marked;
  int      minute, second = 0;

  if (!take_number (self, 2, 2, &minute))
    return FALSE;
  if (aft_time_reader_take (self, ":") &&
      (!take_number (self, 2, 2, &second) || !take_fraction (self)))
    return FALSE;
  return take_half_day (self, &hour, &is_marked) && set_time (self, hour, minute, second);
}

/* "14.02": two digits on either side, or it would be a figure. */
static gboolean
is_dotted (AftTimeReader *self, const char *start)
{
  return self->p - start == 2 && self->p[0] == '.' && strspn (self->p + 1, "0123456789") == 2 &&
         self->p[3] != '.';
}

static gboolean
read_time (AftTimeReader *self)
{
  const char *start = self->p;
  gboolean    is_marked;
  int         hour;

  if (strspn (self->p, "0123456789") == 4 && take_number (self, 4, 4, &hour))
    return set_time (self, hour / 100, hour % 100, 0);
  if (!take_number (self, 1, 2, &hour))
    return FALSE;
  if (aft_time_reader_take (self, ":"))
    return take_minutes (self, hour);
  if (is_dotted (self, start))
    return aft_time_reader_take (self, ".") && take_minutes (self, hour);
  return take_half_day (self, &hour, &is_marked) && is_marked && set_time (self, hour, 0, 0);
}

/* What is no time stays unread, and is then refused as trailing text. */
gboolean
aft_time_reader_take_time (AftTimeReader *self)
{
  AftTimeReader start = *self;

  if (read_time (self))
    return TRUE;
  *self = start;
  return FALSE;
}

/* "2", "02", "0200" or "02:00". */
static gboolean
take_offset (AftTimeReader *self, int *hours, int *minutes)
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
         (!aft_time_reader_take (self, ":") || take_number (self, 2, 2, minutes));
}

/* Nothing at all, or a zone that says how far it is from UTC. */
gboolean
aft_time_reader_take_zone (AftTimeReader *self)
{
  int      hours, minutes;
  gboolean is_west;

  aft_time_reader_skip_space (self);
  self->has_zone = aft_time_reader_take (self, "utc") || aft_time_reader_take (self, "gmt") ||
                   aft_time_reader_take (self, "z");
  if (*self->p != '+' && *self->p != '-')
    return TRUE;
  is_west = *self->p++ == '-';
  if (!take_offset (self, &hours, &minutes) || hours > 14 || minutes > 59)
    return FALSE;
  self->has_zone = TRUE;
  self->offset = (hours * AFT_HOUR + minutes * AFT_MINUTE) * (is_west ? -1 : 1);
  return TRUE;
}
