/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "random-timeline.h"
#include "timeline/hit.h"

/* Each rule holds for every timeline, in every view. */
typedef void (*Check) (const AftFigure *figure);

static gboolean
overlap (const AftRect *a, const AftRect *b)
{
  return a->x + a->width > b->x + 0.01 && b->x + b->width > a->x + 0.01 &&
         a->y + a->height > b->y + 0.01 && b->y + b->height > a->y + 0.01;
}

static gboolean
is_in_plot (const AftFigure *figure, double x)
{
  return x >= figure->plot.x && x <= figure->plot.x + figure->plot.width;
}

static const AftEventBox *
get_event (const AftFigure *figure, guint i)
{
  return &g_array_index (figure->events, AftEventBox, i);
}

static void
append (GArray *rects, const AftRect *rect)
{
  if (rect->width > 0)
    g_array_append_val (rects, *rect);
}

static void
assert_apart (const GArray *rects)
{
  for (guint i = 0; i < rects->len; i++)
    for (guint k = i + 1; k < rects->len; k++)
      g_assert_false (
          overlap (&g_array_index (rects, AftRect, i), &g_array_index (rects, AftRect, k)));
}

/* What of it is drawn: the rest is cut off at the plot. */
static AftRect
visible (const AftFigure *figure, gboolean in_tray, const AftRect *rect)
{
  double left = MAX (rect->x, figure->plot.x - AFT_FIGURE_OVERHANG);
  double right =
      MIN (rect->x + rect->width, figure->plot.x + figure->plot.width + AFT_FIGURE_OVERHANG);

  if (in_tray)
    return *rect;
  return (AftRect){ left, rect->y, MAX (right - left, 0), rect->height };
}

/* Labels, marks and clusters; a label within its bar is not beside it. */
static void
check_events_apart (const AftFigure *figure)
{
  g_autoptr (GArray) rects = g_array_new (FALSE, FALSE, sizeof (AftRect));

  for (guint i = 0; i < figure->events->len; i++)
    {
      const AftEventBox *box = get_event (figure, i);
      AftRect            mark = visible (figure, box->unknown_time, &box->mark);
      AftRect            label = visible (figure, box->unknown_time, &box->label);

      if (box->is_shown)
        append (rects, &mark);
      if (!box->label_hidden && !box->label_inside)
        append (rects, &label);
    }
  for (guint i = 0; i < figure->clusters->len; i++)
    {
      const AftClusterBox *box = &g_array_index (figure->clusters, AftClusterBox, i);
      AftRect              rect = visible (figure, box->from == AFT_INSTANT_NONE, &box->rect);

      append (rects, &rect);
    }
  assert_apart (rects);
}

static void
check_names_apart (const AftFigure *figure)
{
  g_autoptr (GArray) rects = g_array_new (FALSE, FALSE, sizeof (AftRect));

  for (guint i = 0; i < figure->flags->len; i++)
    append (rects, &g_array_index (figure->flags, AftFlagBox, i).label);
  for (guint i = 0; i < figure->phases->len; i++)
    append (rects, &g_array_index (figure->phases, AftPhaseBox, i).label);
  for (guint i = 0; i < figure->lanes->len; i++)
    append (rects, &g_array_index (figure->lanes, AftLaneBox, i).label);
  assert_apart (rects);
}

/* The names of gaps and the times stand on one line. */
static void
check_axis_apart (const AftFigure *figure)
{
  g_autoptr (GArray) rects = g_array_new (FALSE, FALSE, sizeof (AftRect));

  for (guint i = 0; i < figure->ticks->len; i++)
    {
      const AftTickBox *tick = &g_array_index (figure->ticks, AftTickBox, i);
      AftRect           rect = { tick->x - tick->width / 2, figure->axis_y + 5, tick->width, 5 };

      if (*tick->text != '\0')
        append (rects, &rect);
    }
  for (guint i = 0; i < figure->gaps->len; i++)
    append (rects, &g_array_index (figure->gaps, AftGapBox, i).label);
  assert_apart (rects);
}

