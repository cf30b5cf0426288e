/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "timeline/view-state.h"

#define START ((AftInstant) 1777896000 * AFT_SECOND)

static const AftViewState whole = { START, START + 10 * AFT_HOUR };

static double
share_of (const AftViewState *view, AftInstant instant)
{
  return (double) (instant - view->from) / (double) (view->to - view->from);
}

static void
test_zoom_keeps_anchor (void)
{
  for (int hour = 0; hour <= 10; hour++)
    {
      AftViewState view = AFT_VIEW_STATE_FIT;
      AftInstant   anchor = START + hour * AFT_HOUR;

      aft_view_state_zoom (&view, &whole, anchor, 2);
      g_assert_false (aft_view_state_is_fit (&view));
      g_assert_cmpint (view.to - view.from, ==, 5 * AFT_HOUR);
      g_assert_cmpfloat_with_epsilon (share_of (&view, anchor), share_of (&whole, anchor), 1e-9);
    }
}

static void
test_zoom_out_fits (void)
{
  AftViewState view = AFT_VIEW_STATE_FIT;

  aft_view_state_zoom (&view, &whole, START + AFT_HOUR, 2);
  aft_view_state_zoom (&view, &whole, START + AFT_HOUR, 0.25);
  g_assert_true (aft_view_state_is_fit (&view));
}

static void
test_zoom_out_stays_inside (void)
{
  AftViewState view = { START, START + AFT_HOUR };

  aft_view_state_zoom (&view, &whole, START + AFT_HOUR, 0.25);
  g_assert_cmpint (view.from, ==, START);
  g_assert_cmpint (view.to, ==, START + 4 * AFT_HOUR);
}

static void
test_zoom_has_an_end (void)
{
  AftViewState view = AFT_VIEW_STATE_FIT;

  for (int i = 0; i < 200; i++)
    aft_view_state_zoom (&view, &whole, START + AFT_HOUR, 2);
  g_assert_cmpint (view.to - view.from, >=, 10 * AFT_SECOND);
}

static void
test_pan_stops (void)
{
  AftViewState view = AFT_VIEW_STATE_FIT;

  aft_view_state_pan (&view, &whole, 1);
  g_assert_true (aft_view_state_is_fit (&view));
  aft_view_state_zoom (&view, &whole, START + 5 * AFT_HOUR, 4);
  aft_view_state_pan (&view, &whole, 100);
  g_assert_cmpint (view.to, ==, whole.to);
  aft_view_state_pan (&view, &whole, -100);
  g_assert_cmpint (view.from, ==, whole.from);
  g_assert_cmpint (view.to - view.from, ==, 10 * AFT_HOUR / 4);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/timeline/view-state/zoom keeps the instant under the pointer",
                   test_zoom_keeps_anchor);
  g_test_add_func ("/timeline/view-state/zooming out ends at the whole", test_zoom_out_fits);
  g_test_add_func ("/timeline/view-state/zooming out stays inside the whole",
                   test_zoom_out_stays_inside);
  g_test_add_func ("/timeline/view-state/zooming in has an end", test_zoom_has_an_end);
  g_test_add_func ("/timeline/view-state/panning stops at the ends", test_pan_stops);
  return g_test_run ();
}
