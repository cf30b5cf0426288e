/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "base/zone.h"
#include "model/record.h"

G_BEGIN_DECLS

/* Values as documents for readers show them, the same in Markdown and HTML. */

/* A choice, count, duration or amount of the document with its unit; NULL for fields of other
 * kinds. Transfer full. */
char *aft_shown_figure (AftRecord *root, guint field);
/* When an event was: "≈2026-05-04 14:02 – 2026-05-04 14:10", or as it was written where its time is
 * not known. Transfer full. */
char *aft_shown_when (AftRecord *event, const AftZone *zone);

G_END_DECLS
