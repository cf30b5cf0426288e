/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/event-line.h"

#include <stdlib.h>
#include <string.h>

/* "yesterday 2:02 pm UTC +02:00" is as long as a time gets, and a range is two of them. */
#define MAX_TIME_WORDS 13

static const char *
skip_spaces (const char *p)
{
  while (g_unichar_isspace (g_utf8_get_char (p)))
    p = g_utf8_next_char (p);
  return p;
}

static const char *
skip_word (const char *p)
{
  while (*p != '\0' && !g_unichar_isspace (g_utf8_get_char (p)))
    p = g_utf8_next_char (p);
  return p;
}

/* Punctuation between a time and the text: "14:02: errors", "14:02 – errors". */
static const char *
skip_separator (const char *p)
{
  p = skip_spaces (p);
  while (*p != '\0' && g_utf8_strchr (":–—-,;", -1, g_utf8_get_char (p)) != NULL)
    p = skip_spaces (g_utf8_next_char (p));
  return p;
}

/* Of "7", "07:00" and "0700". */
static gboolean
is_real_offset (const char *text)
{
  int number = atoi (text);
  int hours = number >= 100 ? number / 100 : number;
  int minutes = text[strspn (text, "0123456789")] == ':' ? atoi (strchr (text, ':') + 1)
                                                         : number % 100 * (number >= 100);

  return hours <= 12 && minutes % 15 == 0;
}

/* Whether what a hyphen is before is a zone and no end: "14:02 -07:00", "2026-05-04T14:02-07:00",
 * and "14:02-07:00" as well, since half a day and more is no event. */
static gboolean
is_offset (const char *words, const char *dash, gint64 length)
{
  gboolean is_stamp = dash - words > 10 && g_ascii_isdigit (*words) && (words[10] | 32) == 't';

  if (*dash != '-' || g_ascii_isspace (dash[1]))
    return FALSE;
  return is_stamp || g_ascii_isspace (dash[-1]) ||
         (length >= AFT_DAY / 2 && is_real_offset (dash + 1));
}

/* Over midnight: "23:50-0:10". */
static gboolean
read_end (const char *to, const AftTimeContext *context, AftInstant start, AftTimeEntry *end)
{
  AftTimeContext after = { context->zone, context->now, start };

  if (!aft_time_entry_parse (to, &after, end, NULL) || end->approximate)
    return FALSE;
  if (end->instant > start)
    return TRUE;
  after.previous = start + AFT_DAY;
  return end->date_inferred && aft_time_entry_parse (to, &after, end, NULL) &&
         end->instant > start && end->instant - start < AFT_DAY;
}

/* from and to: the two halves; suffix: what the beginning has in common with the end, or "". */
static gboolean
read_both (const char           *from,
           const char           *suffix,
           const char           *to,
           const AftTimeContext *context,
           AftTimeEntry         *time,
           AftInstant           *until)
{
  g_autofree char *start = g_strconcat (from, " ", suffix, NULL);
  AftTimeEntry     end;

  if (!aft_time_entry_parse (start, context, time, NULL) ||
      !read_end (to, context, time->instant, &end) || end.date_only != time->date_only)
    return FALSE;
  *until = end.instant;
  return TRUE;
}

/* What stands behind the digits of "2026-05-04 2:20 pm UTC". */
static const char *
get_suffix (const char *time)
{
  const char *p = time;

  if (strlen (p) > 10 && p[4] == '-' && p[7] == '-')
    p += 10;
  return p + strspn (p, "0123456789:. ");
}

/* The zone of an end is that of the beginning, and "2:02-2:20 pm" is in the afternoon; "11:50-1:20
 * pm" is not. */
static gboolean
split_range (const char           *words,
             const char           *dash,
             const AftTimeContext *context,
             AftTimeEntry         *time,
             AftInstant           *until)
{
  g_autofree char *from = g_strndup (words, (gsize) (dash - words));
  const char      *to = skip_spaces (g_utf8_next_char (dash));
  const char      *suffix = get_suffix (to);

  if (*to == '\0')
    return FALSE;
  if (!(*suffix != '\0' && read_both (from, suffix, to, context, time, until) &&
        *until - time->instant < AFT_DAY / 2) &&
      !read_both (from, "", to, context, time, until))
    return FALSE;
  return !is_offset (words, dash, *until - time->instant);
}

static gboolean
try_range (const char *words, const AftTimeContext *context, AftTimeEntry *time, AftInstant *until)
{
  for (const char *p = words; *p != '\0'; p = g_utf8_next_char (p))
    if (p > words && g_utf8_strchr ("-–—", -1, g_utf8_get_char (p)) != NULL &&
        split_range (words, p, context, time, until))
      return TRUE;
  return FALSE;
}

static gboolean
try_time (const char           *start,
          const char           *end,
          const AftTimeContext *context,
          AftTimeEntry         *time,
          AftInstant           *until)
{
  g_autofree char *words = g_strndup (start, (gsize) (end - start));
  gsize            length = strlen (words);

  if (length > 0 && words[length - 1] == ':')
    words[length - 1] = '\0';
  if (try_range (words, context, time, until))
    return TRUE;
  *until = AFT_INSTANT_NONE;
  return aft_time_entry_parse (words, context, time, NULL);
}

gboolean
aft_event_line_read_time (const char           *line,
                          const AftTimeContext *context,
                          AftTimeEntry         *time,
                          AftInstant           *until,
                          const char          **end)
{
  const char *start = skip_spaces (line);
  const char *p = start;
  gboolean    has_time = FALSE;

  *until = AFT_INSTANT_NONE;
  *end = start;
  for (guint i = 0; i < MAX_TIME_WORDS && *p != '\0'; i++)
    {
      AftTimeEntry longer;
      AftInstant   longer_until;

      p = skip_word (skip_spaces (p));
      if (!try_time (start, p, context, &longer, &longer_until))
        continue;
      has_time = TRUE;
      *time = longer;
      *until = longer_until;
      *end = skip_separator (p);
    }
  return has_time;
}