/* Leaders run between labels, not through them. */
static void
check_leader (const AftFigure *figure, guint index)
{
  const AftRect *leader = &get_event (figure, index)->leader;

  for (guint i = 0; i < figure->events->len; i++)
    {
      const AftEventBox *other = get_event (figure, i);
      AftRect            mark = visible (figure, other->unknown_time, &other->mark);
      AftRect            label = visible (figure, other->unknown_time, &other->label);

      if (i == index || !other->is_shown || mark.width <= 0)
        continue;
      g_assert_false (overlap (leader, &mark));
      g_assert_false (!other->label_hidden && overlap (leader, &label));
    }
}

static void
check_leaders (const AftFigure *figure)
{
  for (guint i = 0; i < figure->events->len; i++)
    if (get_event (figure, i)->has_leader && is_in_plot (figure, get_event (figure, i)->leader.x))
      check_leader (figure, i);
}

static double
reading_start (const AftFigure *figure, const AftRect *rect)
{
  return figure->rtl ? -rect->x - rect->width : rect->x;
}

static void
check_order (const AftFigure *figure)
{
  double last = -G_MAXDOUBLE;

  for (guint i = 0; i < figure->events->len; i++)
    {
      const AftEventBox *box = get_event (figure, i);

      g_assert_cmpuint (box->number, ==, i + 1);
      g_assert_true (i == 0 || box->unknown_time || !get_event (figure, i - 1)->unknown_time);
      if (!box->is_shown || box->is_bar || box->unknown_time)
        continue;
      g_assert_cmpfloat (reading_start (figure, &box->mark), >=, last - 0.01);
      last = reading_start (figure, &box->mark);
    }
}

/* Each event has a mark or is in a cluster, and clusters say how many they are. In a view, what is
 * outside has neither. */
static void
check_complete (const AftFigure *figure)
{
  g_autofree guint *n = g_new0 (guint, figure->clusters->len + 1);

  for (guint i = 0; i < figure->events->len; i++)
    {
      const AftEventBox *box = get_event (figure, i);

      g_assert_false (box->is_shown && box->cluster >= 0);
      if (figure->scale.zoom == 1)
        g_assert_true (box->is_shown || box->cluster >= 0);
      if (box->cluster >= 0)
        n[box->cluster]++;
    }
  for (guint i = 0; i < figure->clusters->len; i++)
    {
      const AftClusterBox *box = &g_array_index (figure->clusters, AftClusterBox, i);
      g_autofree char     *text = g_strdup_printf ("%u", n[i]);

      g_assert_cmpuint (box->n_events, ==, n[i]);
      g_assert_cmpstr (box->text, ==, text);
    }
}

static void
assert_hit (const AftFigure *figure, guint index, AftRect rect)
{
  AftHit hit = aft_figure_hit (figure, rect.x + rect.width / 2, rect.y + rect.height / 2);

  if (rect.width <= 0)
    return;
  g_assert_true (hit.type == AFT_HIT_EVENT || hit.type == AFT_HIT_RANGE_END);
  g_assert_cmpint (hit.index, ==, index);
}

static void
check_hits (const AftFigure *figure)
{
  for (guint i = 0; i < figure->events->len; i++)
    {
      const AftEventBox *box = get_event (figure, i);

      if (box->is_shown)
        assert_hit (figure, i, visible (figure, box->unknown_time, &box->mark));
      if (!box->label_hidden)
        assert_hit (figure, i, visible (figure, box->unknown_time, &box->label));
    }
  for (guint i = 0; i < figure->clusters->len; i++)
    {
      const AftClusterBox *box = &g_array_index (figure->clusters, AftClusterBox, i);
      AftRect              rect = visible (figure, box->from == AFT_INSTANT_NONE, &box->rect);
      AftHit hit = aft_figure_hit (figure, rect.x + rect.width / 2, rect.y + rect.height / 2);

      g_assert_true (rect.width <= 0 || (hit.type == AFT_HIT_CLUSTER && hit.index == (int) i));
    }
}

