/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/events.h"
#include "support/fixtures.h"
#include "timeline/figure.h"

#define N_TIMELINES 1000

static double
measure (const char *text, gboolean bold, gpointer unused)
{
  return g_utf8_strlen (text, -1) * (bold ? 6.5 : 6.0);
}

static AftFigureOptions
new_options (double width, gboolean rtl)
{
  return (AftFigureOptions){ .width = width,
                             .min_height = 120,
                             .text_height = 14,
                             .zone = "Europe/Zurich",
                             .rtl = rtl,
                             .view_from = AFT_INSTANT_NONE,
                             .view_to = AFT_INSTANT_NONE,
                             .measure = measure };
}

static void
init_choice (AftRecord *event, guint field, guint choice)
{
  g_auto (AftValue) value = AFT_VALUE_INIT;

  aft_value_set_integer (&value, choice);
  aft_record_init_value (event, field, &value);
}

static AftRecord *
random_event (GRand *rand, AftInstant *at)
{
  static const char *const texts[] = { "",
                                       "a",
                                       "error rate at 5 %",
                                       "ارتفع معدل الخطأ",
                                       "a long text about what was seen that has to be cut" };
  g_autofree char         *when = NULL;
  AftRecord               *event;
  int                      pace = g_rand_int_range (rand, 0, 12);

  *at += pace == 0    ? 0
         : pace == 11 ? 30 * AFT_HOUR
                      : pace * g_rand_int_range (rand, 1, 200) * AFT_SECOND;
  when = g_rand_int_range (rand, 0, 12) == 0 ? NULL : aft_instant_format (*at);
  event = fixture_event (when,
                         texts[g_rand_int_range (rand, 0, G_N_ELEMENTS (texts))],
                         g_rand_int_range (rand, 0, 5) == 0
                             ? (guint) g_rand_int_range (rand, 0, AFT_N_MILESTONES)
                             : AFT_CHOICE_NONE);
  init_choice (event, AFT_EVENT_LANE, g_rand_int_range (rand, 0, AFT_N_LANES));
  return event;
}

static AftPostmortem *
random_timeline (guint32 seed)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (seed);
  AftPostmortem *postmortem = fixture_postmortem ();
  AftRecordList *events =
      aft_record_get_list (aft_postmortem_get_root (postmortem), AFT_DOC_EVENTS);
  AftInstant at = FIXTURE_NOW;
  int        n = g_rand_int_range (rand, 0, 40);

  for (int i = 0; i < n; i++)
    {
      g_autoptr (AftRecord) event = random_event (rand, &at);

      aft_record_list_init_append (events, event);
    }
  return postmortem;
}

static AftFigure *
layout (AftPostmortem *postmortem, double width, gboolean rtl)
{
  AftFigureOptions options = new_options (width, rtl);

  return aft_figure_layout (
      aft_record_get_list (aft_postmortem_get_root (postmortem), AFT_DOC_EVENTS), &options);
}

static double
width_for (guint32 seed)
{
  return 300 + seed % 8 * 100;
}

static gboolean
overlap (const AftRect *a, const AftRect *b)
{
  return a->x + a->width > b->x + 0.01 && b->x + b->width > a->x + 0.01 &&
         a->y + a->height > b->y + 0.01 && b->y + b->height > a->y + 0.01;
}

static void
check_labels (const AftFigure *figure)
{
  for (guint i = 0; i < figure->events->len; i++)
    for (guint k = i + 1; k < figure->events->len; k++)
      {
        const AftEventBox *a = &g_array_index (figure->events, AftEventBox, i);
        const AftEventBox *b = &g_array_index (figure->events, AftEventBox, k);

        if (!a->label_hidden && !b->label_hidden)
          g_assert_false (overlap (&a->label, &b->label));
      }
}

static void
check_order (const AftFigure *figure)
{
  for (guint i = 1; i < figure->events->len; i++)
    {
      const AftEventBox *a = &g_array_index (figure->events, AftEventBox, i - 1);
      const AftEventBox *b = &g_array_index (figure->events, AftEventBox, i);

      g_assert_true (b->unknown_time || !a->unknown_time);
      if (!b->unknown_time)
        g_assert_cmpfloat (a->mark.x, <=, b->mark.x + 0.01);
    }
}

