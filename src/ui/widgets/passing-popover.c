/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/widgets/passing-popover.h"

#define KEY "aft-passing-popover"

/* Long after it was closed: until the next frame GTK still holds on to a popover, for the focus and
 * for the pointer, and the action that was chosen in a menu comes after it closed. */
static void
drop_last (GtkWidget *host)
{
  GtkWidget *last = g_object_steal_data (G_OBJECT (host), KEY);

  if (last != NULL)
    gtk_widget_unparent (last);
}

/* GTK would look for something else that takes it, and scroll there. */
static void
give_back_focus (GtkWidget *focus)
{
  if (gtk_widget_get_mapped (focus))
    gtk_widget_grab_focus (focus);
}

/* Outside of what scrolls, or the focus in the popover would scroll the page to nowhere. */
static GtkWidget *
find_host (GtkWidget *widget)
{
  GtkWidget *scroller = gtk_widget_get_ancestor (widget, GTK_TYPE_SCROLLED_WINDOW);
  GtkWidget *host = scroller != NULL ? gtk_widget_get_parent (scroller) : NULL;

  return host != NULL && gtk_widget_get_layout_manager (host) != NULL ? host : widget;
}

void
aft_passing_popover_popup (GtkPopover *popover, GtkWidget *widget, const GdkRectangle *place)
{
  GtkWidget   *host = find_host (widget);
  GtkRoot     *root = gtk_widget_get_root (widget);
  GtkWidget   *focus = root != NULL ? gtk_root_get_focus (root) : NULL;
  GdkRectangle there = *place;
  double       x, y;

  g_return_if_fail (GTK_IS_POPOVER (popover) && GTK_IS_WIDGET (widget));

  if (gtk_widget_translate_coordinates (widget, host, place->x, place->y, &x, &y))
    {
      there.x = (int) CLAMP (x, 0, gtk_widget_get_width (host));
      there.y = (int) CLAMP (y, 0, gtk_widget_get_height (host));
    }
  drop_last (host);
  gtk_widget_set_parent (GTK_WIDGET (popover), host);
  g_object_set_data (G_OBJECT (host), KEY, popover);
  g_signal_handlers_disconnect_by_func (host, drop_last, NULL);
  g_signal_connect (host, "destroy", G_CALLBACK (drop_last), NULL);
  if (focus != NULL)
    g_signal_connect_object (
        popover, "closed", G_CALLBACK (give_back_focus), focus, G_CONNECT_SWAPPED);
  gtk_popover_set_pointing_to (popover, &there);
  gtk_popover_popup (popover);
}
