/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* A bar that says what is wrong for as long as it is, with at most one thing to do about it.
 * (AdwBanner came with libadwaita 1.3.) Shown while its text is not empty. */
#define AFT_TYPE_BANNER (aft_banner_get_type ())
G_DECLARE_FINAL_TYPE (AftBanner, aft_banner, AFT, BANNER, GtkWidget)

GtkWidget *aft_banner_new (void);
/* Plain text; NULL or "" hides the bar. */
void        aft_banner_set_text (AftBanner *self, const char *text);
const char *aft_banner_get_text (AftBanner *self);
/* The action carried out and the label of its button; NULL for none. */
void aft_banner_set_action (AftBanner *self, const char *label, const char *action_name);

G_END_DECLS
