/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/widgets/field-input.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "base/error.h"
#include "base/quantity.h"
#include "base/text.h"

#define SECONDS_PER_HOUR 3600.0

void
aft_field_input_clear (AftFieldInput *self)
{
  aft_value_clear (&self->value);
  g_clear_pointer (&self->meaning, g_free);
}

static gboolean
refuse (GError **error, const char *sentence)
{
  g_set_error_literal (error, AFT_BASE_ERROR, AFT_BASE_ERROR_SYNTAX, sentence);
  return FALSE;
}

/* Texts */

static gboolean
parse_line (AftFieldInput *self, const char *text)
{
  aft_value_set_text (&self->value, text);
  return TRUE;
}

static gboolean
parse_url (AftFieldInput *self, const char *text)
{
  aft_value_set_text (&self->value, text);
  if (g_ascii_strncasecmp (text, "https://", 8) != 0 &&
      g_ascii_strncasecmp (text, "http://", 7) != 0 &&
      g_ascii_strncasecmp (text, "mailto:", 7) != 0)
    self->meaning = g_strdup (_ ("Kept as text: a link begins with https://, http:// or mailto:."));
  return TRUE;
}

static gboolean
parse_currency (AftFieldInput *self, const char *text, GError **error)
{
  g_autofree char *code = g_ascii_strup (text, -1);

  if (strlen (code) != 3 || !g_ascii_isalpha (code[0]) || !g_ascii_isalpha (code[1]) ||
      !g_ascii_isalpha (code[2]))
    return refuse (error, _ ("A currency is a code of three letters, such as USD, EUR or CHF."));
  aft_value_set_text (&self->value, code);
  return TRUE;
}

static gboolean
parse_zone (AftFieldInput *self, const char *text, const AftTimeContext *context, GError **error)
{
  const AftZone   *zone = aft_zone_get (text, NULL);
  g_autofree char *now = NULL;

  if (zone == NULL)
    return refuse (error,
                   _ ("No zone has this name. Write one such as Europe/Zurich or UTC, or choose it "
                      "from the list."));
  now = aft_zone_format (zone, context->now);
  aft_value_set_text (&self->value, aft_zone_get_name (zone));
  /* Translators: a date and time, and the short name of a zone: "It is 2026-05-04 14:02 CEST
   * there." */
  self->meaning = g_strdup_printf (
      _ ("It is %s %s there."), now, aft_zone_abbreviation_at (zone, context->now));
  return TRUE;
}

/* Commas separate; where a name has one itself, semicolons do. */
static gboolean
parse_words (AftFieldInput *self, const char *text)
{
  g_auto (GStrv) parts = g_strsplit (text, strchr (text, ';') != NULL ? ";" : ",", -1);
  g_autoptr (GPtrArray) words = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; parts[i] != NULL; i++)
    {
      g_autofree char *word = aft_text_clean_line (parts[i], -1);

      if (*word != '\0')
        g_ptr_array_add (words, g_steal_pointer (&word));
    }
  g_ptr_array_add (words, NULL);
  aft_value_set_words (&self->value, (const char *const *) words->pdata);
  return TRUE;
}

static char *
format_words (const char *const *words)
{
  gboolean has_comma = FALSE;
  char    *joined;

  for (guint i = 0; words[i] != NULL; i++)
    has_comma = has_comma || strchr (words[i], ',') != NULL;
  joined = g_strjoinv (has_comma ? "; " : ", ", (char **) words);
  if (has_comma && words[1] == NULL)
    {
      g_autofree char *single = joined;

      return g_strconcat (single, ";", NULL);
    }
  return joined;
}

/* Figures */

static gboolean
parse_count (AftFieldInput *self, const char *text, GError **error)
{
  gint64           count;
  g_autofree char *canonical = NULL;

  if (!aft_count_parse (text, &count, error))
    return FALSE;
  aft_value_set_integer (&self->value, count);
  canonical = aft_count_format (count);
  if (!g_str_equal (canonical, text) && strspn (text, "0123456789") != strlen (text))
    self->meaning = g_steal_pointer (&canonical);
  return TRUE;
}

static gboolean
parse_seconds (AftFieldInput *self, const char *text, GError **error)
{
  gint64           seconds;
  g_autofree char *canonical = NULL;

  if (!aft_duration_parse (text, &seconds, error))
    return FALSE;
  aft_value_set_integer (&self->value, seconds);
  canonical = aft_duration_format (seconds);
  if (!g_str_equal (canonical, text))
    self->meaning = g_steal_pointer (&canonical);
  return TRUE;
}

/* Money is grouped and has two decimals; an amount finer than that is shown as it is. */
static char *
format_real (AftKind kind, double real)
{
  g_autofree char *money = aft_money_format (real, NULL);
  double           back;

  if (kind == AFT_KIND_AMOUNT && aft_real_parse (money, &back, NULL) && back == real)
    return g_steal_pointer (&money);
  return aft_real_format (real);
}

static gboolean
parse_amount (AftFieldInput *self, const char *text, GError **error)
{
  double           amount;
  g_autofree char *canonical = NULL;

  if (!aft_real_parse (text, &amount, error))
    return FALSE;
  aft_value_set_real (&self->value, amount);
  canonical = format_real (AFT_KIND_AMOUNT, amount);
  if (strspn (text, "0123456789.") != strlen (text))
    self->meaning = g_steal_pointer (&canonical);
  return TRUE;
}

