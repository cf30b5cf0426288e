/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "format/import/stamp-private.h"

#include <string.h>

/* A stamp comes within so many bytes or not at all. */
#define MAX_LEAD_BYTES 60

typedef struct
{
  const char   *p, *end;
  AftStamp     *stamp;
  AftStampPart *part; /* from, then until */
  gboolean      compact;
} Reader;

/* Words that stand before a stamp, or between its parts, and say nothing of their own. */
static const char *const fillers[] = {
  "on", "at",  "from", "by", "since", "then", "the", "of", "hrs", "hours",
  "h",  "uhr", "um",   "am", "le",    "à",    "el",  "a",  "las", "alle",
};
static const char *const approximations[] = {
  "around",  "about", "approximately", "approx", "circa", "ca",
  "roughly", "early", "late",          "gegen",  "vers",
};
static const char *const until_words[] = { "to", "until", "till", "and", "bis", "through" };

static gsize
read_any_word (const char *p, const char *end, const char *const *words, gsize n_words)
{
  if (p == end || !(g_ascii_isalpha (*p) || (*p & 0x80) != 0))
    return 0;
  for (gsize i = 0; i < n_words; i++)
    {
      gsize n = strlen (words[i]);

      if ((gsize) (end - p) >= n && g_ascii_strncasecmp (p, words[i], n) == 0 &&
          (p + n == end || !(g_ascii_isalnum (p[n]) || (p[n] & 0x80) != 0)))
        return n + (p + n < end && p[n] == '.');
    }
  return 0;
}

#define READ_WORD(p, end, words) read_any_word (p, end, words, G_N_ELEMENTS (words))

static gsize
read_weekday (const char *p, const char *end)
{
  static const char *const days[] = {
    "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "mon",
    "tues",   "tue",     "wed",       "thurs",    "thu",    "fri",      "sat",    "sun",
  };

  return READ_WORD (p, end, days);
}

static gsize
read_half (const char *p, const char *end, int *hour)
{
  const char *q = p;
  char        half;

  while (q < end && *q == ' ')
    q++;
  if (end - q >= 2 && strncmp (q, "\302\240", 2) == 0)
    q += 2;
  half = q < end ? g_ascii_tolower (*q) : 0;
  if ((half != 'a' && half != 'p') || *hour > 12 || *hour == 0)
    return 0;
  q++;
  if (q < end && *q == '.')
    q++;
  if (q < end && g_ascii_tolower (*q) == 'm')
    q++;
  else if (q - p != 1)
    return 0; /* " a" is a word */
  if (q < end && *q == '.')
    q++;
  if (q < end && g_ascii_isalnum (*q))
    return 0;
  *hour = *hour % 12 + (half == 'p' ? 12 : 0);
  return q - p;
}

/* ":30", ":30.250" */
static const char *
read_seconds (const char *p, const char *end, AftStampPart *part)
{
  if (end - p < 3 || p[0] != ':' || !g_ascii_isdigit (p[1]) || !g_ascii_isdigit (p[2]))
    return p;
  part->second = (p[1] - '0') * 10 + p[2] - '0';
  p += 3;
  if (end - p >= 2 && (*p == '.' || *p == ',') && g_ascii_isdigit (p[1]))
    for (p++; p < end && g_ascii_isdigit (*p); p++)
      ;
  return p;
}

gsize
_aft_stamp_read_time (const char *p, const char *end, gboolean compact, AftStampPart *part)
{
  const char *start = p;
  guint       n_digits = 0;
  gsize       n_half;

  part->hour = part->minute = part->second = 0;
  for (; p < end && g_ascii_isdigit (*p) && n_digits < 4; p++, n_digits++)
    part->hour = part->hour * 10 + *p - '0';
  if (n_digits == 0)
    return 0;
  if (n_digits <= 2 && end - p >= 3 && (*p == ':' || *p == 'h' || *p == '.') &&
      g_ascii_isdigit (p[1]) && g_ascii_isdigit (p[2]))
    {
      gboolean dotted = *p == '.';

      part->minute = (p[1] - '0') * 10 + p[2] - '0';
      p = read_seconds (p + 3, end, part);
      n_half = read_half (p, end, &part->hour);
      if (dotted && n_half == 0)
        return 0;
    }
  else if (n_digits == 4 && compact && (p == end || !strchr ("-/.:", *p)))
    {
      part->minute = part->hour % 100;
      part->hour /= 100;
      n_half = 0;
    }
  else
    {
      n_half = n_digits <= 2 ? read_half (p, end, &part->hour) : 0;
      if (n_half == 0)
        return 0;
    }
  p += n_half;
  if (part->hour > 24 || part->minute > 59 || part->second > 60 ||
      (p < end && (g_ascii_isalnum (*p) && *p != 'Z')))
    return 0;
  part->has_time = TRUE;
  part->has_half = n_half > 0 || part->hour > 12;
  return p - start;
}

