/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "format/import/chat.h"
#include "format/import/data.h"
#include "model/schema.h"

/* Fewer lines are a sentence with an equals sign. */
#define MIN_LINES 2

static const char *const time_keys[] = { "time", "ts", "timestamp", "t", "at", "date", NULL };
static const char *const text_keys[] = { "msg", "message", "text", "event", "err", "error", NULL };
static const char *const source_keys[] = { "service", "component", "logger", "host",
                                           "app",     "source",    NULL };

/* The value behind the equals sign, out of its quotes; p moves behind it. Transfer full. */
static char *
read_value (const char **p, const char *end)
{
  GString *value = g_string_new (NULL);
  gboolean quoted = *p < end && **p == '"';

  if (quoted)
    (*p)++;
  for (; *p < end && (quoted ? **p != '"' : **p != ' '); (*p)++)
    {
      if (quoted && **p == '\\' && *p + 1 < end)
        (*p)++;
      g_string_append_c (value, **p);
    }
  if (quoted && *p < end)
    (*p)++;
  return g_string_free (value, FALSE);
}

/* key -> value of one line; empty where it is no such line. */
static GHashTable *
read_pairs (const char *p, const char *end)
{
  GHashTable *pairs = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);

  while (p < end)
    {
      const char *key = p;
      char       *name;

      while (p < end && (g_ascii_isalnum (*p) || strchr ("_.-@", *p)))
        p++;
      if (p == key || p == end || *p != '=')
        break;
      name = g_ascii_strdown (key, p - key);
      p++;
      g_hash_table_insert (pairs, name, read_value (&p, end));
      while (p < end && *p == ' ')
        p++;
    }
  return pairs;
}

static const char *
find_first (GHashTable *pairs, const char *const *keys)
{
  for (; *keys != NULL; keys++)
    if (g_hash_table_contains (pairs, *keys))
      return g_hash_table_lookup (pairs, *keys);
  return NULL;
}

/* timeline: NULL only looks. TRUE where the line is one. */
static gboolean
read_line (AftImport *self, AftTimelineReader *timeline, const char *start, const char *end)
{
  g_autoptr (GHashTable) pairs = read_pairs (start, end);
  const char *time = find_first (pairs, time_keys);
  const char *text = find_first (pairs, text_keys);
  const char *source = find_first (pairs, source_keys);
  AftStamp    stamp;
  AftRecord  *event;

  if (time == NULL || text == NULL || !aft_stamp_read (time, strlen (time), FALSE, &stamp) ||
      !stamp.from.has_date)
    return FALSE;
  if (timeline == NULL)
    return TRUE;
  event = aft_import_add_message (self, timeline, &stamp, text, source != NULL ? source : "");
  if (event != NULL)
    aft_provenance_mark (self->provenance, start, end, AFT_USE_EVENT, event, AFT_EVENT_TEXT);
  return TRUE;
}

static guint
read_lines (AftImport *self, AftTimelineReader *timeline, const char *text)
{
  guint n = 0;

  while (*text != '\0')
    {
      gsize length = strcspn (text, "\n");

      n += read_line (self, timeline, text, text + length);
      text += length + (text[length] == '\n');
    }
  return n;
}

gboolean
aft_import_logfmt (AftImport *self, AftTimelineReader *timeline, const char *text)
{
  if (strchr (text, '=') == NULL || read_lines (self, NULL, text) < MIN_LINES)
    return FALSE;
  read_lines (self, timeline, text);
  return TRUE;
}
