/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "timeline/scale.h"

#define START ((AftInstant) 1777896000 * AFT_SECOND)

/* 10 hours on 430 px, of which the six in the middle are skipped. */
static AftScale
new_scale (gboolean rtl)
{
  AftScale scale = { .from = START,
                     .to = START + 10 * AFT_HOUR,
                     .x0 = 100,
                     .width = 430,
                     .rtl = rtl,
                     .n_breaks = 1,
                     .breaks = { { START + 2 * AFT_HOUR, START + 8 * AFT_HOUR, 0 } } };

  aft_scale_set_zoom (&scale, 1);
  return scale;
}

static const struct
{
  double hours, x;
} points[] = {
  { 0, 100 }, { 1, 200 }, { 2, 300 }, { 5, 315 }, { 8, 330 }, { 9, 430 }, { 10, 530 }
};

static void
test_points (gconstpointer rtl)
{
  AftScale scale = new_scale (rtl != NULL);

  for (guint i = 0; i < G_N_ELEMENTS (points); i++)
    {
      AftInstant at = START + (AftInstant) (points[i].hours * AFT_HOUR);
      double     x = rtl != NULL ? 630 - points[i].x : points[i].x;

      g_assert_cmpfloat_with_epsilon (aft_scale_to_x (&scale, at), x, 0.001);
      g_assert_cmpint (ABS (aft_scale_to_instant (&scale, x) - at), <, AFT_SECOND);
    }
}

static void
test_zoom (void)
{
  AftScale scale = new_scale (FALSE);

  aft_scale_set_zoom (&scale, 2);
  g_assert_cmpfloat (aft_scale_get_extent (&scale), ==, 860);
  g_assert_cmpfloat_with_epsilon (
      aft_scale_to_offset (&scale, START + AFT_HOUR), (860 - 30) / 4.0, 0.001);
  aft_scale_set_scroll (&scale, 1e9);
  g_assert_cmpfloat_with_epsilon (aft_scale_to_x (&scale, scale.to), 530, 0.001);
  g_assert_cmpint (ABS (aft_scale_last_shown (&scale) - scale.to), <, AFT_SECOND);
  aft_scale_set_scroll (&scale, -5);
  g_assert_cmpfloat (scale.scroll, ==, 0);
}

static void
test_breaks (void)
{
  AftScale scale = new_scale (FALSE);

  g_assert_cmpint (aft_scale_find_break (&scale, START + AFT_HOUR), ==, -1);
  g_assert_cmpint (aft_scale_find_break (&scale, START + 5 * AFT_HOUR), ==, 0);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_data_func ("/timeline/scale/a gap has a width of its own", NULL, test_points);
  g_test_add_data_func (
      "/timeline/scale/right to left mirrors it", GINT_TO_POINTER (TRUE), test_points);
  g_test_add_func ("/timeline/scale/zoomed it is wider and scrolls to its end", test_zoom);
  g_test_add_func ("/timeline/scale/an instant is found in its gap", test_breaks);
  return g_test_run ();
}
