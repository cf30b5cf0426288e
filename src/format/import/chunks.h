/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "format/import/lines.h"
#include "format/import/words.h"

G_BEGIN_DECLS

/* Lines that go to one place, with the heading or label above them. */
typedef struct
{
  AftTarget      target;
  const AftLine *heading; /* NULL for what stands before the first */
  gboolean       is_label;
  guint          level;
  AftLine        rest; /* what stands behind the label on its own line; length 0 for nothing */
  const AftLine *first, *end;
} AftChunk;

/* The lines in chunks, in their order. title: the heading that is the title, or NULL.
 * (element-type AftChunk) */
GArray *aft_chunks_split (GArray *lines, const AftLine *title);
/* The section that a heading names, AFT_TARGET_NONE where it is none. */
AftTarget aft_chunks_find_section (const AftLine *heading);

G_END_DECLS