static gboolean
parse_percent (AftFieldInput *self, const char *text, GError **error)
{
  g_autofree char *number = g_strdup (text);
  double           percent;

  if (g_str_has_suffix (number, "%"))
    number[strlen (number) - 1] = '\0';
  if (!aft_real_parse (g_strstrip (number), &percent, error))
    return FALSE;
  if (percent > 100)
    return refuse (error, _ ("A share lies between 0 and 100 percent."));
  aft_value_set_real (&self->value, percent);
  return TRUE;
}

/* Hours and their fraction, or a duration: "12.5", "12 h 30 min". */
static gboolean
parse_hours (AftFieldInput *self, const char *text, GError **error)
{
  double           hours;
  gint64           seconds;
  g_autofree char *canonical = NULL;

  if (!aft_real_parse (text, &hours, NULL))
    {
      if (!aft_duration_parse (text, &seconds, NULL))
        return refuse (error, _ ("Write hours, such as 12.5 or 12 h 30 min."));
      hours = (double) seconds / SECONDS_PER_HOUR;
      canonical = aft_duration_format (seconds);
      self->meaning = g_steal_pointer (&canonical);
    }
  aft_value_set_real (&self->value, hours);
  return TRUE;
}

/* Days */

static char *
describe_date (int year, int month, int day)
{
  g_autoptr (GDateTime) date = g_date_time_new_utc (year, month, day, 0, 0, 0);

  /* Translators: a date with its weekday, see g_date_time_format(): "Monday, 4 May 2026" */
  return date != NULL ? g_date_time_format (date, _ ("%A, %-d %B %Y")) : NULL;
}

/* "2026-06-01", and what else is understood as a day: "tomorrow", "1 June". */
static gboolean
parse_date (AftFieldInput *self, const char *text, const AftTimeContext *context, GError **error)
{
  AftTimeContext   today = { context->zone, context->now, AFT_INSTANT_NONE };
  AftTimeEntry     entry;
  AftWall          wall;
  g_autofree char *date = NULL;

  if (!aft_time_entry_parse (text, &today, &entry, NULL) || !entry.date_only)
    return refuse (error, _ ("Write a day, such as 2026-06-01, 1 June or tomorrow."));
  date = aft_zone_format_date (context->zone, entry.instant);
  aft_zone_to_wall (context->zone, entry.instant, &wall);
  aft_value_set_text (&self->value, date);
  self->meaning = describe_date (wall.year, wall.month, wall.day);
  return TRUE;
}

/* All kinds */

gboolean
aft_field_input_parse (AftFieldInput        *self,
                       const AftField       *field,
                       const char           *text,
                       const AftTimeContext *context,
                       GError              **error)
{
  g_autofree char *line = aft_text_clean_line (text, -1);

  aft_field_input_clear (self);
  if (*line == '\0')
    return TRUE;
  switch (field->kind)
    {
    case AFT_KIND_URL:
      return parse_url (self, line);
    case AFT_KIND_CURRENCY:
      return parse_currency (self, line, error);
    case AFT_KIND_ZONE:
      return parse_zone (self, line, context, error);
    case AFT_KIND_WORDS:
      return parse_words (self, line);
    case AFT_KIND_COUNT:
      return parse_count (self, line, error);
    case AFT_KIND_SECONDS:
      return parse_seconds (self, line, error);
    case AFT_KIND_AMOUNT:
      return parse_amount (self, line, error);
    case AFT_KIND_PERCENT:
      return parse_percent (self, line, error);
    case AFT_KIND_HOURS:
      return parse_hours (self, line, error);
    case AFT_KIND_DATE:
      return parse_date (self, line, context, error);
    default:
      return parse_line (self, line);
    }
}

char *
aft_field_input_format (const AftField *field, const AftValue *value)
{
  switch (value->type)
    {
    case AFT_VALUE_TEXT:
      return g_strdup (value->text);
    case AFT_VALUE_INTEGER:
      return field->kind == AFT_KIND_SECONDS ? aft_duration_format (value->integer)
                                             : aft_count_format (value->integer);
    case AFT_VALUE_REAL:
      return format_real (field->kind, value->real);
    case AFT_VALUE_WORDS:
      return format_words ((const char *const *) value->words);
    default:
      return g_strdup ("");
    }
}

const char *
aft_field_input_get_unit (AftKind kind)
{
  switch (kind)
    {
    case AFT_KIND_PERCENT:
      /* Translators: the unit behind a figure */
      return _ ("%");
    case AFT_KIND_HOURS:
      /* Translators: the unit behind a figure: hours */
      return _ ("h");
    default:
      return NULL;
    }
}

gboolean
aft_field_input_is_wide (AftKind kind)
{
  return kind == AFT_KIND_LINE || kind == AFT_KIND_URL || kind == AFT_KIND_WORDS;
}

gboolean
aft_field_input_is_continuous (AftKind kind)
{
  return kind == AFT_KIND_LINE || kind == AFT_KIND_URL;
}