static void
check_hits (const AftFigure *figure)
{
  for (guint i = 0; i < figure->events->len; i++)
    {
      const AftRect *mark = &g_array_index (figure->events, AftEventBox, i).mark;
      double         x = mark->x + mark->width / 2, y = mark->y + mark->height / 2;
      int            hit = aft_figure_hit (figure, x, y);
      const AftRect *found;

      g_assert_cmpint (hit, >=, 0);
      found = &g_array_index (figure->events, AftEventBox, hit).mark;
      g_assert_true (x >= found->x && x <= found->x + found->width);
      g_assert_true (y >= found->y && y <= found->y + found->height);
    }
}

static void
assert_inside (const AftFigure *figure, const AftRect *rect)
{
  g_assert_cmpfloat (rect->x, >=, -0.01);
  g_assert_cmpfloat (rect->y, >=, -0.01);
  g_assert_cmpfloat (rect->x + rect->width, <=, figure->bounds.width + 0.01);
  g_assert_cmpfloat (rect->y + rect->height, <=, figure->bounds.height + 0.01);
}

static void
check_bounds (const AftFigure *figure)
{
  for (guint i = 0; i < figure->events->len; i++)
    {
      const AftEventBox *box = &g_array_index (figure->events, AftEventBox, i);

      assert_inside (figure, &box->mark);
      if (!box->label_hidden)
        assert_inside (figure, &box->label);
    }
  for (guint i = 0; i < figure->phases->len; i++)
    assert_inside (figure, &g_array_index (figure->phases, AftPhaseBox, i).rect);
  for (guint i = 0; i < figure->gaps->len; i++)
    assert_inside (figure, &g_array_index (figure->gaps, AftGapBox, i).rect);
  for (guint i = 0; i < figure->flags->len; i++)
    assert_inside (figure, &g_array_index (figure->flags, AftFlagBox, i).label);
}

static void
check_scale (const AftFigure *figure)
{
  const AftScale *scale = &figure->scale;

  for (double x = scale->x0; x <= scale->x0 + scale->width; x += 7)
    g_assert_cmpfloat_with_epsilon (
        aft_scale_to_x (scale, aft_scale_to_instant (scale, x)), x, 0.05);
}

static void
for_each_timeline (gconstpointer data)
{
  void (*check) (const AftFigure *) = (void (*) (const AftFigure *)) data;

  for (guint32 seed = 1; seed <= N_TIMELINES; seed++)
    {
      g_autoptr (AftPostmortem) postmortem = random_timeline (seed);
      g_autoptr (AftFigure) figure = layout (postmortem, width_for (seed), FALSE);

      check (figure);
    }
}

static void
test_mirror (void)
{
  for (guint32 seed = 1; seed <= N_TIMELINES; seed++)
    {
      g_autoptr (AftPostmortem) postmortem = random_timeline (seed);
      g_autoptr (AftFigure) ltr = layout (postmortem, width_for (seed), FALSE);
      g_autoptr (AftFigure) rtl = layout (postmortem, width_for (seed), TRUE);

      g_assert_cmpuint (ltr->events->len, ==, rtl->events->len);
      for (guint i = 0; i < ltr->events->len; i++)
        {
          const AftEventBox *a = &g_array_index (ltr->events, AftEventBox, i);
          const AftEventBox *b = &g_array_index (rtl->events, AftEventBox, i);

          g_assert_cmpfloat_with_epsilon (
              a->mark.x + a->mark.width + b->mark.x, ltr->bounds.width, 0.01);
          g_assert_cmpfloat_with_epsilon (a->mark.y, b->mark.y, 0.01);
          g_assert_cmpstr (a->text, ==, b->text);
        }
      check_scale (rtl);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_data_func (
      "/timeline/figure/no two labels overlap", (gconstpointer) check_labels, for_each_timeline);
  g_test_add_data_func ("/timeline/figure/marks stand in order of time",
                        (gconstpointer) check_order,
                        for_each_timeline);
  g_test_add_data_func ("/timeline/figure/a mark is hit at its centre",
                        (gconstpointer) check_hits,
                        for_each_timeline);
  g_test_add_data_func (
      "/timeline/figure/all is inside the bounds", (gconstpointer) check_bounds, for_each_timeline);
  g_test_add_data_func (
      "/timeline/figure/the scale reads back", (gconstpointer) check_scale, for_each_timeline);
  g_test_add_func ("/timeline/figure/right to left is the mirror image", test_mirror);
  return g_test_run ();
}
