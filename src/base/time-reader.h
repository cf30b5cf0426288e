/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "base/zone.h"

G_BEGIN_DECLS

/* The parts of a time as people type it, taken one by one from folded text (lower case, plain
 * blanks and hyphens). What is not the part asked for stays unread: FALSE. */
typedef struct
{
  const char *p; /* moves along the text */
  AftWall     wall;
  gboolean    has_date;
  gboolean    has_time;
  gboolean    has_zone;
  gint64      offset; /* µs east of UTC, where the text names a zone */
} AftTimeReader;

void     aft_time_reader_skip_space (AftTimeReader *self);
gboolean aft_time_reader_take (AftTimeReader *self, const char *word);
/* FALSE where there is no such day. */
gboolean aft_time_reader_set_date (AftTimeReader *self, int year, int month, int day);
gboolean aft_time_reader_take_iso_date (AftTimeReader *self);
/* "4 May 2026", "May 4, 2026"; the year may be missing: then it is the one of the context. */
gboolean aft_time_reader_take_named_date (AftTimeReader *self, int context_year);
gboolean aft_time_reader_take_time (AftTimeReader *self);
/* TRUE also where there is no zone; FALSE where one begins and is none. */
gboolean aft_time_reader_take_zone (AftTimeReader *self);

G_END_DECLS
