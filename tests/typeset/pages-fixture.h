/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "typeset/pages.h"
#include "typeset/style.h"

G_BEGIN_DECLS

/* Pages without a display, and questions about what stands on them. */
PangoContext *fixture_context (void);
AftPages     *fixture_typeset (AftRecord *root, const AftTypesetOptions *options);

AftTag   fixture_tag_of (const AftPages *pages, const AftBox *box);
gboolean fixture_is_below (const AftPages *pages, const AftBox *box, AftTag tag);

const AftBox *fixture_box (const AftPages *pages, guint page, guint i);
guint         fixture_n_boxes (const AftPages *pages, guint page);
/* Boxes with exactly that text. */
guint fixture_count_text (const AftPages *pages, guint page, const char *text);
/* The first box of all whose text begins so; page may be NULL. */
const AftBox *fixture_find_text (const AftPages *pages, const char *prefix, guint *page);

/* A document with nothing but a title, and one that has that text in a field too. */
AftRecord *fixture_titled (void);
AftRecord *fixture_with_text (guint field, const char *text);
void       fixture_set_text (AftRecord *record, guint field, const char *text);
/* n of them, a minute apart. */
void fixture_add_events (AftRecord *root, guint n, const char *text);

G_END_DECLS
