/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/sections/compose.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "base/quantity.h"
#include "base/text.h"
#include "base/zone.h"
#include "model/events.h"
#include "model/metrics.h"

static void
add_sentence (GString *text, char *sentence)
{
  if (text->len > 0)
    g_string_append_c (text, ' ');
  g_string_append (text, sentence);
  g_free (sentence);
}

static const AftZone *
get_zone (AftRecord *root)
{
  return aft_zone_get_or_utc (aft_record_get_text (root, AFT_DOC_TIME_ZONE));
}

/* From the start of the impact to its end, as the metric of its duration takes them. */
static gboolean
find_span (AftRecord *root, AftInstant *from, AftInstant *to)
{
  AftMetric metrics[AFT_N_METRICS];

  aft_metrics_compute (aft_record_get_list (root, AFT_DOC_EVENTS), metrics);
  if (metrics[AFT_METRIC_DURATION].state != AFT_METRIC_KNOWN)
    return FALSE;
  *from = aft_event_get_at (metrics[AFT_METRIC_DURATION].from);
  *to = aft_event_get_at (metrics[AFT_METRIC_DURATION].to);
  return TRUE;
}

static void
add_span (GString *text, AftRecord *root)
{
  const AftZone   *zone = get_zone (root);
  AftInstant       from, to;
  g_autofree char *start = NULL;
  g_autofree char *end = NULL;
  g_autofree char *length = NULL;

  if (!find_span (root, &from, &to))
    return;
  start = aft_zone_format (zone, from);
  end = aft_zone_day_start (zone, from) == aft_zone_day_start (zone, to)
            ? aft_zone_format_time (zone, to)
            : aft_zone_format (zone, to);
  length = aft_duration_format ((to - from) / AFT_SECOND);
  add_sentence (text,
                /* Translators: start, end, zone and length: "From 2026-05-04 14:02 to 14:13 CEST,
                 * for 11 min." */
                g_strdup_printf (_ ("From %s to %s %s, for %s."),
                                 start,
                                 end,
                                 aft_zone_abbreviation_at (zone, to),
                                 length));
}

static void
add_start (GString *text, AftRecord *root)
{
  const AftZone   *zone = get_zone (root);
  AftInstant       first, last;
  g_autofree char *start = NULL;

  if (!aft_events_span (aft_record_get_list (root, AFT_DOC_EVENTS), &first, &last))
    return;
  start = aft_zone_format (zone, first);
  add_sentence (
      text,
      /* Translators: a date and time, and the short name of its zone */
      g_strdup_printf (_ ("It began at %s %s."), start, aft_zone_abbreviation_at (zone, first)));
}

static void
add_title (GString *text, AftRecord *root)
{
  g_autofree char *title = aft_text_clean_line (aft_record_get_text (root, AFT_DOC_TITLE), -1);
  gsize            length = strlen (title);
  guint            severity = aft_record_get_choice (root, AFT_DOC_SEVERITY);

  if (length == 0)
    return;
  if (title[length - 1] == '.')
    title[length - 1] = '\0';
  if (severity == AFT_CHOICE_NONE)
    add_sentence (text, g_strdup_printf ("%s.", title));
  else
    add_sentence (text,
                  /* Translators: a title and its severity: "Config push served errors (SEV-2)." */
                  g_strdup_printf (_ ("%s (%s)."),
                                   title,
                                   aft_field_get_choice_label (
                                       aft_record_get_field (root, AFT_DOC_SEVERITY), severity)));
}

static void
add_users (GString *text, AftRecord *root)
{
  guint            scope = aft_record_get_choice (root, AFT_DOC_USERS_SCOPE);
  g_autofree char *count = NULL;

  if (aft_record_has (root, AFT_DOC_USERS_COUNT))
    {
      count = aft_count_format (aft_record_get_integer (root, AFT_DOC_USERS_COUNT, 0));
      add_sentence (text,
                    /* Translators: a number: "12 400 users were affected." */
                    g_strdup_printf (_ ("%s users were affected."), count));
    }
  else if (scope == AFT_SCOPE_ALL)
    add_sentence (text, g_strdup (_ ("All users were affected.")));
  else if (scope == AFT_SCOPE_SUBSET)
    add_sentence (text, g_strdup (_ ("A part of the users was affected.")));
  else if (scope == AFT_SCOPE_NONE)
    add_sentence (text, g_strdup (_ ("No users were affected.")));
}

char *
aft_compose_description (AftRecord *root)
{
  GString   *text = g_string_new (NULL);
  AftInstant from, to;

  if (find_span (root, &from, &to))
    add_span (text, root);
  else
    add_start (text, root);
  add_title (text, root);
  add_users (text, root);
  return g_string_free (text, FALSE);
}
