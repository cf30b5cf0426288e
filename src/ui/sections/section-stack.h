/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "ui/sections/section-page.h"

G_BEGIN_DECLS

/* The form pages of a document, one of them shown. A page is made when it is first shown, the
 * others while nothing else is to be done. */
#define AFT_TYPE_SECTION_STACK (aft_section_stack_get_type ())
G_DECLARE_FINAL_TYPE (AftSectionStack, aft_section_stack, AFT, SECTION_STACK, AdwBin)

/* NULL where no document is open. */
void aft_section_stack_set_postmortem (AftSectionStack *self, AftPostmortem *postmortem);
void aft_section_stack_show (AftSectionStack *self, AftSectionId section);
/* The page that is shown; owned by the stack. */
AftSectionPage *aft_section_stack_get_page (AftSectionStack *self);
/* Of AftHint; the pages that are made later get them too. */
void aft_section_stack_set_hints (AftSectionStack *self, GPtrArray *hints);
/* What is half typed is taken over into the document. */
void aft_section_stack_commit (AftSectionStack *self);
/* And what was not entered yet: the document is about to be left. */
void aft_section_stack_keep (AftSectionStack *self);

G_END_DECLS
