/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "random-timeline.h"

/* Random timelines in random views, with something done at a random x. */
typedef struct
{
  AftDigest       *digest;
  AftFigureOptions options;
  AftViewState     view;
  AftFigure       *before, *after;
  GRand           *rand;
  double           x;
} Case;

static void
open_case (Case *self, guint32 seed)
{
  self->rand = g_rand_new_with_seed (seed);
  self->digest = random_digest (seed);
  self->options = random_options (seed);
  random_view (seed, self->digest, &self->view);
  self->options.view = &self->view;
  self->options.rtl = seed % 2 == 0;
  self->before = aft_figure_layout (self->digest, &self->options);
  self->after = NULL;
  self->x = self->before->plot.x + g_rand_double (self->rand) * self->before->plot.width;
}

static const AftScale *
lay_out_again (Case *self)
{
  g_clear_pointer (&self->after, aft_figure_free);
  self->after = aft_figure_layout (self->digest, &self->options);
  return &self->after->scale;
}

static void
close_case (Case *self)
{
  g_clear_pointer (&self->before, aft_figure_free);
  g_clear_pointer (&self->after, aft_figure_free);
  aft_digest_unref (self->digest);
  g_rand_free (self->rand);
}

/* At an end of the whole, and where all of it fits, the view cannot follow. */
static gboolean
is_at_end (const AftScale *scale)
{
  return scale->scroll <= 0.01 ||
         scale->scroll >= aft_scale_get_extent (scale) - scale->width - 0.01;
}

static void
test_zoom_keeps_anchor (void)
{
  guint n_checked = 0;

  for (guint32 seed = 1; seed <= N_TIMELINES; seed++)
    {
      Case       self;
      AftInstant at;

      open_case (&self, seed);
      at = aft_scale_to_instant (&self.before->scale, self.x);
      aft_view_state_zoom (
          &self.view, &self.before->scale, self.x, g_rand_double_range (self.rand, 0.2, 6));
      if (!is_at_end (lay_out_again (&self)))
        {
          g_assert_cmpfloat_with_epsilon (aft_scale_to_x (&self.after->scale, at), self.x, 0.1);
          n_checked++;
        }
      close_case (&self);
    }
  g_assert_cmpuint (n_checked, >, N_TIMELINES / 3);
}

static void
test_pan_is_exact (void)
{
  for (guint32 seed = 1; seed <= N_TIMELINES; seed++)
    {
      Case       self;
      AftInstant at;
      double     by;

      open_case (&self, seed);
      at = aft_scale_to_instant (&self.before->scale, self.x);
      by = g_rand_double_range (self.rand, -200, 200);
      aft_view_state_pan (&self.view, &self.before->scale, by);
      if (!is_at_end (lay_out_again (&self)))
        g_assert_cmpfloat_with_epsilon (aft_scale_to_x (&self.after->scale, at), self.x - by, 0.1);
      close_case (&self);
    }
}

/* Nothing jumps from row to row while the view moves. */
static void
test_pan_keeps_rows (void)
{
  for (guint32 seed = 1; seed <= N_TIMELINES; seed++)
    {
      Case self;

      open_case (&self, seed);
      aft_view_state_pan (&self.view, &self.before->scale, 37);
      lay_out_again (&self);
      g_assert_cmpfloat (self.after->bounds.height, ==, self.before->bounds.height);
      for (guint i = 0; i < self.after->events->len; i++)
        {
          const AftEventBox *a = &g_array_index (self.before->events, AftEventBox, i);
          const AftEventBox *b = &g_array_index (self.after->events, AftEventBox, i);

          if (!a->is_shown || !b->is_shown)
            continue;
          g_assert_cmpfloat_with_epsilon (a->mark.y, b->mark.y, 0.01);
          if (!a->label_hidden && !b->label_hidden)
            g_assert_cmpfloat_with_epsilon (a->label.y, b->label.y, 0.01);
        }
      close_case (&self);
    }
}

