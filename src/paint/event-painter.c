/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "paint/figure-pen.h"
#include "paint/marks.h"

#define RING       3.0
#define RING_WIDTH 2.0
#define BAR_RADIUS 3.0
#define ELBOW      3.0 /* of a leader, towards its label */

static const AftColor *
mark_color (AftFigurePen *self, gboolean is_milestone)
{
  return is_milestone ? &self->palette->accent : &self->palette->text;
}

/* A hollow symbol says: about this time. */
static void
draw_symbol (AftFigurePen *self, const AftEventBox *box)
{
  const AftColor *color = mark_color (self, box->milestone != AFT_CHOICE_NONE);

  aft_mark_path (self->cr, &box->mark, box->kind);
  aft_pen_set_color (self, box->approximate ? &self->palette->background : color);
  cairo_fill_preserve (self->cr);
  aft_pen_set_color (self, box->approximate ? color : &self->palette->background);
  cairo_set_line_width (self->cr, box->approximate ? 1.25 : AFT_HAIRLINE);
  cairo_stroke (self->cr);
}

/* A bar is light, as its label may stand in it; a broken outline says: about these times. */
static void
draw_bar (AftFigurePen *self, const AftEventBox *box)
{
  const AftColor *color = mark_color (self, box->milestone != AFT_CHOICE_NONE);
  double          dashes[] = { 4, 2.5 };

  aft_pen_round_rect (self, &box->mark, BAR_RADIUS);
  aft_pen_set_color (self, &self->palette->background);
  cairo_fill_preserve (self->cr);
  aft_pen_set_faint (self, color, box->approximate ? 0.04 : 0.12);
  cairo_fill_preserve (self->cr);
  aft_pen_set_color (self, color);
  cairo_set_line_width (self->cr, 1);
  if (box->approximate)
    cairo_set_dash (self->cr, dashes, G_N_ELEMENTS (dashes), 0);
  cairo_stroke (self->cr);
  cairo_set_dash (self->cr, NULL, 0, 0);
}

static void
draw_leader (AftFigurePen *self, const AftEventBox *box)
{
  double end = box->leader.y + box->leader.height;
  double elbow = box->label.x >= box->leader.x ? ELBOW : -ELBOW;

  aft_pen_set_faint (self, &self->palette->text, 0.45);
  cairo_set_line_width (self->cr, AFT_HAIRLINE);
  cairo_move_to (self->cr, box->leader.x, box->leader.y);
  cairo_line_to (self->cr, box->leader.x, end);
  cairo_line_to (self->cr, box->leader.x + elbow, end);
  cairo_stroke (self->cr);
}

static void
draw_ring (AftFigurePen *self, const AftRect *rect, double opacity)
{
  AftRect ring = {
    rect->x - RING, rect->y - RING, rect->width + 2 * RING, rect->height + 2 * RING
  };

  aft_pen_round_rect (self, &ring, RING + 1);
  aft_pen_set_faint (self, &self->palette->accent, opacity);
  cairo_set_line_width (self->cr, RING_WIDTH);
  cairo_stroke (self->cr);
}

/* Behind the label of what is selected, as in a list. */
static void
draw_selection (AftFigurePen *self, const AftEventBox *box)
{
  AftRect back = box->label;

  if (box->label_hidden || box->label_inside)
    return;
  back.x -= 3;
  back.width += 6;
  back.y += 1;
  back.height -= 2;
  aft_pen_round_rect (self, &back, BAR_RADIUS);
  aft_pen_set_faint (self, &self->palette->accent, 0.18);
  cairo_fill (self->cr);
}

/* How strongly it is ringed: 0 is not at all. */
static double
ring_opacity (AftFigurePen *self, int index)
{
  const AftFigureState *state = self->state;

  if (state == NULL)
    return 0;
  if (index == state->current)
    return 1;
  if (state->selected != NULL && state->selected[index] != 0)
    return 0.8;
  return index == state->hover ? 0.4 : 0;
}

static void
draw_event (AftFigurePen *self, guint index)
{
  const AftEventBox *box = &g_array_index (self->figure->events, AftEventBox, index);
  double             ring;

  if (!box->is_shown)
    return;
  ring = ring_opacity (self, index);
  if (ring > 0.5)
    draw_selection (self, box);
  if (box->is_bar)
    draw_bar (self, box);
  else
    draw_symbol (self, box);
  if (ring > 0)
    draw_ring (self, &box->mark, ring);
  if (!box->label_hidden)
    aft_pen_draw_in_row (self, box->text, FALSE, &self->palette->text, &box->label);
}

static gboolean
has_selected (AftFigurePen *self, const AftClusterBox *box, guint index)
{
  double strongest = 0;

  for (guint i = box->first; self->state != NULL && i <= box->last; i++)
    if (g_array_index (self->figure->events, AftEventBox, i).cluster == (int) index)
      strongest = MAX (strongest, ring_opacity (self, i));
  return strongest > 0.5;
}

static void
draw_cluster (AftFigurePen *self, guint index)
{
  const AftClusterBox *box = &g_array_index (self->figure->clusters, AftClusterBox, index);
  AftRect              text = box->rect;

  if (box->rect.width <= 0)
    return;
  aft_pen_round_rect (self, &box->rect, box->rect.height / 2);
  aft_pen_set_color (self, &self->palette->background);
  cairo_fill_preserve (self->cr);
  aft_pen_set_faint (self, &self->palette->text, 0.1);
  cairo_fill_preserve (self->cr);
  aft_pen_set_color (self, mark_color (self, box->has_milestone));
  cairo_set_line_width (self->cr, 1);
  cairo_stroke (self->cr);
  text.x += (text.width - aft_pen_text_width (self, box->text, FALSE)) / 2;
  aft_pen_draw_in_row (self, box->text, FALSE, &self->palette->text, &text);
  if (has_selected (self, box, index))
    draw_ring (self, &box->rect, 1);
  else if (self->state != NULL && self->state->hover_cluster == (int) index)
    draw_ring (self, &box->rect, 0.4);
}

void
aft_pen_draw_events (AftFigurePen *self, guint from, guint to)
{
  const GArray *events = self->figure->events, *clusters = self->figure->clusters;

  for (guint i = from; i < to; i++)
    if (g_array_index (events, AftEventBox, i).has_leader)
      draw_leader (self, &g_array_index (events, AftEventBox, i));
  for (guint i = from; i < to; i++)
    draw_event (self, i);
  for (guint i = 0; i < clusters->len; i++)
    {
      guint first = g_array_index (clusters, AftClusterBox, i).first;

      if (first >= from && first < to)
        draw_cluster (self, i);
    }
}
