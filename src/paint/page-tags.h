/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "paint/page-painter.h"
#include "paint/text-painter.h"

G_BEGIN_DECLS

const AftPages *aft_page_tags_get_pages (const AftPageTags *self);
/* Opens and closes structure elements so that the box's own is the innermost. */
void aft_page_tags_begin_box (AftPageTags *self, const AftBox *box, cairo_t *cr);
void aft_page_tags_end_box (AftPageTags *self, const AftBox *box, cairo_t *cr);
/* For the text of that box: NULL where it is the element's one stretch without links. The data to
 * pass is the AftPageTags. */
AftStretchFunc aft_page_tags_get_stretch (const AftPageTags *self, const AftBox *box);

G_END_DECLS