static void
assert_inside (const AftFigure *figure, const AftRect *rect)
{
  g_assert_cmpfloat (rect->y, >=, -0.01);
  g_assert_cmpfloat (rect->y + rect->height, <=, figure->bounds.height + 0.01);
  if (figure->scale.zoom > 1)
    return;
  g_assert_cmpfloat (rect->x, >=, -0.01);
  g_assert_cmpfloat (rect->x + rect->width, <=, figure->bounds.width + 0.01);
}

static void
check_bounds (const AftFigure *figure)
{
  for (guint i = 0; i < figure->events->len; i++)
    {
      assert_inside (figure, &get_event (figure, i)->mark);
      assert_inside (figure, &get_event (figure, i)->label);
    }
  for (guint i = 0; i < figure->phases->len; i++)
    assert_inside (figure, &g_array_index (figure->phases, AftPhaseBox, i).rect);
  for (guint i = 0; i < figure->gaps->len; i++)
    assert_inside (figure, &g_array_index (figure->gaps, AftGapBox, i).rect);
  for (guint i = 0; i < figure->flags->len; i++)
    assert_inside (figure, &g_array_index (figure->flags, AftFlagBox, i).label);
  for (guint i = 0; i < figure->ticks->len; i++)
    g_assert_true (is_in_plot (figure, g_array_index (figure->ticks, AftTickBox, i).x));
}

static void
check_scale (const AftFigure *figure)
{
  const AftScale *scale = &figure->scale;

  for (double x = scale->x0; x <= scale->x0 + scale->width; x += 7)
    g_assert_cmpfloat_with_epsilon (
        aft_scale_to_x (scale, aft_scale_to_instant (scale, x)), x, 0.05);
}

/* A milestone that is in the window has its name. */
static void
check_flags (const AftFigure *figure)
{
  for (guint i = 0; i < AFT_N_MILESTONES; i++)
    {
      int      index = figure->digest->milestones[i];
      gboolean found = FALSE;
      double   x;

      if (index < 0 || index >= (int) figure->digest->n_timed)
        continue;
      x = aft_scale_to_x (&figure->scale, aft_digest_get (figure->digest, index)->at);
      for (guint k = 0; k < figure->flags->len; k++)
        found = found || g_array_index (figure->flags, AftFlagBox, k).milestone == i;
      g_assert_true (found || !is_in_plot (figure, x));
    }
}

static void
for_each_timeline (gconstpointer data)
{
  Check check = (Check) data;

  for (guint32 seed = 1; seed <= N_TIMELINES; seed++)
    {
      g_autoptr (AftDigest) digest = random_digest (seed);
      AftFigureOptions options = random_options (seed);
      g_autoptr (AftFigure) figure = NULL;
      AftViewState view;

      random_view (seed, digest, &view);
      options.view = &view;
      options.rtl = seed % 3 == 0;
      figure = aft_figure_layout (digest, &options);
      check (figure);
    }
}

static const struct
{
  const char *rule;
  Check       check;
} rules[] = {
  { "no two labels, marks or clusters overlap", check_events_apart },
  { "no two names of milestones, phases or lanes overlap", check_names_apart },
  { "no two texts below the axis overlap", check_axis_apart },
  { "leaders cross no label and no mark", check_leaders },
  { "marks stand in order of time", check_order },
  { "no event is left out or drawn twice", check_complete },
  { "what is hit is what is drawn there", check_hits },
  { "all is inside the bounds", check_bounds },
  { "the scale reads back", check_scale },
  { "every milestone in sight has its name", check_flags },
};

/* ---- right to left ---- */

