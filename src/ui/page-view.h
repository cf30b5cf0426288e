/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "typeset/pages.h"

G_BEGIN_DECLS

/* Sheets one below the other, as wide as the widget; each is drawn once and kept until it changes
 * or scrolls far away. Goes into a GtkScrolledWindow. */
#define AFT_TYPE_PAGE_VIEW (aft_page_view_get_type ())
G_DECLARE_FINAL_TYPE (AftPageView, aft_page_view, AFT, PAGE_VIEW, GtkWidget)

GtkWidget *aft_page_view_new (void);
/* Borrowed: the owner takes them back with NULL, or other pages, before it frees them. */
void aft_page_view_set_pages (AftPageView *self, const AftPages *pages);
/* Where in the widget a rectangle of a page is, in px. */
void aft_page_view_locate (AftPageView   *self,
                           int            page,
                           const AftRect *rect,
                           double        *top,
                           double        *bottom);

/* signal "spot-activated" (AftPageView *self, guint spot): an index into the pages' spots */

G_END_DECLS
