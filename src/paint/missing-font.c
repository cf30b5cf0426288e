/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "paint/missing-font.h"

#define BEARING 0.06
#define HEIGHT  0.72
#define STROKE  0.04

static cairo_status_t
render_glyph_cb (cairo_scaled_font_t  *font,
                 unsigned long         glyph,
                 cairo_t              *cr,
                 cairo_text_extents_t *extents)
{
  cairo_set_line_width (cr, STROKE);
  cairo_rectangle (cr, BEARING, -HEIGHT, AFT_MISSING_FONT_WIDTH - 2 * BEARING, HEIGHT);
  cairo_stroke (cr);
  extents->x_advance = AFT_MISSING_FONT_WIDTH;
  return CAIRO_STATUS_SUCCESS;
}

cairo_font_face_t *
aft_missing_font_get (void)
{
  static gsize face = 0;

  if (g_once_init_enter (&face))
    {
      cairo_font_face_t *created = cairo_user_font_face_create ();

      cairo_user_font_face_set_render_glyph_func (created, render_glyph_cb);
      g_once_init_leave (&face, (gsize) created);
    }
  return (cairo_font_face_t *) face;
}
