/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/database.h"
#include "store/entry-private.h"

G_BEGIN_DECLS

/* In the order that aft_shelf_read_entry() reads; "d" is the documents table. */
#define AFT_SHELF_COLUMNS                                                                          \
  "d.id, d.title, d.kind, d.status, d.severity, d.start, d.ongoing, d.duration, d.completeness, "  \
  "d.zone, d.services, d.tags, d.open_actions, d.next_due, d.modified, d.trashed"

/* What a listing shows of the document; makes the row where there is none. */
gboolean aft_shelf_put_row (AftDatabase       *database,
                            const char        *id,
                            const AftEntryRow *row,
                            gboolean           is_indexed,
                            GError           **error);
/* FALSE with AFT_STORE_ERROR_NOT_FOUND. */
gboolean aft_shelf_fail_not_found (const char *id, GError **error);
/* Takes the snippet. */
AftEntry *aft_shelf_read_entry (AftStatement *statement, char *snippet);

G_END_DECLS
