/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "base/quantity.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <stdio.h>
#include <string.h>

#include "base/error.h"
#include "base/number.h"

#define NARROW_SPACE "\xE2\x80\xAF" /* U+202F, keeps groups together */
#define MINUTE       60
#define HOUR         (60 * MINUTE)
#define DAY          (24 * HOUR)
#define LONGEST      (10000 * 366.0 * DAY)

static gboolean
refuse (GError **error, const char *text, const char *sentence)
{
  g_set_error (error, AFT_BASE_ERROR, AFT_BASE_ERROR_SYNTAX, sentence, text);
  return FALSE;
}

/* both: "%s h %s min"; one: "%s h", where there is nothing to the smaller unit. */
static char *
format_two (const char *both, gint64 first, const char *one, gint64 second)
{
  g_autofree char *large = g_strdup_printf ("%" G_GINT64_FORMAT, first);
  g_autofree char *small = g_strdup_printf ("%" G_GINT64_FORMAT, second);

  return second != 0 ? g_strdup_printf (both, large, small) : g_strdup_printf (one, large);
}

static char *
format_positive (gint64 seconds)
{
  if (seconds >= DAY)
    return format_two (_ ("%s d %s h"), seconds / DAY, _ ("%s d"), seconds % DAY / HOUR);
  if (seconds >= HOUR)
    return format_two (_ ("%s h %s min"), seconds / HOUR, _ ("%s h"), seconds % HOUR / MINUTE);
  if (seconds >= MINUTE || seconds == 0)
    return format_two (_ ("%s min %s s"), seconds / MINUTE, _ ("%s min"), seconds % MINUTE);
  return format_two (_ ("%s s"), seconds, _ ("%s s"), 0);
}

char *
aft_duration_format (gint64 seconds)
{
  g_autofree char *text = format_positive (ABS (CLAMP (seconds, -G_MAXINT64, G_MAXINT64)));

  return seconds < 0 ? g_strconcat ("−", text, NULL) : g_steal_pointer (&text);
}

static double
unit_seconds (const char *unit)
{
  static const struct
  {
    const char *name;
    double      seconds;
  } units[] = {
    { "s", 1 },           { "sec", 1 },          { "secs", 1 },     { "second", 1 },
    { "seconds", 1 },     { "m", MINUTE },       { "min", MINUTE }, { "mins", MINUTE },
    { "minute", MINUTE }, { "minutes", MINUTE }, { "h", HOUR },     { "hr", HOUR },
    { "hrs", HOUR },      { "hour", HOUR },      { "hours", HOUR }, { "d", DAY },
    { "day", DAY },       { "days", DAY },       { "w", 7 * DAY },  { "week", 7 * DAY },
    { "weeks", 7 * DAY },
  };

  for (guint i = 0; i < G_N_ELEMENTS (units); i++)
    if (g_ascii_strcasecmp (unit, units[i].name) == 0)
      return units[i].seconds;
  return 0;
}

/* "1:32" is hours and minutes, "1:32:05" has seconds. */
static gboolean
parse_clock (const char *text, gint64 *seconds)
{
  g_auto (GStrv) parts = g_strsplit (text, ":", 4);
  guint  n = g_strv_length (parts);
  gint64 numbers[3] = { 0 };

  if (n < 2 || n > 3)
    return FALSE;
  for (guint i = 0; i < n; i++)
    {
      gsize length = strlen (parts[i]);

      if (length == 0 || length > (i == 0 ? 5 : 2) || (i > 0 && length < 2) ||
          strspn (parts[i], "0123456789") != length)
        return FALSE;
      numbers[i] = g_ascii_strtoll (parts[i], NULL, 10);
    }
  if (numbers[1] > 59 || numbers[2] > 59)
    return FALSE;
  *seconds = numbers[0] * HOUR + numbers[1] * MINUTE + numbers[2];
  return TRUE;
}

static void
skip_blanks (const char **text)
{
  while (g_ascii_isspace (**text))
    (*text)++;
}

/* One "1.5 h", or the bare minutes of "1h32"; moves past it. last: seconds of the unit before, 0
 * at the start. Units only get smaller. */
