/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <json-glib/json-glib.h>
#include <string.h>

#include "base/caps.h"
#include "base/text.h"
#include "format/import/chat.h"
#include "format/import/data.h"
#include "format/prescan.h"

/* The usual names, the better ones first. "a.b": b within a. */
static const char *const time_keys[] = {
  "startsAt",   "created_at", "createdAt", "@timestamp", "timestamp",     "ts",
  "time",       "datetime",   "date",      "eventTime",  "lastTimestamp", "__REALTIME_TIMESTAMP",
  "occurredAt", "at",         "when",
};
static const char *const until_keys[] = { "endsAt", "resolved_at", "closedAt" };
static const char *const text_keys[] = {
  "annotations.summary",
  "annotations.description",
  "summary",
  "text",
  "message",
  "msg",
  "MESSAGE",
  "title",
  "note",
  "description",
  "content",
  "event",
  "log",
  "reason",
  "labels.alertname",
};
static const char *const source_keys[] = {
  "user_profile.real_name",
  "user_profile.display_name",
  "username",
  "agent.summary",
  "user",
  "owner",
  "author.name",
  "author",
  "logger",
  "service.summary",
  "service",
  "source",
  "host",
  "_SYSTEMD_UNIT",
  "labels.alertname",
  "labels.job",
  "involvedObject.name",
};

typedef struct
{
  AftImport         *import;
  AftTimelineReader *timeline;
  GPtrArray         *found; /* (element-type JsonObject), borrowed */
} Reader;

/* A string or a number under that name, as text; NULL where there is none. */
static char *
dup_member (JsonObject *object, const char *key)
{
  const char *dot = strchr (key, '.');
  JsonNode   *node;

  if (dot != NULL)
    {
      g_autofree char *outer = g_strndup (key, dot - key);

      node = json_object_get_member (object, outer);
      return node != NULL && JSON_NODE_HOLDS_OBJECT (node)
                 ? dup_member (json_node_get_object (node), dot + 1)
                 : NULL;
    }
  node = json_object_get_member (object, key);
  if (node == NULL || !JSON_NODE_HOLDS_VALUE (node))
    return NULL;
  if (json_node_get_value_type (node) == G_TYPE_STRING)
    return *json_node_get_string (node) != '\0' ? g_strdup (json_node_get_string (node)) : NULL;
  if (json_node_get_value_type (node) == G_TYPE_INT64)
    return g_strdup_printf ("%" G_GINT64_FORMAT, json_node_get_int (node));
  if (json_node_get_value_type (node) == G_TYPE_DOUBLE)
    return g_strdup_printf ("%.6f", json_node_get_double (node));
  return NULL;
}

static char *
dup_first (JsonObject *object, const char *const *keys, gsize n)
{
  for (gsize i = 0; i < n; i++)
    {
      char *text = dup_member (object, keys[i]);

      if (text != NULL)
        return text;
    }
  return NULL;
}

#define DUP_FIRST(object, keys) dup_first (object, keys, G_N_ELEMENTS (keys))

static void
set_part (AftStampPart *part, AftInstant instant)
{
  AftWall wall;

  aft_zone_to_wall (aft_zone_utc (), instant, &wall);
  *part = (AftStampPart){ .has_date = TRUE,
                          .has_year = TRUE,
                          .year = wall.year,
                          .month = wall.month,
                          .day = wall.day,
                          .has_time = TRUE,
                          .hour = wall.hour,
                          .minute = wall.minute,
                          .second = wall.second };
}

/* "1777903320.000200", in seconds, milli-, micro- or nanoseconds: as many digits as it takes. */
static gboolean
read_epoch (const char *text, AftInstant *instant)
{
  gsize  n_digits = strspn (text, "0123456789");
  double value = g_ascii_strtod (text, NULL);

  if (n_digits < 9 || text[n_digits + strspn (text + n_digits, ".0123456789")] != '\0')
    return FALSE;
  *instant = (AftInstant) (value * (n_digits <= 10   ? 1e6
                                    : n_digits <= 13 ? 1e3
                                    : n_digits <= 16 ? 1
                                                     : 1e-3));
  return *instant > 0 && *instant < AFT_INSTANT_MAX;
}

