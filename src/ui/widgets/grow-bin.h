/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ui/widgets/prose-view.h"

G_BEGIN_DECLS

/* As tall as the text in it at the width it gets, from a least height up to forty lines; what is
 * longer scrolls inside. (A scrolled window alone does not know its height before its text view
 * was laid out once.) */
#define AFT_TYPE_GROW_BIN (aft_grow_bin_get_type ())
G_DECLARE_FINAL_TYPE (AftGrowBin, aft_grow_bin, AFT, GROW_BIN, GtkWidget)

GtkWidget    *aft_grow_bin_new (void);
AftProseView *aft_grow_bin_get_view (AftGrowBin *self);
void          aft_grow_bin_set_min_height (AftGrowBin *self, int height_px);

G_END_DECLS
