/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/sections/event-line.h"

#include <string.h>

/* "yesterday 2:02 pm UTC +02:00" is as long as a time gets. */
#define MAX_TIME_WORDS 6

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

static gboolean
try_time (const char *start, const char *end, const AftTimeContext *context, AftTimeEntry *time)
{
  g_autofree char *words = g_strndup (start, (gsize) (end - start));
  gsize            length = strlen (words);

  if (length > 0 && words[length - 1] == ':')
    words[length - 1] = '\0';
  return aft_time_entry_parse (words, context, time, NULL);
}

void
aft_event_line_parse (const char *line, const AftTimeContext *context, AftEventLine *parsed)
{
  const char *start = skip_spaces (line);
  const char *end = start;

  parsed->has_time = FALSE;
  parsed->text = start;
  for (guint i = 0; i < MAX_TIME_WORDS && *end != '\0'; i++)
    {
      AftTimeEntry time;

      end = skip_word (skip_spaces (end));
      if (!try_time (start, end, context, &time))
        continue;
      parsed->has_time = TRUE;
      parsed->time = time;
      parsed->text = skip_separator (end);
    }
}
