/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/zone.h"

#include <string.h>

#include "base/calendar.h"
#include "base/error.h"

struct _AftZone
{
  char      *name;
  GTimeZone *zone;
};

/* Names and zones are kept for the life of the process: there are a few hundred at most. */
G_LOCK_DEFINE_STATIC (zones);
static GHashTable *zones;

static AftZone *
load_zone (const char *name)
{
  GTimeZone *zone = g_time_zone_new_identifier (name);
  AftZone   *self;

  if (zone == NULL)
    return NULL;
  self = g_new (AftZone, 1);
  self->name = g_strdup (name);
  self->zone = zone;
  g_hash_table_insert (zones, self->name, self);
  return self;
}

/* "+02:00": what clocks somewhere on Earth have shown. */
static gboolean
is_offset (const char *name)
{
  return strlen (name) == 6 && strchr ("+-", name[0]) != NULL && name[1] <= '1' &&
         g_ascii_isdigit (name[1]) && g_ascii_isdigit (name[2]) && name[3] == ':' &&
         name[4] <= '5' && g_ascii_isdigit (name[4]) && g_ascii_isdigit (name[5]) &&
         (name[1] == '0' || name[2] <= '5');
}

/* GLib also takes paths, bare numbers and rules such as "AAA3BBB": none of them is a name. */
static gboolean
is_name (const char *name)
{
  gsize length = strlen (name);

  if (length == 0 || length > 64 || !g_ascii_isalpha (*name))
    return FALSE;
  for (const char *p = name; *p != '\0'; p++)
    if (!g_ascii_isalnum (*p) && strchr ("_+-/", *p) == NULL)
      return FALSE;
  return TRUE;
}

const AftZone *
aft_zone_get (const char *name, GError **error)
{
  AftZone *self = NULL;

  if (name != NULL && (is_offset (name) || is_name (name)))
    {
      G_LOCK (zones);
      if (zones == NULL)
        zones = g_hash_table_new (g_str_hash, g_str_equal);
      self = g_hash_table_lookup (zones, name);
      if (self == NULL)
        self = load_zone (name);
      G_UNLOCK (zones);
    }
  if (self == NULL)
    g_set_error (error,
                 AFT_BASE_ERROR,
                 AFT_BASE_ERROR_ZONE,
                 "There is no time zone “%s”: use a name such as Europe/Zurich or UTC",
                 name != NULL ? name : "");
  return self;
}

const AftZone *
aft_zone_utc (void)
{
  return aft_zone_get ("UTC", NULL);
}

const AftZone *
aft_zone_get_or_utc (const char *name)
{
  const AftZone *self = aft_zone_get (name, NULL);

  return self != NULL ? self : aft_zone_utc ();
}

const char *
aft_zone_get_name (const AftZone *self)
{
  return self->name;
}

const char *
aft_zone_local_name (void)
{
  static const char *name;

  if (g_once_init_enter (&name))
    {
      g_autoptr (GTimeZone) local = g_time_zone_new_local ();
      const char *identifier = g_time_zone_get_identifier (local);

      g_once_init_leave (&name,
                         g_strdup (aft_zone_get (identifier, NULL) != NULL ? identifier : "UTC"));
    }
  return name;
}

static int
find_interval (const AftZone *self, AftInstant instant)
{
  return g_time_zone_find_interval (
      self->zone, G_TIME_TYPE_UNIVERSAL, aft_calendar_floor_divide (instant, AFT_SECOND));
}

int
aft_zone_offset_at (const AftZone *self, AftInstant instant)
{
  return g_time_zone_get_offset (self->zone, find_interval (self, instant));
}

/* Many zones have no letters but their offset: "-03", "+0545". */
const char *
aft_zone_abbreviation_at (const AftZone *self, AftInstant instant)
{
  int              interval = find_interval (self, instant);
  const char      *abbreviation = g_time_zone_get_abbreviation (self->zone, interval);
  int              minutes = g_time_zone_get_offset (self->zone, interval) / 60;
  g_autofree char *text = NULL;

  if (*abbreviation != '+' && *abbreviation != '-')
    return abbreviation;
  if (minutes == 0)
    return "UTC";
  text = g_strdup_printf (minutes % 60 != 0 ? "UTC%s%d:%02d" : "UTC%s%d",
                          minutes < 0 ? "−" : "+",
                          ABS (minutes) / 60,
                          ABS (minutes) % 60);
  return g_intern_string (text);
}

/* A reading of the wall clock as if it were UTC, and back. */
static gint64
wall_to_usec (const AftWall *wall)
{
  return aft_calendar_days (wall->year, wall->month, wall->day) * AFT_DAY + wall->hour * AFT_HOUR +
         wall->minute * AFT_MINUTE + wall->second * AFT_SECOND + wall->usec;
}

void
aft_zone_to_wall (const AftZone *self, AftInstant instant, AftWall *wall)
{
  gint64 local = instant + aft_zone_offset_at (self, instant) * AFT_SECOND;
  gint64 days = aft_calendar_floor_divide (local, AFT_DAY);
  gint64 time = local - days * AFT_DAY;
  gint64 year;

  aft_calendar_date (days, &year, &wall->month, &wall->day);
  wall->year = year;
  wall->hour = time / AFT_HOUR;
  wall->minute = time / AFT_MINUTE % 60;
  wall->second = time / AFT_SECOND % 60;
  wall->usec = time % AFT_SECOND;
}

