/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "typeset/pages.h"

G_BEGIN_DECLS

typedef enum
{
  AFT_PAGE_FIT_WIDTH,
  AFT_PAGE_FIT_PAGE,
  AFT_PAGE_FIT_NONE, /* as large as the zoom says: 1 is the size on paper */
} AftPageFit;

/* Sheets one below the other, or one alone. Pictures of them come from outside; until one comes,
 * the one before it stands there. Goes into a GtkScrolledWindow. */
#define AFT_TYPE_PAGE_VIEW (aft_page_view_get_type ())
G_DECLARE_FINAL_TYPE (AftPageView, aft_page_view, AFT, PAGE_VIEW, GtkWidget)

GtkWidget *aft_page_view_new (void);
/* Borrowed: the owner takes them back with NULL, or other pages, before it frees them. */
void aft_page_view_set_pages (AftPageView *self, const AftPages *pages);
void aft_page_view_set_picture (AftPageView *self, guint page, GdkTexture *picture);

void       aft_page_view_set_fit (AftPageView *self, AftPageFit fit);
AftPageFit aft_page_view_get_fit (AftPageView *self);
/* Also sets the fit to none. */
void aft_page_view_set_zoom (AftPageView *self, double zoom);
/* As it is now, whatever it follows from. */
double aft_page_view_get_zoom (AftPageView *self);
/* One page at a time. */
void     aft_page_view_set_single (AftPageView *self, gboolean single);
gboolean aft_page_view_get_single (AftPageView *self);
/* The one in the middle of what can be seen; shows that one alone where pages are single. */
guint aft_page_view_get_current (AftPageView *self);
void  aft_page_view_set_current (AftPageView *self, guint page);

/* Where in the widget a rectangle of a page is, in px. Where pages are single, that page is shown.
 */
void aft_page_view_locate (AftPageView   *self,
                           int            page,
                           const AftRect *rect,
                           double        *top,
                           double        *bottom);

/* signal "spot-activated" (AftPageView *self, guint spot): an index into the pages' spots
 * "picture-wanted" (AftPageView *self, guint page, int width_px): it can be seen
 * "changed" (AftPageView *self): the zoom or the page in sight is another */

G_END_DECLS
