/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "support/fixtures.h"
#include "timeline/figure.h"

static double
measure (const char *text, gboolean bold, gpointer unused)
{
  return g_utf8_strlen (text, -1) * 6.0;
}

/* Events every so often from a first to a last instant. */
static AftFigure *
layout (const char *zone, const char *first, const char *last, gint64 every)
{
  g_autoptr (AftPostmortem) postmortem = fixture_postmortem ();
  AftRecordList *events =
      aft_record_get_list (aft_postmortem_get_root (postmortem), AFT_DOC_EVENTS);
  AftFigureOptions options = { .width = 900, .text_height = 14, .zone = zone, .measure = measure };
  g_autoptr (AftDigest) digest = NULL;
  AftInstant from, to;

  g_assert_true (aft_instant_parse (first, &from, NULL));
  g_assert_true (aft_instant_parse (last, &to, NULL));
  for (AftInstant at = from; at <= to; at += every)
    {
      g_autofree char *text = aft_instant_format (at);
      g_autoptr (AftRecord) event = fixture_event (text, "event", AFT_CHOICE_NONE);

      aft_record_list_init_append (events, event);
    }
  digest = aft_digest_new (events);
  return aft_figure_layout (digest, &options);
}

static const struct
{
  const char *name, *zone, *first, *last, *date;
} nights[] = {
  { "Zurich spring", "Europe/Zurich", "2026-03-28T21:00:00Z", "2026-03-29T06:00:00Z", "29 Mar" },
  { "Zurich autumn", "Europe/Zurich", "2026-10-24T20:00:00Z", "2026-10-25T06:00:00Z", "25 Oct" },
  { "New York spring",
    "America/New_York",
    "2026-03-08T03:00:00Z",
    "2026-03-08T12:00:00Z",
    "8 Mar" },
  { "New York autumn",
    "America/New_York",
    "2026-11-01T02:00:00Z",
    "2026-11-01T12:00:00Z",
    "1 Nov" },
};

/* Each tick says what the clock on the wall shows there, and midnight says the date. */
static void
test_night (gconstpointer data)
{
  guint          i = GPOINTER_TO_UINT (data);
  const AftZone *zone = aft_zone_get (nights[i].zone, NULL);
  g_autoptr (AftFigure) figure =
      layout (nights[i].zone, nights[i].first, nights[i].last, 30 * AFT_MINUTE);
  guint  n_dates = 0;
  double x = 0;

  g_assert_cmpuint (figure->ticks->len, >, 5);
  for (guint k = 0; k < figure->ticks->len; k++)
    {
      const AftTickBox *tick = &g_array_index (figure->ticks, AftTickBox, k);
      AftInstant        at = aft_scale_to_instant (&figure->scale, tick->x) + AFT_SECOND / 2;
      g_autofree char  *time = aft_zone_format_time (zone, at - at % AFT_SECOND);

      g_assert_cmpfloat (tick->x, >, x);
      x = tick->x;
      n_dates += tick->is_date;
      g_assert_cmpstr (tick->is_date ? "00:00" : tick->text, ==, time);
      if (tick->is_date)
        g_assert_cmpstr (tick->text, ==, nights[i].date);
    }
  g_assert_cmpuint (n_dates, ==, 1);
}

/* A fault from decades ago: the quiet years are neither ticked nor walked through. */
static void
test_long_gap (void)
{
  g_autoptr (AftPostmortem) postmortem = fixture_postmortem ();
  AftRecordList *events =
      aft_record_get_list (aft_postmortem_get_root (postmortem), AFT_DOC_EVENTS);
  static const char *const times[] = {
    "1990-01-01T10:00:00Z", "1990-01-01T10:05:00Z", "2026-05-04T10:00:00Z", "2026-05-04T10:05:00Z"
  };
  AftFigureOptions options = { .width = 900, .text_height = 14, .zone = "UTC", .measure = measure };
  g_autoptr (AftDigest) digest = NULL;
  g_autoptr (AftFigure) figure = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (times); i++)
    {
      g_autoptr (AftRecord) event = fixture_event (times[i], "event", AFT_CHOICE_NONE);

      aft_record_list_init_append (events, event);
    }
  digest = aft_digest_new (events);
  figure = aft_figure_layout (digest, &options);
  g_assert_cmpuint (figure->gaps->len, ==, 1);
  g_assert_cmpuint (figure->ticks->len, <, 40);
  g_assert_cmpfloat (g_array_index (figure->events, AftEventBox, 1).mark.x -
                         g_array_index (figure->events, AftEventBox, 0).mark.x,
                     >,
                     100);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (nights); i++)
    {
      g_autofree char *path = g_strconcat ("/timeline/ticks/clocks change: ", nights[i].name, NULL);

      g_test_add_data_func (path, GUINT_TO_POINTER (i), test_night);
    }
  g_test_add_func ("/timeline/ticks/quiet years have none", test_long_gap);
  return g_test_run ();
}
