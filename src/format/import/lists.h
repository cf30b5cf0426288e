/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "format/import/provenance.h"
#include "model/record.h"

G_BEGIN_DECLS

/* Lines that hold one thing each: lessons, factors, actions. */

/* An item of the list for each list item with all below it, and for each paragraph. lucky: where
 * not NULL, items that speak of luck go there. */
void aft_lists_read_items (const AftLine *first,
                           const AftLine *end,
                           AftRecordList *items,
                           AftRecordList *lucky,
                           AftProvenance *provenance);
/* An action for each list item, or row of a table. What is neither is returned, "" where there is
 * none of it. Transfer full. */
char *aft_lists_read_actions (const AftLine *first,
                              const AftLine *end,
                              AftRecordList *actions,
                              AftProvenance *provenance);

G_END_DECLS
