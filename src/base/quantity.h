/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Durations are whole seconds. "1 h 32 min", "45 s", "3 d 4 h", "0 min"; negative with "−". */
char *aft_duration_format (gint64 seconds);
/* "1h32m", "1 h 32 min", "1h32", "92 minutes", "1:32", "45s", "1.5 h", "3 days". Not negative; a
 * bare number is refused: nobody knows its unit. */
gboolean aft_duration_parse (const char *text, gint64 *seconds, GError **error);

/* Whole numbers with grouping: "12 400" (narrow no-break space). */
char *aft_count_format (gint64 value);
/* "12400", "12 400", "12,400", "12.400", "12.4k", "1.2 M". Not negative. */
gboolean aft_count_parse (const char *text, gint64 *value, GError **error);

/* Shortest text that reads back as the same double; a whole number has no fraction: "12.5", "3". */
char *aft_real_format (double value);
/* "1,250.50", "1250.5", "1 250,50", "12k". Not negative. */
gboolean aft_real_parse (const char *text, double *value, GError **error);
/* "12 400.50 CHF": two decimals where there is a fraction, grouped like counts. */
char *aft_money_format (double value, const char *currency);

G_END_DECLS
