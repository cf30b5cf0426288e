/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "paint/figure-file.h"

#include <cairo-pdf.h>
#include <cairo-svg.h>
#include <glib/gi18n-lib.h>
#include <math.h>

#include "base/instant.h"
#include "model/schema.h"
#include "paint/figure-measure.h"
#include "paint/figure-painter.h"
#include "paint/page-painter.h"
#include "timeline/strips.h"

#define FACE_SIZE  11.0
#define MIN_HEIGHT 120.0
#define PNG_SCALE  2.0  /* sharp on dense screens */
#define STRIP_GAP  16.0 /* between strips, one below the other */

G_DEFINE_QUARK (aft_paint_error, aft_paint_error)

static cairo_status_t
append_cb (void *closure, const unsigned char *data, unsigned int length)
{
  g_byte_array_append (closure, data, length);
  return CAIRO_STATUS_SUCCESS;
}

static void
paint (cairo_t                    *cr,
       const GPtrArray            *strips,
       PangoContext               *context,
       const PangoFontDescription *face)
{
  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_paint (cr);
  for (guint i = 0; i < strips->len; i++)
    {
      const AftFigure *strip = strips->pdata[i];

      aft_figure_paint (strip, cr, context, face, aft_palette_paper (), NULL);
      cairo_translate (cr, 0, strip->bounds.height + STRIP_GAP);
    }
}

static AftRect
find_bounds (const GPtrArray *strips)
{
  AftRect bounds = { 0, 0, 0, -STRIP_GAP };

  for (guint i = 0; i < strips->len; i++)
    {
      const AftFigure *strip = strips->pdata[i];

      bounds.width = MAX (bounds.width, strip->bounds.width);
      bounds.height += strip->bounds.height + STRIP_GAP;
    }
  return bounds;
}

/* The dates of the document, so that the same document gives the same bytes. */
static void
set_metadata (cairo_surface_t *surface, AftRecord *root)
{
  gint64           modified = aft_record_get_integer (root, AFT_DOC_MODIFIED, 0);
  g_autofree char *date = aft_instant_format (modified - modified % AFT_SECOND);

  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_CREATE_DATE, date);
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_MOD_DATE, date);
  cairo_pdf_surface_set_metadata (
      surface, CAIRO_PDF_METADATA_TITLE, aft_record_get_text (root, AFT_DOC_TITLE));
}

static cairo_surface_t *
create_surface (const char *type, const AftRect *bounds, GByteArray *bytes, AftRecord *root)
{
  cairo_surface_t *surface;

  if (g_str_equal (type, "svg"))
    return cairo_svg_surface_create_for_stream (append_cb, bytes, bounds->width, bounds->height);
  if (g_str_equal (type, "png"))
    {
      surface = cairo_image_surface_create (
          CAIRO_FORMAT_RGB24, ceil (bounds->width * PNG_SCALE), ceil (bounds->height * PNG_SCALE));
      cairo_surface_set_device_scale (surface, PNG_SCALE, PNG_SCALE);
      return surface;
    }
  surface = cairo_pdf_surface_create_for_stream (append_cb, bytes, bounds->width, bounds->height);
  set_metadata (surface, root);
  return surface;
}

static GPtrArray *
layout (AftRecord *root, double width, PangoContext *context, const PangoFontDescription *face)
{
  g_autoptr (AftFigureMeasure) measure = aft_figure_measure_new (context, face);
  g_autoptr (AftDigest) digest = aft_digest_new (aft_record_get_list (root, AFT_DOC_EVENTS));
  AftFigureOptions options = { .width = width,
                               .min_height = MIN_HEIGHT,
                               .text_height = aft_figure_measure_line_height (measure),
                               .zone = aft_record_get_text (root, AFT_DOC_TIME_ZONE),
                               .measure = aft_figure_measure,
                               .measure_data = measure };

  return aft_figure_layout_strips (digest, &options, 0);
}

static cairo_status_t
finish (cairo_surface_t *surface, cairo_t *cr, const char *type, GByteArray *bytes)
{
  cairo_status_t status = cairo_status (cr);

  if (status == CAIRO_STATUS_SUCCESS && g_str_equal (type, "png"))
    status = cairo_surface_write_to_png_stream (surface, append_cb, bytes);
  cairo_surface_finish (surface);
  return status != CAIRO_STATUS_SUCCESS ? status : cairo_surface_status (surface);
}

static GBytes *
draw (AftRecord *root, PangoContext *context, const char *type, double width, GError **error)
{
  g_autoptr (PangoFontDescription) face = aft_figure_face (NULL, FACE_SIZE);
  g_autoptr (GPtrArray) strips = layout (root, width, context, face);
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  AftRect          bounds = find_bounds (strips);
  cairo_surface_t *surface = create_surface (type, &bounds, bytes, root);
  cairo_t         *cr = cairo_create (surface);
  cairo_status_t   status;

  paint (cr, strips, context, face);
  status = finish (surface, cr, type, bytes);
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
  if (status == CAIRO_STATUS_SUCCESS)
    return g_byte_array_free_to_bytes (g_steal_pointer (&bytes));
  g_set_error_literal (
      error, AFT_PAINT_ERROR, AFT_PAINT_ERROR_DRAWING, cairo_status_to_string (status));
  return NULL;
}

GBytes *
aft_figure_export (AftRecord *root, const char *type, double width, GError **error)
{
  static const char *const types[] = { "svg", "png", "pdf", NULL };
  PangoContext            *context;
  GBytes                  *bytes;

  if (!g_strv_contains (types, type))
    {
      g_set_error (error,
                   AFT_PAINT_ERROR,
                   AFT_PAINT_ERROR_TYPE,
                   _ ("a figure cannot be written as “%s”: use svg, png or pdf"),
                   type);
      return NULL;
    }
  context = aft_paint_context ();
  bytes = draw (root, context, type, width, error);
  g_object_unref (context);
  return bytes;
}
