/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "typeset/style.h"

G_BEGIN_DECLS

/* What stands outside the text area, once the pages are known: artifacts all. */
void aft_margins_add_footers (AftStyle                *style,
                              AftPages                *pages,
                              AftRecord               *root,
                              const AftTypesetOptions *options);
/* Of a review copy: numbers of lines, the ruled column for notes and the DRAFT mark. */
void aft_margins_add_review (AftStyle *style, AftPages *pages);

G_END_DECLS
