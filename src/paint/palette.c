/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "paint/palette.h"

#define RGB(hex) RGBA (hex, 1.0)
#define RGBA(hex, opacity)                                                                         \
  {                                                                                                \
    ((hex) >> 16 & 0xFF) / 255.0, ((hex) >> 8 & 0xFF) / 255.0, ((hex) &0xFF) / 255.0, opacity      \
  }

/* Grey, red, orange, yellow, blue and green of the GNOME palette. */
#define PHASES(opacity)                                                                            \
  {                                                                                                \
    [AFT_PHASE_LATENT] = RGBA (0x77767b, opacity),                                                 \
    [AFT_PHASE_UNDETECTED] = RGBA (0xe01b24, opacity),                                             \
    [AFT_PHASE_UNACKNOWLEDGED] = RGBA (0xff7800, opacity),                                         \
    [AFT_PHASE_DIAGNOSING] = RGBA (0xe5a50a, opacity),                                             \
    [AFT_PHASE_MITIGATING] = RGBA (0x1c71d8, opacity),                                             \
    [AFT_PHASE_RECOVERING] = RGBA (0x2ec27e, opacity),                                             \
  }

const AftPalette *
aft_palette_paper (void)
{
  static const AftPalette palette = { .text = RGB (0x1a1a1a),
                                      .dim = RGB (0x5e5c64),
                                      .line = RGB (0x9a9996),
                                      .accent = RGB (0x1a5fb4),
                                      .background = RGB (0xffffff),
                                      .phases = PHASES (0.10),
                                      .hatched = TRUE };

  return &palette;
}

const AftPalette *
aft_palette_light (void)
{
  static const AftPalette palette = { .text = RGB (0x2e3436),
                                      .dim = RGB (0x5e5c64),
                                      .line = RGB (0xb0afac),
                                      .accent = RGB (0x1c71d8),
                                      .background = RGB (0xffffff),
                                      .phases = PHASES (0.10) };

  return &palette;
}

const AftPalette *
aft_palette_dark (void)
{
  static const AftPalette palette = { .text = RGB (0xf6f5f4),
                                      .dim = RGB (0xb4b2b0),
                                      .line = RGB (0x6e6d71),
                                      .accent = RGB (0x78aeed),
                                      .background = RGB (0x303030),
                                      .phases = PHASES (0.20) };

  return &palette;
}

const AftPalette *
aft_palette_high_contrast (gboolean dark)
{
  static const AftPalette on_light = { .text = RGB (0x000000),
                                       .dim = RGB (0x241f31),
                                       .line = RGB (0x241f31),
                                       .accent = RGB (0x1a5fb4),
                                       .background = RGB (0xffffff),
                                       .phases = PHASES (0.16),
                                       .hatched = TRUE };
  static const AftPalette on_dark = { .text = RGB (0xffffff),
                                      .dim = RGB (0xf6f5f4),
                                      .line = RGB (0xdeddda),
                                      .accent = RGB (0x99c1f1),
                                      .background = RGB (0x1e1e1e),
                                      .phases = PHASES (0.30),
                                      .hatched = TRUE };

  return dark ? &on_dark : &on_light;
}
