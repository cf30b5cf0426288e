/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "random-timeline.h"
#include "timeline/strips.h"

#define MAX_HEIGHT 520
#define STEP       10 /* of the random timelines */

static GPtrArray *
lay_out (AftDigest *digest, guint32 seed, double max_height)
{
  AftFigureOptions options = random_options (seed);

  options.numbered = TRUE;
  return aft_figure_layout_strips (digest, &options, max_height);
}

/* A point is on one strip, a range on each that it reaches into. */
static void
check_event (const GPtrArray *strips, guint index)
{
  const AftFigure      *first = strips->pdata[0];
  const AftDigestEvent *event = aft_digest_get (first->digest, index);
  guint                 n = 0;

  for (guint i = 0; i < strips->len; i++)
    {
      const AftFigure   *strip = strips->pdata[i];
      const AftEventBox *box = &g_array_index (strip->events, AftEventBox, index);

      n += box->is_shown || box->cluster >= 0;
    }
  if (event->until == AFT_INSTANT_NONE)
    g_assert_cmpuint (n, ==, 1);
  else
    g_assert_cmpuint (n, >=, 1);
}

static void
test_complete (void)
{
  for (guint32 seed = 1; seed <= N_TIMELINES; seed += STEP)
    {
      g_autoptr (AftDigest) digest = random_digest (seed);
      g_autoptr (GPtrArray) strips = lay_out (digest, seed, 0);

      for (guint i = 0; i < digest->n_timed; i++)
        check_event (strips, i);
    }
}

static void
test_order (void)
{
  guint n_cut = 0;

  for (guint32 seed = 1; seed <= N_TIMELINES; seed += STEP)
    {
      g_autoptr (AftDigest) digest = random_digest (seed);
      g_autoptr (GPtrArray) strips = lay_out (digest, seed, 0);

      g_assert_cmpuint (strips->len, >=, 1);
      g_assert_cmpuint (strips->len, <=, AFT_STRIPS_MAX);
      n_cut += strips->len > 1;
      for (guint i = 1; i < strips->len; i++)
        g_assert_cmpint (((AftFigure *) strips->pdata[i - 1])->scale.from,
                         <,
                         ((AftFigure *) strips->pdata[i])->scale.from);
    }
  g_assert_cmpuint (n_cut, >, 0);
}

static guint
count_unlabelled (const GPtrArray *strips)
{
  guint n = 0;

  for (guint i = 0; i < strips->len; i++)
    n += aft_figure_count_unlabelled (strips->pdata[i]);
  return n;
}

static void
test_worthwhile (void)
{
  for (guint32 seed = 1; seed <= N_TIMELINES; seed += STEP)
    {
      g_autoptr (AftDigest) digest = random_digest (seed);
      g_autoptr (GPtrArray) strips = lay_out (digest, seed, 0);
      AftFigureOptions options = random_options (seed);
      g_autoptr (AftFigure) whole = NULL;

      if (strips->len == 1)
        continue;
      whole = aft_figure_layout (digest, &options);
      g_assert_cmpuint (count_unlabelled (strips), <, aft_figure_count_unlabelled (whole));
    }
}

/* One strip is enough for what is sparse. */
static void
test_sparse (void)
{
  g_autoptr (AftPostmortem) postmortem = fixture_postmortem ();
  AftRecordList *events =
      aft_record_get_list (aft_postmortem_get_root (postmortem), AFT_DOC_EVENTS);
  g_autoptr (AftDigest) digest = NULL;
  g_autoptr (GPtrArray) strips = NULL;

  for (guint i = 0; i < 6; i++)
    {
      g_autofree char *at = g_strdup_printf ("2026-05-04T1%u:00:00Z", i);
      g_autoptr (AftRecord) event = fixture_event (at, "event", AFT_CHOICE_NONE);

      aft_record_list_init_append (events, event);
    }
  digest = aft_digest_new (events);
  strips = lay_out (digest, 4, MAX_HEIGHT);
  g_assert_cmpuint (strips->len, ==, 1);
  g_assert_true (g_str_has_prefix (aft_digest_get_label (digest, 0), "E1 "));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/timeline/strips/each event is on a strip", test_complete);
  g_test_add_func ("/timeline/strips/strips follow each other", test_order);
  g_test_add_func ("/timeline/strips/more strips show more", test_worthwhile);
  g_test_add_func ("/timeline/strips/what is sparse is on one, numbered", test_sparse);
  return g_test_run ();
}
