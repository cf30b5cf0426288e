/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/widgets/page-place.h"

/* While nothing says how much can be seen. */
#define UNKNOWN_PAGE_PX 800

void
aft_page_place_init (AftPagePlace *self, GtkWidget *widget)
{
  *self = (AftPagePlace){ .widget = widget, .origin = -1 };
}

gboolean
aft_page_place_attach (AftPagePlace *self)
{
  GtkWidget *scroller = gtk_widget_get_ancestor (self->widget, GTK_TYPE_SCROLLED_WINDOW);

  if (scroller == NULL)
    return FALSE;
  g_set_object (&self->adjustment,
                gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (scroller)));
  return TRUE;
}

void
aft_page_place_detach (AftPagePlace *self)
{
  g_clear_object (&self->adjustment);
  self->origin = -1;
}

/* The widget that moves within the viewport when the page scrolls, and this one with it. */
static GtkWidget *
get_content (AftPagePlace *self)
{
  GtkWidget *content = self->widget;

  while (content != NULL && !GTK_IS_VIEWPORT (gtk_widget_get_parent (content)))
    content = gtk_widget_get_parent (content);
  return content;
}

/* Whatever the page is scrolled to. FALSE before the first layout. */
static gboolean
find_origin (AftPagePlace *self, double *y)
{
  GtkWidget       *content = get_content (self);
  graphene_point_t origin;

  if (self->adjustment == NULL || content == NULL || gtk_widget_get_width (self->widget) <= 0 ||
      !gtk_widget_compute_point (self->widget, content, &GRAPHENE_POINT_INIT (0, 0), &origin))
    return FALSE;
  *y = origin.y;
  return TRUE;
}

void
aft_page_place_get_visible (AftPagePlace *self, int *top, int *bottom)
{
  double page = UNKNOWN_PAGE_PX;
  double origin;

  *top = 0;
  if (find_origin (self, &origin))
    {
      *top = (int) (gtk_adjustment_get_value (self->adjustment) - origin);
      page = gtk_adjustment_get_page_size (self->adjustment);
    }
  *bottom = *top + (int) page;
}

void
aft_page_place_follow (AftPagePlace *self, gboolean is_active)
{
  double before = self->origin;
  double value;

  if (!find_origin (self, &self->origin) || before < 0 || before == self->origin)
    return;
  value = gtk_adjustment_get_value (self->adjustment);
  if (is_active || value > before)
    gtk_adjustment_set_value (self->adjustment, value + self->origin - before);
}

void
aft_page_place_shift (AftPagePlace *self, int distance)
{
  if (self->adjustment != NULL && distance != 0)
    gtk_adjustment_set_value (self->adjustment,
                              gtk_adjustment_get_value (self->adjustment) + distance);
}

void
aft_page_place_show (AftPagePlace *self, int top, int bottom)
{
  double target;

  if (self->adjustment == NULL || self->origin < 0)
    return;
  target = self->origin + MIN (top, bottom - gtk_adjustment_get_page_size (self->adjustment));
  if (gtk_adjustment_get_value (self->adjustment) < target)
    gtk_adjustment_set_value (self->adjustment, target);
}
