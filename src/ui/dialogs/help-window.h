/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* The few things to know, offline. */
void aft_show_help (GtkWindow *parent);

G_END_DECLS
