/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Where a widget lies on the page that scrolls it, and what of it can be seen. Heights and places
 * in pixels, from the top of the widget. A plain struct, part of that widget. */
typedef struct
{
  GtkWidget     *widget;     /* borrowed */
  GtkAdjustment *adjustment; /* of the page, owned; NULL while not mapped, or on none */
  double         origin;     /* of the widget on the page; negative while not known */
} AftPagePlace;

void aft_page_place_init (AftPagePlace *self, GtkWidget *widget);
/* While the widget is mapped. FALSE where no page scrolls it. */
gboolean aft_page_place_attach (AftPagePlace *self);
void     aft_page_place_detach (AftPagePlace *self);
/* The part that can be seen, as far as one knows. */
void aft_page_place_get_visible (AftPagePlace *self, int *top, int *bottom);
/* What is above on the page may have grown or shrunk: what can be seen of the widget, or where
 * is_active all of it, stays where it is on the screen. */
void aft_page_place_follow (AftPagePlace *self, gboolean is_active);
/* What can be seen moved down within the widget by so much; it stays where it is on the screen. */
void aft_page_place_shift (AftPagePlace *self, int distance);
/* Scrolls down as far as the part is not in sight; to its beginning where it is higher than that.
 */
void aft_page_place_show (AftPagePlace *self, int top, int bottom);

G_END_DECLS
