/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "base/instant.h"

G_BEGIN_DECLS

/* A time zone by its IANA name ("Europe/Zurich"), "UTC", or a fixed offset ("+02:00").
 * Immutable and cached; never freed by callers. */
typedef struct _AftZone AftZone;

/* A wall clock reading, without a zone. */
typedef struct
{
  int year, month, day, hour, minute, second, usec;
} AftWall;

typedef enum
{
  AFT_WALL_UNIQUE,    /* exactly one instant shows this reading */
  AFT_WALL_GAP,       /* clocks skipped it: the instant is moved past the gap by its length */
  AFT_WALL_AMBIGUOUS, /* clocks showed it twice: the earlier instant is given */
} AftWallState;

/* NULL with AFT_BASE_ERROR_ZONE if there is no such zone. */
const AftZone *aft_zone_get (const char *name, GError **error);
const AftZone *aft_zone_utc (void);
/* Never NULL: UTC where the name is unknown or empty. */
const AftZone *aft_zone_get_or_utc (const char *name);
const char    *aft_zone_get_name (const AftZone *self);
/* The machine's own zone as an IANA name, "UTC" where it cannot be told. */
const char *aft_zone_local_name (void);

void aft_zone_to_wall (const AftZone *self, AftInstant instant, AftWall *wall);
/* other: where not NULL, the second instant of an ambiguous reading; of one in a gap the instant
 * that lies as far before the change as the reading lies behind it; else NONE. */
AftWallState aft_zone_from_wall (const AftZone *self,
                                 const AftWall *wall,
                                 AftInstant    *instant,
                                 AftInstant    *other);
/* Whether clocks show the reading of that instant twice, and when: one of the two is the instant.
 */
gboolean aft_zone_find_twins (const AftZone *self,
                              AftInstant     instant,
                              AftInstant    *first,
                              AftInstant    *second);
/* Offset from UTC in seconds at that instant. */
int aft_zone_offset_at (const AftZone *self, AftInstant instant);
/* "CEST", "UTC−3" where the zone has no letters: the short name in force at that instant. */
const char *aft_zone_abbreviation_at (const AftZone *self, AftInstant instant);
/* Midnight that starts the day containing the instant. */
AftInstant aft_zone_day_start (const AftZone *self, AftInstant instant);

/* "14:02", "14:02:30" where there are seconds. */
char *aft_zone_format_time (const AftZone *self, AftInstant instant);
/* "2026-05-04". */
char *aft_zone_format_date (const AftZone *self, AftInstant instant);
/* "2026-05-04 14:02". */
char *aft_zone_format (const AftZone *self, AftInstant instant);
/* "UTC+02:00": how far clocks are from UTC at that instant. */
char *aft_zone_format_offset (const AftZone *self, AftInstant instant);
/* The names to choose from: those of the zone database without its aliases, and UTC, sorted;
 * NULL-terminated, owned by the callee. */
const char *const *aft_zone_list (void);

G_END_DECLS
