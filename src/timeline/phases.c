/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/quantity.h"
#include "timeline/layout.h"

#define BESIDE 3.0 /* between the edge of a band and its name */

/* Bands lie over each other where milestones were not reached in the usual order. */
static gboolean
is_taken (const AftFigureLayout *self, double x, double width)
{
  for (guint i = 0; i < self->figure->phases->len; i++)
    {
      const AftRect *label = &g_array_index (self->figure->phases, AftPhaseBox, i).label;

      if (label->width > 0 && x < label->x + label->width + BESIDE && label->x < x + width + BESIDE)
        return TRUE;
    }
  return FALSE;
}

/* Name and duration, or the duration alone, or nothing: what fits. */
static void
set_label (AftFigureLayout *self, AftPhaseBox *box)
{
  g_autofree char  *duration = aft_duration_format ((box->to - box->from) / AFT_SECOND);
  g_autofree char  *both = g_strdup_printf ("%s %s", aft_phase_get_label (box->phase), duration);
  const char *const texts[] = { both, duration, "" };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      double   width = aft_layout_measure (self, texts[i], FALSE);
      gboolean fits =
          width <= box->rect.width - 2 * BESIDE && !is_taken (self, box->rect.x + BESIDE, width);

      if (!fits && *texts[i] != '\0')
        continue;
      box->text = g_strdup (texts[i]);
      box->label = (AftRect){ box->rect.x + BESIDE, box->rect.y, width, self->row_height };
      return;
    }
}

static void
add_phase (AftFigureLayout *self, const AftPhaseSpan *span)
{
  AftFigure  *figure = self->figure;
  AftPhaseBox box = { .phase = span->phase, .from = span->from, .to = span->to };
  double      start = MAX (aft_scale_to_x (&figure->scale, span->from), figure->plot.x);
  double end = MIN (aft_scale_to_x (&figure->scale, span->to), figure->plot.x + figure->plot.width);

  if (end <= start)
    return;
  box.rect = (AftRect){ start, AFT_FIGURE_PADDING, end - start, 0 };
  set_label (self, &box);
  g_array_append_val (figure->phases, box);
}

/* The row of their names is kept where none is in sight, so that lanes stay where they are. */
void
aft_layout_phases (AftFigureLayout *self)
{
  AftPhaseSpan spans[AFT_N_PHASES];
  guint        n = aft_phases_find (self->digest, spans);

  for (guint i = 0; i < n; i++)
    add_phase (self, &spans[i]);
  if (n > 0)
    self->top += self->row_height + 2;
}