static void
test_zoom_out_fits (void)
{
  for (guint32 seed = 1; seed <= N_TIMELINES; seed++)
    {
      Case self;

      open_case (&self, seed);
      aft_view_state_zoom (&self.view, &self.before->scale, self.x, 1e-9);
      g_assert_true (aft_view_state_is_fit (&self.view));
      g_assert_cmpfloat (lay_out_again (&self)->zoom, ==, 1);
      close_case (&self);
    }
}

static void
test_zoom_has_an_end (void)
{
  for (guint32 seed = 1; seed <= N_TIMELINES; seed += 20)
    {
      Case self;

      open_case (&self, seed);
      for (guint i = 0; i < 60; i++)
        aft_view_state_zoom (&self.view, lay_out_again (&self), self.x, 2);
      g_assert_cmpint (aft_scale_last_shown (lay_out_again (&self)) -
                           aft_scale_first_shown (&self.after->scale),
                       >=,
                       9 * AFT_SECOND);
      close_case (&self);
    }
}

static void
test_show (void)
{
  for (guint32 seed = 1; seed <= N_TIMELINES; seed++)
    {
      Case self;

      open_case (&self, seed);
      for (guint i = 0; i < self.before->clusters->len; i++)
        {
          const AftClusterBox *box = &g_array_index (self.before->clusters, AftClusterBox, i);

          if (box->from == AFT_INSTANT_NONE)
            continue;
          aft_view_state_show (&self.view, &self.before->scale, box->from, box->to);
          lay_out_again (&self);
          g_assert_cmpint (aft_scale_first_shown (&self.after->scale), <=, box->from);
          g_assert_cmpint (aft_scale_last_shown (&self.after->scale), >=, box->to);
          break;
        }
      close_case (&self);
    }
}

static void
test_reveal (void)
{
  for (guint32 seed = 1; seed <= N_TIMELINES; seed++)
    {
      Case       self;
      AftInstant at;

      open_case (&self, seed);
      if (self.digest->n_timed > 0)
        {
          at = aft_digest_get (self.digest, seed % self.digest->n_timed)->at;
          aft_view_state_reveal (&self.view, &self.before->scale, at, 20);
          lay_out_again (&self);
          g_assert_cmpint (aft_scale_first_shown (&self.after->scale), <=, at);
          g_assert_cmpint (aft_scale_last_shown (&self.after->scale), >=, at);
        }
      close_case (&self);
    }
}

static void
test_expand (void)
{
  guint n_checked = 0;

  for (guint32 seed = 1; seed <= N_TIMELINES; seed++)
    {
      Case             self;
      const AftGapBox *gap;

      open_case (&self, seed);
      gap = &g_array_index (self.before->gaps, AftGapBox, 0);
      if (self.before->gaps->len > 0 && !gap->is_expanded)
        {
          aft_view_state_set_expanded (&self.view, &self.before->scale, gap->from, gap->to, TRUE);
          lay_out_again (&self);
          g_assert_cmpint (aft_scale_find_break (&self.after->scale, gap->from), <, 0);
          aft_view_state_set_expanded (&self.view, &self.after->scale, gap->from, gap->to, FALSE);
          lay_out_again (&self);
          g_assert_cmpint (aft_scale_find_break (&self.after->scale, gap->from), >=, 0);
          g_assert_cmpuint (self.view.n_expanded, <, AFT_VIEW_STATE_MAX_EXPANDED);
          n_checked++;
        }
      close_case (&self);
    }
  g_assert_cmpuint (n_checked, >, N_TIMELINES / 10);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/timeline/view-state/zoom keeps the instant under the pointer",
                   test_zoom_keeps_anchor);
  g_test_add_func ("/timeline/view-state/panning moves by so many px", test_pan_is_exact);
  g_test_add_func ("/timeline/view-state/panning keeps every row", test_pan_keeps_rows);
  g_test_add_func ("/timeline/view-state/zooming out ends at the whole", test_zoom_out_fits);
  g_test_add_func ("/timeline/view-state/zooming in has an end", test_zoom_has_an_end);
  g_test_add_func ("/timeline/view-state/a stretch is shown with both its ends", test_show);
  g_test_add_func ("/timeline/view-state/an event is brought into the window", test_reveal);
  g_test_add_func ("/timeline/view-state/a gap is drawn to scale and collapsed again", test_expand);
  return g_test_run ();
}
