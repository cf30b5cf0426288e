/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "random-timeline.h"

static const char *const texts[] = {
  "",
  "a",
  "error rate at 5 %",
  "ارتفع معدل الخطأ",
  "障害を検知した",
  "a long text about what was seen that has to be cut wherever there is no room for all of it",
};

double
random_measure (const char *text, gboolean bold, gpointer unused)
{
  return g_utf8_strlen (text, -1) * (bold ? 6.5 : 6.0);
}

static void
init_choice (AftRecord *event, guint field, guint choice)
{
  g_auto (AftValue) value = AFT_VALUE_INIT;

  aft_value_set_integer (&value, choice);
  aft_record_init_value (event, field, &value);
}

/* Crowded: seconds apart; else minutes, and now and then a day or a year. */
static gint64
random_step (GRand *rand, gboolean is_crowded)
{
  int pace = g_rand_int_range (rand, 0, 14);

  if (is_crowded || pace < 3)
    return g_rand_int_range (rand, 0, 20) * AFT_SECOND;
  if (pace == 13)
    return g_rand_int_range (rand, 0, 20) == 0 ? 400 * AFT_DAY : 30 * AFT_HOUR;
  return pace * g_rand_int_range (rand, 1, 200) * AFT_SECOND;
}

static AftRecord *
random_event (GRand *rand, AftInstant at)
{
  g_autofree char *when = aft_instant_format (at);
  gboolean         is_unknown = g_rand_int_range (rand, 0, 14) == 0;
  gboolean         is_milestone = g_rand_int_range (rand, 0, 6) == 0;
  AftRecord       *event = fixture_event (
      is_unknown ? NULL : when,
      texts[g_rand_int_range (rand, 0, G_N_ELEMENTS (texts))],
      is_milestone ? (guint) g_rand_int_range (rand, 0, AFT_N_MILESTONES) : AFT_CHOICE_NONE);

  init_choice (event, AFT_EVENT_LANE, g_rand_int_range (rand, 0, AFT_N_LANES));
  if (g_rand_int_range (rand, 0, 5) == 0)
    init_choice (event, AFT_EVENT_PRECISION, AFT_PRECISION_APPROXIMATE);
  if (!is_unknown && g_rand_int_range (rand, 0, 7) == 0)
    {
      g_auto (AftValue) until = AFT_VALUE_INIT;

      aft_value_set_integer (&until, at + g_rand_int_range (rand, 1, 9000) * AFT_SECOND);
      aft_record_init_value (event, AFT_EVENT_UNTIL, &until);
    }
  return event;
}

AftPostmortem *
random_timeline (guint32 seed)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (seed);
  AftPostmortem *postmortem = fixture_postmortem ();
  AftRecordList *events =
      aft_record_get_list (aft_postmortem_get_root (postmortem), AFT_DOC_EVENTS);
  AftInstant at = FIXTURE_NOW;
  gboolean   is_crowded = seed % 7 == 0;
  int        n = g_rand_int_range (rand, 0, seed % 10 == 0 ? 300 : 40);

  for (int i = 0; i < n; i++)
    {
      g_autoptr (AftRecord) event = NULL;

      at += random_step (rand, is_crowded);
      event = random_event (rand, at);
      aft_record_list_init_append (events, event);
    }
  return postmortem;
}

AftDigest *
random_digest (guint32 seed)
{
  g_autoptr (AftPostmortem) postmortem = random_timeline (seed);

  return aft_digest_new (
      aft_record_get_list (aft_postmortem_get_root (postmortem), AFT_DOC_EVENTS));
}

AftFigureOptions
random_options (guint32 seed)
{
  return (AftFigureOptions){ .width = 300 + seed % 8 * 120,
                             .min_height = 120,
                             .text_height = seed % 5 == 0 ? 28 : 14,
                             .zone = "Europe/Zurich",
                             .measure = random_measure };
}

static void
move_view (GRand *rand, AftViewState *view, const AftFigure *figure)
{
  double x = figure->plot.x + g_rand_double (rand) * figure->plot.width;

  switch (g_rand_int_range (rand, 0, 4))
    {
    case 0:
      aft_view_state_zoom (view, &figure->scale, x, g_rand_double_range (rand, 0.3, 5));
      break;
    case 1:
      aft_view_state_pan (view, &figure->scale, g_rand_double_range (rand, -800, 800));
      break;
    case 2:
      aft_view_state_reveal (view, &figure->scale, aft_scale_to_instant (&figure->scale, x), 30);
      break;
    default:
      if (figure->gaps->len > 0)
        {
          const AftGapBox *gap = &g_array_index (figure->gaps, AftGapBox, 0);

          aft_view_state_set_expanded (view, &figure->scale, gap->from, gap->to, !gap->is_expanded);
        }
    }
}

void
random_view (guint32 seed, AftDigest *digest, AftViewState *view)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (seed);
  AftFigureOptions options = random_options (seed);

  *view = (AftViewState) AFT_VIEW_STATE_FIT;
  options.view = view;
  for (guint i = 0; i < seed % 4; i++)
    {
      g_autoptr (AftFigure) figure = aft_figure_layout (digest, &options);

      move_view (rand, view, figure);
    }
}