static gboolean
take_part (const char **text, double *last, double *seconds)
{
  gsize            length = strspn (*text, "0123456789.");
  g_autofree char *number = g_strndup (*text, length);
  g_autofree char *unit = NULL;
  double           value, scale;
  char            *end;

  value = g_ascii_strtod (number, &end);
  if (length == 0 || length > 15 || *end != '\0')
    return FALSE;
  *text += length;
  skip_blanks (text);
  for (length = 0; g_ascii_isalpha ((*text)[length]); length++)
    ;
  unit = g_strndup (*text, length);
  *text += length;
  scale = *unit == '\0' && *last == HOUR ? MINUTE : unit_seconds (unit);
  if (scale == 0 || (*last > 0 && scale >= *last))
    return FALSE;
  *last = scale;
  *seconds += value * scale;
  skip_blanks (text);
  if (**text == ',')
    (*text)++;
  skip_blanks (text);
  return TRUE;
}

/* Plain spaces, and the decimal comma as a point. */
static char *
fold_duration (const char *text)
{
  GString *folded = g_string_new (NULL);

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (g_unichar_isspace (c))
        c = ' ';
      else if (c == ',' && p > text && g_ascii_isdigit (p[-1]) && g_ascii_isdigit (p[1]))
        c = '.';
      g_string_append_unichar (folded, c);
    }
  return g_strstrip (g_string_free (folded, FALSE));
}

gboolean
aft_duration_parse (const char *text, gint64 *seconds, GError **error)
{
  g_autofree char *folded = fold_duration (text);
  const char      *p = folded;
  double           total = 0, last = 0;
  gboolean         is_understood = TRUE;

  if (parse_clock (folded, seconds))
    return TRUE;
  while (is_understood && *p != '\0')
    is_understood = take_part (&p, &last, &total);
  if (!is_understood || last == 0 || total > LONGEST)
    return refuse (error, text, _ ("“%s” is not a duration such as 1 h 32 min or 45 s"));
  *seconds = (gint64) (total + 0.5);
  return TRUE;
}

static char *
group_digits (const char *digits)
{
  GString *grouped = g_string_new (NULL);
  gsize    length = strlen (digits);

  for (gsize i = 0; i < length; i++)
    {
      /* four digits read well without a gap */
      if (i > 0 && (length - i) % 3 == 0 && length > 4)
        g_string_append (grouped, NARROW_SPACE);
      g_string_append_c (grouped, digits[i]);
    }
  return g_string_free (grouped, FALSE);
}

char *
aft_count_format (gint64 value)
{
  guint64          magnitude = value < 0 ? -(guint64) value : (guint64) value;
  g_autofree char *digits = g_strdup_printf ("%" G_GUINT64_FORMAT, magnitude);
  g_autofree char *grouped = group_digits (digits);

  return g_strconcat (value < 0 ? "−" : "", grouped, NULL);
}

gboolean
aft_count_parse (const char *text, gint64 *value, GError **error)
{
  double number;

  if (!aft_number_parse (text, AFT_NUMBER_WHOLE, &number) || fabs (number - round (number)) > 1e-6)
    return refuse (error, text, _ ("“%s” is not a whole number such as 12400 or 12.4k"));
  *value = (gint64) llround (number);
  return TRUE;
}

gboolean
aft_real_parse (const char *text, double *value, GError **error)
{
  if (!aft_number_parse (text, AFT_NUMBER_REAL, value))
    return refuse (error, text, _ ("“%s” is not a number such as 1250.50 or 12k"));
  return TRUE;
}

char *
aft_real_format (double value)
{
  char text[G_ASCII_DTOSTR_BUF_SIZE];

  if (value == floor (value) && fabs (value) < 1e15)
    return g_strdup_printf ("%" G_GINT64_FORMAT, (gint64) value);
  for (int precision = 1; precision <= 17; precision++)
    {
      char format[8];

      g_snprintf (format, sizeof format, "%%.%dg", precision);
      g_ascii_formatd (text, sizeof text, format, value);
      if (g_ascii_strtod (text, NULL) == value)
        break;
    }
  return g_strdup (text);
}

char *
aft_money_format (double value, const char *currency)
{
  char             rounded[64];
  char            *point;
  gboolean         is_negative;
  g_autofree char *grouped = NULL;

  g_ascii_formatd (rounded, sizeof rounded, "%.2f", CLAMP (fabs (value), 0, 1e30));
  point = strchr (rounded, '.');
  is_negative = value < 0 && strspn (rounded, "0.") != strlen (rounded);
  *point = '\0';
  grouped = group_digits (rounded);
  *point = '.';
  return g_strconcat (is_negative ? "−" : "",
                      grouped,
                      g_str_equal (point, ".00") ? "" : point,
                      currency != NULL && *currency != '\0' ? " " : "",
                      currency != NULL ? currency : "",
                      NULL);
}
