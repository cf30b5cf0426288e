/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "typeset/composer.h"

G_BEGIN_DECLS

/* What a reviewer asks of a part of the document: beside the section's own, of all of it, of its
 * figures and of what happens next. */
typedef enum
{
  AFT_REVIEW_DOCUMENT = AFT_SECTION_DETAILS,
  AFT_REVIEW_METRICS,
  AFT_REVIEW_SIGN_OFF,
  AFT_N_REVIEW_TOPICS,
} AftReviewTopic;

/* Puts the questions of the topic, an AftSectionId or one of the above, into the note column beside
 * the block; nothing where there is no such column. */
void aft_review_questions_add (AftComposer *self, AftBlock *block, guint topic);

G_END_DECLS
