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

/* Whether the public reads nothing of that field: it, its part, its section or its event is
 * private, or it is not for readers at all. root: the document of the record. */
gboolean aft_audience_hides (AftRecord *root, AftRecord *record, guint field);
/* Whether the field holds names, for which the public reads roles. */
gboolean aft_audience_names_people (const AftSchema *schema, guint field);

G_END_DECLS