static gboolean
read_time (const char *text, AftStamp *stamp)
{
  AftInstant instant;

  memset (stamp, 0, sizeof *stamp);
  if (!read_epoch (text, &instant) && !aft_instant_parse (text, &instant, NULL))
    return aft_stamp_read (text, strlen (text), FALSE, stamp) && stamp->from.has_date;
  set_part (&stamp->from, instant);
  stamp->has_zone = TRUE;
  g_strlcpy (stamp->zone, "UTC", sizeof stamp->zone);
  return TRUE;
}

static gboolean
is_event (JsonObject *object)
{
  g_autofree char *time = DUP_FIRST (object, time_keys);
  g_autofree char *text = DUP_FIRST (object, text_keys);
  AftStamp         stamp;

  return time != NULL && text != NULL && read_time (time, &stamp);
}

static void
collect (Reader *self, JsonNode *node)
{
  if (JSON_NODE_HOLDS_ARRAY (node))
    {
      JsonArray *array = json_node_get_array (node);

      for (guint i = 0; i < json_array_get_length (array); i++)
        collect (self, json_array_get_element (array, i));
    }
  else if (JSON_NODE_HOLDS_OBJECT (node))
    {
      JsonObject    *object = json_node_get_object (node);
      JsonObjectIter iter;
      const char    *key;
      JsonNode      *member;

      if (is_event (object))
        g_ptr_array_add (self->found, object);
      json_object_iter_init_ordered (&iter, object);
      while (json_object_iter_next_ordered (&iter, &key, &member))
        if (JSON_NODE_HOLDS_ARRAY (member) || JSON_NODE_HOLDS_OBJECT (member))
          collect (self, member);
    }
}

static void
add_event (Reader *self, JsonObject *object)
{
  g_autofree char *time = DUP_FIRST (object, time_keys);
  g_autofree char *until = DUP_FIRST (object, until_keys);
  g_autofree char *text = DUP_FIRST (object, text_keys);
  g_autofree char *source = DUP_FIRST (object, source_keys);
  AftStamp         stamp, end;

  read_time (time, &stamp);
  if (until != NULL && read_time (until, &end))
    {
      stamp.until = end.from;
      stamp.has_until = TRUE;
    }
  aft_import_add_message (self->import, self->timeline, &stamp, text, source != NULL ? source : "");
}

static JsonNode *
parse (const char *text, gsize length)
{
  g_autoptr (JsonParser) parser = NULL;

  if (!aft_prescan (text, length, NULL))
    return NULL;
  parser = json_parser_new ();
  return json_parser_load_from_data (parser, text, length, NULL) ? json_parser_steal_root (parser)
                                                                 : NULL;
}

/* One value, or a value on each line; lines that are none are passed over. */
static GPtrArray *
parse_all (const char *text)
{
  GPtrArray *roots = g_ptr_array_new_with_free_func ((GDestroyNotify) json_node_unref);
  JsonNode  *whole = parse (text, strlen (text));

  if (whole != NULL)
    {
      g_ptr_array_add (roots, whole);
      return roots;
    }
  while (*text != '\0')
    {
      gsize     length = strcspn (text, "\n");
      JsonNode *line = *text == '{' ? parse (text, length) : NULL;

      if (line != NULL)
        g_ptr_array_add (roots, line);
      text += length + (text[length] == '\n');
    }
  return roots;
}

gboolean
aft_import_json (AftImport *self, AftTimelineReader *timeline, const char *text)
{
  g_autoptr (GPtrArray) found = g_ptr_array_new ();
  g_autoptr (GPtrArray) roots = NULL;
  Reader reader = { self, timeline, found };

  text += strspn (text, " \t\n");
  if (*text != '{' && *text != '[')
    return FALSE;
  roots = parse_all (text);
  for (guint i = 0; i < roots->len; i++)
    collect (&reader, g_ptr_array_index (roots, i));
  for (guint i = 0; i < found->len; i++)
    add_event (&reader, g_ptr_array_index (found, i));
  return found->len > 0;
}
