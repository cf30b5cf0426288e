/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "model/completeness.h"

G_BEGIN_DECLS

/* The sections of a document, each with how complete it is and how many hints wait there. The
 * property "section" is the one that is selected; "activated" is emitted where the user chose one,
 * be it the same again. */
#define AFT_TYPE_SIDEBAR (aft_sidebar_get_type ())
G_DECLARE_FINAL_TYPE (AftSidebar, aft_sidebar, AFT, SIDEBAR, AdwBin)

void         aft_sidebar_set_section (AftSidebar *self, AftSectionId section);
AftSectionId aft_sidebar_get_section (AftSidebar *self);
/* What the marks show: the document, and what was found in it (of AftHint). */
void aft_sidebar_review (AftSidebar *self, AftRecord *root, GPtrArray *hints);

G_END_DECLS