/* "[???]", "??:??", "xx:xx" */
static gsize
read_unknown_time (const char *p, const char *end)
{
  const char *start = p;
  guint       n_marks = 0;

  while (p < end && strchr ("?xX:[]", *p))
    n_marks += *p++ == '?';
  return n_marks >= 2 ? p - start : 0;
}

static gboolean
has_any (const AftStampPart *part)
{
  return part->has_date || part->has_time;
}

/* "14:02 Uhr", "14:02 hrs" */
static gsize
read_clock_word (const char *p, const char *end)
{
  static const char *const words[] = { "uhr", "hrs", "hours", "o'clock" };
  gsize                    n_blanks = p < end && *p == ' ';
  gsize                    n = READ_WORD (p + n_blanks, end, words);

  return n > 0 ? n_blanks + n : 0;
}

/* "Mon May 4 14:02:30 2026": the year comes last. */
static gsize
read_late_year (const char *p, const char *end, AftStampPart *part)
{
  int year = 0;

  if (end - p < 4 || (end - p > 4 && g_ascii_isalnum (p[4])))
    return 0;
  for (guint i = 0; i < 4; i++)
    {
      if (!g_ascii_isdigit (p[i]))
        return 0;
      year = year * 10 + p[i] - '0';
    }
  if (year < 1970 || year > 2200)
    return 0;
  part->year = year;
  part->has_year = TRUE;
  return 4;
}

/* One thing that a stamp consists of; FALSE at its end. */
static gboolean
read_part (Reader *self)
{
  AftStamp *stamp = self->stamp;
  gsize     n = 0;

  if (!self->part->has_date)
    n = _aft_stamp_read_date (
        self->p, self->end, self->part, &stamp->is_doubtful, &stamp->is_placeholder);
  if (n == 0 && !self->part->has_time)
    {
      n = _aft_stamp_read_time (
          self->p, self->end, self->compact || self->part->has_date, self->part);
      if (n > 0)
        n += read_clock_word (self->p + n, self->end);
    }
  if (n == 0 && !has_any (self->part) && self->part == &stamp->from)
    {
      n = read_unknown_time (self->p, self->end);
      stamp->is_placeholder |= n > 0;
    }
  if (n == 0 && self->part->has_date && !self->part->has_year && self->part->has_time)
    n = read_late_year (self->p, self->end, self->part);
  if (n == 0 && has_any (self->part) && !stamp->has_zone)
    {
      n = _aft_stamp_read_zone (self->p, self->end, self->part->has_time, stamp->zone);
      stamp->has_zone = n > 0;
    }
  if (n == 0)
    n = read_weekday (self->p, self->end);
  self->p += n;
  return n > 0;
}

/* A no-break space or an approximation sign, which are more than a byte. */
static gsize
read_wide_blank (Reader *self)
{
  static const char *const blanks[] = { "\302\240", "\342\200\257", "≈", "約" };

  for (guint i = 0; i < G_N_ELEMENTS (blanks); i++)
    if ((gsize) (self->end - self->p) >= strlen (blanks[i]) &&
        strncmp (self->p, blanks[i], strlen (blanks[i])) == 0)
      {
        self->stamp->is_approximate |= i > 1;
        return strlen (blanks[i]);
      }
  return 0;
}

static gboolean
is_glue (char c)
{
  switch (c)
    {
    case ',':
    case '@':
    case '(':
    case ')':
    case '[':
    case ']':
    case '{':
    case '}':
    case '*':
    case '_':
    case '`':
    case '~':
    case '\'':
    case '"':
      return TRUE;
    default:
      return g_ascii_isspace (c);
    }
}

/* Blanks, marks and words that bind parts to each other. */
static void
skip_glue (Reader *self)
{
  gsize n;

  while (self->p < self->end)
    if (is_glue (*self->p) ||
        (*self->p == 'T' && self->end - self->p > 1 && g_ascii_isdigit (self->p[1])))
      {
        self->stamp->is_approximate |= *self->p == '~';
        self->p++;
      }
    else if ((n = read_wide_blank (self)) > 0 || (n = READ_WORD (self->p, self->end, fillers)) > 0)
      self->p += n;
    else if ((n = READ_WORD (self->p, self->end, approximations)) > 0)
      {
        self->stamp->is_approximate = TRUE;
        self->p += n;
      }
    else
      break;
}

