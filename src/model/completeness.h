/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/record.h"

G_BEGIN_DECLS

typedef struct
{
  guint filled;
  guint expected;
} AftCompleteness;

/* Over the fields the description marks as expected. */
AftCompleteness aft_completeness_of_section (AftRecord *root, AftSectionId section);
AftCompleteness aft_completeness_of_document (AftRecord *root);

G_END_DECLS