/* GLib moves readings in a gap and picks one of two silently; so both offsets around the reading
 * are tried, and what fits is told. */
AftWallState
aft_zone_from_wall (const AftZone *self,
                    const AftWall *wall,
                    AftInstant    *instant,
                    AftInstant    *other)
{
  gint64     local = wall_to_usec (wall);
  gint64     before = aft_zone_offset_at (self, local - AFT_DAY) * AFT_SECOND;
  gint64     after = aft_zone_offset_at (self, local + AFT_DAY) * AFT_SECOND;
  AftInstant early = local - before;
  AftInstant late = local - after;
  gboolean   is_early = aft_zone_offset_at (self, early) * AFT_SECOND == before;
  gboolean   is_late = aft_zone_offset_at (self, late) * AFT_SECOND == after;

  if (other != NULL)
    *other = AFT_INSTANT_NONE;
  if (is_early && is_late && early != late)
    {
      *instant = MIN (early, late);
      if (other != NULL)
        *other = MAX (early, late);
      return AFT_WALL_AMBIGUOUS;
    }
  *instant = is_early || !is_late ? early : late;
  if (is_early || is_late)
    return AFT_WALL_UNIQUE;
  if (other != NULL)
    *other = late;
  return AFT_WALL_GAP;
}

gboolean
aft_zone_find_twins (const AftZone *self, AftInstant instant, AftInstant *first, AftInstant *second)
{
  AftWall wall;

  aft_zone_to_wall (self, instant, &wall);
  return aft_zone_from_wall (self, &wall, first, second) == AFT_WALL_AMBIGUOUS;
}

AftInstant
aft_zone_day_start (const AftZone *self, AftInstant instant)
{
  AftWall    wall;
  AftInstant start;

  aft_zone_to_wall (self, instant, &wall);
  wall.hour = wall.minute = wall.second = wall.usec = 0;
  aft_zone_from_wall (self, &wall, &start, NULL);
  return start;
}

char *
aft_zone_format_time (const AftZone *self, AftInstant instant)
{
  AftWall wall;

  aft_zone_to_wall (self, instant, &wall);
  if (wall.second != 0)
    return g_strdup_printf ("%02d:%02d:%02d", wall.hour, wall.minute, wall.second);
  return g_strdup_printf ("%02d:%02d", wall.hour, wall.minute);
}

char *
aft_zone_format_date (const AftZone *self, AftInstant instant)
{
  AftWall wall;

  aft_zone_to_wall (self, instant, &wall);
  return g_strdup_printf ("%04d-%02d-%02d", wall.year, wall.month, wall.day);
}

char *
aft_zone_format (const AftZone *self, AftInstant instant)
{
  g_autofree char *date = aft_zone_format_date (self, instant);
  g_autofree char *time = aft_zone_format_time (self, instant);

  return g_strconcat (date, " ", time, NULL);
}

char *
aft_zone_format_offset (const AftZone *self, AftInstant instant)
{
  int minutes = aft_zone_offset_at (self, instant) / 60;

  return g_strdup_printf (
      "UTC%c%02d:%02d", minutes < 0 ? '-' : '+', ABS (minutes) / 60, ABS (minutes) % 60);
}

static int
compare_names (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

/* Both tables of the zone database have a name in the third column of each line. */
static void
read_table (const char *table, GPtrArray *names)
{
  const char      *directory = g_getenv ("TZDIR");
  g_autofree char *path =
      g_build_filename (directory != NULL ? directory : "/usr/share/zoneinfo", table, NULL);
  g_autofree char *text = NULL;
  g_auto (GStrv) lines = NULL;

  if (!g_file_get_contents (path, &text, NULL, NULL))
    return;
  lines = g_strsplit (text, "\n", -1);
  for (guint i = 0; lines[i] != NULL; i++)
    {
      g_auto (GStrv) columns = g_strsplit (lines[i], "\t", 4);

      if (lines[i][0] != '#' && g_strv_length (columns) >= 3)
        g_ptr_array_add (names, g_strdup (columns[2]));
    }
}

/* Without a table: what there is of these. */
static void
add_common (GPtrArray *names)
{
  static const char *const common[] = {
    "Africa/Johannesburg", "America/Chicago",  "America/Los_Angeles", "America/New_York",
    "America/Sao_Paulo",   "Asia/Kolkata",     "Asia/Shanghai",       "Asia/Singapore",
    "Asia/Tokyo",          "Australia/Sydney", "Europe/Berlin",       "Europe/London",
    "Europe/Paris",        "Europe/Zurich",
  };

  for (guint i = 0; i < G_N_ELEMENTS (common); i++)
    if (aft_zone_get (common[i], NULL) != NULL)
      g_ptr_array_add (names, g_strdup (common[i]));
}

static GPtrArray *
collect_names (void)
{
  GPtrArray *names = g_ptr_array_new ();

  read_table ("zone.tab", names);
  if (names->len == 0)
    read_table ("zone1970.tab", names);
  if (names->len == 0)
    add_common (names);
  g_ptr_array_add (names, g_strdup ("UTC"));
  g_ptr_array_sort (names, compare_names);
  g_ptr_array_add (names, NULL);
  return names;
}

const char *const *
aft_zone_list (void)
{
  static const char *const *list;

  if (g_once_init_enter (&list))
    g_once_init_leave (&list, (const char *const *) g_ptr_array_free (collect_names (), FALSE));
  return list;
}
