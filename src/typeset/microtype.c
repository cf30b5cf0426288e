/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "typeset/microtype.h"

#include <string.h>

#define NO_BREAK_SPACE "\u00A0"
#define EN_DASH        "\u2013\u2060" /* and no break behind it */
#define MAX_RANGE      4 /* digits at either end: more are a number that someone dials or looks up */

static const char *const units[] = {
  "%",     "‰",    "°C",  "°F",   "ns",   "µs",   "us",     "ms",     "s",      "sec",  "min",
  "h",     "d",    "B",   "kB",   "KB",   "MB",   "GB",     "TB",     "PB",     "KiB",  "MiB",
  "GiB",   "TiB",  "bit", "kbit", "Mbit", "Gbit", "kbit/s", "Mbit/s", "Gbit/s", "MB/s", "GB/s",
  "MiB/s", "rps",  "qps", "Hz",   "kHz",  "MHz",  "GHz",    "W",      "kW",     "V",    "mm",
  "cm",    "m",    "km",  "mg",   "g",    "kg",   "t",      "px",     "pt",     "USD",  "EUR",
  "CHF",   "GBP",  "JPY", "UTC",  "GMT",  "CET",  "CEST",   "EST",    "EDT",    "PST",  "PDT",
  "a.m.",  "p.m.", "am",  "pm",   "AM",   "PM",
};

typedef struct
{
  const char *text, *end;
} Source;

/* Digits, in groups held together by one sign. */
typedef struct
{
  const char *start, *end;
  char        sign; /* of the groups; '\0' where there is one group */
  guint       n_groups;
} Figure;

static gboolean
is_joined (const Source *self, const char *at)
{
  return at < self->end &&
         (g_ascii_isalnum (*at) || strchr ("-_/+", *at) != NULL || (guchar) *at >= 0x80);
}

/* What precedes a figure that is a word of its own. */
static gboolean
is_free_before (const Source *self, const char *at)
{
  return at == self->text || strchr (" \n\t(\"'[~<>=", at[-1]) != NULL;
}

static gboolean
is_free_after (const Source *self, const char *at)
{
  gboolean is_stop = at < self->end && strchr (".,:", *at) != NULL;

  return is_stop ? at + 1 == self->end || g_ascii_isspace (at[1]) : !is_joined (self, at);
}

static Figure
read_figure (const Source *self, const char *at)
{
  Figure figure = { at, at, '\0', 1 };

  for (; figure.end < self->end; figure.end++)
    {
      if (g_ascii_isdigit (*figure.end))
        continue;
      if (strchr (".,:", *figure.end) == NULL || figure.end + 1 >= self->end ||
          !g_ascii_isdigit (figure.end[1]) || (figure.sign != '\0' && *figure.end != figure.sign))
        break;
      figure.sign = *figure.end;
      figure.n_groups++;
    }
  return figure;
}

/* Of a closed list, with nothing of a word behind it; its length or 0. */
static gsize
read_unit (const Source *self, const char *at)
{
  for (guint i = 0; at < self->end && i < G_N_ELEMENTS (units); i++)
    {
      gsize length;

      if (*at != *units[i])
        continue;
      length = strlen (units[i]);
      if ((gsize) (self->end - at) >= length && memcmp (at, units[i], length) == 0 &&
          !is_joined (self, at + length))
        return length;
    }
  return 0;
}

static double
value_of (const Figure *figure)
{
  return g_ascii_strtod (figure->start, NULL);
}

static gboolean
has_leading_zero (const Figure *figure)
{
  return figure->start[0] == '0' && figure->end - figure->start > 1 && figure->start[1] != '.';
}

/* Times of the day, or plain figures that rise. */
static gboolean
is_range (const Figure *from, const Figure *to)
{
  if (from->n_groups != to->n_groups || from->sign != to->sign)
    return FALSE;
  if (from->sign == ':')
    return from->n_groups <= 3;
  return from->n_groups <= 2 && !has_leading_zero (from) && !has_leading_zero (to) &&
         from->end - from->start <= MAX_RANGE && to->end - to->start <= MAX_RANGE + 1 &&
         value_of (from) < value_of (to);
}

static gboolean
ends_range (const Source *self, const Figure *to)
{
  return is_free_after (self, to->end) || read_unit (self, to->end) > 0;
}

/* Where the text goes on that the caller has not seen. */
static const char *
append_unit_space (const Source *self, const char *at, GString *out)
{
  if (at + 1 >= self->end || *at != ' ' || read_unit (self, at + 1) == 0)
    return at;
  g_string_append (out, NO_BREAK_SPACE);
  return at + 1;
}

static const char *
append_figure (const Source *self, const char *at, GString *out)
{
  Figure from = read_figure (self, at), to;

  g_string_append_len (out, from.start, from.end - from.start);
  if (from.end + 1 < self->end && *from.end == '-' && g_ascii_isdigit (from.end[1]))
    {
      to = read_figure (self, from.end + 1);
      if (is_range (&from, &to) && ends_range (self, &to))
        {
          g_string_append (out, EN_DASH);
          g_string_append_len (out, to.start, to.end - to.start);
          from = to;
        }
    }
  return append_unit_space (self, from.end, out);
}

static gboolean
has_digit (const char *text, gsize length)
{
  for (gsize i = 0; i < length; i++)
    if (g_ascii_isdigit (text[i]))
      return TRUE;
  return FALSE;
}

void
aft_microtype_append (GString *out, const char *text, gssize length)
{
  Source source = { text, text + (length < 0 ? (gssize) strlen (text) : length) };

  if (!has_digit (text, (gsize) (source.end - text)))
    {
      g_string_append_len (out, text, source.end - text);
      return;
    }
  for (const char *p = text; p < source.end;)
    {
      if (g_ascii_isdigit (*p) && is_free_before (&source, p))
        p = append_figure (&source, p, out);
      else
        g_string_append_c (out, *p++);
    }
}
