/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "base/zone.h"

G_BEGIN_DECLS

/* A date, a time or both, as people write them at the head of an entry: "2026-05-04 14:02 UTC",
 * "~2:02 pm", "May 4th, 2026 at 14:02 (CEST):", "14:02 - 14:10", "20260-05-04", "2026-MM-DD". */
typedef struct
{
  gboolean has_date, has_year;
  int      year, month, day;
  gboolean has_time, has_half; /* has_half: am or pm was said, or the hour is over 12 */
  int      hour, minute, second;
} AftStampPart;

typedef struct
{
  AftStampPart from, until; /* until: what is not said of it is that of from */
  gboolean     has_until;
  gboolean     is_approximate;
  gboolean     is_doubtful; /* a digit too many, or day and month could be the other way round */
  gboolean is_placeholder;  /* "2026-MM-DD", "[???]": there is no time, but there was to be one */
  gboolean has_zone;
  char     zone[48];   /* as aft_zone_get() has it: "-08:00", "America/New_York", "UTC" */
  gsize    start;      /* bytes before it: "**[Outage start]** On " */
  gsize    end;        /* bytes up to its end, without the separator behind it */
  gsize    next;       /* bytes up to the text behind that separator */
  gboolean is_set_off; /* a separator, a mark or the end stands behind it */
} AftStamp;

/* A stamp with which the text begins, words such as "On", "Around", "Between" aside. compact: four
 * digits alone are a time ("1402"). */
gboolean aft_stamp_read (const char *text, gsize length, gboolean compact, AftStamp *stamp);
/* A date and time with which the text ends: "Fault occurs 2026-05-04 14:02". */
gboolean aft_stamp_read_end (const char *text, gsize length, AftStamp *stamp);
/* The first date with a year that stands anywhere in the text. */
gboolean aft_stamp_find_date (const char *text, gsize length, AftStamp *stamp);
/* The first zone named anywhere: "All times in PST". FALSE leaves zone as it was. zone: 48 bytes */
gboolean aft_stamp_find_zone (const char *text, gsize length, char *zone);

G_END_DECLS
