/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Until a frame with everything that is new has been drawn. */
void frames_wait (GtkWidget *widget);

G_END_DECLS
