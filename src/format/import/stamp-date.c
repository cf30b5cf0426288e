/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "format/import/stamp-private.h"

#include <string.h>

/* English, German, French, Spanish and Italian names begin with these; the longer ones first. */
static const struct
{
  const char *name;
  int         month;
} months[] = {
  { "jan", 1 },  { "gen", 1 },  { "ene", 1 },  { "feb", 2 },  { "fév", 2 },  { "mar", 3 },
  { "mär", 3 },  { "apr", 4 },  { "avr", 4 },  { "abr", 4 },  { "may", 5 },  { "mai", 5 },
  { "mag", 5 },  { "juin", 6 }, { "jun", 6 },  { "giu", 6 },  { "juil", 7 }, { "jul", 7 },
  { "lug", 7 },  { "aug", 8 },  { "aoû", 8 },  { "ago", 8 },  { "sep", 9 },  { "set", 9 },
  { "oct", 10 }, { "okt", 10 }, { "ott", 10 }, { "nov", 11 }, { "dec", 12 }, { "dez", 12 },
  { "déc", 12 }, { "dic", 12 },
};

static guint
read_digits (const char **p, const char *end, guint max, int *value)
{
  guint n = 0;

  *value = 0;
  for (; *p < end && n < max && g_ascii_isdigit (**p); (*p)++, n++)
    *value = *value * 10 + **p - '0';
  return n;
}

static gboolean
is_sane (const AftStampPart *part)
{
  return part->month >= 1 && part->month <= 12 && part->day >= 1 && part->day <= 31 &&
         (!part->has_year || (part->year >= 1970 && part->year <= 2200));
}

static gboolean
at_number_end (const char *p, const char *end)
{
  return p == end || !(g_ascii_isalnum (*p) && *p != 'T' && *p != 't');
}

/* "2026-05-04", "2026/5/4", "2026年5月4日"; a fifth digit in the year is one too many. */
static gsize
read_year_first (const char *p, const char *end, AftStampPart *part, gboolean *doubtful)
{
  const char *start = p;
  guint       n = read_digits (&p, end, 5, &part->year);
  gboolean    kanji = end - p > 3 && strncmp (p, "年", strlen ("年")) == 0;
  char        separator = p < end ? *p : 0;

  if (n < 4 || (!kanji && (separator == 0 || !strchr ("-/.", separator))))
    return 0;
  if (n == 5)
    part->year /= 10;
  *doubtful = n == 5;
  p += kanji ? strlen ("年") : 1;
  if (read_digits (&p, end, 2, &part->month) == 0)
    return 0;
  if (kanji)
    p += end - p > 3 ? strlen ("月") : 0;
  else if (p == end || *p++ != separator)
    return 0;
  if (read_digits (&p, end, 2, &part->day) == 0)
    return 0;
  if (kanji && end - p >= 3)
    p += strlen ("日");
  part->has_year = TRUE;
  return is_sane (part) && at_number_end (p, end) ? p - start : 0;
}

/* "05/04/2026", "5-26-21", "04.05.2026": with a full stop the day comes first, else the month, as
 * long as that can be. */
static gsize
read_year_last (const char *p, const char *end, AftStampPart *part, gboolean *doubtful)
{
  const char *start = p;
  char        separator;
  int         first, second;
  guint       n;

  if (read_digits (&p, end, 2, &first) == 0 || p == end || !strchr ("/-.", *p))
    return 0;
  separator = *p++;
  if (read_digits (&p, end, 2, &second) == 0 || p == end || *p++ != separator)
    return 0;
  n = read_digits (&p, end, 4, &part->year);
  if (n != 4 && (n != 2 || separator == '.'))
    return 0;
  if (n == 2)
    part->year += 2000;
  part->has_year = TRUE;
  part->month = separator == '.' || first > 12 ? second : first;
  part->day = separator == '.' || first > 12 ? first : second;
  *doubtful = separator != '.' && first <= 12 && second <= 12 && first != second;
  return is_sane (part) && at_number_end (p, end) ? p - start : 0;
}

