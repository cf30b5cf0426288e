/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "paint/pdf.h"

#include <cairo-pdf.h>
#include <glib/gi18n-lib.h>
#ifdef __GLIBC__
#include <malloc.h>
#endif

#include "paint/figure-file.h"
#include "paint/font-set.h"
#include "paint/page-painter.h"
#include "paint/pdf-update.h"

#define MAX_OUTLINE_LEVELS 4

static cairo_status_t
write_cb (void *closure, const unsigned char *data, unsigned int length)
{
  g_byte_array_append (closure, data, length);
  return CAIRO_STATUS_SUCCESS;
}

static void
set_text (cairo_surface_t *surface, cairo_pdf_metadata_t key, const char *text)
{
  if (text != NULL && *text != '\0')
    cairo_pdf_surface_set_metadata (surface, key, text);
}

static void
set_instant (cairo_surface_t *surface, cairo_pdf_metadata_t key, AftInstant instant)
{
  /* without a date cairo writes the clock's, and no two files were the same */
  AftInstant       known = instant != AFT_INSTANT_NONE ? instant : 0;
  g_autofree char *text = aft_instant_format (known - known % AFT_SECOND);

  cairo_pdf_surface_set_metadata (surface, key, text);
}

static void
set_metadata (cairo_surface_t *surface, const AftPages *pages)
{
  set_text (surface, CAIRO_PDF_METADATA_TITLE, pages->title);
  set_text (surface, CAIRO_PDF_METADATA_AUTHOR, pages->author);
  set_text (surface, CAIRO_PDF_METADATA_SUBJECT, pages->subject);
  set_text (surface, CAIRO_PDF_METADATA_KEYWORDS, pages->keywords);
  set_text (surface, CAIRO_PDF_METADATA_CREATOR, "Afterword " PACKAGE_VERSION);
  set_instant (surface, CAIRO_PDF_METADATA_CREATE_DATE, pages->created);
  set_instant (surface, CAIRO_PDF_METADATA_MOD_DATE, pages->modified);
}

static void
add_outline (cairo_surface_t *surface, const AftPages *pages)
{
  int parents[MAX_OUTLINE_LEVELS + 1] = { CAIRO_PDF_OUTLINE_ROOT };

  for (guint i = 0; i < pages->outline->len; i++)
    {
      const AftOutlineItem *item = &g_array_index (pages->outline, AftOutlineItem, i);
      guint                 level = CLAMP (item->level, 1, MAX_OUTLINE_LEVELS);
      char                  y[G_ASCII_DTOSTR_BUF_SIZE];
      g_autofree char      *target = NULL;

      g_ascii_formatd (y, sizeof y, "%.2f", item->y);
      target = g_strdup_printf ("page=%d pos=[0 %s]", item->page + 1, y);
      parents[level] = cairo_pdf_surface_add_outline (surface,
                                                      parents[level - 1],
                                                      item->title,
                                                      target,
                                                      level == 1 ? CAIRO_PDF_OUTLINE_FLAG_OPEN : 0);
      for (guint deeper = level + 1; deeper <= MAX_OUTLINE_LEVELS; deeper++)
        parents[deeper] = parents[level];
    }
}

/* emptied: NULL, or the same pages, which are empty afterwards. */
static void
paint_pages (cairo_t *cr, const AftPages *pages, AftPages *emptied)
{
  g_autoptr (AftPageTags) tags = aft_page_tags_new (pages);

  cairo_tag_begin (cr, "Document", NULL);
  for (guint i = 0; i < pages->pages->len; i++)
    {
      aft_page_paint_tagged (tags, i, cr);
      if (i == pages->pages->len - 1)
        {
          aft_page_tags_close (tags, cr);
          cairo_tag_end (cr, "Document");
        }
      cairo_show_page (cr);
      if (emptied != NULL)
        aft_pages_clear_page (emptied, i);
    }
}

/* What the pages held lies between what cairo holds until the end: the system gets it back before
 * the file is put together in memory. */
static void
give_back_memory (void)
{
#ifdef __GLIBC__
  malloc_trim (0);
#endif
}

