/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A point in time: microseconds since 1970-01-01T00:00:00Z. */
typedef gint64 AftInstant;

#define AFT_INSTANT_NONE G_MININT64
/* Years 0001 to 9999, the ones that have a form in RFC 3339. */
#define AFT_INSTANT_MIN ((gint64) -62135596800 * AFT_SECOND)
#define AFT_INSTANT_MAX ((gint64) 253402300800 * AFT_SECOND - 1)
#define AFT_SECOND      ((gint64) 1000000)
#define AFT_MINUTE      (60 * AFT_SECOND)
#define AFT_HOUR        (60 * AFT_MINUTE)
#define AFT_DAY         (24 * AFT_HOUR)

AftInstant aft_instant_now (void);

/* RFC 3339, any offset. Years 0001 to 9999, also as UTC. Strict: leap seconds, gaps in the form and
 * trailing text are errors; digits past the microsecond are dropped. Returns FALSE with
 * AFT_BASE_ERROR_SYNTAX. */
gboolean aft_instant_parse (const char *text, AftInstant *instant, GError **error);

/* RFC 3339 UTC with "Z"; a fraction only where there is one, without trailing zeros. */
char *aft_instant_format (AftInstant instant);

/* YYYY-MM-DD of the Gregorian calendar, strictly. */
gboolean aft_date_is_valid (const char *text);

G_END_DECLS
