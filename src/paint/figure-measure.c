/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "paint/figure-measure.h"

#define N_SIMPLE 0x250 /* Latin letters, none of which combine or join */

typedef struct
{
  PangoLayout *layout;
  double       widths[N_SIMPLE]; /* px; negative: not measured yet */
  double       ellipsis;
} Face;

struct _AftFigureMeasure
{
  Face plain, bold;
};

PangoFontDescription *
aft_figure_face (const char *family, double size_px)
{
  PangoFontDescription *face = pango_font_description_new ();

  pango_font_description_set_family (face, family != NULL ? family : "Sans");
  pango_font_description_set_absolute_size (face, size_px * PANGO_SCALE);
  return face;
}

static double
shape (const Face *face, const char *text)
{
  PangoRectangle extents;

  pango_layout_set_text (face->layout, text, -1);
  pango_layout_get_extents (face->layout, NULL, &extents);
  return (double) extents.width / PANGO_SCALE;
}

static void
init_face (Face *self, PangoContext *context, const PangoFontDescription *description)
{
  self->layout = pango_layout_new (context);
  pango_layout_set_font_description (self->layout, description);
  pango_layout_set_single_paragraph_mode (self->layout, TRUE);
  for (guint i = 0; i < N_SIMPLE; i++)
    self->widths[i] = -1;
  self->ellipsis = shape (self, "…");
}

AftFigureMeasure *
aft_figure_measure_new (PangoContext *context, const PangoFontDescription *face)
{
  AftFigureMeasure *self = g_new0 (AftFigureMeasure, 1);
  g_autoptr (PangoFontDescription) bold = pango_font_description_copy (face);

  pango_font_description_set_weight (bold, PANGO_WEIGHT_BOLD);
  init_face (&self->plain, context, face);
  init_face (&self->bold, context, bold);
  return self;
}

void
aft_figure_measure_free (AftFigureMeasure *self)
{
  if (self == NULL)
    return;
  g_object_unref (self->plain.layout);
  g_object_unref (self->bold.layout);
  g_free (self);
}

static double
measure_character (Face *face, gunichar character)
{
  char buffer[7] = { 0 };

  if (character == 0x2026)
    return face->ellipsis;
  if (face->widths[character] < 0)
    {
      g_unichar_to_utf8 (character, buffer);
      face->widths[character] = shape (face, buffer);
    }
  return face->widths[character];
}

double
aft_figure_measure (const char *text, gboolean bold, gpointer data)
{
  AftFigureMeasure *self = data;
  Face             *face = bold ? &self->bold : &self->plain;
  double            width = 0;

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar character = g_utf8_get_char (p);

      if (character >= N_SIMPLE && character != 0x2026)
        return shape (face, text);
      width += measure_character (face, character);
    }
  return width;
}

double
aft_figure_measure_line_height (AftFigureMeasure *self)
{
  PangoRectangle extents;

  pango_layout_set_text (self->plain.layout, "Åg", -1);
  pango_layout_get_extents (self->plain.layout, NULL, &extents);
  return (double) extents.height / PANGO_SCALE;
}
