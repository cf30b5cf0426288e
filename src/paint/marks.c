/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "paint/marks.h"

#include <math.h>

#include "model/schema.h"

static void
polygon (cairo_t *cr, const AftRect *rect, const double (*points)[2], guint n)
{
  for (guint i = 0; i < n; i++)
    cairo_line_to (cr, rect->x + points[i][0] * rect->width, rect->y + points[i][1] * rect->height);
  cairo_close_path (cr);
}

static void
disc (cairo_t *cr, const AftRect *rect, double share)
{
  cairo_arc (cr,
             rect->x + rect->width / 2,
             rect->y + rect->height / 2,
             rect->height / 2 * share,
             0,
             2 * G_PI);
  cairo_close_path (cr);
}

/* An envelope: a sheet with its flap cut out of the top. */
static const double envelope[][2] = { { 0, 0.12 },
                                      { 0.5, 0.55 },
                                      { 1, 0.12 },
                                      { 1, 0.88 },
                                      { 0, 0.88 } };
static const double diamond[][2] = { { 0.5, 0 }, { 1, 0.5 }, { 0.5, 1 }, { 0, 0.5 } };
static const double up[][2] = { { 0.5, 0.04 }, { 1, 0.92 }, { 0, 0.92 } };
static const double right[][2] = { { 0.1, 0 }, { 1, 0.5 }, { 0.1, 1 } };
static const double square[][2] = { { 0.08, 0.08 },
                                    { 0.92, 0.08 },
                                    { 0.92, 0.92 },
                                    { 0.08, 0.92 } };

void
aft_mark_path (cairo_t *cr, const AftRect *rect, guint kind)
{
  cairo_new_path (cr);
  switch (kind)
    {
    case AFT_EVENT_KIND_CHANGE:
      polygon (cr, rect, diamond, G_N_ELEMENTS (diamond));
      break;
    case AFT_EVENT_KIND_ALERT:
    case AFT_EVENT_KIND_ESCALATION:
      polygon (cr, rect, up, G_N_ELEMENTS (up));
      break;
    case AFT_EVENT_KIND_DECISION:
      polygon (cr, rect, square, G_N_ELEMENTS (square));
      break;
    case AFT_EVENT_KIND_ACTION:
    case AFT_EVENT_KIND_RECOVERY:
      polygon (cr, rect, right, G_N_ELEMENTS (right));
      break;
    case AFT_EVENT_KIND_COMMUNICATION:
    case AFT_EVENT_KIND_HANDOVER:
      polygon (cr, rect, envelope, G_N_ELEMENTS (envelope));
      break;
    case AFT_EVENT_KIND_SYMPTOM:
      disc (cr, rect, 1);
      break;
    default:
      disc (cr, rect, 0.8);
    }
}

static void
lines (cairo_t *cr, const AftRect *rect, double spacing, double slope)
{
  double reach = rect->height * fabs (slope);

  for (double x = rect->x - reach; x < rect->x + rect->width + reach; x += spacing)
    {
      cairo_move_to (cr, x, rect->y);
      cairo_line_to (cr, x + rect->height * slope, rect->y + rect->height);
    }
}

void
aft_hatch (cairo_t *cr, const AftRect *rect, AftPhase phase)
{
  static const struct
  {
    double spacing;
    double slope;
  } patterns[AFT_N_PHASES] = {
    [AFT_PHASE_LATENT] = { 16, 2 },        [AFT_PHASE_UNDETECTED] = { 5, 1 },
    [AFT_PHASE_UNACKNOWLEDGED] = { 8, 1 }, [AFT_PHASE_DIAGNOSING] = { 8, -1 },
    [AFT_PHASE_MITIGATING] = { 14, -1 },   [AFT_PHASE_RECOVERING] = { 20, 1 },
  };

  cairo_save (cr);
  cairo_rectangle (cr, rect->x, rect->y, rect->width, rect->height);
  cairo_clip (cr);
  lines (cr, rect, patterns[phase].spacing, patterns[phase].slope);
  cairo_stroke (cr);
  cairo_restore (cr);
}
