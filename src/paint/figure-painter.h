/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <cairo.h>
#include <pango/pangocairo.h>

#include "paint/palette.h"
#include "timeline/figure.h"

G_BEGIN_DECLS

/* What of a figure is not of the document: paper has none of it. */
typedef struct
{
  const guint8 *selected; /* one for each event, not 0 where it is selected; NULL: none is */
  int           current;  /* index of the event that keys act on, or -1 */
  int           hover;    /* index of the event under the pointer, or -1 */
  int           hover_cluster;
  AftInstant    cursor;      /* a line with a time, as an event is moved; NONE: none */
  const char   *cursor_text; /* above it */
} AftFigureState;

#define AFT_FIGURE_STATE_INIT                                                                      \
  {                                                                                                \
    .current = -1, .hover = -1, .hover_cluster = -1, .cursor = AFT_INSTANT_NONE                    \
  }

/* Draws at the origin of cr. state: may be NULL. */
void aft_figure_paint (const AftFigure            *figure,
                       cairo_t                    *cr,
                       PangoContext               *context,
                       const PangoFontDescription *face,
                       const AftPalette           *palette,
                       const AftFigureState       *state);

G_END_DECLS
