/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "timeline/scale.h"

#define START ((AftInstant) 1777896000 * AFT_SECOND)

/* 10 hours on 430 px, of which the six in the middle are skipped. */
static AftScale
new_scale (gboolean rtl)
{
  return (AftScale){ .from = START,
                     .to = START + 10 * AFT_HOUR,
                     .x0 = 100,
                     .width = 430,
                     .px_per_usec = 100.0 / AFT_HOUR,
                     .gap_width = 30,
                     .rtl = rtl,
                     .n_breaks = 1,
                     .breaks = { { START + 2 * AFT_HOUR, START + 8 * AFT_HOUR, 200 } } };
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

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_data_func ("/timeline/scale/a gap has a width of its own", NULL, test_points);
  g_test_add_data_func (
      "/timeline/scale/right to left mirrors it", GINT_TO_POINTER (TRUE), test_points);
  return g_test_run ();
}
