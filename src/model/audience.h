/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/record.h"

G_BEGIN_DECLS

typedef enum
{
  AFT_AUDIENCE_INTERNAL,
  AFT_AUDIENCE_PUBLIC,
} AftAudience;

/* What that audience may see, as a new document: for the public without private events, fields,
 * sections and ||phrases||, import sources and unknown keys, and
 * with a role ("Responder A") for each name of an owner, author or reviewer and each person that is
 * a source; for everyone without the reflection unless asked for. */
AftRecord *aft_audience_copy (AftRecord *root, AftAudience audience, gboolean with_reflection);

G_END_DECLS
