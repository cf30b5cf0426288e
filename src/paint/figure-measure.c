/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "paint/figure-painter.h"

struct _AftFigureMeasure
{
  PangoLayout *plain, *bold;
};

PangoFontDescription *
aft_figure_face (const char *family, double size_px)
{
  PangoFontDescription *face = pango_font_description_new ();

  pango_font_description_set_family (face, family != NULL ? family : "Sans");
  pango_font_description_set_absolute_size (face, size_px * PANGO_SCALE);
  return face;
}

AftFigureMeasure *
aft_figure_measure_new (PangoContext *context, const PangoFontDescription *face)
{
  AftFigureMeasure *self = g_new0 (AftFigureMeasure, 1);
  g_autoptr (PangoFontDescription) bold = pango_font_description_copy (face);

  pango_font_description_set_weight (bold, PANGO_WEIGHT_BOLD);
  self->plain = pango_layout_new (context);
  self->bold = pango_layout_new (context);
  pango_layout_set_font_description (self->plain, face);
  pango_layout_set_font_description (self->bold, bold);
  pango_layout_set_single_paragraph_mode (self->plain, TRUE);
  pango_layout_set_single_paragraph_mode (self->bold, TRUE);
  return self;
}

void
aft_figure_measure_free (AftFigureMeasure *self)
{
  if (self == NULL)
    return;
  g_object_unref (self->plain);
  g_object_unref (self->bold);
  g_free (self);
}

double
aft_figure_measure (const char *text, gboolean bold, gpointer data)
{
  AftFigureMeasure *self = data;
  PangoLayout      *layout = bold ? self->bold : self->plain;
  PangoRectangle    extents;

  pango_layout_set_text (layout, text, -1);
  pango_layout_get_extents (layout, NULL, &extents);
  return (double) extents.width / PANGO_SCALE;
}

double
aft_figure_measure_line_height (AftFigureMeasure *self)
{
  PangoRectangle extents;

  pango_layout_set_text (self->plain, "Åg", -1);
  pango_layout_get_extents (self->plain, NULL, &extents);
  return (double) extents.height / PANGO_SCALE;
}