static cairo_status_t
write_pages (const AftPages *pages, AftPages *emptied, GByteArray *bytes)
{
  cairo_surface_t *surface =
      cairo_pdf_surface_create_for_stream (write_cb, bytes, pages->width, pages->height);
  cairo_t       *cr;
  cairo_status_t status;

  /* newer versions of cairo write this one plainly too, so that the file can be completed */
  cairo_pdf_surface_restrict_to_version (surface, CAIRO_PDF_VERSION_1_4);
  set_metadata (surface, pages);
  cr = cairo_create (surface);
  add_outline (surface, pages);
  paint_pages (cr, pages, emptied);
  if (emptied != NULL)
    give_back_memory ();
  status = cairo_status (cr);
  cairo_destroy (cr);
  cairo_surface_finish (surface);
  if (status == CAIRO_STATUS_SUCCESS)
    status = cairo_surface_status (surface);
  cairo_surface_destroy (surface);
  return status;
}

static void
collect_element (const AftPages *pages, const AftBox *box, AftPdfElements *elements)
{
  AftTag tag = AFT_TAG_ARTIFACT;
  guint8 is_row;

  if (box->node >= 0)
    tag = g_array_index (pages->structure, AftStructNode, box->node).tag;
  is_row = tag == AFT_TAG_TH_ROW;
  if (box->type == AFT_BOX_FIGURE)
    g_ptr_array_add (elements->descriptions, g_strdup (box->alt));
  if ((tag == AFT_TAG_TH || is_row) && box->first_line == 0)
    g_byte_array_append (elements->header_rows, &is_row, 1);
}

/* In the order of the structure, which is that of the pages. */
static void
collect_elements (const AftPages *pages, AftPdfElements *elements)
{
  elements->descriptions = g_ptr_array_new_with_free_func (g_free);
  elements->header_rows = g_byte_array_new ();
  for (guint i = 0; i < pages->pages->len; i++)
    {
      GArray *page = g_ptr_array_index (pages->pages, i);

      for (guint j = 0; j < page->len; j++)
        collect_element (pages, &g_array_index (page, AftBox, j), elements);
    }
}

static GBytes *
write_completed (const AftPages       *pages,
                 AftPages             *emptied,
                 const AftPdfElements *elements,
                 GError              **error)
{
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  cairo_status_t status = write_pages (pages, emptied, bytes);

  if (status != CAIRO_STATUS_SUCCESS)
    {
      g_set_error (error,
                   AFT_PAINT_ERROR,
                   AFT_PAINT_ERROR_DRAWING,
                   _ ("the PDF could not be drawn: %s"),
                   cairo_status_to_string (status));
      return NULL;
    }
  return aft_pdf_update (bytes, pages, elements, error);
}

static GBytes *
write_pdf (const AftPages *pages, AftPages *emptied, GError **error)
{
  AftPdfElements elements;
  GBytes        *bytes;

  collect_elements (pages, &elements);
  bytes = write_completed (pages, emptied, &elements, error);
  g_ptr_array_unref (elements.descriptions);
  g_byte_array_unref (elements.header_rows);
  return bytes;
}

GBytes *
aft_pdf_write (const AftPages *pages, GError **error)
{
  return write_pdf (pages, NULL, error);
}

GBytes *
aft_pdf_write_and_free (AftPages *pages, GError **error)
{
  GBytes *bytes = write_pdf (pages, pages, error);

  aft_pages_free (pages);
  return bytes;
}

static AftPages *
typeset_with (AftRecord *root, const AftTypesetOptions *options, PangoFontMap *font_map)
{
  PangoContext *context = aft_paint_context_for (font_map);
  AftPages     *pages = aft_typeset (root, options, context);

  g_object_unref (context);
  return pages;
}

GBytes *
aft_pdf_export (AftRecord *root, const AftTypesetOptions *options, GError **error)
{
  PangoFontMap *font_map = aft_font_set_get_map ();
  AftPages     *pages = NULL;

  if (font_map != NULL)
    pages = typeset_with (root, options, font_map);
  if (pages != NULL && aft_font_set_is_missing (pages))
    g_clear_pointer (&pages, aft_pages_free);
  if (pages == NULL)
    pages = typeset_with (root, options, aft_font_set_get_full_map ());
  return aft_pdf_write_and_free (pages, error);
}
