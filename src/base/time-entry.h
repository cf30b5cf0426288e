/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "base/zone.h"

G_BEGIN_DECLS

/* What a person typed into a time field, understood in a context. */
typedef struct
{
  const AftZone *zone;     /* in which readings without a zone are meant */
  AftInstant     now;      /* for "now", "yesterday"; time is an argument, never the clock */
  AftInstant     previous; /* the event before: date of "14:02", base of "+12m"; may be NONE */
} AftTimeContext;

typedef struct
{
  AftInstant   instant;
  AftInstant   other; /* the second of an ambiguous reading, the time before a gap; else NONE */
  AftWallState state;
  gboolean     date_inferred; /* the text gave no date; never with "now" and "+12m" */
  gboolean     zone_inferred; /* the text gave no zone; likewise */
  gboolean     date_only;     /* the text gave no time: the day's midnight */
  gboolean     approximate;   /* written with a leading "~" or "≈" */
} AftTimeEntry;

/* Understands 14:02, 14:02:30, 1402, 14.02, 2:02 pm, now, today 14:02, yesterday 23:50, tomorrow
 * 0:10, 2026-05-04, 2026-05-04 14:02, 2026-05-04T14:02+02:00, 4 May 14:02, May 4 2026 14:02, +12m,
 * -1h 5m, and a trailing Z, UTC, ±HH:MM or the short name that the context's zone has at that time
 * ("02:30 CET"). White space is free, case does not matter. Years 0001 to 9999; no leap seconds.
 * Returns FALSE with AFT_BASE_ERROR_SYNTAX and one sentence on what would be understood. */
gboolean aft_time_entry_parse (const char           *text,
                               const AftTimeContext *context,
                               AftTimeEntry         *entry,
                               GError              **error);

/* The instant as it is typed, "2026-05-04 14:02", with its offset where clocks showed that twice:
 * parses back to the same instant. Transfer full. */
char *aft_time_entry_format (const AftZone *zone, AftInstant instant);

G_END_DECLS
