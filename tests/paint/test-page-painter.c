/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "paint/page-painter.h"

#include "support/fixtures.h"

/* Pages as pixels: with no display at all. */

static AftPages *
typeset (AftRecord *root, AftLayout layout)
{
  const AftTypesetOptions options = { AFT_PAPER_A4, layout };
  PangoContext           *context = aft_paint_context ();
  AftPages               *pages = aft_typeset (root, &options, context);

  g_object_unref (context);
  return pages;
}

static cairo_surface_t *
paint (const AftPages *pages, guint page)
{
  cairo_surface_t *surface = cairo_image_surface_create (
      CAIRO_FORMAT_RGB24, (int) pages->width + 1, (int) pages->height + 1);
  cairo_t *cr = cairo_create (surface);

  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_paint (cr);
  aft_page_paint (pages, page, cr);
  g_assert_cmpint (cairo_status (cr), ==, CAIRO_STATUS_SUCCESS);
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  return surface;
}

/* Share of pixels that are not paper within the rectangle. */
static double
coverage (cairo_surface_t *surface, const AftRect *rect)
{
  const guint8 *data = cairo_image_surface_get_data (surface);
  int           stride = cairo_image_surface_get_stride (surface);
  guint         n = 0, inked = 0;

  for (int y = (int) rect->y; y < (int) (rect->y + rect->height); y++)
    for (int x = (int) rect->x; x < (int) (rect->x + rect->width); x++, n++)
      inked += (*(const guint32 *) (data + y * stride + 4 * x) & 0xFFFFFF) != 0xFFFFFF;
  return n > 0 ? inked / (double) n : 0;
}

static void
test_boxes (void)
{
  g_autoptr (AftRecord) root = fixture_full_document (1);
  g_autoptr (AftPages) pages = typeset (root, AFT_LAYOUT_REPORT);

  for (guint page = 0; page < pages->pages->len; page++)
    {
      GArray          *boxes = g_ptr_array_index (pages->pages, page);
      cairo_surface_t *surface = paint (pages, page);

      for (guint i = 0; i < boxes->len; i++)
        {
          const AftBox *box = &g_array_index (boxes, AftBox, i);

          if (box->type == AFT_BOX_TEXT && box->rect.width > 4)
            g_assert_cmpfloat (coverage (surface, &box->rect), >, 0);
        }
      cairo_surface_destroy (surface);
    }
}

static void
test_margins (void)
{
  g_autoptr (AftRecord) root = fixture_full_document (2);
  g_autoptr (AftPages) pages = typeset (root, AFT_LAYOUT_REPORT);
  const AftRect left = { 0, 0, 50, pages->height };
  const AftRect right = { pages->width - 50, 0, 50, pages->height };
  const AftRect top = { 0, 0, pages->width, 50 };

  for (guint page = 0; page < pages->pages->len; page++)
    {
      cairo_surface_t *surface = paint (pages, page);

      g_assert_cmpfloat (coverage (surface, &left), ==, 0);
      g_assert_cmpfloat (coverage (surface, &right), ==, 0);
      g_assert_cmpfloat (coverage (surface, &top), ==, 0);
      cairo_surface_destroy (surface);
    }
}

static void
test_same (void)
{
  g_autoptr (AftRecord) root = fixture_full_document (3);
  g_autoptr (AftPages) pages = typeset (root, AFT_LAYOUT_REVIEW);
  cairo_surface_t *first = paint (pages, 0);
  cairo_surface_t *second = paint (pages, 0);
  gsize            size = (gsize) cairo_image_surface_get_stride (first) *
               (gsize) cairo_image_surface_get_height (first);

  g_assert_cmpmem (
      cairo_image_surface_get_data (first), size, cairo_image_surface_get_data (second), size);
  cairo_surface_destroy (first);
  cairo_surface_destroy (second);
}

static void
test_context (void)
{
  PangoContext *context = aft_paint_context ();

  g_assert_cmpfloat (pango_cairo_context_get_resolution (context), ==, 72);
  g_assert_false (pango_context_get_round_glyph_positions (context));
  g_object_unref (context);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/paint/page-painter/the context measures in exact points", test_context);
  g_test_add_func ("/paint/page-painter/every text box has ink", test_boxes);
  g_test_add_func ("/paint/page-painter/margins stay white", test_margins);
  g_test_add_func ("/paint/page-painter/a page is the same twice", test_same);
  return g_test_run ();
}
