/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "model/postmortem.h"
#include "typeset/pages.h"

G_BEGIN_DECLS

/* The pages as they will print, set again shortly after each change, away from the main thread.
 * Scrolls by itself and keeps in sight what is edited; its paper is that of the preferences. Its
 * actions are preview.fit (s: width, page, none), preview.layout (s: report, review),
 * preview.single-page, preview.zoom-in, -out and -normal, preview.previous-page and -next-page. */
#define AFT_TYPE_PREVIEW (aft_preview_get_type ())
G_DECLARE_FINAL_TYPE (AftPreview, aft_preview, AFT, PREVIEW, GtkWidget)

GtkWidget *aft_preview_new (void);
/* NULL shows nothing. */
void aft_preview_set_postmortem (AftPreview *self, AftPostmortem *postmortem);
/* Brings the field into view, as far as the pages show it, and keeps it there as it changes. */
void aft_preview_show_field (AftPreview *self, AftRecord *record, guint field);
/* Scrolls to the beginning of the section, where there is anything of it. */
void aft_preview_show_section (AftPreview *self, AftSectionId section);
/* Larger or smaller by so many steps; 0: the size on paper. */
void aft_preview_zoom (AftPreview *self, int steps);
/* The pages now shown, NULL before the first; owned by the preview. To be drawn only while it is
 * not busy. */
const AftPages *aft_preview_get_pages (AftPreview *self);
/* Whether newer pages are being made. */
gboolean aft_preview_is_busy (AftPreview *self);
/* How long the setting of these pages took, in µs; 0 before the first. */
gint64 aft_preview_get_typeset_usec (AftPreview *self);

/* signal "field-activated" (AftPreview *self, AftRecord *record, guint field): a click on a place
 * of the page that shows the field; record may be a copy: compare ids or sections */

G_END_DECLS
