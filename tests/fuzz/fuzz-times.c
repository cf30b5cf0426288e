/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Times as people write them: at the head of an entry, in a field, in a file. */
#include <string.h>

#include "base/text.h"
#include "base/time-entry.h"
#include "format/import/stamp.h"
#include "fuzz/check.h"

static void
check_stamp (const char *text, const AftStamp *stamp)
{
  const AftStampPart *from = &stamp->from;

  g_assert (stamp->start <= stamp->end && stamp->end <= stamp->next);
  g_assert (stamp->next <= strlen (text));
  g_assert (!from->has_date || (from->month >= 1 && from->month <= 12));
  g_assert (!from->has_date || (from->day >= 1 && from->day <= 31));
  g_assert (!from->has_time || (from->hour >= 0 && from->hour <= 24));
  g_assert (!from->has_time || (from->minute >= 0 && from->minute <= 59));
  g_assert (memchr (stamp->zone, '\0', sizeof stamp->zone) != NULL);
}

static void
check_entry (const char *text)
{
  const AftTimeContext context = { aft_zone_get_or_utc ("Europe/Zurich"),
                                   G_GINT64_CONSTANT (1777903320000000),
                                   G_GINT64_CONSTANT (1777900000000000) };
  AftTimeEntry         entry;
  AftInstant           instant;

  if (aft_time_entry_parse (text, &context, &entry, NULL))
    g_assert (entry.instant != AFT_INSTANT_NONE);
  if (aft_instant_parse (text, &instant, NULL))
    {
      g_autofree char *shown = aft_instant_format (instant);
      AftInstant       again;

      g_assert (aft_instant_parse (shown, &again, NULL));
      g_assert (again == instant);
    }
}

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  g_autofree char *text = aft_text_clean ((const char *) data, MIN (size, 4096), NULL);
  char             zone[48] = "";
  AftStamp         stamp;

  if (aft_stamp_read (text, strlen (text), FALSE, &stamp))
    check_stamp (text, &stamp);
  if (aft_stamp_read (text, strlen (text), TRUE, &stamp))
    check_stamp (text, &stamp);
  if (aft_stamp_read_end (text, strlen (text), &stamp))
    check_stamp (text, &stamp);
  if (aft_stamp_find_date (text, strlen (text), &stamp))
    g_assert (stamp.from.has_date && stamp.from.has_year);
  if (aft_stamp_find_zone (text, strlen (text), zone))
    g_assert (*zone != '\0');
  check_entry (text);
  return 0;
}