static gsize
read_month_name (const char *p, const char *end, int *month)
{
  g_autofree char *lower = NULL;
  const char      *q = p;

  while (q < end && (g_ascii_isalpha (*q) || (*q & 0x80) != 0) && q - p < 14)
    q++;
  if (q - p < 3)
    return 0;
  lower = g_utf8_strdown (p, q - p);
  for (guint i = 0; i < G_N_ELEMENTS (months); i++)
    if (g_str_has_prefix (lower, months[i].name))
      {
        *month = months[i].month;
        return q - p + (q < end && *q == '.');
      }
  return 0;
}

static void
skip_spaces (const char **p, const char *end)
{
  while (*p < end && (**p == ' ' || **p == ','))
    (*p)++;
}

static void
skip_ordinal (const char **p, const char *end)
{
  static const char *const ends[] = { "st", "nd", "rd", "th", "er", ".", "º" };

  for (guint i = 0; i < G_N_ELEMENTS (ends); i++)
    if ((gsize) (end - *p) >= strlen (ends[i]) && strncmp (*p, ends[i], strlen (ends[i])) == 0)
      {
        *p += strlen (ends[i]);
        return;
      }
}

/* ", 2026" behind it */
static const char *
read_year_behind (const char *p, const char *end, AftStampPart *part)
{
  const char *q = p;
  int         year;

  skip_spaces (&q, end);
  if (read_digits (&q, end, 4, &year) != 4 || year < 1970 || year > 2200 ||
      (q < end && (g_ascii_isdigit (*q) || *q == ':')))
    return p;
  part->year = year;
  part->has_year = TRUE;
  return q;
}

/* "May 4th, 2026", "4 May 2026", "May 4" */
static gsize
read_named (const char *p, const char *end, AftStampPart *part)
{
  const char *start = p;
  gsize       n = read_month_name (p, end, &part->month);

  if (n > 0)
    {
      p += n;
      skip_spaces (&p, end);
      if (read_digits (&p, end, 2, &part->day) == 0 || (p < end && g_ascii_isdigit (*p)))
        return 0;
      skip_ordinal (&p, end);
    }
  else
    {
      if (read_digits (&p, end, 2, &part->day) == 0)
        return 0;
      skip_ordinal (&p, end);
      skip_spaces (&p, end);
      n = read_month_name (p, end, &part->month);
      if (n == 0)
        return 0;
      p += n;
    }
  if (p < end && *p == ':')
    return is_sane (part) ? p - start : 0;
  p = read_year_behind (p, end, part);
  return is_sane (part) ? p - start : 0;
}

/* "2026-MM-DD", "2026-05-??" */
static gsize
read_placeholder (const char *p, const char *end)
{
  const char *start = p;
  int         number;
  guint       n_marks = 0;

  if (read_digits (&p, end, 4, &number) != 4)
    return 0;
  while (p < end && strchr ("-/MDXmdx?0123456789", *p))
    n_marks += strchr ("MDXmdx?", *p++) != NULL;
  return n_marks >= 2 && p - start >= 8 ? p - start : 0;
}

gsize
_aft_stamp_read_date (const char   *p,
                      const char   *end,
                      AftStampPart *part,
                      gboolean     *doubtful,
                      gboolean     *placeholder)
{
  AftStampPart read = *part;
  gboolean     doubt = FALSE;
  gsize        n = read_year_first (p, end, &read, &doubt);

  if (n == 0)
    {
      read = *part;
      n = read_year_last (p, end, &read, &doubt);
    }
  if (n == 0)
    {
      read = *part;
      doubt = FALSE;
      n = read_named (p, end, &read);
    }
  if (n == 0)
    {
      n = read_placeholder (p, end);
      *placeholder |= n > 0;
      return n;
    }
  *part = read;
  part->has_date = TRUE;
  *doubtful |= doubt;
  return n;
}
