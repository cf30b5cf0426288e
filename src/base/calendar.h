/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Days since 1970-01-01 <-> date, in the proleptic Gregorian calendar. */
gint64 aft_calendar_days (gint64 year, int month, int day);
void   aft_calendar_date (gint64 days, gint64 *year, int *month, int *day);
/* Quotient rounded towards minus infinity; b > 0. */
gint64 aft_calendar_floor_divide (gint64 a, gint64 b);

G_END_DECLS
