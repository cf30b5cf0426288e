/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Opens a popover (floating, taken) at a place in the widget; once closed it goes
 * with the next one or with the widget. The widget
 * has a layout manager, or what it scrolls in does: that presents the popover. */
void aft_passing_popover_popup (GtkPopover *popover, GtkWidget *widget, const GdkRectangle *place);

G_END_DECLS