static void
assert_mirrored (const AftRect *a, const AftRect *b, double width)
{
  g_assert_cmpfloat_with_epsilon (a->width, b->width, 0.01);
  g_assert_cmpfloat_with_epsilon (a->y, b->y, 0.01);
  g_assert_cmpfloat_with_epsilon (a->height, b->height, 0.01);
  if (a->width > 0 || a->height > 0)
    g_assert_cmpfloat_with_epsilon (a->x + a->width + b->x, width, 0.01);
}

static void
assert_events_mirrored (const AftFigure *ltr, const AftFigure *rtl)
{
  g_assert_cmpuint (ltr->events->len, ==, rtl->events->len);
  for (guint i = 0; i < ltr->events->len; i++)
    {
      const AftEventBox *a = get_event (ltr, i), *b = get_event (rtl, i);

      assert_mirrored (&a->mark, &b->mark, ltr->bounds.width);
      assert_mirrored (&a->label, &b->label, ltr->bounds.width);
      assert_mirrored (&a->leader, &b->leader, ltr->bounds.width);
      g_assert_cmpstr (a->text, ==, b->text);
    }
  g_assert_cmpuint (ltr->clusters->len, ==, rtl->clusters->len);
  for (guint i = 0; i < ltr->clusters->len; i++)
    assert_mirrored (&g_array_index (ltr->clusters, AftClusterBox, i).rect,
                     &g_array_index (rtl->clusters, AftClusterBox, i).rect,
                     ltr->bounds.width);
}

static void
assert_background_mirrored (const AftFigure *ltr, const AftFigure *rtl)
{
  double width = ltr->bounds.width;

  assert_mirrored (&ltr->plot, &rtl->plot, width);
  assert_mirrored (&ltr->tray, &rtl->tray, width);
  for (guint i = 0; i < ltr->ticks->len; i++)
    g_assert_cmpfloat_with_epsilon (g_array_index (ltr->ticks, AftTickBox, i).x +
                                        g_array_index (rtl->ticks, AftTickBox, i).x,
                                    width,
                                    0.01);
  for (guint i = 0; i < ltr->gaps->len; i++)
    {
      const AftGapBox *a = &g_array_index (ltr->gaps, AftGapBox, i);
      const AftGapBox *b = &g_array_index (rtl->gaps, AftGapBox, i);

      assert_mirrored (&a->rect, &b->rect, width);
      assert_mirrored (&a->label, &b->label, width);
    }
  for (guint i = 0; i < ltr->flags->len; i++)
    assert_mirrored (&g_array_index (ltr->flags, AftFlagBox, i).label,
                     &g_array_index (rtl->flags, AftFlagBox, i).label,
                     width);
  for (guint i = 0; i < ltr->phases->len; i++)
    assert_mirrored (&g_array_index (ltr->phases, AftPhaseBox, i).label,
                     &g_array_index (rtl->phases, AftPhaseBox, i).label,
                     width);
}

static void
test_mirror (void)
{
  for (guint32 seed = 1; seed <= N_TIMELINES; seed++)
    {
      g_autoptr (AftDigest) digest = random_digest (seed);
      AftFigureOptions options = random_options (seed);
      g_autoptr (AftFigure) ltr = NULL;
      g_autoptr (AftFigure) rtl = NULL;
      AftViewState view;

      random_view (seed, digest, &view);
      options.view = &view;
      ltr = aft_figure_layout (digest, &options);
      options.rtl = TRUE;
      rtl = aft_figure_layout (digest, &options);
      assert_events_mirrored (ltr, rtl);
      assert_background_mirrored (ltr, rtl);
      check_scale (rtl);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (rules); i++)
    {
      g_autofree char *path = g_strconcat ("/timeline/figure/", rules[i].rule, NULL);

      g_test_add_data_func (path, (gconstpointer) rules[i].check, for_each_timeline);
    }
  g_test_add_func ("/timeline/figure/right to left is the mirror image", test_mirror);
  return g_test_run ();
}
