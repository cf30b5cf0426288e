/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "paint/palette.h"

G_BEGIN_DECLS

/* How a figure looks in the window: the face of its labels follows the text of the interface, the
 * colours its style. */
PangoFontDescription *aft_figure_look_new_face (GtkWidget *widget);
const AftPalette     *aft_figure_look_get_palette (void);

G_END_DECLS
