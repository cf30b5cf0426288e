/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "timeline/strips.h"

#define FEW_UNLABELLED 0.3 /* of the events: good enough */
#define WORTHWHILE     0.8 /* more strips must leave less than this share of what was unlabelled */
#define CUT_WINDOW     4   /* a cut is looked for within 1 / so many of a strip's events */
#define MARGIN_SHARE   40

guint
aft_figure_count_unlabelled (const AftFigure *self)
{
  guint n = 0;

  for (guint i = 0; i < self->digest->n_timed; i++)
    {
      const AftEventBox *box = &g_array_index (self->events, AftEventBox, i);

      n += box->cluster >= 0 || (box->is_shown && box->label_hidden);
    }
  return n;
}

/* Before which event the strip begins: near its share of the events, after the longest silence. */
static guint
find_cut (AftDigest *digest, guint strip, guint n_strips)
{
  guint  aim = digest->n_timed * strip / n_strips;
  guint  window = MAX (digest->n_timed / n_strips / CUT_WINDOW, 1);
  guint  best = aim;
  gint64 longest = -1;

  for (guint i = MAX (aim, window + 1) - window; i <= aim + window && i < digest->n_timed; i++)
    {
      gint64 silence = aft_digest_get (digest, i)->at - aft_digest_get (digest, i - 1)->at;

      if (silence > longest)
        {
          longest = silence;
          best = i;
        }
    }
  return best;
}

/* What is skipped does not count. */
static gint64
drawn_between (const AftDigest *digest, AftInstant from, AftInstant to)
{
  gint64 drawn = to - from;

  for (guint i = 0; i < digest->quiet->len; i++)
    {
      const AftQuiet *quiet = &g_array_index (digest->quiet, AftQuiet, i);

      if (quiet->from > from && quiet->to < to)
        drawn -= quiet->to - quiet->from;
    }
  return drawn;
}

/* From the first event of the strip to its last, but into no other strip. */
static void
set_ends (AftDigest *digest, guint first, guint next, AftFigureOptions *options)
{
  AftInstant from = aft_digest_get (digest, first)->at, to = from, before, after;
  gint64     margin;

  for (guint i = first; i < next; i++)
    to = MAX (to, MAX (aft_digest_get (digest, i)->at, aft_digest_get (digest, i)->until));
  before = first > 0 ? aft_digest_get (digest, first - 1)->at : AFT_INSTANT_MIN;
  after = next < digest->n_timed ? aft_digest_get (digest, next)->at : AFT_INSTANT_MAX;
  to = MIN (to, after - 1);
  margin = MAX (drawn_between (digest, from, to) / MARGIN_SHARE, AFT_MINUTE / 2);
  options->strip_from = MAX (from - margin, MIN (before + 1, from));
  options->strip_to = MAX (MIN (to + margin, after), options->strip_from + AFT_SECOND);
}

static GPtrArray *
lay_out (AftDigest *digest, const AftFigureOptions *whole, guint n_strips)
{
  GPtrArray *strips = g_ptr_array_new_with_free_func ((GDestroyNotify) aft_figure_free);
  guint      first = 0;

  for (guint i = 0; i < n_strips; i++)
    {
      AftFigureOptions options = *whole;
      guint next = i + 1 < n_strips ? find_cut (digest, i + 1, n_strips) : digest->n_timed;

      options.strip_from = options.strip_to = 0;
      if (n_strips > 1 && next <= first)
        continue;
      if (n_strips > 1)
        set_ends (digest, first, next, &options);
      g_ptr_array_add (strips, aft_figure_layout (digest, &options));
      first = next;
    }
  return strips;
}

static guint
count_unlabelled (const GPtrArray *strips)
{
  guint n = 0;

  for (guint i = 0; i < strips->len; i++)
    n += aft_figure_count_unlabelled (strips->pdata[i]);
  return n;
}

static gboolean
is_too_tall (const GPtrArray *strips, double max_height)
{
  for (guint i = 0; i < strips->len && max_height > 0; i++)
    if (((AftFigure *) strips->pdata[i])->bounds.height > max_height)
      return TRUE;
  return FALSE;
}

/* The least number of strips that labels nearly all; else the one after which more do not help. */
GPtrArray *
aft_figure_layout_strips (AftDigest *digest, const AftFigureOptions *options, double max_height)
{
  GPtrArray *best = lay_out (digest, options, 1);
  guint      unlabelled = count_unlabelled (best);
  gboolean   is_tall = is_too_tall (best, max_height);

  for (guint n = 2; n <= MIN (AFT_STRIPS_MAX, digest->n_timed); n++)
    {
      GPtrArray *next;

      if (!is_tall && unlabelled <= digest->n_timed * FEW_UNLABELLED)
        break;
      next = lay_out (digest, options, n);
      if (is_tall || count_unlabelled (next) < unlabelled * WORTHWHILE)
        {
          g_ptr_array_unref (best);
          best = g_steal_pointer (&next);
          unlabelled = count_unlabelled (best);
          is_tall = is_too_tall (best, max_height);
        }
      g_clear_pointer (&next, g_ptr_array_unref);
    }
  return best;
}
