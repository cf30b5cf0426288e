/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "base/time-entry.h"

G_BEGIN_DECLS

/* "14:02 error rate at 5 %": a time, as far as one is understood from the start, and what happened.
 * Pure. */
typedef struct
{
  gboolean     has_time;
  AftTimeEntry time;
  const char  *text; /* within the line: what follows the time */
} AftEventLine;

void aft_event_line_parse (const char *line, const AftTimeContext *context, AftEventLine *parsed);

G_END_DECLS
