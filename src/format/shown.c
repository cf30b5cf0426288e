/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "format/shown.h"

#include <glib/gi18n-lib.h>

#include "base/quantity.h"
#include "model/events.h"

char *
aft_shown_figure (AftRecord *root, guint field)
{
  const AftField  *description = aft_record_get_field (root, field);
  const char      *currency = aft_record_get_text (root, AFT_DOC_REVENUE_CURRENCY);
  g_autofree char *number = NULL;

  switch (description->kind)
    {
    case AFT_KIND_CHOICE:
      return g_strdup (
          aft_field_get_choice_label (description, aft_record_get_choice (root, field)));
    case AFT_KIND_COUNT:
      return aft_count_format (aft_record_get_integer (root, field, 0));
    case AFT_KIND_SECONDS:
      return aft_duration_format (aft_record_get_integer (root, field, 0));
    case AFT_KIND_AMOUNT:
      return aft_money_format (aft_record_get_real (root, field, 0), currency);
    case AFT_KIND_PERCENT:
      number = aft_real_format (aft_record_get_real (root, field, 0));
      return g_strdup_printf ("%s %%", number);
    case AFT_KIND_HOURS:
      number = aft_real_format (aft_record_get_real (root, field, 0));
      return g_strdup_printf (_ ("%s h"), number);
    default:
      return NULL;
    }
}

char *
aft_shown_when (AftRecord *event, const AftZone *zone)
{
  AftInstant       at = aft_event_get_at (event);
  AftInstant       until = aft_event_get_until (event);
  guint            precision = aft_record_get_choice (event, AFT_EVENT_PRECISION);
  const char      *mark = precision == AFT_PRECISION_APPROXIMATE ? "≈" : "";
  g_autofree char *from = NULL;
  g_autofree char *to = NULL;

  if (at == AFT_INSTANT_NONE)
    return g_strdup (aft_record_get_text (event, AFT_EVENT_WRITTEN));
  if (precision == AFT_PRECISION_DATE)
    return aft_zone_format_date (zone, at);
  from = aft_zone_format (zone, at);
  if (until == AFT_INSTANT_NONE)
    return g_strconcat (mark, from, NULL);
  to = aft_zone_format (zone, until);
  return g_strconcat (mark, from, " – ", to, NULL);
}
