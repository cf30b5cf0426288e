/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "base/instant.h"
#include "model/record.h"

G_BEGIN_DECLS

/* Which events say the same as one that was there before: at about the same time, in about the same
 * words, from another source. */
typedef struct _AftTwins AftTwins;

AftTwins *aft_twins_new (void);
void      aft_twins_free (AftTwins *self);
/* Those added first are those that stay. at: AFT_INSTANT_NONE where it is not known; such events
 * have twins in those of the same words without a time. source: those of one source are no twins of
 * each other: a person may say "ok" twice. event: borrowed */
void aft_twins_add (AftTwins *self, AftRecord *event, AftInstant at, guint source);
void aft_twins_settle (AftTwins *self);
/* NULL where it is the first to say so. Transfer none. */
AftRecord *aft_twins_find (AftTwins *self, AftRecord *event);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AftTwins, aft_twins_free)

G_END_DECLS
