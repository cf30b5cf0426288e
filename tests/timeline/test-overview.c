/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "random-timeline.h"
#include "timeline/overview.h"

#define WIDTH 300.0

/* A random timeline in a random view, and its strip. */
typedef struct
{
  AftDigest       *digest;
  AftFigureOptions options;
  AftViewState     view;
  AftFigure       *figure;
  AftOverview     *overview;
} Case;

static void
open_case (Case *self, guint32 seed)
{
  self->digest = random_digest (seed);
  self->options = random_options (seed);
  random_view (seed, self->digest, &self->view);
  self->options.view = &self->view;
  self->options.rtl = seed % 2 == 0;
  self->figure = aft_figure_layout (self->digest, &self->options);
  self->overview = aft_overview_layout (self->figure, WIDTH);
}

static void
close_case (Case *self)
{
  aft_overview_free (self->overview);
  aft_figure_free (self->figure);
  aft_digest_unref (self->digest);
}

static void
move (Case *self, double dx)
{
  aft_view_state_pan (&self->view, &self->figure->scale, dx);
  aft_overview_free (self->overview);
  aft_figure_free (self->figure);
  self->figure = aft_figure_layout (self->digest, &self->options);
  self->overview = aft_overview_layout (self->figure, WIDTH);
}

static void
test_counts (void)
{
  for (guint32 seed = 1; seed <= 200; seed++)
    {
      Case  self;
      guint n_events = 0;

      open_case (&self, seed);
      for (guint i = 0; i < self.overview->n_counts; i++)
        n_events += self.overview->counts[i];
      g_assert_cmpuint (n_events, <=, self.digest->n_timed);
      if (self.digest->n_timed < 255)
        g_assert_cmpuint (n_events, ==, self.digest->n_timed);
      close_case (&self);
    }
}

static void
test_window (void)
{
  for (guint32 seed = 1; seed <= 200; seed++)
    {
      Case            self;
      const AftScale *scale;
      double          share;

      open_case (&self, seed);
      scale = &self.figure->scale;
      share = scale->width / aft_scale_get_extent (scale);
      g_assert_cmpfloat (self.overview->window_x, >=, -0.01);
      g_assert_cmpfloat (self.overview->window_x + self.overview->window_width, <=, WIDTH + 0.01);
      if (share * WIDTH > 6)
        g_assert_cmpfloat_with_epsilon (self.overview->window_width, share * WIDTH, 0.01);
      for (guint i = 0; i < self.overview->milestones->len; i++)
        {
          g_assert_cmpfloat (g_array_index (self.overview->milestones, double, i), >=, -0.01);
          g_assert_cmpfloat (
              g_array_index (self.overview->milestones, double, i), <=, WIDTH + 0.01);
        }
      close_case (&self);
    }
}

/* The window goes where it is dragged, except at the ends. */
static void
test_drag (void)
{
  guint n_checked = 0;

  for (guint32 seed = 1; seed <= 200; seed++)
    {
      Case   self;
      double before, to = 20 + seed % 260, middle;

      open_case (&self, seed);
      if (aft_view_state_is_fit (&self.view))
        {
          close_case (&self);
          continue;
        }
      move (&self, aft_overview_pan_to (self.overview, self.figure, to));
      middle = self.overview->window_x + self.overview->window_width / 2;
      if (self.overview->window_x > 1 &&
          self.overview->window_x + self.overview->window_width < WIDTH - 1)
        {
          n_checked++;
          g_assert_cmpfloat_with_epsilon (middle, to, 1);
          before = self.overview->window_x;
          move (&self, aft_overview_pan_by (self.overview, self.figure, 1));
          g_assert_cmpfloat_with_epsilon (self.overview->window_x, before + 1, 0.5);
        }
      close_case (&self);
    }
  g_assert_cmpuint (n_checked, >, 20);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/timeline/overview/every event is in it", test_counts);
  g_test_add_func ("/timeline/overview/the window is what is shown", test_window);
  g_test_add_func ("/timeline/overview/the window follows a drag", test_drag);
  return g_test_run ();
}
