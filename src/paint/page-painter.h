/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <cairo.h>

#include "typeset/pages.h"

G_BEGIN_DECLS

/* A context for aft_typeset(): 72 dpi, no hinting, exact positions. Transfer full. */
PangoContext *aft_paint_context (void);
/* The same of another font map than the one of the process. */
PangoContext *aft_paint_context_for (PangoFontMap *font_map);
/* Draws one page in points at the origin of cr: screen, print and PDF alike. */
void aft_page_paint (const AftPages *pages, guint page, cairo_t *cr);
/* The same with structure tags for a PDF surface; close after the last page. */
typedef struct _AftPageTags AftPageTags;
AftPageTags                *aft_page_tags_new (const AftPages *pages);
void                        aft_page_tags_free (AftPageTags *self);
void                        aft_page_paint_tagged (AftPageTags *self, guint page, cairo_t *cr);
void                        aft_page_tags_close (AftPageTags *self, cairo_t *cr);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AftPageTags, aft_page_tags_free)

G_END_DECLS
