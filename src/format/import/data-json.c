/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <json-glib/json-glib.h>
#include <string.h>

#include "base/caps.h"
#include "base/text.h"
#include "format/import/chat.h"
#include "format/import/data.h"
#include "format/prescan.h"
#include "model/schema.h"

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
  "user.summary",
  "login",
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
  GPtrArray         *found;   /* (element-type JsonObject), borrowed */
  GArray            *places;  /* (element-type Place): of each of them */
  GArray            *objects; /* (element-type Place): of all objects, as they begin */
  guint              n_seen;  /* of these */
} Reader;

typedef struct
{
  const char *start, *end;
} Place;

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

/* "… has joined the channel" */
static gboolean
is_notice (JsonObject *object)
{
  g_autofree char *subtype = dup_member (object, "subtype");

  return subtype != NULL &&
         (g_str_has_suffix (subtype, "_join") || g_str_has_suffix (subtype, "_leave"));
}

static gboolean
is_event (JsonObject *object)
{
  g_autofree char *time = DUP_FIRST (object, time_keys);
  g_autofree char *text = DUP_FIRST (object, text_keys);
  AftStamp         stamp;

  return time != NULL && text != NULL && !is_notice (object) && read_time (time, &stamp);
}

/* Where the objects of a text stand that is known to be valid, in the order in which they begin. */
static void
find_objects (GArray *objects, const char *text, gsize length)
{
  guint    open[AFT_CAP_JSON_DEPTH + 1];
  guint    depth = 0;
  gboolean in_string = FALSE;

  for (const char *p = text; p < text + length; p++)
    if (in_string && *p == '\\')
      p++;
    else if (*p == '"')
      in_string = !in_string;
    else if (!in_string && *p == '{' && depth < G_N_ELEMENTS (open))
      {
        const Place place = { p, p };

        open[depth++] = objects->len;
        g_array_append_val (objects, place);
      }
    else if (!in_string && *p == '}' && depth > 0)
      g_array_index (objects, Place, open[--depth]).end = p + 1;
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

      const Place *place = &g_array_index (self->objects, Place, self->n_seen++);

      if (is_event (object))
        {
          g_ptr_array_add (self->found, object);
          g_array_append_vals (self->places, place, 1);
        }
      json_object_iter_init_ordered (&iter, object);
      while (json_object_iter_next_ordered (&iter, &key, &member))
        if (JSON_NODE_HOLDS_ARRAY (member) || JSON_NODE_HOLDS_OBJECT (member))
          collect (self, member);
    }
}

static void
add_event (Reader *self, JsonObject *object, const Place *place)
{
  g_autofree char *time = DUP_FIRST (object, time_keys);
  g_autofree char *until = DUP_FIRST (object, until_keys);
  g_autofree char *text = DUP_FIRST (object, text_keys);
  g_autofree char *source = DUP_FIRST (object, source_keys);
  AftStamp         stamp, end;
  AftRecord       *event;

  read_time (time, &stamp);
  if (until != NULL && read_time (until, &end))
    {
      stamp.until = end.from;
      stamp.has_until = TRUE;
    }
  event = aft_import_add_message (
      self->import, self->timeline, &stamp, text, source != NULL ? source : "");
  if (event != NULL)
    aft_provenance_mark (
        self->import->provenance, place->start, place->end, AFT_USE_EVENT, event, AFT_EVENT_TEXT);
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
parse_all (const char *text, GArray *objects)
{
  GPtrArray *roots = g_ptr_array_new_with_free_func ((GDestroyNotify) json_node_unref);
  JsonNode  *whole = parse (text, strlen (text));

  if (whole != NULL)
    {
      g_ptr_array_add (roots, whole);
      find_objects (objects, text, strlen (text));
      return roots;
    }
  while (*text != '\0')
    {
      gsize     length = strcspn (text, "\n");
      JsonNode *line = *text == '{' ? parse (text, length) : NULL;

      if (line != NULL)
        {
          g_ptr_array_add (roots, line);
          find_objects (objects, text, length);
        }
      text += length + (text[length] == '\n');
    }
  return roots;
}

gboolean
aft_import_json (AftImport *self, AftTimelineReader *timeline, const char *text)
{
  g_autoptr (GPtrArray) found = g_ptr_array_new ();
  g_autoptr (GPtrArray) roots = NULL;
  g_autoptr (GArray) places = g_array_new (FALSE, FALSE, sizeof (Place));
  g_autoptr (GArray) objects = g_array_new (FALSE, FALSE, sizeof (Place));
  Reader reader = { self, timeline, found, places, objects, 0 };

  text += strspn (text, " \t\n");
  if (*text != '{' && *text != '[')
    return FALSE;
  roots = parse_all (text, objects);
  for (guint i = 0; i < roots->len; i++)
    collect (&reader, g_ptr_array_index (roots, i));
  for (guint i = 0; i < found->len; i++)
    add_event (&reader, g_ptr_array_index (found, i), &g_array_index (places, Place, i));
  return found->len > 0;
}
