/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "timeline/figure.h"

G_BEGIN_DECLS

typedef struct
{
  double red, green, blue, alpha;
} AftColor;

/* The colours of a figure; shapes, text and hatching carry the meaning, colours help. */
typedef struct
{
  AftColor text, dim, line, accent, background;
  AftColor phases[AFT_N_PHASES];
  gboolean hatched; /* paper, high contrast */
} AftPalette;

const AftPalette *aft_palette_paper (void);
const AftPalette *aft_palette_light (void);
const AftPalette *aft_palette_dark (void);
const AftPalette *aft_palette_high_contrast (gboolean dark);

G_END_DECLS
