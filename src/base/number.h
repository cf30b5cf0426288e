/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What a lone separator with three digits behind it is: "12.400". A comma groups in both. */
typedef enum
{
  AFT_NUMBER_REAL,  /* the point is the decimal mark */
  AFT_NUMBER_WHOLE, /* the point groups: nobody writes a count with three decimals */
} AftNumberStyle;

/* Digits as people type them: grouped by spaces, apostrophes, points or commas, with a decimal
 * point or comma, and k, M or B behind. Groups must be whole: "1.2.3" is no number. Not negative,
 * at most 10^15. */
gboolean aft_number_parse (const char *text, AftNumberStyle style, double *value);

G_END_DECLS