/* As many parts as there are; stands behind the last one. FALSE without any. */
static gboolean
read_parts (Reader *self)
{
  const char *last = NULL;

  do
    {
      skip_glue (self);
      if (!read_part (self))
        break;
      last = self->p;
    }
  while (self->p < self->end);
  if (last != NULL)
    self->p = last;
  return last != NULL && (has_any (self->part) || self->stamp->is_placeholder);
}

/* "- 14:10", "to 2026-05-05" */
static void
read_range (Reader *self)
{
  const char *before = self->p;
  gsize       n = 0;

  while (self->p < self->end && strchr (" )*_", *self->p))
    self->p++;
  if (self->p < self->end && *self->p == '-')
    n = 1;
  else if (self->end - self->p > 3 &&
           (strncmp (self->p, "–", 3) == 0 || strncmp (self->p, "—", 3) == 0))
    n = 3;
  else
    n = READ_WORD (self->p, self->end, until_words);
  self->p += n;
  self->part = &self->stamp->until;
  if (n > 0 && read_parts (self) && (self->stamp->until.has_time || self->stamp->until.has_date))
    self->stamp->has_until = TRUE;
  else
    self->p = before;
}

/* "**[Outage start]** ": a mark before the stamp, which is kept. */
static gsize
read_tag (const char *text, const char *end)
{
  const char *close;

  if (end - text < 6 || strncmp (text, "**[", 3) != 0)
    return 0;
  close = g_strstr_len (text, MIN (end - text, MAX_LEAD_BYTES), "]**");
  return close != NULL ? close + 3 - text : 0;
}

static const char *
skip_footnote (const char *p, const char *end)
{
  const char *close;

  if (end - p < 4 || p[0] != '[' || p[1] != '^')
    return p;
  close = memchr (p, ']', end - p);
  return close != NULL ? close + 1 : p;
}

/* Behind the stamp: what closes it, and what sets it off. */
static void
read_tail (Reader *self, const char *text)
{
  const char *p = skip_footnote (self->p, self->end);

  while (p < self->end && strchr (")]*_`}\"'", *p))
    p++;
  self->stamp->end = p - text;
  self->stamp->is_set_off = p == self->end || p > self->p;
  while (p < self->end)
    if (g_ascii_isspace (*p))
      p++;
    else if (strchr (":-|,;.>", *p) || (strchr ("*_", *p) && p[-1] == ':'))
      {
        self->stamp->is_set_off = TRUE;
        p++;
      }
    else if (self->end - p >= 3 && (strncmp (p, "–", 3) == 0 || strncmp (p, "—", 3) == 0 ||
                                    strncmp (p, "：", 3) == 0 || strncmp (p, "頃", 3) == 0))
      {
        self->stamp->is_set_off = TRUE;
        p += 3;
      }
    else
      break;
  self->stamp->next = p - text;
}

gboolean
aft_stamp_read (const char *text, gsize length, gboolean compact, AftStamp *stamp)
{
  gsize  tag = read_tag (text, text + length);
  Reader self = { text + tag, text + length, stamp, &stamp->from, compact };
  gsize  n;

  memset (stamp, 0, sizeof *stamp);
  n = g_ascii_strncasecmp (self.p, "between ", MIN (8, length - tag)) == 0 && length - tag > 8 ? 8
                                                                                               : 0;
  self.p += n;
  if (!read_parts (&self))
    return FALSE;
  stamp->start = tag;
  read_range (&self);
  read_tail (&self, text);
  return TRUE;
}

gboolean
aft_stamp_read_end (const char *text, gsize length, AftStamp *stamp)
{
  const char *end = text + length;

  for (const char *p = text; p < end; p++)
    if (g_ascii_isdigit (*p) && (p == text || !g_ascii_isalnum (p[-1])) &&
        aft_stamp_read (p, end - p, FALSE, stamp) && stamp->from.has_date && stamp->from.has_time &&
        stamp->next == (gsize) (end - p))
      {
        stamp->start += p - text;
        stamp->end += p - text;
        stamp->next += p - text;
        return TRUE;
      }
  return FALSE;
}

gboolean
aft_stamp_find_date (const char *text, gsize length, AftStamp *stamp)
{
  const char *end = text + length;

  for (const char *p = text; p < end; p++)
    if ((p == text || !g_ascii_isalnum (p[-1])) && g_ascii_isalnum (*p))
      {
        memset (stamp, 0, sizeof *stamp);
        if (_aft_stamp_read_date (
                p, end, &stamp->from, &stamp->is_doubtful, &stamp->is_placeholder) > 0 &&
            stamp->from.has_year)
          return TRUE;
      }
  return FALSE;
}
