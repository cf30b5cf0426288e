/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "model/postmortem.h"
#include "typeset/pages.h"

G_BEGIN_DECLS

/* The pages as they will print, to the width of the widget: typeset again shortly after the last
 * change. Scrolls by itself; its paper is that of the preferences. */
#define AFT_TYPE_PREVIEW (aft_preview_get_type ())
G_DECLARE_FINAL_TYPE (AftPreview, aft_preview, AFT, PREVIEW, GtkWidget)

GtkWidget *aft_preview_new (void);
/* NULL shows nothing. */
void aft_preview_set_postmortem (AftPreview *self, AftPostmortem *postmortem);
/* Brings the field into view, as far as the pages show it. */
void aft_preview_show_field (AftPreview *self, AftRecord *record, guint field);
/* The pages now shown, NULL before the first; owned by the preview. */
const AftPages *aft_preview_get_pages (AftPreview *self);
/* How long the last typesetting took, in µs; 0 before the first. */
gint64 aft_preview_get_typeset_usec (AftPreview *self);

/* signal "field-activated" (AftPreview *self, AftRecord *record, guint field): a click on a place
 * of the page that shows the field; record may be a copy: compare ids or sections */

G_END_DECLS
