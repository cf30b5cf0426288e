/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/instant.h"

#include <string.h>

#include "base/calendar.h"
#include "base/error.h"

AftInstant
aft_instant_now (void)
{
  return g_get_real_time ();
}

static gboolean
read_digits (const char **text, guint n, int *number)
{
  *number = 0;
  for (guint i = 0; i < n; i++)
    {
      if (!g_ascii_isdigit ((*text)[i]))
        return FALSE;
      *number = *number * 10 + (*text)[i] - '0';
    }
  *text += n;
  return TRUE;
}

static gboolean
skip_char (const char **text, const char *set)
{
  if (**text == '\0' || strchr (set, **text) == NULL)
    return FALSE;
  (*text)++;
  return TRUE;
}

static gboolean
read_date (const char **text, int *year, int *month, int *day)
{
  return read_digits (text, 4, year) && skip_char (text, "-") && read_digits (text, 2, month) &&
         skip_char (text, "-") && read_digits (text, 2, day) && *year >= 1 && *month >= 1 &&
         *month <= 12 && *day >= 1 && *day <= g_date_get_days_in_month (*month, *year);
}

/* µs since midnight. */
static gboolean
read_time (const char **text, gint64 *usec)
{
  int    hour, minute, second;
  gint64 unit = AFT_SECOND / 10;

  if (!read_digits (text, 2, &hour) || !skip_char (text, ":") || !read_digits (text, 2, &minute) ||
      !skip_char (text, ":") || !read_digits (text, 2, &second))
    return FALSE;
  if (hour > 23 || minute > 59 || second > 59)
    return FALSE;
  *usec = hour * AFT_HOUR + minute * AFT_MINUTE + second * AFT_SECOND;
  if (!skip_char (text, "."))
    return TRUE;
  if (!g_ascii_isdigit (**text))
    return FALSE;
  for (; g_ascii_isdigit (**text); (*text)++, unit /= 10)
    *usec += (**text - '0') * unit;
  return TRUE;
}

static gboolean
read_offset (const char **text, gint64 *usec)
{
  gboolean is_west = **text == '-';
  int      hours, minutes;

  if (skip_char (text, "Zz"))
    {
      *usec = 0;
      return TRUE;
    }
  if (!skip_char (text, "+-") || !read_digits (text, 2, &hours) || !skip_char (text, ":") ||
      !read_digits (text, 2, &minutes) || hours > 23 || minutes > 59)
    return FALSE;
  *usec = (hours * AFT_HOUR + minutes * AFT_MINUTE) * (is_west ? -1 : 1);
  return TRUE;
}

gboolean
aft_instant_parse (const char *text, AftInstant *instant, GError **error)
{
  const char *p = text;
  int         year, month, day;
  gint64      time, offset, parsed;

  if (read_date (&p, &year, &month, &day) && skip_char (&p, "Tt ") && read_time (&p, &time) &&
      read_offset (&p, &offset) && *p == '\0')
    {
      parsed = aft_calendar_days (year, month, day) * AFT_DAY + time - offset;
      if (parsed >= AFT_INSTANT_MIN && parsed <= AFT_INSTANT_MAX)
        {
          *instant = parsed;
          return TRUE;
        }
    }
  g_set_error (error,
               AFT_BASE_ERROR,
               AFT_BASE_ERROR_SYNTAX,
               "“%s” is not a time such as 2026-05-04T14:02:00Z",
               text);
  return FALSE;
}

static void
append_fraction (GString *text, gint64 usec)
{
  if (usec == 0)
    return;
  g_string_append_printf (text, ".%06" G_GINT64_FORMAT, usec);
  while (text->str[text->len - 1] == '0')
    g_string_truncate (text, text->len - 1);
}

char *
aft_instant_format (AftInstant instant)
{
  g_autoptr (GString) text = g_string_new (NULL);
  gint64 days = aft_calendar_floor_divide (instant, AFT_DAY);
  gint64 time = instant - days * AFT_DAY;
  gint64 year;
  int    month, day;

  aft_calendar_date (days, &year, &month, &day);
  g_string_append_printf (text,
                          "%04d-%02d-%02dT%02d:%02d:%02d",
                          (int) year,
                          month,
                          day,
                          (int) (time / AFT_HOUR),
                          (int) (time / AFT_MINUTE % 60),
                          (int) (time / AFT_SECOND % 60));
  append_fraction (text, time % AFT_SECOND);
  g_string_append_c (text, 'Z');
  return g_string_free (g_steal_pointer (&text), FALSE);
}

gboolean
aft_date_is_valid (const char *text)
{
  const char *p = text;
  int         year, month, day;

  return read_date (&p, &year, &month, &day) && *p == '\0';
}
