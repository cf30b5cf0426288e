/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/timeline/figure-look.h"

#include <adwaita.h>

#define FACE_SHARE 0.86 /* of the size of the interface's text */

PangoFontDescription *
aft_figure_look_new_face (GtkWidget *widget)
{
  PangoContext               *context = gtk_widget_get_pango_context (widget);
  const PangoFontDescription *interface = pango_context_get_font_description (context);
  PangoFontDescription       *face = pango_font_description_copy (interface);
  int                         size = pango_font_description_get_size (interface) * FACE_SHARE;

  if (pango_font_description_get_size_is_absolute (interface))
    pango_font_description_set_absolute_size (face, size);
  else
    pango_font_description_set_size (face, size);
  return face;
}

const AftPalette *
aft_figure_look_get_palette (void)
{
  AdwStyleManager *style = adw_style_manager_get_default ();
  gboolean         is_dark = adw_style_manager_get_dark (style);

  if (adw_style_manager_get_high_contrast (style))
    return aft_palette_high_contrast (is_dark);
  return is_dark ? aft_palette_dark () : aft_palette_light ();
}
